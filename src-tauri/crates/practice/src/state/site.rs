//! The simulated web sites and the paths of their pages.

/// A web site of Nova Post that practice simulates, or a page of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// My Nova Post: the account, and Integrations → API keys.
    MyNovaPost,
    /// The Ukrainian business cabinet: Settings → Security.
    Cabinet,
    /// The keys of the Ukrainian cabinet, by the direct link of its guide.
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
    /// The path of the list of keys at new.novaposhta.ua. Here it leads to [`Self::SECURITY`].
    pub(crate) const DEVELOPERS: &str = "/dashboard/settings/developers";
    pub(crate) const TEST_KEY: &str = "/test-key";

    /// The path of the site's first page.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::MyNovaPost => Self::MY_NOVA_POST,
            Self::Cabinet => Self::CABINET,
            Self::CabinetKeys => Self::DEVELOPERS,
            Self::TestKeyPage => Self::TEST_KEY,
        }
    }
}
