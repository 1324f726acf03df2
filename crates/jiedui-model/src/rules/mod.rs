//! The hard rules (model §3), one file per family. Each file has one function that appends its rows.
//!
//! Rows that cannot bind whatever the plan are left out; each file says which those are.

mod activation;
mod budget;
mod continuity;
mod decision;
mod effort_floor;
mod helper_load;
mod helper_quota;
mod minimum_support;
mod need_balance;
mod recipient_quota;
mod sector_supply;

use crate::context::Context;
use crate::program::{ColumnId, Row, RowFamily, RowKey};
use jiedui_domain::{Quota, RuleFamily};

/// Appends the rows of a family, by ascending key.
pub(crate) fn append_rows(family: RuleFamily, context: &Context, rows: &mut Vec<Row>) {
    match family {
        RuleFamily::NeedBalance => need_balance::append(context, rows),
        RuleFamily::SectorSupply => sector_supply::append(context, rows),
        RuleFamily::Budget => budget::append(context, rows),
        RuleFamily::Activation => activation::append(context, rows),
        RuleFamily::MinimumSupport => minimum_support::append(context, rows),
        RuleFamily::RecipientQuota => recipient_quota::append(context, rows),
        RuleFamily::HelperQuota => helper_quota::append(context, rows),
        RuleFamily::HelperLoad => helper_load::append(context, rows),
        RuleFamily::EffortFloor => effort_floor::append(context, rows),
        RuleFamily::Continuity => continuity::append(context, rows),
        RuleFamily::Decision => decision::append(context, rows),
    }
}

/// The row min ≤ Σ y ≤ max, or none where every choice of the pairs fulfils it.
fn quota_row(
    family: RuleFamily,
    key: RowKey,
    quota: Quota,
    terms: Vec<(ColumnId, f64)>,
) -> Option<Row> {
    let binding_max = quota.max.filter(|max| (*max as usize) < terms.len());
    if quota.min == 0 && binding_max.is_none() {
        return None;
    }
    Some(Row {
        family: RowFamily::Rule(family),
        key,
        terms,
        lower: if quota.min == 0 {
            f64::NEG_INFINITY
        } else {
            f64::from(quota.min)
        },
        upper: binding_max.map_or(f64::INFINITY, f64::from),
    })
}
