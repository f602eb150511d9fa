//! The data of the affiliation email and of the person's account.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Region;

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
