//! `helper_quota`
//!
//! *For an official:* how many counties a helper takes on: its own limits, or its track's.
//! *Ranges over:* helpers.
//! *Applies when:* the track forms pairs, and there is a minimum or a maximum below the number of the
//! helper's candidates. A minimum without enough candidates is kept, as in `recipient_quota`.
//! *Formula:* min ≤ Σ_r y[h,r] ≤ max.
//! *Clause:* (二十四)–(二十六).

use crate::context::Context;
use crate::program::{Row, RowKey};
use jiedui_domain::RuleFamily;

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    for (helper, row) in context.case.helpers.iter() {
        if context.is_divisible(row.track) {
            continue;
        }
        let arcs = context.graph.arcs_of_helper(helper);
        rows.extend(super::quota_row(
            RuleFamily::HelperQuota,
            RowKey::Helper(helper),
            context.case.helper_quota(helper),
            context.pair_terms(arcs.iter().copied()),
        ));
    }
}
