//! Validates a state file: JSON of the right shape can still hold entries that no rule would have
//! made. The reasons don't quote the entries, because they contain keys.

use std::collections::HashSet;

use uuid::Uuid;

use super::account::Account;
use super::authorization::is_key;
use super::cabinet::CabinetKey;
use super::clients::{Client, ClientRefused};
use super::name::{self, is_too_long};
use super::production::ProductionKey;
use super::test_keys::{UKRAINE, is_phone};

/// Why an entry is invalid, in words.
pub(super) type Invalid = &'static str;

/// On failure returns the number of the invalid client, counted from 1.
pub(super) fn validate_clients(clients: &[Client]) -> Result<(), (usize, Invalid)> {
    let mut phones = HashSet::new();
    let mut ids = HashSet::new();
    let mut codes = HashSet::new();
    let mut references = HashSet::new();
    for (index, client) in (1..).zip(clients) {
        validate_client(client).map_err(|why| (index, why))?;
        let is_unique = phones.insert(&client.phone)
            && ids.insert(client.id)
            && codes.insert(client.key.code.expose())
            && references.insert(client.key.reference);
        if !is_unique {
            return Err((index, DUPLICATE));
        }
    }
    Ok(())
}

fn validate_client(client: &Client) -> Result<(), Invalid> {
    let key = &client.key;
    if !is_phone(&client.phone) {
        Err(ClientRefused::NotAPhone.reason())
    } else if client.phone.starts_with(UKRAINE) {
        Err(ClientRefused::Ukrainian.reason())
    } else if !is_key(key.code.expose()) {
        Err(ClientRefused::KeyMalformed.reason())
    } else if key.expires_at < key.created_at {
        Err(ClientRefused::DatesTurned.reason())
    } else {
        Ok(())
    }
}

/// On failure returns the number of the invalid organization, counted from 1.
pub(super) fn validate_organizations(account: &Account) -> Result<(), (usize, Invalid)> {
    let mut ids = HashSet::new();
    for (index, organization) in (1..).zip(&account.organizations) {
        if !is_name(&organization.name) {
            return Err((index, NAME));
        }
        if is_too_long(&organization.tax_code) {
            return Err((index, "the tax code is too long"));
        }
        if !ids.insert(organization.id) {
            return Err((index, DUPLICATE));
        }
    }
    Ok(())
}

pub(super) fn validate_production_key(
    key: &ProductionKey,
    account: &Account,
) -> Result<(), Invalid> {
    let is_known = |id: &Uuid| account.organizations.iter().any(|known| known.id == *id);
    if !is_name(&key.name) {
        Err(NAME)
    } else if key.organizations.is_empty() {
        Err("no organization")
    } else if !key.organizations.iter().all(is_known) {
        Err("an unknown organization")
    } else if !is_key(key.code.expose()) {
        Err(ClientRefused::KeyMalformed.reason())
    } else if key.expires_at < key.created_at {
        Err(ClientRefused::DatesTurned.reason())
    } else {
        Ok(())
    }
}

/// On failure returns the number of the invalid key, counted from 1.
pub(super) fn validate_cabinet(keys: &[CabinetKey]) -> Result<(), (usize, Invalid)> {
    let (mut codes, mut references) = (HashSet::new(), HashSet::new());
    for (index, key) in (1..).zip(keys) {
        let code = key.code.expose();
        if !is_key(code) {
            return Err((index, ClientRefused::KeyMalformed.reason()));
        }
        if !codes.insert(code) || !references.insert(key.reference) {
            return Err((index, DUPLICATE));
        }
    }
    Ok(())
}

fn is_name(name: &str) -> bool {
    !name::normalize(name).is_empty() && !is_too_long(name)
}

/// Two entries share a value that must be unique.
pub(super) const DUPLICATE: Invalid = "another entry is the same";
const NAME: Invalid = "the name is missing or too long";
