//! How a pasted public key is read.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use keydesk_core::hand_over::{RecipientKey, seal};
use keydesk_core::model::{RecipientKeyKind, RecipientKeyProblem};
use proptest::prelude::*;
use proptest::sample::Index;

use super::KEY;

const AGE: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
const ED25519: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN";

/// An RSA key whose modulus has this many bits and this last byte.
fn rsa(bits: usize, last: u8) -> String {
    let mut modulus = vec![0x5a; bits / 8];
    modulus[0] = 0xff;
    modulus.insert(0, 0);
    *modulus.last_mut().unwrap() = last;
    let mut blob = Vec::new();
    for part in [b"ssh-rsa".as_slice(), &[1, 0, 1], &modulus] {
        blob.extend(u32::try_from(part.len()).unwrap().to_be_bytes());
        blob.extend(part);
    }
    format!("ssh-rsa {}", BASE64_STANDARD.encode(blob))
}

fn problem(text: &str) -> RecipientKeyProblem {
    match RecipientKey::parse(text) {
        Err(problem) => problem,
        Ok(key) => panic!("{text:?} is taken as {}", key.line()),
    }
}

#[test]
fn a_key_is_found_in_what_people_paste() {
    let broken_line = format!("{}\n{}", &ED25519[..40], &ED25519[40..]);
    for (text, line) in [
        (AGE.to_owned(), AGE),
        (AGE.to_ascii_uppercase(), AGE),
        (format!("Public key: {AGE}\n"), AGE),
        (format!("Hi Olena, here it is: \u{201c}{AGE}\u{201d}.\r\nRegards"), AGE),
        (format!("\u{feff}age1ql3z7hjy54pw3hyww5\u{200b}{}", &AGE[22..]), AGE),
        (format!("# created: 2026-11-30\n# public key: {AGE}\n"), AGE),
        (ED25519.to_owned(), ED25519),
        (format!("{ED25519} olena@firma.example\n"), ED25519),
        (format!("<{ED25519}>"), ED25519),
        (format!("no-pty,command=\"date -u\" {ED25519} laptop of Olena"), ED25519),
        (format!("I used ssh-keygen.\n\n> {ED25519}"), ED25519),
        (broken_line, ED25519),
    ] {
        let key =
            RecipientKey::parse(&text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        assert_eq!(key.line(), line, "{text}");
    }
}

#[test]
fn a_key_has_a_kind_and_a_fingerprint() {
    let key = RecipientKey::parse(AGE).unwrap();
    assert_eq!(
        (key.kind(), key.fingerprint()),
        (RecipientKeyKind::Age, "age1…aqmcac8p".to_owned())
    );
    assert_eq!(RecipientKey::parse(ED25519).unwrap().kind(), RecipientKeyKind::SshEd25519);
    let key = RecipientKey::parse(&rsa(4096, 1)).unwrap();
    assert_eq!(key.kind(), RecipientKeyKind::SshRsa);
}

#[test]
fn each_wrong_text_has_its_own_reason() {
    use RecipientKeyProblem as Problem;

    let other = |name: &str| Problem::OtherKind { name: name.to_owned() };
    let ecdsa = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHFliOyIZs1gxGF3fmDxFykQhE88wy6AKDGFBfn0R6ZuvRmENABZQa9+pj9hMki+LX0qDJbmHTiWDbYv/cmFt/Q=";
    for (text, reason) in [
        (String::new(), Problem::Empty),
        (" \n\u{200b}".to_owned(), Problem::Empty),
        ("x".repeat(100_000), Problem::TooLong),
        (
            format!(
                "# public key: {AGE}\nAGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZ"
            ),
            Problem::PrivateKey,
        ),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl".to_owned(), Problem::PrivateKey),
        ("-----BEGIN PGP PRIVATE KEY BLOCK-----\n".to_owned(), Problem::PrivateKey),
        ("PuTTY-User-Key-File-3: ssh-ed25519".to_owned(), Problem::PrivateKey),
        (format!("{AGE}\n{ED25519}"), Problem::Several),
        (format!("{ED25519} a\n{ED25519} b"), Problem::Several),
        (ecdsa.to_owned(), other("ecdsa-sha2-nistp256")),
        ("ssh-dss AAAAB3NzaC1kc3MAAACBAP".to_owned(), other("ssh-dss")),
        (
            "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29t".to_owned(),
            other("sk-ssh-ed25519@openssh.com"),
        ),
        (
            "age1yubikey1q2w7u3vpya839jxxuq8g0sedh3d740d4xvn639sqhr95ejj8vu3hyfumptt".to_owned(),
            other("age1yubikey"),
        ),
        ("---- BEGIN SSH2 PUBLIC KEY ----".to_owned(), other("SSH2")),
        ("-----BEGIN PUBLIC KEY-----\nMIIB".to_owned(), other("PEM")),
        ("-----BEGIN PGP PUBLIC KEY BLOCK-----".to_owned(), other("PGP")),
        (AGE[..60].to_owned(), Problem::Damaged),
        (AGE.replace("z7h", "z7g"), Problem::Damaged),
        (ED25519[..60].to_owned(), Problem::Damaged),
        (ED25519.replace("AAAAIH", "AAAAJH"), Problem::Damaged),
        ("ssh-ed25519".to_owned(), Problem::Damaged),
        (ED25519.replace("ssh-ed25519", "ssh-rsa"), Problem::Damaged),
        (rsa(1024, 1), Problem::RsaTooShort { bits: 1024 }),
        (rsa(2040, 1), Problem::RsaTooShort { bits: 2040 }),
        (rsa(2048, 2), Problem::Damaged),
        (rsa(8192, 1), Problem::RsaTooLong),
        (KEY.to_owned(), Problem::NotAKey),
        ("olena@firma.example".to_owned(), Problem::NotAKey),
    ] {
        assert_eq!(problem(&text), reason, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(
        before in "\\PC{0,20}|age1|ssh-rsa |ssh-ed25519 AAAA|sk-|-----BEGIN ",
        text in "\\PC{0,80}|[a-z0-9]{0,70}|[A-Za-z0-9+/= \n]{0,200}",
    ) {
        drop(RecipientKey::parse(&format!("{before}{text}")));
    }

    #[test]
    fn whatever_is_taken_as_a_key_can_be_sealed_to_and_read_again(
        kind in 0..3_usize,
        broken in prop::collection::vec((any::<Index>(), any::<u8>()), 0..3),
    ) {
        let line = [AGE.to_owned(), ED25519.to_owned(), rsa(2048, 1)][kind].clone();
        let text = match line.split_once(' ') {
            Some((name, data)) => {
                let mut blob = BASE64_STANDARD.decode(data).unwrap();
                for (place, byte) in broken {
                    *place.get_mut(&mut blob) = byte;
                }
                format!("{name} {}", BASE64_STANDARD.encode(blob))
            }
            None => line,
        };
        if let Ok(key) = RecipientKey::parse(&text) {
            prop_assert!(seal(KEY, &key).is_ok());
            prop_assert_eq!(RecipientKey::parse(&key.line()).unwrap().line(), key.line());
        }
    }
}
