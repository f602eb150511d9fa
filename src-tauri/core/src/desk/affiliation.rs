//! The affiliation e-mail: Nova Post's manager links the person to the organization (seed), and
//! what it says must match the person's account.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Desk;
use crate::failure::Failure;
use crate::phone::Region;

/// What is typed for one organization's affiliation e-mail, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Affiliation {
    /// The organization's name, as its contract has it.
    pub organization: String,
    /// Where it is registered: whose form its tax code has.
    pub country: Option<Region>,
    /// Its tax code.
    pub tax_code: String,
    /// The person's full name.
    pub full_name: String,
    /// The person's phone number.
    pub phone: String,
    /// The country chosen beside the number.
    pub phone_country: Option<Region>,
    /// The person's e-mail.
    pub email: String,
    /// The address of Nova Post's sales manager.
    pub manager_email: String,
    /// The language that the manager reads, as BCP 47; empty until one is chosen.
    pub language: String,
}

/// The person's account at my.novapost.com, as they noted it here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// The full name in it.
    pub full_name: String,
    /// Its phone number.
    pub phone: String,
    /// The country chosen beside the number.
    pub phone_country: Option<Region>,
    /// Its e-mail.
    pub email: String,
}

impl Desk {
    /// What was typed for a run's e-mail; at first, what the desk knows: the organization of the
    /// run, the person's account, and the manager of the e-mail before.
    pub async fn affiliation(&self, run: i64) -> Result<Affiliation, Failure> {
        let register = self.register().await?;
        if let Some(typed) = register.affiliation(run).await? {
            return Ok(typed);
        }
        let runs = register.guide_runs().await?;
        let organization = runs.into_iter().find(|known| known.id == run);
        let before = register.latest_affiliation().await?.unwrap_or_default();
        let account = self.account().await?;
        let known = |noted: String, typed: String| if noted.is_empty() { typed } else { noted };
        Ok(Affiliation {
            organization: organization.map(|run| run.organization).unwrap_or_default(),
            country: before.country,
            tax_code: String::new(),
            full_name: known(account.full_name, before.full_name),
            phone: known(account.phone, before.phone),
            phone_country: account.phone_country.or(before.phone_country),
            email: known(account.email, before.email),
            manager_email: before.manager_email,
            language: before.language,
        })
    }

    /// Keeps what is typed, so that leaving the page or quitting loses nothing.
    pub async fn keep_affiliation(&self, run: i64, form: Affiliation) -> Result<(), Failure> {
        self.register().await?.keep_affiliation(run, form).await
    }

    /// The person's account as they noted it; until they do, with the number that the latest test
    /// key was asked with, for Nova Post gave it to an account with that number.
    pub async fn account(&self) -> Result<Account, Failure> {
        let register = self.register().await?;
        if let Some(noted) = register.account().await? {
            return Ok(noted);
        }
        let phone = register.keys().await?.into_iter().find_map(|row| row.phone);
        Ok(Account { phone: phone.unwrap_or_default(), ..Account::default() })
    }

    /// Keeps the details of the person's account.
    pub async fn keep_account(&self, account: Account) -> Result<(), Failure> {
        self.register().await?.keep_account(account).await
    }
}
