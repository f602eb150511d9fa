//! A short document as PDF: A4, with page numbers and searchable text. All sentences come from the caller, who must not
//! put a secret into them.

mod faces;
mod layout;

use std::{fmt, iter};

use krilla::Document;
use krilla::color::luma;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::TextDirection;
use serde::Deserialize;
use ts_rs::TS;

use faces::{Face, Faces};
use layout::{Layout, Run};

/// The width and height of A4 and the margin, in points.
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;
const MARGIN: f32 = 56.0;

const RIBBON_HEIGHT: f32 = 26.0;
const SMALL: f32 = 9.0;

const BLACK: u8 = 0;
const LIGHT_GREY: u8 = 222;

/// The content of a document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
pub struct PdfDocument {
    /// Its title, also in the file's properties.
    pub title: String,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// A text across the top of each page, such as the one that marks practice.
    pub ribbon: Option<String>,
    /// Its sections.
    pub sections: Vec<PdfSection>,
}

/// A section of a document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
pub struct PdfSection {
    /// Its heading.
    pub heading: String,
    /// What is below the heading.
    pub parts: Vec<PdfPart>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PdfPart {
    /// Text over the whole width. A line break in it begins a new line.
    Paragraph {
        /// The text.
        text: String,
    },
    /// A label, with a value on its right.
    Row {
        /// What the value is.
        label: String,
        /// The value.
        value: String,
    },
}

/// The document can't be made.
#[derive(Debug)]
pub enum PdfError {
    /// A font of the program can't be read. A test reads them.
    Font,
    /// A size is not a possible one.
    Geometry,
    /// krilla refused.
    Krilla(Box<KrillaError>),
}

impl PdfPart {
    fn texts(&self) -> impl Iterator<Item = &str> {
        let (first, second) = match self {
            Self::Paragraph { text } => (text.as_str(), None),
            Self::Row { label, value } => (label.as_str(), Some(value.as_str())),
        };
        iter::once(first).chain(second)
    }
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font => f.write_str("a font of the program can't be read"),
            Self::Geometry => f.write_str("a size is not a possible one"),
            Self::Krilla(error) => error.fmt(f),
        }
    }
}

impl PdfDocument {
    /// All its texts, so that they can be searched for secrets.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let sections = self.sections.iter().flat_map(|section| {
            let parts = section.parts.iter().flat_map(PdfPart::texts);
            iter::once(section.heading.as_str()).chain(parts)
        });
        [self.title.as_str(), &self.language]
            .into_iter()
            .chain(self.ribbon.as_deref())
            .chain(sections)
    }

    /// Makes the PDF.
    pub fn render(&self) -> Result<Vec<u8>, PdfError> {
        let faces = Faces::load().ok_or(PdfError::Font)?;
        let pages = self.pages(&faces);
        let mut document = Document::new();
        let metadata = Metadata::new().title(self.title.clone()).language(self.language.clone());
        document.set_metadata(metadata);
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(PdfError::Geometry)?;
        for (at, runs) in pages.iter().enumerate() {
            let mut page = document.start_page_with(settings.clone());
            let mut surface = page.surface();
            if let Some(ribbon) = &self.ribbon {
                draw_ribbon(&mut surface, &faces, ribbon)?;
            }
            surface.set_fill(Some(fill(BLACK)));
            for run in runs {
                draw(&mut surface, &faces, run);
            }
            let number = format!("{}/{}", at + 1, pages.len());
            let x = WIDTH - MARGIN - faces.width(&number, Face::Regular, SMALL);
            let footer =
                Run { x, y: HEIGHT - MARGIN / 2.0, face: Face::Regular, size: SMALL, text: number };
            draw(&mut surface, &faces, &footer);
            surface.finish();
            page.finish();
        }
        document.finish().map_err(|error| PdfError::Krilla(Box::new(error)))
    }

    fn pages(&self, faces: &Faces) -> Vec<Vec<Run>> {
        let mut layout = Layout::new(faces);
        layout.title(&self.title);
        for section in &self.sections {
            layout.heading(&section.heading);
            for part in &section.parts {
                match part {
                    PdfPart::Paragraph { text } => layout.paragraph(text),
                    PdfPart::Row { label, value } => layout.row(label, value),
                }
            }
        }
        layout.into_pages()
    }
}

fn draw_ribbon(surface: &mut Surface<'_>, faces: &Faces, text: &str) -> Result<(), PdfError> {
    let band = Rect::from_xywh(0.0, 0.0, WIDTH, RIBBON_HEIGHT).ok_or(PdfError::Geometry)?;
    let mut path = PathBuilder::new();
    path.push_rect(band);
    surface.set_fill(Some(fill(LIGHT_GREY)));
    surface.draw_path(&path.finish().ok_or(PdfError::Geometry)?);
    surface.set_fill(Some(fill(BLACK)));
    let text = faces.printable(text);
    let x = (WIDTH - faces.width(&text, Face::Bold, SMALL)) / 2.0;
    let y = f32::midpoint(RIBBON_HEIGHT, SMALL) - 1.0;
    draw(surface, faces, &Run { x, y, face: Face::Bold, size: SMALL, text });
    Ok(())
}

fn draw(surface: &mut Surface<'_>, faces: &Faces, run: &Run) {
    let font = faces.font(run.face);
    let start = Point::from_xy(run.x, run.y);
    surface.draw_text(start, font, run.size, &run.text, false, TextDirection::LeftToRight);
}

fn fill(grey: u8) -> Fill {
    Fill {
        paint: luma::Color::new(grey).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}
