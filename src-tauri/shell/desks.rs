//! The desk of each mode, set up when it is first needed. Practice brings its own Nova Post.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::OnceCell;

use keydesk_core::clock::SystemClock;
use keydesk_core::desk::{Desk, Furnishing, Mode};
use keydesk_core::failure::Failure;
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::register::private_folder;
use keydesk_core::vault::Vault;
use keydesk_practice::{Options, Practice, StartError};

use crate::environment::Environment;

/// The service under which the keychain lists the secrets of a mode.
pub(crate) fn keychain_service(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "Key Desk practice",
        Mode::Live => "Key Desk",
    }
}

/// Both desks.
pub(crate) struct Desks {
    environment: Environment,
    practice: OnceCell<(Arc<Desk>, Practice)>,
    live: OnceCell<Arc<Desk>>,
}

impl Desks {
    pub(crate) fn new(environment: Environment) -> Self {
        Self { environment, practice: OnceCell::new(), live: OnceCell::new() }
    }

    /// The desk of a mode. In practice it waits until the practice server listens.
    pub(crate) async fn of(&self, mode: Mode) -> Result<Arc<Desk>, Failure> {
        match mode {
            Mode::Practice => {
                let open = || self.open_practice();
                self.practice.get_or_try_init(open).await.map(|(desk, _)| Arc::clone(desk))
            }
            Mode::Live => {
                let desk = self.live.get_or_init(|| async { self.open_live() }).await;
                Ok(Arc::clone(desk))
            }
        }
    }

    /// Wipes what the desks hold in memory, because the app ends.
    pub(crate) fn forget_secrets(&self) {
        let practice = self.practice.get().map(|(desk, _)| desk);
        for desk in practice.into_iter().chain(self.live.get()) {
            desk.forget_secrets();
        }
    }

    fn open_live(&self) -> Arc<Desk> {
        let Environment { home, sandbox, production, .. } = &self.environment;
        desk(Mode::Live, &home.join("live"), sandbox.clone(), production.clone())
    }

    async fn open_practice(&self) -> Result<(Arc<Desk>, Practice), Failure> {
        let folder = self.environment.home.join("practice");
        private(folder.clone()).await?;
        let state = Some(folder.join("nova-post.json"));
        let practice =
            Practice::start(Options { state, ..Options::default() }).await.map_err(|error| {
                tracing::error!(%error, "practice did not start");
                match error {
                    StartError::StateDamaged(..) => Failure::StoreUnreadable,
                    StartError::StateUnreachable(..) => Failure::StoreUnwritable,
                    _ => Failure::Unreachable,
                }
            })?;
        let url = BaseUrl::parse(&practice.base_url()).map_err(|_| Failure::Unreachable)?;
        Ok((desk(Mode::Practice, &folder, url.clone(), url), practice))
    }
}

async fn private(folder: PathBuf) -> Result<(), Failure> {
    match tauri::async_runtime::spawn_blocking(move || private_folder(&folder)).await {
        Ok(Ok(())) => Ok(()),
        _ => Err(Failure::StoreUnwritable),
    }
}

fn desk(mode: Mode, folder: &Path, sandbox: BaseUrl, production: BaseUrl) -> Arc<Desk> {
    Arc::new(Desk::new(Furnishing {
        register: folder.join("register.sqlite"),
        vault: Vault::of_this_computer(keychain_service(mode)),
        sandbox,
        production,
        clock: Arc::new(SystemClock::default()),
    }))
}
