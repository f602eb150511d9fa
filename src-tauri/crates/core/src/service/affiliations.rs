//! The affiliation email. Nova Post's manager uses it to link the person's account to the
//! organization [NP-docs: How to get API keys], so what it says must match the account.

use std::sync::Arc;

use super::deps::{Deps, LazyStore};
use super::parse_key::refuse_secrets;
use crate::model::{Affiliation, EmailForm, Failure, RunId};

/// Keeps what is typed for the affiliation email.
pub struct Affiliations {
    store: Arc<LazyStore>,
}

impl Affiliations {
    pub(super) fn new(deps: &Deps) -> Self {
        Self { store: Arc::clone(&deps.store) }
    }

    /// What was typed for a run's email. Before anything was typed, what the app knows: the
    /// organization of the run, and the person and the manager of the email before.
    pub async fn get(&self, run: RunId) -> Result<EmailForm, Failure> {
        let store = self.store.get().await?;
        if let Some(typed) = store.affiliation(run).await? {
            return Ok(EmailForm { typed, is_saved: true });
        }
        let runs = store.guide_runs().await?;
        let this = runs.into_iter().find(|known| known.id == run);
        let before = store.latest_affiliation().await?.unwrap_or_default();
        let organization = this.map(|run| run.organization).unwrap_or_default();
        // The language is suggested from this email's country and recipient until the person chooses one.
        let (tax_code, language) = (String::new(), String::new());
        let typed = Affiliation { organization, tax_code, language, ..before };
        Ok(EmailForm { typed, is_saved: false })
    }

    /// Saves what is typed, so that leaving the page or quitting loses nothing. Does nothing if the
    /// run has ended.
    pub async fn save(&self, run: RunId, form: Affiliation) -> Result<(), Failure> {
        let Affiliation { organization, tax_code, full_name, phone, email, .. } = &form;
        refuse_secrets([organization, tax_code, full_name, phone, email, &form.manager_email])?;
        self.store.get().await?.save_affiliation(run, form).await
    }
}
