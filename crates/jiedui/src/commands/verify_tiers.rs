//! What `jiedui verify` compares of the priorities: with the policy, with the plan, and figure with figure.

use super::verify::TOLERANCE;
use crate::console::Console;
use crate::progress::measure_name;
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Case, Gap, Objective, Plan, Sense};
use jiedui_engine::dossier::{Tier, TierObjective};
use jiedui_engine::{Dossier, tier_value};

/// How far a number may be from the one that it was written as, relative above 1.
const SAME: f64 = 1e-12;

/// E0802 for everything that the dossier says of its priorities and that is not so.
pub(super) fn wrong_tiers(
    console: &Console,
    case: &Case,
    plan: &Plan,
    dossier: &Dossier,
) -> Vec<Diagnostic> {
    let mut asked: Vec<u32> = case
        .policy
        .objectives
        .iter()
        .map(|one| one.priority)
        .collect();
    asked.sort_unstable();
    asked.dedup();
    let stated: Vec<u32> = dossier.tiers.iter().map(|tier| tier.priority).collect();
    if stated != asked {
        let list = |priorities: &[u32]| {
            let texts: Vec<String> = priorities.iter().map(ToString::to_string).collect();
            texts.join(&console.text("rep-list-separator", &[]))
        };
        let what = console.text("cli-tiers", &[]);
        return vec![check_e0802_stated(what, list(&stated), list(&asked))];
    }
    let tiers = dossier.tiers.iter();
    tiers
        .flat_map(|tier| wrong_tier(console, case, plan, tier))
        .collect()
}

fn wrong_tier(console: &Console, case: &Case, plan: &Plan, tier: &Tier) -> Vec<Diagnostic> {
    let objectives: Vec<Objective> = case
        .policy
        .objectives
        .iter()
        .filter(|objective| objective.priority == tier.priority)
        .cloned()
        .collect();
    let mut wrong = Vec::new();
    let mut compare = |key: &str, stated: f64, found: f64, tolerance: f64| {
        if !is_near(stated, found, tolerance) {
            let what = console.text(key, &[("priority", &tier.priority.to_string())]);
            wrong.push(check_e0802_stated(what, stated, found));
        }
    };
    let in_plan = tier_value(case, plan, &objectives);
    compare("cli-tier", tier.in_plan, in_plan, TOLERANCE);
    let gap = Gap::between(tier.in_plan, tier.bound);
    compare("cli-tier-gap", tier.gap.absolute, gap.absolute, TOLERANCE);
    compare("cli-tier-gap", tier.gap.relative, gap.relative, TOLERANCE);
    let tolerance = objectives
        .iter()
        .map(|one| one.tolerance)
        .fold(0.0, f64::max);
    compare("cli-tier-tolerance", tier.tolerance, tolerance, SAME);
    let asked: Vec<TierObjective> = objectives.iter().map(|one| as_stated(case, one)).collect();
    let pairs = tier.objectives.iter().zip(&asked);
    if tier.objectives.len() != asked.len() || !pairs.clone().all(|(one, other)| same(one, other)) {
        let list = |objectives: &[TierObjective]| {
            let texts: Vec<String> = objectives.iter().map(|one| words(console, one)).collect();
            texts.join(&console.text("rep-list-separator", &[]))
        };
        let priority = tier.priority.to_string();
        let what = console.text("cli-tier-objectives", &[("priority", &priority)]);
        wrong.push(check_e0802_stated(
            what,
            list(&tier.objectives),
            list(&asked),
        ));
    }
    wrong
}

/// An objective of the policy as a dossier states it.
fn as_stated(case: &Case, objective: &Objective) -> TierObjective {
    let tracks = objective.tracks.iter();
    TierObjective {
        measure: objective.measure,
        maximise: objective.measure.sense() == Sense::Maximise,
        weight: objective.weight,
        tolerance: objective.tolerance,
        tracks: tracks
            .map(|track| case.policy.tracks[*track].code.clone())
            .collect(),
        by_age: objective.by_age,
        // Compared by itself.
        value: None,
    }
}

fn same(one: &TierObjective, other: &TierObjective) -> bool {
    let key = |objective: &TierObjective| {
        let TierObjective {
            measure,
            maximise,
            by_age,
            ..
        } = *objective;
        (measure, maximise, by_age, objective.tracks.clone())
    };
    key(one) == key(other)
        && is_near(one.weight, other.weight, SAME)
        && is_near(one.tolerance, other.tolerance, SAME)
}

fn is_near(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * other.abs().max(1.0)
}

fn words(console: &Console, objective: &TierObjective) -> String {
    let yes_or_no = |yes: bool| if yes { "yes" } else { "no" };
    console.text(
        "cli-objective",
        &[
            ("measure", &measure_name(console, objective.measure)),
            ("more", yes_or_no(objective.maximise)),
            ("weight", &objective.weight.to_string()),
            ("tolerance", &objective.tolerance.to_string()),
            ("all", yes_or_no(objective.tracks.is_empty())),
            (
                "tracks",
                &objective
                    .tracks
                    .join(&console.text("rep-list-separator", &[])),
            ),
            ("age", yes_or_no(objective.by_age)),
        ],
    )
}

fn check_e0802_stated(what: String, stated: impl ToString, found: impl ToString) -> Diagnostic {
    Diagnostic::new("E0802")
        .with("measure", what)
        .with("stated", stated.to_string())
        .with("found", found.to_string())
}
