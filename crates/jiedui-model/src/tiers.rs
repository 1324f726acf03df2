//! Tiers: the objectives of one priority summed up, and the tie-break stages after them (model §5).

use crate::context::Context;
use crate::measures::{self, Scope};
use crate::program::{ColumnId, TieBreak, Tier, TierObjective};
use jiedui_domain::{Id, Measure, MeasureScale, Objective, Sense};
use std::collections::BTreeMap;

/// The priorities of the policy, ascending. `measured` holds the terms of each objective's measure.
pub(crate) fn of_policy(
    objectives: &[Objective],
    measured: Vec<Vec<(ColumnId, f64)>>,
    columns: usize,
) -> Vec<Tier> {
    let mut by_priority: BTreeMap<u32, Vec<TierObjective>> = BTreeMap::new();
    for (objective, terms) in objectives.iter().zip(measured) {
        by_priority
            .entry(objective.priority)
            .or_default()
            .push(TierObjective {
                objective: objective.clone(),
                terms,
            });
    }
    by_priority
        .into_iter()
        .map(|(priority, objectives)| Tier {
            priority: Some(priority),
            tie_break: None,
            terms: oriented_sum(&objectives, columns),
            scale: common_scale(&objectives),
            objectives,
        })
        .collect()
}

/// The stages that choose between plans equal in every tier: keep last year's pairs, then the
/// shorter distance, then code order.
///
/// A stage without terms decides nothing and is left out. What the stages leave undecided (code
/// order is one sum, and two sets of pairs may have the same sum; help may be split in several
/// ways among the same pairs) is decided by the solver, which is deterministic.
pub(crate) fn tie_breaks(context: &Context, columns: usize) -> Vec<Tier> {
    let mut stages = Vec::new();
    for (stage, measure) in [
        (TieBreak::KeptPairs, Measure::Continuity),
        (TieBreak::ShorterDistance, Measure::Distance),
    ] {
        let objective = Objective::plain(measure, u32::MAX);
        // Neither measure has columns or rows of its own, so index and first column do not matter.
        let scope = Scope::new(
            context.case.policy.objectives.len(),
            &objective,
            &context.case.policy,
            ColumnId::from_index(columns),
        );
        let terms = measures::express(context, &scope).terms;
        if terms.is_empty() {
            continue;
        }
        let objectives = vec![TierObjective { objective, terms }];
        stages.push(Tier {
            priority: None,
            tie_break: Some(stage),
            terms: oriented_sum(&objectives, columns),
            scale: common_scale(&objectives),
            objectives,
        });
    }
    let terms = code_order(context);
    if !terms.is_empty() {
        stages.push(Tier {
            priority: None,
            tie_break: Some(TieBreak::CodeOrder),
            objectives: Vec::new(),
            terms,
            scale: MeasureScale::Relative,
        });
    }
    stages
}

/// Maximise −Σ_a y[a] · (1 − (H − h)(R − r) / ((H + 1)(R + 1))), where h and r are ranks in code order
/// from 0 and H, R the numbers of helpers and recipients.
///
/// Every pair costs something, at most 1, so a pair that nothing asks for is not formed. Among sets
/// of equally many pairs the sum is best where low helper codes go with low recipient codes
/// (rearrangement inequality), as when both lists are sorted and read off in parallel.
fn code_order(context: &Context) -> Vec<(ColumnId, f64)> {
    let helpers = context.case.helpers.len() as f64;
    let recipients = context.case.recipients.len() as f64;
    let scale = (helpers + 1.0) * (recipients + 1.0);
    context
        .arcs()
        .filter_map(|(_, candidate, columns)| {
            let low_helper = helpers - candidate.helper.index() as f64;
            let low_recipient = recipients - candidate.recipient.index() as f64;
            columns
                .pair
                .map(|pair| (pair, low_helper * low_recipient / scale - 1.0))
        })
        .collect()
}

/// Σ ±weight × measure, so that more is better.
fn oriented_sum(objectives: &[TierObjective], columns: usize) -> Vec<(ColumnId, f64)> {
    let mut sum = vec![0.0; columns];
    for part in objectives {
        let factor = match part.objective.measure.sense() {
            Sense::Maximise => part.objective.weight,
            Sense::Minimise => -part.objective.weight,
        };
        for (column, coefficient) in &part.terms {
            sum[column.index()] += factor * coefficient;
        }
    }
    sum.into_iter()
        .enumerate()
        .filter(|(_, coefficient)| *coefficient != 0.0)
        .map(|(index, coefficient)| (ColumnId::from_index(index), coefficient))
        .collect()
}

fn common_scale(objectives: &[TierObjective]) -> MeasureScale {
    let all_shares = objectives
        .iter()
        .all(|part| part.objective.measure.scale() == MeasureScale::Share);
    if all_shares {
        MeasureScale::Share
    } else {
        MeasureScale::Relative
    }
}
