//! Candidate pairs laid out as spots, track by track.

use super::Spot;
use super::expressions::Expressions;
use super::limits::PairLimits;
use super::rates::Rates;
use super::recipients::Recipients;
use super::tiers::SearchedTier;
use crate::decomposition::blocks::{PairBlock, TrackBlock};
use crate::search::flow::{Giver, MOST_SECTORS};
use jiedui_model::Program;

/// What spots are laid out from, and what is laid out so far.
pub(super) struct Laying<'a> {
    pub(super) program: &'a Program,
    pub(super) recipients: &'a Recipients,
    pub(super) expressions: &'a Expressions,
    pub(super) limits: &'a PairLimits,
    pub(super) tiers: &'a [SearchedTier],
    pub(super) spots: Vec<Spot>,
    pub(super) rates: Rates,
    /// Need of each recipient by sector, in value.
    pub(super) need: Vec<[f64; MOST_SECTORS]>,
}

/// The help of one pair by the sectors of its recipient, in value.
struct HelpBySector {
    capacity: [f64; MOST_SECTORS],
    supply: [f64; MOST_SECTORS],
    /// Per tier: what a unit of value brings.
    rate: Vec<[f64; MOST_SECTORS]>,
    /// Per expression: what a unit of value adds.
    expression_rate: Vec<[f64; MOST_SECTORS]>,
}

impl Laying<'_> {
    /// Lays out a track whose rows are these recipients; the spot of each cell of its matrix, `u32::MAX` where
    /// there is none.
    pub(super) fn lay_out_track(
        &mut self,
        track: usize,
        block: &TrackBlock,
        rows: &[usize],
    ) -> Option<Vec<u32>> {
        let width = block.helpers.len();
        let mut cells = vec![u32::MAX; width * rows.len()];
        for pair in &block.pairs {
            let (row, column) = (pair.cell / width, pair.cell % width);
            let recipient = rows[row];
            let help = self.help_by_sector(pair, recipient)?;
            cells[pair.cell] = u32::try_from(self.spots.len()).unwrap_or(u32::MAX);
            let most = pair.most.min(help.capacity.iter().sum());
            let spot = Spot {
                pair: pair.pair,
                help: pair
                    .help
                    .iter()
                    .map(|cell| (cell.column, cell.value))
                    .collect(),
                track,
                row,
                column,
                recipient,
                giver: Giver::new(help.capacity, pair.least, most),
                effort: pair.effort,
                budget: pair.most,
                supply: help.supply,
                demanded: self.program.columns()[pair.pair].lower > 0.5,
                gain: self
                    .tiers
                    .iter()
                    .map(|tier| tier.coefficient(pair.pair))
                    .collect(),
                rate: help
                    .rate
                    .iter()
                    .map(|rate| self.rates.index_of(rate))
                    .collect(),
                expression_gain: (0..self.expressions.count())
                    .map(|expression| self.expressions.coefficient(expression, pair.pair))
                    .collect(),
                expression_rate: help
                    .expression_rate
                    .iter()
                    .map(|rate| self.rates.index_of(rate))
                    .collect(),
                limits: self.limits.entries_of(pair.pair),
            };
            self.spots.push(spot);
        }
        Some(cells)
    }

    /// What a pair can give and what that brings; notes the recipient's need of each sector on the way.
    fn help_by_sector(&mut self, pair: &PairBlock, recipient: usize) -> Option<HelpBySector> {
        let expressions = self.expressions;
        let mut help = HelpBySector {
            capacity: [0.0; MOST_SECTORS],
            supply: [f64::INFINITY; MOST_SECTORS],
            rate: vec![[0.0; MOST_SECTORS]; self.tiers.len()],
            expression_rate: vec![[0.0; MOST_SECTORS]; expressions.count()],
        };
        for (cell, (sector, _)) in pair.help.iter().zip(&self.program.arcs()[pair.arc].help) {
            let at = self.recipients.sector_at(recipient, *sector)?;
            help.capacity[at] = cell.capacity * cell.value;
            help.supply[at] = expressions.supply_of(cell.column) * cell.value;
            // The need is that of the sector, whoever serves it.
            self.need[recipient][at] = expressions.need_of(self.program, cell.column) * cell.value;
            for (rate, tier) in help.rate.iter_mut().zip(self.tiers) {
                rate[at] = tier.coefficient(cell.column) / cell.value;
            }
            for (expression, rate) in help.expression_rate.iter_mut().enumerate() {
                rate[at] = expressions.coefficient(expression, cell.column) / cell.value;
            }
        }
        Some(help)
    }
}
