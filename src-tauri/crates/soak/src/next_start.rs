//! The process after the killed one: looks at Home and keys, and asks again if there is no key.

use std::error::Error;
use std::io::Write;
use std::sync::Arc;

use keydesk_core::clock::SystemClock;
use keydesk_core::model::no_progress;
use keydesk_core::service::{Kept, ToDo};
use serde::{Deserialize, Serialize};

use crate::place::Place;

#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Flags {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Asks again at once, without a look at Home
    #[arg(long)]
    pub(crate) at_once: bool,
}

/// What a person saw and had to do.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Seen {
    /// The keys that were there without asking.
    pub(crate) keys: usize,
    /// Home told of a request that did not finish.
    pub(crate) told: bool,
    /// What asking again failed with.
    pub(crate) failure: Option<String>,
}

/// Does what a person would do next, and says what they saw as one line of JSON.
pub(crate) async fn look(flags: &Flags) -> Result<(), Box<dyn Error>> {
    let place = &flags.place;
    let service = place.service(place.keychain(), Arc::new(SystemClock::default()))?;
    let mut seen = Seen { keys: 0, told: false, failure: None };
    if !flags.at_once {
        let home = service.keys.home().await.map_err(|failure| format!("Home: {failure:?}"))?;
        seen.told = home.to_do.iter().any(|to_do| matches!(to_do, ToDo::Unfinished { .. }));
        let keys = service.keys.list().await.map_err(|failure| format!("the keys: {failure:?}"))?;
        seen.keys = keys.iter().filter(|key| key.kept == Kept::Keychain).count();
    }
    if seen.keys == 0 {
        let asked = service.test_keys.request(&place.number(), None, true, &no_progress()).await;
        seen.failure = asked.err().map(|failure| format!("{failure:?}"));
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string(&seen)?)?;
    Ok(())
}
