//! The markup of the pages: accessibility, and use without the script.

use std::collections::BTreeSet;

use super::{Browser, every_page};

fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[tokio::test]
async fn every_page_is_marked_as_practice() {
    let browser = Browser::new().await;
    for (path, page) in every_page(&browser).await {
        let band = page.html.split("data-testid=\"practice-band\"").nth(1).unwrap();
        let band = band.split("</section>").next().unwrap();
        assert!(band.contains("PRACTICE") && band.contains("Nothing is sent to"));
        let title = page.html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
        assert!(title.ends_with(" (PRACTICE)"), "{path}: {title}");
        for card in ["class=\"card", "class=\"cards"] {
            for rest in page.html.split(card).skip(1) {
                let flag = rest.find("class=\"flag\"").unwrap_or_else(|| panic!("{path}: no flag"));
                let heading = rest.find("<h").unwrap_or(usize::MAX);
                assert!(flag < heading, "{path}: the label comes first");
            }
        }
    }
}

#[tokio::test]
async fn every_referenced_id_exists_once() {
    let browser = Browser::new().await;
    for (path, page) in every_page(&browser).await {
        let ids = values(&page.html, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{path}: {ids:?}");
        let links = page.links("").into_iter().filter_map(|link| link.strip_prefix('#'));
        let named = ["for", "aria-describedby", "aria-labelledby", "data-copies"];
        let named = named.iter().flat_map(|name| values(&page.html, name));
        for id in named.flat_map(|ids| ids.split(' ')).chain(links) {
            assert!(known.contains(id), "{path}: {id}");
        }
        assert_eq!(page.html.matches("<h1").count(), 1, "{path}");
        assert_eq!(page.html.matches("<main").count(), 1, "{path}");
    }
}

#[tokio::test]
async fn a_problem_is_shown_above_the_form_and_at_its_field() {
    let browser = Browser::new().await;
    for path in ["/my-nova-post", "/test-key"] {
        let page = browser.send(path, &[]).await;
        assert!(page.has("<title>Not yet: "), "{path}");
        let field =
            page.links("").into_iter().find_map(|link| link.strip_prefix('#').map(str::to_owned));
        assert_eq!(field.as_deref(), Some("content"), "the first link skips the menu");
        let wrong = page.html.split("<input").find(|input| input.contains("aria-invalid=\"true\""));
        let id = values(wrong.unwrap(), "id")[0];
        assert!(values(wrong.unwrap(), "aria-describedby")[0].contains(&format!("{id}-problem")));
        assert!(page.has(&format!("href=\"#{id}\"")), "{path}");
        assert!(page.has("autofocus"), "the summary has the focus: {path}");
    }
}

#[tokio::test]
async fn nothing_is_inline_and_nothing_is_loaded_from_other_sites() {
    let browser = Browser::new().await;
    let mut pages = every_page(&browser).await;
    for path in ["/portal/style.css", "/portal/copy.js"] {
        let page = browser.open(path).await;
        assert_eq!(page.status, 200);
        pages.push((path.to_owned(), page));
    }
    for (path, page) in pages {
        for never in [" style=", "<style", " onclick=", " onload=", "javascript:", "://", "url("] {
            let found = page.html.replace("http://www.w3.org/2000/svg", "");
            assert!(!found.contains(never), "{path}: {never}");
        }
    }
}

#[tokio::test]
async fn without_the_script_a_key_can_be_shown_but_not_copied() {
    let browser = Browser::new().await;
    for (path, page) in every_page(&browser).await {
        for key in page.html.split("data-testid=\"copy-key\"").skip(1) {
            let (_, shown) = key.split_once("<details>").unwrap();
            assert!(shown.contains("<summary>Show the key</summary><code"), "{path}");
        }
        let buttons = page.html.matches("data-copies=").count();
        assert_eq!(page.html.matches(" type=\"button\" hidden").count(), buttons, "{path}");
    }
}
