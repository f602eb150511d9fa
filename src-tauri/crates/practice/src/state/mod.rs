//! What all connections share: the world, its clock, the file that saves both, and the addresses of
//! the pages.

mod changes;
mod shared_state;
mod site;
mod start_error;
mod state_file;
mod text_file;
mod timeouts;

pub use changes::{ChangeError, NotKept};
pub(crate) use shared_state::{InitialState, SharedState};
pub use site::Site;
pub use start_error::StartError;
pub(crate) use state_file::open;
pub use state_file::state_files;
pub use timeouts::Timeouts;
