//! The one account of practice's My Nova Post: a representative, and who they act for.

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::World;
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
    /// As written; contracts name one number or another.
    pub(crate) tax_code: String,
}

/// Why an organization isn't added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAffiliated {
    NameMissing,
    /// Name or tax code.
    TooLong,
    TooMany,
}

impl NotAffiliated {
    /// In words, for whoever wrote it.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::NameMissing => "the name is missing",
            Self::TooLong => "name or tax code has more than 200 characters",
            Self::TooMany => "more than 100 organizations",
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
        let (name, tax_code) = (name.trim(), tax_code.trim());
        if name.is_empty() {
            return Err(NotAffiliated::NameMissing);
        }
        if name.chars().count() > LONGEST_NAME || tax_code.chars().count() > LONGEST_NAME {
            return Err(NotAffiliated::TooLong);
        }
        if self.account.organizations.len() >= MOST_ORGANIZATIONS {
            return Err(NotAffiliated::TooMany);
        }
        let id = random_id(rng);
        let organization =
            Organization { id, name: name.to_owned(), tax_code: tax_code.to_owned() };
        self.account.organizations.push(organization);
        self.revision += 1;
        Ok(id)
    }
}

/// Characters of a name that somebody types.
pub(crate) const LONGEST_NAME: usize = 200;
const MOST_ORGANIZATIONS: usize = 100;
const PHONE: &str = "498213437654";
const EMAIL: &str = "representative@example.com";
