//! What differs between two runs, on a small case and the year after it.

use super::small_case::{dossier, next_dossier};
use crate::comparison::{Comparison, InputKind, MeasureChange, PartOf, Worth, compare};
use crate::dossier::Dossier;
use jiedui_domain::Measure;
use num_rational::BigRational;

fn differences() -> Comparison {
    compare(&dossier(), &next_dossier())
}

fn measure(comparison: &Comparison, measure: Measure) -> &MeasureChange {
    let mut all = comparison.measures.iter();
    all.find(|change| change.measure == measure).unwrap()
}

#[test]
fn a_run_does_not_differ_from_itself() {
    for dossier in [dossier(), next_dossier()] {
        let comparison = compare(&dossier, &dossier);
        assert!(comparison.is_empty(), "{comparison:?}");
    }
}

#[test]
fn input_changes_are_told_with_value_and_cell() {
    let comparison = differences();
    let kinds: Vec<InputKind> = comparison.inputs.iter().map(|one| one.kind).collect();
    assert_eq!(
        kinds,
        [
            InputKind::Year,
            InputKind::Policy,
            InputKind::Need,
            InputKind::Helper,
            // 东区 owes a share of its revenue, and the policy has no rate for the new year.
            InputKind::Budget,
            InputKind::Budget,
            InputKind::PreviousPair,
        ],
        "{:?}",
        comparison.inputs
    );
    let need = &comparison.inputs[2];
    let (before, after) = (need.before.as_ref().unwrap(), need.after.as_ref().unwrap());
    assert_eq!(before.value, Worth::Number(200.0));
    assert_eq!(after.value, Worth::Number(180.0));
    assert_eq!((before.file.as_str(), before.row), ("needs.csv", 4));
    let policy = &comparison.inputs[1];
    assert_eq!(
        policy.key.as_deref(),
        Some("objectives.1.coverage_floor.tolerance")
    );
    assert_eq!(comparison.files.len(), 1);
}

#[test]
fn pairs_are_told_as_a_chain_and_unchanged_tracks_left_out() {
    let comparison = differences();
    let [track] = comparison.tracks.as_slice() else {
        panic!("{:?}", comparison.tracks);
    };
    assert_eq!(
        (track.track.as_str(), track.ended, track.begun),
        ("place", 2, 2)
    );
    let [chain] = track.chains.as_slice() else {
        panic!("{:?}", track.chains);
    };
    assert!(chain.closed);
    let moves: Vec<_> = chain
        .moves
        .iter()
        .map(|one| (one.helper.as_str(), one.from.as_deref(), one.to.as_deref()))
        .collect();
    assert_eq!(
        moves,
        [
            ("h1", Some("100001"), Some("100002")),
            ("h2", Some("100002"), Some("100001")),
        ]
    );
    // The divisible track forms no pairs, so more help in it is a change of amounts.
    let [amount] = comparison.amounts.as_slice() else {
        panic!("{:?}", comparison.amounts);
    };
    assert_eq!(
        (amount.helper.as_str(), amount.sectors[0].after),
        ("h6", 25.0)
    );
}

#[test]
fn parts_of_a_measure_add_up_exactly_to_its_change() {
    let comparison = differences();
    for name in [
        Measure::Coverage,
        Measure::Equity,
        Measure::Distance,
        Measure::FlowDistance,
    ] {
        let change = measure(&comparison, name);
        assert!(!change.parts.is_empty(), "{name:?}");
        let parts = change
            .parts
            .iter()
            .map(|part| part.change.rational().unwrap());
        let total = parts.fold(BigRational::default(), |sum, part| sum + part);
        assert_eq!(Some(total), change.change.as_ref().unwrap().rational());
    }
    let distance = measure(&comparison, Measure::Distance);
    assert!(matches!(
        &distance.parts[0].whose,
        PartOf::PairBegins { .. } | PartOf::PairEnds { .. }
    ));
    let floor = measure(&comparison, Measure::CoverageFloor);
    assert_eq!(floor.better, Some(false));
    let bound: Vec<_> = floor.attained.iter().map(|at| at.code.as_str()).collect();
    assert_eq!(bound, ["100002"]);
}

#[test]
fn what_only_one_dossier_carries_is_not_compared() {
    let old = Dossier {
        given: None,
        ..dossier()
    };
    let comparison = compare(&old, &dossier());
    assert!(!comparison.inputs_known);
    assert!(comparison.is_empty(), "{comparison:?}");
}

#[test]
fn comparison_round_trips_through_json() {
    let comparison = differences();
    let text = serde_json::to_string(&comparison).unwrap();
    assert_eq!(
        serde_json::from_str::<Comparison>(&text).unwrap(),
        comparison
    );
}
