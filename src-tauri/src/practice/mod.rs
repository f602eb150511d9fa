//! Practice mode: the practice server, the service in front of it, and deleting the data of both.

mod clear;
mod clock;
mod session;
mod view;

pub(crate) use session::{PracticeGuard, PracticeSession};
pub(crate) use view::{
    NumberAdded, PracticeNumber, PracticeTime, SimulatedOutcome, TimeMove, saved,
};
