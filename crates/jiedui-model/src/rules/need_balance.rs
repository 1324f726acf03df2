//! `need_balance`
//!
//! *For an official:* what a county receives in a sector and what remains unmet add up to what it
//! needs; nobody can receive more than the need.
//! *Ranges over:* recipients and sectors.
//! *Applies when:* the need is positive.
//! *Formula:* Σ_h x[h,r,s] + u[r,s] = n[r,s].
//! *Clause:* (二十四), help follows the needs of the county.

use crate::context::Context;
use crate::program::{Row, RowFamily, RowKey};
use jiedui_domain::{Quantity, RuleFamily};

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    for (need, unmet) in context.needs() {
        let mut terms: Vec<_> = context
            .graph
            .arcs_of_recipient(need.of)
            .iter()
            .flat_map(|arc| &context.columns_of(*arc).help)
            .filter(|(sector, _)| *sector == need.sector)
            .map(|(_, help)| (*help, 1.0))
            .collect();
        terms.push((unmet, 1.0));
        let amount = need.amount.to_f64();
        rows.push(Row {
            family: RowFamily::Rule(RuleFamily::NeedBalance),
            key: RowKey::RecipientSector(need.of, need.sector),
            terms,
            lower: amount,
            upper: amount,
        });
    }
}
