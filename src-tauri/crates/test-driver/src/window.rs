//! A person's hands and eyes at the window: find by test id, click, type, read, wait.
//!
//! Everything waits for what it needs, and says what it saw instead when its patience ends.

use std::path::Path;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::Value;

use crate::error::{Context, Error};

const ALL_TEXT: &str = "return document.body.innerText";
/// A picture shows the last frame that was drawn: the change before it has to have reached one.
const AFTER_THE_NEXT_FRAME: &str = "const done = arguments[0];
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));";

/// Ends when the last movement that has an end is over.
const REST: &str = "
const done = arguments[arguments.length - 1];
const ending = document.getAnimations().filter(({ effect }) =>
  effect.getComputedTiming().endTime !== Infinity);
Promise.allSettled(ending.map(({ finished }) => finished)).then(() => done());
";

const FOCUSED_HEADING: &str = "const focused = document.activeElement; \
    return focused?.tagName === 'H1' ? focused.innerText : null";

/// The window that is open.
#[derive(Debug)]
pub struct Window {
    client: Client,
}

impl Window {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    pub(crate) async fn close(self) -> Result<(), Error> {
        self.client.close().await.context("closing the window")
    }

    /// The `WebDriver` session, for what no step here does.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Waits until this is to be seen.
    pub async fn wait_for(&self, id: &str) -> Result<(), Error> {
        self.element(id).await.map(drop)
    }

    /// Waits until one of these is to be seen, and says which.
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

    /// Waits until this is not to be seen any more.
    pub async fn wait_until_gone(&self, id: &str) -> Result<(), Error> {
        self.until(&format!("{id} to be gone"), async || {
            Ok(self.visible(id).await?.is_none().then_some(()))
        })
        .await
    }

    /// Whether this is to be seen at this moment.
    pub async fn shows(&self, id: &str) -> Result<bool, Error> {
        Ok(self.visible(id).await?.is_some())
    }

    /// Clicks this, as soon as it can be clicked.
    pub async fn click(&self, id: &str) -> Result<(), Error> {
        self.until(&format!("{id} to be clicked"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            if !element.is_enabled().await? {
                return Ok(None);
            }
            element.click().await.map(Some)
        })
        .await
    }

    /// Clicks the first button inside this: the obvious thing to do on a card.
    pub async fn click_first_button_of(&self, id: &str) -> Result<(), Error> {
        self.until(&format!("a button of {id} to be clicked"), async || {
            let Some(card) = self.visible(id).await? else { return Ok(None) };
            card.find(Locator::Css("button")).await?.click().await.map(Some)
        })
        .await
    }

    /// Clicks what leads to another page, and waits until that has appeared: it takes the focus
    /// to its heading.
    pub async fn turn_to(&self, id: &str) -> Result<(), Error> {
        let before = self.heading().await?;
        self.click(id).await?;
        self.until(&format!("a page after {before:?}"), async || {
            let now = self.client.execute(FOCUSED_HEADING, Vec::new()).await?;
            Ok(now.as_str().filter(|heading| *heading != before).map(drop))
        })
        .await
    }

    /// Waits until nothing moves or fades any more; what turns for ever is not waited for.
    pub async fn at_rest(&self) -> Result<(), Error> {
        self.client.execute_async(REST, Vec::new()).await?;
        Ok(())
    }

    /// The heading of the page.
    pub async fn heading(&self) -> Result<String, Error> {
        let heading = self.run("return document.querySelector('h1')?.innerText").await?;
        Ok(heading.as_str().unwrap_or_default().to_owned())
    }

    /// Types into this, over what stands there.
    pub async fn type_into(&self, id: &str, text: &str) -> Result<(), Error> {
        self.until(&format!("{id} to be typed into"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            element.clear().await?;
            element.send_keys(text).await.map(Some)
        })
        .await
    }

    /// What can be read in this.
    pub async fn text(&self, id: &str) -> Result<String, Error> {
        self.until(&format!("{id} to be read"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            element.text().await.map(Some)
        })
        .await
    }

    /// Waits until exactly this can be read in it.
    pub async fn wait_for_text(&self, id: &str, expected: &str) -> Result<(), Error> {
        self.until(&format!("{id} to say {expected:?}"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            Ok((element.text().await? == expected).then_some(()))
        })
        .await
    }

    /// Waits until these words can be read anywhere in the window.
    pub async fn wait_for_words(&self, words: &str) -> Result<(), Error> {
        self.until(&format!("the words {words:?}"), async || {
            let text = self.client.execute(ALL_TEXT, Vec::new()).await?;
            Ok(text.as_str().filter(|text| text.contains(words)).map(drop))
        })
        .await
    }

    /// An attribute of this; `None` if it has no such attribute.
    pub async fn attribute(&self, id: &str, name: &str) -> Result<Option<String>, Error> {
        self.until(&format!("{id} to be there"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            element.attr(name).await.map(Some)
        })
        .await
    }

    /// Waits until an attribute of this has exactly this value.
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
            Ok((element.attr(name).await?.as_deref() == Some(expected)).then_some(()))
        })
        .await
    }

    /// The whole document as it is now.
    pub async fn document(&self) -> Result<String, Error> {
        Ok(self.client.source().await?)
    }

    /// All that can be read in the window.
    pub async fn visible_text(&self) -> Result<String, Error> {
        let answer = self.client.execute(ALL_TEXT, Vec::new()).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn run(&self, script: &str) -> Result<Value, Error> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// Waits until a script in the page returns true.
    pub async fn wait_until(&self, awaited: &str, script: &str) -> Result<(), Error> {
        self.until(awaited, async || {
            let answer = self.client.execute(script, Vec::new()).await?;
            Ok((answer == Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Makes the window this large, in pixels of the screen.
    pub async fn resize(&self, width: u32, height: u32) -> Result<(), Error> {
        Ok(self.client.set_window_size(width, height).await?)
    }

    /// Waits for a second window, looks into it with `visit`, which has to close it, and returns.
    pub async fn visit_second_window(
        &self,
        visit: impl AsyncFnOnce(&Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.look_into_second_window(visit).await?;
        self.wait_until_alone().await
    }

    /// Waits until this is the only window.
    pub async fn wait_until_alone(&self) -> Result<(), Error> {
        self.until("the second window to close", async || {
            Ok((self.client.windows().await?.len() == 1).then_some(()))
        })
        .await
    }

    /// Waits for a second window, looks into it with `visit`, and returns; it stays open.
    pub async fn look_into_second_window(
        &self,
        visit: impl AsyncFnOnce(&Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let main = self.client.window().await?;
        let second = self
            .until("a second window", async || {
                let windows = self.client.windows().await?;
                Ok(windows.into_iter().find(|window| *window != main))
            })
            .await?;
        self.client.switch_to_window(second).await?;
        let visited = visit(self).await;
        self.client.switch_to_window(main).await?;
        visited
    }

    /// Takes a picture of what the window shows, as PNG.
    pub async fn save_picture(&self, file: &Path) -> Result<(), Error> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        // A page that draws no more is pictured as it is.
        let _ = self.client.execute_async(AFTER_THE_NEXT_FRAME, Vec::new()).await;
        let picture = self.client.screenshot().await.context("taking a picture")?;
        std::fs::write(file, picture).context(file.display())
    }

    async fn element(&self, id: &str) -> Result<Element, Error> {
        self.until(&format!("{id} to be seen"), async || self.visible(id).await).await
    }

    async fn visible(&self, id: &str) -> Result<Option<Element>, CmdError> {
        let selector = format!("[data-testid='{id}']");
        for element in self.client.find_all(Locator::Css(&selector)).await? {
            if element.is_displayed().await? {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }
}
