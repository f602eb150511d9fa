//! Text that a person types is escaped on every page.

use super::{API_KEYS, Browser, NEW_KEY};

const HOSTILE: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title></textarea><svg/onload=alert(1)>",
    "{{7*7}} ${7*7} { $name } %3Cscript%3E",
    "&lt;script&gt; &amp; \u{202e}gnp",
];

/// The text as HTML.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;")
}

#[tokio::test]
async fn hostile_names_are_shown_as_text_without_direction_marks() {
    let browser = Browser::new().await;
    for text in HOSTILE {
        let account = browser.send("/my-nova-post", &[("name", text), ("tax-code", text)]).await;
        let name = escaped(&text.replace('\u{202e}', ""));
        assert!(account.has(&format!("<h3>{name}</h3>")), "{text}");
        let list = browser.send(NEW_KEY, &[("name", text), ("all", "yes")]).await;
        assert!(list.rows()[0].contains(&format!("<h2>{name}</h2>")), "{text}");
        let asked = browser.open(list.links("/deactivate")[0]).await;
        assert!(asked.has(&format!("“{name}”?</h1>")), "{text}");
        let refused = browser.send("/test-key", &[("phone", text)]).await;
        assert!(refused.has(&format!("value=\"{}\"", escaped(text))), "{text}");
        for page in [account, list, asked, refused, browser.open(NEW_KEY).await] {
            for live in ["<script>", "<img", "<svg/", "<textarea", "</textarea>"] {
                assert!(!page.has(live), "{text}: {live}");
            }
            assert_eq!(page.html.matches("<title>").count(), 1);
        }
    }
}

#[tokio::test]
async fn a_name_without_visible_characters_is_missing() {
    let browser = Browser::new().await;
    for text in ["\u{200b}", "\u{0}", "\r\n", "\u{202e} \u{2066}"] {
        let account = browser.send("/my-nova-post", &[("name", text)]).await;
        assert!(account.has("Type the name of the organization."), "{text:?}: {}", account.html);
    }
    browser.add_organization("Nordlicht").await;
    let refused = browser.send(NEW_KEY, &[("name", "\u{200b}"), ("all", "yes")]).await;
    assert!(refused.has("Type a name for the key."));
    let list = browser.send(NEW_KEY, &[("name", "On\u{200b}line\r\nshop"), ("all", "yes")]).await;
    assert!(list.rows()[0].contains("<h2>Online shop</h2>"), "{}", list.rows()[0]);
}

#[tokio::test]
async fn hostile_addresses_are_escaped_too() {
    let browser = Browser::new().await;
    for text in HOSTILE {
        let query: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
        for path in ["/my-nova-post", API_KEYS, "/cabinet", "/test-key", "/cabinet/nowhere"] {
            for name in ["lang", "made", "done", "page", &*query] {
                let page = browser.open(&format!("{path}?{name}={query}&x={query}")).await;
                assert!(!page.has(text), "{path} {text}");
                assert!(!page.has("alert(1)>"), "{path} {text}");
            }
        }
        let nowhere = browser.open(&format!("/cabinet/{}", query.replace('+', "%20"))).await;
        assert_eq!(nowhere.status, 404);
        assert!(!nowhere.has(text));
    }
}
