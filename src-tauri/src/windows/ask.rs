//! The popup window `ask`: a program asks for a token, and the person allows it or does not. One window at a time.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tauri::{AppHandle, Manager, Runtime, WebviewWindow, WindowEvent};
use tokio::sync::oneshot;

use super::popup::{self, ASK, PopupWindows};
use crate::token_question::{TokenAnswer, TokenQuestion};

/// A question that nobody answers within this time is answered with "Don't allow".
const ANSWER_WITHIN: Duration = Duration::from_mins(2);

/// The question that is open.
#[derive(Default)]
pub(crate) struct AskWindow(Mutex<Option<Asked>>);

struct Asked {
    label: String,
    question: TokenQuestion,
    answer: oneshot::Sender<TokenAnswer>,
}

/// Asks the person, and waits for the answer. A window that is closed in any way is "Don't allow". If the caller stops
/// waiting, the window closes.
pub(crate) async fn ask<R: Runtime>(app: &AppHandle<R>, question: TokenQuestion) -> TokenAnswer {
    let (sender, answer) = oneshot::channel();
    let label = app.state::<PopupWindows>().next_label(ASK);
    let asked = Asked { label: label.clone(), question, answer: sender };
    *app.state::<AskWindow>().lock() = Some(asked);
    let _window = OpenWindow { app, label: &label };
    let Some(window) = popup::open(app, &label, "ask.html", "window-title-ask", (560.0, 440.0))
    else {
        return TokenAnswer::DontAllow;
    };
    forget_when_closed(&window);
    let answered = tokio::time::timeout(ANSWER_WITHIN, answer).await;
    answered.ok().and_then(Result::ok).unwrap_or(TokenAnswer::DontAllow)
}

impl AskWindow {
    /// What the window with this label asks. `None` if it has been answered.
    pub(crate) fn question(&self, label: &str) -> Option<TokenQuestion> {
        self.lock()
            .as_ref()
            .filter(|asked| asked.label == label)
            .map(|asked| asked.question.clone())
    }

    /// Answers the question of the window with this label, if it is open.
    pub(crate) fn answer(&self, label: &str, answer: TokenAnswer) {
        if let Some(asked) = self.take(label) {
            // The one who asked may have stopped waiting.
            let _ = asked.answer.send(answer);
        }
    }

    fn take(&self, label: &str) -> Option<Asked> {
        self.lock().take_if(|asked| asked.label == label)
    }

    fn lock(&self) -> MutexGuard<'_, Option<Asked>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Closes the window when dropped.
struct OpenWindow<'a, R: Runtime> {
    app: &'a AppHandle<R>,
    label: &'a str,
}

impl<R: Runtime> Drop for OpenWindow<'_, R> {
    fn drop(&mut self) {
        drop(self.app.state::<AskWindow>().take(self.label));
        if let Some(window) = self.app.get_webview_window(self.label) {
            popup::close(&window);
        }
    }
}

fn forget_when_closed<R: Runtime>(window: &WebviewWindow<R>) {
    let (app, label) = (window.app_handle().clone(), window.label().to_owned());
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::CloseRequested { .. } | WindowEvent::Destroyed) {
            drop(app.state::<AskWindow>().take(&label));
        }
    });
}

#[cfg(test)]
mod tests {
    use keydesk_core::model::ApiEnvironment;

    use super::*;

    #[test]
    fn a_question_is_answered_once_and_only_by_its_window() {
        let (sender, mut answer) = oneshot::channel();
        let question = TokenQuestion {
            program: None,
            key_name: "Shop".to_owned(),
            last_four: "4bf2".to_owned(),
            environment: ApiEnvironment::Sandbox,
        };
        let asked = Asked { label: "ask-2".to_owned(), question: question.clone(), answer: sender };
        let window = AskWindow(Mutex::new(Some(asked)));
        assert_eq!(window.question("ask-1"), None);
        window.answer("ask-1", TokenAnswer::AllowOnce);
        assert_eq!(window.question("ask-2"), Some(question));
        assert!(answer.try_recv().is_err());
        window.answer("ask-2", TokenAnswer::AllowOnce);
        window.answer("ask-2", TokenAnswer::AllowForAnHour);
        assert_eq!(answer.try_recv(), Ok(TokenAnswer::AllowOnce));
        assert_eq!(window.question("ask-2"), None);
    }
}
