//! Prices of what a track leaves lacking prove bounds that hold, whatever the prices are.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_engine::{Certificate, CertificateCheck};
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
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

/// The certificate with this price, in place of what it has of that kind.
fn priced(
    certificate: &Certificate,
    place: usize,
    track: &str,
    threshold: &str,
    price: &str,
) -> Certificate {
    let mut json = serde_json::to_value(certificate).unwrap();
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
        for place in 1..tiers.len() {
            let best = brute.best_keeping(place, &kept[..place]).unwrap().value;
            let least = best - TOLERANCE * best.abs().max(1.0);
            let prove = |threshold: &str, price: &str| -> f64 {
                let changed = priced(&run.certificate, place, "t0", threshold, price);
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
        for place in 1..run.certificate.tiers.len() {
            let least =
                run.tiers[place].in_plan - TOLERANCE * run.tiers[place].in_plan.abs().max(1.0);
            for threshold in (0..4_000).step_by(250) {
                for price in ["0.0001", "0.01", "1"] {
                    let changed = priced(
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
    assert_eq!(counted, 3 * 2 * 16 * 3);
}
