//! Whether a copied or typed text can be a key.

use super::ClipboardCheck;
use crate::secret::ApiKey;

/// The key in a copied text, without the white space around it, or what the text is instead.
pub fn parse_key(text: &str) -> Result<ApiKey, ClipboardCheck> {
    let text = text.trim();
    let length = text.chars().count();
    if text.is_empty() {
        return Err(ClipboardCheck::Empty);
    }
    if text.chars().any(char::is_whitespace) {
        return Err(ClipboardCheck::SpacesInside);
    }
    if text.contains("://") {
        return Err(ClipboardCheck::Address);
    }
    if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(ClipboardCheck::ForeignSigns);
    }
    if is_token(text) {
        return Err(ClipboardCheck::Token);
    }
    ApiKey::new(text.to_owned()).map_err(|_| {
        if length < *ApiKey::LENGTH.start() {
            ClipboardCheck::TooShort { length }
        } else {
            ClipboardCheck::TooLong { length }
        }
    })
}

/// A JWT in its compact form: three parts, the first a base64 encoded JSON object (RFC 7519).
fn is_token(text: &str) -> bool {
    text.starts_with("eyJ") && text.split('.').count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_is_not_a_key_in_any_spelling() {
        for text in [
            "https://my.novapost.com/integrations",
            "HTTPS://my.novapost.com/integrations",
            "view-source:https://my.novapost.com/",
        ] {
            assert_eq!(parse_key(text).unwrap_err(), ClipboardCheck::Address, "{text}");
        }
    }

    #[test]
    fn white_space_around_a_key_is_ignored() {
        let key = parse_key(" \t99dde7bdce11414efc2f1c10ddbfd42d\r\n").unwrap();
        assert_eq!(key.expose(), "99dde7bdce11414efc2f1c10ddbfd42d");
        let inside = parse_key("99dde7bdce11414e fc2f1c10").unwrap_err();
        assert_eq!(inside, ClipboardCheck::SpacesInside);
    }
}
