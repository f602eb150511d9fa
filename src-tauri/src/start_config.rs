//! The start_config variables, read once at the start (product: "StartConfig, for tests and
//! administrators").

use std::ffi::OsString;
use std::path::PathBuf;

use keydesk_core::model::Mode;
use keydesk_core::nova_post::BaseUrl;

/// What the start_config says, and what holds where it says nothing.
#[derive(Clone, Debug)]
pub struct StartConfig {
    /// `KEYDESK_HOME`: the folder for everything the app writes.
    pub home: PathBuf,
    /// Where letters are saved: the downloads folder, or `letters` in `KEYDESK_HOME`.
    pub letters: PathBuf,
    /// `KEYDESK_START`: skips Welcome.
    pub start: Option<Mode>,
    /// `KEYDESK_SANDBOX_URL`, for live; practice has its own.
    pub sandbox: BaseUrl,
    /// `KEYDESK_PRODUCTION_URL`, likewise.
    pub production: BaseUrl,
}

/// A variable whose value can't be used: the app doesn't start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// An address that is neither https nor http on loopback.
    Address(&'static str),
    /// Neither `practice` nor `live`.
    Start,
}

impl StartConfig {
    /// Reads the variables through `read`. `default_home`: where data lives otherwise.
    pub fn read(
        read: impl Fn(&str) -> Option<OsString>,
        default_home: impl FnOnce() -> PathBuf,
    ) -> Result<Self, Refused> {
        let home = read("KEYDESK_HOME")
            .filter(|home| !home.is_empty())
            .map(PathBuf::from)
            .map(|home| std::path::absolute(&home).unwrap_or(home));
        let letters = home.as_ref().map_or_else(downloads, |home| home.join("letters"));
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
            letters,
            home: home.unwrap_or_else(default_home),
            start,
            sandbox: address("KEYDESK_SANDBOX_URL", BaseUrl::sandbox)?,
            production: address("KEYDESK_PRODUCTION_URL", BaseUrl::production)?,
        })
    }
}

/// Where a person looks for what a program has saved for them.
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
    fn without_variables_the_real_nova_post_is_meant() {
        let start_config = read(&[]).unwrap();
        assert_eq!(start_config.sandbox, BaseUrl::sandbox());
        assert_eq!(start_config.production, BaseUrl::production());
        assert_eq!((start_config.start, start_config.home), (None, PathBuf::from("/data")));
    }

    #[test]
    fn everything_is_written_into_the_folder_that_is_named() {
        let start_config = read(&[("KEYDESK_HOME", "/service")]).unwrap();
        assert_eq!(start_config.home, PathBuf::from("/service"));
        assert_eq!(start_config.letters, PathBuf::from("/service/letters"));
    }

    #[test]
    fn a_plain_address_outside_this_computer_is_refused() {
        for address in ["http://example.com/", "ftp://127.0.0.1/", "nonsense", ""] {
            let refused = read(&[("KEYDESK_SANDBOX_URL", address)]).unwrap_err();
            assert_eq!(refused, Refused::Address("KEYDESK_SANDBOX_URL"), "{address}");
        }
        assert!(read(&[("KEYDESK_PRODUCTION_URL", "http://127.0.0.1:8080/v.1.0")]).is_ok());
    }

    #[test]
    fn a_start_that_is_neither_practice_nor_live_is_refused() {
        assert_eq!(read(&[("KEYDESK_START", "demo")]).unwrap_err(), Refused::Start);
        assert_eq!(read(&[("KEYDESK_START", "live")]).unwrap().start, Some(Mode::Live));
    }
}
