//! Waiting for what a window will show: looking again and again, never for a fixed time.

use std::time::{Duration, Instant};

use fantoccini::error::{CmdError, ErrorStatus};

use crate::error::{Context, Error};
use crate::window::Window;

/// How long an event may take: longer than the slowest machine needs, since it only costs time
/// when something is broken. A call of Nova Post may take 20 seconds by itself.
pub(crate) const PATIENCE: Duration = Duration::from_secs(40);
const BETWEEN_LOOKS: Duration = Duration::from_millis(30);

impl Window {
    /// Looks again and again until there is an answer. A page that changes between two looks is
    /// no failure: the next look sees the new page.
    pub(crate) async fn until<T>(
        &self,
        awaited: &str,
        mut look: impl AsyncFnMut() -> Result<Option<T>, CmdError>,
    ) -> Result<T, Error> {
        let begun = Instant::now();
        loop {
            let mut refusal = None;
            let looked = tokio::time::timeout(PATIENCE, look()).await;
            match looked.context(format!("waiting for {awaited}, the window did not answer"))? {
                Ok(Some(answer)) => return Ok(answer),
                Ok(None) => {}
                Err(error) if is_about_a_changing_page(&error) => refusal = Some(error),
                Err(error) => return Err(error).context(format!("waiting for {awaited}")),
            }
            if begun.elapsed() > PATIENCE {
                return Err(self.waited_in_vain(awaited, refusal).await);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    async fn waited_in_vain(&self, awaited: &str, refusal: Option<CmdError>) -> Error {
        let reason = refusal.map_or_else(String::new, |error| format!(" ({error})"));
        let seen = self.visible_text().await.unwrap_or_else(|error| error.to_string());
        let seconds = PATIENCE.as_secs();
        Error::new(format!("waited {seconds} s for {awaited}{reason}; the window shows:\n{seen}"))
    }
}

fn is_about_a_changing_page(error: &CmdError) -> bool {
    error.is_stale_element_reference()
        || error.is_no_such_element()
        || error.is_element_not_interactable()
        || matches!(error, CmdError::Standard(answer)
            if answer.error == ErrorStatus::ElementClickIntercepted)
}
