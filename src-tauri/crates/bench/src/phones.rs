//! The time of one phone number check.

use std::hint::black_box;
use std::time::{Duration, Instant};

use keydesk_core::phone::{self, Region};

use crate::timing::median_ms;

const ROUNDS: u32 = 40;
/// Numbers as people type them, with mistakes: without a country, too short, too long, other digits.
const TYPED: [&str; 16] = [
    "498213437654",
    "+49 821 3437654",
    "0049 821 343 76 54",
    "0821 / 343 76 54",
    "(0821) 343-76-54",
    "+48 512 345 678",
    "512 345 678",
    "+420 601 123 456",
    "00 33 6 12 34 56 78",
    "+39 06 698 12345",
    "tel:+34-612-345-678",
    "+４９ ８２１ ３４３７６５４",
    "+49 821",
    "+49 821 3437654 3437654 3437654",
    "+380 67 123 45 67",
    "my number",
];
const CHOSEN: [Option<&str>; 4] = [None, Some("DE"), Some("PL"), Some("US")];

/// The time of one check in microseconds: the median round, divided by its number of checks.
pub(crate) fn microseconds_per_number() -> f64 {
    let regions: Vec<Option<Region>> = CHOSEN
        .iter()
        .map(|chosen| chosen.and_then(|name| Region::try_from(name.to_owned()).ok()))
        .collect();
    let round = || -> Duration {
        let started = Instant::now();
        for region in &regions {
            for typed in TYPED {
                black_box(phone::check(black_box(typed), *region));
            }
        }
        started.elapsed()
    };
    // The first round loads the numbering plans.
    round();
    let rounds: Vec<Duration> = (0..ROUNDS).map(|_| round()).collect();
    #[allow(clippy::cast_precision_loss, reason = "64 is exact")]
    let numbers = (TYPED.len() * CHOSEN.len()) as f64;
    median_ms(&rounds) * 1_000.0 / numbers
}
