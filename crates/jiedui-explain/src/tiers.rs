//! Tiers and measures for the dossier.

use crate::contribution::{Contributions, adds_up};
use crate::dossier::{Exact, MeasureEntry, Tier, TierObjective, TierScale, UnitOfMeasure};
use jiedui_domain::{Case, Measure, MeasureScale, Objective, Plan, Sense, TierResult};
use jiedui_verify::Verified;

/// Priorities as the dossier tells them.
pub fn tiers(case: &Case, plan: &Verified<Plan>, tiers: &[TierResult]) -> Vec<Tier> {
    tiers
        .iter()
        .map(|tier| Tier {
            priority: tier.priority,
            objectives: tier
                .objectives
                .iter()
                .map(|objective| tier_objective(case, plan.get(), objective))
                .collect(),
            reached: tier.reached,
            in_plan: tier.in_plan,
            bound: tier.bound,
            proof: tier.proof,
            certified: tier.certified,
            gap: tier.gap,
            scale: match tier.scale {
                MeasureScale::Share => TierScale::Share,
                MeasureScale::Relative => TierScale::Relative,
            },
            tolerance: tier
                .objectives
                .iter()
                .map(|objective| objective.tolerance)
                .fold(0.0, f64::max),
        })
        .collect()
}

/// An objective of the policy, with what it comes to in a plan.
pub fn tier_objective(case: &Case, plan: &Plan, objective: &Objective) -> TierObjective {
    let Objective {
        measure, by_age, ..
    } = *objective;
    let value = jiedui_verify::measure(case, plan, measure, &objective.tracks, by_age);
    TierObjective {
        measure,
        maximise: measure.sense() == Sense::Maximise,
        weight: objective.weight,
        tolerance: objective.tolerance,
        tracks: objective
            .tracks
            .iter()
            .map(|track| case.policy.tracks[*track].code.clone())
            .collect(),
        by_age,
        value: value.map(|value| Exact::of(&value)),
    }
}

/// Every measure over all tracks, as the independent check computes it.
pub(crate) fn measures(
    case: &Case,
    plan: &Verified<Plan>,
    contributions: &Contributions<'_>,
) -> Vec<MeasureEntry> {
    Measure::ALL
        .into_iter()
        .map(|measure| {
            let value = jiedui_verify::measure(case, plan.get(), measure, &[], false);
            MeasureEntry {
                measure,
                unit: unit_of_measure(measure),
                maximise: measure.sense() == Sense::Maximise,
                additive: measure.is_additive(),
                adds_up: adds_up(contributions, measure, value.as_ref()),
                binding: contributions.binding(measure),
                value: value.map(|value| Exact::of(&value)),
            }
        })
        .collect()
}

/// The unit in which a measure counts.
pub fn unit_of_measure(measure: Measure) -> UnitOfMeasure {
    match measure {
        Measure::CoverageFloor | Measure::Coverage | Measure::Equity | Measure::EffortBalance => {
            UnitOfMeasure::Share
        }
        Measure::Fit | Measure::FitFloor => UnitOfMeasure::Plain,
        Measure::Distance => UnitOfMeasure::Km,
        Measure::FlowDistance => UnitOfMeasure::WanKm,
        Measure::Continuity | Measure::Pairs => UnitOfMeasure::Pairs,
        Measure::Hardship => UnitOfMeasure::StepPersons,
    }
}
