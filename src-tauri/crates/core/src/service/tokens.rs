//! Tokens: made from a key, kept in memory only, and verified with a call that changes nothing.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::deps::{Deps, LazyStore, NovaPostClients};
use super::reconcile::Reconciler;
use super::{ClaimsCard, KeyCard, Keys, TokenCard, Verification};
use crate::clock::Clock;
use crate::model::{Failure, KeyId, KeyStatus, Progress, Step, no_progress};
use crate::nova_post::clock_off;
use crate::secret::Jwt;
use crate::token::{Claims, Lifetime};

/// A token in memory.
#[derive(Clone)]
struct Token {
    /// `None` once the token has expired: it must not be kept longer [NP-portal]. The rest stays, so
    /// that the window can say that it has expired.
    jwt: Option<Jwt>,
    claims: Claims,
    lifetime: Lifetime,
    verification: Option<Verification>,
    warning: Option<Failure>,
}

/// Gets and verifies tokens.
pub struct Tokens {
    in_memory: Mutex<HashMap<KeyId, Token>>,
    store: Arc<LazyStore>,
    nova_post: Arc<NovaPostClients>,
    clock: Arc<dyn Clock>,
    reconciler: Arc<Reconciler>,
    keys: Arc<Keys>,
}

impl Tokens {
    pub(super) fn new(deps: &Deps, reconciler: Arc<Reconciler>, keys: Arc<Keys>) -> Self {
        Self {
            in_memory: Mutex::default(),
            store: Arc::clone(&deps.store),
            nova_post: Arc::clone(&deps.nova_post),
            clock: Arc::clone(&deps.clock),
            reconciler,
            keys,
        }
    }

    /// Gets a token for a key. It replaces the one in memory.
    ///
    /// Fails with `key_refused`, and records that about the key, if Nova Post does not accept it.
    pub async fn get(&self, id: &KeyId, progress: &Progress) -> Result<TokenCard, Failure> {
        let card = self.keys.card(id).await?;
        let key = self.keys.secret_of(id, progress).await?;
        progress(Step::AskingNovaPost);
        let nova_post = self.nova_post.of(card.environment).await?;
        let answered = match nova_post.authorize(&key).await {
            Ok(answered) => answered,
            Err(failure) => {
                if failure == Failure::KeyRefused && card.status == KeyStatus::Active {
                    self.record_refusal(id).await;
                }
                return Err(failure);
            }
        };
        if card.status == KeyStatus::Refused {
            self.set_status(id, KeyStatus::Active).await?;
        }

        let claims = Claims::read(&answered.value);
        let warning = answered
            .server_time
            .and_then(|server| clock_off(server, self.clock.now()))
            .map(|minutes_behind| Failure::ClockWrong { minutes_behind });
        let lifetime = Lifetime::new(&claims, answered.server_time, self.clock.as_ref());
        let jwt = Some(answered.value);
        let token = Token { jwt, claims, lifetime, verification: None, warning };
        let shown = self.card(self.keys.card(id).await?, &token);
        self.in_memory().insert(id.clone(), token);
        Ok(shown)
    }

    /// The token in memory, also an expired one. `None` if there is none.
    pub async fn current(&self, id: &KeyId) -> Result<Option<TokenCard>, Failure> {
        let card = self.keys.card(id).await?;
        Ok(self.token(id).map(|token| self.card(card, &token)))
    }

    /// The token itself, to copy it.
    ///
    /// Fails with `token_expired` if it has expired or there is none.
    pub fn jwt(&self, id: &KeyId) -> Result<Jwt, Failure> {
        self.token(id).and_then(|token| token.jwt).ok_or(Failure::TokenExpired)
    }

    /// Verifies the token in memory with a call that changes nothing. Gets a new one first if there
    /// is none that is valid, or if Nova Post does not accept it any more.
    pub async fn verify(&self, id: &KeyId) -> Result<TokenCard, Failure> {
        let card = self.keys.card(id).await?;
        let nova_post = self.nova_post.of(card.environment).await?;
        let tried = match self.jwt(id) {
            Ok(jwt) => nova_post.count_currencies(&jwt).await,
            Err(expired) => Err(expired),
        };
        let answered = match tried {
            Err(Failure::KeyRefused | Failure::TokenExpired) => {
                self.get(id, &no_progress()).await?;
                nova_post.count_currencies(&self.jwt(id)?).await?
            }
            other => other?,
        };

        let at = self.clock.now();
        self.reconciler.state().update_unsaved(id, |record| record.last_verified_at = Some(at));
        self.store.get().await?.set_verified(id, at).await?;
        if let Some(token) = self.in_memory().get_mut(id) {
            token.verification = Some(Verification { at, currencies: answered.value });
        }
        let card = self.keys.card(id).await?;
        let token = self.token(id).ok_or(Failure::TokenExpired)?;
        Ok(self.card(card, &token))
    }

    /// Wipes all tokens in memory.
    pub(super) fn forget(&self) {
        self.in_memory().clear();
    }

    /// The window shows the refusal itself. The record is for the list of keys.
    async fn record_refusal(&self, id: &KeyId) {
        if let Err(failure) = self.set_status(id, KeyStatus::Refused).await {
            tracing::warn!(?failure, "the refusal of a key is not recorded");
        }
    }

    async fn set_status(&self, id: &KeyId, status: KeyStatus) -> Result<(), Failure> {
        self.reconciler.state().update_unsaved(id, |record| record.status = status);
        self.store.get().await?.set_status(id, status).await
    }

    fn card(&self, key: KeyCard, token: &Token) -> TokenCard {
        let seconds = |time: Duration| u32::try_from(time.as_secs()).unwrap_or(u32::MAX);
        TokenCard {
            key,
            seconds_left: seconds(token.lifetime.left(self.clock.as_ref())),
            seconds_in_all: seconds(token.lifetime.total),
            assumed: token.lifetime.assumed,
            claims: ClaimsCard {
                issued_at: token.claims.issued_at,
                expires_at: token.claims.expires_at,
                client: token.claims.client.clone(),
                issuer: token.claims.issuer.clone(),
            },
            verification: token.verification.clone(),
            warning: token.warning.clone(),
        }
    }

    fn token(&self, id: &KeyId) -> Option<Token> {
        let mut tokens = self.in_memory();
        for token in tokens.values_mut() {
            if token.lifetime.left(self.clock.as_ref()).is_zero() {
                token.jwt = None;
            }
        }
        tokens.get(id).cloned()
    }

    fn in_memory(&self) -> MutexGuard<'_, HashMap<KeyId, Token>> {
        self.in_memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
