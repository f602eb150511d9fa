//! Forty organizations: their list imported, all keys checked, one replaced over a restart, the dates in a
//! calendar.

use test_driver::{App, Error, Khal, flows, with_app};

use super::lists::saved;
use crate::practice;
use crate::practice_window::guides::{API_KEYS, Browser, newest_key};
use crate::practice_window::replacing;

const ORGANIZATIONS: usize = 40;
/// So many were deactivated at Nova Post after they were added.
const DEACTIVATED: usize = 3;
/// The last of them are test keys that somebody listed as production keys.
const ELSEWHERE: [&str; 2] = [flows::NEW_CLIENT, "491713920010"];

/// A browser on the pages of practice on which keys are made.
async fn my_nova_post(app: &App) -> Result<Browser, Error> {
    let window = app.window()?;
    flows::start_guide(window, "europe", "Hanse Textil GmbH").await?;
    flows::confirm_person(window).await?;
    flows::expect_step(window, "account").await?;
    let browser = Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
    browser.send("/my-nova-post", "name=Hanse+Textil+GmbH&tax-code=").await;
    Ok(browser)
}

/// The keys of all organizations, in the order of the list.
async fn make_keys(browser: &Browser) -> Vec<String> {
    let mut keys = Vec::new();
    for number in 1..=ORGANIZATIONS - ELSEWHERE.len() {
        let form = format!("name=Organization+{number}&all=yes");
        keys.push(newest_key(&browser.send(&format!("{API_KEYS}/new"), &form).await));
    }
    for digits in ELSEWHERE {
        keys.push(browser.test_key(digits).await);
    }
    keys
}

fn last_four(key: &str) -> &str {
    &key[key.len() - 4..]
}

/// The list as an office keeps it in a spreadsheet. The last safe day is another one for each key.
fn list_of(keys: &[String]) -> String {
    let heading = "\u{feff}Organization;Name;Environment;Last four;Expires\r\n".to_owned();
    let lines = keys.iter().enumerate().map(|(number, key)| {
        let day = format!("{:02}.{:02}.2030", number % 28 + 1, number / 28 + 1);
        format!("Company {number};shop-{number};Production;{};{day}\r\n", last_four(key))
    });
    std::iter::once(heading).chain(lines).collect()
}

/// Adds the secret of a key that the list names already.
async fn add_secret(app: &App, key: &str) -> Result<(), Error> {
    let window = app.window()?;
    window.turn_to("nav-keys").await?;
    window.turn_to("add-key").await?;
    app.desktop().copy(key)?;
    window.click("add-key-look").await?;
    window.wait_for("add-key-keep").await?;
    window.run("document.querySelector('input[type=radio][value=production]')?.click()").await?;
    window.click("add-key-keep").await?;
    window.wait_for_one_of(&["add-key-works", "failure-card"]).await.map(drop)
}

#[test]
fn forty_organizations_are_imported_checked_replaced_and_in_the_calendar() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let folder = app.data_folder();
        let browser = my_nova_post(app).await?;
        let new = newest_key(&browser.send(&format!("{API_KEYS}/new"), "name=New&all=yes").await);
        let keys = make_keys(&browser).await;

        let window = app.window()?;
        window.turn_to("nav-keys").await?;
        window.turn_to("open-lists").await?;
        flows::choose_list(window, &list_of(&keys)).await?;
        window.wait_for("list-new").await?;
        window.click("confirm-list").await?;
        window.wait_for("list-done").await?;
        for key in &keys {
            add_secret(app, key).await?;
        }
        browser.deactivate_newest(DEACTIVATED).await;

        window.turn_to("nav-keys").await?;
        // Each key completed its record of the list.
        window.wait_for_text("keys-count", &format!("Keys: {ORGANIZATIONS}")).await?;
        window.click("check-all").await?;
        window.wait_for("check-all-result").await?;
        let result = window.text("check-all-result").await?;
        let refused = DEACTIVATED + ELSEWHERE.len();
        for counted in [("Works", ORGANIZATIONS - refused), ("Not accepted", refused)] {
            let counted = format!("{} {}", counted.0, counted.1);
            assert!(result.contains(&counted), "{counted} is not in {result}");
        }

        // One of the refused keys works in the test environment.
        flows::open_key(window, &format!("shop-{}", ORGANIZATIONS - 1)).await?;
        window.click("check-elsewhere").await?;
        flows::expect_failure(window, "wrong_environment").await?;
        window.click_first_button_of("failure-card").await?;
        window.wait_for("key-moved").await?;

        flows::open_key(window, "shop-20").await?;
        window.turn_to("replace-key").await?;
        window.click("replace-start").await?;
        replacing::expect_step(window, "new").await?;
        window.turn_to("replace-add").await?;
        replacing::add(app, &new, "successor").await?;
        app.restart().await?;
        let window = app.window()?;
        flows::open_key(window, "shop-20").await?;
        window.turn_to("replace-key").await?;
        // No place of the key is known.
        replacing::expect_step(window, "mark").await?;
        window.click("replace-finish").await?;
        window.wait_for("replace-done").await?;

        window.turn_to("nav-keys").await?;
        window.turn_to("open-lists").await?;
        window.click("export_calendar-ics").await?;
        window.wait_for("list-saved").await?;
        let khal = Khal::new()?;
        khal.import(&saved(&folder, "ics"))?;
        let events = khal.events("2030-01-01", "60d")?;
        // The key that was replaced is no longer due.
        assert_eq!(events.len(), ORGANIZATIONS - 1, "{events:#?}");
        let first = &events[0];
        assert!(first.starts_with("PRACTICE · Key expires: shop-0 (…"), "{first}");
        assert!(first.ends_with(")|2030-01-01|CONFIRMED"), "{first}");
        assert!(!events.iter().any(|event| event.contains("shop-20")), "{events:#?}");
        Ok(())
    })
}
