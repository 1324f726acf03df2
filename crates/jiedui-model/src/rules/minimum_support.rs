//! `minimum_support`
//!
//! *For an official:* a pair that is formed carries real help: at least the track's minimum a year,
//! or the county's whole need where that is less.
//! *Ranges over:* candidates.
//! *Applies when:* the track forms pairs and its minimum, so capped, is positive.
//! *Formula:* Σ_s v_s x[a,s] − m[a] · y[a] ≥ 0.

use crate::context::Context;
use crate::program::{Row, RowFamily, RowKey};
use jiedui_domain::{Quantity, RuleFamily};

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    for (arc, candidate, columns) in context.arcs() {
        let Some(pair) = columns.pair else {
            continue;
        };
        if candidate.minimum_support.scaled() <= 0 {
            continue;
        }
        let mut terms = vec![(pair, -candidate.minimum_support.to_f64())];
        context.push_help_value(arc, 1.0, &mut terms);
        rows.push(Row {
            family: RowFamily::Rule(RuleFamily::MinimumSupport),
            key: RowKey::Arc(arc),
            terms,
            lower: 0.0,
            upper: f64::INFINITY,
        });
    }
}
