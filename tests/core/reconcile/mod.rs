//! What the app repairs by itself.

mod mismatches;
mod unsaved;

use keydesk_core::model::ApiEnvironment;
use keydesk_core::service::{NewExpiry, NewKey};

/// A production key of one organization.
fn about(name: &str) -> NewKey {
    NewKey {
        name: name.to_owned(),
        environment: ApiEnvironment::Production,
        organizations: Some(vec!["Hanse Textil".to_owned()]),
        holder: None,
        // So that Home does not ask for it.
        expiry: NewExpiry::On { end: "2099-01-01T00:00:00Z".parse().unwrap() },
        run: None,
        second_look: false,
        record: None,
    }
}
