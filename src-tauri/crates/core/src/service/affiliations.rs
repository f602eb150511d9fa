//! The affiliation email. Nova Post's manager uses it to link the person's account to the
//! organization [NP-docs: How to get API keys], so what it says must match the account.

use std::sync::Arc;

use super::deps::{Deps, LazyStore};
use super::parse_key::refuse_secrets;
use crate::model::{Account, Affiliation, Failure, RunId};

/// Keeps what is typed for the affiliation email, and the notes about the account.
pub struct Affiliations {
    store: Arc<LazyStore>,
}

impl Affiliations {
    pub(super) fn new(deps: &Deps) -> Self {
        Self { store: Arc::clone(&deps.store) }
    }

    /// What was typed for a run's email. Before anything was typed, what the app knows: the
    /// organization of the run, the account, and the manager of the email before.
    pub async fn get(&self, run: RunId) -> Result<Affiliation, Failure> {
        let store = self.store.get().await?;
        if let Some(typed) = store.affiliation(run).await? {
            return Ok(typed);
        }
        let runs = store.guide_runs().await?;
        let this = runs.into_iter().find(|known| known.id == run);
        let before = store.latest_affiliation().await?.unwrap_or_default();
        let account = self.account().await?;
        let first = |noted: String, typed: String| if noted.is_empty() { typed } else { noted };
        Ok(Affiliation {
            organization: this.map(|run| run.organization).unwrap_or_default(),
            country: before.country,
            tax_code: String::new(),
            full_name: first(account.full_name, before.full_name),
            phone: first(account.phone, before.phone),
            phone_country: account.phone_country.or(before.phone_country),
            email: first(account.email, before.email),
            manager_email: before.manager_email,
            // Suggested from this email's country and recipient until the person chooses one.
            language: String::new(),
        })
    }

    /// Saves what is typed, so that leaving the page or quitting loses nothing. Does nothing if the
    /// run has ended.
    pub async fn save(&self, run: RunId, form: Affiliation) -> Result<(), Failure> {
        let Affiliation { organization, tax_code, full_name, phone, email, .. } = &form;
        refuse_secrets([organization, tax_code, full_name, phone, email, &form.manager_email])?;
        self.store.get().await?.save_affiliation(run, form).await
    }

    /// The person's notes about their account, empty until there are any.
    pub async fn account(&self) -> Result<Account, Failure> {
        Ok(self.store.get().await?.account().await?.unwrap_or_default())
    }

    /// Saves the person's notes about their account.
    pub async fn save_account(&self, account: Account) -> Result<(), Failure> {
        refuse_secrets([&account.full_name, &account.phone, &account.email])?;
        self.store.get().await?.save_account(account).await
    }
}
