//! How a helper of the leading track shares its means between the recipients chosen for it.

use super::curve::Wanted;
use super::model::Leading;
use crate::search::sharing::{Sharer, level_of};

/// What one helper's recipients are worth together.
#[derive(Clone, Copy, Debug, Default)]
pub struct Worth {
    /// What they add to the tier, what the pool then brings included.
    pub value: f64,
    /// How far they lift a curve to be kept, less what the pool's means are worth at their price.
    pub lifted: f64,
    /// By how much targets, least amounts and the budget are missed, 万元.
    pub missed: f64,
}

/// Shares a helper's means so that what its recipients lack is level, as far as least and greatest
/// amounts allow: then the pool is asked for the least at any one of them.
///
/// What recipients are to get is `wanted`. Writes what the pool must spend on targets to `spent`, by row, and hands each row's amount to `given`.
pub fn share_out(
    leading: &Leading,
    wanted: &Wanted,
    column: usize,
    rows: &[usize],
    spent: &mut [f64],
    mut given: impl FnMut(usize, f64),
) -> Worth {
    let mut worth = Worth::default();
    let means = &leading.helpers[column];
    if rows.is_empty() {
        return worth;
    }
    let mut sharers = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(sharer) = sharer(leading, wanted.amounts[*row], column, *row, &mut worth) else {
            return worth;
        };
        sharers.push(sharer);
    }
    // More than the targets helps nobody, where there is no curve to be lifted.
    let lowest = match leading.curve {
        Some(_) => sharers.iter().map(Sharer::lowest).fold(0.0, f64::min),
        None => 0.0,
    };
    let level = level_of(&sharers, means.budget, lowest);
    let mut used = 0.0;
    for (row, sharer) in rows.iter().zip(&sharers) {
        let own = sharer.amount(level);
        used += own;
        given(*row, own);
        let lacking = (leading.target[*row] - own).max(0.0);
        spent[*row] = leading.spent(*row, lacking);
        let brought = leading.brought(*row, own, wanted.amounts[*row]);
        worth.value += brought * leading.pool_rate[*row];
        if let Some(curve) = &leading.curve {
            worth.lifted +=
                curve.height(*row, own + brought) - wanted.price * leading.spent(*row, brought);
        }
    }
    worth.missed += (used - means.budget).max(0.0) + (means.effort - used).max(0.0);
    worth
}

/// What a pair may carry, its gain and what it misses noted; `None` where it is no candidate.
fn sharer(
    leading: &Leading,
    wanted: f64,
    column: usize,
    row: usize,
    worth: &mut Worth,
) -> Option<Sharer> {
    let cell = leading.cell(row, column)?;
    let target = leading.target[row];
    worth.value += cell.gain;
    worth.missed += (target - cell.together).max(0.0);
    let least = cell.least.max(target - leading.pool_most[row]);
    worth.missed += (least - cell.most).max(0.0);
    Some(Sharer {
        lacking: wanted,
        least: least.min(cell.most),
        most: cell.most,
    })
}
