//! What a Linux screen reader gets from the real window, over AT-SPI: names, roles, focus, errors.

#![cfg(target_os = "linux")]

use std::collections::BTreeMap;

use test_driver::{
    Desktop, Error, Heard, Launch, Role, ScreenReader, State, Window, journey, play_on, tour,
};

/// Of the page, or of the dialog that lies over it and alone can be reached.
const HEADING: &str = "return (document.querySelector('dialog[open] h2') ?? \
                       document.querySelector('h1')).innerText";

fn listen(
    scene: impl AsyncFnOnce(&Window, &ScreenReader) -> Result<(), Error>,
) -> Result<(), Error> {
    let launch = Launch::of(env!("CARGO_BIN_EXE_keydesk"));
    play_on(Desktop::with_screen_reader()?, launch, async |app| {
        let reader = ScreenReader::on(app.desktop()).await?;
        scene(app.window()?, &reader).await
    })
}

#[test]
fn every_page_begins_at_its_heading_and_names_its_controls() -> Result<(), Error> {
    listen(async |window, reader| {
        let mut nameless: BTreeMap<String, Vec<String>> = BTreeMap::new();
        tour(window, async |page| {
            let heading = window.run(HEADING).await?.as_str().unwrap_or_default().to_owned();
            reader.wait_for(&heading, |thing| is_heading(thing, &heading)).await?;
            let heard = reader.read().await?;
            let controls: Vec<&Heard> = heard.iter().filter(|thing| thing.is_control()).collect();
            assert!(controls.len() > 3, "{page}: the page is not in the tree: {heard:?}");
            for control in controls.into_iter().filter(|control| has_no_name(control)) {
                nameless.entry(page.to_owned()).or_default().push(control.to_string());
            }
            Ok(())
        })
        .await?;
        assert!(nameless.is_empty(), "{nameless:#?}");
        Ok(())
    })
}

#[test]
fn a_new_page_is_heard_at_once() -> Result<(), Error> {
    listen(async |window, reader| {
        journey::choose_practice(window).await?;
        for page in ["nav-keys", "nav-settings", "nav-home"] {
            window.turn_to(page).await?;
            let heading = window.heading().await?;
            reader
                .wait_for("the focus on the heading", |thing| {
                    is_heading(thing, &heading) && thing.states.contains(State::Focused)
                })
                .await?;
        }
        Ok(())
    })
}

#[test]
fn the_country_is_chosen_in_a_box_with_a_name_and_a_list() -> Result<(), Error> {
    listen(async |window, reader| {
        journey::choose_practice(window).await?;
        journey::open_phone_page(window).await?;
        let is_country = |thing: &Heard| thing.role == Role::ComboBox && thing.name == "Country";
        let closed = reader.wait_for("the box", is_country).await?;
        assert!(closed.states.contains(State::Expandable), "{closed}");
        window.type_into("phone-country", "Німеччина").await?;
        let is_open = |thing: &Heard| is_country(thing) && thing.states.contains(State::Expanded);
        reader.wait_for("the open box", is_open).await?;
        let is_germany =
            |thing: &Heard| thing.role == Role::ListItem && thing.name.contains("Germany");
        reader.wait_for("Germany in the list", is_germany).await.map(drop)
    })
}

#[test]
fn a_problem_is_heard_with_its_field() -> Result<(), Error> {
    listen(async |window, reader| {
        journey::choose_practice(window).await?;
        journey::open_phone_page(window).await?;
        window.type_into("phone-input", "+49 821").await?;
        window.click("continue").await?;
        window.wait_for("phone-problem").await?;
        let problem = window.text("phone-problem").await?;
        let field = reader
            .wait_for("the field with its problem", |thing| {
                thing.role == Role::Entry && thing.states.contains(State::InvalidEntry)
            })
            .await?;
        assert!(field.name.contains("number"), "{field}");
        assert!(field.description.contains(&problem), "{field} does not tell {problem:?}");
        assert!(field.states.contains(State::Focused), "{field}");
        Ok(())
    })
}

#[test]
fn what_is_chosen_is_heard() -> Result<(), Error> {
    listen(async |window, reader| {
        journey::choose_practice(window).await?;
        window.turn_to("nav-settings").await?;
        let is_chosen = |thing: &Heard| {
            thing.role == Role::RadioButton
                && thing.name == "English"
                && thing.states.contains(State::Checked)
        };
        reader.wait_for("the chosen language", is_chosen).await.map(drop)
    })
}

fn is_heading(thing: &Heard, name: &str) -> bool {
    thing.role == Role::Heading && thing.name == name
}

/// The main part of the page takes the focus from the skip link; its heading says what it is.
fn has_no_name(thing: &Heard) -> bool {
    thing.name.trim().is_empty() && thing.role != Role::Landmark
}
