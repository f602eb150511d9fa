//! A text with `*` for any characters, such as `*Warszawa*`. Upper and lower case are the same.

/// The texts between the asterisks.
#[derive(Debug)]
pub(super) struct Mask(Vec<String>);

impl Mask {
    /// `None` if the text is empty.
    pub(super) fn parse(text: &str) -> Option<Self> {
        (!text.is_empty())
            .then(|| Self(text.to_lowercase().split('*').map(str::to_owned).collect()))
    }

    pub(super) fn fits(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let [first, between @ .., last] = &self.0[..] else {
            return self.0.iter().all(|whole| *whole == text);
        };
        let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
        for part in between {
            let Some(found) = rest.find(part.as_str()) else { return false };
            rest = rest.get(found + part.len()..).unwrap_or_default();
        }
        rest.ends_with(last.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Mask;

    #[test]
    fn an_asterisk_stands_for_any_characters() {
        for (mask, text, fits) in [
            ("Warszawa", "Warszawa", true),
            ("WARSZAWA", "Warszawa", true),
            ("*wrocław*", "Wrocław 1", true),
            ("київ*", "Київ 2", true),
            ("*2", "Київ 2", true),
            ("W*a*3", "Warszawa 3", true),
            ("*", "Warszawa", true),
            ("**", "Warszawa", true),
            ("War", "Warszawa", false),
            ("*awa", "Warszawa 1", false),
            ("aa*aa", "aaa", false),
            ("a*b*c", "acb", false),
        ] {
            assert_eq!(Mask::parse(mask).unwrap().fits(text), fits, "{mask} {text}");
        }
        assert!(Mask::parse("").is_none());
    }
}
