//! What proves the bound of each tier, for somebody else to check: prices of the coupling rows, and how
//! every track answers to them.
//!
//! The figures are those of the solver, in floating point. That does no harm: whatever the prices are,
//! they bound every plan, and whoever checks them computes anew what they prove.

use crate::decomposition::blocks::{Blocks, TrackBlock};
use crate::decomposition::pricing::{best_of_pair, reduced_gains};
use crate::matching::{LARGEST_WEIGHT, NO_PAIR, best_matching, proving_potentials};
use crate::start::Prices;
use jiedui_domain::{HelperId, Id, RecipientId};

/// What proves the bound of one tier.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TierEvidence {
    /// What later tiers keep of this one.
    pub kept: f64,
    /// For a floor: only plans that exceed this were looked at.
    pub beyond: Option<f64>,
    /// The bound as the solver computes it from these prices, in floating point; `None` where nothing but the
    /// back end's word stands behind the bound, and then there are no prices and no tracks.
    pub claimed: Option<f64>,
    /// Prices of rows, in the tier's figures per unit of the row.
    pub prices: Prices,
    /// One per track with pairs.
    pub tracks: Vec<TrackEvidence>,
}

/// How a track answers to the prices.
#[derive(Clone, Debug, PartialEq)]
pub enum TrackEvidence {
    /// Potentials of its best matching.
    Matching {
        /// Of recipients.
        recipients: Vec<(RecipientId, f64)>,
        /// Of helpers.
        helpers: Vec<(HelperId, f64)>,
    },
    /// The best set of pairs of each helper; helpers without any set are absent.
    Portfolios(Vec<PortfolioEvidence>),
}

/// The best set of pairs of a helper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PortfolioEvidence {
    /// The helper.
    pub helper: HelperId,
    /// Price of a 万元 of its budget, negative where its effort floor binds.
    pub budget_price: f64,
    /// What its best set gains at most.
    pub best: f64,
}

/// Room for rounding in floating point in what a best set gains, so that sets that tie with it need not be
/// looked at; relative to the figures that are added up. It goes into the bound, so it is small: a share of the
/// gain itself, 1e-9, once cost 4e-6 of a bound where prices were large and gains of helpers cancelled out.
const TIE: f64 = 1e-13;

/// How every track answers to prices of the coupling rows.
pub(crate) fn answers(blocks: &Blocks, objective: &[f64], prices: &[f64]) -> Vec<TrackEvidence> {
    let gains = reduced_gains(blocks, objective, prices);
    let sizes = blocks.tracks.iter().flat_map(|track| &track.pairs);
    let size: f64 = sizes
        .map(|pair| best_of_pair(pair, &gains).abs())
        .sum::<f64>();
    let tracks = blocks.tracks.iter();
    tracks
        .map(|track| {
            if track.portfolios.is_empty() {
                by_matching(track, &gains, size)
            } else {
                by_helpers(track, &gains, &added_up(blocks, objective, prices))
            }
        })
        .collect()
}

/// The sizes of what is added up to the gain of each column.
fn added_up(blocks: &Blocks, objective: &[f64], prices: &[f64]) -> Vec<f64> {
    let own = objective.iter().copied().chain(std::iter::repeat(0.0));
    let columns = own.zip(&blocks.entries);
    columns
        .map(|(own, entries)| {
            let entries = entries.iter();
            let priced = entries.map(|(row, entry)| (prices[*row as usize] * entry).abs());
            own.abs() + priced.sum::<f64>()
        })
        .collect()
}

fn by_helpers(track: &TrackBlock, gains: &[f64], sizes: &[f64]) -> TrackEvidence {
    let known = track.portfolios.iter().filter_map(|portfolio| {
        let chosen = portfolio.best(track, gains)?;
        let values = chosen.values.iter();
        let size = values.map(|(column, value)| value.abs() * sizes[column.index()]);
        Some(PortfolioEvidence {
            helper: track.helpers[portfolio.column],
            budget_price: portfolio.price_of_means(track, gains),
            best: chosen.gain + TIE * size.sum::<f64>(),
        })
    });
    TrackEvidence::Portfolios(known.collect())
}

/// `size` is no smaller than what all pairs of all tracks can gain together.
fn by_matching(track: &TrackBlock, gains: &[f64], size: f64) -> TrackEvidence {
    let width = track.helpers.len();
    let of_pairs: Vec<f64> = track
        .pairs
        .iter()
        .map(|pair| best_of_pair(pair, gains))
        .collect();
    let largest = of_pairs
        .iter()
        .fold(0.0_f64, |largest, gain| largest.max(gain.abs()));
    let mut scale = if largest > 0.0 {
        (LARGEST_WEIGHT / 4) as f64 / largest
    } else {
        1.0
    };
    let mut weights = vec![NO_PAIR; track.shape.rows.len() * width];
    for (pair, gain) in track.pairs.iter().zip(&of_pairs) {
        weights[pair.cell] = (gain * scale).round() as i64;
    }
    let is_short = best_matching(&track.shape, &weights).is_none();
    if is_short {
        // Potentials of a shortage alone, large enough to outweigh all gains.
        for weight in weights.iter_mut().filter(|weight| **weight != NO_PAIR) {
            *weight = 0;
        }
        scale = 1e-2 / (1.0 + size);
    }
    let (rows, columns) = if largest > 0.0 || is_short {
        proving_potentials(&track.shape, &weights)
    } else {
        // Where nothing counts, nothing proves it.
        (vec![0; track.recipients.len()], vec![0; width])
    };
    let figure = |potential: i64| potential as f64 / scale;
    TrackEvidence::Matching {
        recipients: track
            .recipients
            .iter()
            .copied()
            .zip(rows.into_iter().map(figure))
            .collect(),
        helpers: track
            .helpers
            .iter()
            .copied()
            .zip(columns.into_iter().map(figure))
            .collect(),
    }
}
