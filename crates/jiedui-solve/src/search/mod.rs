//! Finding plans: search over sets of pairs with a fast, exact enough valuation.

pub mod aim;
pub mod anneal;
pub(crate) mod few;
pub(crate) mod flow;
pub mod landscape;
pub mod leading;
mod memory;
mod random;
mod rematching;
pub(crate) mod sharing;
pub(crate) mod starts;
pub mod state;
mod worth;
