//! A run of a case as tests ask for it: under the policy's own options or with some of them changed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "used by tests, which fail by panicking"
)]

use jiedui_domain::{Case, SolveMethod};
use jiedui_engine::{Run, RunOptions, RunOutcome, Unwatched, assign};

/// What the case's own policy says.
pub fn options_of(case: &Case) -> RunOptions {
    RunOptions {
        solver: case.policy.solver.clone(),
        program_version: "test".to_owned(),
        digests: Vec::new(),
    }
}

/// The same by this method.
pub fn options_by(case: &Case, method: SolveMethod) -> RunOptions {
    let mut options = options_of(case);
    options.solver.method = method;
    options
}

/// The run; `None` where it says that there is no plan. The engine checks every plan independently and
/// fails where one breaks a rule.
///
/// *Panics:* if the run fails, or stops before it knows.
pub fn planned(case: &Case, options: &RunOptions) -> Option<Run> {
    match assign(case, options, &Unwatched).unwrap() {
        RunOutcome::Solved(run) => Some(*run),
        RunOutcome::Refused { .. } | RunOutcome::Infeasible => None,
        RunOutcome::NoPlan(termination) => panic!("stopped: {termination:?}"),
    }
}

/// The run of a case that has a plan.
///
/// *Panics:* if it has none, and as [`planned`] does.
pub fn solved(case: &Case, options: &RunOptions) -> Run {
    planned(case, options).unwrap()
}

/// The same by this method.
///
/// *Panics:* as [`solved`] does.
pub fn solved_by(case: &Case, method: SolveMethod) -> Run {
    solved(case, &options_by(case, method))
}
