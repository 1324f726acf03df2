//! Why this pair (model §7, first level): contributions, criteria with ranks, limits that bind,
//! nearest alternatives, exclusions and the cells behind them, as a serialisable [`Dossier`].
//!
//! Everything here is read off the case, the candidate graph and the verified plan, exactly. Nothing
//! here says how the plan would change if a pair were forced or left out: that takes solving again.

mod alternatives;
pub mod chains;
pub mod comparison;
mod contribution;
mod criteria;
pub mod dossier;
mod evidence;
mod exclusions;
mod explain;
mod given;
mod limits;
mod pairs;
mod parties;
mod provenance;
mod rank;
pub mod scenarios;
mod schema;
mod tiers;

pub use dossier::{Digest, Dossier, RunFacts};
pub use explain::{ExplainInput, explain};
pub use schema::schema;

#[cfg(test)]
mod tests;
