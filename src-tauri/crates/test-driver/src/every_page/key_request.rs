//! The pages of a developer's request for a key. Ends on the page of the key on which they began.

use crate::error::Error;
use crate::window::Window;

/// A request of somebody who is not known, for a test key.
const REQUEST: &str = r#"{ "keyRequest": 1, "system": "sdk", "environment": "sandbox",
"needs": ["company_name", "tax_code"], "name": "Daria Lis",
"publicKey": "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
"note": "For the web shop. By Friday, please." }"#;

/// Opens a request, compares its words, and refuses it.
pub(super) async fn visit(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-keys").await?;
    window.turn_to("open-request").await?;
    visit("request-open").await?;
    window.click("request-read").await?;
    window.wait_for("request-problem").await?;
    visit("request-problem").await?;
    window.type_into("request-text", REQUEST).await?;
    window.click("request-read").await?;
    window.wait_for("continue").await?;
    visit("request").await?;
    window.click("request-words-different").await?;
    window.wait_for("request-different").await?;
    visit("request-different").await?;
    window.click("request-words-same").await?;
    window.wait_for_attribute("request-standing", "data-kind", "known").await?;
    visit("request-compared").await?;
    window.turn_to("request-refuse").await?;
    window.turn_to("nav-keys").await?;
    window.turn_to("key-row").await
}
