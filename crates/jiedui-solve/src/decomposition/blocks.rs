//! The block structure of a program: one b-matching per track, coupled by what is left.
//!
//! Rows that speak of one candidate (activation, minimum support) bound the help *within* the pair;
//! quota rows shape the matching of a track; every other row couples tracks or pairs and gets a
//! price. A helper that can have one pair only turns its supply, budget, load and effort rows into
//! bounds within the pair, which is the tighter reading.

mod builder;

use super::cutoff::{Cutoff, cutoffs_of, tighten};
use super::lacking::{Lacking, limit_lacking};
use super::portfolio::{Portfolio, portfolios_of};
use super::pricing::Pattern;
use crate::matching::Shape;
use crate::start::{PriceName, Prices};
use builder::Builder;
use jiedui_domain::{HelperId, Id, RecipientId};
use jiedui_model::{ArcId, ColumnId, Program};
use std::collections::BTreeMap;

/// One kind of help within a pair.
#[derive(Clone, Copy, Debug)]
pub struct HelpCell {
    /// `x[a,s]`.
    pub column: ColumnId,
    /// min(`c[h,s]`, `n[r,s]`).
    pub capacity: f64,
    /// v_s: weight in the pair's bounds.
    pub value: f64,
}

/// A pair that may be formed, with the bounds on the value of its help.
#[derive(Clone, Debug)]
pub struct PairBlock {
    /// The candidate.
    pub arc: ArcId,
    /// `y[a]`.
    pub pair: ColumnId,
    /// Cell in the track's matrix: recipient × helper.
    pub cell: usize,
    /// Help that it may carry.
    pub help: Vec<HelpCell>,
    /// Least value of its help when formed, 万元.
    pub least: f64,
    /// Value that the helper must deploy over all its pairs once it has one, 万元; 0 where `least`
    /// says it all.
    pub effort: f64,
    /// Greatest value of its help, 万元; infinite where no budget limits it.
    pub most: f64,
}

/// The pricing problem of one track.
#[derive(Clone, Debug)]
pub struct TrackBlock {
    /// Quotas and demanded pairs.
    pub shape: Shape,
    /// The candidates.
    pub pairs: Vec<PairBlock>,
    /// Recipient of each row of the matrix.
    pub recipients: Vec<RecipientId>,
    /// Helper of each column of the matrix.
    pub helpers: Vec<HelperId>,
    /// What its pairs may leave lacking of a floor, where that is limited.
    pub lacking: Option<Lacking>,
    /// Whether it is cut by helpers rather than one matching.
    pub by_helpers: bool,
    /// One per helper where the track is cut by helpers; empty where it is one matching.
    pub portfolios: Vec<Portfolio>,
    /// Number of the track's first pricing problem among those of all tracks.
    pub first_problem: usize,
}

impl TrackBlock {
    /// How many pricing problems the track is.
    pub fn problems(&self) -> usize {
        self.portfolios.len().max(1)
    }
}

/// A row with a price, scaled so that its figures are near 1.
#[derive(Clone, Debug)]
pub struct CouplingRow {
    /// Which row it is.
    pub name: PriceName,
    /// What its figures were multiplied by.
    pub scale: f64,
    /// Scaled lower bound.
    pub lower: f64,
    /// Scaled upper bound.
    pub upper: f64,
}

/// A column that no track decides: help in divisible tracks, extremes, segments.
#[derive(Clone, Copy, Debug)]
pub struct FreeColumn {
    /// The column.
    pub column: ColumnId,
    /// Lower bound.
    pub lower: f64,
    /// Upper bound.
    pub upper: f64,
}

/// A further row: an earlier tier that must keep its value.
#[derive(Clone, Debug)]
pub struct KeptTier {
    /// The tier's terms.
    pub terms: Vec<(ColumnId, f64)>,
    /// What it must keep.
    pub at_least: f64,
}

/// The program cut into blocks.
#[derive(Clone, Debug)]
pub struct Blocks {
    /// One per track with pairs.
    pub tracks: Vec<TrackBlock>,
    /// Rows with prices.
    pub rows: Vec<CouplingRow>,
    /// Per column: its entries in the coupling rows, scaled.
    pub entries: Vec<Vec<(u32, f64)>>,
    /// How many of these columns the program has; the others count what is lacking.
    pub columns: usize,
    /// Columns that stay in the master.
    pub free: Vec<FreeColumn>,
    /// Floors whose lacking is limited.
    pub floors: Vec<Cutoff>,
    /// Whether the program is so large that its prices are sought from few to many and its master needs a
    /// method of its own.
    pub is_large: bool,
}

impl Blocks {
    /// Cuts the program, with earlier tiers to keep, into blocks.
    pub fn new(program: &Program, kept: &[KeptTier]) -> Self {
        let mut builder = Builder::new(program);
        builder.read_rows();
        let mut blocks = builder.finish(kept);
        let floors = kept
            .iter()
            .filter_map(|tier| cutoffs_of(program, &tier.terms, tier.at_least));
        blocks.floors = floors.collect();
        for floor in &blocks.floors {
            tighten(program, &mut blocks.tracks, *floor);
        }
        blocks.cut_by_helpers();
        limit_lacking(program, &mut blocks);
        blocks
    }

    /// Finds the portfolios of each track and numbers the pricing problems; pairs must not change after.
    fn cut_by_helpers(&mut self) {
        let mut next = 0;
        for track in &mut self.tracks {
            track.portfolios = portfolios_of(track);
            track.first_problem = next;
            next += track.problems();
        }
    }

    /// The same, to be solved as a large program or not; a new one is not.
    #[must_use]
    pub fn as_large(mut self, is_large: bool) -> Self {
        self.is_large = is_large;
        self
    }

    /// How many pricing problems there are.
    pub fn problems(&self) -> usize {
        self.tracks.iter().map(TrackBlock::problems).sum()
    }

    /// The blocks of those plans only that reach a floor.
    #[must_use]
    pub fn beyond(&self, program: &Program, cutoff: Cutoff) -> Self {
        let mut blocks = self.clone();
        tighten(program, &mut blocks.tracks, cutoff);
        blocks.cut_by_helpers();
        blocks
    }

    /// The same with what the pairs of a track may leave lacking of the floor.
    #[must_use]
    pub fn reaching(&self, program: &Program, cutoff: Cutoff) -> Self {
        let mut blocks = self.beyond(program, cutoff);
        blocks.floors.push(cutoff);
        limit_lacking(program, &mut blocks);
        blocks
    }

    /// Prices of the scaled rows, told by name and per unit of the row itself.
    pub fn name_prices(&self, prices: &[f64]) -> Prices {
        let rows = self.rows.iter().zip(prices);
        rows.filter(|(_, price)| **price != 0.0)
            .map(|(row, price)| (row.name, price * row.scale))
            .collect()
    }

    /// The prices of these rows as far as they have a name here.
    pub fn prices_by_name(&self, prices: &Prices) -> Vec<f64> {
        let known =
            |row: &CouplingRow| prices.get(&row.name).map_or(0.0, |price| price / row.scale);
        self.rows.iter().map(known).collect()
    }

    /// A pattern with what it leaves lacking in these blocks, whichever blocks it was found in.
    #[must_use]
    pub fn with_lacking(&self, mut pattern: Pattern) -> Pattern {
        pattern
            .values
            .retain(|(column, _)| column.index() < self.columns);
        let track = &self.tracks[pattern.track];
        let Some(lacking) = &track.lacking else {
            return pattern;
        };
        let amounts: BTreeMap<ColumnId, f64> = pattern.values.iter().copied().collect();
        let mut counted: BTreeMap<ColumnId, f64> = BTreeMap::new();
        for pair in &track.pairs {
            if amounts.contains_key(&pair.pair) {
                let given = pair
                    .help
                    .iter()
                    .map(|cell| cell.value * amounts.get(&cell.column).copied().unwrap_or(0.0));
                let row = pair.cell / track.helpers.len();
                for (column, amount) in lacking.counted(row, given.sum()) {
                    *counted.entry(column).or_default() += amount;
                }
            }
        }
        let counted = counted.into_iter().filter(|(_, amount)| *amount > 0.0);
        pattern.values.extend(counted);
        pattern
    }

    /// A pattern with the number that its problem has here; `None` if it is of one helper and forms no pair, since then
    /// nothing tells whose it is.
    pub fn placed(&self, pattern: Pattern) -> Option<Pattern> {
        let track = &self.tracks[pattern.track];
        let mut problem = track.first_problem;
        if !track.portfolios.is_empty() {
            let formed = |pair: &&PairBlock| {
                let mut columns = pattern.values.iter().map(|(column, _)| column);
                columns.any(|column| *column == pair.pair)
            };
            let pair = track.pairs.iter().find(formed)?;
            let column = pair.cell % track.helpers.len();
            let own = |known: &Portfolio| known.column == column;
            problem += track.portfolios.iter().position(own)?;
        }
        Some(Pattern { problem, ..pattern })
    }

    /// Whether a pattern obeys the bounds of every pair it forms and of the helper whose pairs they are.
    pub fn allows(&self, pattern: &Pattern) -> bool {
        let amounts: BTreeMap<ColumnId, f64> = pattern.values.iter().copied().collect();
        let reaches = |value: f64, least: f64| value >= least * (1.0 - 1e-9) - 1e-9;
        let mut formed = 0;
        let track = &self.tracks[pattern.track];
        let width = track.helpers.len();
        let portfolio = pattern
            .problem
            .checked_sub(track.first_problem)
            .and_then(|index| track.portfolios.get(index));
        let demands: Vec<(usize, usize)> = track
            .shape
            .demanded
            .iter()
            .filter(|(_, column)| portfolio.is_none_or(|known| known.column == *column))
            .copied()
            .collect();
        let mut met = 0;
        let mut spent = 0.0;
        for pair in &track.pairs {
            if !amounts.contains_key(&pair.pair) {
                continue;
            }
            formed += 1;
            met += usize::from(demands.contains(&(pair.cell / width, pair.cell % width)));
            let value: f64 = pair
                .help
                .iter()
                .map(|cell| cell.value * amounts.get(&cell.column).copied().unwrap_or(0.0))
                .sum();
            if !reaches(value, pair.least) || !reaches(pair.most, value) {
                return false;
            }
            spent += value;
        }
        let shared = portfolio.is_none_or(|helper| {
            reaches(helper.budget, spent) && (formed == 0 || reaches(spent, helper.effort))
        });
        shared && formed == pattern.pairs && met == demands.len()
    }
}
