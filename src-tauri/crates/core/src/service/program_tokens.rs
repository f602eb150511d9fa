//! Tokens for programs of this computer. The app asks the person; this is what the answer means.

use std::sync::Arc;

use chrono::TimeDelta;

use super::deps::{Deps, LazyStore};
use super::replacements::can_be_named;
use super::{Kept, KeyCard, Keys, Tokens};
use crate::clock::Clock;
use crate::model::{Actor, Failure, HistoryEvent, KeyId, KeyStatus, TokenPermission, no_progress};
use crate::secret::Jwt;

/// How long a program may have tokens after "Allow for an hour".
const PERMISSION: TimeDelta = TimeDelta::hours(1);

/// A token in memory that lives shorter than this is not given to a program, because it would have to ask again
/// at once. Seconds.
const LEAST_SECONDS_LEFT: u32 = 60;

/// The key that a program has named.
#[derive(Clone, Debug, PartialEq)]
pub enum NamedKey {
    /// This one.
    One(Box<KeyCard>),
    /// No key has this name or this ending, or its secret is not on this computer.
    None,
    /// Several keys have this name or this ending.
    Several,
}

/// A token for a program.
#[derive(Clone, Debug)]
pub struct ProgramToken {
    /// The token.
    pub jwt: Jwt,
    /// The seconds until it expires.
    pub seconds_left: u32,
}

/// Gives tokens to programs of this computer.
pub struct ProgramTokens {
    store: Arc<LazyStore>,
    clock: Arc<dyn Clock>,
    keys: Arc<Keys>,
    tokens: Arc<Tokens>,
}

impl ProgramTokens {
    pub(super) fn new(deps: &Deps, keys: Arc<Keys>, tokens: Arc<Tokens>) -> Self {
        Self { store: Arc::clone(&deps.store), clock: Arc::clone(&deps.clock), keys, tokens }
    }

    /// The key with this name, in capital or small letters, or with these last four characters. Keys that are no
    /// longer in use count only if no other one has the name.
    pub async fn find(&self, name: &str) -> Result<NamedKey, Failure> {
        let name = name.trim();
        let lower = name.to_lowercase();
        let mut named = self.keys.list().await?;
        named.retain(|key| {
            let is_here = matches!(key.kept, Kept::Keychain | Kept::ThisSession);
            let is_named = !name.is_empty()
                && (key.name.trim().to_lowercase() == lower || key.last_four == name);
            is_here && is_named
        });
        if named.iter().any(is_in_use) {
            named.retain(is_in_use);
        }
        Ok(match (named.pop(), named.is_empty()) {
            (Some(key), true) => NamedKey::One(Box::new(key)),
            (Some(_), false) => NamedKey::Several,
            (None, _) => NamedKey::None,
        })
    }

    /// Whether a program may have tokens of a key without asking.
    pub async fn is_permitted(&self, key: &KeyId, program: &str) -> Result<bool, Failure> {
        let permissions = self.permissions(key).await?;
        Ok(permissions.iter().any(|permission| permission.program == program))
    }

    /// The programs that may have tokens of a key now.
    pub async fn permissions(&self, key: &KeyId) -> Result<Vec<TokenPermission>, Failure> {
        let now = self.clock.now();
        let mut permissions = self.store.get().await?.token_permissions(key, now).await?;
        // One that lasts longer was given before the clock was set back.
        permissions.retain(|permission| permission.until - now <= PERMISSION);
        Ok(permissions)
    }

    /// Lets a program have tokens of a key for an hour.
    pub async fn permit(&self, key: &KeyId, program: &str) -> Result<(), Failure> {
        let now = self.clock.now();
        let permission = TokenPermission { program: program.to_owned(), until: now + PERMISSION };
        self.store.get().await?.permit_tokens(key, permission, now).await
    }

    /// Ends the permission of a program.
    pub async fn end_permission(&self, key: &KeyId, program: &str) -> Result<(), Failure> {
        self.store.get().await?.end_token_permission(key, program).await
    }

    /// A token for a program: the one in memory if it still lives for a minute, or a new one. `None` if Nova Poshta
    /// gives none for a key of Ukraine.
    ///
    /// `program` is its full path, empty if it is not known. `Actor::Person`: the person has just allowed it. The
    /// history gets a line then, and otherwise only for a new token, so that a program that asks often does not
    /// fill it.
    pub async fn token(
        &self,
        key: &KeyId,
        program: &str,
        allowed_by: Actor,
    ) -> Result<Option<ProgramToken>, Failure> {
        let current = self.tokens.current(key).await?;
        let usable = current.filter(|token| token.seconds_left >= LEAST_SECONDS_LEFT);
        let is_new = usable.is_none();
        let token = match usable {
            Some(token) => token,
            None => match self.tokens.try_get_for(Actor::App, key, &no_progress()).await? {
                Some(token) => token,
                None => return Ok(None),
            },
        };
        let given = ProgramToken { jwt: self.tokens.jwt(key)?, seconds_left: token.seconds_left };
        if is_new || allowed_by == Actor::Person {
            let event = HistoryEvent::TokenGiven { program: name_in_history(program) };
            self.keys.note_use_by(allowed_by, key, event).await;
        }
        Ok(Some(given))
    }

    /// Adds to the history that a program asked for a token and got none.
    pub async fn note_refusal(&self, key: &KeyId, program: &str) {
        let event = HistoryEvent::TokenRefused { program: name_in_history(program) };
        self.keys.note_use(key, event).await;
    }
}

fn is_in_use(key: &KeyCard) -> bool {
    !matches!(key.status, KeyStatus::Deactivated | KeyStatus::Replaced)
}

/// The name of the program's file: its folder may have a person's name.
fn name_in_history(program: &str) -> String {
    let name = program.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_harmless = can_be_named(name) && !name.contains(char::is_control);
    if is_harmless { name.to_owned() } else { String::new() }
}
