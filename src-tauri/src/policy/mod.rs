//! The policy of the organization: what an administrator has decided for everybody on this computer. The app reads it
//! once, before its window opens. `docs/administrators.md` describes it.
//!
//! A policy that can't be used counts as the strictest one (docs/decisions/policy.md).

mod file;
#[cfg(target_os = "macos")]
mod macos;
mod member;
mod problem;
mod settings;
mod view;
#[cfg(windows)]
mod windows;

use std::path::{Path, PathBuf};

use chrono::NaiveTime;
use serde_json::{Map, Value};
use tauri::Url;

use keydesk_core::model::{Failure, Forbidden, Mode};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::nova_post::proxy::Proxies;
use keydesk_core::service::Rules;

use settings::{NotificationRule, PolicySettings, ProxyRule};

pub use member::PolicyMember;
pub use problem::PolicyProblem;
pub use view::{NotificationTimes, PolicyInfo};

/// Where the policy is, for the person.
#[cfg(target_os = "macos")]
const PLACE: &str = macos::PLACE;
#[cfg(windows)]
const PLACE: &str = windows::PLACE;
#[cfg(not(any(windows, target_os = "macos")))]
const PLACE: &str = "/etc/keydesk/policy.json";

/// The policy of the organization. Without one, everything is allowed and nothing is decided.
#[derive(Clone, Debug)]
pub struct Policy {
    place: String,
    is_there: bool,
    settings: PolicySettings,
    problems: Vec<PolicyProblem>,
}

/// The members that were read; `None` if there is no policy.
type Members = Result<Option<Map<String, Value>>, PolicyProblem>;

impl Policy {
    /// No policy.
    #[must_use]
    pub fn none() -> Self {
        Self::of(PLACE.to_owned(), Ok(None))
    }

    /// The policy of this computer. Debug builds read `KEYDESK_POLICY` in its place: a variable must never make a policy
    /// weaker. Blocks, for less than a millisecond.
    #[must_use]
    pub fn of_this_computer() -> Self {
        match other_file() {
            Some(path) => Self::in_file(&path),
            None => Self::of(PLACE.to_owned(), of_system()),
        }
    }

    /// The policy in a file.
    #[must_use]
    pub fn in_file(path: &Path) -> Self {
        Self::of(path.display().to_string(), file::read(path))
    }

    fn of(place: String, members: Members) -> Self {
        let (is_there, read) = match members {
            Ok(None) => (false, Ok(PolicySettings::default())),
            Ok(Some(members)) => (true, PolicySettings::read(&members)),
            Err(problem) => (true, Err(vec![problem])),
        };
        match read {
            Ok(settings) => Self { place, is_there, settings, problems: vec![] },
            Err(problems) => {
                Self { place, is_there, settings: PolicySettings::strictest(), problems }
            }
        }
    }

    /// Writes to the log what was read.
    pub(crate) fn log(&self) {
        if !self.is_there {
            return;
        }
        for problem in &self.problems {
            tracing::error!(%problem, "the policy can't be used, so the strictest one counts");
        }
        let Self { settings, .. } = self;
        tracing::info!(place = self.place, members = ?settings.members(), "there is a policy");
        if let Some(allowed) = settings.updates {
            let address = settings.update_address.as_ref().and_then(Url::host_str);
            tracing::info!(allowed, address, "the policy decides about updates");
        }
    }

    /// Whether the policy can't be used.
    pub(crate) fn is_broken(&self) -> bool {
        !self.problems.is_empty()
    }

    /// The modes that may be chosen, the first one to suggest first.
    pub(crate) fn modes(&self) -> Vec<Mode> {
        let allowed = self.settings.modes.as_ref();
        let is_allowed = |mode: &Mode| allowed.is_none_or(|allowed| allowed.contains(mode));
        [Mode::Practice, Mode::Live].into_iter().filter(is_allowed).collect()
    }

    /// Fails with `forbidden_by_policy` if the mode must not be used.
    pub(crate) fn check_mode(&self, mode: Mode) -> Result<(), Failure> {
        if self.modes().contains(&mode) {
            Ok(())
        } else {
            Err(Failure::ForbiddenByPolicy { forbidden: Forbidden::Mode })
        }
    }

    /// The base addresses of sandbox, production and Ukraine, if the policy decides about them.
    pub(crate) fn addresses(&self) -> Option<[BaseUrl; 3]> {
        let addresses = self.settings.addresses.clone()?;
        Some([addresses.sandbox, addresses.production, addresses.ukraine])
    }

    /// The proxies to the real account.
    pub(crate) fn proxies(&self) -> Proxies {
        self.settings.proxy.as_ref().unwrap_or(&ProxyRule::System).proxies()
    }

    /// What a service may do.
    pub(crate) fn rules(&self) -> Rules {
        Rules { proxies: self.proxies(), values_allowed: self.values_allowed() }
    }

    fn values_allowed(&self) -> bool {
        self.settings.hand_over_of_values.unwrap_or(true)
    }

    /// The language that counts, for the one of the settings and those of the system (BCP 47). `None` if the policy does
    /// not decide.
    pub(crate) fn language(
        &self,
        chosen: Option<&str>,
        of_system: impl Iterator<Item = String>,
    ) -> Option<String> {
        let allowed = self.settings.languages.as_ref()?;
        let wanted = chosen.map(str::to_owned).into_iter().chain(of_system);
        let plain = |tag: String| tag.split(['-', '_']).next().unwrap_or_default().to_owned();
        let found = wanted.map(plain).find(|language| allowed.contains(language));
        found.or_else(|| allowed.first().cloned())
    }

    /// Whether notifications may be shown at this time of the day.
    pub(crate) fn notifies_at(&self, time: NaiveTime) -> bool {
        self.settings.notification_times.is_none_or(|times| times.contains(time))
    }

    /// Whether the app may look for new versions. `None` if the person decides.
    #[must_use]
    pub fn updates(&self) -> Option<bool> {
        self.settings.updates
    }

    /// Where the app looks for new versions, if the policy decides about that.
    #[must_use]
    pub fn update_address(&self) -> Option<&Url> {
        self.settings.update_address.as_ref()
    }

    /// What the window knows of it.
    #[must_use]
    pub fn info(&self) -> PolicyInfo {
        let time = |time: NaiveTime| time.format("%H:%M").to_string();
        PolicyInfo {
            place: self.place.clone(),
            is_there: self.is_there,
            members: self.settings.members(),
            problems: self.problems.clone(),
            modes: self.modes(),
            languages: self.settings.languages.clone(),
            values_allowed: self.values_allowed(),
            notification_times: match self.settings.notification_times {
                Some(NotificationRule::Between(from, to)) => {
                    Some(NotificationTimes { from: time(from), to: time(to) })
                }
                Some(NotificationRule::Never) | None => None,
            },
        }
    }
}

#[cfg(not(any(windows, target_os = "macos")))]
fn of_system() -> Members {
    file::read(Path::new(PLACE))
}

#[cfg(windows)]
fn of_system() -> Members {
    windows::read()
}

#[cfg(target_os = "macos")]
fn of_system() -> Members {
    macos::read()
}

/// The file that `KEYDESK_POLICY` names, in debug builds.
fn other_file() -> Option<PathBuf> {
    if cfg!(debug_assertions) {
        std::env::var_os("KEYDESK_POLICY").map(PathBuf::from)
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
