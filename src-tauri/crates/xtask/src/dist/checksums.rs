//! The checksums of what is published, and their signature.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use test_driver::{Context, Error};

use crate::{program, terminal};

const CHECKSUMS: &str = "SHA256SUMS";
const SIGNATURE: &str = "SHA256SUMS.sig";

/// Who signs, as the list of signers names them.
const IDENTITY: &str = "releases@keydesk";

/// What a signature is for: one for anything else is refused.
const NAMESPACE: &str = "key-desk-release";

/// Writes the checksums of all files in a folder into a file there. A signature of earlier checksums is removed.
pub(super) fn write(folder: &Path) -> Result<(), Error> {
    let files = files(folder)?;
    if files.is_empty() {
        return Err(Error::new(format!("{} has no files", folder.display())));
    }
    let signature = folder.join(SIGNATURE);
    if signature.exists() {
        fs::remove_file(&signature).context(signature.display())?;
    }
    let mut sum = Command::new("sha256sum");
    let sums = program::output(sum.arg("--").args(&files).current_dir(folder))?;
    fs::write(folder.join(CHECKSUMS), sums).context(CHECKSUMS)?;
    terminal::success(&format!("{CHECKSUMS}: {} files", files.len()));
    Ok(())
}

/// Signs the checksums with an SSH key: a file with a private key, or with a public key whose private key the agent
/// has.
pub(super) fn sign(folder: &Path, key: &Path) -> Result<(), Error> {
    check_files(folder)?;
    let signature = folder.join(SIGNATURE);
    if signature.exists() {
        fs::remove_file(&signature).context(signature.display())?;
    }
    let mut sign = Command::new("ssh-keygen");
    sign.args(["-q", "-Y", "sign", "-n", NAMESPACE, "-f"]).arg(key).arg(folder.join(CHECKSUMS));
    // It may ask for the key's password.
    let status = sign.status().context("ssh-keygen")?;
    if !status.success() || !signature.exists() {
        return Err(Error::new(format!("ssh-keygen did not sign: {status}")));
    }
    terminal::success(SIGNATURE);
    Ok(())
}

/// Checks the signature against a list of signers, and then the files, as a person does who has downloaded them. Also
/// fails if the folder has a file without a checksum.
pub(super) fn verify(folder: &Path, signers: &Path) -> Result<(), Error> {
    let mut verify = Command::new("ssh-keygen");
    verify.args(["-Y", "verify", "-I", IDENTITY, "-n", NAMESPACE, "-f"]).arg(signers);
    verify.arg("-s").arg(folder.join(SIGNATURE));
    let sums = folder.join(CHECKSUMS);
    let input = fs::File::open(&sums).context(sums.display())?;
    let output = verify.stdin(input).stderr(Stdio::piped()).output().context("ssh-keygen")?;
    if !output.status.success() {
        let printed = [output.stdout, output.stderr].concat();
        let reason = String::from_utf8_lossy(&printed).trim().to_owned();
        return Err(Error::new(format!("the signature is wrong: {reason}")));
    }
    check_files(folder)?;
    terminal::success("the signature and all checksums are right");
    Ok(())
}

fn check_files(folder: &Path) -> Result<(), Error> {
    let mut check = Command::new("sha256sum");
    check.args(["--check", "--strict", "--quiet", CHECKSUMS]).current_dir(folder);
    program::run_silent(&mut check)?;
    let sums = fs::read_to_string(folder.join(CHECKSUMS)).context(CHECKSUMS)?;
    let is_missing =
        |file: &&String| !sums.lines().any(|line| line.ends_with(&format!("  {file}")));
    match files(folder)?.iter().find(is_missing) {
        None => Ok(()),
        Some(file) => Err(Error::new(format!("{CHECKSUMS} does not list {file}"))),
    }
}

/// The names of the files in a folder, sorted, without the checksums and their signature.
fn files(folder: &Path) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).context(folder.display())? {
        let entry = entry.context(folder.display())?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && name != CHECKSUMS && name != SIGNATURE {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::path::PathBuf;

    use tempfile::TempDir;

    use super::*;

    /// Makes a key; gives its file, and that of a list with it as the only signer.
    fn key(folder: &Path, name: &str) -> (PathBuf, PathBuf) {
        let key = folder.join(name);
        let mut make = Command::new("ssh-keygen");
        make.args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key);
        program::run_silent(&mut make).unwrap();
        let public = fs::read_to_string(key.with_extension("pub")).unwrap();
        let signers = folder.join(format!("{name}-signers"));
        fs::write(&signers, format!("{IDENTITY} namespaces=\"{NAMESPACE}\" {public}")).unwrap();
        (key, signers)
    }

    /// A folder with two files and signed checksums, the folder of the keys, and the list of signers.
    fn signed() -> (TempDir, TempDir, PathBuf) {
        let (folder, keys) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(folder.path().join("one.deb"), "one").unwrap();
        fs::write(folder.path().join("two.rpm"), "two").unwrap();
        let (key, signers) = key(keys.path(), "right");
        write(folder.path()).unwrap();
        sign(folder.path(), &key).unwrap();
        (folder, keys, signers)
    }

    #[test]
    fn signed_checksums_are_verified() {
        let (folder, _keys, signers) = signed();
        verify(folder.path(), &signers).unwrap();
    }

    #[test]
    fn a_changed_file_is_found() {
        let (folder, _keys, signers) = signed();
        fs::write(folder.path().join("one.deb"), "changed").unwrap();
        let error = verify(folder.path(), &signers).unwrap_err().to_string();
        assert!(error.contains("one.deb: FAILED"), "{error}");
    }

    #[test]
    fn a_changed_file_with_its_new_checksum_is_found() {
        let (folder, _keys, signers) = signed();
        let signature = fs::read(folder.path().join(SIGNATURE)).unwrap();
        fs::write(folder.path().join("one.deb"), "changed").unwrap();
        write(folder.path()).unwrap();
        fs::write(folder.path().join(SIGNATURE), signature).unwrap();
        let error = verify(folder.path(), &signers).unwrap_err().to_string();
        assert!(error.contains("the signature is wrong"), "{error}");
    }

    #[test]
    fn the_signature_of_another_key_is_found() {
        let (folder, keys, signers) = signed();
        let (other, _) = key(keys.path(), "other");
        sign(folder.path(), &other).unwrap();
        let error = verify(folder.path(), &signers).unwrap_err().to_string();
        assert!(error.contains("the signature is wrong"), "{error}");
    }

    #[test]
    fn an_added_file_is_found() {
        let (folder, _keys, signers) = signed();
        fs::write(folder.path().join("added.exe"), "").unwrap();
        let error = verify(folder.path(), &signers).unwrap_err().to_string();
        assert!(error.contains("does not list added.exe"), "{error}");
    }
}
