//! What was typed for the affiliation emails.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::Store;
use super::named::Named;
use crate::model::{Affiliation, Failure, RunId};

impl Store {
    /// What was typed for a run's email. `None` if nothing was.
    pub async fn affiliation(&self, run: RunId) -> Result<Option<Affiliation>, Failure> {
        self.with(move |connection| Ok(affiliations(connection, Some(run))?.remove(&run))).await
    }

    /// What was typed for the email of the latest run that has one. `None` if there is none.
    pub async fn latest_affiliation(&self) -> Result<Option<Affiliation>, Failure> {
        self.with(move |connection| {
            connection
                .prepare_cached("SELECT * FROM affiliations ORDER BY run DESC LIMIT 1")?
                .query_row([], read_affiliation)
                .optional()
        })
        .await
    }

    /// What was typed for the latest email of an organization. `None` if there is none.
    pub async fn affiliation_of(&self, organization: &str) -> Result<Option<Affiliation>, Failure> {
        let organization = organization.to_owned();
        self.with(move |connection| {
            connection
                .prepare_cached(
                    "SELECT * FROM affiliations WHERE organization = ?1 ORDER BY run DESC LIMIT 1",
                )?
                .query_row([organization], read_affiliation)
                .optional()
        })
        .await
    }

    /// Saves what is typed. Does nothing if the run has ended.
    pub async fn save_affiliation(&self, run: RunId, form: Affiliation) -> Result<(), Failure> {
        self.with(move |connection| {
            connection
                .prepare_cached(
                    "INSERT INTO affiliations (run, organization, country, tax_code, full_name,
                                               phone, phone_country, email, manager_email, language)
                     SELECT :run, :organization, :country, :tax_code, :full_name, :phone,
                            :phone_country, :email, :manager_email, :language
                     FROM guide_runs WHERE id = :run
                     ON CONFLICT (run) DO UPDATE SET
                        organization = excluded.organization, country = excluded.country,
                        tax_code = excluded.tax_code, full_name = excluded.full_name,
                        phone = excluded.phone, phone_country = excluded.phone_country,
                        email = excluded.email, manager_email = excluded.manager_email,
                        language = excluded.language",
                )?
                .execute(named_params! {
                    ":run": run,
                    ":organization": form.organization,
                    ":country": form.country.map(Named),
                    ":tax_code": form.tax_code,
                    ":full_name": form.full_name,
                    ":phone": form.phone,
                    ":phone_country": form.phone_country.map(Named),
                    ":email": form.email,
                    ":manager_email": form.manager_email,
                    ":language": form.language,
                })?;
            Ok(())
        })
        .await
    }
}

/// What was typed for the email of one run, or of all for `None`.
pub(super) fn affiliations(
    connection: &Connection,
    run: Option<RunId>,
) -> rusqlite::Result<HashMap<RunId, Affiliation>> {
    connection
        .prepare_cached("SELECT * FROM affiliations WHERE ?1 IS NULL OR run = ?1")?
        .query_map([run], |row| Ok((row.get("run")?, read_affiliation(row)?)))?
        .collect()
}

fn read_affiliation(row: &Row<'_>) -> rusqlite::Result<Affiliation> {
    let region = |column| {
        row.get::<_, Option<Named<_>>>(column).map(|region| region.map(|Named(region)| region))
    };
    Ok(Affiliation {
        organization: row.get("organization")?,
        country: region("country")?,
        tax_code: row.get("tax_code")?,
        full_name: row.get("full_name")?,
        phone: row.get("phone")?,
        phone_country: region("phone_country")?,
        email: row.get("email")?,
        manager_email: row.get("manager_email")?,
        language: row.get("language")?,
    })
}
