//! `fit` (maximise)
//!
//! *For an official:* how well what the helpers can do matches what their counties need.
//! *Formula:* Σ_a f[a] y[a].
//! *Scale:* relative.

use super::{Form, Scope, counted_pairs};
use crate::context::Context;
use jiedui_domain::Quantity;

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    Form::of_terms(
        counted_pairs(context, scope).map(|(pair, candidate)| (pair, candidate.fit.to_f64())),
    )
}
