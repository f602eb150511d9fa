//! The person checks the connection.

use std::fs;

use test_driver::{Error, with_app};

use crate::journeys::lists::saved;
use crate::practice;

#[test]
fn in_practice_the_check_finds_no_problem_and_its_report_can_be_saved() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let data_folder = app.data_folder();
        let window = app.window()?;
        window.turn_to("nav-help").await?;
        window.turn_to("open-connection").await?;
        window.wait_for("connection-result").await?;

        let verdicts = "return [...document.querySelectorAll('[data-testid=connection-line]')]\
            .map((line) => line.dataset.topic + ' ' + line.dataset.verdict).join('\\n')";
        let lines = window.read(verdicts).await?;
        let lines = lines.as_str().unwrap_or_default();
        assert_eq!(lines.lines().count(), 12, "{lines}");
        assert!(
            lines.lines().all(|line| line.ends_with("good") || line.ends_with("look")),
            "{lines}"
        );
        for topic in ["sandbox", "production", "ukraine", "keychain", "data_folder"] {
            assert!(lines.contains(&format!("{topic} good")), "{lines}");
        }

        window.click("connection-save").await?;
        window.wait_for("hand-over-saved").await?;
        let report = fs::read_to_string(saved(&data_folder, "txt"))?;
        assert!(
            report.contains("connection check") && report.contains("Password store: Good"),
            "{report}"
        );
        Ok(())
    })
}
