//! The use cases, in the product's words.

mod view;

pub use view::*;
