//! The bipartite candidate graph: who may help whom, and why the others may not (model §1).
//!
//! [`CandidateGraph::build`] judges every pair of helper and recipient; [`quota_shortages`] and
//! [`forced_but_excluded`] find, before anything is solved, why no assignment can exist.

mod build;
mod candidate;
mod components;
mod distance;
mod error;
mod exact;
mod exclusion;
mod fit;
mod graph;
mod hall;
mod profile;
mod roads;
mod rules;
mod shortage;
mod shortlist;

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails panics"
)]
mod tests;

pub use candidate::{ArcId, Candidate, DistanceSource, FitSource};
pub use components::Component;
pub use error::GraphError;
pub use exclusion::{ExcludedPair, Exclusion};
pub use graph::CandidateGraph;
pub use shortage::{QuotaShortage, ShortageKind, forced_but_excluded, quota_shortages};
