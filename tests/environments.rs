//! A key is known to the Nova Post that it belongs to, and to no other.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use keydesk_core::model::{ApiEnvironment, Failure, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{NewKey, Service, ServiceConfig};
use support::service::{SERVICE, TestEnv};

const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

/// A Nova Post that refuses every key, and notes what it was asked.
struct Office {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Office {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/v.1.0/", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let notes = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let head = BufReader::new(&stream).lines().map(Result::unwrap);
                let mut head = head.take_while(|line| !line.is_empty());
                let request = head.next().unwrap();
                head.for_each(drop);
                notes.lock().unwrap().push(request);
                let refusal = "HTTP/1.1 401 Whatever\r\nconnection: close\r\ncontent-length: 0\r\n";
                stream.write_all(format!("{refusal}\r\n").as_bytes()).unwrap();
            }
        });
        Self { address, asked }
    }

    fn address(&self) -> BaseUrl {
        BaseUrl::parse(&self.address).unwrap()
    }

    /// What was asked since the last look.
    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }
}

#[tokio::test]
async fn a_key_is_shown_only_to_the_environment_that_it_opens() {
    let (sandbox, production) = (Office::open(), Office::open());
    let request = format!("GET /v.1.0/clients/authorization?apiKey={KEY} HTTP/1.1");
    for (environment, heard_by_sandbox, heard_by_production) in [
        (ApiEnvironment::Sandbox, vec![request.clone()], vec![]),
        (ApiEnvironment::Production, vec![], vec![request]),
        (ApiEnvironment::Ukraine, vec![], vec![]),
    ] {
        let room = TestEnv::new().await;
        let service = Service::new(ServiceConfig {
            store: room.store(),
            keychain: room.keychain.keychain(SERVICE),
            sandbox: sandbox.address(),
            production: production.address(),
            clock: room.clock.clone(),
        });
        service.import.check(Some(KEY.to_owned().into())).await.unwrap();
        let about = NewKey { name: String::new(), environment, organizations: vec![], run: None };
        let key = service.import.confirm(about, &no_progress()).await.unwrap().card.id;
        assert_eq!((sandbox.asked(), production.asked()), (vec![], vec![]), "bringing in asks");

        let refused = service.tokens.get(&key, &no_progress()).await.unwrap_err();
        assert!(matches!(refused, Failure::KeyRefused | Failure::Internal { .. }), "{refused:?}");
        let asked = (sandbox.asked(), production.asked());
        assert!(asked == (heard_by_sandbox, heard_by_production), "{environment:?}");
    }
}
