//! The server on loopback: it starts, answers the API, and stops.

mod calls;
mod connections;
mod control;
mod gateway;
mod ignored;
mod log;
mod options;
mod practice;

pub use log::{Answered, End, Log};
pub use options::Options;
pub use practice::{Practice, Shift};
