//! What rule and measure files read: the case, the candidates, the columns, and figures derived once.

use crate::program::{ArcColumns, ColumnId};
use jiedui_domain::{
    Amount, Case, HelperId, IdVec, Quantity, RecipientId, SectorAmount, SectorId, TrackId, Wan,
};
use jiedui_graph::{ArcId, Candidate, CandidateGraph};

/// Read-only view on everything that a row or measure is made of.
pub(crate) struct Context<'a> {
    pub(crate) case: &'a Case,
    pub(crate) graph: &'a CandidateGraph,
    arcs: &'a IdVec<ArcId, ArcColumns>,
    unmet: &'a [Option<ColumnId>],
    unit_values: IdVec<SectorId, f64>,
    budgets: IdVec<HelperId, Option<Wan>>,
    need_values: IdVec<RecipientId, f64>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        case: &'a Case,
        graph: &'a CandidateGraph,
        arcs: &'a IdVec<ArcId, ArcColumns>,
        unmet: &'a [Option<ColumnId>],
    ) -> Self {
        let sectors = &case.policy.sectors;
        Self {
            case,
            graph,
            arcs,
            unmet,
            unit_values: sectors.map(|_, sector| sector.value.to_f64()),
            budgets: case.helpers.map(|helper, _| case.budget(helper)),
            need_values: case.recipients.map(|recipient, _| {
                let exact: i128 = case
                    .needs_of(recipient)
                    .iter()
                    .map(|need| value_in_steps(case, need.sector, need.amount))
                    .sum();
                exact as f64 / STEPS_OF_A_VALUE as f64
            }),
        }
    }

    /// The columns of a candidate.
    pub(crate) fn columns_of(&self, arc: ArcId) -> &'a ArcColumns {
        &self.arcs[arc]
    }

    /// The facts of a candidate.
    pub(crate) fn candidate(&self, arc: ArcId) -> &'a Candidate {
        &self.graph.arcs()[arc]
    }

    /// Candidates with their columns, by ascending id.
    pub(crate) fn arcs(&self) -> impl Iterator<Item = (ArcId, &'a Candidate, &'a ArcColumns)> {
        self.graph
            .arcs()
            .iter()
            .zip(self.arcs.values())
            .map(|((arc, candidate), columns)| (arc, candidate, columns))
    }

    /// Needs that are positive, each with its unmet column, by recipient, then sector.
    pub(crate) fn needs(
        &self,
    ) -> impl Iterator<Item = (&'a SectorAmount<RecipientId>, ColumnId)> + use<'a> {
        self.case
            .needs
            .iter()
            .zip(self.unmet)
            .filter_map(|(need, column)| column.map(|column| (need, column)))
    }

    /// Whether the track has help but no pairs.
    pub(crate) fn is_divisible(&self, track: TrackId) -> bool {
        self.case.policy.tracks[track].divisible
    }

    /// v_s, 万元 for one unit of the sector.
    pub(crate) fn unit_value(&self, sector: SectorId) -> f64 {
        self.unit_values[sector]
    }

    /// B_h, 万元; `None` = no limit.
    pub(crate) fn budget(&self, helper: HelperId) -> Option<Wan> {
        self.budgets[helper]
    }

    /// N_r = Σ_s v_s n[r,s], 万元.
    pub(crate) fn need_value(&self, recipient: RecipientId) -> f64 {
        self.need_values[recipient]
    }

    /// Σ of v_s·capacity over candidates, in steps of 1e-12 万元: exact, for telling whether a limit can
    /// bind at all.
    pub(crate) fn capacity_value_in_steps(&self, arcs: &[ArcId]) -> i128 {
        arcs.iter()
            .flat_map(|arc| &self.candidate(*arc).capacity)
            .map(|(sector, amount)| value_in_steps(self.case, *sector, *amount))
            .sum()
    }

    /// Appends v_s / divisor for every help column of a candidate; sectors without value have no term.
    pub(crate) fn push_help_value(
        &self,
        arc: ArcId,
        divisor: f64,
        terms: &mut Vec<(ColumnId, f64)>,
    ) {
        for (sector, column) in &self.arcs[arc].help {
            let value = self.unit_values[*sector];
            if value != 0.0 {
                terms.push((*column, value / divisor));
            }
        }
    }

    /// Appends the pair columns of candidates, each with coefficient 1.
    pub(crate) fn pair_terms(&self, arcs: impl Iterator<Item = ArcId>) -> Vec<(ColumnId, f64)> {
        arcs.filter_map(|arc| self.arcs[arc].pair)
            .map(|column| (column, 1.0))
            .collect()
    }
}

/// Steps of [`Context::capacity_value_in_steps`] in one 万元: a value and an amount have six places each.
pub(crate) const STEPS_OF_A_VALUE: i128 = 1_000_000_000_000;

/// A limit in 万元, in the steps of [`Context::capacity_value_in_steps`].
pub(crate) fn limit_in_steps(limit: Wan) -> i128 {
    i128::from(limit.scaled()) * 1_000_000
}

fn value_in_steps(case: &Case, sector: SectorId, amount: Amount) -> i128 {
    i128::from(case.policy.sectors[sector].value.scaled()) * i128::from(amount.scaled())
}
