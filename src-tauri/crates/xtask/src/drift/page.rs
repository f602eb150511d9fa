//! A saved page: its text, its date, and whether it still has the facts.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::Report;
use super::facts::{Fact, PageFacts, written};

/// Words before the day on which a page was changed.
const CHANGED: [&str; 5] =
    ["last updated", "last modified", "datemodified", "modified_time", "оновлено"];

/// Elements whose content is one line.
const INLINE: [&str; 14] = [
    "a", "abbr", "b", "bdi", "code", "em", "i", "kbd", "mark", "small", "span", "strong", "time",
    "wbr",
];

/// The most characters of a page that a report repeats.
const QUOTED: usize = 160;

/// A page.
pub(super) struct Page {
    /// As it was saved. It has the addresses of links.
    saved: String,
    lines: Vec<String>,
}

impl Page {
    /// A page from HTML, Markdown or text.
    pub(super) fn of(saved: String) -> Self {
        let start: String = saved.trim_start().chars().take(200).collect();
        let is_html = ["<!doctype", "<html", "<head", "<body", "<div", "<h1", "<p"]
            .iter()
            .any(|tag| start.to_lowercase().starts_with(tag));
        let text = if is_html { text_of(&saved) } else { saved.clone() };
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        Self { lines: lines.filter(|line| !line.is_empty()).collect(), saved }
    }

    /// Whether the page has the title or the address of one that is known.
    pub(super) fn is(&self, known: &PageFacts) -> bool {
        let title = normalized(&known.title);
        let start = self.lines.iter().take(20);
        self.saved.contains(&format!("\"{}\"", known.address))
            || start.into_iter().any(|line| normalized(line) == title)
    }

    /// What the page does not say any more.
    pub(super) fn compare(&self, known: &PageFacts) -> Report {
        let mut report = Report::default();
        match self.changed_on() {
            Some(day) if day[..7] > *known.read => {
                let guides = written(&known.guides);
                report.changes.push(format!(
                    "date: the project read this page in {}, see {guides}; it was changed on {day}. \
                     Read it again",
                    known.read
                ));
            }
            Some(day) => report.notes.push(format!("the page was last changed on {day}")),
            None => report.notes.push("the page has no date".to_owned()),
        }
        for fact in &known.facts {
            if fact.is_link && !self.has_links() {
                let id = &fact.id;
                report.notes.push(format!("{id}: not compared, the file has no links"));
            } else if !self.has(fact) {
                report.changes.push(missing(fact, self.closest(&fact.says[0])));
            }
        }
        report
    }

    fn has_links(&self) -> bool {
        ["href=", "]("].iter().any(|mark| self.saved.contains(mark))
    }

    fn has(&self, fact: &Fact) -> bool {
        if fact.is_link {
            return fact.says.iter().any(|address| self.saved.contains(address.as_str()));
        }
        says(&self.lines.join(" "), fact)
    }

    /// The line that has most words of a text, if it has half of them.
    fn closest(&self, text: &str) -> Option<&str> {
        closest(self.lines.iter().map(String::as_str), text)
    }

    /// The day on which the page says that it was changed, `2026-12-01`.
    fn changed_on(&self) -> Option<String> {
        let saved = self.saved.to_lowercase();
        CHANGED.iter().find_map(|words| {
            saved.match_indices(words).find_map(|(at, _)| {
                let after: String = saved[at..].chars().take(300).collect();
                day_in(&after)
            })
        })
    }
}

/// Whether a text has one of the words of a fact.
pub(super) fn says(text: &str, fact: &Fact) -> bool {
    let text = normalized(text);
    fact.says.iter().any(|says| text.contains(&normalized(says)))
}

/// The line for a fact that is not there any more.
pub(super) fn missing(fact: &Fact, closest: Option<&str>) -> String {
    let Fact { id, says, places, .. } = fact;
    let now = closest.map_or_else(
        || "nothing is like it".to_owned(),
        |line| format!("the closest is {:?}", line.chars().take(QUOTED).collect::<String>()),
    );
    let places = written(places);
    format!("{id}: no longer says {:?}, as in {places}; {now}", says[0])
}

/// The text that has most words of another, if it has half of them. The shorter one of two that have the same.
pub(super) fn closest<'a>(lines: impl Iterator<Item = &'a str>, text: &str) -> Option<&'a str> {
    let wanted = words(text);
    let common = |line: &str| words(line).intersection(&wanted).count();
    lines
        // A single word is no answer to several: it can be the path of a call.
        .filter(|line| line.contains(' ') || !text.contains(' '))
        .map(|line| (common(line), line))
        .filter(|(common, _)| *common > 0 && 2 * common >= wanted.len())
        .max_by_key(|(common, line)| (*common, usize::MAX - line.len()))
        .map(|(_, line)| line)
}

fn words(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase();
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// A text in lower case, with one kind of dash and of arrow, without quotes and marks of Markdown.
fn normalized(text: &str) -> String {
    let text = text.replace(['–', '—', '‑'], "-").replace("->", "→").to_lowercase();
    let kept = |sign: &char| !"\"'`*_\\#«»“”„’‘\u{200b}\u{2060}\u{ad}".contains(*sign);
    let text: String = text.chars().filter(kept).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first `2026-12-01` in a text.
fn day_in(text: &str) -> Option<String> {
    let is_day = |day: &[u8]| {
        day.iter().enumerate().all(|(at, sign)| match at {
            4 | 7 => *sign == b'-',
            _ => sign.is_ascii_digit(),
        })
    };
    let day = text.as_bytes().windows(10).find(|day| is_day(day))?;
    String::from_utf8(day.to_vec()).ok()
}

/// The text of HTML, with each block on a line.
fn text_of(html: &str) -> String {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Text::default(), TokenizerOpts::default());
    // It stops only at scripts, which are then fed as text that is dropped.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    tokenizer.sink.text.take()
}

#[derive(Default)]
struct Text {
    text: RefCell<String>,
    /// Inside of a script or a style.
    hidden: Cell<bool>,
}

impl TokenSink for Text {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(characters) if !self.hidden.get() => {
                // The lines of the file are not those of the page.
                let characters: String =
                    characters.chars().map(|sign| if sign == '\n' { ' ' } else { sign }).collect();
                self.text.borrow_mut().push_str(&characters);
            }
            Token::TagToken(tag) => {
                let is_hidden = matches!(&*tag.name, "script" | "style");
                self.hidden.set(is_hidden && tag.kind == TagKind::StartTag);
                if !INLINE.contains(&&*tag.name) {
                    self.text.borrow_mut().push('\n');
                }
                if self.hidden.get() {
                    let kind =
                        if &*tag.name == "script" { RawKind::ScriptData } else { RawKind::Rawtext };
                    return TokenSinkResult::RawData(kind);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
