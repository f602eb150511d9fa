use super::*;

#[test]
fn the_steps_are_valid() {
    Migrations::from_slice(STEPS).validate().unwrap();
}

#[test]
fn a_store_of_the_first_release_keeps_its_keys() {
    let mut connection = Connection::open_in_memory().unwrap();
    Migrations::from_slice(STEPS).to_version(&mut connection, 1).unwrap();
    connection
        .execute_batch(
            "INSERT INTO keys (id, name, environment, last_four, status, added_at)
             VALUES ('k', 'Shop', 'sandbox', '4bf2', 'active', '2026-11-01T00:00:00Z')",
        )
        .unwrap();
    run(&mut connection).unwrap();
    let names: (String, i64) = connection
        .query_row("SELECT name, (SELECT count(*) FROM key_organizations) FROM keys", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(names, ("Shop".to_owned(), 0));
}

/// A store with runs as the version before wrote them.
fn store_with_runs() -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    Migrations::from_slice(STEPS).to_version(&mut connection, 3).unwrap();
    connection
        .execute_batch(
            "INSERT INTO keys (id, name, environment, last_four, status, added_at)
             VALUES ('k', 'Shop', 'production', '91c0', 'active', '2026-11-01T00:00:00Z');
             INSERT INTO guide_runs (id, guide, organization, started_at, key) VALUES
                (1, 'europe', 'Sent', '2026-11-01T00:00:00Z', NULL),
                (2, 'europe', 'Account', '2026-11-01T00:00:00Z', NULL),
                (3, 'europe', 'Key', '2026-11-01T00:00:00Z', 'k'),
                (4, 'europe', 'New', '2026-11-01T00:00:00Z', NULL),
                (5, 'ukraine', 'Created', '2026-11-01T00:00:00Z', NULL),
                (6, 'ukraine', 'Copied', '2026-11-01T00:00:00Z', NULL);
             INSERT INTO guide_steps (run, step, done, answer) VALUES
                (1, 'account', 1, NULL), (1, 'affiliate', 1, '2026-11-02T00:00:00Z'),
                (2, 'account', 1, NULL), (3, 'person', 1, 'natural'),
                (4, 'bring_in', 0, 'a'), (4, 'prove', 0, 'b'),
                (5, 'cabinet', 1, NULL), (5, 'create', 1, NULL),
                (6, 'cabinet', 1, NULL), (6, 'settings', 1, NULL), (6, 'security', 1, NULL),
                (6, 'create', 1, NULL), (6, 'copy', 1, NULL);
             INSERT INTO account VALUES (1, 'Anna Schmidt', '0821 343', 'DE', 'anna@hanse.example');",
        )
        .unwrap();
    connection
}

/// The steps of a run, each with `+` if it is done, and with its answer.
fn steps_of(connection: &Connection, run: i64) -> Vec<String> {
    connection
        .prepare(
            "SELECT step || iif(done, '+', '-') || coalesce(' ' || answer, '')
             FROM guide_steps WHERE run = ?1 ORDER BY step",
        )
        .unwrap()
        .query_map([run], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap()
}

#[test]
fn runs_of_the_version_before_keep_their_progress() {
    let mut connection = store_with_runs();
    run(&mut connection).unwrap();
    for (run, steps) in [
        (1, &["account+", "affiliate+ 2026-11-02T00:00:00Z", "offered+ no"][..]),
        (2, &["account+"]),
        (3, &["offered+ yes", "person+ natural"]),
        (4, &["add_key- a", "check- b"]),
        (5, &["cabinet+"]),
        (6, &["cabinet+", "create+"]),
    ] {
        assert_eq!(steps_of(&connection, run), steps, "run {run}");
    }
}

#[test]
fn the_notes_about_the_account_go_into_the_emails_that_are_still_to_write() {
    let mut connection = store_with_runs();
    run(&mut connection).unwrap();
    let forms: Vec<(i64, String, String, String)> = connection
        .prepare("SELECT run, organization, full_name, phone_country FROM affiliations")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    let expected = (2, "Account".to_owned(), "Anna Schmidt".to_owned(), "DE".to_owned());
    assert_eq!(forms, [expected]);
    assert!(!connection.table_exists(None, "account").unwrap());
}
