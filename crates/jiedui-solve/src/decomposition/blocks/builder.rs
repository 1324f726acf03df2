//! Reads the rows of a program one by one: which bound a pair, which shape a track, and which are left
//! to couple.

mod coupling;
mod leading;

use super::{Blocks, CouplingRow, FreeColumn, HelpCell, KeptTier, PairBlock, TrackBlock};
use crate::matching::{Degree, Shape};
use crate::start::PriceName;
use coupling::{Coupling, row_magnitude};
use jiedui_domain::{HelperId, Id, IdVec, RecipientId, RuleFamily, SectorId, TrackId};
use jiedui_model::{ArcId, ColumnKind, Program, Row, RowFamily, RowKey};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of a track while rows are read.
#[derive(Default)]
struct Draft {
    rows: BTreeSet<RecipientId>,
    columns: BTreeSet<HelperId>,
    pairs: Vec<PairBlock>,
}

pub(super) struct Builder<'a> {
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
    pub(super) fn new(program: &'a Program) -> Self {
        let mut drafts: BTreeMap<TrackId, Draft> = BTreeMap::new();
        let mut place_of = IdVec::filled(None, program.arcs().len());
        for (arc, columns) in program.arcs().iter() {
            let Some(pair) = columns.pair else { continue };
            let draft = drafts.entry(columns.track).or_default();
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

    pub(super) fn read_rows(&mut self) {
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
        let draft = self.drafts.entry(track).or_default();
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

    pub(super) fn finish(mut self, kept: &[KeptTier]) -> Blocks {
        let by_helpers = self.tracks_by_helpers();
        self.couple_shared_quotas(&by_helpers);
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
            .map(|(track, draft)| TrackBlock {
                by_helpers: by_helpers.contains(&track),
                ..finish_track(program, track, draft, &recipient_quota, &helper_quota)
            })
            .collect();
        Blocks {
            tracks,
            rows,
            columns: entries.len(),
            entries,
            free,
            floors: Vec::new(),
            is_large: false,
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
        lacking: None,
        by_helpers: false,
        portfolios: Vec::new(),
        first_problem: 0,
    }
}
