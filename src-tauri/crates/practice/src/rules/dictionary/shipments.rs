//! `GET shipments`: the shipments of an account, the newest first. The published description that the other calls
//! follow has no schema of it here, so an item has only what several clients read (docs/sources.md).

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::rules::EnvironmentKind;

/// Three days before now one shipment was created in production. The sandbox's accounts have none.
pub(super) fn of(environment: EnvironmentKind, now: DateTime<Utc>) -> Vec<Value> {
    match environment {
        EnvironmentKind::Sandbox => Vec::new(),
        EnvironmentKind::Production => {
            let created_at = now.checked_sub_signed(TimeDelta::days(3)).unwrap_or(now);
            let created_at = created_at.to_rfc3339_opts(SecondsFormat::Micros, true);
            vec![json!({ "number": NUMBER, "createdAt": created_at })]
        }
    }
}

/// A fictional number of a shipment.
const NUMBER: &str = "SHDE0000000001";
