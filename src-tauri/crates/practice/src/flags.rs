//! The flags of the program.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Utc};
use keydesk_practice::Speed;
use lexopt::{Arg, Error, Parser, ValueExt};

/// Milliseconds.
const MAX_LATENCY: u64 = 600_000;

/// What the program was asked to do.
pub(crate) enum Asked {
    Serve(Flags),
    Help,
    Version,
}

/// How to serve.
#[derive(Default)]
pub(crate) struct Flags {
    pub(crate) port: u16,
    pub(crate) state: Option<PathBuf>,
    pub(crate) seed: Option<PathBuf>,
    pub(crate) now: Option<DateTime<Utc>>,
    pub(crate) speed: Speed,
    pub(crate) latency: Duration,
    pub(crate) log: bool,
    pub(crate) control: bool,
}

/// Reads the flags. `arguments`: without the program's name.
///
/// Fails if a flag is unknown, is given twice, or has a value that can't be used.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, Error> {
    let mut flags = Flags::default();
    let mut parser = Parser::from_args(arguments);
    let mut given = Vec::new();
    while let Some(argument) = parser.next()? {
        let name = match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Asked::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Asked::Version),
            Arg::Long(name) => name.to_owned(),
            _ => return Err(argument.unexpected()),
        };
        match name.as_str() {
            "port" => flags.port = value(&mut parser, &name, port)?,
            "state" => flags.state = Some(parser.value()?.into()),
            "seed" => flags.seed = Some(parser.value()?.into()),
            "now" => flags.now = Some(value(&mut parser, &name, time)?),
            "speed" => flags.speed = value(&mut parser, &name, speed)?,
            "latency" => flags.latency = value(&mut parser, &name, latency)?,
            "log" => flags.log = true,
            "control" => flags.control = true,
            _ => return Err(Arg::Long(&name).unexpected()),
        }
        if given.contains(&name) {
            return Err(format!("the option '--{name}' is given twice").into());
        }
        given.push(name);
    }
    Ok(Asked::Serve(flags))
}

/// The value of the flag `name`. `read` returns `Err` with what is wrong with it.
fn value<T>(
    parser: &mut Parser,
    name: &str,
    read: impl FnOnce(&str) -> Result<T, &'static str>,
) -> Result<T, Error> {
    let text = parser.value()?.string()?;
    read(&text).map_err(|wrong| format!("--{name} {text:?} is {wrong}").into())
}

fn port(text: &str) -> Result<u16, &'static str> {
    text.parse().map_err(|_| "not a whole number from 0 to 65535")
}

fn time(text: &str) -> Result<DateTime<Utc>, &'static str> {
    let time = DateTime::parse_from_rfc3339(text)
        .map_err(|_| "not a time such as 2026-03-05T08:00:00Z (RFC 3339)")?;
    Ok(time.to_utc())
}

fn speed(text: &str) -> Result<Speed, &'static str> {
    text.parse().ok().and_then(Speed::new).ok_or("not a whole number from 1 to 100000")
}

fn latency(text: &str) -> Result<Duration, &'static str> {
    let read = text.parse().ok().filter(|latency| *latency <= MAX_LATENCY);
    read.map(Duration::from_millis).ok_or("not a whole number from 0 to 600000")
}
