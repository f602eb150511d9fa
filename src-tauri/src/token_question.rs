//! What the popup window `ask` shows, and the person's answer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use keydesk_core::model::ApiEnvironment;

/// The program that asks for a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AskingProgram {
    /// The name of its file.
    pub(crate) name: String,
    /// Its full path.
    pub(crate) path: String,
}

/// A program of this computer asks for a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TokenQuestion {
    /// The program. `None` if the system does not say which one it is: then there is no permission for an hour.
    pub(crate) program: Option<AskingProgram>,
    /// The name of the key; may be empty.
    pub(crate) key_name: String,
    /// The last four characters of the key.
    pub(crate) last_four: String,
    /// The environment of the key.
    pub(crate) environment: ApiEnvironment,
}

/// The person's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TokenAnswer {
    /// No, or no answer.
    DontAllow,
    /// This token only.
    AllowOnce,
    /// This token, and others of this key for an hour.
    AllowForAnHour,
}

impl AskingProgram {
    /// Characters that would hide or reorder parts of the path are shown as �.
    pub(crate) fn at(path: &str) -> Self {
        let path: String = path.chars().map(|c| if is_shown(c) { c } else { '\u{fffd}' }).collect();
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        Self { name, path }
    }
}

fn is_shown(character: char) -> bool {
    const HIDDEN: [std::ops::RangeInclusive<char>; 6] = [
        '\u{ad}'..='\u{ad}',
        '\u{61c}'..='\u{61c}',
        '\u{200b}'..='\u{200f}',
        '\u{2028}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{feff}'..='\u{feff}',
    ];
    !character.is_control() && !HIDDEN.iter().any(|range| range.contains(&character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_no_characters_that_hide_or_reorder_it() {
        let program = AskingProgram::at("/home/oleh/\u{202e}php\n\u{200b}");
        assert_eq!(program.name, "\u{fffd}php\u{fffd}\u{fffd}");
        assert_eq!(program.path, format!("/home/oleh/{}", program.name));
        assert_eq!(AskingProgram::at(r"C:\PHP\php.exe").name, "php.exe");
        assert_eq!(AskingProgram::at("/usr/bin/п р-є").name, "п р-є");
    }
}
