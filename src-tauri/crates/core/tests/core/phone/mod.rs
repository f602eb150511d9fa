//! Typed phone numbers.

mod examples;
mod verdicts;
