//! Normalizes names that a person types.

/// The maximum number of characters of a name or a tax code.
pub(crate) const MAX_NAME: usize = 200;

/// A name on one line, trimmed, without invisible characters and marks of text direction. Empty if
/// nothing visible is left.
pub(crate) fn normalize(typed: &str) -> String {
    let visible: String = typed.chars().filter_map(visible).collect();
    let name = visible.trim();
    let is_seen = |char: char| !char.is_whitespace() && !is_shaping(char);
    if name.contains(is_seen) { name.to_owned() } else { String::new() }
}

/// Whether a normalized name has too many characters.
pub(crate) fn is_too_long(name: &str) -> bool {
    name.chars().count() > MAX_NAME
}

/// Keeps a visible character, turns a line break or a tab into a space, and drops the rest.
fn visible(char: char) -> Option<char> {
    match char {
        '\u{2028}' | '\u{2029}' => Some(' '),
        // The first half of a line break.
        '\r' => None,
        char if char.is_control() => char.is_whitespace().then_some(' '),
        char => (!is_ignorable(char)).then_some(char),
    }
}

/// Characters without a visible form (`Default_Ignorable_Code_Point`) that have no function within a
/// word: direction marks, break opportunities, fillers, tags.
fn is_ignorable(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180e}'
        | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}'
        | '\u{e01f0}'..='\u{e0fff}')
}

/// The other characters without a visible form. They change the shape of their neighbours.
fn is_shaping(char: char) -> bool {
    matches!(char,
        '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::normalize;

    #[test]
    fn a_name_keeps_its_visible_characters() {
        for (typed, name) in [
            ("  Nordlicht GmbH\t", "Nordlicht GmbH"),
            ("Nord\u{200b}licht\u{0}", "Nordlicht"),
            ("Nordlicht\r\nGmbH", "Nordlicht GmbH"),
            ("\u{202e}HbmG\u{202c} \u{2066}Süd\u{2069}", "HbmG Süd"),
            ("Об’єднання «Ї»", "Об’єднання «Ї»"),
            ("نمی\u{200c}دانم", "نمی\u{200c}دانم"),
        ] {
            assert_eq!(normalize(typed), name, "{typed:?}");
        }
    }

    #[test]
    fn a_name_without_visible_characters_is_empty() {
        for typed in
            ["", " \n", "\u{200b}", "\u{0}", "\u{a0}\u{feff}", "\u{200d}\u{fe0f}", "\u{3164}"]
        {
            assert_eq!(normalize(typed), "", "{typed:?}");
        }
    }
}
