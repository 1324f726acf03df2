//! The one catalogue of everything that people read, in Chinese and English.
//!
//! Texts are [Fluent](https://projectfluent.org) files under `catalogue/zh` and `catalogue/en`, one
//! per area, with the same keys in both (tested). Code names a key and passes values; it never
//! builds a sentence out of pieces.

mod catalogue;
mod lang;
mod number;
mod wrap;

pub use catalogue::{Catalogue, catalogue};
pub use lang::Lang;
pub use number::{difference_of_shown, grouped, is_nought, significant};
pub use wrap::{columns, cut, wrap};

#[cfg(test)]
mod tests;
