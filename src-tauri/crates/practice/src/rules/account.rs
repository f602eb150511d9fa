//! The one account of practice's My Nova Post: a representative, and who they act for.

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::World;
use super::name::{self, LONGEST_NAME, is_too_long};
use super::tokens::random_id;

/// What the account page shows, and an affiliation letter is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Account {
    /// The `cid` of production's tokens: keys belong to the person (seed).
    pub(crate) id: Uuid,
    /// Digits, with the country code.
    pub(crate) phone: String,
    pub(crate) email: String,
    /// Affiliated to the account, in that order.
    pub(crate) organizations: Vec<Organization>,
}

/// A company that has named this representative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Organization {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    /// As it was typed; contracts name one number or another.
    pub(crate) tax_code: String,
}

/// Why an organization isn't added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAffiliated {
    NameMissing,
    NameTooLong,
    TaxCodeTooLong,
    TooMany,
}

impl NotAffiliated {
    /// In words, for whoever wrote it.
    pub(crate) fn reason(self) -> String {
        match self {
            Self::NameMissing => "the name is missing".to_owned(),
            Self::NameTooLong => format!("the name has more than {LONGEST_NAME} characters"),
            Self::TaxCodeTooLong => format!("the tax code has more than {LONGEST_NAME} characters"),
            Self::TooMany => format!("more than {MOST_ORGANIZATIONS} organizations"),
        }
    }
}

impl Account {
    /// The representative's name: a placeholder, no person.
    pub(crate) const NAME: &str = "Practice Representative";

    /// The representative of the documentation's example, for whom nobody has written yet.
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
    /// The account of My Nova Post.
    pub(crate) fn account(&self) -> &Account {
        &self.account
    }

    /// Affiliates an organization, as a sales manager does after the letter. Its id.
    pub(crate) fn add_organization(
        &mut self,
        name: &str,
        tax_code: &str,
        rng: &mut impl CryptoRng,
    ) -> Result<Uuid, NotAffiliated> {
        let (name, tax_code) = (name::taken(name), name::taken(tax_code));
        if name.is_empty() {
            return Err(NotAffiliated::NameMissing);
        }
        if is_too_long(&name) {
            return Err(NotAffiliated::NameTooLong);
        }
        if is_too_long(&tax_code) {
            return Err(NotAffiliated::TaxCodeTooLong);
        }
        if self.account.organizations.len() >= MOST_ORGANIZATIONS {
            return Err(NotAffiliated::TooMany);
        }
        let id = random_id(rng);
        self.account.organizations.push(Organization { id, name, tax_code });
        self.revision += 1;
        Ok(id)
    }
}

const MOST_ORGANIZATIONS: usize = 100;
const PHONE: &str = "498213437654";
const EMAIL: &str = "representative@example.com";
