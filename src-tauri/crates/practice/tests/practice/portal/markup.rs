//! Each page can be used by everybody, with and without script: what can be seen from its markup
//! alone.

use std::collections::BTreeSet;

use super::{Visitor, every_page};

fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[tokio::test]
async fn every_page_wears_practice() {
    let visitor = Visitor::new().await;
    for (path, page) in every_page(&visitor).await {
        let band = page.html.split("data-testid=\"practice-band\"").nth(1).unwrap();
        let band = band.split("</section>").next().unwrap();
        assert!(band.contains("PRACTICE") && band.contains("Nothing here reaches Nova Post."));
        let title = page.html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
        assert!(title.ends_with(" (PRACTICE)"), "{path}: {title}");
        for card in ["class=\"card", "class=\"cards"] {
            for rest in page.html.split(card).skip(1) {
                let flag = rest.find("class=\"flag\"").unwrap_or_else(|| panic!("{path}: no flag"));
                let heading = rest.find("<h").unwrap_or(usize::MAX);
                assert!(flag < heading, "{path}: the word stands first");
            }
        }
    }
}

#[tokio::test]
async fn whatever_is_named_is_there_once() {
    let visitor = Visitor::new().await;
    for (path, page) in every_page(&visitor).await {
        let ids = values(&page.html, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{path}: {ids:?}");
        let ways = page.ways("").into_iter().filter_map(|way| way.strip_prefix('#'));
        let named = ["for", "aria-describedby", "aria-labelledby", "data-copies"];
        let named = named.iter().flat_map(|name| values(&page.html, name));
        for id in named.flat_map(|ids| ids.split(' ')).chain(ways) {
            assert!(known.contains(id), "{path}: {id}");
        }
        assert_eq!(page.html.matches("<h1").count(), 1, "{path}");
        assert_eq!(page.html.matches("<main").count(), 1, "{path}");
    }
}

#[tokio::test]
async fn a_problem_is_told_above_and_at_its_field() {
    let visitor = Visitor::new().await;
    for path in ["/my-nova-post", "/test-key"] {
        let page = visitor.send(path, &[]).await;
        assert!(page.has("<title>Not yet: "), "{path}");
        let field =
            page.ways("").into_iter().find_map(|way| way.strip_prefix('#').map(str::to_owned));
        assert_eq!(field.as_deref(), Some("content"), "the first way leads past the menu");
        let wrong = page.html.split("<input").find(|input| input.contains("aria-invalid=\"true\""));
        let id = values(wrong.unwrap(), "id")[0];
        assert!(values(wrong.unwrap(), "aria-describedby")[0].contains(&format!("{id}-problem")));
        assert!(page.has(&format!("href=\"#{id}\"")), "{path}");
        assert!(page.has("autofocus"), "the summary is read out first: {path}");
    }
}

#[tokio::test]
async fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    let visitor = Visitor::new().await;
    let mut pages = every_page(&visitor).await;
    for path in ["/portal/style.css", "/portal/copy.js"] {
        let page = visitor.visit(path).await;
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
async fn without_script_a_key_can_be_shown_and_nothing_offers_to_copy() {
    let visitor = Visitor::new().await;
    for (path, page) in every_page(&visitor).await {
        for key in page.html.split("data-testid=\"copy-key\"").skip(1) {
            let (_, shown) = key.split_once("<details>").unwrap();
            assert!(shown.contains("<summary>Show the key</summary><code"), "{path}");
        }
        let buttons = page.html.matches("data-copies=").count();
        assert_eq!(page.html.matches(" type=\"button\" hidden").count(), buttons, "{path}");
    }
}
