//! Kills a process that requests a test key, starts the next process, and counts what was lost.
//! The processes, the keychain (gnome-keyring or Credential Manager), SQLite and HTTP are real.
//!
//! `cargo xtask soak --kills N --seed S` runs the long test, which also kills at random times.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]
#![allow(clippy::print_stdout, reason = "the long test prints a table")]

mod child;
mod moment;
mod own_keychain;
mod proxy;
mod round;
mod tally;
mod traces;
mod use_cases;

use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use test_driver::Error;

use child::Child;
use moment::Moment;
use own_keychain::OwnKeychain;
use round::{Kill, Round, time_of_request};
use tally::{Tally, Verdict};

/// Numbers of the practice phone book that get a key: a new one, one that is prolonged, one whose
/// key had expired, one whose key had been deleted.
const NUMBERS: [&str; 4] = ["498213437654", "491713920010", "491713920011", "491713920012"];

#[test]
fn a_kill_at_each_moment_of_the_request_loses_no_key() -> Result<(), Error> {
    let keychain = OwnKeychain::start()?;
    let mut tally = Tally::default();
    for moment in Moment::ALL {
        tally.add(&Round::start(&keychain, NUMBERS[0])?.kill(Kill::at(moment))?);
    }
    println!("{tally}");
    assert_eq!(tally.failures(), 0, "\n{tally}");
    // Once the keychain has the key, the next start finishes the request without asking again.
    for moment in [Moment::KeyWritten, Moment::KeyReadBack, Moment::Recorded] {
        assert_eq!(tally.kept_without_asking(moment), 1, "{}\n{tally}", moment.name());
    }
    Ok(())
}

#[test]
fn a_keychain_that_keeps_nothing_counts_as_a_loss() -> Result<(), Error> {
    let keychain = OwnKeychain::start()?;
    let kill = Kill { forgetful_keychain: true, ..Kill::at(Moment::Recorded) };
    let outcome = Round::start(&keychain, NUMBERS[0])?.kill(kill)?;
    assert_eq!(outcome.verdict, Verdict::Lost);
    Ok(())
}

/// Kills once at each moment, then at random times: `KEYDESK_CRASH_KILLS` of them, with the seed
/// `KEYDESK_CRASH_SEED`.
#[test]
#[ignore = "takes minutes; `cargo xtask soak` runs it"]
fn kills_at_random_times_lose_no_key() -> Result<(), Error> {
    let kills = number_from("KEYDESK_CRASH_KILLS")?.unwrap_or(240);
    let seed = number_from("KEYDESK_CRASH_SEED")?.unwrap_or_else(rand::random);
    println!("One kill at each moment and {kills} at random times, with seed {seed}");
    let keychain = OwnKeychain::start()?;
    let time = time_of_request(&keychain, NUMBERS[0])?;
    let mut random = StdRng::seed_from_u64(seed);
    let mut tally = Tally::default();
    let named = Moment::ALL.map(Kill::at).into_iter();
    let random_kills = (0..kills).map(|_| Kill {
        run_on: Some(time.mul_f64(random.random_range(0.0..1.0))),
        skip_home: random.random_ratio(1, 4),
        ..Kill::at(Moment::Started)
    });
    for (kill, digits) in named.chain(random_kills).zip(NUMBERS.into_iter().cycle()) {
        tally.add(&Round::start(&keychain, digits)?.kill(kill)?);
    }
    println!("{tally}");
    assert_eq!(tally.failures(), 0, "\n{tally}");
    Ok(())
}

/// Not a test by itself: the tests above start this executable again with this test as the process
/// to kill, or as the next start.
#[test]
#[ignore = "started by the other tests"]
fn child_process() -> Result<(), Error> {
    Child::from_environment()?.map_or(Ok(()), |child| child.run())
}

fn number_from(variable: &str) -> Result<Option<u64>, Error> {
    let value = std::env::var(variable).ok();
    let parsed = value.map(|text| text.parse()).transpose();
    parsed.map_err(|_| Error::new(format!("{variable} must be a number")))
}

/// How long a process may take for a step before the test fails.
const STEP_TIMEOUT: Duration = Duration::from_mins(3);
