//! What schemathesis shows of answers, without the keys and tokens that stand in them.

/// The line with every key and token in it covered, also one that was cut short.
pub(super) fn covered(line: &str) -> String {
    let words = line.split_inclusive(|sign: char| !is_of_a_secret(sign));
    words.map(|word| if is_secret(word) { cover(word) } else { word.to_owned() }).collect()
}

/// A token is three parts in base64url with dots between them, a key is hex.
fn is_of_a_secret(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-')
}

fn is_secret(word: &str) -> bool {
    let word = bare(word).trim_end_matches('.');
    word.starts_with(TOKEN) || is_key(word)
}

/// Without a letter it is a phone number.
fn is_key(word: &str) -> bool {
    word.len() >= SHORTEST_KEY
        && word.bytes().all(|byte| byte.is_ascii_hexdigit())
        && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn cover(word: &str) -> String {
    let after = &word[bare(word).len()..];
    format!("[covered]{after}")
}

fn bare(word: &str) -> &str {
    word.trim_end_matches(|sign: char| !is_of_a_secret(sign))
}

/// `{"` in base64: how every JWT begins.
const TOKEN: &str = "eyJ";
/// Digits from which on they can be a key, whole or cut short. A status, a port, a date are shorter.
const SHORTEST_KEY: usize = 12;

#[cfg(test)]
mod tests {
    use super::covered;

    #[test]
    fn keys_and_tokens_are_covered_whole_or_cut_short() {
        let key = "0123456789abcdef0123456789abcdef01234567";
        for secret in
            [key, &key[..32], &key[..12], "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2ln_-", "eyJ0e..."]
        {
            for (before, after) in
                [("{\"jwt\":\"", "\"}"), ("?apiKey=", "&limit=1"), ("Authorization: ", "")]
            {
                let shown = covered(&format!("{before}{secret}{after}"));
                assert_eq!(shown, format!("{before}[covered]{after}"));
            }
        }
    }

    #[test]
    fn the_rest_stays_as_it_is() {
        for line in [
            "http://127.0.0.1:42369/production/v.1.0",
            "2461 generated, 2461 passed; 2026-08-29T23:59:59.000Z",
            "{\"phone\": \"491713920010\"}",
            "  ✅  Coverage (in 1.32s) – schemathesis.toml",
            "\"id\": \"6f1f9a52-5a0e-4e0b-9d53-8a1f6f1f9a52\"",
        ] {
            assert_eq!(covered(line), line);
        }
    }
}
