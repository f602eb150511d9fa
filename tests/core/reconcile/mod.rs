//! What the app repairs by itself.

mod mismatches;
mod unsaved;

use keydesk_core::model::ApiEnvironment;
use keydesk_core::service::NewKey;

/// A production key of one organization.
fn about(name: &str) -> NewKey {
    NewKey {
        name: name.to_owned(),
        environment: ApiEnvironment::Production,
        organizations: vec!["Hanse Textil".to_owned()],
        run: None,
        second_look: false,
    }
}
