//! What a person typed → an e-mail address, or the one thing that is wrong with it.

use email_address::{EmailAddress, Error, Options};
use serde::Serialize;
use ts_rs::TS;

/// The one thing to say about an address as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "verdict", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum EmailVerdict {
    /// Nothing was typed.
    Empty,
    /// It has the form of an address (RFC 5321). Whether somebody reads it, nobody knows.
    Ready {
        /// Without the blanks around it.
        address: String,
    },
    /// The `@` is missing.
    NoAt,
    /// Nothing stands before the `@`.
    NoName,
    /// What stands after the `@` is missing or has no ending such as `.com`.
    NoDomain,
    /// There is a space in it.
    SpaceInside,
    /// Something else is wrong.
    NotAnAddress,
}

/// Judges an address.
#[must_use]
pub fn check(input: &str) -> EmailVerdict {
    let input = input.trim();
    if input.is_empty() {
        return EmailVerdict::Empty;
    }
    if input.chars().any(char::is_whitespace) {
        return EmailVerdict::SpaceInside;
    }
    let form =
        Options::default().with_required_tld().without_domain_literal().without_display_text();
    match EmailAddress::parse_with_options(input, form) {
        Ok(address) => EmailVerdict::Ready { address: address.to_string() },
        Err(Error::MissingSeparator) => EmailVerdict::NoAt,
        Err(Error::LocalPartEmpty) => EmailVerdict::NoName,
        Err(
            Error::DomainEmpty
            | Error::DomainTooFew
            | Error::DomainInvalidSeparator
            | Error::SubDomainEmpty,
        ) => EmailVerdict::NoDomain,
        Err(_) => EmailVerdict::NotAnAddress,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_without_the_blanks_around_it() {
        for typed in ["office@firma.example", " o.k+api@mail.firma.com.ua \n", "zoë@café.fr"] {
            let address = typed.trim().to_owned();
            assert_eq!(check(typed), EmailVerdict::Ready { address });
        }
    }

    #[test]
    fn the_one_thing_that_is_wrong_is_named() {
        for (typed, verdict) in [
            ("  ", EmailVerdict::Empty),
            ("office.firma.example", EmailVerdict::NoAt),
            ("@firma.example", EmailVerdict::NoName),
            ("office@", EmailVerdict::NoDomain),
            ("office@firma", EmailVerdict::NoDomain),
            ("office@firma.", EmailVerdict::NoDomain),
            ("office @firma.example", EmailVerdict::SpaceInside),
            ("a,b@firma.example", EmailVerdict::NotAnAddress),
            ("a@b@firma.example", EmailVerdict::NotAnAddress),
        ] {
            assert_eq!(check(typed), verdict, "{typed}");
        }
    }
}
