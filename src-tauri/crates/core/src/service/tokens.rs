//! Tokens: made from a key, held in memory only, proven with a harmless call.

use std::collections::HashMap;
use std::sync::PoisonError;

use super::{ClaimsCard, KeyCard, Proof, Service, TokenCard};
use crate::model::{Failure, KeyId, KeyStatus, Progress, Step, no_progress};
use crate::nova_post::clock_off;
use crate::secret::Jwt;
use crate::token::{Claims, Lifetime};

pub(super) type HeldTokens = HashMap<KeyId, HeldToken>;

/// A token in memory. Its text is dropped once it has died (portal: not to be kept past its life);
/// the rest stays, so that the window can say that it has.
#[derive(Clone)]
pub(super) struct HeldToken {
    jwt: Option<Jwt>,
    claims: Claims,
    lifetime: Lifetime,
    proof: Option<Proof>,
    warning: Option<Failure>,
}

impl Service {
    /// Gets a token for a key, in place of the one in hand.
    pub async fn get_token(&self, id: &KeyId, progress: &Progress) -> Result<TokenCard, Failure> {
        let card = self.key_card(id).await?;
        let key = self.open_key(id, progress).await?;
        progress(Step::AskingNovaPost);
        let nova_post = self.deps.nova_post.of(card.environment).await?;
        let answered = match nova_post.authorize(&key).await {
            Ok(answered) => answered,
            Err(failure) => return Err(self.heard(&card, failure).await),
        };
        if card.status == KeyStatus::Refused {
            self.reconciler.state().update_unsaved(id, |row| row.status = KeyStatus::Active);
            self.store().await?.set_status(id, KeyStatus::Active).await?;
        }

        let claims = Claims::read(&answered.value);
        let warning = answered
            .server_time
            .and_then(|server| clock_off(server, self.deps.clock.now()))
            .map(|minutes_behind| Failure::ClockWrong { minutes_behind });
        let lifetime = Lifetime::new(&claims, answered.server_time, self.deps.clock.as_ref());
        let token = HeldToken { jwt: Some(answered.value), claims, lifetime, proof: None, warning };
        let shown = self.token_card(self.key_card(id).await?, &token);
        self.held_tokens().insert(id.clone(), token);
        Ok(shown)
    }

    /// The token in hand, dead ones included until the next one; none: there is none.
    pub async fn token(&self, id: &KeyId) -> Result<Option<TokenCard>, Failure> {
        let card = self.key_card(id).await?;
        Ok(self.held_token(id).map(|token| self.token_card(card, &token)))
    }

    /// Proves the token in hand with a harmless call. A token that has died is renewed first, and
    /// so is one that Nova Post no longer takes.
    pub async fn prove_token(&self, id: &KeyId) -> Result<TokenCard, Failure> {
        let card = self.key_card(id).await?;
        let nova_post = self.deps.nova_post.of(card.environment).await?;
        let tried = match self.live_token(id) {
            Some(jwt) => nova_post.count_currencies(&jwt).await,
            None => Err(Failure::KeyRefused),
        };
        let answered = match tried {
            Err(Failure::KeyRefused) => {
                self.get_token(id, &no_progress()).await?;
                let jwt = self.live_token(id).ok_or(Failure::KeyRefused)?;
                nova_post.count_currencies(&jwt).await?
            }
            other => other?,
        };

        let at = self.deps.clock.now();
        self.reconciler.state().update_unsaved(id, |row| row.last_proven_at = Some(at));
        self.store().await?.proven(id, at).await?;
        if let Some(token) = self.held_tokens().get_mut(id) {
            token.proof = Some(Proof { at, currencies: answered.value });
        }
        let card = self.key_card(id).await?;
        let token = self.held_token(id).ok_or(Failure::KeyRefused)?;
        Ok(self.token_card(card, &token))
    }

    pub(super) fn live_token(&self, id: &KeyId) -> Option<Jwt> {
        self.held_token(id)?.jwt
    }

    /// Notes a refusal on the key, so that the store shows it.
    async fn heard(&self, card: &KeyCard, failure: Failure) -> Failure {
        if failure == Failure::KeyRefused
            && card.status == KeyStatus::Active
            && let Ok(store) = self.store().await
        {
            self.reconciler.state().update_unsaved(&card.id, |row| row.status = KeyStatus::Refused);
            // The card shows the refusal itself; the store's note is for later.
            let _ = store.set_status(&card.id, KeyStatus::Refused).await;
        }
        failure
    }

    fn token_card(&self, key: KeyCard, token: &HeldToken) -> TokenCard {
        let seconds = |time: std::time::Duration| u32::try_from(time.as_secs()).unwrap_or(u32::MAX);
        TokenCard {
            key,
            seconds_left: seconds(token.lifetime.left(self.deps.clock.as_ref())),
            seconds_in_all: seconds(token.lifetime.total),
            assumed: token.lifetime.assumed,
            claims: ClaimsCard {
                made_at: token.claims.issued_at,
                dies_at: token.claims.expires_at,
                client: token.claims.client.clone(),
                issuer: token.claims.issuer.clone(),
            },
            proof: token.proof.clone(),
            warning: token.warning.clone(),
        }
    }

    fn held_token(&self, id: &KeyId) -> Option<HeldToken> {
        let mut tokens = self.held_tokens();
        for token in tokens.values_mut() {
            if token.lifetime.left(self.deps.clock.as_ref()).is_zero() {
                token.jwt = None;
            }
        }
        tokens.get(id).cloned()
    }

    pub(super) fn held_tokens(&self) -> std::sync::MutexGuard<'_, HeldTokens> {
        self.held_tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
