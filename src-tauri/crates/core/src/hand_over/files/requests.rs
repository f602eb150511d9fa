//! Two requests to try a key with: one for a token, and one that uses it. For Bruno, and as `.http` for the HTTP clients
//! of editors. The key is in a separate file, which is kept out of version control.

use serde_json::json;
use zeroize::Zeroizing;

use super::{FileRequest, RenderedFile, curl, dotenv, pretty};
use crate::model::{FieldValue, FileProblem};
use crate::secret::ApiKey;

/// The variable of Bruno's `.env` that has the key.
const BRUNO_KEY: &str = "NOVA_POST_API_KEY";

const BRUNO_AUTHORIZE: &str = r#"meta {
  name: authorize
  type: http
  seq: 1
}

get {
  url: {{baseUrl}}/clients/authorization?apiKey={{apiKey}}
  body: none
  auth: none
}

params:query {
  apiKey: {{apiKey}}
}

assert {
  res.status: eq 200
}

script:post-response {
  bru.setVar("jwt", res.body.jwt);
}
"#;

const BRUNO_CURRENCIES: &str = "meta {
  name: currencies
  type: http
  seq: 2
}

get {
  url: {{baseUrl}}/dictionary/currencies?limit=1
  body: none
  auth: none
}

params:query {
  limit: 1
}

headers {
  Authorization: {{jwt}}
}

assert {
  res.status: eq 200
}
";

/// JetBrains' client would encode the key, which is encoded already, once more.
const HTTP_REQUESTS: &str = r#"
### authorize
# @no-auto-encoding
GET {{baseUrl}}/clients/authorization?apiKey={{apiKey}}
Accept: application/json

> {% client.global.set("jwt", response.body.jwt); %}

### currencies
GET {{baseUrl}}/dictionary/currencies?limit=1
Accept: application/json
Authorization: {{jwt}}
"#;

/// A collection for Bruno. Bruno reads the key from `.env`.
pub(super) fn bruno(
    request: &FileRequest<'_>,
    key: Option<&ApiKey>,
) -> Result<Vec<RenderedFile>, FileProblem> {
    let name = request.environment_name();
    let collection = json!({ "version": "1", "name": "Nova Post", "type": "collection" });
    let environment = format!(
        "vars {{\n  baseUrl: {}\n  apiKey: {{{{process.env.{BRUNO_KEY}}}}}\n}}\n",
        request.address()
    );
    let unsupported = || FileProblem::UnsupportedText { value: FieldValue::ApiKey };
    let value = request.text_of(&FieldValue::ApiKey, key);
    let mut secret = request.comments_with("# ");
    dotenv::push_line(&mut secret, BRUNO_KEY, &dotenv::quoted(&value).ok_or_else(unsupported)?);
    Ok(vec![
        RenderedFile::new("bruno.json", pretty(&collection)),
        RenderedFile::new(&format!("environments/{name}.bru"), Zeroizing::new(environment)),
        RenderedFile::new("authorize.bru", Zeroizing::new(BRUNO_AUTHORIZE.to_owned())),
        RenderedFile::new("currencies.bru", Zeroizing::new(BRUNO_CURRENCIES.to_owned())),
        RenderedFile::new(".gitignore", Zeroizing::new(".env\n".to_owned())),
        RenderedFile::with_key(".env", secret, key),
    ])
}

/// Requests with their environments. JetBrains' names of the files keep the key out of version control.
pub(super) fn http_file(request: &FileRequest<'_>, key: Option<&ApiKey>) -> Vec<RenderedFile> {
    let name = request.environment_name();
    let mut requests = request.comments_with("# ");
    requests.push_str(HTTP_REQUESTS);
    let public = json!({ name: { "baseUrl": request.address() } });
    let private = json!({ name: { "apiKey": *curl::encoded(key) } });
    vec![
        RenderedFile::new("nova-post.http", requests),
        RenderedFile::new("http-client.env.json", pretty(&public)),
        RenderedFile::with_key("http-client.private.env.json", pretty(&private), key),
    ]
}
