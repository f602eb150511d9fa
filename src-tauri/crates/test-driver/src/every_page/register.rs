//! The pages of a list with several keys.

use fantoccini::key::Key;

use crate::error::Error;
use crate::flows;
use crate::window::Window;

/// Keys of three kinds: one that expires soon, one without a date, one that is no longer used.
const LIST: &str = "Name;Environment;Last four;Organization;Holder;Expires;Status\n\
    Online shop;Production;4bf2;Hanse Textil GmbH;Anna Schmidt;27.08.2030;\n\
    Accounting, with a name that is as long as an office makes it;UA;77aa;ТОВ «Київський склад»;;;\n\
    Old shop;Production;0c11;Hanse Textil GmbH;;01.02.2026;Deactivated\n";

/// Reads the list, and visits what can be done with its keys. A dialog or page is left as it was entered.
pub(super) async fn visit(
    window: &Window,
    visit: &mut impl AsyncFnMut(&str) -> Result<(), Error>,
) -> Result<(), Error> {
    window.turn_to("nav-keys").await?;
    window.turn_to("open-lists").await?;
    window.click("export_keys-csv").await?;
    window.wait_for("list-saved").await?;
    visit("lists-saved").await?;
    flows::choose_list(window, LIST).await?;
    window.wait_for("list-new").await?;
    visit("lists-preview").await?;
    window.click("confirm-list").await?;
    window.wait_for("list-done").await?;
    window.turn_to("nav-keys").await?;
    window.click("check-all").await?;
    window.wait_for("check-all-result").await?;
    visit("keys-checked").await?;
    window.type_into("keys-search", "nothing has this").await?;
    window.wait_for("keys-show-all").await?;
    visit("keys-none").await?;
    window.click("keys-show-all").await?;
    flows::open_key(window, "Online shop").await?;
    visit("key-without-secret").await?;
    for (button, dialog) in [
        ("change-details", "key-details"),
        ("change-expiry", "key-expiry"),
        ("change-deactivated", "key-deactivate"),
        ("delete-key", "key-delete"),
    ] {
        window.click(button).await?;
        window
            .wait_until("a dialog", "return document.querySelector('dialog[open]') !== null")
            .await?;
        visit(dialog).await?;
        window.press(Key::Escape).await?;
        window.wait_until("no dialog", "return !document.querySelector('dialog[open]')").await?;
    }
    window.turn_to("replace-key").await?;
    visit("replace").await?;
    window.click("replace-start").await?;
    window.wait_for("replace-step").await?;
    visit("replace-new").await?;
    window.turn_to("nav-home").await
}
