//! The server's description of itself.

use crate::test_server::{TestServer, read};
use reqwest::{Method, header};
use serde_json::Value;

async fn described(server: &TestServer) -> Value {
    let answer = server.http.get(url(server)).send().await.unwrap();
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/json");
    let (status, description) = read(answer).await;
    assert_eq!(status, 200);
    description
}

fn url(server: &TestServer) -> String {
    format!("http://127.0.0.1:{}/openapi.json", server.port())
}

fn servers(part: &Value) -> Vec<&str> {
    let servers = part["servers"].as_array().into_iter().flatten();
    servers.map(|server| server["url"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn it_has_the_addresses_of_this_server() {
    let server = TestServer::new().await;
    let description = described(&server).await;
    assert_eq!(description["openapi"], "3.0.3");
    let (sandbox, production) = (server.practice.base_url(), server.practice.production_url());
    let [sandbox, production] = [&sandbox, &production].map(|url| url.trim_end_matches('/'));
    assert_eq!(servers(&description), [sandbox, production]);
    assert_eq!(servers(&description["paths"]["/test-api-keys"]), [sandbox]);
}

#[tokio::test]
async fn every_described_call_exists() {
    let server = TestServer::new().await;
    let description = described(&server).await;
    for (path, calls) in description["paths"].as_object().unwrap() {
        let own = servers(calls);
        let servers = if own.is_empty() { servers(&description) } else { own };
        for base in servers {
            for method in ["get", "post"].iter().filter(|method| calls[**method].is_object()) {
                let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
                let asked = server.http.request(method, format!("{base}{path}"));
                let status = asked.send().await.unwrap().status().as_u16();
                // Without a key, a token or a body.
                assert!(matches!(status, 401 | 415 | 422), "{base}{path}: {status}");
            }
        }
    }
}

#[tokio::test]
async fn its_example_phone_number_gets_a_key() {
    let server = TestServer::new().await;
    let description = described(&server).await;
    let body = &description["paths"]["/test-api-keys"]["post"]["requestBody"]["content"];
    let example = &body["application/json"]["example"];
    assert_eq!(server.key_request(example).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn it_is_read_only() {
    let server = TestServer::new().await;
    let answer = server.http.post(url(&server)).send().await.unwrap();
    assert_eq!(answer.status(), 405);
    assert_eq!(answer.headers()[header::ALLOW], "GET,HEAD");
}
