//! On which side of midnight a day is, in the zone of the person.

use chrono::FixedOffset;

use super::*;

#[test]
fn days_are_those_of_the_persons_calendar() {
    let thirty_days_later = "2026-12-12";
    for (hours, now, end, is_due) in [
        // The last second of the thirtieth day, and the first one after it.
        (0, "2026-11-12T00:00:00Z", "12-12T23:59:59Z", true),
        (0, "2026-11-12T23:59:59Z", "12-12T23:59:59Z", true),
        (0, "2026-11-12T23:59:59Z", "12-13T00:00:00Z", false),
        // 23:59 UTC is the next day in Kyiv, and the same afternoon in Los Angeles.
        (2, "2026-11-12T12:00:00Z", "12-12T23:59:59Z", false),
        (2, "2026-11-12T22:00:00Z", "12-12T23:59:59Z", true),
        (2, "2026-11-12T12:00:00Z", "12-12T21:59:59Z", true),
        (-8, "2026-11-12T12:00:00Z", "12-13T07:59:59Z", true),
        (-8, "2026-11-12T12:00:00Z", "12-13T08:00:00Z", false),
        (-8, "2026-11-12T07:00:00Z", "12-12T23:59:59Z", false),
        (14, "2026-11-12T12:00:00Z", "12-13T09:59:59Z", true),
        (14, "2026-11-12T12:00:00Z", "12-13T10:00:00Z", false),
    ] {
        let clock = SetClock::at(at(now)).in_zone(FixedOffset::east_opt(hours * 3600).unwrap());
        let end = at(&format!("{}-{end}", &thirty_days_later[..4]));
        let ends = KeyRecord { valid_until: Some(end), ..key("k", Production, Active, None) };
        assert_eq!(
            !due_keys(std::slice::from_ref(&ends), &clock).is_empty(),
            is_due,
            "{hours} {now} {end}"
        );
        // The store counts with the same rule.
        assert_eq!(ends.is_due(due_times(&clock)), is_due, "{hours} {now} {end}");
    }
}

/// A clock in a zone whose offset changes from two hours to one at a moment, as in Berlin.
struct Berlin(SetClock);

impl Clock for Berlin {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }

    fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }

    fn utc_offset(&self, moment: DateTime<Utc>) -> FixedOffset {
        let hours = if moment < at("2026-10-25T01:00:00Z") { 2 } else { 1 };
        FixedOffset::east_opt(hours * 3600).unwrap()
    }
}

#[test]
fn a_change_of_the_clocks_moves_no_day() {
    let clock = Berlin(SetClock::at(at("2026-10-01T12:00:00Z")));
    for (end, days) in [
        ("2026-10-24T21:59:59Z", 23),
        ("2026-10-24T22:00:00Z", 24),
        ("2026-10-25T22:59:59Z", 24),
        ("2026-10-25T23:00:00Z", 25),
        ("2026-09-30T22:00:00Z", 0),
        ("2026-09-30T21:59:59Z", -1),
    ] {
        assert_eq!(clock.days_until(at(end)), days, "{end}");
    }
    assert_eq!(clock.midnight_in(23), at("2026-10-23T22:00:00Z"));
    assert_eq!(clock.midnight_in(24), at("2026-10-24T22:00:00Z"));
    assert_eq!(clock.midnight_in(25), at("2026-10-25T23:00:00Z"));
}
