//! Made-up cases of any size, for benchmarks and tests: the geography, tracks, sectors, history,
//! hardship classes and budgets follow the proportions of the shipped Sichuan case.
//!
//! Every figure is drawn with whole numbers from a seed, so the same order gives the same case on every
//! machine. Names say that they are made up, and every row is [`Basis::Illustrative`].
//!
//! [`Basis::Illustrative`]: jiedui_domain::Basis::Illustrative

mod geography;
mod helpers;
mod history;
mod naming;
mod needs;
mod order;
mod paired;
mod random;
mod villages;

pub use order::{GenerateError, Generated, MOST_PARTIES, Order, Shape, generate};
