//! The description that the server gives of itself.

use crate::desk::{Desk, read};
use reqwest::{Method, header};
use serde_json::Value;

async fn described(desk: &Desk) -> Value {
    let answer = desk.http.get(url(desk)).send().await.unwrap();
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/json");
    let (status, description) = read(answer).await;
    assert_eq!(status, 200);
    description
}

fn url(desk: &Desk) -> String {
    format!("http://127.0.0.1:{}/openapi.json", desk.port())
}

fn servers(part: &Value) -> Vec<&str> {
    let servers = part["servers"].as_array().into_iter().flatten();
    servers.map(|server| server["url"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn it_names_the_addresses_of_this_server() {
    let desk = Desk::new().await;
    let description = described(&desk).await;
    assert_eq!(description["openapi"], "3.0.3");
    let (sandbox, production) = (desk.practice.base_url(), desk.practice.production_url());
    let [sandbox, production] = [&sandbox, &production].map(|url| url.trim_end_matches('/'));
    assert_eq!(servers(&description), [sandbox, production]);
    assert_eq!(servers(&description["paths"]["/test-api-keys"]), [sandbox]);
}

#[tokio::test]
async fn what_it_describes_is_there() {
    let desk = Desk::new().await;
    let description = described(&desk).await;
    for (path, calls) in description["paths"].as_object().unwrap() {
        let own = servers(calls);
        let servers = if own.is_empty() { servers(&description) } else { own };
        for server in servers {
            for method in ["get", "post"].iter().filter(|method| calls[**method].is_object()) {
                let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
                let asked = desk.http.request(method, format!("{server}{path}"));
                let status = asked.send().await.unwrap().status().as_u16();
                // Without a key, a token or a body.
                assert!(matches!(status, 401 | 415 | 422), "{server}{path}: {status}");
            }
        }
    }
}

#[tokio::test]
async fn its_example_of_a_phone_gets_a_key() {
    let desk = Desk::new().await;
    let description = described(&desk).await;
    let body = &description["paths"]["/test-api-keys"]["post"]["requestBody"]["content"];
    let example = &body["application/json"]["example"];
    assert_eq!(desk.asking(example).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn it_can_only_be_read() {
    let desk = Desk::new().await;
    let answer = desk.http.post(url(&desk)).send().await.unwrap();
    assert_eq!(answer.status(), 405);
    assert_eq!(answer.headers()[header::ALLOW], "GET,HEAD");
}
