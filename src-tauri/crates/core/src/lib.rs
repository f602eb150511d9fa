//! The domain and the use cases of Key Desk, without a window.
//!
//! The modules and their order are described in `docs/architecture.md`. A request for a test key goes
//! through `service` → `store` (intent) → `nova_post` → `keychain` (save, read back) → `store`
//! (record).

pub mod clock;
pub mod email;
pub mod hand_over;
pub mod key_search;
pub mod keychain;
pub mod model;
pub mod nova_post;
pub mod phone;
pub mod secret;
pub mod service;
pub mod store;
pub mod token;
pub mod updates;
