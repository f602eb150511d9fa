//! Pressing keys.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::error::Error;
use crate::window::Window;

/// More presses of Tab than any page has elements that take the focus.
const TAB_STOPS: usize = 80;

impl Window {
    /// Presses one key. It goes to the element that has the focus.
    pub async fn press(&self, key: Key) -> Result<(), Error> {
        self.press_character(char::from(key)).await
    }

    /// Presses a key while another is held down: Ctrl and a digit.
    pub async fn press_with(&self, held: Key, key: char) -> Result<(), Error> {
        let held = char::from(held);
        let strokes = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.perform(strokes).await
    }

    /// Types into the element that has the focus, one key at a time.
    pub async fn type_text(&self, text: &str) -> Result<(), Error> {
        for character in text.chars() {
            self.press_character(character).await?;
        }
        Ok(())
    }

    /// Presses Tab until the element has the focus.
    pub async fn tab_to(&self, id: &str) -> Result<(), Error> {
        self.wait_for(id).await?;
        let mut passed = Vec::new();
        for _ in 0..TAB_STOPS {
            match self.focused().await? {
                Some(focused) if focused == id => return Ok(()),
                focused => passed.extend(focused),
            }
            self.press(Key::Tab).await?;
        }
        Err(Error::new(format!("{id} can't be reached with the keyboard; passed {passed:?}")))
    }

    /// The test id of the element that has the focus; `None` if it has no test id.
    pub async fn focused(&self) -> Result<Option<String>, Error> {
        let script = "return document.activeElement?.getAttribute('data-testid') ?? null";
        let answer = self.read(script).await?;
        Ok(answer.as_str().map(str::to_owned))
    }

    async fn press_character(&self, value: char) -> Result<(), Error> {
        let stroke = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        self.perform(stroke).await
    }

    async fn perform(&self, strokes: KeyActions) -> Result<(), Error> {
        let perform = async || self.client().perform_actions(strokes.clone()).await;
        Ok(self.connection().act(perform).await?)
    }
}
