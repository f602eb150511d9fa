//! Requests and responses as they travel over HTTP.

mod body;
mod ukraine;
mod wire;

pub(crate) use body::{Unread, read_form, read_json};
pub(crate) use wire::{NeverSent, date, dates, deliver, error_list, error_object, refusal_parts};
