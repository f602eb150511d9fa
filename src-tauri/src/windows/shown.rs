//! What the popup window `reveal` shows.

use std::fmt;

use zeroize::Zeroizing;

use keydesk_core::model::KeyId;

/// What a reveal window shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// A key, which is read from the keychain when the window asks for it.
    Key(KeyId),
    /// The passphrase of a sealed key. It is nowhere else.
    Passphrase(Passphrase),
}

/// A passphrase that opens a sealed key. Wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Passphrase(Zeroizing<String>);

impl Passphrase {
    pub(crate) fn new(text: Zeroizing<String>) -> Self {
        Self(text)
    }

    /// Reviewers look at every call of this method.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// The passphrase with a dot in place of each character but the hyphens.
    pub(crate) fn masked(&self) -> String {
        self.0.chars().map(|character| if character == '-' { '-' } else { '•' }).collect()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_never_printed_and_is_masked_whole() {
        let passphrase = Passphrase::new("aceh-kmqr".to_owned().into());
        assert_eq!(format!("{passphrase:?}"), "Passphrase(…)");
        assert_eq!(passphrase.masked(), "••••-••••");
    }
}
