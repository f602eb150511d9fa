//! The few addresses outside that the app opens, and nothing else.

use serde::Deserialize;
use ts_rs::TS;

/// A page that Key Desk knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// My Nova Post: the account, and its keys.
    MyNovaPost,
    /// How to register there, step by step.
    RegistrationHelp,
    /// Nova Post's own page about keys, with its form for a test key.
    TestKeyPage,
    /// The documentation for developers.
    ApiPortal,
    /// The business cabinet in Ukraine.
    UkraineCabinet,
}

/// Who answers questions about the API (spec).
const SERVICE_DESK: &str = "servicedesk@novapost.com";

/// The longest address that every mail program takes.
const MAILTO_LIMIT: usize = 2000;

impl Link {
    /// Its address. Checked November 2026.
    #[must_use]
    pub fn address(self) -> &'static str {
        match self {
            Self::MyNovaPost => "https://my.novapost.com/",
            Self::RegistrationHelp => {
                "https://novapost.com/en-pl/my-nova-post-instructions#registration"
            }
            Self::TestKeyPage => {
                "https://api-portal.novapost.com/novaposhta-docs/integration-guide/api-key-generation"
            }
            Self::ApiPortal => "https://api-portal.novapost.com/",
            Self::UkraineCabinet => "https://new.novaposhta.ua/",
        }
    }
}

/// A `mailto:` address (RFC 6068) of a letter to the service desk; the body is cut where mail
/// programs would cut it.
#[must_use]
pub fn letter_to_service_desk(subject: &str, body: &str) -> String {
    let mut address = format!("mailto:{SERVICE_DESK}?subject={}&body=", encode(subject));
    for character in body.replace("\r\n", "\n").replace('\n', "\r\n").chars() {
        let encoded = encode(character.encode_utf8(&mut [0; 4]));
        if address.len() + encoded.len() > MAILTO_LIMIT {
            break;
        }
        address.push_str(&encoded);
    }
    address
}

/// Hands an address to the browser or the mail program. That none is installed is seen by the
/// person at once; the log keeps it for support.
pub(crate) fn open(address: &str) {
    if tauri_plugin_opener::open_url(address, None::<&str>).is_err() {
        tracing::warn!("no program opened the address");
    }
}

fn encode(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_goes_to_the_service_desk_and_nowhere_else() {
        let address = letter_to_service_desk("Key & account", "Line one\nsecond?cc=x@y.z&bcc=é");
        assert_eq!(
            address,
            "mailto:servicedesk@novapost.com?subject=Key%20%26%20account&body=Line%20one%0D%0Asecond%3Fcc%3Dx%40y.z%26bcc%3D%C3%A9"
        );
    }

    #[test]
    fn a_long_letter_stays_within_what_mail_programs_take() {
        let address = letter_to_service_desk("s", &"ї".repeat(5000));
        assert!(address.len() <= MAILTO_LIMIT && address.ends_with("%97"));
    }
}
