//! A faithful Nova Post on this computer: what practice mode, demos and tests talk to.
//!
//! It is written from Nova Post's published contract alone and shares no type with the client it
//! plays against, so that one misreading can't hide on both sides. The rules are a pure state
//! machine in `rules`; the HTTP around them is in `server`.

mod clock;
mod openapi;
mod phone_book;
mod portal;
mod rules;
mod server;

pub use clock::{Clock, Speed};
pub use phone_book::{Entry, Number, Plays, phone_book};
pub use rules::{Move, NumberRefused, NumberStays, Period, TooFar};
pub use server::{
    Answered, ChangeError, End, Limits, Log, NotKept, Options, Practice, Shift, Site, StartError,
    kept_files,
};
