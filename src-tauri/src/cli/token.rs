//! `keydesk token NAME [--json]`: prints a token for a program on this computer.
//!
//! The app asks the person in a window. If it does not run, this process is the app for as long as the question is
//! open, without the main window.

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use fluent_bundle::FluentArgs;
use lexopt::{Arg, Error, Parser, ValueExt};
use serde_json::json;
use tauri::{AppHandle, Builder, RunEvent};
use zeroize::Zeroizing;

use super::{FAILED, say};
use crate::folder_lock::FolderLock;
use crate::start_config::StartConfig;
use crate::start_failure::StartFailure;
use crate::token_requests::wire::{self, TokenRequest, TokenResponse};
use crate::token_requests::{self, socket};
use crate::web_engine;

/// The person did not allow it.
const NOT_ALLOWED: u8 = 1;

/// The code of the failure if the policy of the organization has closed the person's account.
const FORBIDDEN: &str = "forbidden_by_policy";

/// How often to look for a running app, or to be one: another `keydesk token` may end or start meanwhile.
const ATTEMPTS: u32 = 5;

pub(super) const HELP: &str = include_str!("help/token.txt");

pub(super) struct Arguments {
    /// The name of the key, or its last four characters.
    pub(super) name: String,
    pub(super) json: bool,
}

impl Arguments {
    /// Reads the arguments after `token`. `None` if they ask for the help.
    pub(super) fn parse(parser: &mut Parser) -> Result<Option<Self>, Error> {
        let (mut name, mut json) = (None, false);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(None),
                Arg::Long("json") => json = true,
                Arg::Value(value) if name.is_none() => name = Some(value.string()?),
                _ => return Err(argument.unexpected()),
            }
        }
        let name = name.ok_or("the argument <NAME> is missing")?;
        Ok(Some(Self { name, json }))
    }
}

/// Prints the token. Returns the exit code: 0; 1 if the person did not allow it; 2 if it failed.
pub(super) fn run(arguments: Arguments) -> ExitCode {
    match web_engine::run_without_variables() {
        Ok(None) => {}
        Ok(Some(code)) => return u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from),
        Err(failure) => return cannot_start(&failure),
    }
    let response = match get(&TokenRequest::of(arguments.name)) {
        Ok(response) => response,
        Err(failure) => return cannot_start(&failure),
    };
    let (id, code) = match &response {
        TokenResponse::Given { token, expiration, is_practice } => {
            return print(token, expiration, *is_practice, arguments.json);
        }
        TokenResponse::NotAllowed => ("cli-token-not-allowed", NOT_ALLOWED),
        TokenResponse::NoSuchKey => ("cli-token-no-such-key", FAILED),
        TokenResponse::SeveralKeys => ("cli-token-several-keys", FAILED),
        TokenResponse::NoTokens => ("cli-token-no-tokens", FAILED),
        TokenResponse::Busy => ("cli-token-busy", FAILED),
        TokenResponse::NotUnderstood => ("cli-token-not-understood", FAILED),
        TokenResponse::Failed { code } if code == FORBIDDEN => ("cli-token-forbidden", FAILED),
        TokenResponse::Failed { .. } => ("cli-token-failed", FAILED),
    };
    let mut values = FluentArgs::new();
    if let TokenResponse::Failed { code } = &response {
        values.set("code", code.as_str());
    }
    say(id, &values);
    ExitCode::from(code)
}

fn print(token: &str, expiration: &str, is_practice: bool, as_json: bool) -> ExitCode {
    let text = if as_json {
        json!({ "Version": 1, "Token": token, "Expiration": expiration }).to_string()
    } else {
        token.to_owned()
    };
    let text = Zeroizing::new(text + "\n");
    let mut output = io::stdout().lock();
    if output.write_all(text.as_bytes()).and_then(|()| output.flush()).is_err() {
        return ExitCode::from(FAILED);
    }
    if is_practice {
        say("cli-token-practice", &FluentArgs::new());
    }
    ExitCode::SUCCESS
}

fn cannot_start(failure: &StartFailure) -> ExitCode {
    failure.print();
    ExitCode::from(FAILED)
}

/// Asks the app that runs, or becomes the app.
fn get(request: &TokenRequest) -> Result<TokenResponse, StartFailure> {
    let context = crate::context();
    let start_config = crate::start_config(&context)?;
    for _ in 0..ATTEMPTS {
        let asked = tauri::async_runtime::block_on(ask(&start_config, request));
        match asked.map_err(|error| StartFailure::Other(error.to_string()))? {
            Asked::Answered(response) => return Ok(response),
            // The other process has ended, or was itself one for a single question.
            Asked::Ended => {}
            Asked::NotRunning => match FolderLock::acquire_for_command(&start_config.home) {
                Ok(lock) => return be_the_app(context, start_config, lock, request.clone()),
                Err(StartFailure::FolderInUse) => {}
                Err(failure) => return Err(failure),
            },
        }
    }
    Err(StartFailure::FolderInUse)
}

enum Asked {
    Answered(TokenResponse),
    NotRunning,
    Ended,
}

async fn ask(start_config: &StartConfig, request: &TokenRequest) -> io::Result<Asked> {
    let Some(mut stream) = socket::connect(&start_config.home).await? else {
        return Ok(Asked::NotRunning);
    };
    let exchanged = async {
        wire::write(&mut stream, request).await?;
        wire::read(&mut stream).await
    };
    match exchanged.await {
        Ok(Some(response)) => Ok(Asked::Answered(response)),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Ok(Asked::Answered(TokenResponse::NotUnderstood))
        }
        // The app has ended before it answered.
        Ok(None) | Err(_) => Ok(Asked::Ended),
    }
}

/// Runs the app without its main window until it has answered. Other programs may ask it meanwhile; if it ends before
/// their answers, they try again.
fn be_the_app(
    context: tauri::Context,
    start_config: StartConfig,
    lock: FolderLock,
    request: TokenRequest,
) -> Result<TokenResponse, StartFailure> {
    StartFailure::check_web_engine()?;
    if !has_desktop() {
        return Err(StartFailure::NoDesktop);
    }
    crate::prepare_home(&start_config);
    let _diagnostics = crate::diagnostics::begin(&start_config.home);
    let answered = Arc::new(OnceLock::new());
    let builder = crate::with_commands(Builder::default()).setup({
        let answered = Arc::clone(&answered);
        move |app| {
            crate::manage_state(app.handle(), start_config.clone(), lock);
            let app = app.handle().clone();
            tauri::async_runtime::spawn(async move {
                let _ = answered.set(ask_itself(&app, &start_config, &request).await);
                app.exit(0);
            });
            Ok(())
        }
    });
    builder.build(context)?.run_return(|app, event| match event {
        // The window with the question has closed. The answer comes later.
        RunEvent::ExitRequested { code: None, api, .. } => api.prevent_exit(),
        RunEvent::Exit => crate::tidy_up(app),
        _ => {}
    });
    let answered = Arc::into_inner(answered).and_then(OnceLock::into_inner);
    let response = answered.unwrap_or_else(|| Err(io::ErrorKind::UnexpectedEof.into()));
    response.map_err(|error| StartFailure::Other(error.to_string()))
}

/// Asks over the socket, as another process would: then the program is recognized in the same way.
async fn ask_itself(
    app: &AppHandle,
    start_config: &StartConfig,
    request: &TokenRequest,
) -> io::Result<TokenResponse> {
    let listener = token_requests::listen(app)?;
    tauri::async_runtime::spawn(token_requests::serve(app.clone(), listener));
    match ask(start_config, request).await? {
        Asked::Answered(response) => Ok(response),
        Asked::NotRunning | Asked::Ended => Err(io::ErrorKind::ConnectionReset.into()),
    }
}

/// Whether a window can be shown. Without a display GTK would end the process.
fn has_desktop() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
