//! `GET tracking-push/subscribers`: the webhooks of an account. The published description that the other calls follow has
//! no schema of it here, so an item has only what several clients write or read (docs/sources.md).

use serde_json::{Value, json};

use crate::rules::EnvironmentKind;

/// One webhook in production, which is switched on. The sandbox's accounts have none.
pub(super) fn of(environment: EnvironmentKind) -> Vec<Value> {
    match environment {
        EnvironmentKind::Sandbox => Vec::new(),
        EnvironmentKind::Production => {
            vec![json!({ "type": "legal", "url": ADDRESS, "isActive": true })]
        }
    }
}

/// A fictional address. The domain is reserved for examples (RFC 2606).
const ADDRESS: &str = "https://shop.example/nova-post/tracking";
