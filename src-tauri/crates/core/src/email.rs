//! Checks a typed email address and names the first problem.

use email_address::{EmailAddress, Error, Options};
use serde::Serialize;
use ts_rs::TS;

/// The result of checking a typed email address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "verdict", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum EmailVerdict {
    /// Nothing was typed.
    Empty,
    /// The text has the form of an address (RFC 5321). Whether the mailbox exists is unknown.
    Ready {
        /// The address without leading and trailing whitespace.
        address: String,
    },
    /// The `@` is missing.
    NoAt,
    /// The part before the `@` is missing.
    NoName,
    /// The domain after the `@` is missing, or it has no ending such as `.com`.
    NoDomain,
    /// The address contains whitespace.
    SpaceInside,
    /// The text is no address for another reason.
    NotAnAddress,
}

/// Checks a typed address. Whitespace around it is ignored.
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
    fn spaces_around_an_address_are_removed() {
        for typed in ["office@firma.example", " o.k+api@mail.firma.com.ua \n", "zoë@café.fr"] {
            let address = typed.trim().to_owned();
            assert_eq!(check(typed), EmailVerdict::Ready { address });
        }
    }

    #[test]
    fn the_problem_of_a_wrong_address_is_named() {
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
