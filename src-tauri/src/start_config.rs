//! The environment variables `KEYDESK_…`, for administrators and tests. The app reads them once, at
//! its start.

use std::ffi::OsString;
use std::path::PathBuf;

use keydesk_core::model::{ApiEnvironment, Mode};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::updates::UpdateAddress;

use crate::policy::Policy;
use crate::view::OtherAddress;

/// What the environment variables say, or the defaults.
#[derive(Clone, Debug)]
pub struct StartConfig {
    /// `KEYDESK_HOME`: the folder for everything that the app writes.
    pub home: PathBuf,
    /// The folder in which emails are saved: `letters` in `KEYDESK_HOME` if that is set, or else the
    /// downloads folder.
    pub emails: PathBuf,
    /// The folder in which lists and calendar files are saved: `lists` in `KEYDESK_HOME` if that is set, or
    /// else the downloads folder.
    pub lists: PathBuf,
    /// `KEYDESK_START`: the mode to start in, without the Welcome page.
    pub start: Option<Mode>,
    /// `KEYDESK_SANDBOX_URL`: the sandbox of live mode.
    pub sandbox: BaseUrl,
    /// `KEYDESK_PRODUCTION_URL`: production of live mode.
    pub production: BaseUrl,
    /// `KEYDESK_UKRAINE_URL`: the API of Ukraine of live mode.
    pub ukraine: BaseUrl,
    /// `KEYDESK_UPDATE_URL`: where new versions are listed. Anything but https fails when it is asked.
    pub updates: Option<String>,
    /// `KEYDESK_UPDATE_KEY`: the public key for updates. Only builds for development read it.
    pub update_key: Option<String>,
    /// The policy of the organization. It counts more than the variables.
    pub policy: Policy,
}

/// A variable has a value that can't be used, so the app does not start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The variable with this name is neither an https address nor an http address on loopback.
    Address(&'static str),
    /// `KEYDESK_START` is neither `practice` nor `live`.
    Start,
}

impl StartConfig {
    /// Reads the variables through `read`. `default_home` is the data folder without `KEYDESK_HOME`.
    pub fn read(
        read: impl Fn(&str) -> Option<OsString>,
        default_home: impl FnOnce() -> PathBuf,
    ) -> Result<Self, Refused> {
        let home = read("KEYDESK_HOME")
            .filter(|home| !home.is_empty())
            .map(PathBuf::from)
            .map(|home| std::path::absolute(&home).unwrap_or(home));
        let emails = home.as_ref().map_or_else(downloads, |home| home.join("letters"));
        let lists = home.as_ref().map_or_else(downloads, |home| home.join("lists"));
        let start = match read("KEYDESK_START").as_ref().map(|start| start.to_str()) {
            None => None,
            Some(Some("practice")) => Some(Mode::Practice),
            Some(Some("live")) => Some(Mode::Live),
            Some(_) => return Err(Refused::Start),
        };
        let address = |name: &'static str, otherwise: fn() -> BaseUrl| match read(name) {
            None => Ok(otherwise()),
            Some(text) => text
                .to_str()
                .and_then(|text| BaseUrl::parse(text).ok())
                .ok_or(Refused::Address(name)),
        };
        Ok(Self {
            emails,
            lists,
            home: home.unwrap_or_else(default_home),
            start,
            sandbox: address("KEYDESK_SANDBOX_URL", BaseUrl::sandbox)?,
            production: address("KEYDESK_PRODUCTION_URL", BaseUrl::production)?,
            ukraine: address("KEYDESK_UKRAINE_URL", BaseUrl::ukraine)?,
            updates: text_of(read("KEYDESK_UPDATE_URL")),
            update_key: text_of(read("KEYDESK_UPDATE_KEY").filter(|_| cfg!(debug_assertions))),
            policy: Policy::none(),
        })
    }

    /// The host of the address for updates that a variable says, or the variable's text if it is no address.
    #[must_use]
    pub fn other_update_address(&self) -> Option<String> {
        let text = self.updates.as_ref()?;
        Some(UpdateAddress::parse(text).map_or_else(|_| text.clone(), |address| address.host()))
    }

    /// The same under a policy. Its addresses replace those of the variables.
    #[must_use]
    pub fn under(mut self, policy: Policy) -> Self {
        if let Some(addresses) = policy.addresses() {
            [self.sandbox, self.production, self.ukraine] = addresses;
        }
        Self { policy, ..self }
    }

    /// The environments of live mode whose address is not Nova Post's.
    #[must_use]
    pub fn other_addresses(&self) -> Vec<OtherAddress> {
        let used = [
            (ApiEnvironment::Sandbox, &self.sandbox, BaseUrl::sandbox()),
            (ApiEnvironment::Production, &self.production, BaseUrl::production()),
            (ApiEnvironment::Ukraine, &self.ukraine, BaseUrl::ukraine()),
        ];
        used.into_iter()
            .filter(|(_, used, documented)| *used != documented)
            .map(|(environment, used, _)| OtherAddress { environment, host: used.host() })
            .collect()
    }
}

/// The text of a variable that is set and not empty.
fn text_of(value: Option<OsString>) -> Option<String> {
    value.map(|value| value.to_string_lossy().into_owned()).filter(|text| !text.is_empty())
}

fn downloads() -> PathBuf {
    dirs::download_dir().or_else(dirs::home_dir).unwrap_or_else(std::env::temp_dir)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<StartConfig, Refused> {
        StartConfig::read(
            |name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
            },
            || PathBuf::from("/data"),
        )
    }

    #[test]
    fn without_variables_the_app_uses_the_real_nova_post() {
        let start_config = read(&[]).unwrap();
        assert_eq!(start_config.sandbox, BaseUrl::sandbox());
        assert_eq!(start_config.production, BaseUrl::production());
        assert_eq!(start_config.ukraine, BaseUrl::ukraine());
        assert_eq!((start_config.start, start_config.home), (None, PathBuf::from("/data")));
    }

    #[test]
    fn keydesk_home_is_the_folder_for_data_and_emails() {
        let home = std::env::temp_dir();
        let start_config = read(&[("KEYDESK_HOME", home.to_str().unwrap())]).unwrap();
        assert_eq!(start_config.home, home);
        assert_eq!(start_config.emails, home.join("letters"));
    }

    #[test]
    fn an_http_address_of_another_computer_is_refused() {
        for name in ["KEYDESK_SANDBOX_URL", "KEYDESK_PRODUCTION_URL", "KEYDESK_UKRAINE_URL"] {
            for address in ["http://example.com/", "ftp://127.0.0.1/", "example", ""] {
                let refused = read(&[(name, address)]).unwrap_err();
                assert_eq!(refused, Refused::Address(name), "{address}");
            }
            assert!(read(&[(name, "http://127.0.0.1:8080/v.1.0")]).is_ok());
        }
    }

    #[test]
    fn an_address_that_is_not_nova_posts_is_named() {
        let other = |variables: &[(&str, &str)]| {
            let addresses = read(variables).unwrap().other_addresses();
            addresses.into_iter().map(|other| (other.environment, other.host)).collect::<Vec<_>>()
        };
        assert_eq!(other(&[]), []);
        assert_eq!(other(&[("KEYDESK_SANDBOX_URL", "https://api-stage.novapost.pl/v.1.0")]), []);
        assert_eq!(
            other(&[("KEYDESK_PRODUCTION_URL", "https://api.novapost.com.evil.example/v.1.0/")]),
            [(ApiEnvironment::Production, "api.novapost.com.evil.example".to_owned())]
        );
        assert_eq!(
            other(&[
                ("KEYDESK_SANDBOX_URL", "http://localhost:4711"),
                ("KEYDESK_PRODUCTION_URL", "https://api-stage.novapost.pl/v.1.0/"),
            ]),
            [
                (ApiEnvironment::Sandbox, "localhost:4711".to_owned()),
                (ApiEnvironment::Production, "api-stage.novapost.pl".to_owned()),
            ]
        );
        assert_eq!(other(&[("KEYDESK_UKRAINE_URL", "https://api.novaposhta.ua/v2.0")]), []);
        assert_eq!(
            other(&[("KEYDESK_UKRAINE_URL", "https://api.novaposhta.ua/v.1.0/")]),
            [(ApiEnvironment::Ukraine, "api.novaposhta.ua".to_owned())]
        );
        let path = [("KEYDESK_PRODUCTION_URL", "https://api.novapost.com/elsewhere/")];
        assert_eq!(other(&path), [(ApiEnvironment::Production, "api.novapost.com".to_owned())]);
    }

    #[test]
    fn a_start_that_is_neither_practice_nor_live_is_refused() {
        assert_eq!(read(&[("KEYDESK_START", "demo")]).unwrap_err(), Refused::Start);
        assert_eq!(read(&[("KEYDESK_START", "live")]).unwrap().start, Some(Mode::Live));
    }
}
