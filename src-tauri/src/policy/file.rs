//! The policy as a file: `/etc/keydesk/policy.json` on Linux.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde_json::{Map, Value};

use super::problem::PolicyProblem;

/// No policy is larger, in bytes.
const LARGEST: u64 = 64 * 1024;

/// For editors: the address of the schema. It says nothing.
const SCHEMA: &str = "$schema";

/// The members of the policy in a file. `None` if there is no file. Blocks.
pub(super) fn read(path: &Path) -> Result<Option<Map<String, Value>>, PolicyProblem> {
    let Some(text) = read_bytes(path)? else { return Ok(None) };
    parse(&text).map(Some)
}

/// The content of the file. `None` if there is none. Fails if anybody but the administrator could have written it.
pub(super) fn read_bytes(path: &Path) -> Result<Option<Vec<u8>>, PolicyProblem> {
    match std::fs::metadata(path) {
        // A pipe would be read without end.
        Ok(metadata) if !metadata.is_file() => return Err(PolicyProblem::Unreadable),
        Ok(_) => {}
        Err(error) if is_missing(&error) => return Ok(None),
        Err(_) => return Err(PolicyProblem::Unreadable),
    }
    let file = File::open(path).map_err(|_| PolicyProblem::Unreadable)?;
    check_owner(path, &file)?;
    let mut text = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut text).map_err(|_| PolicyProblem::Unreadable)?;
    if text.len() as u64 > LARGEST { Err(PolicyProblem::TooLarge) } else { Ok(Some(text)) }
}

/// The members of a text.
pub(super) fn parse(text: &[u8]) -> Result<Map<String, Value>, PolicyProblem> {
    const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mut members: Map<String, Value> =
        serde_json::from_slice(text).map_err(|_| PolicyProblem::NotJson)?;
    members.remove(SCHEMA);
    Ok(members)
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// The file and its folder must be the administrator's, and nobody else may write them.
#[cfg(unix)]
fn check_owner(path: &Path, file: &File) -> Result<(), PolicyProblem> {
    let file = file.metadata().map_err(|_| PolicyProblem::Unreadable)?;
    let folder = path.parent().unwrap_or(Path::new("/"));
    let folder = std::fs::metadata(folder).map_err(|_| PolicyProblem::Unreadable)?;
    if [file, folder].iter().all(is_administrators) {
        Ok(())
    } else {
        Err(PolicyProblem::OthersMayWrite)
    }
}

#[cfg(unix)]
fn is_administrators(metadata: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    const WRITABLE_BY_OTHERS: u32 = 0o022;
    let is_owner_trusted = metadata.uid() == 0
        // Tests write policies as the person who runs them.
        || (cfg!(debug_assertions) && metadata.uid() == rustix::process::getuid().as_raw());
    is_owner_trusted && metadata.mode() & WRITABLE_BY_OTHERS == 0
}

/// Only tests read a file there.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "on Unix it can fail")]
fn check_owner(_path: &Path, _file: &File) -> Result<(), PolicyProblem> {
    Ok(())
}
