//! What a Linux screen reader gets from the window over AT-SPI: names, roles, focus, errors.

use std::collections::BTreeMap;

use test_driver::{
    AccessibleNode, Desktop, Error, Role, ScreenReader, State, Window, flows, visit_every_page,
    with_app_on,
};

use crate::first_start;

/// The heading of the page, or of the dialog over it, which alone can be reached then.
const HEADING: &str = "return (document.querySelector('dialog[open] h2') ?? \
                       document.querySelector('h1')).innerText";

/// Runs a test with the window and a screen reader.
fn with_reader(
    test: impl AsyncFnOnce(&Window, &ScreenReader) -> Result<(), Error>,
) -> Result<(), Error> {
    with_app_on(Desktop::with_screen_reader()?, first_start(), async |app| {
        let reader = ScreenReader::on(app.desktop()).await?;
        test(app.window()?, &reader).await
    })
}

#[test]
fn every_page_has_a_heading_and_names_for_its_controls() -> Result<(), Error> {
    with_reader(async |window, reader| {
        let mut nameless: BTreeMap<String, Vec<String>> = BTreeMap::new();
        visit_every_page(window, async |page| {
            let heading = window.read(HEADING).await?.as_str().unwrap_or_default().to_owned();
            let nodes = reader.wait_for_tree(&heading, |node| is_heading(node, &heading)).await?;
            let controls: Vec<&AccessibleNode> =
                nodes.iter().filter(|node| node.is_control()).collect();
            assert!(controls.len() > 3, "{page}: the page is not in the tree: {nodes:?}");
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
fn a_new_page_moves_the_focus_to_its_heading() -> Result<(), Error> {
    with_reader(async |window, reader| {
        flows::choose_practice(window).await?;
        for page in ["nav-keys", "nav-settings", "nav-home"] {
            window.turn_to(page).await?;
            let heading = window.heading().await?;
            reader
                .wait_for("the focus on the heading", |node| {
                    is_heading(node, &heading) && node.states.contains(State::Focused)
                })
                .await?;
        }
        Ok(())
    })
}

#[test]
fn the_country_field_is_a_combo_box_with_a_name_and_a_list() -> Result<(), Error> {
    with_reader(async |window, reader| {
        flows::choose_practice(window).await?;
        flows::open_phone_page(window).await?;
        let is_country =
            |node: &AccessibleNode| node.role == Role::ComboBox && node.name == "Country";
        let closed = reader.wait_for("the box", is_country).await?;
        assert!(closed.states.contains(State::Expandable), "{closed}");
        window.type_into("phone-country", "Німеччина").await?;
        let is_open =
            |node: &AccessibleNode| is_country(node) && node.states.contains(State::Expanded);
        reader.wait_for("the open box", is_open).await?;
        let is_germany =
            |node: &AccessibleNode| node.role == Role::ListItem && node.name.contains("Germany");
        reader.wait_for("Germany in the list", is_germany).await.map(drop)
    })
}

#[test]
fn an_error_is_the_description_of_its_field() -> Result<(), Error> {
    with_reader(async |window, reader| {
        flows::choose_practice(window).await?;
        flows::open_phone_page(window).await?;
        window.type_into("phone-input", "+49 821").await?;
        window.click("continue").await?;
        window.wait_for("phone-problem").await?;
        let problem = window.text("phone-problem").await?;
        let field = reader
            .wait_for("the field with its problem", |node| {
                node.role == Role::Entry && node.states.contains(State::InvalidEntry)
            })
            .await?;
        assert!(field.name.contains("number"), "{field}");
        assert!(field.description.contains(&problem), "{field} does not have {problem:?}");
        assert!(field.states.contains(State::Focused), "{field}");
        Ok(())
    })
}

#[test]
fn a_chosen_option_is_checked() -> Result<(), Error> {
    with_reader(async |window, reader| {
        flows::choose_practice(window).await?;
        window.turn_to("nav-settings").await?;
        let is_chosen = |node: &AccessibleNode| {
            node.role == Role::RadioButton
                && node.name == "English"
                && node.states.contains(State::Checked)
        };
        reader.wait_for("the chosen language", is_chosen).await.map(drop)
    })
}

fn is_heading(node: &AccessibleNode, name: &str) -> bool {
    node.role == Role::Heading && node.name == name
}

/// The main landmark can have the focus, because the skip link leads there. It has no name.
fn has_no_name(node: &AccessibleNode) -> bool {
    node.name.trim().is_empty() && node.role != Role::Landmark
}
