//! Where the pages are that stand in for Nova Post's web sites.

use crate::portal;

/// A page of the guides that practice stands in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// My Nova Post: account, Integrations → API keys.
    MyNovaPost,
    /// The Ukrainian cabinet: Settings → Security.
    Cabinet,
    /// The public page that makes a test key for a phone number.
    TestKeyPage,
}

impl Site {
    /// The page's path, without a query.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::MyNovaPost => portal::MY_NOVA_POST,
            Self::Cabinet => portal::CABINET,
            Self::TestKeyPage => portal::TEST_KEY,
        }
    }
}
