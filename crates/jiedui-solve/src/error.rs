//! What can go wrong in solving, apart from a case having no plan.

use thiserror::Error;

/// A failure of the machinery; infeasibility is an outcome, not an error.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SolveError {
    /// The back end refused a model or failed inside.
    #[error("the solver failed at the {0} problem")]
    BackEnd(&'static str),
    /// The policy names a back end that this build does not have.
    #[error("no solver back end `{0}`")]
    UnknownBackEnd(String),
    /// A plan that the solver returned breaks a row when rounded to what people can sign.
    #[error("the amounts cannot be rounded so that every rule holds")]
    Rounding,
}
