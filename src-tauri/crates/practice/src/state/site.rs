//! The simulated web sites and the paths of their pages.

/// A web site of Nova Post that practice simulates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// My Nova Post: the account, and Integrations → API keys.
    MyNovaPost,
    /// The Ukrainian business cabinet: Settings → Security.
    Cabinet,
    /// The page of that cabinet with its keys.
    CabinetKeys,
    /// The public page that creates a test key for a phone number.
    TestKeyPage,
}

impl Site {
    pub(crate) const MY_NOVA_POST: &str = "/my-nova-post";
    pub(crate) const INTEGRATIONS: &str = "/my-nova-post/integrations";
    pub(crate) const API_KEYS: &str = "/my-nova-post/integrations/api-keys";
    pub(crate) const NEW_API_KEY: &str = "/my-nova-post/integrations/api-keys/new";
    pub(crate) const CABINET: &str = "/cabinet";
    pub(crate) const SETTINGS: &str = "/cabinet/settings";
    pub(crate) const SECURITY: &str = "/cabinet/settings/security";
    pub(crate) const TEST_KEY: &str = "/test-key";

    /// The path of the site's first page.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::MyNovaPost => Self::MY_NOVA_POST,
            Self::Cabinet => Self::CABINET,
            Self::CabinetKeys => Self::SECURITY,
            Self::TestKeyPage => Self::TEST_KEY,
        }
    }
}
