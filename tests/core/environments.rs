//! A key is sent only to the environment that it belongs to.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use crate::support::test_env::{SERVICE, TestEnv};
use keydesk_core::model::{ApiEnvironment, Failure, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{NewKey, Service, ServiceConfig};

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
                let head = BufReader::new(&stream).lines().map(Result::unwrap);
                let mut head = head.take_while(|line| !line.is_empty());
                let request = head.next().unwrap();
                head.for_each(drop);
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
    let (sandbox, production) = (RefusingServer::start(), RefusingServer::start());
    let request = format!("GET /v.1.0/clients/authorization?apiKey={KEY} HTTP/1.1");
    for (environment, sent_to_sandbox, sent_to_production) in [
        (ApiEnvironment::Sandbox, vec![request.clone()], vec![]),
        (ApiEnvironment::Production, vec![], vec![request]),
        (ApiEnvironment::Ukraine, vec![], vec![]),
    ] {
        let env = TestEnv::new().await;
        let service = Service::new(ServiceConfig {
            store: env.store(),
            keychain: env.keychain.keychain(SERVICE),
            sandbox: sandbox.address(),
            production: production.address(),
            clock: env.clock.clone(),
        });
        service.import.check(Some(KEY.to_owned().into())).await.unwrap();
        let about = NewKey {
            name: String::new(),
            environment,
            organizations: vec![],
            run: None,
            second_look: true,
        };
        let key = service.import.confirm(about, &no_progress()).await.unwrap().card.id;
        assert_eq!(
            (sandbox.requests(), production.requests()),
            (vec![], vec![]),
            "an import sends nothing"
        );

        let refused = service.tokens.get(&key, &no_progress()).await.unwrap_err();
        assert!(matches!(refused, Failure::KeyRefused | Failure::Internal { .. }), "{refused:?}");
        let asked = (sandbox.requests(), production.requests());
        assert!(asked == (sent_to_sandbox, sent_to_production), "{environment:?}");
    }
}
