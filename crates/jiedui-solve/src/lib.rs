//! Solves the program tier by tier: decomposition into one matching per track with prices on the rows
//! that couple them, search over pairs, and the monolithic program beside it as a cross-check.
//!
//! The only crate that names a solver.

pub mod backend;
mod curve;
pub mod decomposition;
mod driver;
mod error;
mod evidence;
pub mod matching;
pub mod regret;
mod rounding;
pub mod search;
mod start;
pub mod transport;
mod watch;

pub use driver::{
    AskedOf, Effort, Feasibility, Outcome, Solution, Suspended, Widening, allocate_pairs,
    allocate_pairs_keeping, held_optima, is_feasible, solve, solve_asked, solve_from,
    solve_settled, solve_settled_from, solve_widening,
};
pub use error::SolveError;
pub use evidence::{PortfolioEvidence, TierEvidence, TrackEvidence};
pub use start::{PriceName, Prices, STAYING, Start, TierStart};
pub use watch::{Unwatched, Watch};
