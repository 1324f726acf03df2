//! What can go wrong in a run, apart from a case having no plan: always a defect or a machine at its limits.

use jiedui_graph::GraphError;
use jiedui_solve::SolveError;
use jiedui_verify::Verdict;
use thiserror::Error;

/// Why a run ended without an outcome.
#[derive(Clone, Debug, Error)]
pub enum EngineError {
    /// The case has quantities that cannot be added up exactly.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// The machinery of solving failed.
    #[error(transparent)]
    Solve(#[from] SolveError),
    /// The independent check refused the plan: a defect of this program.
    #[error("the plan does not pass the independent check: {0}")]
    Refuted(Box<Verdict>),
    /// No worker threads could be started.
    #[error("worker threads cannot be started: {0}")]
    Threads(String),
}
