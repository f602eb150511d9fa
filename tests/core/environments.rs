//! A key is sent only to the environment that it belongs to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use crate::support::test_env::{SERVICE, TestEnv};
use keydesk_core::model::{ApiEnvironment, Failure, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{NewExpiry, NewKey, Rules, Service, ServiceConfig};

const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

/// A server that refuses every key and records the requests.
struct RefusingServer {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl RefusingServer {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/v.1.0/", listener.local_addr().unwrap());
        let requests: Arc<Mutex<Vec<String>>> = Arc::default();
        let recorded = Arc::clone(&requests);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut reader = BufReader::new(&stream);
                let lines = reader.by_ref().lines().map(Result::unwrap);
                let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
                let length = head.iter().find_map(|line| line.strip_prefix("content-length: "));
                let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
                reader.read_exact(&mut body).unwrap();
                let request = format!("{} {}", head[0], String::from_utf8(body).unwrap());
                recorded.lock().unwrap().push(request);
                let refusal = "HTTP/1.1 401 Whatever\r\nconnection: close\r\ncontent-length: 0\r\n";
                stream.write_all(format!("{refusal}\r\n").as_bytes()).unwrap();
            }
        });
        Self { address, requests }
    }

    fn address(&self) -> BaseUrl {
        BaseUrl::parse(&self.address).unwrap()
    }

    /// The requests since the last call of this.
    fn requests(&self) -> Vec<String> {
        std::mem::take(&mut self.requests.lock().unwrap())
    }
}

#[tokio::test]
async fn a_key_is_sent_only_to_its_environment() {
    let servers = [0; 3].map(|_| RefusingServer::start());
    let [sandbox, production, ukraine] = &servers;
    let request = format!("GET /v.1.0/clients/authorization?apiKey={KEY} HTTP/1.1 ");
    let call = format!(
        "POST /v.1.0/json/ HTTP/1.1 {{\"apiKey\":\"{KEY}\",\"modelName\":\"Counterparty\",\
         \"calledMethod\":\"getCounterparties\",\
         \"methodProperties\":{{\"CounterpartyProperty\":\"Sender\",\"Page\":\"1\"}}}}"
    );
    let sent = || [0, 1, 2].map(|index| servers[index].requests());
    let nothing = || -> [Vec<String>; 3] { [vec![], vec![], vec![]] };
    for (environment, token, check) in [
        (
            ApiEnvironment::Sandbox,
            [vec![request.clone()], vec![], vec![]],
            [vec![request.clone()], vec![], vec![]],
        ),
        (
            ApiEnvironment::Production,
            [vec![], vec![request.clone()], vec![]],
            [vec![], vec![request.clone()], vec![]],
        ),
        (
            ApiEnvironment::Ukraine,
            [vec![], vec![], vec![request.clone()]],
            [vec![], vec![], vec![call]],
        ),
    ] {
        let env = TestEnv::new().await;
        let service = Service::new(ServiceConfig {
            store: env.store(),
            keychain: env.keychain.keychain(SERVICE),
            sandbox: sandbox.address(),
            production: production.address(),
            ukraine: ukraine.address(),
            clock: env.clock.clone(),
            rules: Rules::default(),
        });
        service.import.check(Some(KEY.to_owned().into())).await.unwrap();
        let about = NewKey {
            name: String::new(),
            environment,
            organizations: None,
            holder: None,
            expiry: NewExpiry::NotAsked,
            run: None,
            second_look: true,
            record: None,
        };
        let key = service.import.confirm(about, &no_progress()).await.unwrap().card.id;
        assert!(sent() == nothing(), "an import sends nothing");

        let expected = match environment {
            ApiEnvironment::Ukraine => Ok(None),
            _ => Err(Failure::KeyRefused),
        };
        assert_eq!(service.tokens.try_get(&key, &no_progress()).await, expected);
        assert!(sent() == token, "{environment:?}");
        let refused = service.checks.check(&key, &no_progress()).await;
        assert_eq!(refused.map(drop), Err(Failure::KeyRefused));
        assert!(sent() == check, "{environment:?}");
    }
}
