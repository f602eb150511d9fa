//! The affiliation e-mail: Nova Post's manager links the person to the organization (seed), and
//! what it says must match the person's account.

use super::Service;
use crate::model::{Account, Affiliation, Failure, RunId};

impl Service {
    /// What was typed for a run's e-mail; at first, what the service knows: the organization of the
    /// run, the person's account, and the manager of the e-mail before.
    pub async fn affiliation(&self, run: RunId) -> Result<Affiliation, Failure> {
        let store = self.store().await?;
        if let Some(typed) = store.affiliation(run).await? {
            return Ok(typed);
        }
        let runs = store.guide_runs().await?;
        let organization = runs.into_iter().find(|known| known.id == run);
        let before = store.latest_affiliation().await?.unwrap_or_default();
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
    pub async fn keep_affiliation(&self, run: RunId, form: Affiliation) -> Result<(), Failure> {
        self.store().await?.keep_affiliation(run, form).await
    }

    /// The person's account as they noted it; until they do, with the number that the latest test
    /// key was asked with, for Nova Post gave it to an account with that number.
    pub async fn account(&self) -> Result<Account, Failure> {
        let store = self.store().await?;
        if let Some(noted) = store.account().await? {
            return Ok(noted);
        }
        let phone = store.keys().await?.into_iter().find_map(|row| row.phone);
        Ok(Account { phone: phone.unwrap_or_default(), ..Account::default() })
    }

    /// Keeps the details of the person's account.
    pub async fn keep_account(&self, account: Account) -> Result<(), Failure> {
        self.store().await?.keep_account(account).await
    }
}
