//! The block structure of a program: one b-matching per track, coupled by what is left.
//!
//! Rows that speak of one candidate (activation, minimum support) bound the help *within* the pair;
//! quota rows shape the matching of a track; every other row couples tracks or pairs and gets a
//! price. A helper that can have one pair only turns its supply, budget, load and effort rows into
//! bounds within the pair, which is the tighter reading.

use super::cutoff::{Cutoff, cutoffs_of, tighten};
use super::portfolio::{Portfolio, portfolios_of};
use super::pricing::Pattern;
use crate::matching::{Degree, Shape};
use crate::start::{PriceName, Prices};
use jiedui_domain::{HelperId, Id, IdVec, RecipientId, RuleFamily, SectorId, TrackId};
use jiedui_model::{ArcId, ColumnId, ColumnKind, Program, Row, RowFamily, RowKey};
use std::collections::{BTreeMap, BTreeSet};

/// From how many columns on a program is large: six times the shipped case.
pub const MANY_COLUMNS: usize = 250_000;

/// One kind of help within a pair.
#[derive(Clone, Copy, Debug)]
pub struct HelpCell {
    /// x[a,s].
    pub column: ColumnId,
    /// min(c[h,s], n[r,s]).
    pub capacity: f64,
    /// v_s: weight in the pair's bounds.
    pub value: f64,
}

/// A pair that may be formed, with the bounds on the value of its help.
#[derive(Clone, Debug)]
pub struct PairBlock {
    /// The candidate.
    pub arc: ArcId,
    /// y[a].
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
    /// Per program column: its entries in the coupling rows, scaled.
    pub entries: Vec<Vec<(u32, f64)>>,
    /// Columns that stay in the master.
    pub free: Vec<FreeColumn>,
}

/// What is known of a track while rows are read.
struct Draft {
    rows: BTreeSet<RecipientId>,
    columns: BTreeSet<HelperId>,
    pairs: Vec<PairBlock>,
}

impl Blocks {
    /// Cuts the program, with earlier tiers to keep, into blocks.
    pub fn new(program: &Program, kept: &[KeptTier]) -> Self {
        let mut builder = Builder::new(program);
        builder.read_rows();
        let mut blocks = builder.finish(kept);
        for tier in kept {
            if let Some(cutoff) = cutoffs_of(program, &tier.terms, tier.at_least) {
                tighten(program, &mut blocks.tracks, cutoff);
            }
        }
        blocks.cut_by_helpers();
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

    /// Whether the program is so large that its prices are sought from few to many and its master needs a
    /// method of its own.
    pub fn is_large(&self) -> bool {
        self.entries.len() >= MANY_COLUMNS
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

/// A coupling row before it is scaled: name, terms, lower and upper bound.
type Coupling = (PriceName, Vec<(ColumnId, f64)>, f64, f64);

struct Builder<'a> {
    program: &'a Program,
    drafts: BTreeMap<TrackId, Draft>,
    /// Where each candidate's block is: track and position.
    place_of: IdVec<ArcId, Option<(TrackId, usize)>>,
    recipient_quota: BTreeMap<(RecipientId, TrackId), (f64, f64)>,
    helper_quota: BTreeMap<HelperId, (f64, f64)>,
    coupling: Vec<Coupling>,
    /// v_s, read off the rows that add sectors up; 1 where no row does, and then it does not matter.
    sector_value: BTreeMap<SectorId, f64>,
}

impl<'a> Builder<'a> {
    fn new(program: &'a Program) -> Self {
        let mut drafts: BTreeMap<TrackId, Draft> = BTreeMap::new();
        let mut place_of = IdVec::filled(None, program.arcs().len());
        for (arc, columns) in program.arcs().iter() {
            let Some(pair) = columns.pair else { continue };
            let draft = drafts.entry(columns.track).or_insert_with(|| Draft {
                rows: BTreeSet::new(),
                columns: BTreeSet::new(),
                pairs: Vec::new(),
            });
            draft.rows.insert(columns.recipient);
            draft.columns.insert(columns.helper);
            place_of[arc] = Some((columns.track, draft.pairs.len()));
            let help = columns
                .help
                .iter()
                .map(|(_, column)| HelpCell {
                    column: *column,
                    capacity: program.columns()[*column].upper,
                    value: 1.0,
                })
                .collect();
            draft.pairs.push(PairBlock {
                arc,
                pair,
                cell: 0,
                help,
                least: 0.0,
                effort: 0.0,
                most: f64::INFINITY,
            });
        }
        Self {
            program,
            drafts,
            place_of,
            recipient_quota: BTreeMap::new(),
            helper_quota: BTreeMap::new(),
            coupling: Vec::new(),
            sector_value: BTreeMap::new(),
        }
    }

    fn read_rows(&mut self) {
        // Quotas first: they tell which helpers have one pair at most.
        for row in self.program.rows().values() {
            match (row.family, row.key) {
                (
                    RowFamily::Rule(RuleFamily::RecipientQuota),
                    RowKey::RecipientTrack(recipient, track),
                ) => {
                    self.recipient_quota
                        .insert((recipient, track), (row.lower, row.upper));
                    self.note_recipient(recipient, track);
                }
                (RowFamily::Rule(RuleFamily::HelperQuota), RowKey::Helper(helper)) => {
                    self.helper_quota.insert(helper, (row.lower, row.upper));
                }
                _ => {}
            }
        }
        let mut effort: BTreeMap<HelperId, &Row> = BTreeMap::new();
        for row in self.program.rows().values() {
            if row.terms.is_empty() {
                // A demand that no column can serve stays visible as an impossible row.
                self.couple(row);
                continue;
            }
            match (row.family, row.key) {
                (
                    RowFamily::Rule(
                        RuleFamily::RecipientQuota
                        | RuleFamily::HelperQuota
                        | RuleFamily::Activation
                        | RuleFamily::Decision,
                    ),
                    _,
                )
                | (RowFamily::Rule(RuleFamily::Continuity), RowKey::Arc(_)) => {}
                (RowFamily::Rule(RuleFamily::MinimumSupport), RowKey::Arc(arc)) => {
                    self.raise_least(arc, row)
                }
                (RowFamily::Rule(RuleFamily::EffortFloor), RowKey::Arc(arc)) => {
                    let helper = self.program.arcs()[arc].helper;
                    if self.is_single(helper) {
                        self.raise_least(arc, row);
                    } else {
                        effort.insert(helper, row);
                    }
                }
                (RowFamily::Rule(RuleFamily::Budget), RowKey::Helper(helper)) => {
                    let shared = self.limit_most(row);
                    if shared || !self.is_single(helper) {
                        self.couple(row);
                    }
                }
                (RowFamily::Rule(RuleFamily::SectorSupply), RowKey::HelperSector(helper, _))
                | (RowFamily::Rule(RuleFamily::HelperLoad), RowKey::Helper(helper))
                    if self.is_single(helper) => {}
                _ => self.couple(row),
            }
        }
        let mut arcs_of: BTreeMap<HelperId, Vec<ArcId>> = BTreeMap::new();
        for (arc, columns) in self.program.arcs().iter() {
            if effort.contains_key(&columns.helper) {
                arcs_of.entry(columns.helper).or_default().push(arc);
            }
        }
        for (helper, row) in effort {
            let arcs = arcs_of.get(&helper).map_or(&[][..], Vec::as_slice);
            self.couple_effort(helper, arcs, row);
        }
    }

    /// A recipient with a quota but no candidate still takes part, so that the shortage shows.
    fn note_recipient(&mut self, recipient: RecipientId, track: TrackId) {
        let draft = self.drafts.entry(track).or_insert_with(|| Draft {
            rows: BTreeSet::new(),
            columns: BTreeSet::new(),
            pairs: Vec::new(),
        });
        draft.rows.insert(recipient);
    }

    /// Whether the helper has one pair at most, so that its own limits are limits of the pair.
    fn is_single(&self, helper: HelperId) -> bool {
        self.helper_quota
            .get(&helper)
            .is_some_and(|(_, upper)| *upper <= 1.0)
    }

    fn block(&mut self, arc: ArcId) -> Option<&mut PairBlock> {
        let (track, position) = self.place_of[arc]?;
        self.drafts.get_mut(&track)?.pairs.get_mut(position)
    }

    /// Σ v·x − m·y ≥ 0: the pair carries at least m.
    fn raise_least(&mut self, arc: ArcId, row: &Row) {
        let pair = self.program.arcs()[arc].pair;
        for (column, coefficient) in &row.terms {
            if Some(*column) == pair {
                if let Some(block) = self.block(arc) {
                    block.least = block.least.max(-coefficient);
                }
            } else if let ColumnKind::Help(_, sector) = self.program.columns()[*column].kind {
                self.sector_value.insert(sector, *coefficient);
            }
        }
    }

    /// Σ v·x ≤ B over a helper: no pair of it carries more. True if the row also holds divisible help.
    fn limit_most(&mut self, row: &Row) -> bool {
        let program = self.program;
        let mut divisible = false;
        for (column, coefficient) in &row.terms {
            if let ColumnKind::Help(arc, sector) = program.columns()[*column].kind {
                self.sector_value.insert(sector, *coefficient);
                match self.block(arc) {
                    Some(block) => block.most = block.most.min(row.upper),
                    None => divisible = true,
                }
            }
        }
        divisible
    }

    /// A helper with several pairs: Σ v·x ≥ e·B·y[a] for each pair implies
    /// Σ v·x ≥ (e·B / max) · Σ y; the price of that one row is enough for the bound.
    fn couple_effort(&mut self, helper: HelperId, arcs: &[ArcId], row: &Row) {
        let Some((_, most_pairs)) = self.helper_quota.get(&helper).copied() else {
            return;
        };
        if !most_pairs.is_finite() || most_pairs < 1.0 {
            return;
        }
        let mut floor = 0.0;
        let mut terms: Vec<(ColumnId, f64)> = Vec::with_capacity(row.terms.len());
        for (column, coefficient) in &row.terms {
            if matches!(self.program.columns()[*column].kind, ColumnKind::Pair(_)) {
                floor = *coefficient;
            } else {
                terms.push((*column, *coefficient));
            }
        }
        for arc in arcs {
            if let Some(pair) = self.program.arcs()[*arc].pair {
                terms.push((pair, floor / most_pairs));
                if let Some(block) = self.block(*arc) {
                    block.effort = -floor;
                }
            }
        }
        let name = PriceName::Row(
            RowFamily::Rule(RuleFamily::EffortFloor),
            RowKey::Helper(helper),
        );
        self.coupling.push((name, terms, 0.0, f64::INFINITY));
    }

    /// Keeps a row as coupling; need left unmet becomes slack of the row.
    fn couple(&mut self, row: &Row) {
        let mut terms = Vec::with_capacity(row.terms.len());
        let (mut lower, upper) = (row.lower, row.upper);
        for (column, coefficient) in &row.terms {
            let definition = self.program.columns()[*column];
            if matches!(definition.kind, ColumnKind::Unmet(..)) {
                lower -= coefficient * definition.upper;
            } else {
                terms.push((*column, *coefficient));
            }
        }
        if row.family == RowFamily::Rule(RuleFamily::NeedBalance) {
            // Nothing is ever taken away: a lower bound of 0 says nothing.
            lower = f64::NEG_INFINITY;
        }
        self.coupling
            .push((PriceName::Row(row.family, row.key), terms, lower, upper));
    }

    /// Where helpers are priced one by one, the quotas of their recipients need a price too.
    fn couple_shared_quotas(&mut self) {
        let mut terms: BTreeMap<(RecipientId, TrackId), Vec<(ColumnId, f64)>> = BTreeMap::new();
        for (track, draft) in &self.drafts {
            let shared = draft.pairs.iter().any(|pair| {
                let helper = self.program.arcs()[pair.arc].helper;
                !self.is_single(helper) && (pair.most.is_finite() || pair.effort > 0.0)
            });
            if !shared {
                continue;
            }
            for pair in &draft.pairs {
                let recipient = self.program.arcs()[pair.arc].recipient;
                let own = terms.entry((recipient, *track)).or_default();
                own.push((pair.pair, 1.0));
            }
        }
        for (key, terms) in terms {
            let Some((lower, upper)) = self.recipient_quota.get(&key).copied() else {
                continue;
            };
            let (recipient, track) = key;
            let name = PriceName::Row(
                RowFamily::Rule(RuleFamily::RecipientQuota),
                RowKey::RecipientTrack(recipient, track),
            );
            self.coupling.push((name, terms, lower, upper));
        }
    }

    fn finish(mut self, kept: &[KeptTier]) -> Blocks {
        self.couple_shared_quotas();
        for (index, tier) in kept.iter().enumerate() {
            let name = PriceName::Kept(index);
            self.coupling
                .push((name, tier.terms.clone(), tier.at_least, f64::INFINITY));
        }
        let mut entries = vec![Vec::new(); self.program.columns().len()];
        let mut rows = Vec::with_capacity(self.coupling.len());
        for (name, terms, lower, upper) in &self.coupling {
            let scale = 1.0 / row_magnitude(self.program, terms, *lower, *upper);
            let index = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            rows.push(CouplingRow {
                name: *name,
                scale,
                lower: lower * scale,
                upper: upper * scale,
            });
            for (column, coefficient) in terms {
                entries[column.index()].push((index, coefficient * scale));
            }
        }
        let free = self
            .program
            .columns()
            .iter()
            .filter(|(_, column)| match column.kind {
                ColumnKind::Pair(_) | ColumnKind::Unmet(..) => false,
                ColumnKind::Help(arc, _) => self.place_of[arc].is_none(),
                ColumnKind::Extreme(_) | ColumnKind::EquitySegment(..) => true,
            })
            .map(|(id, column)| FreeColumn {
                column: id,
                lower: column.lower,
                upper: column.upper,
            })
            .collect();
        for block in self.drafts.values_mut().flat_map(|draft| &mut draft.pairs) {
            let sectors = self.program.arcs()[block.arc].help.iter();
            for (cell, (sector, _)) in block.help.iter_mut().zip(sectors) {
                cell.value = self.sector_value.get(sector).copied().unwrap_or(1.0);
            }
        }
        let program = self.program;
        let (recipient_quota, helper_quota) = (self.recipient_quota, self.helper_quota);
        let tracks = self
            .drafts
            .into_iter()
            .map(|(track, draft)| {
                finish_track(program, track, draft, &recipient_quota, &helper_quota)
            })
            .collect();
        Blocks {
            tracks,
            rows,
            entries,
            free,
        }
    }
}

fn finish_track(
    program: &Program,
    track: TrackId,
    draft: Draft,
    recipient_quota: &BTreeMap<(RecipientId, TrackId), (f64, f64)>,
    helper_quota: &BTreeMap<HelperId, (f64, f64)>,
) -> TrackBlock {
    let recipients: Vec<RecipientId> = draft.rows.iter().copied().collect();
    let helpers: Vec<HelperId> = draft.columns.iter().copied().collect();
    let mut pairs = draft.pairs;
    let mut demanded = Vec::new();
    let mut in_row = vec![0_usize; recipients.len()];
    let mut in_column = vec![0_usize; helpers.len()];
    for block in &mut pairs {
        let columns = &program.arcs()[block.arc];
        let row = recipients.partition_point(|known| *known < columns.recipient);
        let column = helpers.partition_point(|known| *known < columns.helper);
        block.cell = row * helpers.len() + column;
        in_row[row] += 1;
        in_column[column] += 1;
        if program.columns()[block.pair].lower > 0.5 {
            demanded.push((row, column));
        }
    }
    // The program leaves out a quota that the number of candidates keeps by itself.
    let degree = |quota: Option<&(f64, f64)>, candidates: usize| {
        let (lower, upper) = quota.copied().unwrap_or((0.0, f64::INFINITY));
        Degree {
            min: lower.max(0.0) as u32,
            max: upper.clamp(0.0, candidates as f64) as u32,
        }
    };
    let rows = recipients.iter().zip(in_row);
    let columns = helpers.iter().zip(in_column);
    let shape = Shape {
        rows: rows
            .map(|(recipient, candidates)| {
                degree(recipient_quota.get(&(*recipient, track)), candidates)
            })
            .collect(),
        columns: columns
            .map(|(helper, candidates)| degree(helper_quota.get(helper), candidates))
            .collect(),
        demanded,
    };
    TrackBlock {
        shape,
        pairs,
        recipients,
        helpers,
        portfolios: Vec::new(),
        first_problem: 0,
    }
}

/// The size of a row's figures: its right-hand side, or the most its terms can reach.
fn row_magnitude(program: &Program, terms: &[(ColumnId, f64)], lower: f64, upper: f64) -> f64 {
    let side = [lower, upper]
        .into_iter()
        .filter(|bound| bound.is_finite())
        .map(f64::abs)
        .fold(0.0, f64::max);
    let reach = terms
        .iter()
        .map(|(column, coefficient)| {
            let bound = program.columns()[*column].upper;
            coefficient.abs()
                * if bound.is_finite() {
                    bound.abs().max(1e-9)
                } else {
                    1.0
                }
        })
        .fold(0.0, f64::max);
    let magnitude = if side > 0.0 {
        side.min(reach.max(1e-12))
    } else {
        reach
    };
    if magnitude > 0.0 { magnitude } else { 1.0 }
}
