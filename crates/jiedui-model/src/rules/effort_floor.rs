//! `effort_floor`
//!
//! *For an official:* a helper that is in a pair really spends what it has committed: at least this
//! share of its budget, over all its counties.
//! *Ranges over:* candidates of helpers with a known budget.
//! *Applies when:* the track forms pairs, its floor is positive and so is the budget.
//! *Formula:* Σ_{r,s} v_s x[h,r,s] − e_k · B[h] · y[a] ≥ 0 for each candidate a of h: with any pair
//! formed the floor holds. For a helper that may have one pair only, help elsewhere is zero whenever
//! y[a] = 1, so the sum runs over a alone: the same plans, shorter rows, a better bound.
//! *Clause:* (二十四), funds; the floor on effort goes back to the rule of 2008.

use crate::context::{Context, STEPS_OF_A_VALUE};
use crate::program::{Row, RowFamily, RowKey};
use jiedui_domain::{Quantity, RuleFamily};

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    for (helper, row) in context.case.helpers.iter() {
        let share = context.case.policy.tracks[row.track].effort_floor;
        let Some(budget) = context.budget(helper) else {
            continue;
        };
        if share.scaled() <= 0 || budget.scaled() <= 0 || context.is_divisible(row.track) {
            continue;
        }
        // Both have six places, so the product of the counts is exact.
        let exact = i128::from(share.scaled()) * i128::from(budget.scaled());
        let floor = exact as f64 / STEPS_OF_A_VALUE as f64;
        let only_one_pair = context
            .case
            .helper_quota(helper)
            .max
            .is_some_and(|max| max <= 1);
        let arcs = context.graph.arcs_of_helper(helper);
        for arc in arcs {
            let counted = if only_one_pair {
                std::slice::from_ref(arc)
            } else {
                arcs
            };
            let mut terms = Vec::new();
            for other in counted {
                if other == arc
                    && let Some(pair) = context.columns_of(*arc).pair
                {
                    terms.push((pair, -floor));
                }
                context.push_help_value(*other, 1.0, &mut terms);
            }
            rows.push(Row {
                family: RowFamily::Rule(RuleFamily::EffortFloor),
                key: RowKey::Arc(*arc),
                terms,
                lower: 0.0,
                upper: f64::INFINITY,
            });
        }
    }
}
