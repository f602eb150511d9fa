//! Finding what does not fit into the width of the window.

use crate::error::{Context, Error};
use crate::window::Window;

const FIND: &str = include_str!("overflow.js");

/// The elements that are wider than the window, and those that are cut off because they are wider than the
/// element around them. Empty if the page can be read by scrolling down alone.
pub async fn find_overflow(window: &Window) -> Result<Vec<String>, Error> {
    let found = window.read(FIND).await?;
    serde_json::from_value(found).context("looking for what does not fit")
}
