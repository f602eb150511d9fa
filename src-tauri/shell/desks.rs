//! The desk of each mode, set up when it is first needed, and looked after from then on.

use std::ops::Deref;
use std::sync::Arc;

use tauri::async_runtime::JoinHandle;
use tokio::sync::OnceCell;

use keydesk_core::clock::SystemClock;
use keydesk_core::desk::{Desk, Furnishing, HandedOver, Mode};
use keydesk_core::failure::Failure;
use keydesk_core::vault::Vault;

use crate::environment::Environment;
use crate::practice::{AtWork, Room};

/// The service under which the keychain lists the secrets of a mode.
pub(crate) fn keychain_service(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "Key Desk practice",
        Mode::Live => "Key Desk",
    }
}

/// Told when the pages have other keys to show than before.
pub(crate) type News = Arc<dyn Fn() + Send + Sync>;

/// Both desks.
pub(crate) struct Desks {
    environment: Environment,
    news: News,
    pub(crate) practice: Room,
    live: OnceCell<LookedAfter>,
}

/// A desk that puts right by itself what it can, for as long as this isn't ended.
pub(crate) struct LookedAfter {
    pub(crate) desk: Arc<Desk>,
    care: JoinHandle<()>,
}

impl LookedAfter {
    pub(crate) fn new(desk: Desk, news: &News) -> Self {
        let (desk, news) = (Arc::new(desk), Arc::clone(news));
        let (bell, cared_for) = (desk.bell(), Arc::downgrade(&desk));
        let care = tauri::async_runtime::spawn(async move {
            loop {
                bell.rings().await;
                let Some(desk) = cared_for.upgrade() else { return };
                if desk.take_care().await {
                    news();
                }
            }
        });
        Self { desk, care }
    }

    /// Lets nothing more happen at the desk, and gives what only its memory has; the rest is wiped.
    pub(crate) async fn end(self) -> HandedOver {
        self.desk.end_care().await;
        self.care.abort();
        // It holds the desk, and with it the register's file, until it has ended.
        let _ = self.care.await;
        self.desk.hand_over()
    }
}

/// A desk, while somebody works at it. Practice isn't cleared before they have finished.
pub(crate) enum OpenDesk {
    Practice(AtWork),
    Live(Arc<Desk>),
}

impl Deref for OpenDesk {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        match self {
            Self::Practice(desk) => desk,
            Self::Live(desk) => desk,
        }
    }
}

impl Desks {
    pub(crate) fn new(environment: Environment, news: News) -> Self {
        let vault = Vault::of_this_computer(keychain_service(Mode::Practice));
        let practice = Room::new(environment.home.join("practice"), vault, Arc::clone(&news));
        Self { environment, news, practice, live: OnceCell::new() }
    }

    /// The desk of a mode. In practice it waits until the practice server listens.
    pub(crate) async fn of(&self, mode: Mode) -> Result<OpenDesk, Failure> {
        match mode {
            Mode::Practice => self.practice.desk().await.map(OpenDesk::Practice),
            Mode::Live => {
                let desk = self.live.get_or_init(|| async { self.open_live() }).await;
                Ok(OpenDesk::Live(Arc::clone(&desk.desk)))
            }
        }
    }

    /// Tells the pages to ask for keys again.
    pub(crate) fn tell_news(&self) {
        (self.news)();
    }

    /// Forgets the key that waits to be brought in, whichever desk has it.
    pub(crate) fn withdraw(&self) {
        self.practice.withdraw();
        if let Some(live) = self.live.get() {
            live.desk.withdraw();
        }
    }

    /// Wipes what the desks hold in memory, because the app ends.
    pub(crate) fn forget_secrets(&self) {
        self.practice.forget_secrets();
        if let Some(live) = self.live.get() {
            live.desk.forget_secrets();
        }
    }

    fn open_live(&self) -> LookedAfter {
        let Environment { home, sandbox, production, .. } = &self.environment;
        let desk = Desk::new(Furnishing {
            register: home.join("live/register.sqlite"),
            vault: Vault::of_this_computer(keychain_service(Mode::Live)),
            sandbox: sandbox.clone(),
            production: production.clone(),
            clock: Arc::new(SystemClock::default()),
        });
        LookedAfter::new(desk, &self.news)
    }
}
