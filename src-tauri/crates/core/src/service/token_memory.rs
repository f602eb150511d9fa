//! The tokens in memory. An expired one is wiped by itself, even if nobody looks at its page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use tokio::task::JoinHandle;

use super::Verification;
use crate::clock::Clock;
use crate::model::{Failure, KeyId};
use crate::secret::Jwt;
use crate::token::{Claims, Lifetime};

/// A token in memory.
#[derive(Clone)]
pub(super) struct Token {
    /// `None` once the token has expired: it must not be kept longer [NP-portal]. The rest stays, so
    /// that the window can say that it has expired.
    pub(super) jwt: Option<Jwt>,
    pub(super) claims: Claims,
    pub(super) lifetime: Lifetime,
    pub(super) verification: Option<Verification>,
    pub(super) warning: Option<Failure>,
}

type Tokens = Mutex<HashMap<KeyId, Token>>;

/// The latest token of each key.
pub(super) struct TokenMemory {
    tokens: Arc<Tokens>,
    clock: Arc<dyn Clock>,
    /// The task that wipes tokens when they expire. It ends when no token is left.
    wiping: Mutex<Option<JoinHandle<()>>>,
}

/// The clock may be set, and timers stand still while the computer sleeps. So it is looked at again and again.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

impl TokenMemory {
    pub(super) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { tokens: Arc::default(), clock, wiping: Mutex::default() }
    }

    /// Keeps a token in place of the one before. Must be called within the async runtime.
    pub(super) fn insert(&self, key: &KeyId, token: Token) {
        lock(&self.tokens).insert(key.clone(), token);
        let (tokens, clock) = (Arc::downgrade(&self.tokens), Arc::clone(&self.clock));
        let wiping = tokio::spawn(async move {
            while let Some(left) = wipe_expired(&tokens, &*clock) {
                tokio::time::sleep(left.min(LONGEST_WAIT)).await;
            }
        });
        if let Some(earlier) = lock(&self.wiping).replace(wiping) {
            earlier.abort();
        }
    }

    /// The token of a key, also an expired one, which has no JWT.
    pub(super) fn get(&self, key: &KeyId) -> Option<Token> {
        wipe_expired(&Arc::downgrade(&self.tokens), &*self.clock);
        lock(&self.tokens).get(key).cloned()
    }

    pub(super) fn note_verification(&self, key: &KeyId, verification: Verification) {
        if let Some(token) = lock(&self.tokens).get_mut(key) {
            token.verification = Some(verification);
        }
    }

    pub(super) fn remove(&self, key: &KeyId) {
        lock(&self.tokens).remove(key);
    }

    pub(super) fn clear(&self) {
        lock(&self.tokens).clear();
    }
}

/// Wipes the tokens that have expired. Returns the time until the next one expires; `None` if there is none.
fn wipe_expired(tokens: &Weak<Tokens>, clock: &dyn Clock) -> Option<Duration> {
    let tokens = tokens.upgrade()?;
    let mut tokens = lock(&tokens);
    for token in tokens.values_mut() {
        if token.lifetime.left(clock).is_zero() {
            token.jwt = None;
        }
    }
    let kept = tokens.values().filter(|token| token.jwt.is_some());
    kept.map(|token| token.lifetime.left(clock)).min()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::clock::SystemClock;

    fn token(clock: &SystemClock, lives: TimeDelta) -> Token {
        let now = clock.now();
        let claims = Claims { expires_at: Some(now + lives), ..Claims::default() };
        let lifetime = Lifetime::new(&claims, Some(now), clock);
        let jwt = Some(
            Jwt::new("eyJhbGciOiJub25lIn0.eyJpc3MiOiJ0ZXN0In0.c2lnbmF0dXJl".to_owned()).unwrap(),
        );
        Token { jwt, claims, lifetime, verification: None, warning: None }
    }

    #[tokio::test]
    async fn an_expired_token_is_wiped_although_nobody_asks_for_it() {
        let clock = Arc::new(SystemClock::default());
        let memory = TokenMemory::new(clock.clone());
        let key = KeyId::random();
        memory.insert(&key, token(&clock, TimeDelta::milliseconds(300)));
        assert!(lock(&memory.tokens)[&key].jwt.is_some());
        let wiping = lock(&memory.wiping).take().unwrap();
        wiping.await.unwrap();
        assert!(lock(&memory.tokens)[&key].jwt.is_none());
    }

    #[tokio::test]
    async fn a_token_of_another_key_is_kept() {
        let clock = Arc::new(SystemClock::default());
        let memory = TokenMemory::new(clock.clone());
        let (expired, valid) = (KeyId::random(), KeyId::random());
        memory.insert(&expired, token(&clock, TimeDelta::zero()));
        memory.insert(&valid, token(&clock, TimeDelta::hours(1)));
        assert!(memory.get(&expired).unwrap().jwt.is_none());
        assert!(memory.get(&valid).unwrap().jwt.is_some());
    }
}
