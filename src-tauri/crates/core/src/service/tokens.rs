//! Tokens: made from a key, kept in memory only, and verified with a call that changes nothing.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::deps::{Deps, NovaPostClients};
use super::findings::{Findings, NotAccepted};
use super::token_memory::{Token, TokenMemory};
use super::{ClaimsCard, KeyCard, Keys, TokenCard, Verification};
use crate::clock::Clock;
use crate::model::{
    Actor, ApiEnvironment, CheckResult, Failure, HistoryEvent, KeyCheck, KeyId, KeyStatus,
    Progress, Step, no_progress,
};
use crate::nova_post::{Answered, clock_off};
use crate::secret::Jwt;
use crate::token::{Claims, Lifetime};

/// Gets and verifies tokens.
pub struct Tokens {
    memory: TokenMemory,
    nova_post: Arc<NovaPostClients>,
    clock: Arc<dyn Clock>,
    findings: Arc<Findings>,
    keys: Arc<Keys>,
}

impl Tokens {
    pub(super) fn new(deps: &Deps, findings: Arc<Findings>, keys: Arc<Keys>) -> Self {
        Self {
            memory: TokenMemory::new(Arc::clone(&deps.clock)),
            nova_post: Arc::clone(&deps.nova_post),
            clock: Arc::clone(&deps.clock),
            findings,
            keys,
        }
    }

    /// Gets a token for a key of any environment. It replaces the one in memory. `None` if Nova Poshta gives none
    /// for a key of Ukraine: whether such keys have tokens is not documented. So neither a token nor `None` says
    /// anything about that key. Only that a token came is in the history.
    pub async fn try_get(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<Option<TokenCard>, Failure> {
        self.try_get_for(Actor::Person, id, progress).await
    }

    /// As [`Tokens::try_get`]. `Actor::App`: a program needs the token.
    pub(super) async fn try_get_for(
        &self,
        actor: Actor,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<Option<TokenCard>, Failure> {
        let card = self.keys.card(id).await?;
        if card.environment != ApiEnvironment::Ukraine {
            return self.get_for(actor, id, progress).await.map(Some);
        }
        let key = self.keys.secret_of(id, progress).await?;
        progress(Step::AskingNovaPost);
        let answered = self.nova_post.ukraine().await?.authorize(&key).await?;
        let Some(answered) = answered else { return Ok(None) };
        let token = self.keep(id, answered);
        self.keys.note_use_by(actor, id, HistoryEvent::TokenReceived).await;
        Ok(Some(self.card(card, &token)))
    }

    /// Gets a token for a key of Europe, because the person asked for one. It replaces the one in memory. The history
    /// gets a line.
    ///
    /// Fails with `key_refused`, and records that about the key, if Nova Post does not accept it. If
    /// the store can't be written, the token is kept, and the card has a warning.
    pub async fn get(&self, id: &KeyId, progress: &Progress) -> Result<TokenCard, Failure> {
        self.get_for(Actor::Person, id, progress).await
    }

    /// As [`Tokens::get`]. `Actor::App`: another call of the person needs a token and there is none that is valid.
    /// The app renews no token without such a call, so the history gets no lines in between.
    pub(super) async fn get_for(
        &self,
        actor: Actor,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<TokenCard, Failure> {
        Ok(self.fetch_for(actor, id, progress).await?)
    }

    async fn fetch_for(
        &self,
        actor: Actor,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<TokenCard, NotAccepted> {
        let card = self.fetch(id, progress).await?;
        self.keys.note_use_by(actor, id, HistoryEvent::TokenReceived).await;
        Ok(card)
    }

    /// As [`Tokens::get`], without a line of the history.
    async fn fetch(&self, id: &KeyId, progress: &Progress) -> Result<TokenCard, NotAccepted> {
        let mut card = self.keys.card(id).await?;
        let key = self.keys.secret_of(id, progress).await?;
        progress(Step::AskingNovaPost);
        let nova_post = self.nova_post.of(card.environment).await?;
        let answered = match nova_post.authorize(&key).await {
            Ok(answered) => answered,
            Err(Failure::KeyRefused) => {
                let (result, failure) = (CheckResult::Refused, Failure::KeyRefused);
                return Err(self.findings.note_refusal(id, result, failure).await);
            }
            Err(failure) => return Err(failure.into()),
        };
        let token = self.keep(id, answered);
        let client = token.claims.client.clone();
        let recorded = if card.status == KeyStatus::Refused {
            let (at, recorded) = self.findings.note(id, CheckResult::Works, client).await;
            mark_as_working(&mut card, at);
            recorded
        } else if let Some(client) = client {
            self.findings.note_client(id, &client).await;
            Ok(())
        } else {
            Ok(())
        };
        Ok(with_warning(self.card(card, &token), recorded.err()))
    }

    /// The token in memory, also an expired one. `None` if there is none.
    pub async fn current(&self, id: &KeyId) -> Result<Option<TokenCard>, Failure> {
        let card = self.keys.card(id).await?;
        Ok(self.memory.get(id).map(|token| self.card(card, &token)))
    }

    /// The token itself, to copy it.
    ///
    /// Fails with `token_expired` if it has expired or there is none.
    pub fn jwt(&self, id: &KeyId) -> Result<Jwt, Failure> {
        self.memory.get(id).and_then(|token| token.jwt).ok_or(Failure::TokenExpired)
    }

    /// Verifies the token in memory with a call that changes nothing. Gets a new one first if there
    /// is none that is valid, or if Nova Post does not accept it any more.
    pub async fn verify(&self, id: &KeyId) -> Result<TokenCard, Failure> {
        Ok(self.try_verify(id).await?)
    }

    async fn try_verify(&self, id: &KeyId) -> Result<TokenCard, NotAccepted> {
        let mut card = self.keys.card(id).await?;
        let nova_post = self.nova_post.of(card.environment).await?;
        let tried = match self.jwt(id) {
            Ok(jwt) => nova_post.count_currencies(&jwt).await,
            Err(expired) => Err(expired),
        };
        let mut not_recorded = None;
        let answered = match tried {
            Err(Failure::KeyRefused | Failure::TokenExpired) => {
                let got = self.fetch_for(Actor::App, id, &no_progress()).await?;
                not_recorded = got.warning.filter(is_of_store);
                card = got.key;
                nova_post.count_currencies(&self.jwt(id)?).await?
            }
            other => other?,
        };

        let client = self.memory.get(id).and_then(|token| token.claims.client);
        let (at, recorded) = self.findings.note(id, CheckResult::Works, client).await;
        self.memory.note_verification(id, Verification { at, currencies: answered.value });
        mark_as_working(&mut card, at);
        let token = self.memory.get(id).ok_or(Failure::TokenExpired)?;
        Ok(with_warning(self.card(card, &token), not_recorded.or(recorded.err())))
    }

    /// Gets a new token, and verifies it with a call that changes nothing: only Nova Post's answer to the
    /// key itself says that the key works now. The history gets the line of the check, and none of its token.
    pub(super) async fn check(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<TokenCard, NotAccepted> {
        let got = self.fetch(id, progress).await?;
        let verified = self.try_verify(id).await?;
        Ok(TokenCard { warning: verified.warning.or(got.warning), ..verified })
    }

    /// Wipes the token of a key.
    pub(super) fn forget_of(&self, id: &KeyId) {
        self.memory.remove(id);
    }

    /// Wipes all tokens in memory.
    pub(super) fn forget(&self) {
        self.memory.clear();
    }

    /// Keeps a token that was just received in memory.
    fn keep(&self, id: &KeyId, answered: Answered<Jwt>) -> Token {
        let claims = Claims::read(&answered.value);
        let warning = answered
            .server_time
            .and_then(|server| clock_off(server, self.clock.now()))
            .map(|minutes_behind| Failure::ClockWrong { minutes_behind });
        let lifetime = Lifetime::new(&claims, answered.server_time, self.clock.as_ref());
        let jwt = Some(answered.value);
        let token = Token { jwt, claims, lifetime, verification: None, warning };
        self.memory.insert(id, token.clone());
        token
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
}

/// The card of a key that Nova Post has just accepted.
fn mark_as_working(card: &mut KeyCard, at: DateTime<Utc>) {
    if matches!(card.status, KeyStatus::Refused | KeyStatus::Expired) {
        card.status = KeyStatus::Active;
    }
    card.last_verified_at = Some(at);
    card.last_check = Some(KeyCheck { at, result: CheckResult::Works });
}

/// The card of an operation that has succeeded, with the failure to record it.
fn with_warning(card: TokenCard, not_recorded: Option<Failure>) -> TokenCard {
    let Some(failure) = not_recorded else { return card };
    tracing::warn!(?failure, "what a token has shown about its key is not recorded");
    TokenCard { warning: Some(failure), ..card }
}

const fn is_of_store(failure: &Failure) -> bool {
    matches!(failure, Failure::StoreUnwritable | Failure::StoreUnreadable)
}
