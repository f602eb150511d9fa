//! The window as a test uses it: find by test id, click, type, read, wait.
//!
//! Every method waits for what it needs. After [`TIMEOUT`](crate::TIMEOUT) it fails and says what the window
//! shows instead.

use std::path::Path;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::Value;

use crate::connection::Connection;
use crate::error::{Context, Error};

/// The window keeps names such as Nova Post on one line with no-break spaces. A test has ordinary ones.
const ALL_TEXT: &str = r"return document.body.innerText.replaceAll('\u00a0', ' ')";

/// A screenshot shows the last frame that was drawn: the latest change has to be part of one.
const AFTER_THE_NEXT_FRAME: &str = "const done = arguments[0];
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));";

/// Ends when nothing is loading, and the last animation that has an end is over: what was loaded may fade in.
/// Does not wait longer than five seconds for what is loading.
const REST: &str = "
const done = arguments[arguments.length - 1];
const latest = performance.now() + 5000;
const ending = () => document.getAnimations().filter(({ effect, playState }) =>
  playState !== 'finished' && effect.getComputedTiming().endTime !== Infinity);
const loads = () => document.querySelector('.skeleton') && performance.now() < latest;
const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
const rest = async () => {
  // An animation begins with the frame after the change that causes it.
  await frame();
  await frame();
  while (loads() || ending().length > 0) {
    await Promise.allSettled(ending().map(({ finished }) => finished));
    await frame();
  }
};
rest().then(() => done());
";

/// The window of the app, or the popup window that `WebDriver` was switched to.
#[derive(Debug)]
pub struct Window {
    connection: Connection,
}

impl Window {
    pub(crate) fn new(connection: Connection) -> Self {
        Self { connection }
    }

    pub(crate) async fn close(self) -> Result<(), Error> {
        self.client().clone().close().await.context("closing the window")
    }

    /// The `WebDriver` session, for commands that have no method here. They are not sent again when the
    /// connection breaks.
    #[must_use]
    pub fn client(&self) -> &Client {
        self.connection.client()
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Waits until the element is displayed.
    pub async fn wait_for(&self, id: &str) -> Result<(), Error> {
        self.element(id).await.map(drop)
    }

    /// Waits until one of these elements is displayed, and gives its id.
    pub async fn wait_for_one_of<'a>(&self, ids: &[&'a str]) -> Result<&'a str, Error> {
        self.until(&format!("one of {ids:?} to be seen"), async || {
            for id in ids {
                if self.visible(id).await?.is_some() {
                    return Ok(Some(*id));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Waits until the element is not displayed any more.
    pub async fn wait_until_gone(&self, id: &str) -> Result<(), Error> {
        self.until(&format!("{id} to be gone"), async || {
            Ok(self.visible(id).await?.is_none().then_some(()))
        })
        .await
    }

    /// Whether the element is displayed now.
    pub async fn shows(&self, id: &str) -> Result<bool, Error> {
        Ok(self.visible(id).await?.is_some())
    }

    /// Opens this address in a browser that is driven like a window.
    pub async fn go_to(&self, address: &str) -> Result<(), Error> {
        Ok(self.connection.read(async || self.client().goto(address).await).await?)
    }

    /// Waits until nothing is loading, and every animation that has an end is over.
    pub async fn at_rest(&self) -> Result<(), Error> {
        self.run_async(REST).await.map(drop)
    }

    /// The heading of the page.
    pub async fn heading(&self) -> Result<String, Error> {
        let heading = self.read("return document.querySelector('h1')?.innerText").await?;
        Ok(heading.as_str().unwrap_or_default().to_owned())
    }

    /// Replaces the text of a field.
    pub async fn type_into(&self, id: &str, text: &str) -> Result<(), Error> {
        self.until(&format!("{id} to be typed into"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            self.connection.read(async || element.clear().await).await?;
            self.connection.act(async || element.send_keys(text).await).await.map(Some)
        })
        .await
    }

    /// The text of the element.
    pub async fn text(&self, id: &str) -> Result<String, Error> {
        self.until(&format!("{id} to be read"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            self.connection.read(async || element.text().await).await.map(Some)
        })
        .await
    }

    /// Waits until the element has exactly this text.
    pub async fn wait_for_text(&self, id: &str, expected: &str) -> Result<(), Error> {
        self.until(&format!("{id} to say {expected:?}"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            let text = self.connection.read(async || element.text().await).await?;
            Ok((text == expected).then_some(()))
        })
        .await
    }

    /// Waits until these words are anywhere in the window.
    pub async fn wait_for_words(&self, words: &str) -> Result<(), Error> {
        self.until(&format!("the words {words:?}"), async || {
            let text = self.evaluate(ALL_TEXT).await?;
            Ok(text.as_str().filter(|text| text.contains(words)).map(drop))
        })
        .await
    }

    /// An attribute of the element; `None` if it has no such attribute.
    pub async fn attribute(&self, id: &str, name: &str) -> Result<Option<String>, Error> {
        self.until(&format!("{id} to be there"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            self.connection.read(async || element.attr(name).await).await.map(Some)
        })
        .await
    }

    /// Waits until an attribute of the element has exactly this value.
    pub async fn wait_for_attribute(
        &self,
        id: &str,
        name: &str,
        expected: &str,
    ) -> Result<(), Error> {
        self.until(&format!("{id} to have {name}={expected:?}"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            let value = self.connection.read(async || element.attr(name).await).await?;
            Ok((value.as_deref() == Some(expected)).then_some(()))
        })
        .await
    }

    /// The source of the whole document as it is now.
    pub async fn document(&self) -> Result<String, Error> {
        Ok(self.connection.read(async || self.client().source().await).await?)
    }

    /// The text of the whole window.
    pub async fn visible_text(&self) -> Result<String, Error> {
        let answer = self.read(ALL_TEXT).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// What a script in the page returns. The script must do no harm when it runs twice, because it runs again
    /// when the connection breaks.
    pub async fn read(&self, script: &str) -> Result<Value, Error> {
        Ok(self.evaluate(script).await?)
    }

    /// Runs a script in the page that may change the page, and gives what the script returns.
    pub async fn run(&self, script: &str) -> Result<Value, Error> {
        let run = async || self.client().execute(script, Vec::new()).await;
        Ok(self.connection.act(run).await?)
    }

    /// Runs a script in the page until it calls its last argument, and gives what it calls that with. The
    /// script runs again when the connection breaks.
    pub async fn run_async(&self, script: &str) -> Result<Value, Error> {
        let run = async || self.client().execute_async(script, Vec::new()).await;
        Ok(self.connection.read(run).await?)
    }

    /// Waits until a script in the page returns true. The script must change nothing.
    pub async fn wait_until(&self, awaited: &str, script: &str) -> Result<(), Error> {
        self.until(awaited, async || {
            let answer = self.evaluate(script).await?;
            Ok((answer == Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Gives the window this size, in pixels of the screen.
    pub async fn resize(&self, width: u32, height: u32) -> Result<(), Error> {
        let resize = async || self.client().set_window_size(width, height).await;
        Ok(self.connection.read(resize).await?)
    }

    /// Saves a screenshot of the window as PNG.
    pub async fn save_picture(&self, file: &Path) -> Result<(), Error> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        // A page that has stopped drawing gives its last frame.
        let _ = self.run_async(AFTER_THE_NEXT_FRAME).await;
        let shoot = async || self.client().screenshot().await;
        let picture = self.connection.read(shoot).await.context("taking a picture")?;
        std::fs::write(file, picture).context(file.display())
    }

    async fn element(&self, id: &str) -> Result<Element, Error> {
        self.until(&format!("{id} to be seen"), async || self.visible(id).await).await
    }

    pub(crate) async fn visible(&self, id: &str) -> Result<Option<Element>, CmdError> {
        let selector = format!("[data-testid='{id}']");
        let find = async || self.client().find_all(Locator::Css(&selector)).await;
        for element in self.connection.read(find).await? {
            if self.connection.read(async || element.is_displayed().await).await? {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }

    pub(crate) async fn evaluate(&self, script: &str) -> Result<Value, CmdError> {
        self.connection.read(async || self.client().execute(script, Vec::new()).await).await
    }
}
