//! Whether what was saved can have been: a file of the right shape may still hold what no rule would
//! have made. Each refusal says what is wrong, never what stands there: keys do.

use std::collections::HashSet;

use uuid::Uuid;

use super::authorization::is_key;
use super::name::{self, is_too_long};
use super::test_keys::{UKRAINE, is_phone};
use super::{Account, CabinetKey, Client, ClientRefused, ProductionKey};

/// What is wrong with an entry of a list, in words.
pub(super) type Nonsense = &'static str;

pub(super) fn judge_client(client: &Client) -> Result<(), Nonsense> {
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

/// The organizations of an account, and the place of the one that can't be, counted from 1.
pub(super) fn judge_organizations(account: &Account) -> Result<(), (usize, Nonsense)> {
    let mut ids = HashSet::new();
    for (place, organization) in (1..).zip(&account.organizations) {
        if !is_name(&organization.name) {
            return Err((place, NAME));
        }
        if is_too_long(&organization.tax_code) {
            return Err((place, "the tax code is too long"));
        }
        if !ids.insert(organization.id) {
            return Err((place, TWIN));
        }
    }
    Ok(())
}

pub(super) fn judge_production_key(key: &ProductionKey, account: &Account) -> Result<(), Nonsense> {
    let is_known = |id: &Uuid| account.organizations.iter().any(|ours| ours.id == *id);
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

/// The keys of the cabinet, likewise with the place of the one that can't be.
pub(super) fn judge_cabinet(keys: &[CabinetKey]) -> Result<(), (usize, Nonsense)> {
    let (mut codes, mut references) = (HashSet::new(), HashSet::new());
    for (place, key) in (1..).zip(keys) {
        let code = key.code.expose();
        if !is_key(code) {
            return Err((place, ClientRefused::KeyMalformed.reason()));
        }
        if !codes.insert(code) || !references.insert(key.reference) {
            return Err((place, TWIN));
        }
    }
    Ok(())
}

fn is_name(name: &str) -> bool {
    !name::taken(name).is_empty() && !is_too_long(name)
}

/// What must be one entry's alone belongs to two.
pub(super) const TWIN: Nonsense = "another entry is the same";
const NAME: Nonsense = "the name is missing or too long";
