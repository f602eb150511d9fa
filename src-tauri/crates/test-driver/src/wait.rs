//! Waiting for an event: the condition is checked again and again, and the test goes on as soon as it holds.

use std::time::{Duration, Instant};

use fantoccini::error::{CmdError, ErrorStatus, WebDriver};

use crate::error::{Context, Error};
use crate::window::Window;

/// How long any event may take before a test gives up. A safety net for a machine that is slow and busy:
/// nobody waits that long unless something is broken.
pub const TIMEOUT: Duration = Duration::from_mins(3);

const PAUSE: Duration = Duration::from_millis(30);

/// Waits until `check` gives a value. Fails when `check` fails, or after [`TIMEOUT`]; `awaited` says what
/// the test has waited for.
pub async fn wait_until<T>(
    awaited: &str,
    mut check: impl FnMut() -> Result<Option<T>, Error>,
) -> Result<T, Error> {
    let begun = Instant::now();
    loop {
        if let Some(value) = check()? {
            return Ok(value);
        }
        if begun.elapsed() > TIMEOUT {
            return Err(Error::new(format!("waited {} s for {awaited}", TIMEOUT.as_secs())));
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// As [`wait_until`], where there is no runtime.
pub fn wait_until_blocking<T>(
    awaited: &str,
    mut check: impl FnMut() -> Result<Option<T>, Error>,
) -> Result<T, Error> {
    let begun = Instant::now();
    loop {
        if let Some(value) = check()? {
            return Ok(value);
        }
        if begun.elapsed() > TIMEOUT {
            return Err(Error::new(format!("waited {} s for {awaited}", TIMEOUT.as_secs())));
        }
    }
}

impl Window {
    /// Waits until `look` gives a value. A page that changes while it is looked at is no failure: the next
    /// look sees the new page.
    pub(crate) async fn until<T>(
        &self,
        awaited: &str,
        mut look: impl AsyncFnMut() -> Result<Option<T>, CmdError>,
    ) -> Result<T, Error> {
        let begun = Instant::now();
        loop {
            let mut refusal = None;
            let looked = tokio::time::timeout(TIMEOUT, look()).await;
            match looked.context(format!("waiting for {awaited}, the window did not answer"))? {
                Ok(Some(value)) => return Ok(value),
                Ok(None) => {}
                Err(error) if is_about_a_changing_page(&error) => refusal = Some(error),
                Err(error) => return Err(error).context(format!("waiting for {awaited}")),
            }
            if begun.elapsed() > TIMEOUT {
                return Err(self.timed_out(awaited, refusal).await);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn timed_out(&self, awaited: &str, refusal: Option<CmdError>) -> Error {
        let reason = refusal.map_or_else(String::new, |error| format!(" ({error})"));
        let seen = self.visible_text().await.unwrap_or_else(|error| error.to_string());
        let seconds = TIMEOUT.as_secs();
        Error::new(format!("waited {seconds} s for {awaited}{reason}; the window shows:\n{seen}"))
    }
}

fn is_about_a_changing_page(error: &CmdError) -> bool {
    error.is_stale_element_reference()
        || error.is_no_such_element()
        || error.is_element_not_interactable()
        || matches!(error, CmdError::Standard(answer)
            if answer.error == ErrorStatus::ElementClickIntercepted || is_unloaded(answer))
}

/// Whether `WebKit` left the document while it looked for an element in it.
fn is_unloaded(answer: &WebDriver) -> bool {
    answer.message.contains("before the unload event")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_left_during_a_look_is_looked_at_again() {
        let left = "Callback was not called before the unload event.";
        let error = |text| CmdError::Standard(WebDriver::new(ErrorStatus::JavascriptError, text));
        assert!(is_about_a_changing_page(&error(left)));
        assert!(!is_about_a_changing_page(&error("ReferenceError: axe is not defined")));
    }
}
