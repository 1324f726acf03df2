//! What a search over pairs needs to know, laid out for speed: for every pair what it could give,
//! for every tier what pairs and help bring, for every recipient the expressions behind floors and curves.

mod expressions;
mod kinds;
mod limits;
mod rates;
mod recipients;
mod spots;
mod tiers;

use super::few::Few;
use super::flow::{Giver, MOST_SECTORS, Sectors};
use crate::decomposition::blocks::Blocks;
use expressions::Expressions;
use jiedui_model::{ColumnId, Program};
use kinds::kinds_of;
use limits::PairLimits;
use rates::Rates;
use recipients::Recipients;
use spots::Laying;
use tiers::searched_tiers;

/// A candidate pair as the search sees it.
#[derive(Clone, Debug)]
pub struct Spot {
    /// `y[a]`.
    pub pair: ColumnId,
    /// `x[a,s]` with v_s.
    pub help: Vec<(ColumnId, f64)>,
    /// Index of the track block.
    pub track: usize,
    /// Row of the track's matrix.
    pub row: usize,
    /// Column of the track's matrix.
    pub column: usize,
    /// Index of the recipient among all.
    pub recipient: usize,
    /// What the helper could give here if this were its only pair.
    pub giver: Giver,
    /// What the helper must deploy over all its pairs once it has one.
    pub effort: f64,
    /// The helper's budget for all its pairs; infinite where none.
    pub budget: f64,
    /// What the helper has of each sector, in value, for all its pairs; infinite where that never binds.
    pub supply: [f64; MOST_SECTORS],
    /// Whether the pair is demanded.
    pub demanded: bool,
    /// Per tier: what forming the pair brings.
    pub gain: Few<f64>,
    /// Per tier: what help brings, as an index into [`Landscape::rates`].
    pub rate: Few<u32>,
    /// Per expression: what forming the pair adds.
    pub expression_gain: Few<f64>,
    /// Per expression: what help adds, as an index into [`Landscape::rates`].
    pub expression_rate: Few<u32>,
    /// Entries in the rows that limit pairs only (changes allowed, loads).
    pub limits: Vec<(usize, f64)>,
}

/// How an expression enters a tier.
#[derive(Clone, Debug)]
pub enum Shaping {
    /// weight × min over recipients.
    Floor {
        /// The expression.
        expression: usize,
        /// Weight in the tier.
        weight: f64,
    },
    /// Σ over recipients of a concave curve: by recipient, (length, slope) of the segments.
    Curve {
        /// The expression.
        expression: usize,
        /// By recipient.
        segments: Vec<Vec<(f64, f64)>>,
    },
}

/// The whole landscape.
#[derive(Clone, Debug)]
pub struct Landscape {
    /// All candidate pairs.
    pub spots: Vec<Spot>,
    /// By spot: its kind. Pairs of one kind are at the same recipient, and give and bring the same.
    pub kinds: Vec<u32>,
    /// By sector of a recipient: what a unit of value given brings or adds. Pairs share what is equal, and
    /// the first brings nothing, so that all of it stays close at hand for the processor.
    pub rates: Vec<[f64; MOST_SECTORS]>,
    /// Per track: spot of each matrix cell; `u32::MAX` where none.
    pub cells: Vec<Vec<u32>>,
    /// Sectors that any recipient needs at most; what is laid out by sector is used up to here.
    pub sectors: usize,
    /// Need of each recipient by sector, in value.
    pub need: Vec<[f64; MOST_SECTORS]>,
    /// Recipient index of each row, per track.
    pub row_recipient: Vec<Vec<usize>>,
    /// Per tier.
    pub shapings: Vec<Vec<Shaping>>,
    /// Per expression: the recipients that it speaks of.
    pub speaks_of: Vec<Vec<usize>>,
    /// (lower, upper) of the rows that limit pairs only.
    pub limits: Vec<(f64, f64)>,
    /// Spots that those rows speak of.
    pub limited: Vec<usize>,
    /// Whether every objective of the first `n` tiers is seen exactly, by tier.
    pub sees: Vec<bool>,
}

impl Landscape {
    /// Lays out a program; `None` if some recipient needs more sectors than the search holds.
    pub fn new(program: &Program, blocks: &Blocks) -> Option<Self> {
        let recipients = Recipients::of(program, blocks)?;
        let expressions = Expressions::read(program);
        let limits = PairLimits::read(program);
        let tiers = searched_tiers(program, &expressions, &recipients);

        let mut laying = Laying {
            program,
            recipients: &recipients,
            expressions: &expressions,
            limits: &limits,
            tiers: &tiers,
            spots: Vec::new(),
            rates: Rates::new(),
            need: vec![[0.0; MOST_SECTORS]; recipients.count()],
        };
        let mut cells = Vec::with_capacity(blocks.tracks.len());
        let mut row_recipient = Vec::with_capacity(blocks.tracks.len());
        for (track, block) in blocks.tracks.iter().enumerate() {
            let rows = recipients.indices_of(&block.recipients);
            cells.push(laying.lay_out_track(track, block, &rows)?);
            row_recipient.push(rows);
        }
        let Laying {
            spots, rates, need, ..
        } = laying;
        let limited = (0..spots.len())
            .filter(|spot: &usize| !spots[*spot].limits.is_empty())
            .collect();
        let (shapings, sees) = tiers
            .into_iter()
            .map(|tier| (tier.shapings, tier.seen))
            .unzip();
        Some(Self {
            kinds: kinds_of(&spots),
            spots,
            rates: rates.distinct,
            cells,
            sectors: recipients.most_sectors(),
            need,
            row_recipient,
            shapings,
            speaks_of: expressions.speaks_of(&recipients),
            limits: limits.bounds,
            limited,
            sees,
        })
    }

    /// The spot of a cell of a track's matrix.
    pub fn spot_of(&self, track: usize, cell: usize) -> Option<usize> {
        let spot = self.cells[track][cell];
        (spot != u32::MAX).then_some(spot as usize)
    }

    /// What amounts of these sectors bring at a rate of [`Self::rates`].
    pub fn by_help(&self, rate: u32, sectors: Sectors, amounts: &[f64; MOST_SECTORS]) -> f64 {
        if rate == 0 {
            return 0.0;
        }
        let rates = &self.rates[rate as usize];
        sectors.map(|sector| rates[sector] * amounts[sector]).sum()
    }
}
