//! Sealed keys, opened by the crate that made them and by other programs.

use age::secrecy::ExposeSecret;
use age::{scrypt, x25519};
use keydesk_core::hand_over::{RecipientKey, seal, seal_with_passphrase};

use super::KEY;

#[test]
fn the_owner_of_the_key_opens_it_and_nobody_else() {
    let (owner, other) = (x25519::Identity::generate(), x25519::Identity::generate());
    let to = RecipientKey::parse(&owner.to_public().to_string()).unwrap();
    let sealed = seal(KEY, &to).unwrap();
    assert!(sealed.starts_with("-----BEGIN AGE ENCRYPTED FILE-----\n"), "{sealed}");
    assert!(!sealed.contains(KEY));
    assert_eq!(age::decrypt(&owner, sealed.as_bytes()).unwrap(), KEY.as_bytes());
    assert!(age::decrypt(&other, sealed.as_bytes()).is_err());
}

#[test]
fn a_passphrase_can_be_told_by_phone_and_opens_it() {
    let made = seal_with_passphrase(KEY).unwrap();
    let passphrase = made.passphrase.expose_secret();
    let groups: Vec<&str> = passphrase.split('-').collect();
    assert_eq!(groups.len(), 6, "{passphrase}");
    assert!(groups.iter().all(|group| group.len() == 4), "{passphrase}");
    let is_clear = |letter: char| letter == '-' || "acehkmqrtwxy23456789".contains(letter);
    assert!(passphrase.chars().all(is_clear), "{passphrase}");

    let mut identity = scrypt::Identity::new(made.passphrase.clone());
    identity.set_max_work_factor(18);
    assert_eq!(age::decrypt(&identity, made.sealed.as_bytes()).unwrap(), KEY.as_bytes());
}

/// Programs of Debian.
#[cfg(target_os = "linux")]
mod programs {
    use std::fs;
    use std::path::Path;

    use age::secrecy::ExposeSecret;
    use age::ssh;
    use keydesk_core::hand_over::{RecipientKey, seal, seal_with_passphrase};
    use keydesk_core::model::RecipientKeyProblem;

    use super::super::{KEY, output};

    /// Runs `ssh-keygen` and returns the public key as it writes it.
    fn ssh_keygen(folder: &Path, arguments: &[&str]) -> String {
        let file = folder.join("id");
        let path = file.to_str().unwrap();
        let rest = ["-q", "-N", "", "-C", "Olena's laptop", "-f", path];
        output("ssh-keygen", &[arguments, &rest].concat(), "");
        fs::read_to_string(folder.join("id.pub")).unwrap()
    }

    /// Saves the sealed text and opens it with the program `age`.
    fn opened_by_age(folder: &Path, sealed: &str, identity: &str) -> String {
        let file = folder.join("key.txt.age");
        fs::write(&file, sealed).unwrap();
        output("age", &["-d", "-i", identity, file.to_str().unwrap()], "")
    }

    #[test]
    fn the_program_age_opens_what_was_sealed_to_its_key() {
        let folder = tempfile::tempdir().unwrap();
        let identity = folder.path().join("identity.txt");
        let identity = identity.to_str().unwrap();
        output("age-keygen", &["-o", identity], "");
        let public = output("age-keygen", &["-y", identity], "");
        let sealed = seal(KEY, &RecipientKey::parse(&public).unwrap()).unwrap();
        assert_eq!(opened_by_age(folder.path(), &sealed, identity), KEY);
        // Mail programs change the line breaks.
        let by_mail = format!("Hi,\r\n{}", sealed.replace('\n', "\r\n"));
        let sealed = &by_mail["Hi,\r\n".len()..];
        assert_eq!(opened_by_age(folder.path(), sealed, identity), KEY);
    }

    #[test]
    fn ssh_keys_open_what_was_sealed_to_them() {
        for kind in [&["-t", "ed25519"] as &[&str], &["-t", "rsa", "-b", "2048"]] {
            let folder = tempfile::tempdir().unwrap();
            let key = RecipientKey::parse(&ssh_keygen(folder.path(), kind)).unwrap();
            let sealed = seal(KEY, &key).unwrap();
            let identity = folder.path().join("id");
            let path = identity.to_str().unwrap();
            assert_eq!(opened_by_age(folder.path(), &sealed, path), KEY, "{kind:?}");

            let private = fs::read(&identity).unwrap();
            let identity = ssh::Identity::from_buffer(private.as_slice(), None).unwrap();
            assert_eq!(age::decrypt(&identity, sealed.as_bytes()).unwrap(), KEY.as_bytes());

            let listed = output("ssh-keygen", &["-l", "-f", &format!("{path}.pub")], "");
            assert_eq!(listed.split(' ').nth(1), Some(key.fingerprint().as_str()), "{listed}");
        }
    }

    #[test]
    fn other_files_of_ssh_keygen_are_refused_with_their_reason() {
        for (arguments, problem) in [
            (&["-t", "rsa", "-b", "1024"], RecipientKeyProblem::RsaTooShort { bits: 1024 }),
            (
                &["-t", "ecdsa", "-b", "256"],
                RecipientKeyProblem::OtherKind { name: "ecdsa-sha2-nistp256".to_owned() },
            ),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let public = ssh_keygen(folder.path(), arguments);
            assert_eq!(RecipientKey::parse(&public).unwrap_err(), problem);
            let private = fs::read_to_string(folder.path().join("id")).unwrap();
            let refused = RecipientKey::parse(&private).unwrap_err();
            assert_eq!(refused, RecipientKeyProblem::PrivateKey);
        }
    }

    /// `age` reads a passphrase from a terminal only.
    const WITH_TERMINAL: &str = "
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    os.execvp('age', ['age', '-d', '-o', sys.argv[2], sys.argv[1]])
seen = b''
while b':' not in seen:
    seen += os.read(terminal, 1000)
os.write(terminal, sys.stdin.readline().encode())
try:
    while os.read(terminal, 1000):
        pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
";

    #[test]
    fn the_program_age_opens_what_was_sealed_with_a_passphrase() {
        let folder = tempfile::tempdir().unwrap();
        let made = seal_with_passphrase(KEY).unwrap();
        let [sealed, opened] = ["key.txt.age", "key.txt"].map(|name| folder.path().join(name));
        fs::write(&sealed, made.sealed).unwrap();
        let typed = format!("{}\n", made.passphrase.expose_secret());
        let files = [sealed.to_str().unwrap(), opened.to_str().unwrap()];
        output("python3", &["-c", WITH_TERMINAL, files[0], files[1]], &typed);
        assert_eq!(fs::read_to_string(opened).unwrap(), KEY);
    }
}
