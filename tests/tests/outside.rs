//! Public benchmark instances that nobody of this project wrote, with published or proven optima. They
//! are looked for in `../shared/instances`; where that is absent the tests say so and pass.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says when it has nothing to test"
)]

use jiedui_domain::{Case, Termination, TierResult};
use jiedui_engine::Run;
use jiedui_input::{CaseSource, NamedText, load};
use jiedui_tests::outside::{
    ASSIGNMENT_OPTIMA, CaseFolder, assignment, generalised_assignment, instances, optima, reviewers,
};
use jiedui_tests::runs::{options_of, planned};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// Where the instances are; says so where they are not.
fn found() -> Option<PathBuf> {
    let folder = instances();
    if folder.is_none() {
        eprintln!("skipped: there is no ../shared/instances");
    }
    folder
}

/// Through ordinary files, as a user would do it.
fn read(folder: &CaseFolder) -> Case {
    let files = TempDir::new().unwrap();
    folder.write(files.path()).unwrap();
    let policy = fs::read_to_string(files.path().join("policy.toml")).unwrap();
    let policy = NamedText {
        name: "policy.toml",
        text: &policy,
    };
    let source = CaseSource::Folder(files.path().to_path_buf());
    match load(&source, policy, &[]) {
        Ok(loaded) => loaded.case,
        Err(problems) => panic!("{}: {problems:?}", folder.name),
    }
}

fn solve(folder: &CaseFolder) -> Run {
    let case = read(folder);
    planned(&case, &options_of(&case)).unwrap_or_else(|| panic!("{}: no plan", folder.name))
}

/// What is wrong with a run whose only priority is the sum of distances, which are whole numbers.
fn wrong_with(run: &Run, optimum: u32) -> Option<String> {
    let [tier] = run.tiers.as_slice() else {
        return Some(format!("{} priorities", run.tiers.len()));
    };
    let (total, bound) = (-tier.in_plan, -tier.bound);
    let optimum = f64::from(optimum);
    let right = (total - optimum).abs() < 1e-6
        && bound <= optimum + 1e-6
        && bound > optimum - 1e-3
        && run.termination == Termination::Optimal;
    (!right).then(|| {
        let end = run.termination;
        format!("{total}, proven from {bound} on, {end:?}; the optimum is {optimum}")
    })
}

fn assert_assignment(size: usize) {
    let Some(folder) = found() else { return };
    let known = ASSIGNMENT_OPTIMA.iter().find(|(other, _)| *other == size);
    let run = solve(&assignment(&folder, size).unwrap());
    assert_eq!(wrong_with(&run, known.unwrap().1), None);
}

#[test]
fn assign100_reaches_its_optimum() {
    assert_assignment(100);
}

#[test]
fn assign200_reaches_its_optimum() {
    assert_assignment(200);
}

#[test]
fn assign300_reaches_its_optimum() {
    assert_assignment(300);
}

#[test]
fn assign400_reaches_its_optimum() {
    assert_assignment(400);
}

/// The five problems of one size.
fn assert_generalised(group: &str) {
    let Some(folder) = found() else { return };
    let all = optima(&folder).unwrap();
    let of_group: Vec<&(String, u32)> = all
        .iter()
        .filter(|(name, _)| name.starts_with(&format!("{group}-")))
        .collect();
    assert_eq!(of_group.len(), 5);
    let wrong: Vec<String> = of_group
        .into_iter()
        .filter_map(|(name, optimum)| {
            let run = solve(&generalised_assignment(&folder, name).unwrap());
            let wrong = wrong_with(&run, *optimum)?;
            Some(format!("{name}: {wrong}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn gap1_is_proven_optimal() {
    assert_generalised("gap1");
}

#[test]
fn gap2_is_proven_optimal() {
    assert_generalised("gap2");
}

#[test]
fn gap3_is_proven_optimal() {
    assert_generalised("gap3");
}

#[test]
fn gap4_is_proven_optimal() {
    assert_generalised("gap4");
}

#[test]
fn gap5_is_proven_optimal() {
    assert_generalised("gap5");
}

#[test]
fn gap6_is_proven_optimal() {
    assert_generalised("gap6");
}

#[test]
fn midl_reaches_the_best_floor_and_then_the_best_total() {
    let Some(folder) = found() else { return };
    let run = solve(&reviewers(&folder).unwrap());
    // The figures are known to so many places.
    let known = [(0.944_839_1, 1e-7), (201.768_7, 1e-4)];
    assert_eq!(run.tiers.len(), known.len());
    // A bound counts as met within the gap that the policy asks for.
    let gap = 1e-6;
    let near = |tier: &TierResult, (value, places): (f64, f64)| {
        let met = tier.bound >= value - places && tier.bound <= value + places + gap * value;
        (tier.in_plan - value).abs() <= places && met
    };
    for (tier, known) in run.tiers.iter().zip(known) {
        assert!(
            near(tier, known),
            "priority {}: {} with bound {}, known is {}",
            tier.priority,
            tier.in_plan,
            tier.bound,
            known.0
        );
    }
    assert_eq!(run.termination, Termination::Optimal);
}
