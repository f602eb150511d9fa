//! Names that somebody types, and what of them can be seen.

/// Characters of a name, or of a tax code.
pub(crate) const LONGEST_NAME: usize = 200;

/// A typed name as it is taken: on one line, without what can't be seen or turns the direction of the
/// text around it, and without space at its ends. Empty if nothing is left that can be seen.
pub(crate) fn taken(typed: &str) -> String {
    let visible: String = typed.chars().filter_map(visible).collect();
    let name = visible.trim();
    let is_seen = |char: char| !char.is_whitespace() && !is_shaping(char);
    if name.contains(is_seen) { name.to_owned() } else { String::new() }
}

/// Whether a name, as it is taken, has more characters than one may have.
pub(crate) fn is_too_long(name: &str) -> bool {
    name.chars().count() > LONGEST_NAME
}

/// What a character becomes: itself, a space where a line or a column ends, or nothing.
fn visible(char: char) -> Option<char> {
    match char {
        '\u{2028}' | '\u{2029}' => Some(' '),
        // The first half of a line's end.
        '\r' => None,
        char if char.is_control() => char.is_whitespace().then_some(' '),
        char => (!is_ignorable(char)).then_some(char),
    }
}

/// Of the characters that Unicode has nothing shown for (`Default_Ignorable_Code_Point`) those that
/// do nothing within a word: marks of direction and of places to break, fillers, tags.
fn is_ignorable(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180e}'
        | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}'
        | '\u{e01f0}'..='\u{e0fff}')
}

/// The others: they shape their neighbours, but are nothing alone.
fn is_shaping(char: char) -> bool {
    matches!(char,
        '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::taken;

    #[test]
    fn a_name_is_what_can_be_seen_of_it() {
        for (typed, name) in [
            ("  Nordlicht GmbH\t", "Nordlicht GmbH"),
            ("Nord\u{200b}licht\u{0}", "Nordlicht"),
            ("Nordlicht\r\nGmbH", "Nordlicht GmbH"),
            ("\u{202e}HbmG\u{202c} \u{2066}Süd\u{2069}", "HbmG Süd"),
            ("Об’єднання «Ї»", "Об’єднання «Ї»"),
            ("نمی\u{200c}دانم", "نمی\u{200c}دانم"),
        ] {
            assert_eq!(taken(typed), name, "{typed:?}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_no_name() {
        for typed in
            ["", " \n", "\u{200b}", "\u{0}", "\u{a0}\u{feff}", "\u{200d}\u{fe0f}", "\u{3164}"]
        {
            assert_eq!(taken(typed), "", "{typed:?}");
        }
    }
}
