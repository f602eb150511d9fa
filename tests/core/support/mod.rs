//! What the tests share: a keychain that can fail, and a service with a real store and a real practice
//! server.

pub(crate) mod fake_keychain;
pub(crate) mod test_env;
