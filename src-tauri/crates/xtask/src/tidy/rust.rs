//! Reads Rust source text: removes comments, literals and test code, and finds imports.

use super::source::line_at;

/// A path that begins with `crate` or `super`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Import {
    pub(super) line: usize,
    pub(super) path: Vec<String>,
}

/// The text with comments and the contents of literals replaced by spaces. Lines and bytes keep
/// their positions.
pub(super) fn code_of(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes[at..].starts_with(b"//") => end_of_line(bytes, at),
            b'/' if bytes[at..].starts_with(b"/*") => end_of_block_comment(bytes, at),
            b'"' => end_of_string(bytes, at),
            b'r' if !is_in_word(bytes, at) => end_of_raw_string(bytes, at),
            b'\'' => end_of_char(text, at),
            _ => at,
        };
        for byte in &mut code[at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = end.max(at + 1);
    }
    String::from_utf8_lossy(&code).into_owned()
}

fn end_of_line(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length)
}

fn end_of_block_comment(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    at
}

fn end_of_string(bytes: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while end < bytes.len() && bytes[end] != b'"' {
        end += if bytes[end] == b'\\' { 2 } else { 1 };
    }
    (end + 1).min(bytes.len())
}

/// Returns `at` if no raw string begins there.
fn end_of_raw_string(bytes: &[u8], at: usize) -> usize {
    let hashes = bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
    if bytes.get(at + 1 + hashes) != Some(&b'"') {
        return at;
    }
    let close = [b"\"", "#".repeat(hashes).as_bytes()].concat();
    let from = at + 2 + hashes;
    let length = bytes[from..].windows(close.len()).position(|part| part == close);
    length.map_or(bytes.len(), |length| from + length + close.len())
}

/// Returns `at` if a lifetime begins there.
fn end_of_char(text: &str, at: usize) -> usize {
    let rest = &text[at + 1..];
    let mut characters = rest.char_indices();
    let Some((_, first)) = characters.next() else { return at };
    if first == '\\' {
        let close = rest[2..].find('\'').map(|length| at + 1 + 2 + length + 1);
        return close.unwrap_or(at);
    }
    match characters.next() {
        Some((length, '\'')) => at + 1 + length + 1,
        _ => at,
    }
}

fn is_in_word(bytes: &[u8], at: usize) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    // `br"…"` is a raw string too.
    let before = at.checked_sub(1).map(|before| bytes[before]);
    before.is_some_and(|before| is_word(before) && before != b'b')
}

/// Code without the items that are compiled only for tests, and the names of the modules among
/// them that lie in files.
pub(super) fn without_tests(code: &str) -> (String, Vec<String>) {
    let mut kept = code.to_owned();
    let mut modules = Vec::new();
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(") {
        let begin = from + found;
        let condition = &code[begin..code[begin..].find(']').map_or(code.len(), |end| begin + end)];
        from = begin + 1;
        let mut names = condition.split(|sign: char| !(sign.is_alphanumeric() || sign == '_'));
        if condition.contains("not(test") || !names.any(|name| name == "test") {
            continue;
        }
        let end = end_of_item(code, begin);
        let item = &code[begin..end];
        let words: Vec<&str> = item.split_whitespace().collect();
        if let Some(name) = words.last().and_then(|last| last.strip_suffix(';'))
            && words.iter().rev().nth(1) == Some(&"mod")
        {
            modules.push(name.to_owned());
        }
        let blank: String =
            item.chars().map(|sign| if sign == '\n' { '\n' } else { ' ' }).collect();
        if blank.len() == item.len() {
            kept.replace_range(begin..end, &blank);
        }
        from = end;
    }
    (kept, modules)
}

/// The end of the item whose attributes begin at `begin`: its `;`, or the brace that closes it.
fn end_of_item(code: &str, begin: usize) -> usize {
    let mut depth = 0_u32;
    let mut is_use = false;
    for (at, sign) in code[begin..].char_indices() {
        let at = begin + at;
        if depth == 0 && code[at..].starts_with("use ") {
            is_use = true;
        }
        match sign {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && sign == '}' && !is_use {
                    return at + 1;
                }
            }
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

/// Every path in the code that begins with `crate` or `super`; one for each branch of a `use`.
pub(super) fn imports(code: &str) -> Vec<Import> {
    let mut found = Vec::new();
    for root in ["crate", "super"] {
        for (at, _) in code.match_indices(root) {
            let in_word = |byte: Option<&u8>| {
                byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
            };
            let before = at.checked_sub(1).and_then(|before| code.as_bytes().get(before));
            // `super::super` is one path, which began earlier.
            let is_path = code[at + root.len()..].starts_with("::");
            if !is_path || in_word(before) || code[..at].ends_with("::") {
                continue;
            }
            let line = line_at(code, at);
            let mut paths = Vec::new();
            branches(&code[at..], &mut vec![], &mut paths);
            found.extend(paths.into_iter().map(|path| Import { line, path }));
        }
    }
    found
}

/// Reads one branch of a tree of paths; returns the text after it.
fn branches<'a>(text: &'a str, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start().trim_start_matches(',').trim_start();
            if rest.is_empty() || rest.starts_with('}') {
                return rest.strip_prefix('}').unwrap_or(rest);
            }
            let length = path.len();
            let after = branches(rest, path, found);
            path.truncate(length);
            if after.len() == rest.len() {
                return after;
            }
            rest = after;
        }
    }
    let name: String =
        text.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect();
    if name.is_empty() {
        found.push(path.clone());
        return text.strip_prefix('*').unwrap_or(text);
    }
    let mut rest = &text[name.len()..];
    if name != "self" {
        path.push(name);
    }
    if let Some(after) = rest.strip_prefix("::") {
        return branches(after, path, found);
    }
    found.push(path.clone());
    if let Some(renamed) = rest.trim_start().strip_prefix("as ") {
        let renamed = renamed.trim_start();
        rest = renamed.trim_start_matches(|sign: char| sign.is_alphanumeric() || sign == '_');
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(code: &str) -> Vec<String> {
        imports(code).into_iter().map(|import| import.path.join("::")).collect()
    }

    #[test]
    fn comments_and_literals_are_removed() {
        let text = "a // crate::b\n/* /* */ crate::c */ \"crate::\\\"d\" r#\"crate::\"e\"# 'f' &'g h '\\''";
        let code = code_of(text);
        assert_eq!(code.len(), text.len());
        assert!(!code.contains("crate"), "{code}");
        assert!(code.contains("&'g h"), "{code}");
    }

    #[test]
    fn every_branch_of_an_import_is_found() {
        let code =
            "use crate::{a, b::{self, C as D}, e::*};\nfn f(x: super::super::g::H<crate::i::J>) {}";
        assert_eq!(
            paths(code),
            [
                "crate::a",
                "crate::b",
                "crate::b::C",
                "crate::e",
                "crate::i::J",
                "super::super::g::H"
            ]
        );
        assert_eq!(imports(code)[4].line, 2);
    }

    #[test]
    fn visibility_is_no_import() {
        assert!(paths("pub(crate) fn f() {} pub(super) struct S;").is_empty());
    }

    #[test]
    fn items_for_tests_do_not_count() {
        let code = "#[cfg(test)]\nmod tests {\n use crate::a;\n}\nuse crate::b;\n#[cfg(any(test, fuzzing))]\npub use c::{crate_d};\n#[cfg(test)]\nmod e_tests;\n#[cfg(not(test))]\nuse crate::f;";
        let (kept, modules) = without_tests(code);
        assert_eq!(paths(&kept), ["crate::b", "crate::f"]);
        assert_eq!(modules, ["e_tests"]);
        assert_eq!(kept.lines().count(), code.lines().count());
    }
}
