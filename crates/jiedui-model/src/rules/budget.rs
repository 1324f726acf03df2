//! `budget`
//!
//! *For an official:* a helper spends no more than its budget of the year, over all sectors and
//! counties. The budget is the amount stated for it or its track's rate of last year's revenue.
//! *Ranges over:* helpers.
//! *Applies when:* the budget is known and the helper's candidates together could take more.
//! *Formula:* Σ_{r,s} v_s x[h,r,s] ≤ B[h].
//! *Clause:* (二十四), funds of the helping place.

use crate::context::{Context, limit_in_steps};
use crate::program::{Row, RowFamily, RowKey};
use jiedui_domain::{Quantity, RuleFamily};

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    for helper in context.case.helpers.ids() {
        let Some(budget) = context.budget(helper) else {
            continue;
        };
        let arcs = context.graph.arcs_of_helper(helper);
        if context.capacity_value_in_steps(arcs) <= limit_in_steps(budget) {
            continue;
        }
        let mut terms = Vec::new();
        for arc in arcs {
            context.push_help_value(*arc, 1.0, &mut terms);
        }
        rows.push(Row {
            family: RowFamily::Rule(RuleFamily::Budget),
            key: RowKey::Helper(helper),
            terms,
            lower: f64::NEG_INFINITY,
            upper: budget.to_f64(),
        });
    }
}
