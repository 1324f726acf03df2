//! The program as data: columns, rows, tiers. It knows no solver.

use jiedui_domain::{
    HelperId, IdVec, Measure, MeasureScale, Objective, RecipientId, RuleFamily, SectorId, TrackId,
    dense_id,
};
use jiedui_graph::ArcId;

dense_id!(
    /// A column (variable) of the program.
    ColumnId
);
dense_id!(
    /// A row (constraint) of the program.
    RowId
);

/// What a column stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColumnKind {
    /// y[a]: the pair is formed.
    Pair(ArcId),
    /// x[a,s]: help given, in the sector's unit.
    Help(ArcId, SectorId),
    /// u[r,s]: need left unmet, in the sector's unit.
    Unmet(RecipientId, SectorId),
    /// The value of a floor or maximum measure (`coverage_floor`, `fit_floor`, `effort_balance`) of
    /// the objective with this index in `Policy::objectives`.
    Extreme(usize),
    /// The part of a recipient's coverage that lies in one segment of φ: (index of the objective,
    /// recipient, index of the segment).
    EquitySegment(usize, RecipientId, usize),
}

/// A variable.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Column {
    /// What it stands for.
    pub kind: ColumnKind,
    /// Lower bound.
    pub lower: f64,
    /// Upper bound.
    pub upper: f64,
    /// Whether it takes whole values only.
    pub integer: bool,
}

/// What demands a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RowFamily {
    /// A rule of the action (model §3).
    Rule(RuleFamily),
    /// The definition of a measure (model §4).
    Measure(Measure),
}

/// Which member of its family a row is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RowKey {
    /// One per recipient and sector.
    RecipientSector(RecipientId, SectorId),
    /// One per helper and sector.
    HelperSector(HelperId, SectorId),
    /// One per helper.
    Helper(HelperId),
    /// One per candidate and sector.
    ArcSector(ArcId, SectorId),
    /// One per candidate.
    Arc(ArcId),
    /// One per recipient and track.
    RecipientTrack(RecipientId, TrackId),
    /// One per track.
    Track(TrackId),
    /// One per pair that is demanded although it is no candidate; such a row cannot be met.
    HelperRecipient(HelperId, RecipientId),
    /// One per recipient, for the objective with this index.
    ObjectiveRecipient(usize, RecipientId),
    /// One per helper, for the objective with this index.
    ObjectiveHelper(usize, HelperId),
}

/// A constraint: lower ≤ Σ coefficient·column ≤ upper.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// What demands it.
    pub family: RowFamily,
    /// Which member of the family.
    pub key: RowKey,
    /// Coefficients, by ascending column, none zero. Empty where no column can meet the demand: such
    /// a row says 0 ≥ lower, which no plan satisfies.
    pub terms: Vec<(ColumnId, f64)>,
    /// Lower bound; −∞ where none.
    pub lower: f64,
    /// Upper bound; +∞ where none.
    pub upper: f64,
}

/// The columns of one candidate, and whom it joins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArcColumns {
    /// Who would help.
    pub helper: HelperId,
    /// Who would be helped.
    pub recipient: RecipientId,
    /// The helper's track.
    pub track: TrackId,
    /// y[a]; `None` in a divisible track.
    pub pair: Option<ColumnId>,
    /// x[a,s], by sector.
    pub help: Vec<(SectorId, ColumnId)>,
}

/// One objective within a tier.
#[derive(Clone, PartialEq, Debug)]
pub struct TierObjective {
    /// As the policy states it.
    pub objective: Objective,
    /// The measure itself (not oriented, not weighted): Σ coefficient·column.
    pub terms: Vec<(ColumnId, f64)>,
}

/// What a tie-break stage decides between plans that are equal in every tier of the policy
/// (model §5, last tier).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TieBreak {
    /// Keep as many of last year's pairs as possible.
    KeptPairs,
    /// Keep the sum of distances short.
    ShorterDistance,
    /// Form no pair that nothing asks for, and let low helper codes go with low recipient codes.
    CodeOrder,
}

/// One priority of the policy, or a tie-break stage after all of them.
#[derive(Clone, PartialEq, Debug)]
pub struct Tier {
    /// The priority; `None` for a tie-break stage (model §5, last tier).
    pub priority: Option<u32>,
    /// What a tie-break stage decides; `None` for a priority of the policy.
    pub tie_break: Option<TieBreak>,
    /// What is summed up; empty for [`TieBreak::CodeOrder`], which is no measure of the policy.
    pub objectives: Vec<TierObjective>,
    /// Σ over objectives of ±weight × measure, so that more is better, by ascending column.
    pub terms: Vec<(ColumnId, f64)>,
    /// Share if every measure of the tier is a share.
    pub scale: MeasureScale,
}

/// The whole program: maximise the tiers in order, subject to the rows.
///
/// The program always has all columns of model §2. Pairs that rules demand have lower bound 1.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Program {
    pub(crate) columns: IdVec<ColumnId, Column>,
    pub(crate) rows: IdVec<RowId, Row>,
    pub(crate) arcs: IdVec<ArcId, ArcColumns>,
    pub(crate) tiers: Vec<Tier>,
}

impl Program {
    /// The variables.
    pub fn columns(&self) -> &IdVec<ColumnId, Column> {
        &self.columns
    }

    /// The constraints, by family, then key.
    pub fn rows(&self) -> &IdVec<RowId, Row> {
        &self.rows
    }

    /// The columns of each candidate.
    pub fn arcs(&self) -> &IdVec<ArcId, ArcColumns> {
        &self.arcs
    }

    /// The tiers, in the order in which they are optimised; tie-break stages last.
    pub fn tiers(&self) -> &[Tier] {
        &self.tiers
    }
}
