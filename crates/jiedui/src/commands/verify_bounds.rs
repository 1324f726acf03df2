//! What `jiedui verify` says of the bounds of a run: certified, or the solver's word.

use super::verify::TOLERANCE;
use crate::console::Console;
use crate::manifest::Manifest;
use crate::saved_run::{self, CERTIFICATE};
use crate::{exit::Failure, tier_words};
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Case, MeasureScale, Objective, Plan, Proof};
use jiedui_engine::{CertificateCheck, CertificateRefusal, Dossier, ProvenTier, dossier::Tier};
use std::path::Path;

/// How far a figure of the dossier may be from the decimal that it was read from, relative to its size.
const SAME: f64 = 1e-12;

/// Checks the certificate of a run: what is wrong, and a line on each priority.
///
/// *Errors:* as [`saved_run::certificate`].
pub(super) fn check_bounds(
    run: &Path,
    manifest: &Manifest,
    console: &Console,
    case: &Case,
    plan: &Plan,
    dossier: &Dossier,
) -> Result<(Vec<Diagnostic>, Vec<String>), Failure> {
    let is_listed = manifest.files.iter().any(|file| file.name == CERTIFICATE);
    let is_claimed = |tier: &Tier| tier.certified.is_some() || tier.proof == Proof::Decomposition;
    let mut problems = exceeded_bounds(dossier);
    if !is_listed && !dossier.tiers.iter().any(is_claimed) {
        // A run of an earlier version.
        let line = console.text("cli-verify-no-certificate", &[]);
        return Ok((problems, vec![line]));
    }
    let certificate = saved_run::certificate(run)?;
    match CertificateCheck::new(case).check(plan, &certificate) {
        Ok(proven) => {
            problems.extend(wrong_bounds(&proven, dossier));
            problems.extend(kept_too_much(case, &proven, dossier));
            let tiers = proven.iter().zip(&dossier.tiers);
            let lines = tiers.map(|(proven, tier)| line(console, case, proven, tier));
            Ok((problems, lines.collect()))
        }
        Err(refusal) => {
            problems.push(told(&refusal));
            Ok((problems, Vec::new()))
        }
    }
}

/// E0832 for every bound that the plan, or what its priority is said to have reached, is beyond: then it is none,
/// whoever's word it is.
fn exceeded_bounds(dossier: &Dossier) -> Vec<Diagnostic> {
    let tiers = dossier.tiers.iter();
    tiers
        .filter_map(|tier| {
            let most = tier.bound + TOLERANCE * tier.bound.abs().max(1.0);
            let (reason, found) = match () {
                () if tier.in_plan > most => ("exceeded", tier.in_plan),
                () if tier.reached > most => ("reached", tier.reached),
                () => return None,
            };
            let problem = Diagnostic::new("E0832").with("reason", reason);
            let problem = problem.with("priority", tier.priority);
            Some(problem.with("limit", tier.bound).with("found", found))
        })
        .collect()
}

/// E0832 for every priority of which the bounds of later ones presuppose more than the policy has them keep, which is
/// what was reached less the tolerance: they would speak of too few plans.
fn kept_too_much(case: &Case, proven: &[ProvenTier], dossier: &Dossier) -> Vec<Diagnostic> {
    let tiers = proven.iter().zip(&dossier.tiers);
    tiers
        .filter_map(|(proven, tier)| {
            let kept = number(proven.kept.as_deref())?;
            let most = tier.reached - allowance(case, tier);
            if kept <= most + TOLERANCE * most.abs().max(1.0) {
                return None;
            }
            let problem = Diagnostic::new("E0832").with("reason", "presupposed");
            let problem = problem.with("priority", tier.priority);
            Some(problem.with("limit", kept).with("found", most))
        })
        .collect()
}

/// The least that the policy lets later priorities give up of a priority, in its own figure. A relative tolerance of
/// one measure among several is of a value that nothing states, and counts as nothing here.
fn allowance(case: &Case, tier: &Tier) -> f64 {
    let objectives = case.policy.objectives.iter();
    let objectives = objectives.filter(|objective| objective.priority == tier.priority);
    let objectives: Vec<&Objective> = objectives.collect();
    let is_alone = objectives.len() == 1;
    let allowed = objectives.iter().map(|one| match one.measure.scale() {
        MeasureScale::Share => one.weight.abs() * one.tolerance,
        MeasureScale::Relative if is_alone => one.tolerance * tier.reached.abs(),
        MeasureScale::Relative => 0.0,
    });
    allowed.sum()
}

/// E0833 for every bound of the dossier that is not what is certified, or passes for certified.
fn wrong_bounds(proven: &[ProvenTier], dossier: &Dossier) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (place, proven) in proven.iter().enumerate() {
        let stated = dossier.tiers.get(place);
        let certified = number(proven.bound.as_deref());
        let same = |one: f64, other: f64| (one - other).abs() <= SAME * (1.0 + other.abs());
        let holds = stated.is_some_and(|tier| {
            let figures = match (tier.certified, certified) {
                (None, None) => tier.proof != Proof::Decomposition,
                (Some(stated), Some(certified)) => {
                    let word = tier.proof != Proof::Decomposition && tier.bound < certified;
                    same(stated, certified) && (word || same(tier.bound, certified))
                }
                _ => false,
            };
            tier.priority == proven.priority && figures
        });
        if !holds {
            let text = |value: Option<f64>| {
                value.map_or_else(|| "–".to_owned(), |value| value.to_string())
            };
            problems.push(
                Diagnostic::new("E0833")
                    .with("priority", proven.priority)
                    .with("stated", text(stated.map(|tier| tier.bound)))
                    .with("proven", text(certified)),
            );
        }
    }
    problems
}

fn number(text: Option<&str>) -> Option<f64> {
    text.and_then(|text| text.parse().ok())
}

fn line(console: &Console, case: &Case, proven: &ProvenTier, tier: &Tier) -> String {
    let of_tier = case.policy.objectives.iter();
    let objectives: Vec<Objective> = of_tier
        .filter(|objective| objective.priority == proven.priority)
        .cloned()
        .collect();
    let words = |value: f64| tier_words::bound_words(console, &objectives, value);
    let priority = proven.priority.to_string();
    let name = tier_words::tier_name(console, case, &objectives);
    let certified = number(proven.bound.as_deref());
    let (key, (bound, certified)) = match certified {
        Some(certified) if tier.is_solvers_word() => (
            "cli-verify-word-and-certified",
            tier_words::two_bounds_words(console, &objectives, (tier.bound, certified)),
        ),
        Some(_) => ("cli-verify-certified", (words(tier.bound), String::new())),
        None => ("cli-verify-word", (words(tier.bound), String::new())),
    };
    console.text(
        key,
        &[
            ("priority", &priority),
            ("name", &name),
            ("bound", &bound),
            ("certified", &certified),
        ],
    )
}

/// A refusal as a diagnostic.
fn told(refusal: &CertificateRefusal) -> Diagnostic {
    let unreadable = |reason: &str, priority: u32, of: &str, value: &str| {
        Diagnostic::new("E0830")
            .with("reason", reason)
            .with("priority", priority)
            .with("of", of)
            .with("value", value)
    };
    match refusal {
        CertificateRefusal::OtherPriorities { found, expected } => {
            unreadable("priorities", 0, expected, found)
        }
        CertificateRefusal::NotANumber {
            priority,
            of,
            value,
        } => unreadable("number", *priority, of, value),
        CertificateRefusal::Unknown { priority, of } => unreadable("unknown", *priority, of, ""),
        CertificateRefusal::Twice { priority, of } => unreadable("twice", *priority, of, ""),
        CertificateRefusal::WrongSign {
            priority,
            of,
            value,
        } => unreadable("sign", *priority, of, value),
        CertificateRefusal::Misplaced { priority, of } => {
            unreadable("misplaced", *priority, of, "")
        }
        CertificateRefusal::ProvesTooMuch { priority } => unreadable("nothing", *priority, "", ""),
        CertificateRefusal::NotProven {
            priority,
            stated,
            proven,
        } => Diagnostic::new("E0831")
            .with("priority", *priority)
            .with("stated", stated)
            .with("proven", proven),
        CertificateRefusal::NotKept {
            priority,
            kept,
            found,
        } => Diagnostic::new("E0832")
            .with("reason", "kept")
            .with("priority", *priority)
            .with("limit", kept)
            .with("found", found),
        CertificateRefusal::Exceeded {
            priority,
            bound,
            found,
        } => Diagnostic::new("E0832")
            .with("reason", "exceeded")
            .with("priority", *priority)
            .with("limit", bound)
            .with("found", found),
    }
}
