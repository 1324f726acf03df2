//! `distance` (minimise)
//!
//! *For an official:* how far helpers and counties lie apart, over all pairs.
//! *Formula:* Σ_a d[a] y[a], km; a distance that nothing tells counts 0.
//! *Scale:* relative.

use super::{Form, Scope, counted_pairs};
use crate::context::Context;
use jiedui_domain::Quantity;

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    Form::of_terms(
        counted_pairs(context, scope).filter_map(|(pair, candidate)| {
            candidate
                .distance
                .map(|(distance, _)| (pair, distance.to_f64()))
        }),
    )
}
