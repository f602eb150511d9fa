//! The commands of the popup window in which a program asks for a token.

use tauri::{Manager, Runtime, WebviewWindow};

use crate::types::{Failure, TokenAnswer, TokenQuestion};
use crate::windows::ask::AskWindow;

/// Fails with `Superseded` if the question has been answered.
pub(super) async fn token_question<R: Runtime>(
    window: &WebviewWindow<R>,
) -> Result<TokenQuestion, Failure> {
    window.state::<AskWindow>().question(window.label()).ok_or(Failure::Superseded)
}

/// Does nothing if the question has been answered.
pub(super) async fn answer_token_question<R: Runtime>(
    window: &WebviewWindow<R>,
    answer: TokenAnswer,
) -> Result<(), Failure> {
    window.state::<AskWindow>().answer(window.label(), answer);
    Ok(())
}
