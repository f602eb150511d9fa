//! `cargo xtask soak`: the long crash test, tests/crash.

use test_driver::Error;

use crate::{program, setup, terminal};

/// Kills the request of a test key once at each moment and then at random times. Takes `--kills N`,
/// the number of random times, and `--seed S`. Fails if a key was lost or doubled, or if the next
/// start did not mention the request.
pub(crate) fn soak(arguments: impl Iterator<Item = String>) -> Result<(), Error> {
    let variables = variables(arguments)?;
    setup::for_driving()?;
    terminal::heading("Killing the request of a test key");
    let mut test = program::cargo(&["test", "--workspace", "--locked", "--test", "crash", "--"]);
    test.args(["--ignored", "--exact", "kills_at_random_times_lose_no_key", "--nocapture"]);
    program::run(test.envs(variables))
}

/// The environment variables from which the test reads its options.
fn variables(
    mut arguments: impl Iterator<Item = String>,
) -> Result<Vec<(&'static str, String)>, Error> {
    let mut variables = Vec::new();
    while let Some(option) = arguments.next() {
        let variable = match option.as_str() {
            "--kills" => "KEYDESK_CRASH_KILLS",
            "--seed" => "KEYDESK_CRASH_SEED",
            _ => return Err(Error::new(format!("soak has no option {option:?}"))),
        };
        let value = arguments.next().filter(|value| value.parse::<u64>().is_ok());
        let value = value.ok_or_else(|| Error::new(format!("{option} needs a number")))?;
        variables.push((variable, value));
    }
    Ok(variables)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_options_of_soak_are_two_numbers() {
        let read = |options: &[&str]| variables(options.iter().map(|option| (*option).to_owned()));
        assert_eq!(read(&[]).unwrap(), []);
        let both = read(&["--seed", "4", "--kills", "20"]).unwrap();
        assert_eq!(
            both,
            [("KEYDESK_CRASH_SEED", "4".to_owned()), ("KEYDESK_CRASH_KILLS", "20".to_owned())]
        );
        for wrong in [&["--kills"][..], &["--kills", "many"], &["--other", "1"]] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }
}
