//! Finding plans: search over sets of pairs with a fast, exact enough valuation.

pub mod aim;
pub mod anneal;
pub mod few;
pub mod flow;
pub mod landscape;
pub mod leading;
mod random;
pub mod sharing;
pub mod starts;
pub mod state;
mod worth;
