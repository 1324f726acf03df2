//! `helper_load`
//!
//! *For an official:* the work that its pairs cost a helper stays within what it can carry.
//! *Ranges over:* helpers.
//! *Applies when:* the track forms pairs, the helper's limit is given, and all its candidates together
//! would exceed it.
//! *Formula:* Σ_r ℓ[h,r] y[h,r] ≤ L[h].

use crate::context::Context;
use crate::program::{Row, RowFamily, RowKey};
use jiedui_domain::{Quantity, RuleFamily};

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    for (helper, row) in context.case.helpers.iter() {
        let Some(limit) = row.max_load else {
            continue;
        };
        let arcs = context.graph.arcs_of_helper(helper);
        let mut terms = Vec::new();
        let mut possible = 0_i128;
        for arc in arcs {
            let load = context.candidate(*arc).load;
            if let Some(pair) = context.columns_of(*arc).pair
                && load.scaled() != 0
            {
                possible += i128::from(load.scaled());
                terms.push((pair, load.to_f64()));
            }
        }
        if possible > i128::from(limit.scaled()) {
            rows.push(Row {
                family: RowFamily::Rule(RuleFamily::HelperLoad),
                key: RowKey::Helper(helper),
                terms,
                lower: f64::NEG_INFINITY,
                upper: limit.to_f64(),
            });
        }
    }
}
