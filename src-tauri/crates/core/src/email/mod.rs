//! Takes a typed or pasted text to the one email address in it, or names the first problem.

mod alphabets;
mod pasted;

use email_address::{EmailAddress, Error, Options};
use serde::Serialize;
use ts_rs::TS;

use self::alphabets::foreign_letter;
use self::pasted::{Pasted, address_in};

/// The result of checking a typed email address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "verdict", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum EmailVerdict {
    /// Nothing was typed.
    Empty,
    /// The text has the form of an address (RFC 5321). Whether the mailbox exists is unknown.
    Ready {
        /// The address without what was copied with it: a name, a label, `mailto:`, invisible characters.
        address: String,
    },
    /// There are several addresses, and the app doesn't choose.
    SeveralAddresses,
    /// A letter looks like those beside it and belongs to another alphabet, so the address is not the one
    /// that the person sees.
    MixedAlphabets {
        /// The letter.
        letter: char,
        /// Its alphabet.
        alphabet: Alphabet,
        /// The part of the address with the letter: the name, or one label of the domain.
        part: String,
    },
    /// The `@` is missing.
    NoAt,
    /// The part before the `@` is missing.
    NoName,
    /// The domain after the `@` is missing, or it has no ending such as `.com`.
    NoDomain,
    /// The address contains whitespace, or there is a word beside it.
    SpaceInside,
    /// The text is no address for another reason.
    NotAnAddress,
}

/// The alphabet of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Alphabet {
    /// Latin.
    Latin,
    /// Cyrillic.
    Cyrillic,
    /// Greek.
    Greek,
    /// Any other.
    Other,
}

/// Checks a typed or pasted address.
#[must_use]
pub fn check(input: &str) -> EmailVerdict {
    let address = match address_in(input) {
        Pasted::Nothing => return EmailVerdict::Empty,
        Pasted::Several => return EmailVerdict::SeveralAddresses,
        Pasted::One(address) => address,
    };
    if address.chars().any(char::is_whitespace) {
        return EmailVerdict::SpaceInside;
    }
    let address = match parse(&address) {
        Ok(address) => address,
        Err(problem) => return problem,
    };
    let domain = idna::domain_to_unicode(address.domain());
    if domain.1.is_err() || !has_only_host_signs(address.domain()) {
        return EmailVerdict::NotAnAddress;
    }
    if !has_ending(&domain.0) {
        return EmailVerdict::NoDomain;
    }
    match foreign_letter(address.local_part(), &domain.0) {
        Some(found) => found,
        None => EmailVerdict::Ready { address: address.to_string() },
    }
}

/// The address with its domain in ASCII (punycode), which every mail program can send to.
#[must_use]
pub fn with_ascii_domain(address: &str) -> String {
    let ascii = address
        .rsplit_once('@')
        .and_then(|(name, domain)| Some(format!("{name}@{}", idna::domain_to_ascii(domain).ok()?)));
    ascii.unwrap_or_else(|| address.to_owned())
}

/// Whether the domain has no other signs than the name of a computer: letters, digits and hyphens.
fn has_only_host_signs(domain: &str) -> bool {
    idna::domain_to_ascii_cow(domain.as_bytes(), idna::AsciiDenyList::STD3).is_ok()
}

/// Whether the last part of a domain can be an ending such as `.com`. Numbers end as in `127.0.0.1`.
fn has_ending(domain: &str) -> bool {
    let ending = domain.rsplit('.').next().unwrap_or_default();
    ending.chars().any(char::is_alphabetic) && (ending.len() > 1)
}

/// Whether a text is an address by itself.
fn is_address(text: &str) -> bool {
    parse(text).is_ok()
}

fn parse(text: &str) -> Result<EmailAddress, EmailVerdict> {
    let form =
        Options::default().with_required_tld().without_domain_literal().without_display_text();
    EmailAddress::parse_with_options(text, form).map_err(|error| match error {
        Error::MissingSeparator => EmailVerdict::NoAt,
        Error::LocalPartEmpty => EmailVerdict::NoName,
        Error::DomainEmpty
        | Error::DomainTooFew
        | Error::DomainInvalidSeparator
        | Error::SubDomainEmpty => EmailVerdict::NoDomain,
        _ => EmailVerdict::NotAnAddress,
    })
}

#[cfg(test)]
mod tests;
