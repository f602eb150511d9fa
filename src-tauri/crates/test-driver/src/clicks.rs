//! Clicking.

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;

use crate::error::Error;
use crate::window::Window;

/// Notes whether the next click reaches the element that is the argument.
const WATCH_CLICK: &str = "const [element] = arguments;
    window.isClickMissed = true;
    const note = (event) => {
      if (event.composedPath().includes(element)) window.isClickMissed = false;
    };
    window.addEventListener('click', note, { capture: true, once: true });";

const IS_CLICK_MISSED: &str = "return window.isClickMissed === true";

const FOCUSED_HEADING: &str = "const focused = document.activeElement; \
    return focused?.tagName === 'H1' ? focused.innerText : null";

impl Window {
    /// Clicks the element as soon as it is displayed and enabled.
    pub async fn click(&self, id: &str) -> Result<(), Error> {
        self.until(&format!("{id} to be clicked"), async || {
            let Some(element) = self.visible(id).await? else {
                return Ok(None);
            };
            if !self.connection().read(async || element.is_enabled().await).await? {
                return Ok(None);
            }
            self.click_element(&element).await
        })
        .await
    }

    /// Clicks the first button inside the element: the main action of a card.
    pub async fn click_first_button_of(&self, id: &str) -> Result<(), Error> {
        self.until(&format!("a button of {id} to be clicked"), async || {
            let Some(card) = self.visible(id).await? else { return Ok(None) };
            let find = async || card.find(Locator::Css("button")).await;
            let button = self.connection().read(find).await?;
            self.click_element(&button).await
        })
        .await
    }

    /// Clicks something that leads to another page, and waits for that page: it moves the focus to its
    /// heading.
    pub async fn turn_to(&self, id: &str) -> Result<(), Error> {
        let before = self.heading().await?;
        self.click(id).await?;
        self.until(&format!("a page after {before:?}"), async || {
            let now = self.evaluate(FOCUSED_HEADING).await?;
            Ok(now.as_str().filter(|heading| *heading != before).map(drop))
        })
        .await
    }

    /// Clicks the element. `None` if the click missed it, because the layout changed after `WebDriver` had
    /// looked where the element is.
    async fn click_element(&self, element: &Element) -> Result<Option<()>, CmdError> {
        let argument = serde_json::to_value(element)?;
        let watch = async || self.client().execute(WATCH_CLICK, vec![argument.clone()]).await;
        self.connection().act(watch).await?;
        self.connection().act(async || element.click().await).await?;
        // A click that closes the window or leaves the page has reached its element.
        let is_missed = self.evaluate(IS_CLICK_MISSED).await.is_ok_and(|missed| missed == true);
        Ok((!is_missed).then_some(()))
    }
}
