//! Typed phone numbers.

mod corpus;
mod examples;
mod pasted;
mod verdicts;
