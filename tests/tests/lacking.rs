//! Prices of what a track leaves lacking prove bounds that hold, whatever the prices are.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, Id, Measure, Wan};
use jiedui_engine::{Certificate, CertificateCheck};
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
use jiedui_solve::Unwatched;
use jiedui_solve::decomposition::blocks::Blocks;
use jiedui_solve::decomposition::generation::{GenerationLimits, Warm, generate};
use jiedui_tests::brute_force::BruteForce;
use jiedui_tests::generated_case;
use jiedui_tests::random_case::{draft, drawn};
use jiedui_tests::runs::{options_of, planned};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::json;
use std::cell::Cell;

/// 2^127 − 1 steps of 1e-12 万元.
const GREATEST_THRESHOLD: &str = "170141183460469231731687303.715884105727";
/// What brute force may be off by, relative above 1.
const TOLERANCE: f64 = 1e-6;

/// The certificate with this price, in place of what it has of that kind; where `beyond` is stated, only plans are
/// looked at whose floor, that of this priority, is beyond that.
fn priced(
    beyond: Option<f64>,
    certificate: &Certificate,
    place: usize,
    track: &str,
    threshold: &str,
    price: &str,
) -> Certificate {
    let mut json = serde_json::to_value(certificate).unwrap();
    if let Some(beyond) = beyond {
        json["tiers"][place]["beyond"] = json!(format!("{beyond:?}"));
    }
    let prices = json["tiers"][place]["prices"].as_array_mut().unwrap();
    prices.retain(|row| row["rule"] != "lacking");
    if price != "0" {
        prices.push(json!({"rule": "lacking", "of": [track, threshold], "price": price}));
    }
    serde_json::from_value(json).unwrap()
}

#[test]
fn no_price_of_what_is_lacking_proves_less_than_a_plan_reaches() {
    let config = drawn(150, 20_251_129);
    let (proven, counted) = (Cell::new(0), Cell::new(0));
    let outcome = TestRunner::new(config).run(&draft(), |draft| {
        let case = draft.with_floor_first().case();
        let graph = CandidateGraph::build(&case).unwrap();
        let program = Program::build(&case, &graph);
        let brute = BruteForce::new(&program);
        prop_assume!(brute.is_affordable());
        let Some(run) = planned(&case, &options_of(&case)) else {
            return Ok(());
        };
        let check = CertificateCheck::new(&case);
        let tiers = &run.certificate.tiers;
        let kept: Vec<f64> = tiers.iter().map_while(|tier| tier.kept.as_ref()?.parse().ok()).collect();
        for place in 0..tiers.len() {
            let best = brute.best_keeping(place, &kept[..place]).unwrap().value;
            let least = best - TOLERANCE * best.abs().max(1.0);
            // Of the first priority, plans that come near the best floor are looked at.
            let beyond = (place == 0).then_some(best - 0.05 * best.abs());
            let prove = |threshold: &str, price: &str| -> f64 {
                let changed = priced(beyond, &run.certificate, place, "t0", threshold, price);
                check.prove(&changed, place).unwrap().parse().unwrap()
            };
            let without = prove("0", "0");
            for threshold in ["0", "1", "2.5", "6", "14", GREATEST_THRESHOLD] {
                for price in ["0.003", "0.02", "0.2", "3"] {
                    let bound = prove(threshold, price);
                    prop_assert!(
                        bound >= least,
                        "place {place}, threshold {threshold}, price {price}: {bound} proven, {best} reached"
                    );
                    proven.set(proven.get() + 1);
                    counted.set(counted.get() + usize::from((bound - without).abs() > 1e-9));
                }
            }
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    // The prices count. They prove no more here, since bounds of cases this small are the optimum already: which
    // is why any that proved too much would show.
    assert!(proven.get() > 1_000, "{proven:?}");
    assert!(counted.get() > 500, "{counted:?} of {proven:?}");
}

/// Prices of cases of the shipped shape: were more counted as what is to be reached, dear ones would prove less than
/// the plan reaches. (That what the others bring is not counted short is tested beside the check itself.)
#[test]
fn dear_prices_of_what_is_lacking_leave_room_for_the_plan() {
    let mut counted = 0;
    for seed in [3, 4, 5] {
        let mut case = generated_case(8, 64, seed);
        case.policy.solver.effort = 0.05;
        let run = planned(&case, &options_of(&case)).unwrap();
        let check = CertificateCheck::new(&case);
        for place in 0..run.certificate.tiers.len() {
            // Of the first priority, plans that come near the floor found are looked at.
            let beyond = (place == 0).then_some(0.9 * run.tiers[0].reached);
            let least =
                run.tiers[place].in_plan - TOLERANCE * run.tiers[place].in_plan.abs().max(1.0);
            for threshold in (0..4_000).step_by(250) {
                for price in ["0.0001", "0.01", "1"] {
                    let changed = priced(
                        beyond,
                        &run.certificate,
                        place,
                        "place",
                        &threshold.to_string(),
                        price,
                    );
                    let bound: f64 = check.prove(&changed, place).unwrap().parse().unwrap();
                    assert!(
                        bound >= least,
                        "seed {seed}, place {place}, threshold {threshold}, price {price}: {bound} proven"
                    );
                    counted += 1;
                }
            }
        }
    }
    assert_eq!(counted, 3 * 3 * 16 * 3);
}

/// Where each place helps one county, a strong one gives some county more than it needs. A bound that mixes pairs
/// spreads that out; what each pair leaves lacking of the floor does not.
#[test]
fn a_floor_of_one_to_one_pairs_is_bounded_by_what_each_leaves_lacking() {
    for seed in [3, 7, 8] {
        let mut case = generated_case(12, 96, seed);
        case.policy.solver.effort = 0.1;
        let place = case.policy.track_by_code("place").unwrap();
        case.policy.tracks[place].helper_max = Some(1);
        case.policy.tracks[place].minimum_support = Wan::ZERO;
        let run = planned(&case, &options_of(&case)).unwrap();
        let told: f64 = run.certificate.tiers[0]
            .bound
            .as_ref()
            .unwrap()
            .parse()
            .unwrap();
        let mixed = bound_of_the_mix(&case);
        assert!(
            told < mixed - 0.02,
            "seed {seed}: {told} in place of {mixed}"
        );
    }
}

/// What patterns and prices alone say of the first priority.
fn bound_of_the_mix(case: &Case) -> f64 {
    let program = Program::build(case, &CandidateGraph::build(case).unwrap());
    let blocks = Blocks::new(&program, &[]);
    let mut objective = vec![0.0; program.columns().len()];
    for (column, coefficient) in &program.tiers()[0].terms {
        objective[column.index()] += coefficient;
    }
    let limits = GenerationLimits::new(400, 0.001);
    let found = generate(&blocks, &objective, Warm::default(), limits, &Unwatched);
    found.unwrap().unwrap().bound
}

/// The tracks of a case that are cut by helpers.
fn cut_by_helpers(case: &Case) -> Vec<String> {
    let program = Program::build(case, &CandidateGraph::build(case).unwrap());
    let blocks = Blocks::new(&program, &[]);
    let cut = blocks.tracks.iter().filter(|track| track.by_helpers);
    let track_of = |helper| &case.policy.tracks[case.helpers[helper].track].code;
    cut.map(|track| {
        assert_eq!(track.portfolios.len(), track.helpers.len());
        track_of(track.helpers[0]).clone()
    })
    .collect()
}

#[test]
fn tracks_stay_one_matching_unless_helpers_share_or_a_floor_is_led() {
    let mut case = generated_case(12, 96, 3);
    assert_eq!(cut_by_helpers(&case), ["place"]);
    let place = case.policy.track_by_code("place").unwrap();
    case.policy.tracks[place].helper_max = Some(1);
    assert_eq!(cut_by_helpers(&case), ["place"]);
    let objectives = &mut case.policy.objectives;
    objectives.retain(|objective| objective.measure != Measure::CoverageFloor);
    assert!(cut_by_helpers(&case).is_empty());
}
