//! The one catalogue of everything that people read, in Chinese and English.
//!
//! Texts are [Fluent](https://projectfluent.org) files under `catalogue/zh` and `catalogue/en`, one
//! per area, with the same keys in both (tested). Code names a key and passes values; it never
//! builds a sentence out of pieces.

mod catalogue;
mod lang;

pub use catalogue::{Catalogue, catalogue};
pub use lang::Lang;

#[cfg(test)]
mod tests;
