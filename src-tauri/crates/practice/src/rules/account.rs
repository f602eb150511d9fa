//! The account of My Nova Post: a representative and their organizations.

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::World;
use super::name::{self, MAX_NAME, is_too_long};
use super::tokens::random_id;

/// What the account page shows. An affiliation email has to match it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Account {
    /// The `cid` of production's tokens: keys belong to the person
    /// [NP-docs: How to get API keys].
    pub(crate) id: Uuid,
    /// Digits, with the country code.
    pub(crate) phone: String,
    pub(crate) email: String,
    /// In the order in which they were added.
    pub(crate) organizations: Vec<Organization>,
}

/// A company that this person represents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Organization {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    /// As it was typed; its format differs by country.
    pub(crate) tax_code: String,
}

/// Why an organization wasn't added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAffiliated {
    NameMissing,
    NameTooLong,
    TaxCodeTooLong,
    TooMany,
}

impl NotAffiliated {
    /// The reason in words, for the author of a seed.
    pub(crate) fn reason(self) -> String {
        match self {
            Self::NameMissing => "the name is missing".to_owned(),
            Self::NameTooLong => format!("the name has more than {MAX_NAME} characters"),
            Self::TaxCodeTooLong => format!("the tax code has more than {MAX_NAME} characters"),
            Self::TooMany => format!("more than {MAX_ORGANIZATIONS} organizations"),
        }
    }
}

impl Account {
    /// The representative's name. It is a placeholder.
    pub(crate) const NAME: &str = "Practice Representative";

    /// An account with the documentation's example phone number and no organization.
    pub(crate) fn new(rng: &mut impl CryptoRng) -> Self {
        Self {
            id: random_id(rng),
            phone: PHONE.to_owned(),
            email: EMAIL.to_owned(),
            organizations: Vec::new(),
        }
    }
}

impl World {
    pub(crate) fn account(&self) -> &Account {
        &self.account
    }

    /// Adds an organization, as a sales manager does after the email. Returns its id.
    pub(crate) fn add_organization(
        &mut self,
        name: &str,
        tax_code: &str,
        rng: &mut impl CryptoRng,
    ) -> Result<Uuid, NotAffiliated> {
        let (name, tax_code) = (name::normalize(name), name::normalize(tax_code));
        if name.is_empty() {
            return Err(NotAffiliated::NameMissing);
        }
        if is_too_long(&name) {
            return Err(NotAffiliated::NameTooLong);
        }
        if is_too_long(&tax_code) {
            return Err(NotAffiliated::TaxCodeTooLong);
        }
        if self.account.organizations.len() >= MAX_ORGANIZATIONS {
            return Err(NotAffiliated::TooMany);
        }
        let id = random_id(rng);
        self.account.organizations.push(Organization { id, name, tax_code });
        self.revision += 1;
        Ok(id)
    }
}

const MAX_ORGANIZATIONS: usize = 100;
const PHONE: &str = "498213437654";
const EMAIL: &str = "representative@example.com";
