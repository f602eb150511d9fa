//! Looking for what does not fit into the width of the window.

use crate::error::{Context, Error};
use crate::window::Window;

const LOOK: &str = include_str!("reflow.js");

/// Everything on the page that is wider than the window, or wider than what it stands in and cut
/// off there; none, if the page can be read by scrolling down alone.
pub async fn look_for_overflow(window: &Window) -> Result<Vec<String>, Error> {
    let found = window.run(LOOK).await?;
    serde_json::from_value(found).context("looking for what does not fit")
}
