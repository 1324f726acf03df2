//! The bipartite candidate graph: who may help whom, and why the others may not (model §1).

mod candidate;
mod exclusion;
mod graph;

pub use candidate::{ArcId, Candidate, DistanceSource, FitSource};
pub use exclusion::{ExcludedPair, Exclusion};
pub use graph::CandidateGraph;
