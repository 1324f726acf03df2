//! `continuity` (maximise)
//!
//! *For an official:* how many of last year's pairs go on; with `by_age` a pair that has lasted longer
//! counts more.
//! *Formula:* Σ_{a ∈ P} y[a], or Σ_{a ∈ P} max(1, year − since[a]) y[a].
//! *Scale:* relative.

use super::{Form, Scope, counted_pairs};
use crate::context::Context;

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    let year = f64::from(context.case.info.year);
    Form::of_terms(
        counted_pairs(context, scope).filter_map(|(pair, candidate)| {
            let since = f64::from(candidate.previous_since?);
            let worth = if scope.objective.by_age {
                (year - since).max(1.0)
            } else {
                1.0
            };
            Some((pair, worth))
        }),
    )
}
