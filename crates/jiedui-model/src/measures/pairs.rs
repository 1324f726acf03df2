//! `pairs` (minimise)
//!
//! *For an official:* how many pairs there are to run and to answer for.
//! *Formula:* Σ_a y[a].
//! *Scale:* relative.

use super::{Form, Scope, counted_pairs};
use crate::context::Context;

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    Form::of_terms(counted_pairs(context, scope).map(|(pair, _)| (pair, 1.0)))
}
