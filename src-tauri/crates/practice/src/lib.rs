//! A simulator of Nova Post on this computer. Practice mode, demos and tests talk to it.
//!
//! It follows Nova Post's published contract and shares no type with the app's client, so a
//! misreading in one of them shows up as a difference between the two.
//!
//! - `rules`: what Nova Post does, as a pure state machine.
//! - `state`: the shared world, its clock and the state file.
//! - `http`: requests and responses as they travel.
//! - `portal`: the web pages.
//! - `server`: the listener, the API calls and the public type [`Practice`].

mod clock;
mod http;
mod openapi;
mod phone_book;
mod portal;
mod rules;
mod server;
mod state;
mod ukraine_keys;

pub use clock::{Clock, Speed};
pub use phone_book::{Entry, Number, Plays, phone_book};
pub use rules::{Move, NumberRefused, NumberStays, Period, TooFar};
pub use server::{Answered, End, Log, Options, Practice, Shift};
pub use state::{ChangeError, NotKept, Site, StartError, Timeouts, state_files};
pub use ukraine_keys::{UkraineKey, UkrainePlays, ukraine_keys};
