//! What `jiedui verify` says of the bounds of a run: certified, or the solver's word.

use crate::console::Console;
use crate::manifest::Manifest;
use crate::saved_run::{self, CERTIFICATE};
use crate::{exit::Failure, tier_words};
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Case, Objective, Plan, Proof};
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
    let is_claimed = dossier.tiers.iter().any(|tier| tier.certified.is_some());
    if !is_listed && !is_claimed {
        // A run of an earlier version.
        let line = console.text("cli-verify-no-certificate", &[]);
        return Ok((Vec::new(), vec![line]));
    }
    let certificate = saved_run::certificate(run)?;
    match CertificateCheck::new(case).check(plan, &certificate) {
        Ok(proven) => {
            let problems = wrong_bounds(&proven, dossier);
            let tiers = proven.iter().zip(&dossier.tiers);
            let lines = tiers.map(|(proven, tier)| line(console, case, proven, tier));
            Ok((problems, lines.collect()))
        }
        Err(refusal) => Ok((vec![told(&refusal)], Vec::new())),
    }
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
    let bound = words(tier.bound);
    let certified = number(proven.bound.as_deref()).map(words);
    let key = match (&certified, tier.certified == Some(tier.bound)) {
        (Some(_), true) => "cli-verify-certified",
        (Some(_), false) => "cli-verify-word-and-certified",
        (None, _) => "cli-verify-word",
    };
    console.text(
        key,
        &[
            ("priority", &priority),
            ("name", &name),
            ("bound", &bound),
            ("certified", &certified.unwrap_or_default()),
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
