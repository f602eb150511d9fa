//! Requests of programs on this computer for tokens. `keydesk token` (`cli/token.rs`) sends them over a private local
//! socket; there is no daemon and no port.
//!
//! One question is open at a time. After "Don't allow" a program is refused without a question for a minute, so that
//! it can't open one window after the other.

mod program;
pub(crate) mod socket;
pub(crate) mod wire;

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use aws_lc_rs::digest;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use tauri::{AppHandle, Manager, Runtime};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::{Mutex, Semaphore};

use keydesk_core::clock::{Clock, SystemClock};
use keydesk_core::model::{Actor, Failure, KeyId, Mode};
use keydesk_core::service::{KeyCard, NamedKey, ProgramToken};

use crate::services::{ServiceGuard, Services};
use crate::settings::SettingsFile;
use crate::start_config::StartConfig;
use crate::token_question::{AskingProgram, TokenAnswer, TokenQuestion};
use crate::windows::ask;
use crate::{diagnostics, events};

use socket::{Listener, Peer, Stream};
use wire::{REQUEST_WITHIN, TokenRequest, TokenResponse};

/// Programs that may be connected at the same time. The next ones are told that the app is busy.
const MOST_CONNECTIONS: usize = 8;

/// How long a program is refused without a question after "Don't allow".
const REFUSED_FOR: Duration = Duration::from_mins(1);

/// The pause after a connection that could not be accepted, for example because too many files are open.
const PAUSE_AFTER_ERROR: Duration = Duration::from_secs(1);

/// What was asked.
#[derive(Default)]
pub(crate) struct TokenRequests {
    /// Held while a question is open.
    question: Mutex<()>,
    /// When the person refused a program; `None` is for programs that the system does not name.
    refused: std::sync::Mutex<HashMap<Option<String>, Instant>>,
}

/// Listens for requests until the app ends. If that is not possible, only the log says so.
pub(crate) async fn listen_and_serve<R: Runtime>(app: AppHandle<R>) {
    match listen(&app) {
        Ok(listener) => serve(app, listener).await,
        Err(error) => tracing::warn!(kind = ?error.kind(), "programs can't ask for tokens"),
    }
}

/// Begins to listen. Must be called within the async runtime.
pub(crate) fn listen<R: Runtime>(app: &AppHandle<R>) -> io::Result<Listener> {
    Listener::open(&app.state::<StartConfig>().home)
}

/// Answers all requests, until the app ends.
pub(crate) async fn serve<R: Runtime>(app: AppHandle<R>, listener: Listener) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(kind = ?error.kind(), "a program could not connect");
                tokio::time::sleep(PAUSE_AFTER_ERROR).await;
                continue;
            }
        };
        let (app, place) = (app.clone(), Arc::clone(&places).try_acquire_owned());
        tauri::async_runtime::spawn(async move {
            let talked = match place {
                Ok(_place) => talk(&app, stream, peer).await,
                Err(_) => send(stream, &TokenResponse::Busy).await,
            };
            if let Err(error) = talked {
                tracing::debug!(kind = ?error.kind(), "a program got no answer");
            }
        });
    }
}

async fn talk<R: Runtime>(app: &AppHandle<R>, mut stream: Stream, peer: Peer) -> io::Result<()> {
    // Before the request is read: a process that ends meanwhile is no longer found.
    let program = program::of(peer);
    let request = tokio::time::timeout(REQUEST_WITHIN, wire::read(&mut stream)).await?;
    let request: TokenRequest = match request {
        Ok(Some(request)) => request,
        Ok(None) => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            return send(stream, &TokenResponse::NotUnderstood).await;
        }
        Err(error) => return Err(error),
    };
    if !request.is_understood() {
        return send(stream, &TokenResponse::NotUnderstood).await;
    }
    let mut rest = [0];
    let answer = tokio::select! {
        answer = answer(app, &request.key, program) => answer,
        // The program has ended, or has sent something else: nobody waits for the answer.
        _ = stream.read(&mut rest) => return Ok(()),
    };
    let answer = answer.unwrap_or_else(|failure| TokenResponse::Failed { code: code(&failure) });
    send(stream, &answer).await
}

async fn send(mut stream: Stream, answer: &TokenResponse) -> io::Result<()> {
    wire::write(&mut stream, answer).await?;
    stream.shutdown().await
}

async fn answer<R: Runtime>(
    app: &AppHandle<R>,
    name: &str,
    program: Option<String>,
) -> Result<TokenResponse, Failure> {
    app.state::<SettingsFile>().check_chosen_mode()?;
    let mode = mode(app);
    let key = match service(app, mode).await?.program_tokens.find(name).await? {
        NamedKey::One(key) => key,
        NamedKey::None => return Ok(TokenResponse::NoSuchKey),
        NamedKey::Several => return Ok(TokenResponse::SeveralKeys),
    };
    if let Some(given) = permitted(app, mode, &key.id, program.as_deref()).await? {
        return Ok(given);
    }
    let requests = app.state::<TokenRequests>();
    let _one_at_a_time = requests.question.lock().await;
    // The question before may have been about the same program.
    if let Some(given) = permitted(app, mode, &key.id, program.as_deref()).await? {
        return Ok(given);
    }
    if self::mode(app) != mode || requests.is_refused(program.as_ref()) {
        return Ok(TokenResponse::NotAllowed);
    }
    let answer = ask::ask(app, question(&key, program.as_deref())).await;
    if self::mode(app) != mode {
        return Ok(TokenResponse::NotAllowed);
    }
    let service = service(app, mode).await?;
    let path = program.clone().unwrap_or_default();
    match answer {
        TokenAnswer::DontAllow => {
            requests.note_refused(program);
            service.program_tokens.note_refusal(&key.id, &path).await;
            events::keys_changed(app);
            return Ok(TokenResponse::NotAllowed);
        }
        TokenAnswer::AllowForAnHour if !path.is_empty() => {
            service.program_tokens.permit(&key.id, &path).await?;
        }
        TokenAnswer::AllowOnce | TokenAnswer::AllowForAnHour => {}
    }
    give(app, &service, mode, &key.id, &path, Actor::Person).await
}

/// The token, if the program may have it without asking.
async fn permitted<R: Runtime>(
    app: &AppHandle<R>,
    mode: Mode,
    key: &KeyId,
    program: Option<&str>,
) -> Result<Option<TokenResponse>, Failure> {
    let Some(program) = program else { return Ok(None) };
    let service = service(app, mode).await?;
    if !service.program_tokens.is_permitted(key, program).await? {
        return Ok(None);
    }
    give(app, &service, mode, key, program, Actor::App).await.map(Some)
}

async fn give<R: Runtime>(
    app: &AppHandle<R>,
    service: &ServiceGuard,
    mode: Mode,
    key: &KeyId,
    program: &str,
    allowed_by: Actor,
) -> Result<TokenResponse, Failure> {
    // An app without a main window has not done it yet.
    diagnostics::close_to_others();
    let token = service.program_tokens.token(key, program, allowed_by).await;
    events::keys_changed(app);
    let now = SystemClock::default().now();
    Ok(match token? {
        Some(ProgramToken { jwt, seconds_left }) => TokenResponse::Given {
            token: jwt.expose().to_owned(),
            expiration: expiration(now, seconds_left),
            is_practice: mode == Mode::Practice,
        },
        None => TokenResponse::NoTokens,
    })
}

impl TokenRequests {
    fn is_refused(&self, program: Option<&String>) -> bool {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        refused.retain(|_, at| at.elapsed() < REFUSED_FOR);
        refused.contains_key(&program.cloned())
    }

    fn note_refused(&self, program: Option<String>) {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        refused.insert(program, Instant::now());
    }
}

/// A short name for a data folder, for systems on which the socket does not lie in it.
#[cfg_attr(target_os = "linux", allow(dead_code, reason = "there the socket always lies in it"))]
fn folder_name(home: &Path) -> String {
    let digest = digest::digest(&digest::SHA256, home.as_os_str().as_encoded_bytes());
    let first: [u8; 8] = std::array::from_fn(|index| digest.as_ref()[index]);
    format!("{:016x}", u64::from_be_bytes(first))
}

fn question(key: &KeyCard, program: Option<&str>) -> TokenQuestion {
    TokenQuestion {
        program: program.map(AskingProgram::at),
        key_name: key.name.clone(),
        last_four: key.last_four.clone(),
        environment: key.environment,
    }
}

async fn service<R: Runtime>(app: &AppHandle<R>, mode: Mode) -> Result<ServiceGuard, Failure> {
    app.state::<Services>().open(mode).await
}

fn mode<R: Runtime>(app: &AppHandle<R>) -> Mode {
    app.state::<SettingsFile>().mode_or_practice()
}

/// By the computer's clock, also in practice: the program counts by that one.
fn expiration(now: DateTime<Utc>, seconds_left: u32) -> String {
    let end = now + TimeDelta::seconds(seconds_left.into());
    end.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn code(failure: &Failure) -> String {
    let failure = serde_json::to_value(failure).unwrap_or_default();
    failure.get("code").and_then(|code| code.as_str()).unwrap_or("internal").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_program_and_no_other_is_refused_without_a_question() {
        let requests = TokenRequests::default();
        let (php, node) = ("/usr/bin/php".to_owned(), "/usr/bin/node".to_owned());
        requests.note_refused(Some(php.clone()));
        assert!(requests.is_refused(Some(&php)));
        assert!(!requests.is_refused(Some(&node)) && !requests.is_refused(None));
        requests.note_refused(None);
        assert!(requests.is_refused(None));
    }

    #[test]
    fn the_expiration_is_a_moment_in_utc_and_a_failure_has_its_code() {
        assert_eq!(expiration(DateTime::UNIX_EPOCH, 3_600), "1970-01-01T01:00:00Z");
        assert_eq!(code(&Failure::KeyRefused), "key_refused");
        assert_eq!(folder_name(Path::new("/a")).len(), 16);
    }
}
