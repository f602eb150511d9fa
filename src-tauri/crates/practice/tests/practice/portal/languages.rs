//! The languages of the pages, and practice's time on them.

use chrono::TimeDelta;
use keydesk_practice::Move;
use reqwest::header;

use super::{API_KEYS, Browser, NEW_KEY, Page, SECURITY, read};

async fn accepting(browser: &Browser, path: &str, languages: &str) -> Page {
    let asked = browser.client.get(browser.url(path));
    read(asked.header(header::ACCEPT_LANGUAGE, languages).send().await.unwrap()).await
}

#[tokio::test]
async fn the_query_decides_the_language_and_then_the_browser() {
    let browser = Browser::new().await;
    for (path, accepted, language) in [
        ("/cabinet", "", "en"),
        ("/cabinet", "uk-UA,uk;q=0.9,en;q=0.8", "uk"),
        ("/cabinet", "de,pl;q=0.7", "en"),
        ("/cabinet?lang=en", "uk", "en"),
        ("/cabinet?lang=uk", "en", "uk"),
        ("/cabinet?lang=uk-UA", "en", "uk"),
        ("/cabinet?lang=xx", "uk", "uk"),
    ] {
        let page = accepting(&browser, path, accepted).await;
        assert!(page.has(&format!("<html lang=\"{language}\">")), "{path} {accepted}");
        assert_eq!(page.headers[header::CONTENT_LANGUAGE], language);
    }
}

#[tokio::test]
async fn the_switch_leads_to_the_same_page_in_every_language() {
    let browser = Browser::new().await;
    let page = browser.open(&format!("{API_KEYS}?page=1")).await;
    let links: Vec<_> = page.html.split(" hreflang=\"").skip(1).collect();
    assert!(links.len() >= 2);
    for link in links {
        let language = link.split('"').next().unwrap();
        let other = browser.open(&format!("{API_KEYS}?lang={language}&page=1")).await;
        assert!(page.has(&format!("href=\"{API_KEYS}?lang={language}&amp;page=1\"")), "{language}");
        assert!(other.has(&format!("<html lang=\"{language}\">")), "{language}");
    }
}

#[tokio::test]
async fn every_link_keeps_a_chosen_language() {
    let browser = Browser::new().await;
    browser.add_organization("Nordlicht").await;
    browser.create_key("Shop").await;
    browser.send(SECURITY, &[]).await;
    for path in
        ["/my-nova-post", API_KEYS, NEW_KEY, "/cabinet", SECURITY, "/test-key", "/cabinet/x"]
    {
        let page = browser.open(&format!("{path}?lang=uk")).await;
        let links = page.links("");
        let pages =
            links.iter().filter(|link| !link.starts_with('#') && !link.starts_with("/portal/"));
        for link in pages {
            assert!(link.contains("lang=uk") || link.contains("lang=en"), "{path}: {link}");
        }
        assert_eq!(links.iter().filter(|link| link.contains("lang=en")).count(), 1, "{path}");
    }
    let made = browser.form_request(&format!("{SECURITY}?lang=uk"), &[]).send().await.unwrap();
    assert!(made.headers()[header::LOCATION].to_str().unwrap().contains("lang=uk"));
    let problem = browser.send(&format!("{NEW_KEY}?lang=uk"), &[]).await;
    assert!(problem.has("Введіть назву ключа."));
}

#[tokio::test]
async fn every_page_is_in_one_language() {
    let browser = Browser::new().await;
    for (path, _) in
        super::every_page(&browser).await.into_iter().filter(|(p, _)| p.starts_with('/'))
    {
        let path = path.split('?').next().unwrap();
        let english = browser.open(&format!("{path}?lang=en")).await;
        let ukrainian = browser.open(&format!("{path}?lang=uk")).await;
        assert!(english.has("PRACTICE") && !english.has("ПРАКТИКА"), "{path}");
        assert!(ukrainian.has("ПРАКТИКА") && !ukrainian.has("PRACTICE"), "{path}");
    }
}

#[tokio::test]
async fn practices_time_is_shown_if_it_differs_from_the_computers() {
    let browser = Browser::new().await;
    let now = browser.open("/cabinet").await;
    assert!(now.all("practice-time").is_empty());
    for (to, english) in [
        (Move::Months(13), "Date in practice: 5 April 2027, 08:03 UTC, 396 days ahead"),
        (Move::Ahead(TimeDelta::hours(3)), "5 March 2026, 11:03 UTC, a few hours ahead"),
        (Move::Ahead(TimeDelta::days(1)), "6 March 2026, 08:03 UTC, 1 day ahead"),
        (Move::Ahead(TimeDelta::days(-40)), "24 January 2026, 08:03 UTC, 40 days behind"),
    ] {
        browser.practice().set_time(Move::Now).await.unwrap();
        browser.practice().set_time(to).await.unwrap();
        for path in ["/cabinet?lang=en", "/my-nova-post/nowhere?lang=en", "/test-key?lang=en"] {
            let page = browser.open(path).await;
            assert!(page.all("practice-time")[0].contains(english), "{to:?}: {}", page.html);
        }
    }
    browser.practice().set_time(Move::Now).await.unwrap();
    assert!(browser.open("/cabinet").await.all("practice-time").is_empty());
}
