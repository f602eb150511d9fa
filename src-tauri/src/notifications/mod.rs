//! Notifications of what is due, while the app runs: shortly after the first paint, and when a new day has begun.
//!
//! A notification shows the name of a key or its last four characters. It has no secret, no phone number and
//! no organization.

#[cfg(test)]
mod fake_sender;
mod sender;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chrono::{Local, NaiveDate};
use fluent_bundle::FluentArgs;
use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::model::{Failure, Mode};
use keydesk_core::service::{Keys, Notice, NoticeText};

use crate::events;
use crate::policy::Policy;
use crate::sentences::Sentences;
use crate::services::Services;
use crate::settings::SettingsFile;
use crate::view::Settings;
use crate::windows::main;
use sender::{OnPress, Sender, Shown, SystemSender};

/// From the first paint to the first look.
const FIRST_LOOK: Duration = Duration::from_secs(15);

/// Between two looks at the day. Short, because a computer that wakes up in the morning goes on counting.
const PAUSE: Duration = Duration::from_mins(5);

/// More notifications than these become one.
const ONE_BY_ONE: usize = 3;

/// The item of the menu that opens Home.
const HOME: &str = "home";

/// Looks for what is due once it is started.
pub(crate) struct Notifications {
    sender: Arc<dyn Sender>,
    is_started: AtomicBool,
}

impl Notifications {
    /// Does nothing until [`start`]. `identifier`: the app's, such as `com.example.app`.
    pub(crate) fn new(identifier: &str) -> Self {
        let sender = Arc::new(SystemSender::new(identifier));
        Self { sender, is_started: AtomicBool::new(false) }
    }
}

/// Starts to look for what is due. Does nothing the second time.
pub(crate) fn start<R: Runtime>(app: &AppHandle<R>) {
    if app.state::<Notifications>().is_started.swap(true, Ordering::Relaxed) {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let mut last_look = None;
        let mut pause = FIRST_LOOK;
        loop {
            tokio::time::sleep(pause).await;
            pause = PAUSE;
            if let Err(failure) = look_daily(&app, &mut last_look).await {
                // The pages show the failure as soon as they need what it is about.
                tracing::warn!(?failure, "what is due is not known, so nobody is notified");
            }
        }
    });
}

/// Looks for what is due if there was no look in this mode today. Presenter view, the setting and
/// the times of the policy put it off.
async fn look_daily<R: Runtime>(
    app: &AppHandle<R>,
    last_look: &mut Option<(Mode, NaiveDate)>,
) -> Result<(), Failure> {
    if !app.state::<Policy>().notifies_at(Local::now().time()) {
        return Ok(());
    }
    let settings = app.state::<SettingsFile>();
    let Some(mode) = settings.mode() else { return Ok(()) };
    if !settings.settings().notifications || settings.presenter_text_size().is_some() {
        return Ok(());
    }
    let service = app.state::<Services>().open(mode).await?;
    let this_look = Some((mode, service.keys.today()));
    if *last_look == this_look {
        return Ok(());
    }
    *last_look = this_look;
    let on_press: OnPress = Arc::new({
        let app = app.clone();
        move || {
            main::raise(&app);
            events::menu_action(&app, HOME.to_owned());
        }
    });
    let sender = Arc::clone(&app.state::<Notifications>().sender);
    look(&service.keys, &settings.settings(), mode, sender, on_press).await
}

/// Notifies of what is due and new, and remembers it. What the system did not show is tried again on the next day.
async fn look(
    keys: &Keys,
    settings: &Settings,
    mode: Mode,
    sender: Arc<dyn Sender>,
    on_press: OnPress,
) -> Result<(), Failure> {
    let notices = keys.new_notices().await?;
    let shown = shown_of(&notices, &Sentences::of(settings), mode);
    let sent = tauri::async_runtime::spawn_blocking(move || {
        shown.iter().try_for_each(|shown| sender.show(shown, Arc::clone(&on_press)))
    });
    match sent.await {
        Ok(Ok(())) => keys.note_notified(&notices).await,
        Ok(Err(error)) => {
            tracing::warn!(%error, "the system shows no notification");
            Ok(())
        }
        Err(error) => Err(Failure::internal("join", &error)),
    }
}

fn shown_of(notices: &[Notice], sentences: &Sentences, mode: Mode) -> Vec<Shown> {
    let body = app_title(sentences, mode);
    let open = sentences.say("notify-open");
    titles(notices, sentences)
        .into_iter()
        .map(|title| Shown { title, body: body.clone(), open: open.clone() })
        .collect()
}

/// The first line of each notification. Things that only Home explains are counted in one.
fn titles(notices: &[Notice], sentences: &Sentences) -> Vec<String> {
    let several = |count: usize| {
        let mut arguments = FluentArgs::new();
        arguments.set("count", count);
        sentences.say_with("notify-several", &arguments)
    };
    let mut titles: Vec<String> =
        notices.iter().filter_map(|notice| title(&notice.text, sentences)).collect();
    let others = notices.len() - titles.len();
    if others > 0 {
        titles.push(several(others));
    }
    if titles.len() > ONE_BY_ONE { vec![several(notices.len())] } else { titles }
}

fn title(text: &NoticeText, sentences: &Sentences) -> Option<String> {
    let of_key = |id: &str, name: &str| {
        let mut arguments = FluentArgs::new();
        arguments.set("name", name.to_owned());
        Some(sentences.say_with(id, &arguments))
    };
    match text {
        NoticeText::ExpiresWithinMonth(name) => of_key("notify-expires-month", name),
        NoticeText::ExpiresWithinWeek(name) => of_key("notify-expires-week", name),
        NoticeText::ExpiresTomorrow(name) => of_key("notify-expires-tomorrow", name),
        NoticeText::ExpiresToday(name) => of_key("notify-expires-today", name),
        NoticeText::Expired(name) => of_key("notify-expired", name),
        NoticeText::ExpiryPassed(name) => of_key("notify-expiry-passed", name),
        NoticeText::ExtendSoon(name) => of_key("notify-extend-soon", name),
        NoticeText::Refused(name) => of_key("notify-refused", name),
        NoticeText::AskAgain => Some(sentences.say("notify-ask-again")),
        NoticeText::NoAnswer => Some(sentences.say("notify-no-answer")),
        NoticeText::ReviewDue => Some(sentences.say("notify-review-due")),
        NoticeText::Other => None,
    }
}

/// The name of the app; in practice with a mark that no other mode has.
fn app_title(sentences: &Sentences, mode: Mode) -> String {
    let title = sentences.say("window-title");
    if mode != Mode::Practice {
        return title;
    }
    let mut arguments = FluentArgs::new();
    arguments.set("title", title);
    sentences.say_with("window-title-practice", &arguments)
}

#[cfg(test)]
mod tests;
