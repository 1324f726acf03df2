//! The search that chooses one track first: what it hands on obeys every quota, keeps the pairs of a track
//! that is held, shares means out whole, and does not depend on the number of threads. From a known plan
//! it mends what is broken and moves nothing that is not worth it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiedui_domain::{Case, DecisionAction, HelperId};
use jiedui_engine::examine;
use jiedui_model::Program;
use jiedui_solve::Unwatched;
use jiedui_solve::decomposition::blocks::{Blocks, KeptTier};
use jiedui_solve::search::aim::{Aim, Known, Schedule, Start};
use jiedui_solve::search::anneal::{Follower, anneal_once};
use jiedui_solve::search::landscape::Landscape;
use jiedui_solve::search::leading::{Leading, exchange, mend, take_turns};
use jiedui_solve::search::state::State;
use jiedui_tests::{decide, first_fitting, generated_case};
use std::collections::BTreeMap;

/// The tier that is raised: fit, distance, continuity and hardship.
const TIER: usize = 2;
/// What is kept: a floor that the generated case can reach, and an equity that follows from it.
const KEPT: [f64; 2] = [0.3, 0.5];
/// The same floor, and an equity that takes three quarters of what the other tracks could bring besides.
const MUCH_KEPT: [f64; 2] = [0.3, 0.68];

struct Ground {
    landscape: Landscape,
    blocks: Blocks,
    leading: Leading,
    start: Start,
    aim: Aim,
}

fn case() -> Case {
    generated_case(12, 96, 3)
}

fn kept_of(program: &Program, keep: [f64; 2]) -> Vec<KeptTier> {
    let tiers = program.tiers().iter().zip(keep);
    tiers
        .map(|(tier, at_least)| KeptTier {
            terms: tier.terms.clone(),
            at_least,
        })
        .collect()
}

fn ground() -> Ground {
    ground_keeping(KEPT)
}

fn ground_keeping(keep: [f64; 2]) -> Ground {
    let case = case();
    let program = Program::build(&case, &examine(&case).unwrap().graph);
    let kept = kept_of(&program, keep);
    let blocks = Blocks::new(&program, &kept);
    let landscape = Landscape::new(&program, &blocks).unwrap();
    let leading = Leading::new(&landscape, &blocks, TIER, &keep).unwrap();
    let start = first_fitting(&landscape, &blocks);
    let aim = Aim {
        tier: TIER,
        keep: keep.to_vec(),
        bound: f64::INFINITY,
        enough: 0.0,
        favoured: Vec::new(),
        known: None,
        held: None,
        settled: Vec::new(),
        levelling: None,
        schedule: Schedule::FROM_NOTHING,
        waves: 1,
        moves: 4_000,
        seed: 1,
    };
    Ground {
        landscape,
        blocks,
        leading,
        start,
        aim,
    }
}

fn turns(ground: &Ground) -> Vec<Start> {
    take_turns(
        &ground.landscape,
        &ground.blocks,
        &ground.leading,
        &ground.start,
        &ground.aim,
        &Unwatched,
    )
}

fn track_of(ground: &Ground, pairs: &Start, track: usize) -> Vec<usize> {
    let spots = pairs.iter().map(|(spot, _)| *spot);
    spots
        .filter(|spot| ground.landscape.spots[*spot].track == track)
        .collect()
}

#[test]
fn turns_end_at_sets_of_pairs_that_obey_every_quota() {
    let ground = ground();
    let found = turns(&ground);
    assert!(!found.is_empty());
    for pairs in &found {
        let state = State::new(&ground.landscape, &ground.blocks, pairs);
        assert!(state.holds_everything());
        let mut whole: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for (spot, share) in pairs {
            let spot = &ground.landscape.spots[*spot];
            *whole.entry((spot.track, spot.column)).or_default() += share;
        }
        assert!(whole.values().all(|sum| (sum - 1.0).abs() < 1e-9));
        assert_ne!(
            track_of(&ground, pairs, ground.leading.track),
            track_of(&ground, &ground.start, ground.leading.track)
        );
    }
    // What the turns are for: the earlier tiers kept, and more of the one that is raised.
    let first = State::new(&ground.landscape, &ground.blocks, &ground.start);
    let best = State::new(&ground.landscape, &ground.blocks, &found[0]);
    for (tier, keep) in KEPT.iter().enumerate() {
        assert!(best.missed(tier, *keep) <= 1e-3 * keep);
    }
    assert!(best.value(TIER) > first.value(TIER));
}

/// Targets that lift the cheapest recipients reach nothing here.
#[test]
fn where_much_is_to_be_lifted_helpers_are_chosen_for_what_it_is_worth() {
    let ground = ground_keeping(MUCH_KEPT);
    let found = turns(&ground);
    let best = State::new(&ground.landscape, &ground.blocks, &found[0]);
    for (tier, keep) in MUCH_KEPT.iter().enumerate() {
        assert!(best.missed(tier, *keep) <= 1e-3 * keep);
    }
    assert!(best.holds_everything());
}

#[test]
fn turns_do_not_depend_on_the_number_of_threads() {
    for keep in [KEPT, MUCH_KEPT] {
        let ground = ground_keeping(keep);
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
            pool.build().unwrap().install(|| turns(&ground))
        };
        assert_eq!(with(1), with(3));
    }
}

#[test]
fn a_track_that_is_held_keeps_its_pairs() {
    let ground = ground();
    let track = ground.leading.track;
    let search = |held: Option<usize>| {
        let aim = Aim {
            held,
            schedule: Schedule::BESIDE_HELD,
            ..ground.aim.clone()
        };
        anneal_once(
            &ground.landscape,
            &ground.blocks,
            &ground.start,
            &aim,
            &Unwatched,
        )
    };
    let before = track_of(&ground, &ground.start, track);
    assert_eq!(track_of(&ground, &search(Some(track)), track), before);
    assert_ne!(track_of(&ground, &search(None), track), before);
}

#[test]
fn exchanges_lead_from_poor_leading_pairs_to_better_ones() {
    let ground = ground();
    exchanges_better(&ground, &ground.leading, KEPT);
}

#[test]
fn exchanges_lead_to_better_pairs_where_a_curve_has_a_price() {
    let ground = ground_keeping(MUCH_KEPT);
    let leading = ground
        .leading
        .lifted_by_price(&ground.landscape, &MUCH_KEPT);
    exchanges_better(&ground, &leading, MUCH_KEPT);
}

fn exchanges_better(ground: &Ground, leading: &Leading, keep: [f64; 2]) {
    let track = leading.track;
    // The first helpers that fit, with the other tracks filled in beside them.
    let beside = Aim {
        held: Some(track),
        schedule: Schedule::BESIDE_HELD,
        levelling: Some(leading.levelling(&ground.landscape)),
        moves: 20_000,
        ..ground.aim.clone()
    };
    let poor = anneal_once(
        &ground.landscape,
        &ground.blocks,
        &ground.start,
        &beside,
        &Unwatched,
    );
    let found = exchange(
        &ground.landscape,
        &ground.blocks,
        leading,
        std::slice::from_ref(&poor),
        &beside,
        &Unwatched,
    );
    assert_eq!(found.len(), 2);
    let missed_and_value = |pairs: &Start| {
        let state = State::new(&ground.landscape, &ground.blocks, pairs);
        assert!(state.holds_everything());
        let kept = keep.iter().enumerate();
        let missed = kept.map(|(tier, keep)| state.missed(tier, *keep));
        (missed.sum::<f64>(), state.value(TIER))
    };
    let (missed_before, before) = missed_and_value(&poor);
    for pairs in &found {
        let (missed, value) = missed_and_value(pairs);
        assert!(missed <= missed_before, "{missed} {missed_before}");
        assert!(value > before, "{value} {before}");
        assert_ne!(
            track_of(ground, pairs, track),
            track_of(ground, &poor, track)
        );
    }
}

#[test]
fn what_followed_a_step_is_taken_back_with_it() {
    let ground = ground();
    let beside = Aim {
        held: Some(ground.leading.track),
        levelling: Some(ground.leading.levelling(&ground.landscape)),
        schedule: Schedule::straying(0.1),
        ..ground.aim.clone()
    };
    let (landscape, blocks) = (&ground.landscape, &ground.blocks);
    let mut follower = Follower::new(landscape, blocks, &ground.start, &beside, 1.0);
    let (before, pairs_before) = (follower.value(), follower.state().formed());
    let after = follower.follow(400, &[0, 1]);
    assert!(after > before);
    assert!((after - follower.value()).abs() < 1e-9);
    assert_ne!(follower.state().formed(), pairs_before);
    follower.undo_to(0);
    assert!((before - follower.value()).abs() < 1e-9);
    assert_eq!(follower.state().formed(), pairs_before);
}

#[test]
fn a_set_followed_move_by_move_is_worth_what_it_is_worth_worked_out_anew() {
    let ground = ground();
    let (landscape, blocks) = (&ground.landscape, &ground.blocks);
    for levelling in [None, Some(ground.leading.levelling(landscape))] {
        let aim = Aim {
            schedule: Schedule::straying(3.0),
            levelling,
            ..ground.aim.clone()
        };
        let mut follower = Follower::new(landscape, blocks, &ground.start, &aim, 1.0);
        for near in 0..12 {
            follower.follow(300, &[near]);
            let state = follower.state();
            let anew = State::new(landscape, blocks, &state.formed());
            for recipient in 0..landscape.need.len() {
                for expression in 0..landscape.speaks_of.len() {
                    // What a set was worth is remembered, not worked out by another way: it is the same to the last bit.
                    let values =
                        [state, &anew].map(|state| state.expression(recipient, expression));
                    assert_eq!(values[0].to_bits(), values[1].to_bits());
                }
            }
            for tier in 0..=TIER {
                assert!((state.value(tier) - anew.value(tier)).abs() < 1e-9);
            }
            assert!((state.shortfall() - anew.shortfall()).abs() < 1e-6);
        }
    }
}

/// What a search from a known plan aims at, each pair that stays counting `each`.
fn aim_near_start(ground: &Ground, each: f64) -> Aim {
    let mut formed = vec![false; ground.landscape.spots.len()];
    for (spot, _) in &ground.start {
        formed[*spot] = true;
    }
    Aim {
        known: Some(Known {
            formed,
            each,
            in_best: each,
        }),
        ..ground.aim.clone()
    }
}

fn mended(ground: &Ground, aim: &Aim) -> Vec<Start> {
    mend(
        &ground.landscape,
        &ground.blocks,
        &ground.leading,
        &ground.start,
        aim,
        &Unwatched,
    )
}

fn spots(pairs: &Start) -> Vec<usize> {
    pairs.iter().map(|(spot, _)| *spot).collect()
}

#[test]
fn mending_moves_pairs_only_for_more_than_staying_counts() {
    let mut ground = ground();
    // A start that keeps everything, so that nothing has to move, and the worst of its kind, so that much could.
    let keeps = |pairs: &Start| {
        let state = State::new(&ground.landscape, &ground.blocks, pairs);
        let mut kept = KEPT.iter().enumerate();
        kept.all(|(tier, keep)| state.missed(tier, 0.99 * keep) <= 0.0)
    };
    let worst = turns(&ground).into_iter().rfind(keeps);
    ground.start = worst.unwrap();
    ground.aim.keep = KEPT.iter().map(|keep| keep * 0.99).collect();
    // Further pairs may come in; they cost none of those that stay.
    let all_stay = |each: f64| {
        let found = mended(&ground, &aim_near_start(&ground, each));
        let after = spots(&found[0]);
        spots(&ground.start).iter().all(|spot| after.contains(spot))
    };
    assert!(!all_stay(0.0));
    assert!(all_stay(1e3));
}

#[test]
fn mending_brings_back_what_a_start_misses() {
    let ground = ground();
    let missed = |pairs: &Start| {
        let mut state = State::new(&ground.landscape, &ground.blocks, pairs);
        let levelling = ground.leading.levelling(&ground.landscape);
        state.level(&levelling);
        let kept = KEPT.iter().enumerate();
        kept.map(|(tier, keep)| state.missed(tier, *keep))
            .sum::<f64>()
    };
    assert!(missed(&ground.start) > 0.0);
    let found = mended(&ground, &aim_near_start(&ground, 0.0));
    assert!(missed(&found[0]) < 1e-3);
}

/// A quota that the number of candidates keeps by itself has no row in the program.
#[test]
fn a_recipient_with_one_candidate_left_does_not_hinder_the_choice() {
    let whole = case();
    let recipient = whole.recipients.ids().next().unwrap();
    let track = whole
        .policy
        .tracks
        .ids()
        .find(|track| whole.policy.tracks[*track].code == "place")
        .unwrap();
    let helpers = whole.helpers.ids();
    let of_track: Vec<HelperId> = helpers
        .filter(|helper| whole.helpers[*helper].track == track)
        .collect();
    let mut found = 0;
    for left in &of_track {
        let mut case = whole.clone();
        let others = of_track.iter().filter(|helper| *helper != left);
        for helper in others {
            decide(&mut case, DecisionAction::Forbid, *helper, recipient);
        }
        let Ok(examined) = examine(&case) else {
            continue;
        };
        let program = Program::build(&case, &examined.graph);
        let arcs = program.arcs().values();
        if arcs
            .filter(|arc| arc.recipient == recipient && arc.track == track)
            .count()
            != 1
        {
            // Too far away: the recipient is left without any.
            continue;
        }
        let kept = kept_of(&program, KEPT);
        let blocks = Blocks::new(&program, &kept);
        let landscape = Landscape::new(&program, &blocks).unwrap();
        let leading = Leading::new(&landscape, &blocks, TIER, &KEPT);
        assert!(leading.is_some(), "only {left:?} is left");
        found += 1;
    }
    assert!(found > 0);
}
