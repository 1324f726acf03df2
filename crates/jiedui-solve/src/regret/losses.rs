//! What a plan loses: against what it is told, and which of two losses is the lighter one.

use super::SLACK;
use crate::start::Start;
use jiedui_domain::{MeasureScale, TierResult};
use jiedui_model::{Program, Tier};
use std::cmp::Ordering;

/// What losses are told against in one tier.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Against {
    /// The plan's value.
    pub in_plan: f64,
    /// Below this a plan has lost: what the policy has later tiers keep, or the plan's own value.
    pub keeps: f64,
}

/// What losses are told against: the plan's values, and what the policy has later tiers keep.
pub(super) fn against(
    program: &Program,
    tiers: &[&Tier],
    values: &[f64],
    results: &[TierResult],
    known: &Start,
) -> Vec<Against> {
    let tiers = tiers.iter().zip(results).enumerate();
    tiers
        .map(|(index, (tier, result))| {
            let in_plan = program.evaluate(&tier.terms, values);
            if index + 1 == results.len() {
                return Against {
                    in_plan,
                    keeps: in_plan,
                };
            }
            let solved = known.get(index).filter(|known| !known.values.is_empty());
            let mut solved = solved.map_or_else(|| values.to_vec(), |known| known.values.clone());
            program.complete(&mut solved);
            let allowance: f64 = tier
                .objectives
                .iter()
                .map(|part| {
                    let objective = &part.objective;
                    let size = match objective.measure.scale() {
                        MeasureScale::Share => 1.0,
                        MeasureScale::Relative => program.evaluate(&part.terms, &solved).abs(),
                    };
                    objective.weight.abs() * objective.tolerance * size
                })
                .sum();
            Against {
                in_plan,
                keeps: (result.reached - allowance).min(in_plan),
            }
        })
        .collect()
}

/// What a plan with these values loses against the plan in hand, by tier as far as the first that loses.
pub(super) fn losses(in_plan: &[f64], keeps: &[f64], values: &[f64]) -> Vec<f64> {
    let mut losses = Vec::with_capacity(in_plan.len());
    for ((plan, keeps), value) in in_plan.iter().zip(keeps).zip(values) {
        if *value < keeps - SLACK * (1.0 + keeps.abs()) {
            losses.push(plan - value);
            break;
        }
        losses.push(0.0);
    }
    losses
}

/// The losses' order: later tiers rather lose than earlier ones, and less rather than more.
fn compare(one: &[f64], other: &[f64]) -> Ordering {
    let first = |losses: &[f64]| {
        let mut losses = losses.iter().copied().enumerate();
        losses.find(|(_, loss)| *loss > 0.0)
    };
    match (first(one), first(other)) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some((a, loss)), Some((b, known))) => b.cmp(&a).then(loss.total_cmp(&known)),
    }
}

/// Figures that contradict each other by rounding are told as one.
pub(super) fn agree(least: &mut Vec<f64>, achieved: &[f64]) {
    if compare(least, achieved) == Ordering::Greater {
        *least = achieved.to_vec();
    }
}

/// As [`compare`]; of plans that lose the same, the one that brings more in the last tier comes first.
pub(super) fn order(
    losses: &[f64],
    values: &[f64],
    known: &[f64],
    known_values: &[f64],
) -> Ordering {
    let last = |values: &[f64]| values.last().copied().unwrap_or(0.0);
    compare(losses, known).then(last(known_values).total_cmp(&last(values)))
}
