//! Cases that are out to break something: ties everywhere, nothing to give, one helper for all, quotas at the
//! edge, figures from 1e-6 to 1e9, very many candidates. What comes out is worked out by hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "adversarial/world.rs"]
mod world;

use jiedui_domain::{
    Case, Km, Load, Measure, Quantity, Share, SolveMethod, Termination, Wan, Weight,
};
use jiedui_engine::{CertificateCheck, EngineError, Run, RunOutcome, Unwatched, assign, verify};
use jiedui_tests::runs::options_by;
use world::{World, world};

const METHODS: [SolveMethod; 2] = [SolveMethod::Decomposition, SolveMethod::Monolithic];
const TOLERANCE: f64 = 1e-6;

/// What a case comes to.
enum Comes {
    /// To a plan with these values of its priorities, costs counted negative.
    To(&'static [f64]),
    /// To no plan, because none obeys every rule.
    ToNothing,
}
use Comes::{To, ToNothing};

fn outcome(case: &Case, method: SolveMethod) -> Result<RunOutcome, EngineError> {
    assign(case, &options_by(case, method), &Unwatched)
}

/// What is wrong with a plan, whatever it is worth: the verifier refuses it or its certificate, or a bound
/// lies below what the plan reaches.
fn wrong_with(case: &Case, run: &Run, method: SolveMethod) -> Option<String> {
    if let Err(verdict) = verify(case, (*run.plan).clone()) {
        return Some(format!("{verdict:?}"));
    }
    let proven = match CertificateCheck::new(case).check(&run.plan, &run.certificate) {
        Ok(proven) => proven,
        Err(refusal) => return Some(format!("{refusal:?}")),
    };
    for (tier, proven) in run.tiers.iter().zip(proven) {
        let certified = tier.certified.unwrap_or(f64::INFINITY);
        let size = 1.0 + tier.in_plan.abs();
        let holds = tier.bound >= tier.in_plan - 1e-9 * size
            && certified >= tier.in_plan - 1e-9 * size
            && tier.gap.absolute >= 0.0
            && tier.gap.relative >= 0.0;
        let is_certified = proven.bound.is_some() == (method == SolveMethod::Decomposition);
        if !holds || !is_certified {
            return Some(format!("{tier:?}"));
        }
    }
    None
}

/// How an outcome differs from what it should be.
fn differs(case: &Case, method: SolveMethod, expected: &Comes) -> Option<String> {
    let run = match (outcome(case, method), expected) {
        (Ok(RunOutcome::Solved(run)), To(_)) => run,
        (Ok(RunOutcome::Refused { .. } | RunOutcome::Infeasible), ToNothing) => return None,
        (Ok(RunOutcome::Solved(run)), ToNothing) => {
            return Some(format!("a plan: {:?}", run.tiers));
        }
        (Ok(RunOutcome::NoPlan(end)), _) => return Some(format!("stopped: {end:?}")),
        (Ok(_), To(_)) => return Some("no plan".to_owned()),
        (Err(error), _) => return Some(format!("{error:?}")),
    };
    let To(values) = expected else { return None };
    if let Some(wrong) = wrong_with(case, &run, method) {
        return Some(wrong);
    }
    if run.termination != Termination::Optimal || run.tiers.len() != values.len() {
        return Some(format!("{:?}, {:?}", run.termination, run.tiers));
    }
    let wrong = run.tiers.iter().zip(*values).find(|(tier, value)| {
        let near = |figure: f64| (figure - **value).abs() <= TOLERANCE * value.abs().max(1.0);
        !near(tier.in_plan) || !near(tier.bound)
    });
    wrong.map(|(tier, value)| format!("{value} was expected: {tier:?}"))
}

fn assert_all(cases: Vec<(&str, World, Comes)>) {
    let mut differences = Vec::new();
    for (name, world, expected) in &cases {
        let case = world.case();
        for method in METHODS {
            if let Some(difference) = differs(&case, method, expected) {
                differences.push(format!("{name}, {method:?}: {difference}"));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn ties_everywhere() {
    let six = world(&["10"; 6], &["10"; 6]);
    let five_for_three = world(&["10"; 5], &["20"; 3]);
    let shared = world(&["60"; 2], &["20"; 6]).budget("30");
    assert_all(vec![
        (
            "six for six, one each",
            six.clone().with(|track| {
                (track.recipient_min, track.recipient_max) = (1, Some(1));
                (track.helper_min, track.helper_max) = (1, Some(1));
            }),
            To(&[1.0, 1.0, -60.0]),
        ),
        (
            "six for six, no limits: one pair each is the least that gives all",
            six.clone().asking(&[Measure::Coverage, Measure::Pairs]),
            To(&[1.0, -6.0]),
        ),
        (
            "six for six, only pairs kept few: none",
            six.clone().asking(&[Measure::Pairs, Measure::Distance]),
            To(&[0.0, 0.0]),
        ),
        (
            "five for three: two have two helpers, one has one",
            five_for_three.with(|track| {
                track.recipient_max = Some(2);
                track.helper_max = Some(1);
            }),
            To(&[0.5, 5.0 / 6.0, -50.0]),
        ),
        (
            "two with three each under one budget: ten apiece",
            shared.clone().with(|track| {
                track.recipient_max = Some(1);
                track.helper_max = Some(3);
            }),
            To(&[0.5, 0.5, -60.0]),
        ),
        (
            "the same, all of the budget deployed or none",
            shared.with(|track| {
                track.recipient_max = Some(1);
                track.helper_max = Some(3);
                track.effort_floor = Share::units(1);
            }),
            To(&[0.5, 0.5, -60.0]),
        ),
    ]);
}

#[test]
fn nothing_to_give_and_nothing_to_need() {
    let nothing = world(&["0"; 3], &["10"; 2]);
    let no_money = world(&["10"; 3], &["10"; 2]).budget("0");
    let one_each = |world: World| world.with(|track| track.recipient_min = 1);
    let supported = |world: World| world.with(|track| track.minimum_support = Wan::units(5));
    assert_all(vec![
        ("no supplies", nothing.clone(), To(&[0.0, 0.0, 0.0])),
        (
            "no supplies, a helper each",
            one_each(nothing.clone()),
            To(&[0.0, 0.0, -20.0]),
        ),
        (
            "no supplies, a helper each that gives something",
            one_each(supported(nothing)),
            ToNothing,
        ),
        ("no money", no_money.clone(), To(&[0.0, 0.0, 0.0])),
        (
            "no money, a helper each",
            one_each(no_money.clone()),
            To(&[0.0, 0.0, -20.0]),
        ),
        (
            "no money, a helper each that deploys all of it",
            one_each(no_money.clone()).with(|track| track.effort_floor = Share::units(1)),
            To(&[0.0, 0.0, -20.0]),
        ),
        (
            "no money, a helper each that gives something",
            one_each(supported(no_money)),
            ToNothing,
        ),
        (
            "no needs: no floor and no coverage to speak of",
            one_each(world(&["10"; 2], &["0"; 2])),
            To(&[0.0, 0.0, -20.0]),
        ),
        (
            "one need of two",
            world(&["10"], &["10", "0"]),
            To(&[1.0, 1.0, -10.0]),
        ),
        ("no helpers", world(&[], &["10"]), To(&[0.0, 0.0, 0.0])),
        (
            "no helpers, one demanded",
            one_each(world(&[], &["10"])),
            ToNothing,
        ),
        ("no recipients", world(&["10"], &[]), To(&[0.0, 0.0, 0.0])),
    ]);
}

#[test]
fn one_helper_for_all() {
    let alone = world(&["80"], &["20"; 8]).with(|track| track.recipient_min = 1);
    let most = |most: u32| {
        alone.clone().given(|tables| {
            tables.helpers[0].max_pairs = Some(most);
        })
    };
    let load = |millionths: i64| {
        alone.clone().given(|tables| {
            tables.helpers[0].max_load = Some(Load::from_scaled(millionths));
        })
    };
    assert_all(vec![
        ("eight pairs", alone.clone(), To(&[0.5, 0.5, -80.0])),
        ("eight at most", most(8), To(&[0.5, 0.5, -80.0])),
        ("seven at most", most(7), ToNothing),
        ("load for eight", load(8_000_000), To(&[0.5, 0.5, -80.0])),
        ("load for eight but a trifle", load(7_999_999), ToNothing),
        (
            "money for four",
            alone.clone().budget("40"),
            To(&[0.25, 0.25, -80.0]),
        ),
        (
            "ten each, exactly what there is",
            alone
                .clone()
                .with(|track| track.minimum_support = Wan::units(10)),
            To(&[0.5, 0.5, -80.0]),
        ),
        (
            "a hundredth more than there is",
            alone
                .clone()
                .with(|track| track.minimum_support = Wan::from_scaled(10_010_000)),
            ToNothing,
        ),
    ]);
}

#[test]
fn quotas_at_the_edge() {
    let quotas =
        |helpers: usize, recipients: usize, of_recipient: (u32, u32), of_helper: (u32, u32)| {
            world(&vec!["10"; helpers], &vec!["20"; recipients]).with(|track| {
                (track.recipient_min, track.recipient_max) = (of_recipient.0, Some(of_recipient.1));
                (track.helper_min, track.helper_max) = (of_helper.0, Some(of_helper.1));
            })
        };
    assert_all(vec![
        (
            "as many places as helpers",
            quotas(4, 2, (2, 2), (1, 1)),
            To(&[1.0, 1.0, -40.0]),
        ),
        ("a helper too few", quotas(3, 2, (2, 2), (1, 1)), ToNothing),
        ("a helper too many", quotas(4, 3, (1, 1), (1, 1)), ToNothing),
        (
            "nobody may take part",
            quotas(3, 2, (0, 0), (0, 1)),
            To(&[0.0, 0.0, 0.0]),
        ),
        (
            "nobody may take part, but somebody must",
            quotas(3, 2, (0, 0), (1, 1)),
            ToNothing,
        ),
        (
            "all with all",
            quotas(3, 3, (3, 3), (3, 3)),
            To(&[0.5, 0.5, -90.0]),
        ),
        (
            "all with all, more than there are",
            quotas(3, 3, (0, 99), (0, 99)).asking(&[Measure::Coverage]),
            To(&[0.5]),
        ),
        (
            "one recipient takes all that there are",
            quotas(3, 2, (0, 3), (1, 1)).quota(0, 3, 3),
            To(&[0.0, 0.5, -30.0]),
        ),
        (
            "a quota of none beside one of all",
            quotas(3, 2, (0, 3), (1, 1)).quota(0, 3, 3).quota(1, 0, 0),
            To(&[0.0, 0.5, -30.0]),
        ),
        (
            "two that demand all",
            quotas(3, 2, (0, 3), (1, 1)).quota(0, 3, 3).quota(1, 1, 1),
            ToNothing,
        ),
    ]);
}

#[test]
fn figures_from_a_millionth_to_a_milliard() {
    let one_each = |track: &mut jiedui_domain::Track| {
        track.recipient_max = Some(1);
        track.helper_max = Some(1);
    };
    // The distances of r000 and r001 to the first helper, then to the second.
    let apart = |world: World, km: [i64; 4]| {
        world.given(|tables| {
            for (pair, millionths) in tables.pairs.iter_mut().zip(km) {
                pair.distance = Some(Km::from_scaled(millionths));
            }
        })
    };
    let weights = |world: World, millionths: [i64; 2]| {
        world.given(|tables| {
            for (recipient, weight) in tables.recipients.iter_mut().zip(millionths) {
                recipient.weight = Some(Weight::from_scaled(weight));
            }
        })
    };
    let both = world(&["1e9", "0.01"], &["1e9", "0.01"]).with(one_each);
    let milliard = 1_000_000_000_000_000;
    assert_all(vec![
        (
            "a giant and a dwarf each find their like",
            apart(both.clone(), [1, milliard, milliard, 1]),
            To(&[1.0, 1.0, -0.000_002]),
        ),
        (
            "the same, though the way is long",
            apart(both.clone(), [milliard, 1, 1, milliard]),
            To(&[1.0, 1.0, -2e9]),
        ),
        (
            "weights a milliard apart and more",
            weights(
                world(&["1e9"], &["1e9", "1e9"]).with(one_each),
                [1, milliard],
            )
            .asking(&[Measure::Coverage, Measure::Distance]),
            To(&[1.0, -10.0]),
        ),
        (
            "a need below a hundredth cannot be met in steps that people sign",
            world(&["10"], &["0.000001"]).asking(&[Measure::Coverage]),
            To(&[0.0]),
        ),
        (
            "a supply below a hundredth cannot be given",
            world(&["0.000001"], &["10"]).asking(&[Measure::Coverage]),
            To(&[0.0]),
        ),
        (
            "a budget of a milliard against one of a hundredth",
            world(&["1e9", "1e9"], &["1e9", "1e9"])
                .given(|tables| {
                    tables.helpers[0].budget = Some(Wan::units(1_000_000_000));
                    tables.helpers[1].budget = Some(Wan::from_scaled(10_000));
                })
                .asking(&[Measure::Coverage]),
            To(&[(1e9 + 0.01) / 2e9]),
        ),
    ]);
}

/// A track in which every helper may help everywhere, no two distances and supplies in step.
fn crowd(helpers: usize, recipients: usize) -> World {
    let supplies: Vec<String> = (0..helpers)
        .map(|helper| (20 + helper * 37 % 61).to_string())
        .collect();
    let needs: Vec<String> = (0..recipients)
        .map(|recipient| (90 + recipient * 53 % 71).to_string())
        .collect();
    let supplies: Vec<&str> = supplies.iter().map(String::as_str).collect();
    let needs: Vec<&str> = needs.iter().map(String::as_str).collect();
    world(&supplies, &needs)
        .with(|track| {
            track.recipient_min = 1;
            track.recipient_max = Some(2);
            track.helper_max = Some(1);
        })
        .given(|tables| {
            for (index, pair) in tables.pairs.iter_mut().enumerate() {
                let km = 10 + index * 7919 % 997;
                pair.distance = Some(Km::units(i64::try_from(km).unwrap()));
            }
        })
}

/// A plan that holds is found, whatever the effort, and no bound says less than is known without any work.
fn assert_crowd(helpers: usize, recipients: usize, effort: f64) {
    let mut world = crowd(helpers, recipients);
    world.solver.effort = effort;
    let case = world.case();
    let run = match outcome(&case, SolveMethod::Decomposition) {
        Ok(RunOutcome::Solved(run)) => run,
        other => panic!("{other:?}"),
    };
    assert_eq!(run.graph.arcs().len(), helpers * recipients);
    assert_eq!(wrong_with(&case, &run, SolveMethod::Decomposition), None);
    let floor = &run.tiers[0];
    assert!(floor.reached > 0.0 && floor.bound <= 1.0, "{floor:?}");
}

#[test]
fn ten_thousand_candidates_in_one_track() {
    assert_crowd(125, 80, 0.05);
}

#[test]
#[ignore = "takes a minute; docs/solving.md names it"]
fn hundred_thousand_candidates_in_one_track() {
    assert_crowd(400, 250, 0.02);
}
