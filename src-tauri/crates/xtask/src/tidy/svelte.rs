//! Reads Svelte components: their style, and the texts in their markup.

/// The content of the `<style>` element and the byte where it begins.
pub(super) fn style_of(component: &str) -> Option<(usize, &str)> {
    let begin = component.find("<style>")? + "<style>".len();
    let end = component.rfind("</style>")?;
    Some((begin, component.get(begin..end)?))
}

/// A text or an attribute's value in the markup, without what is in `{…}`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// The byte where it begins.
    pub(super) at: usize,
    /// `None` for text between tags.
    pub(super) attribute: Option<String>,
    pub(super) text: String,
}

/// Every text in the markup, except in `<script>`, `<style>`, comments and `<code>`.
pub(super) fn texts(component: &str) -> Vec<Shown> {
    let mut reader = Reader { source: component, at: 0, texts: Vec::new() };
    reader.read();
    reader.texts
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    texts: Vec<Shown>,
}

impl Reader<'_> {
    fn read(&mut self) {
        while self.at < self.source.len() {
            let rest = &self.source[self.at..];
            if rest.starts_with("<!--") {
                self.skip_past("-->");
            } else if let Some(end) =
                [("<script", "</script>"), ("<style", "</style>"), ("<code", "</code>")]
                    .iter()
                    .find_map(|(begin, end)| rest.starts_with(begin).then_some(*end))
            {
                self.skip_past(end);
            } else if rest.starts_with('<') {
                self.tag();
            } else {
                let text = self.text_until(|sign| sign == '<');
                self.keep(None, text);
            }
        }
    }

    fn skip_past(&mut self, end: &str) {
        let length = self.source[self.at..].find(end).map(|length| length + end.len());
        self.at = length.map_or(self.source.len(), |length| self.at + length);
    }

    /// Goes to the first character that ends the text; returns the text outside braces.
    fn text_until(&mut self, ends: impl Fn(char) -> bool) -> (usize, String) {
        let begin = self.at;
        let mut text = String::new();
        while let Some(sign) = self.source[self.at..].chars().next() {
            if sign == '{' {
                self.expression();
                text.push(' ');
            } else if ends(sign) {
                break;
            } else {
                text.push(sign);
                self.at += sign.len_utf8();
            }
        }
        (begin, text)
    }

    /// Skips `{…}`, in which strings may contain braces.
    fn expression(&mut self) {
        let mut depth = 0_u32;
        let mut quote = None;
        let mut escaped = false;
        for (at, sign) in self.source[self.at..].char_indices() {
            match (quote, sign) {
                _ if escaped => escaped = false,
                (Some(_), '\\') => escaped = true,
                (Some(open), _) if sign == open => quote = None,
                (None, '"' | '\'' | '`') => quote = Some(sign),
                (None, '{') => depth += 1,
                (None, '}') => {
                    depth -= 1;
                    if depth == 0 {
                        self.at += at + 1;
                        return;
                    }
                }
                _ => {}
            }
        }
        self.at = self.source.len();
    }

    fn tag(&mut self) {
        self.text_until(|sign| sign.is_whitespace() || sign == '>');
        loop {
            self.text_until(|sign| !sign.is_whitespace() && sign != '/');
            if self.source[self.at..].starts_with('>') || self.at >= self.source.len() {
                self.at = (self.at + 1).min(self.source.len());
                return;
            }
            let (_, name) =
                self.text_until(|sign| sign.is_whitespace() || matches!(sign, '=' | '>' | '/'));
            if !self.source[self.at..].starts_with('=') {
                continue;
            }
            self.at += 1;
            let quote = self.source[self.at..].chars().next().filter(|sign| "\"'".contains(*sign));
            let value = if let Some(quote) = quote {
                self.at += 1;
                let value = self.text_until(|sign| sign == quote);
                self.at = (self.at + 1).min(self.source.len());
                value
            } else {
                self.text_until(|sign| sign.is_whitespace() || sign == '>')
            };
            self.keep(Some(name), value);
        }
    }

    fn keep(&mut self, attribute: Option<String>, (at, text): (usize, String)) {
        let trimmed = text.trim();
        if !trimmed.is_empty() {
            let lead = text.len() - text.trim_start().len();
            self.texts.push(Shown { at: at + lead, attribute, text: trimmed.to_owned() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(component: &str) -> Vec<(Option<String>, String)> {
        texts(component).into_iter().map(|text| (text.attribute, text.text)).collect()
    }

    #[test]
    fn texts_and_attributes_are_found() {
        let component = "<script lang=\"ts\">const a = \"<p>No</p>\";</script>\n\
             <!-- No -->{#if a > 1}<p title=\"One {b}\" {...c} on:x={() => \"}\"} hidden>Two {\"no\"}</p>{/if}\
             <code>no</code><style>.no { a: b; }</style>";
        assert_eq!(
            read(component),
            [(Some("title".to_owned()), "One".to_owned()), (None, "Two".to_owned())]
        );
    }

    #[test]
    fn the_style_is_what_is_between_its_tags() {
        assert_eq!(style_of("<p></p><style>a</style>\n"), Some((14, "a")));
        assert_eq!(style_of("<p></p>"), None);
    }
}
