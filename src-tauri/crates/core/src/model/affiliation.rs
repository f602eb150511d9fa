//! The data of the affiliation email.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Region;

/// The form of one organization's affiliation email. All texts are kept as the person typed them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Affiliation {
    /// The organization's name as written in its contract.
    pub organization: String,
    /// The country of registration, which decides the form of the tax code.
    pub country: Option<Region>,
    /// The organization's tax code.
    pub tax_code: String,
    /// The full name of the authorized representative.
    pub full_name: String,
    /// The representative's phone number.
    pub phone: String,
    /// The country chosen beside the phone number.
    pub phone_country: Option<Region>,
    /// The representative's email address.
    pub email: String,
    /// The email address of the sales manager at Nova Post. If it is empty, the email goes to Nova Post's
    /// service desk.
    pub manager_email: String,
    /// The language of the email as a BCP 47 tag; empty until the person chooses one.
    pub language: String,
}

impl Affiliation {
    /// Whether the email has everything that Nova Post asks for
    /// [NP-docs: How to get API keys]. The manager's address and the language may be missing.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let texts = [&self.organization, &self.tax_code, &self.full_name, &self.phone, &self.email];
        self.country.is_some() && texts.iter().all(|text| !text.trim().is_empty())
    }
}

/// The form of a run's email, and where its values come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EmailForm {
    /// The values of the fields.
    pub typed: Affiliation,
    /// Whether the values were saved for this run. Otherwise they are suggestions: the organization is
    /// the run's, the rest comes from the latest email of another run.
    pub is_saved: bool,
}

/// How far the form of a run's email is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormState {
    /// Nothing was saved for the run.
    NotStarted,
    /// A required field is empty.
    Incomplete,
    /// No required field is empty.
    Complete,
}
