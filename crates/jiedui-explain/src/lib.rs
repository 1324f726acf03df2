//! Why this pair (model §7, first level): contributions, criteria with ranks, limits that bind,
//! nearest alternatives, exclusions and the cells behind them, as a serialisable [`Dossier`].
//!
//! Everything here is read off the case, the candidate graph and the verified plan, exactly. Nothing
//! here says how the plan would change if a pair were forced or left out: that takes solving again.
//! Where no plan exists, [`conflict`] holds what the engine found out about it.

mod alternatives;
pub mod backbone;
pub mod chains;
pub mod comparison;
pub mod conflict;
mod contribution;
pub mod counterfactual;
mod criteria;
pub mod decisions;
pub mod dossier;
mod evidence;
mod exclusions;
mod explain;
mod fairness;
mod given;
pub mod limit_prices;
mod limits;
mod pairs;
mod parties;
pub mod plan_alternatives;
mod provenance;
mod rank;
pub mod scenarios;
mod schema;
mod tiers;
pub mod why_not;

pub use dossier::{Digest, Dossier, RunFacts};
pub use exclusions::exclusion_reasons;
pub use explain::{ExplainInput, explain};
pub use limits::unit_of_sector;
pub use provenance::{datum_fact, decision_fact};
pub use schema::schema;
pub use tiers::{tier_objective, tiers, unit_of_measure};

#[cfg(test)]
mod tests;
