//! Pricing: at given prices, the best help within each pair, then the best matching of each track.

use super::blocks::{Blocks, PairBlock, TrackBlock};
use crate::matching::{LARGEST_WEIGHT, Matching, NO_PAIR, best_matching};
use jiedui_domain::Id;
use jiedui_model::ColumnId;
use rayon::prelude::*;

/// Which pairs one track forms and what they carry: a point of the track's matching polytope.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Index of the track block.
    pub track: usize,
    /// Number of the pricing problem among those of all tracks.
    pub problem: usize,
    /// How many pairs it forms.
    pub pairs: usize,
    /// The columns that are not zero, with their values.
    pub values: Vec<(ColumnId, f64)>,
}

/// What a track answers to prices.
#[derive(Clone, Debug)]
pub struct Priced {
    /// The best pattern.
    pub pattern: Pattern,
    /// An upper bound on the value of any pattern: that of this one, plus what rounding to integers may hide.
    pub bound: f64,
}

/// Prices every track at the reduced gains of the columns (objective minus prices).
///
/// `None` if some track has no matching at all.
/// *Determinism:* tracks are independent; the result does not depend on the number of threads.
pub fn price_tracks(blocks: &Blocks, gains: &[f64]) -> Option<Vec<Priced>> {
    let problems: Vec<(usize, Option<usize>)> = blocks
        .tracks
        .iter()
        .enumerate()
        .flat_map(|(index, track)| {
            let helpers = (0..track.portfolios.len()).map(move |helper| (index, Some(helper)));
            let whole = track.portfolios.is_empty().then_some((index, None));
            helpers.chain(whole)
        })
        .collect();
    // One by one: the matchings, which take longest, stand together at the end.
    problems
        .par_iter()
        .with_max_len(1)
        .map(|(index, helper)| {
            let track = &blocks.tracks[*index];
            match helper {
                Some(helper) => price_portfolio(*index, *helper, track, gains),
                None => price_track(*index, track, gains),
            }
        })
        .collect()
}

/// What each column is worth at prices of the coupling rows: objective minus prices.
pub fn reduced_gains(blocks: &Blocks, objective: &[f64], prices: &[f64]) -> Vec<f64> {
    let own = objective.iter().copied().chain(std::iter::repeat(0.0));
    own.zip(&blocks.entries)
        .map(|(own, entries)| {
            own - entries
                .iter()
                .map(|(row, coefficient)| prices[*row as usize] * coefficient)
                .sum::<f64>()
        })
        .collect()
}

fn price_portfolio(
    index: usize,
    helper: usize,
    track: &TrackBlock,
    gains: &[f64],
) -> Option<Priced> {
    let chosen = track.portfolios[helper].best(track, gains)?;
    Some(Priced {
        pattern: Pattern {
            track: index,
            problem: track.first_problem + helper,
            pairs: chosen.pairs.len(),
            values: chosen.values,
        },
        bound: chosen.bound,
    })
}

fn price_track(index: usize, track: &TrackBlock, gains: &[f64]) -> Option<Priced> {
    let width = track.helpers.len();
    let pair_gains: Vec<f64> = track
        .pairs
        .iter()
        .map(|pair| best_help(pair, gains, |_, _| {}))
        .collect();
    let largest = pair_gains
        .iter()
        .fold(0.0_f64, |largest, gain| largest.max(gain.abs()));
    let scale = if largest > 0.0 {
        (LARGEST_WEIGHT / 4) as f64 / largest
    } else {
        1.0
    };
    let mut weights = vec![NO_PAIR; track.shape.rows.len() * width];
    for (pair, gain) in track.pairs.iter().zip(&pair_gains) {
        weights[pair.cell] = (gain * scale).round() as i64;
    }
    let Matching { pairs, .. } = best_matching(&track.shape, &weights)?;
    let mut cell_of = vec![usize::MAX; weights.len()];
    for (position, pair) in track.pairs.iter().enumerate() {
        cell_of[pair.cell] = position;
    }
    let mut values = Vec::new();
    let mut gain = 0.0;
    for (row, column) in &pairs {
        let position = cell_of[row * width + column];
        let pair = &track.pairs[position];
        gain += pair_gains[position];
        values.push((pair.pair, 1.0));
        best_help(pair, gains, |column, amount| values.push((column, amount)));
    }
    // Each weight is off by half a step at most; any two matchings differ in at most twice this many pairs.
    let most_pairs: u64 = track
        .shape
        .rows
        .iter()
        .map(|degree| u64::from(degree.max))
        .sum();
    let bound = gain + most_pairs as f64 / scale;
    Some(Priced {
        pattern: Pattern {
            track: index,
            problem: track.first_problem,
            pairs: pairs.len(),
            values,
        },
        bound,
    })
}

/// What a pair gains at most when it is formed.
pub fn best_of_pair(pair: &PairBlock, gains: &[f64]) -> f64 {
    best_help(pair, gains, |_, _| {})
}

/// The best help that a formed pair can carry: a fractional knapsack between `least` and `most`.
///
/// Calls `take` with each positive amount and returns the gain, that of forming the pair included.
pub(crate) fn best_help(
    pair: &PairBlock,
    gains: &[f64],
    mut take: impl FnMut(ColumnId, f64),
) -> f64 {
    let mut gain = gains[pair.pair.index()];
    let full: f64 = pair
        .help
        .iter()
        .filter(|cell| gains[cell.column.index()] > 0.0)
        .map(|cell| cell.value * cell.capacity)
        .sum();
    if full <= pair.most && full >= pair.least {
        for cell in &pair.help {
            let rate = gains[cell.column.index()];
            if rate > 0.0 {
                gain += rate * cell.capacity;
                take(cell.column, cell.capacity);
            }
        }
        return gain;
    }
    let mut value = 0.0;
    for (rate, index) in by_rate(pair, gains) {
        let cell = &pair.help[index];
        let room = if rate > 0.0 {
            pair.most - value
        } else {
            pair.least - value
        };
        if room <= 0.0 {
            break;
        }
        let amount = cell.capacity.min(room / cell.value);
        value += amount * cell.value;
        gain += amount * cell.value * rate;
        take(cell.column, amount);
    }
    gain
}

/// The cells of a pair with their gain per unit of value, best first.
pub(super) fn by_rate(pair: &PairBlock, gains: &[f64]) -> Vec<(f64, usize)> {
    let mut order: Vec<(f64, usize)> = pair
        .help
        .iter()
        .enumerate()
        .map(|(index, cell)| (gains[cell.column.index()] / cell.value, index))
        .collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    order
}
