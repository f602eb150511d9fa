//! What each receiver needs. The facts are in `receivers/*.json`, each with its source.

use crate::model::{Receiver, ReceiverInfo};

/// The data file of a receiver, which is part of the program, does not have the form of one. A test reads all of them.
#[derive(Debug)]
pub struct InvalidReceiver {
    /// The receiver.
    pub receiver: Receiver,
    /// What is wrong.
    pub cause: serde_json::Error,
}

/// What a receiver needs.
pub fn receiver_info(receiver: Receiver) -> Result<ReceiverInfo, InvalidReceiver> {
    serde_json::from_str(data_of(receiver)).map_err(|cause| InvalidReceiver { receiver, cause })
}

const fn data_of(receiver: Receiver) -> &'static str {
    match receiver {
        Receiver::OwnCode => include_str!("../../receivers/own_code.json"),
        Receiver::OwnCodeUkraine => include_str!("../../receivers/own_code_ukraine.json"),
        Receiver::Sdk => include_str!("../../receivers/sdk.json"),
        Receiver::Magento => include_str!("../../receivers/magento.json"),
        Receiver::Shopify => include_str!("../../receivers/shopify.json"),
        Receiver::Woocommerce => include_str!("../../receivers/woocommerce.json"),
        Receiver::Opencart => include_str!("../../receivers/opencart.json"),
        Receiver::Postman => include_str!("../../receivers/postman.json"),
        Receiver::Other => include_str!("../../receivers/other.json"),
    }
}
