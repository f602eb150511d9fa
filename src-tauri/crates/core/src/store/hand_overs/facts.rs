//! What the person wrote about the organizations as senders of parcels.

use rusqlite::{OptionalExtension, named_params};

use crate::model::{Failure, SenderFacts};
use crate::store::Store;

impl Store {
    /// What is saved about an organization; the empty name is for keys without one. `None` if nothing is.
    pub async fn sender_facts(&self, organization: &str) -> Result<Option<SenderFacts>, Failure> {
        let organization = organization.to_owned();
        self.with(move |connection| {
            connection
                .prepare_cached("SELECT * FROM sender_facts WHERE organization = ?1")?
                .query_row([organization], |row| {
                    Ok(SenderFacts {
                        company: row.get("company")?,
                        tax_code: row.get("tax_code")?,
                        payer_contract: row.get("payer_contract")?,
                        sender_name: row.get("sender_name")?,
                        phone: row.get("phone")?,
                        email: row.get("email")?,
                        country: row.get("country")?,
                        city: row.get("city")?,
                        division: row.get("division")?,
                        address: row.get("address")?,
                    })
                })
                .optional()
        })
        .await
    }

    /// Saves what is known about an organization, in place of what was.
    pub async fn save_sender_facts(
        &self,
        organization: &str,
        facts: SenderFacts,
    ) -> Result<(), Failure> {
        let organization = organization.to_owned();
        self.with(move |connection| {
            connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO sender_facts
                        (organization, company, tax_code, payer_contract, sender_name, phone,
                         email, country, city, division, address)
                     VALUES (:organization, :company, :tax_code, :payer_contract, :sender_name,
                             :phone, :email, :country, :city, :division, :address)",
                )?
                .execute(named_params! {
                    ":organization": organization,
                    ":company": facts.company,
                    ":tax_code": facts.tax_code,
                    ":payer_contract": facts.payer_contract,
                    ":sender_name": facts.sender_name,
                    ":phone": facts.phone,
                    ":email": facts.email,
                    ":country": facts.country,
                    ":city": facts.city,
                    ":division": facts.division,
                    ":address": facts.address,
                })?;
            Ok(())
        })
        .await
    }
}
