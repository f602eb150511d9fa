//! Removes keys and tokens from what programs print.

/// The text with `[redacted]` in place of every key and token, also of a truncated one.
#[must_use]
pub fn redact(text: &str) -> String {
    let words = text.split_inclusive(|sign: char| !is_part_of_secret(sign));
    words.map(|word| if is_secret(word) { replace(word) } else { word.to_owned() }).collect()
}

/// A token is three parts in base64url with dots between them, a key is hexadecimal.
fn is_part_of_secret(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-')
}

fn is_secret(word: &str) -> bool {
    let word = bare(word).trim_end_matches('.');
    word.starts_with(TOKEN) || is_key(word)
}

/// A word of digits without a letter is a phone number.
fn is_key(word: &str) -> bool {
    word.len() >= SHORTEST_KEY
        && word.bytes().all(|byte| byte.is_ascii_hexdigit())
        && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn replace(word: &str) -> String {
    let after = &word[bare(word).len()..];
    format!("[redacted]{after}")
}

/// The word without the character that ended it.
fn bare(word: &str) -> &str {
    word.trim_end_matches(|sign: char| !is_part_of_secret(sign))
}

/// The beginning of every JWT: `{"` in base64.
const TOKEN: &str = "eyJ";
/// The number of digits from which a word can be a key or the beginning of one. A status, a port and
/// a date are shorter.
const SHORTEST_KEY: usize = 12;

#[cfg(test)]
mod tests {
    use super::redact;

    #[test]
    fn whole_and_truncated_keys_and_tokens_are_redacted() {
        let key = "0123456789abcdef0123456789abcdef01234567";
        for secret in
            [key, &key[..32], &key[..12], "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2ln_-", "eyJ0e..."]
        {
            for (before, after) in
                [("{\"jwt\":\"", "\"}"), ("?apiKey=", "&limit=1"), ("Authorization: ", "")]
            {
                let shown = redact(&format!("{before}{secret}{after}"));
                assert_eq!(shown, format!("{before}[redacted]{after}"));
            }
        }
    }

    #[test]
    fn other_words_do_not_change() {
        for line in [
            "http://127.0.0.1:42369/production/v.1.0",
            "2461 generated, 2461 passed; 2026-08-29T23:59:59.000Z",
            "{\"phone\": \"491713920010\"}",
            "  ✅  Coverage (in 1.32s) – schemathesis.toml",
            "\"id\": \"6f1f9a52-5a0e-4e0b-9d53-8a1f6f1f9a52\"",
        ] {
            assert_eq!(redact(line), line);
        }
    }
}
