//! Typed phone numbers.

mod examples;
mod pasted;
mod verdicts;
