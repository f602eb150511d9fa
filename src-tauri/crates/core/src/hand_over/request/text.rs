//! Finds requests in a text that a mail program may have changed: quoted, wrapped, with other line ends and blanks.

use std::borrow::Cow;

use super::{MARKERS, MOST_REQUESTS};
use crate::model::KeyRequestProblem;

/// The requests in a text, as JSON that need not be right. There is at least one.
pub(super) fn find(text: &str) -> Result<Vec<String>, KeyRequestProblem> {
    let lines: Vec<&str> = text.split(['\n', '\r']).collect();
    let blocks = between_markers(&lines)?;
    if blocks.len() > MOST_REQUESTS {
        return Err(KeyRequestProblem::Several);
    }
    let found: Vec<String> =
        if blocks.is_empty() { without_markers(&lines).into_iter().collect() } else { blocks };
    if found.is_empty() {
        return Err(KeyRequestProblem::NotARequest);
    }
    Ok(found.iter().map(|block| repaired(block)).collect())
}

/// What is between each pair of marker lines. Fails if one has no end.
fn between_markers(lines: &[&str]) -> Result<Vec<String>, KeyRequestProblem> {
    let [begin, end] = MARKERS.map(marked);
    let mut blocks = Vec::new();
    let mut open: Option<(usize, Vec<&str>)> = None;
    for line in lines {
        let (depth, content) = unquoted(line, usize::MAX);
        let marker = marked(content);
        if marker == begin {
            if open.replace((depth, Vec::new())).is_some() {
                return Err(KeyRequestProblem::Damaged);
            }
        } else if marker == end {
            if let Some((_, block)) = open.take() {
                blocks.push(block.join("\n"));
            }
        } else if let Some((depth, block)) = &mut open {
            // A `>` more than before the marker is a part of the request.
            block.push(unquoted(line, *depth).1);
        }
    }
    if open.is_some() {
        return Err(KeyRequestProblem::Damaged);
    }
    Ok(blocks)
}

/// From the first brace to the last one, if this can be a request.
fn without_markers(lines: &[&str]) -> Option<String> {
    let depth = lines.iter().find_map(|line| {
        let (depth, content) = unquoted(line, usize::MAX);
        content.contains('{').then_some(depth)
    })?;
    let text: Vec<&str> = lines.iter().map(|line| unquoted(line, depth).1).collect();
    let text = text.join("\n");
    if !text.contains("keyRequest") {
        return None;
    }
    let start = text.find('{')?;
    // Without its end it is damaged: the reader says so.
    let end = text.rfind('}').filter(|end| *end > start).map_or(text.len(), |end| end + 1);
    Some(text[start..end].to_owned())
}

/// The line without blanks around it and without at most `most` signs of a quote before it, and how many it had.
fn unquoted(line: &str, most: usize) -> (usize, &str) {
    let is_blank = |letter: char| letter.is_whitespace() || letter == '\u{feff}';
    let mut rest = line.trim_matches(is_blank);
    let mut depth = 0;
    while depth < most
        && let Some(after) = rest.strip_prefix('>')
    {
        rest = after.trim_start_matches(is_blank);
        depth += 1;
    }
    (depth, rest)
}

/// The letters of a marker line. Mail programs make other dashes and bold text of its dashes.
fn marked(line: &str) -> String {
    if line.len() > 100 {
        return String::new();
    }
    let around = |letter: char| {
        letter.is_whitespace() || matches!(letter, '-' | '*' | '_' | '=' | '\u{2010}'..='\u{2015}')
    };
    line.trim_matches(around).to_ascii_uppercase()
}

/// The JSON without what mail programs put into it: line breaks and tabs inside texts become blanks, other blanks outside
/// of texts become plain ones, and typographic quotes outside of texts become plain ones.
fn repaired(block: &str) -> String {
    let block = plain_quotes(block);
    let mut repaired = String::with_capacity(block.len());
    let (mut is_in_text, mut is_escaped) = (false, false);
    for letter in block.chars() {
        match letter {
            '\n' | '\t' if is_in_text => repaired.push(' '),
            '\u{feff}' | '\u{200b}' if !is_in_text => {}
            _ if !is_in_text && letter.is_whitespace() && letter != '\n' => repaired.push(' '),
            _ => repaired.push(letter),
        }
        (is_in_text, is_escaped) = match letter {
            '"' if !is_escaped => (!is_in_text, false),
            '\\' if is_in_text => (true, !is_escaped),
            _ => (is_in_text, false),
        };
    }
    repaired
}

/// A program that makes typographic quotes makes all of them so. Otherwise they are part of a text.
fn plain_quotes(block: &str) -> Cow<'_, str> {
    if block.contains('"') {
        return Cow::Borrowed(block);
    }
    Cow::Owned(block.replace(['\u{201c}', '\u{201d}', '\u{201e}', '«', '»'], "\""))
}
