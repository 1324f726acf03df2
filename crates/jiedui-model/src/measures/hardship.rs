//! `hardship` (minimise)
//!
//! *For an official:* how many steps of hardship class the people sent have to climb.
//! *Formula:* Σ_a max(0, class[r] − class[h]) · Σ_{s in persons} x[a,s], steps × 人. Divisible tracks
//! count as well.
//! *Scale:* relative.

use super::{Form, Scope};
use crate::context::Context;
use jiedui_domain::SectorUnit;

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    let sectors = &context.case.policy.sectors;
    let mut terms = Vec::new();
    for (_, candidate, columns) in context.arcs() {
        if candidate.hardship_steps > 0 && scope.counts(candidate.track) {
            let steps = f64::from(candidate.hardship_steps);
            let people = columns
                .help
                .iter()
                .filter(|(sector, _)| sectors[*sector].unit == SectorUnit::Person);
            terms.extend(people.map(|(_, help)| (*help, steps)));
        }
    }
    Form::of_terms(terms.into_iter())
}
