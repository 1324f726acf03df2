//! `flow_distance` (minimise)
//!
//! *For an official:* how far the help travels: large sums should not go the longest way.
//! *Formula:* Σ_{a,s} d[a] v_s x[a,s], 万元·km; a distance that nothing tells counts 0. Divisible
//! tracks count as well.
//! *Scale:* relative.

use super::{Form, Scope};
use crate::context::Context;
use jiedui_domain::Quantity;

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    let mut terms = Vec::new();
    for (_, candidate, columns) in context.arcs() {
        if let Some((distance, _)) = candidate.distance
            && scope.counts(candidate.track)
        {
            let distance = distance.to_f64();
            let help = columns.help.iter();
            terms
                .extend(help.map(|(sector, help)| (*help, distance * context.unit_value(*sector))));
        }
    }
    Form::of_terms(terms.into_iter())
}
