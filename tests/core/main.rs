//! The use cases of core against a real store and a real practice server. The keychain is a fake
//! that can fail, or a real gnome-keyring.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod affiliations;
mod backups;
mod checks;
mod environments;
mod hand_overs;
mod history;
mod import;
mod import_forms;
mod import_known;
mod import_notes;
mod keychain;
mod mode_data;
mod nothing_lost;
mod reconcile;
mod register;
mod register_files;
mod replacements;
mod search;
mod service;
mod shipments;
mod support;
mod tokens_of_ukraine;
mod upgrades;
