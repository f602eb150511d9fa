//! The page that looks for keys on this computer.

use crate::error::Error;
use crate::window::Window;

/// Searches the person's folders, in which there is no key.
pub(super) async fn visit(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-help").await?;
    window.turn_to("open-key-search").await?;
    window.wait_for("key-search-folder").await?;
    visit("key-search").await?;
    window.click("key-search-start").await?;
    window.wait_for("key-search-result").await?;
    visit("key-search-result").await?;
    window.turn_to("nav-home").await
}
