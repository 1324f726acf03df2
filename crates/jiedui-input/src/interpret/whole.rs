//! W0204: fractions in sectors whose units cannot be split.

use super::facts::Views;
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Amount, CaseTables, Policy, Quantity};
use std::collections::BTreeSet;

/// Rounds fractions of persons: a need of 2.2 teachers takes 3 to be met, a supply of 2.8 can send 2.
///
/// A warning and not an error, because a what-if that scales a column makes fractions as a matter of course.
pub(crate) fn round_whole_sectors(
    tables: &mut CaseTables,
    policy: &Policy,
    views: &Views<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    let whole: BTreeSet<&str> = policy
        .sectors
        .values()
        .filter(|sector| sector.whole)
        .map(|sector| sector.code.as_str())
        .collect();
    for (index, row) in tables.needs.iter_mut().enumerate() {
        if whole.contains(row.sector.as_str()) && !row.amount.is_whole() {
            row.amount = round(row.amount, true);
            check_w0204_fraction(views, "needs", index, row.amount, problems);
        }
    }
    for (index, row) in tables.supply.iter_mut().enumerate() {
        if whole.contains(row.sector.as_str()) && !row.amount.is_whole() {
            row.amount = round(row.amount, false);
            check_w0204_fraction(views, "supply", index, row.amount, problems);
        }
    }
}

fn round(amount: Amount, up: bool) -> Amount {
    let step = Amount::steps_per_unit();
    let whole = amount.scaled().div_euclid(step) + i64::from(up);
    Amount::from_scaled(whole * step)
}

/// W0204: an amount with a fraction where units cannot be split; it is rounded.
fn check_w0204_fraction(
    views: &Views<'_>,
    table: &'static str,
    index: usize,
    kept: Amount,
    problems: &mut Vec<Diagnostic>,
) {
    if let Some(view) = views.get(table) {
        problems.push(
            view.cell_problem("W0204", index, "amount")
                .with("kept", kept)
                .with("sector", view.shown(index, "sector")),
        );
    }
}
