//! Popup windows: `WebDriver` is switched to the second window and back.

use crate::error::Error;
use crate::window::Window;

impl Window {
    /// Waits for a second window and calls `visit`, which has to close it. Returns when it is closed.
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
            let windows = self.connection().read(async || self.client().windows().await).await?;
            Ok((windows.len() == 1).then_some(()))
        })
        .await
    }

    /// Waits for a second window and calls `visit`. The second window stays open.
    pub async fn look_into_second_window(
        &self,
        visit: impl AsyncFnOnce(&Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let main = self.connection().read(async || self.client().window().await).await?;
        let second = self
            .until("a second window", async || {
                let windows =
                    self.connection().read(async || self.client().windows().await).await?;
                Ok(windows.into_iter().find(|window| *window != main))
            })
            .await?;
        let switch = async |window: &fantoccini::wd::WindowHandle| {
            let switch = async || self.client().switch_to_window(window.clone()).await;
            self.connection().read(switch).await
        };
        switch(&second).await?;
        let visited = visit(self).await;
        switch(&main).await?;
        visited
    }
}
