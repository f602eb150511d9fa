//! `.env`: one variable a line. Programs read quotes and signs in it in different ways, so a value is written in a form
//! that a shell, Node.js, PHP's dotenv libraries and Docker all read as the same text.

use zeroize::Zeroizing;

use super::{FileRequest, RenderedFile};
use crate::model::FileProblem;
use crate::secret::ApiKey;

pub(super) fn render(
    request: &FileRequest<'_>,
    path: &str,
    key: Option<&ApiKey>,
) -> Result<RenderedFile, FileProblem> {
    let mut text = request.comments_with("# ");
    for (name, field) in request.named_fields() {
        let value = request.text_of(&field.value, key);
        let Some(quoted) = quoted(&value) else {
            return Err(FileProblem::UnsupportedText { value: field.value.clone() });
        };
        push_line(&mut text, name, &quoted);
    }
    Ok(RenderedFile::with_key(path, text, key))
}

/// Adds a variable whose value is quoted already.
pub(super) fn push_line(text: &mut String, name: &str, quoted: &str) {
    for part in [name, "=", quoted, "\n"] {
        text.push_str(part);
    }
}

/// The value with the quotes that it needs. `None` if no form means the same for all programs: single quotes can't have a
/// single quote inside, and inside double quotes `"`, `$`, `` ` `` and `\` have a meaning for some programs only.
pub(super) fn quoted(value: &str) -> Option<Zeroizing<String>> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "_-./:@%+,".contains(letter);
    let has = |letters: &[char]| value.contains(letters);
    let sign = if value.chars().any(char::is_control) {
        return None;
    } else if value.chars().all(is_plain) {
        ""
    } else if !has(&['\'']) {
        "'"
    } else if !has(&['"', '$', '`', '\\', '!']) {
        "\""
    } else {
        return None;
    };
    Some(Zeroizing::new([sign, value, sign].concat()))
}
