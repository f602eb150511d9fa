//! The data of the affiliation email and of the person's account.

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

/// The person's account at my.novapost.com, as they entered it in the app.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// The account holder's full name.
    pub full_name: String,
    /// The phone number of the account.
    pub phone: String,
    /// The country chosen beside the phone number.
    pub phone_country: Option<Region>,
    /// The email address of the account.
    pub email: String,
}
