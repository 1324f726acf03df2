//! What no plan with a pair, or without it, can exceed in a tier: the bound of the tier with one of its
//! parts solved again, for every candidate.
//!
//! At given prices the bound is a sum of parts, one per track or helper. A pair speaks of one part only,
//! so the bound of the plans that have it is the sum with that part's best choice that has it. Weak
//! duality makes any prices right; good ones make the bound sharp. A reduced cost alone is *not* such a
//! bound: the gap between the plan and the bound has to be taken off, which comparing the bound with the
//! plan does.

use super::alternating::Alternating;
use crate::decomposition::blocks::{Blocks, TrackBlock};
use crate::decomposition::cutoff::most_with_pair;
use crate::decomposition::portfolio::Portfolio;
use crate::decomposition::pricing::{Priced, best_help, price_tracks, reduced_gains};
use crate::matching::{LARGEST_WEIGHT, NO_PAIR, best_matching};
use jiedui_domain::{Id, IdVec};
use jiedui_model::{ArcId, Program, Tier};
use rayon::prelude::*;

/// What a tier's bound says of every candidate.
pub(crate) struct TierBounds {
    /// By candidate: no plan as asked (with the pair where the plan in hand lacks it, without it where it
    /// has it) exceeds this; −∞ where there is no such plan.
    pub(crate) asked: IdVec<ArcId, f64>,
    /// By candidate: what the pair is worth at the prices, for choosing what to try first.
    pub(crate) worth: IdVec<ArcId, f64>,
}

/// The bounds of a tier at these prices, for a plan that forms `formed`.
///
/// `None` if some part has no choice at all, which no program with a plan has.
pub(crate) fn tier_bounds(
    program: &Program,
    blocks: &Blocks,
    tier: &Tier,
    prices: &[f64],
    formed: &IdVec<ArcId, bool>,
) -> Option<TierBounds> {
    let mut objective = vec![0.0; program.columns().len()];
    for (column, coefficient) in &tier.terms {
        objective[column.index()] += coefficient;
    }
    let mut prices = prices.to_vec();
    let constant = row_part(blocks, &mut prices);
    let gains = reduced_gains(blocks, &objective, &prices);
    let priced = price_tracks(blocks, &gains)?;
    let total =
        constant + free_part(blocks, &gains) + priced.iter().map(|part| part.bound).sum::<f64>();
    let mut asked = IdVec::filled(f64::NEG_INFINITY, program.arcs().len());
    let mut worth = IdVec::filled(f64::NEG_INFINITY, program.arcs().len());
    for track in &blocks.tracks {
        for pair in &track.pairs {
            worth[pair.arc] = best_help(pair, &gains, |_, _| {});
        }
        let part = &priced[track.first_problem..track.first_problem + track.problems()];
        let found = if track.portfolios.is_empty() {
            matching_part(track, &worth, formed, part.first()?)
        } else {
            portfolio_part(track, &gains, formed, part)
        };
        for (pair, change) in track.pairs.iter().zip(found) {
            // Being asked for something never helps, whatever rounding says.
            asked[pair.arc] = change.map_or(f64::NEG_INFINITY, |change| total + change.min(0.0));
        }
    }
    if let Some(reaches) = most_with_pair(program, &blocks.tracks, &tier.terms) {
        for (arc, reach) in reaches {
            if !formed[arc] {
                asked[arc] = asked[arc].min(reach);
            }
        }
    }
    Some(TierBounds { asked, worth })
}

/// The part of the bound that the sides of the rows make; prices against a side without limit prove
/// nothing and are dropped.
fn row_part(blocks: &Blocks, prices: &mut [f64]) -> f64 {
    let mut sum = 0.0;
    for (price, row) in prices.iter_mut().zip(&blocks.rows) {
        let side = if *price > 0.0 { row.upper } else { row.lower };
        if side.is_finite() {
            sum += *price * side;
        } else {
            *price = 0.0;
        }
    }
    sum
}

/// The part of the columns that no track decides.
fn free_part(blocks: &Blocks, gains: &[f64]) -> f64 {
    let free = blocks.free.iter().map(|free| {
        let gain = gains[free.column.index()];
        let best = if gain > 0.0 { free.upper } else { free.lower };
        if best.is_finite() || gain.abs() > 1e-12 {
            gain * best
        } else {
            0.0
        }
    });
    free.sum()
}

/// By pair of the track: how the part's bound changes where it is as asked; `None` where it cannot be.
fn matching_part(
    track: &TrackBlock,
    worth: &IdVec<ArcId, f64>,
    formed: &IdVec<ArcId, bool>,
    part: &Priced,
) -> Vec<Option<f64>> {
    let width = track.helpers.len();
    let sizes = track.pairs.iter().map(|pair| worth[pair.arc].abs());
    let largest = sizes.fold(0.0, f64::max);
    let scale = if largest > 0.0 {
        (LARGEST_WEIGHT / 4) as f64 / largest
    } else {
        1.0
    };
    let mut weights = vec![NO_PAIR; track.shape.rows.len() * width];
    for pair in &track.pairs {
        weights[pair.cell] = (worth[pair.arc] * scale).round() as i64;
    }
    let Some(best) = best_matching(&track.shape, &weights) else {
        return vec![None; track.pairs.len()];
    };
    let alternating = Alternating::new(&track.shape, &weights, &best.pairs);
    // Each weight is off by half a step at most, in a matching of at most this many pairs.
    let most_pairs: u64 = track.shape.rows.iter().map(|row| u64::from(row.max)).sum();
    let rounding = most_pairs as f64 / scale;
    track
        .pairs
        .iter()
        .map(|pair| {
            let (row, column) = (pair.cell / width, pair.cell % width);
            let loss = if formed[pair.arc] {
                alternating.loss_without(row, column)
            } else {
                alternating.loss_with(row, column)
            };
            loss.map(|loss| (best.weight - loss) as f64 / scale + rounding - part.bound)
        })
        .collect()
}

/// The same for a track that is cut by helpers.
fn portfolio_part(
    track: &TrackBlock,
    gains: &[f64],
    formed: &IdVec<ArcId, bool>,
    parts: &[Priced],
) -> Vec<Option<f64>> {
    let width = track.helpers.len();
    track
        .pairs
        .par_iter()
        .enumerate()
        .map(|(position, pair)| {
            let helper = pair.cell % width;
            let part = &parts[helper];
            let chosen = part
                .pattern
                .values
                .iter()
                .any(|(column, _)| *column == pair.pair);
            if chosen != formed[pair.arc] {
                return Some(0.0);
            }
            let mut changed: Portfolio = track.portfolios[helper].clone();
            if formed[pair.arc] {
                if changed.demanded.contains(&position) {
                    return None;
                }
                changed.pairs.retain(|known| *known != position);
            } else if !changed.demanded.contains(&position) {
                changed.demanded.push(position);
            }
            let best = changed.best(track, gains)?;
            Some(best.bound - part.bound)
        })
        .collect()
}
