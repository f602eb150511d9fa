//! What is known about an organization as a sender of parcels. The person is asked for it once.

use super::HandOvers;
use crate::model::{Company, Failure, KeyId, KeyRecord, SenderFacts};
use crate::service::parse_key::refuse_secrets;

impl HandOvers {
    /// What is known for a key's organization: what the person saved, or else what the email to Nova Post and the check
    /// of a key of Ukraine have told.
    ///
    /// Fails with `not_found` if the key is not recorded.
    pub async fn sender_facts(&self, key: &KeyId) -> Result<SenderFacts, Failure> {
        self.facts_of(&self.record(key).await?).await
    }

    /// Saves what the person wrote, for all keys of this organization.
    ///
    /// Fails with `not_found` if the key is not recorded, and with `looks_like_key` if a text has a key in it.
    pub async fn save_sender_facts(&self, key: &KeyId, facts: SenderFacts) -> Result<(), Failure> {
        refuse_secrets(facts.texts())?;
        let record = self.record(key).await?;
        self.store.get().await?.save_sender_facts(organization_of(&record), facts).await
    }

    pub(super) async fn facts_of(&self, record: &KeyRecord) -> Result<SenderFacts, Failure> {
        let organization = organization_of(record);
        let store = self.store.get().await?;
        if let Some(saved) = store.sender_facts(organization).await? {
            return Ok(saved);
        }
        let mut known = SenderFacts { company: organization.to_owned(), ..SenderFacts::default() };
        if let Some(email) = store.affiliation_of(organization).await? {
            known.tax_code = email.tax_code;
            known.sender_name = email.full_name;
            known.phone = email.phone;
            known.email = email.email;
            known.country = email.country.map(|country| country.to_string()).unwrap_or_default();
        }
        if let Some(Company { name, code }) = record.company.clone() {
            (known.company, known.tax_code) = (name, code);
        }
        Ok(known)
    }
}

/// The first organization of a key; empty for a key without one.
fn organization_of(record: &KeyRecord) -> &str {
    record.organizations.first().map_or("", String::as_str)
}
