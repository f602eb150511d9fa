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
mod key_search;
mod keychain;
mod leaks;
mod mode_data;
mod nothing_lost;
mod program_tokens;
mod reconcile;
mod register;
mod register_files;
mod replacement_people;
mod replacements;
mod reviews;
mod search;
mod service;
mod shipments;
mod support;
mod tokens_of_ukraine;
mod upgrades;
