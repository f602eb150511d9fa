//! The process that is killed: it asks for a test key as the app does, tells each moment as a line
//! on its standard output, and stands still at the one it was told to.
//!
//! Nothing is built into the app for this. Steps tell of most moments; the two between them, after
//! the answer and after the record, are those at which the service looks at its clock next.

use std::error::Error;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use keydesk_core::clock::{Clock, SystemClock};
use keydesk_core::keychain::{Keychain, Timeouts};
use keydesk_core::model::{Progress, Step};
use keyring_core::{CredentialStore, mock};

use crate::moment::Moment;
use crate::place::Place;

#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Flags {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Where to stand still until killed
    #[arg(long, value_parser = Moment::named)]
    pub(crate) pause_at: Option<Moment>,
    /// A keychain that takes every key, gives it back, and keeps it in memory only
    #[arg(long)]
    pub(crate) forgetful_keychain: bool,
}

/// Asks, and waits to be killed. Returns only if the request fails.
pub(crate) async fn ask(flags: &Flags) -> Result<(), Box<dyn Error>> {
    let teller = Arc::new(Teller { last: Mutex::new(Moment::Started), pause_at: flags.pause_at });
    teller.tell(Moment::Started);
    let place = &flags.place;
    let keychain = if flags.forgetful_keychain {
        let open = || Ok(mock::Store::new()? as Arc<CredentialStore>);
        Keychain::with_store(&place.service, open, Timeouts::default())
    } else {
        place.keychain()
    };
    let clock = TellingClock { clock: SystemClock::default(), teller: Arc::clone(&teller) };
    let service = place.service(keychain, Arc::new(clock))?;
    service
        .test_keys
        .request(&place.number(), None, true, &telling(teller))
        .await
        .map_err(|failure| format!("{failure:?}"))?;
    wait_to_be_killed()
}

struct Teller {
    last: Mutex<Moment>,
    pause_at: Option<Moment>,
}

impl Teller {
    fn tell(&self, moment: Moment) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = moment;
        let mut out = std::io::stdout().lock();
        // Whoever no longer listens is about to kill.
        let _ = writeln!(out, "{}", moment.name()).and_then(|()| out.flush());
        drop(out);
        if self.pause_at == Some(moment) {
            wait_to_be_killed();
        }
    }

    fn last(&self) -> Moment {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn wait_to_be_killed() -> ! {
    loop {
        std::thread::park();
    }
}

fn telling(teller: Arc<Teller>) -> Progress {
    Arc::new(move |step| match step {
        Step::NotingDown => teller.tell(Moment::NotingDown),
        Step::AskingNovaPost => teller.tell(Moment::IntentWritten),
        Step::SavingInKeychain => teller.tell(Moment::AnswerNoted),
        Step::ReadingBack => teller.tell(Moment::KeyWritten),
        Step::Recording => teller.tell(Moment::KeyReadBack),
        Step::OpeningKeychain | Step::KeychainSlow => {}
    })
}

/// The computer's clock. Looking at it tells that the answer is there, or the record.
struct TellingClock {
    clock: SystemClock,
    teller: Arc<Teller>,
}

impl Clock for TellingClock {
    fn now(&self) -> DateTime<Utc> {
        match self.teller.last() {
            Moment::IntentWritten => self.teller.tell(Moment::AnswerReceived),
            Moment::KeyReadBack => self.teller.tell(Moment::Recorded),
            _ => {}
        }
        self.clock.now()
    }

    fn elapsed(&self) -> Duration {
        self.clock.elapsed()
    }
}
