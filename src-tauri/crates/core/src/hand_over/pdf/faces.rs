//! The two fonts of documents, which have Latin and Cyrillic letters, and the widths of texts in them.

use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

const REGULAR: &[u8] = include_bytes!("../../../fonts/DejaVuSans.ttf");
const BOLD: &[u8] = include_bytes!("../../../fonts/DejaVuSans-Bold.ttf");

/// What is shown in place of a character that the fonts do not have.
const REPLACEMENT: char = '\u{fffd}';

/// A weight of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    Bold,
}

/// The fonts, read once for each document.
pub(super) struct Faces {
    regular: (Font, FontRef<'static>),
    bold: (Font, FontRef<'static>),
}

impl Faces {
    /// Reads the fonts that are part of the program. `None` if one is broken.
    pub(super) fn load() -> Option<Self> {
        let face =
            |data: &'static [u8]| Some((Font::new(data.into(), 0)?, FontRef::new(data).ok()?));
        Some(Self { regular: face(REGULAR)?, bold: face(BOLD)? })
    }

    pub(super) fn font(&self, face: Face) -> Font {
        self.both(face).0.clone()
    }

    /// The width of a text in points. The fonts have no kerning, so it is the sum of the widths of its characters.
    pub(super) fn width(&self, text: &str, face: Face, size: f32) -> f32 {
        let font = &self.both(face).1;
        let metrics = font.glyph_metrics(Size::new(size), LocationRef::default());
        let characters = font.charmap();
        let glyphs = text.chars().filter_map(|character| characters.map(character));
        glyphs.filter_map(|glyph| metrics.advance_width(glyph)).sum()
    }

    /// The text without control characters, and with a replacement for what the fonts do not have.
    pub(super) fn printable(&self, text: &str) -> String {
        let characters = self.regular.1.charmap();
        text.chars()
            .filter(|character| !character.is_control())
            .map(|character| characters.map(character).map_or(REPLACEMENT, |_| character))
            .collect()
    }

    fn both(&self, face: Face) -> &(Font, FontRef<'static>) {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
        }
    }
}
