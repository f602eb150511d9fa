//! The pages speak the visitor's language, and say what time it is in practice.

use chrono::TimeDelta;
use keydesk_practice::Move;
use reqwest::header;

use super::{API_KEYS, NEW_KEY, Page, SECURITY, Visitor, read};

async fn accepting(visitor: &Visitor, path: &str, languages: &str) -> Page {
    let asked = visitor.browser.get(visitor.url(path));
    read(asked.header(header::ACCEPT_LANGUAGE, languages).send().await.unwrap()).await
}

#[tokio::test]
async fn the_address_decides_and_then_the_browser() {
    let visitor = Visitor::new().await;
    for (path, accepted, language) in [
        ("/cabinet", "", "en"),
        ("/cabinet", "uk-UA,uk;q=0.9,en;q=0.8", "uk"),
        ("/cabinet", "de,pl;q=0.7", "en"),
        ("/cabinet?lang=en", "uk", "en"),
        ("/cabinet?lang=uk", "en", "uk"),
        ("/cabinet?lang=xx", "uk", "uk"),
    ] {
        let page = accepting(&visitor, path, accepted).await;
        assert!(page.has(&format!("<html lang=\"{language}\">")), "{path} {accepted}");
        assert_eq!(page.headers[header::CONTENT_LANGUAGE], language);
    }
}

#[tokio::test]
async fn a_chosen_language_is_kept_on_every_way() {
    let visitor = Visitor::new().await;
    visitor.add_organization("Nordlicht").await;
    visitor.create_key("Shop").await;
    visitor.send(SECURITY, &[]).await;
    for path in
        ["/my-nova-post", API_KEYS, NEW_KEY, "/cabinet", SECURITY, "/test-key", "/cabinet/x"]
    {
        let page = visitor.visit(&format!("{path}?lang=uk")).await;
        let ways = page.ways("");
        let pages = ways.iter().filter(|way| !way.starts_with('#') && !way.starts_with("/portal/"));
        for way in pages {
            assert!(way.contains("lang=uk") || way.contains("lang=en"), "{path}: {way}");
        }
        assert_eq!(ways.iter().filter(|way| way.contains("lang=en")).count(), 1, "{path}");
    }
    let made = visitor.sending(&format!("{SECURITY}?lang=uk"), &[]).send().await.unwrap();
    assert!(made.headers()[header::LOCATION].to_str().unwrap().contains("lang=uk"));
    let problem = visitor.send(&format!("{NEW_KEY}?lang=uk"), &[]).await;
    assert!(problem.has("Введіть назву ключа."));
}

#[tokio::test]
async fn no_language_was_forgotten_on_a_page() {
    let visitor = Visitor::new().await;
    for (path, _) in
        super::every_page(&visitor).await.into_iter().filter(|(p, _)| p.starts_with('/'))
    {
        let path = path.split('?').next().unwrap();
        let english = visitor.visit(&format!("{path}?lang=en")).await;
        let ukrainian = visitor.visit(&format!("{path}?lang=uk")).await;
        assert!(english.has("PRACTICE") && !english.has("ПРАКТИКА"), "{path}");
        assert!(ukrainian.has("ПРАКТИКА") && !ukrainian.has("PRACTICE"), "{path}");
    }
}

#[tokio::test]
async fn practice_time_is_shown_while_it_is_not_now() {
    let visitor = Visitor::new().await;
    let now = visitor.visit("/cabinet").await;
    assert!(now.all("practice-time").is_empty());
    for (to, english) in [
        (Move::Months(13), "In practice it is 5 April 2027, 08:03 UTC, 396 days ahead"),
        (Move::Ahead(TimeDelta::hours(3)), "5 March 2026, 11:03 UTC, some hours ahead"),
        (Move::Ahead(TimeDelta::days(1)), "6 March 2026, 08:03 UTC, a day ahead"),
        (Move::Ahead(TimeDelta::days(-40)), "24 January 2026, 08:03 UTC, 40 days behind"),
    ] {
        visitor.practice().set_time(Move::Now).await.unwrap();
        visitor.practice().set_time(to).await.unwrap();
        for path in ["/cabinet?lang=en", "/my-nova-post/nowhere?lang=en", "/test-key?lang=en"] {
            let page = visitor.visit(path).await;
            assert!(page.all("practice-time")[0].contains(english), "{to:?}: {}", page.html);
        }
    }
    visitor.practice().set_time(Move::Now).await.unwrap();
    assert!(visitor.visit("/cabinet").await.all("practice-time").is_empty());
}
