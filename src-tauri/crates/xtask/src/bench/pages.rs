//! The time that a change of page takes in the real window, in practice mode, with keys in the store.

use std::path::Path;

use serde_json::{Value, json};
use test_driver::{Desktop, Error, Launch, Window, flows};

use super::windows::filled_store;
use super::{Measured, median};
use crate::terminal;

/// What is clicked in turn: navigation, the entries of Home, Continue and Back.
const CLICKS: [&str; 12] = [
    "nav-keys",
    "nav-guides",
    "nav-help",
    "nav-practice",
    "nav-settings",
    "nav-home",
    "start-europe",
    "back",
    "start-test-key",
    "continue",
    "back",
    "back",
];
const ROUNDS: usize = 4;
const LIST_ROUNDS: usize = 20;

/// Numbers of a new client, of one whose key is prolonged, and of one whose key had expired.
const CLIENTS: [&str; 3] = [flows::NEW_CLIENT, "491713920010", "491713920011"];

const CHANGE_PAGES: &str = include_str!("pages.js");

/// One change of page; times in milliseconds since the click.
struct Change {
    id: String,
    /// Until the new heading is drawn and has the focus.
    page: f64,
    /// Until no part of the page waits for an answer.
    complete: f64,
    /// What an empty frame took just before the click.
    empty: f64,
}

/// Goes through all main pages [`ROUNDS`] times, and opens lists of keys. `benchmark` fills a store.
pub(crate) fn measured(keydesk: &Path, benchmark: &Path) -> Result<Vec<Measured>, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let changes = runtime.block_on(async {
        let mut app = Launch::of(keydesk).open().await?;
        let changes = change_pages(app.window()?).await;
        app.close().await?;
        changes
    })?;
    let [few, many] = [10, 10_000].map(|keys| {
        let store = filled_store(benchmark, keys)?;
        runtime.block_on(open_keys(keydesk, store))
    });
    let slowest = changes.iter().max_by(|one, other| one.page.total_cmp(&other.page));
    let slowest = slowest.ok_or_else(|| Error::new("no page was changed"))?;
    terminal::note(&format!("{} changes, the slowest by {}", changes.len(), slowest.id));

    let all = |time: fn(&Change) -> f64| changes.iter().map(time).collect::<Vec<_>>();
    let page = median(&mut all(|change| change.page));
    let empty = median(&mut all(|change| change.empty));
    let complete = median(&mut all(|change| change.complete));
    let (few, many) = (few?, many?);
    Ok(vec![
        Measured::unlimited("opening the page of 10 keys", few, "ms"),
        Measured::limited(
            "opening the page of 10,000 keys, compared with 10",
            many / few,
            "×",
            1.5,
        ),
        Measured::limited("click to the next page, median", page, "ms", 50.0),
        Measured::unlimited("click to the next page, worst", slowest.page, "ms"),
        Measured::unlimited(
            "click to the next page, compared with an empty frame",
            page / empty,
            "×",
        ),
        Measured::unlimited("click to the complete page, median", complete, "ms"),
    ])
}

/// The median time in milliseconds from the click to the list with its first keys.
async fn open_keys(keydesk: &Path, store: Vec<u8>) -> Result<f64, Error> {
    let launch =
        Launch::of(keydesk).with("KEYDESK_START", "live").with_file("live/register.sqlite", store);
    let mut app = launch.open_on(Desktop::without_keychain()?).await?;
    let changes = click(app.window()?, &["nav-keys", "nav-home"], LIST_ROUNDS).await;
    app.close().await?;
    let lists = changes?.into_iter().filter(|change| change.id == "nav-keys");
    Ok(median(&mut lists.map(|change| change.complete).collect::<Vec<_>>()))
}

async fn change_pages(window: &Window) -> Result<Vec<Change>, Error> {
    flows::choose_practice(window).await?;
    for client in CLIENTS {
        flows::get_key(window, client).await?;
        window.turn_to("nav-home").await?;
    }
    click(window, &CLICKS, ROUNDS).await
}

async fn click(window: &Window, ids: &[&str], rounds: usize) -> Result<Vec<Change>, Error> {
    let arguments = vec![json!(ids), json!(rounds)];
    let answer = window.client().execute_async(CHANGE_PAGES, arguments).await?;
    let changes = answer.as_array().ok_or_else(|| Error::new(answer.to_string()))?;
    changes.iter().map(read).collect::<Option<_>>().ok_or_else(|| Error::new(answer.to_string()))
}

fn read(change: &Value) -> Option<Change> {
    let time = |name: &str| change[name].as_f64();
    Some(Change {
        id: change["id"].as_str()?.to_owned(),
        page: time("page")?,
        complete: time("complete")?,
        empty: time("empty")?,
    })
}
