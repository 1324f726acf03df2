//! `coverage` (maximise)
//!
//! *For an official:* what share of what the counties need is met, on average by the weights of the
//! counties.
//! *Formula:* Σ_r w_r / W · Σ_s v_s x[r,s] / N_r over recipients with a need, W the sum of their weights.
//! *Scale:* a share.

use super::{Form, Scope, weight_shares};
use crate::context::Context;

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    let shares = weight_shares(context);
    let mut terms = Vec::new();
    for (arc, candidate, _) in context.arcs() {
        let share = shares[candidate.recipient];
        if share > 0.0 && scope.counts(candidate.track) {
            let divisor = context.need_value(candidate.recipient) / share;
            context.push_help_value(arc, divisor, &mut terms);
        }
    }
    Form::of_terms(terms.into_iter())
}
