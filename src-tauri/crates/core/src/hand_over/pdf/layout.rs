//! Breaks texts into lines and pages.

use super::faces::{Face, Faces};
use super::{HEIGHT, MARGIN, RIBBON_HEIGHT, WIDTH};

const TITLE: f32 = 18.0;
const HEADING: f32 = 12.5;
const TEXT: f32 = 10.0;

/// The distance of two lines, as a part of the size.
const LEADING: f32 = 1.4;
const GAP: f32 = 5.0;

/// A text of up to so many lines stays on one page.
const LINES_TOGETHER: usize = 6;

const TEXT_WIDTH: f32 = WIDTH - 2.0 * MARGIN;
/// Wide enough for the longest name of a setting, so that it can be copied in one piece.
const LABEL_WIDTH: f32 = 240.0;
const COLUMN_GAP: f32 = 12.0;

const TOP: f32 = MARGIN + RIBBON_HEIGHT / 2.0;
const BOTTOM: f32 = HEIGHT - MARGIN;

/// A text on one line.
pub(super) struct Run {
    pub(super) x: f32,
    /// The base line, from the top of the page.
    pub(super) y: f32,
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) text: String,
}

/// The pages so far, and where the next line begins.
pub(super) struct Layout<'a> {
    faces: &'a Faces,
    full: Vec<Vec<Run>>,
    page: Vec<Run>,
    y: f32,
}

impl<'a> Layout<'a> {
    pub(super) fn new(faces: &'a Faces) -> Self {
        Self { faces, full: Vec::new(), page: Vec::new(), y: TOP }
    }

    pub(super) fn title(&mut self, text: &str) {
        self.block(text, Face::Bold, TITLE);
    }

    /// A heading is never the last line of a page.
    pub(super) fn heading(&mut self, text: &str) {
        self.y += 2.0 * GAP;
        self.make_room(HEADING * LEADING + GAP + 2.0 * TEXT * LEADING);
        self.block(text, Face::Bold, HEADING);
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.block(text, Face::Regular, TEXT);
    }

    pub(super) fn row(&mut self, label: &str, value: &str) {
        let labels = self.lines(label, LABEL_WIDTH, Face::Bold, TEXT);
        let left = LABEL_WIDTH + COLUMN_GAP;
        let values = self.lines(value, TEXT_WIDTH - left, Face::Regular, TEXT);
        let count = labels.len().max(values.len());
        let (mut labels, mut values) = (labels.into_iter(), values.into_iter());
        for _ in 0..count {
            self.next_line(TEXT);
            if let Some(text) = labels.next() {
                self.push(MARGIN, Face::Bold, TEXT, text);
            }
            if let Some(text) = values.next() {
                self.push(MARGIN + left, Face::Regular, TEXT, text);
            }
        }
        self.y += GAP;
    }

    pub(super) fn into_pages(mut self) -> Vec<Vec<Run>> {
        self.full.push(self.page);
        self.full
    }

    fn block(&mut self, text: &str, face: Face, size: f32) {
        let lines = self.lines(text, TEXT_WIDTH, face, size);
        self.make_room(lines.iter().take(LINES_TOGETHER).map(|_| size * LEADING).sum());
        for line in lines {
            self.next_line(size);
            self.push(MARGIN, face, size, line);
        }
        self.y += GAP;
    }

    fn next_line(&mut self, size: f32) {
        self.make_room(size * LEADING);
        self.y += size * LEADING;
    }

    fn make_room(&mut self, height: f32) {
        if self.y + height > BOTTOM && !self.page.is_empty() {
            self.full.push(std::mem::take(&mut self.page));
            self.y = TOP;
        }
    }

    fn push(&mut self, x: f32, face: Face, size: f32, text: String) {
        self.page.push(Run { x, y: self.y, face, size, text });
    }

    /// The lines of a text that fit into a width. A word that is too long is broken.
    fn lines(&self, text: &str, width: f32, face: Face, size: f32) -> Vec<String> {
        let fits = |text: &str| self.faces.width(text, face, size) <= width;
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in self.faces.printable(paragraph).split(' ') {
                let longer =
                    if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if fits(&longer) {
                    line = longer;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                for letter in word.chars() {
                    line.push(letter);
                    if !fits(&line) && line.chars().count() > 1 {
                        line.pop();
                        lines.push(std::mem::take(&mut line));
                        line.push(letter);
                    }
                }
            }
            lines.push(line);
        }
        lines
    }
}
