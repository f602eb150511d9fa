//! What the window shows of a list before anything is written.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dates::DateOrder;
use super::decode::TextEncoding;
use super::words::ListColumn;
use crate::model::{ApiEnvironment, KeyId};

/// How a file is to be read where it can be read two ways: what the person chose, or nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadAs {
    /// For a file that is neither UTF-8 nor UTF-16.
    pub encoding: Option<TextEncoding>,
    /// For dates such as `8/7/2026`.
    pub date_order: Option<DateOrder>,
}

/// A file that was read, or why it is refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ListCheck {
    /// Nothing of the file is used.
    Refused {
        /// The reason.
        problem: ListProblem,
    },
    /// What the file would change.
    Preview {
        /// All of it.
        preview: ListPreview,
    },
}

/// Why nothing of a file is used. Holds no text of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ListProblem {
    /// It has no line below its headings.
    Empty,
    /// It has more bytes than any list of keys.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// It has more lines than the app reads.
    TooManyLines {
        /// The limit.
        limit: usize,
    },
    /// It is a spreadsheet in its program's own format. The person saves it as CSV.
    Spreadsheet,
    /// It is no text.
    NotText,
    /// It is text in a code page that can't be guessed. The person chooses.
    EncodingUnclear,
    /// No heading is known.
    NoKnownColumn,
    /// Two headings mean the same column.
    ColumnTwice {
        /// The column.
        column: ListColumn,
    },
    /// It has what looks like a whole key or a token.
    HoldsKey {
        /// The line in the file; for JSON, the number of the key in the list. The first has 1.
        line: usize,
        /// The number of the column. 0 for JSON.
        column: usize,
    },
    /// It looks like JSON and is not a list of keys.
    NotOurJson,
    /// A later version of the app wrote it, in a form that this version does not know.
    NewerVersion,
}

/// What a list would change, line by line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListPreview {
    /// How the file was read.
    pub reading: ListReading,
    /// The first date that can be read two ways, as it is in the file. The person has to say what its
    /// numbers mean.
    pub unclear_date: Option<String>,
    /// The headings of columns that are not used, the first thirty.
    pub unknown_columns: Vec<String>,
    /// Each line that adds or changes something, differs and changes nothing, or is refused.
    pub lines: Vec<PreviewLine>,
    /// How many lines say what the register says.
    pub unchanged: usize,
}

/// How a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListReading {
    /// The file's form.
    pub form: ListForm,
    /// Its encoding.
    pub encoding: TextEncoding,
    /// Whether the encoding is likely but not certain.
    pub encoding_is_guess: bool,
    /// The order of numbers in its dates, if it matters.
    pub date_order: Option<DateOrder>,
}

/// The form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListForm {
    /// Comma-separated values, also with semicolons or tabs.
    Csv,
    /// JSON.
    Json,
}

/// What one line of a list would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewLine {
    /// The line in the file; for JSON, the number of the key in the list. The first has 1.
    pub line: usize,
    /// The name of the key; may be empty.
    pub name: String,
    /// Its environment, if it is known.
    pub environment: Option<ApiEnvironment>,
    /// Its last four characters; may be empty.
    pub last_four: String,
    /// What it would do.
    pub effect: LineEffect,
}

/// What a line would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "effect", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum LineEffect {
    /// It adds a key without its secret.
    New {
        /// What the register would know of it, beside its name, environment and last four characters.
        fields: Vec<FieldChange>,
        /// What the list says of it and the register would not know.
        left: Vec<ListColumn>,
    },
    /// It changes a key.
    Changed {
        /// The key.
        key: KeyId,
        /// Each change.
        fields: Vec<FieldChange>,
        /// What differs and stays as it is, because the app or Nova Post knows it better.
        left: Vec<ListColumn>,
    },
    /// It differs from a key only in what a list can't change.
    Left {
        /// The key.
        key: KeyId,
        /// What differs.
        left: Vec<ListColumn>,
    },
    /// It is not used.
    Refused {
        /// The reason.
        problem: LineProblem,
    },
}

/// A field before and after. Dates are `2026-08-27`; environments and statuses have their names in the
/// program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// The field.
    pub column: ListColumn,
    /// As it is; empty if it has no value.
    pub from: Vec<String>,
    /// As it would be.
    pub to: Vec<String>,
}

/// Why a line is not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum LineProblem {
    /// It has no name, no organization and no last four characters.
    NoName,
    /// It does not say in which environment the key works.
    EnvironmentMissing,
    /// Its environment is none of the three.
    EnvironmentUnknown {
        /// As it is in the file.
        text: String,
    },
    /// Its status is none of the five.
    StatusUnknown {
        /// As it is in the file.
        text: String,
    },
    /// A date can't be read.
    DateUnreadable {
        /// The column.
        column: ListColumn,
        /// As it is in the file.
        text: String,
    },
    /// A date can be read two ways.
    DateUnclear {
        /// The column.
        column: ListColumn,
        /// As it is in the file.
        text: String,
    },
    /// The last four characters are not four characters.
    LastFourUnreadable {
        /// As it is in the file.
        text: String,
    },
    /// A text is longer than the app stores.
    TooLong {
        /// The column.
        column: ListColumn,
        /// The limit in characters.
        limit: usize,
    },
    /// A text that has to be on one line has several.
    SeveralLines {
        /// The column.
        column: ListColumn,
    },
    /// A text has characters that can't be shown.
    UnreadableText {
        /// The column.
        column: ListColumn,
    },
    /// An earlier line is about the same key.
    Twice {
        /// The earlier line.
        line: usize,
    },
    /// Several keys of the register match.
    SeveralKeys,
    /// The key is in another environment.
    EnvironmentDiffers,
    /// The key has other last four characters.
    LastFourDiffers,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ListImported {
    /// It is written.
    Done {
        /// The number of keys that were added.
        added: usize,
        /// The number of keys that were changed.
        changed: usize,
    },
    /// The register has changed since the preview. Nothing is written; this is the preview now.
    Outdated {
        /// The preview.
        preview: ListPreview,
    },
}
