//! Size and place of the main window are the same at every start.

use serde_json::{Value, json};
use test_driver::{App, Desktop, Error, Window, wait_until, with_app_on};

use crate::practice;

/// A size that is not that of the first start.
const WIDTH: u32 = 1010;
const HEIGHT: u32 = 705;

#[test]
fn the_window_has_the_same_size_and_place_over_ten_starts() -> Result<(), Error> {
    expect_same_size_over_ten_starts(Desktop::start()?, Some((131, 97)))
}

/// Resizes the window, moves it to `place` if there is one, and starts the app ten times more.
pub(crate) fn expect_same_size_over_ten_starts(
    desktop: Desktop,
    place: Option<(u32, u32)>,
) -> Result<(), Error> {
    with_app_on(desktop, practice(), async |app| {
        let first = size(first_page(app).await?).await?;
        assert_eq!(first, json!([1080, 760]));
        // What the app opened with stays, too.
        app.restart().await?;
        assert_eq!(size(first_page(app).await?).await?, first);

        let window = first_page(app).await?;
        window.resize(WIDTH, HEIGHT).await?;
        if let Some((x, y)) = place {
            window.client().set_window_position(x, y).await?;
        }
        window.wait_until("the new size", &format!("return innerWidth === {WIDTH}")).await?;
        until_remembered(app, place).await?;
        let (chosen, chosen_place) = (size(window).await?, self::place(window).await?);
        for start in 1..=10 {
            app.restart().await?;
            let window = first_page(app).await?;
            window.wait_until("the width", &format!("return innerWidth === {WIDTH}")).await?;
            assert_eq!(size(window).await?, chosen, "at start {start}");
            assert_eq!(self::place(window).await?, chosen_place, "at start {start}");
        }
        Ok(())
    })
}

async fn first_page(app: &App) -> Result<&Window, Error> {
    let window = app.window()?;
    window.wait_for("start-test-key").await?;
    Ok(window)
}

async fn size(window: &Window) -> Result<Value, Error> {
    window.run("return [innerWidth, innerHeight]").await
}

async fn place(window: &Window) -> Result<Value, Error> {
    window.run("return [screenX, screenY]").await
}

/// Waits until the app has written the size, and the place if there is one.
async fn until_remembered(app: &App, place: Option<(u32, u32)>) -> Result<(), Error> {
    let file = app.data_folder().join("window.json");
    wait_until("the size in window.json", || {
        let stored = std::fs::read(&file).unwrap_or_default();
        let stored: Value = serde_json::from_slice(&stored).unwrap_or_default();
        let window = &stored["main"];
        let has_size = window["width"] == f64::from(WIDTH);
        let has_place = place.is_none_or(|(x, y)| window["x"] == x && window["y"] == y);
        Ok((has_size && has_place).then_some(()))
    })
    .await
}
