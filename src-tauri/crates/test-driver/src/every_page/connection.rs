//! The page that checks the connection.

use crate::error::Error;
use crate::window::Window;

/// Checks the server of practice, and this computer.
pub(super) async fn visit(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-help").await?;
    window.turn_to("open-connection").await?;
    window.wait_for("connection-result").await?;
    visit("connection").await?;
    window.turn_to("nav-home").await
}
