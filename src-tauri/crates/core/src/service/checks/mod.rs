//! Checks whether Nova Post accepts a key: one key or all, and, after a refusal, in the other environment.
//!
//! Only an answer about the key is recorded. A failure of the network or of Nova Post changes nothing.

mod all;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::deps::{Deps, LazyStore, NovaPostClients};
use super::findings::{Findings, NotAccepted};
use super::{CheckedKey, KeyCard, Keys, Tokens};
use crate::clock::Clock;
use crate::model::{
    ApiEnvironment, CheckResult, Company, Failure, HistoryEvent, KeyCheck, KeyId, KeyStatus,
    Progress, Step,
};
use crate::nova_post::{Senders, UkraineKey, clock_off};
use crate::token::Claims;

pub use all::{OnCheckProgress, PAUSE_BETWEEN_CHECKS};

/// Checks whether keys work.
pub struct Checks {
    store: Arc<LazyStore>,
    nova_post: Arc<NovaPostClients>,
    clock: Arc<dyn Clock>,
    findings: Arc<Findings>,
    keys: Arc<Keys>,
    tokens: Arc<Tokens>,
    seen: Mutex<Seen>,
    /// The number of the run that checks all keys. A run ends when it is no longer the latest.
    latest_run: watch::Sender<u64>,
}

/// What checks of this session have shown, until the person says what to do with it.
#[derive(Default)]
struct Seen {
    /// The companies of keys of Ukraine.
    companies: HashMap<KeyId, Company>,
    /// The keys that another environment than theirs has accepted.
    elsewhere: HashMap<KeyId, Acceptance>,
}

/// An environment has accepted a key.
#[derive(Clone)]
struct Acceptance {
    environment: ApiEnvironment,
    check: KeyCheck,
    /// `cid` of the token.
    client: Option<String>,
}

impl Checks {
    pub(super) fn new(
        deps: &Deps,
        findings: Arc<Findings>,
        keys: Arc<Keys>,
        tokens: Arc<Tokens>,
    ) -> Self {
        Self {
            store: Arc::clone(&deps.store),
            nova_post: Arc::clone(&deps.nova_post),
            clock: Arc::clone(&deps.clock),
            findings,
            keys,
            tokens,
            seen: Mutex::default(),
            latest_run: watch::Sender::default(),
        }
    }

    /// Checks a key in its environment: in Europe with a new token and a call that changes nothing, in
    /// Ukraine with such a call. Records the answer about the key.
    ///
    /// Fails with `key_refused` or `key_expired` if Nova Post does not accept the key. Any other failure
    /// says nothing about the key.
    pub async fn check(&self, id: &KeyId, progress: &Progress) -> Result<CheckedKey, Failure> {
        Ok(self.try_check(id, progress).await?)
    }

    /// As [`Checks::check`]. The failure has why a refusal was not recorded.
    async fn try_check(&self, id: &KeyId, progress: &Progress) -> Result<CheckedKey, NotAccepted> {
        let card = self.keys.card(id).await?;
        if card.environment == ApiEnvironment::Ukraine {
            return self.check_in_ukraine(id, progress).await;
        }
        let token = self.tokens.check(id, progress).await?;
        let at =
            token.verification.map_or_else(|| self.clock.now(), |verification| verification.at);
        let warning = token.warning;
        Ok(CheckedKey { key: token.key, at, company: None, other_companies: 0, warning })
    }

    /// Tries a refused key in the other environment of Europe, because the person asked for that. The
    /// key is sent there. The history gets a line with the answer.
    ///
    /// Fails with `wrong_environment` if that environment accepts the key: then [`Checks::move_key`] can
    /// move it. Returns `Ok` if it refuses the key as well. Fails with `not_found` if the last check did
    /// not refuse the key, or if there is no other environment.
    pub async fn check_elsewhere(&self, id: &KeyId, progress: &Progress) -> Result<(), Failure> {
        let card = self.keys.card(id).await?;
        let other = elsewhere(card.environment).filter(|_| was_refused(&card));
        let environment = other.ok_or(Failure::NotFound)?;
        let key = self.keys.secret_of(id, progress).await?;
        progress(Step::AskingNovaPost);
        let tried = self.nova_post.of(environment).await?.authorize(&key).await;
        let result = match &tried {
            Ok(_) => CheckResult::Works,
            // 422: it does not look like a key of that environment.
            Err(Failure::KeyRefused | Failure::KeyMalformed) => CheckResult::Refused,
            Err(failure) => return Err(failure.clone()),
        };
        self.keys.note_use(id, HistoryEvent::TriedElsewhere { environment, result }).await;
        match tried {
            Ok(answered) => {
                let client = Claims::read(&answered.value).client;
                let check = KeyCheck { at: self.clock.now(), result: CheckResult::Works };
                let acceptance = Acceptance { environment, check, client };
                self.seen().elsewhere.insert(id.clone(), acceptance);
                Err(Failure::WrongEnvironment { accepted_by: environment })
            }
            Err(_refused) => Ok(()),
        }
    }

    /// Moves a key to the environment that has accepted it. Its entry in the keychain stays as it is.
    ///
    /// Fails with `not_found` if that environment has not accepted the key in this session.
    pub async fn move_key(&self, id: &KeyId, to: ApiEnvironment) -> Result<KeyCard, Failure> {
        let accepted = self.seen().elsewhere.get(id).filter(|it| it.environment == to).cloned();
        let Acceptance { check, client, .. } = accepted.ok_or(Failure::NotFound)?;
        // The token in memory belongs to the environment before.
        self.tokens.forget_of(id);
        self.findings.note_move(id, to, check, client).await?;
        // Not before it is recorded: after a failure the person tries again.
        self.seen().elsewhere.remove(id);
        self.keys.card(id).await
    }

    /// Keeps the company that the last check of a key of Ukraine has shown, because the person said so.
    ///
    /// Fails with `not_found` if no check of this session has shown one.
    pub async fn keep_company(&self, id: &KeyId) -> Result<KeyCard, Failure> {
        let company = self.seen().companies.get(id).cloned().ok_or(Failure::NotFound)?;
        self.store.get().await?.keep_company(id, company, self.clock.now()).await?;
        self.keys.card(id).await
    }

    async fn check_in_ukraine(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<CheckedKey, NotAccepted> {
        let key = self.keys.secret_of(id, progress).await?;
        progress(Step::AskingNovaPost);
        let answered = self.nova_post.ukraine().await?.check(&key).await?;
        let senders = match answered.value {
            UkraineKey::Works(senders) => senders,
            UkraineKey::Refused => {
                let (result, failure) = (CheckResult::Refused, Failure::KeyRefused);
                return Err(self.findings.note_refusal(id, result, failure).await);
            }
            UkraineKey::Expired => {
                let (result, failure) = (CheckResult::Expired, Failure::KeyExpired);
                return Err(self.findings.note_refusal(id, result, failure).await);
            }
        };
        let (at, recorded) = self.findings.note(id, CheckResult::Works, None).await;
        let is_clock_wrong = answered.server_time.and_then(|server| clock_off(server, at));
        let clock = is_clock_wrong.map(|minutes_behind| Failure::ClockWrong { minutes_behind });
        let Senders { company, others } = senders;
        match &company {
            Some(company) => self.seen().companies.insert(id.clone(), company.clone()),
            None => self.seen().companies.remove(id),
        };
        let mut key = self.keys.card(id).await?;
        if recorded.is_err() && matches!(key.status, KeyStatus::Refused | KeyStatus::Expired) {
            key.status = KeyStatus::Active;
        }
        let warning = recorded.err().or(clock);
        Ok(CheckedKey { key, at, company, other_companies: others, warning })
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The other environment of Europe. There is no test environment of Ukraine.
fn elsewhere(environment: ApiEnvironment) -> Option<ApiEnvironment> {
    match environment {
        ApiEnvironment::Sandbox => Some(ApiEnvironment::Production),
        ApiEnvironment::Production => Some(ApiEnvironment::Sandbox),
        ApiEnvironment::Ukraine => None,
    }
}

fn was_refused(card: &KeyCard) -> bool {
    card.last_check.as_ref().is_some_and(|check| check.result == CheckResult::Refused)
}
