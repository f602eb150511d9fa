//! The systems that need a key, and what they need besides it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ApiEnvironment, HandOverFile};

/// The system that gets a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Receiver {
    /// Software of the company itself, for Nova Post in Europe.
    OwnCode,
    /// Software of the company itself, for Nova Poshta in Ukraine.
    OwnCodeUkraine,
    /// Nova Post's SDK for PHP, and its port to TypeScript.
    Sdk,
    /// Nova Post's extension for Magento 2.
    Magento,
    /// Nova Post's app for Shopify.
    Shopify,
    /// A public plug-in for WooCommerce.
    Woocommerce,
    /// OpenCart.
    Opencart,
    /// Nova Post's public collection for Postman.
    Postman,
    /// A system that the app knows nothing about.
    Other,
}

impl Receiver {
    /// Every receiver, in the order in which the window offers them.
    pub const ALL: [Self; 9] = [
        Self::OwnCode,
        Self::OwnCodeUkraine,
        Self::Sdk,
        Self::Magento,
        Self::Shopify,
        Self::Woocommerce,
        Self::Opencart,
        Self::Postman,
        Self::Other,
    ];
}

/// What a receiver needs, under the names that it uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiverInfo {
    /// The receiver.
    pub receiver: Receiver,
    /// The environments whose keys it takes.
    pub environments: Vec<ApiEnvironment>,
    /// What it needs, in the order in which it asks for it.
    pub fields: Vec<ReceiverField>,
    /// The files that can be made for it besides the sheet.
    pub files: Vec<HandOverFile>,
    /// Where these facts come from: an id of docs/sources.md, with the part of it after a colon.
    pub source: String,
    /// The month in which they were checked there, such as `2026-11`.
    pub checked: String,
}

/// Something that a receiver needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiverField {
    /// The name of the variable or setting; `None` if only the meaning is known, as in a form.
    pub name: Option<String>,
    /// What belongs there.
    pub value: FieldValue,
}

/// What belongs into a field of a receiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FieldValue {
    /// The key itself: the only secret.
    ApiKey,
    /// The base address of the API.
    BaseUrl,
    /// The environment, in the words of the receiver.
    Environment {
        /// For the test environment.
        sandbox: String,
        /// For production.
        production: String,
    },
    /// The name of the company.
    CompanyName,
    /// The tax code of the company.
    TaxCode,
    /// The number of the contract under which Nova Post is paid.
    PayerContract,
    /// The name of the sender.
    SenderName,
    /// The sender's phone number.
    SenderPhone,
    /// The sender's email address.
    SenderEmail,
    /// The country from which parcels are sent.
    SenderCountry,
    /// The city from which parcels are sent.
    SenderCity,
    /// The division of Nova Post where parcels are dropped off.
    SenderDivision,
    /// The street address from which parcels are sent.
    SenderAddress,
}

/// What the person wrote about one organization as a sender of parcels. Each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SenderFacts {
    /// The name of the company.
    pub company: String,
    /// The tax code of the company.
    pub tax_code: String,
    /// The number of the contract under which Nova Post is paid.
    pub payer_contract: String,
    /// The name of the sender.
    pub sender_name: String,
    /// The sender's phone number.
    pub phone: String,
    /// The sender's email address.
    pub email: String,
    /// The country from which parcels are sent.
    pub country: String,
    /// The city from which parcels are sent.
    pub city: String,
    /// The division of Nova Post where parcels are dropped off.
    pub division: String,
    /// The street address from which parcels are sent.
    pub address: String,
}

impl SenderFacts {
    /// What belongs into a field; `None` if that is no fact about the sender.
    #[must_use]
    pub fn get(&self, value: &FieldValue) -> Option<&str> {
        match value {
            FieldValue::ApiKey | FieldValue::BaseUrl | FieldValue::Environment { .. } => None,
            FieldValue::CompanyName => Some(&self.company),
            FieldValue::TaxCode => Some(&self.tax_code),
            FieldValue::PayerContract => Some(&self.payer_contract),
            FieldValue::SenderName => Some(&self.sender_name),
            FieldValue::SenderPhone => Some(&self.phone),
            FieldValue::SenderEmail => Some(&self.email),
            FieldValue::SenderCountry => Some(&self.country),
            FieldValue::SenderCity => Some(&self.city),
            FieldValue::SenderDivision => Some(&self.division),
            FieldValue::SenderAddress => Some(&self.address),
        }
    }

    /// All texts in it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        [
            &self.company,
            &self.tax_code,
            &self.payer_contract,
            &self.sender_name,
            &self.phone,
            &self.email,
            &self.country,
            &self.city,
            &self.division,
            &self.address,
        ]
        .into_iter()
        .map(String::as_str)
    }
}
