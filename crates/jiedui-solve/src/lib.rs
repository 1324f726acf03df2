//! Solves the program tier by tier: decomposition into one matching per track with prices on the rows
//! that couple them, search over pairs, and the monolithic program beside it as a cross-check.
//!
//! The only crate that names a solver.

pub mod backend;
pub mod decomposition;
mod driver;
mod error;
pub mod matching;
mod rounding;
pub mod search;
pub mod transport;
mod watch;

pub use driver::{Effort, Outcome, Solution, allocate_pairs, solve, solve_settled};
pub use error::SolveError;
pub use watch::{Unwatched, Watch};
