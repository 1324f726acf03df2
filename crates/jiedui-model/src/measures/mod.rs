//! The measures (model §4), one file each. Each file has one function that expresses its measure as
//! Σ coefficient·column, with columns and rows of its own where the measure is no plain sum.
//!
//! Measures of pairs leave divisible tracks out: those have no pairs.

mod continuity;
mod coverage;
mod coverage_floor;
mod distance;
mod effort_balance;
mod equity;
mod fit;
mod fit_floor;
mod flow_distance;
mod hardship;
mod pairs;

use crate::context::Context;
use crate::program::{Column, ColumnId, Row};
use jiedui_domain::{Id, IdVec, Measure, Objective, Policy, Quantity, RecipientId, TrackId};
use jiedui_graph::{ArcId, Candidate};

/// The objective that a measure is expressed for.
pub(crate) struct Scope<'a> {
    /// Index in `Policy::objectives`.
    pub(crate) index: usize,
    pub(crate) objective: &'a Objective,
    policy: &'a Policy,
    /// The id of the first column that the measure adds.
    first_column: ColumnId,
    /// By track: whether its pairs and help count.
    counted: Vec<bool>,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(
        index: usize,
        objective: &'a Objective,
        policy: &'a Policy,
        first_column: ColumnId,
    ) -> Self {
        let counts = |track| objective.tracks.is_empty() || objective.tracks.contains(&track);
        Self {
            index,
            objective,
            policy,
            first_column,
            counted: policy.tracks.ids().map(counts).collect(),
        }
    }

    fn counts(&self, track: TrackId) -> bool {
        self.counted[track.index()]
    }

    /// The id of the measure's own column with this number.
    fn own_column(&self, number: usize) -> ColumnId {
        ColumnId::from_index(self.first_column.index() + number)
    }
}

/// A measure as an expression.
#[derive(Default)]
pub(crate) struct Form {
    /// Columns that only this measure has.
    pub(crate) columns: Vec<Column>,
    /// Rows that define them.
    pub(crate) rows: Vec<Row>,
    /// The measure: Σ coefficient·column, not oriented, not weighted, by ascending column.
    pub(crate) terms: Vec<(ColumnId, f64)>,
}

impl Form {
    /// A measure that needs no columns of its own.
    fn of_terms(terms: impl Iterator<Item = (ColumnId, f64)>) -> Self {
        Self {
            terms: terms
                .filter(|(_, coefficient)| *coefficient != 0.0)
                .collect(),
            ..Self::default()
        }
    }
}

/// The expression of an objective's measure.
pub(crate) fn express(context: &Context, scope: &Scope) -> Form {
    match scope.objective.measure {
        Measure::CoverageFloor => coverage_floor::express(context, scope),
        Measure::Coverage => coverage::express(context, scope),
        Measure::Equity => equity::express(context, scope),
        Measure::Fit => fit::express(context, scope),
        Measure::FitFloor => fit_floor::express(context, scope),
        Measure::Distance => distance::express(context, scope),
        Measure::FlowDistance => flow_distance::express(context, scope),
        Measure::Continuity => continuity::express(context, scope),
        Measure::Hardship => hardship::express(context, scope),
        Measure::EffortBalance => effort_balance::express(context, scope),
        Measure::Pairs => pairs::express(context, scope),
    }
}

/// Counted pairs with their columns, by ascending column.
fn counted_pairs<'c>(
    context: &'c Context,
    scope: &'c Scope,
) -> impl Iterator<Item = (ColumnId, &'c Candidate)> {
    context
        .arcs()
        .filter(|(_, candidate, _)| scope.counts(candidate.track))
        .filter_map(|(_, candidate, columns)| columns.pair.map(|pair| (pair, candidate)))
}

/// Counted candidates of one recipient.
fn counted_arcs_of_recipient<'c>(
    context: &'c Context,
    scope: &'c Scope,
    recipient: RecipientId,
) -> impl Iterator<Item = ArcId> {
    let arcs = context.graph.arcs_of_recipient(recipient).iter().copied();
    arcs.filter(|arc| scope.counts(context.candidate(*arc).track))
}

/// Recipients that need something: those that coverage is defined for.
fn recipients_in_need(context: &Context) -> impl Iterator<Item = RecipientId> {
    let recipients = context.case.recipients.ids();
    recipients.filter(|recipient| context.need_value(*recipient) > 0.0)
}

/// Σ_s v_s x[r,s] / N_r over the counted candidates of a recipient in need: its coverage.
fn coverage_terms(
    context: &Context,
    scope: &Scope,
    recipient: RecipientId,
) -> Vec<(ColumnId, f64)> {
    let mut terms = Vec::new();
    for arc in counted_arcs_of_recipient(context, scope, recipient) {
        context.push_help_value(arc, context.need_value(recipient), &mut terms);
    }
    terms
}

/// w_r / Σ w over recipients in need; 0 for the others.
fn weight_shares(context: &Context) -> IdVec<RecipientId, f64> {
    let weights = context.case.recipients.map(|recipient, row| {
        if context.need_value(recipient) > 0.0 {
            row.weight.scaled()
        } else {
            0
        }
    });
    let total: i128 = weights.values().map(|weight| i128::from(*weight)).sum();
    weights.map(|_, weight| {
        if total == 0 {
            0.0
        } else {
            *weight as f64 / total as f64
        }
    })
}
