//! `activation`
//!
//! *For an official:* help flows only between a helper and a county that are a pair.
//! *Ranges over:* candidates and sectors that helper and county share.
//! *Applies when:* the track forms pairs (is not divisible).
//! *Formula:* x[a,s] ≤ min(c[h,s], n[r,s]) · y[a].
//! *Clause:* (二十四), named pairs with their own yearly plan.

use crate::context::Context;
use crate::program::{Row, RowFamily, RowKey};
use jiedui_domain::{Quantity, RuleFamily};

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    for (arc, candidate, columns) in context.arcs() {
        let Some(pair) = columns.pair else {
            continue;
        };
        for ((sector, capacity), (_, help)) in candidate.capacity.iter().zip(&columns.help) {
            rows.push(Row {
                family: RowFamily::Rule(RuleFamily::Activation),
                key: RowKey::ArcSector(arc, *sector),
                terms: vec![(pair, -capacity.to_f64()), (*help, 1.0)],
                lower: f64::NEG_INFINITY,
                upper: 0.0,
            });
        }
    }
}
