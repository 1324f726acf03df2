//! The search that chooses one track first: what it hands on obeys every quota, keeps the pairs of a track
//! that is held, shares means out whole, and does not depend on the number of threads.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiedui_domain::Case;
use jiedui_engine::examine;
use jiedui_generate::{Order, Shape, generate};
use jiedui_input::policy;
use jiedui_model::Program;
use jiedui_solve::Unwatched;
use jiedui_solve::decomposition::blocks::{Blocks, KeptTier};
use jiedui_solve::search::anneal::{Aim, Schedule, Start, anneal_once};
use jiedui_solve::search::landscape::Landscape;
use jiedui_solve::search::leading::{Leading, take_turns};
use jiedui_solve::search::state::State;
use std::collections::BTreeMap;

/// The tier that is raised: fit, distance, continuity and hardship.
const TIER: usize = 2;
/// What is kept: a floor that the generated case can reach, and an equity that follows from it.
const KEPT: [f64; 2] = [0.3, 0.5];

struct Ground {
    landscape: Landscape,
    blocks: Blocks,
    leading: Leading,
    start: Start,
    aim: Aim,
}

fn ground() -> Ground {
    let text = include_str!("../../config/sichuan.toml");
    let (shipped, _) = policy::read("sichuan.toml", text).unwrap();
    let order = Order {
        recipients: 12,
        helpers: 96,
        seed: 3,
        shape: Shape::Paired,
    };
    let made = generate(&order, shipped).unwrap();
    let case = Case::assemble(made.tables, made.policy).unwrap();
    let program = Program::build(&case, &examine(&case).unwrap().graph);
    let kept: Vec<KeptTier> = program
        .tiers()
        .iter()
        .zip(KEPT)
        .map(|(tier, at_least)| KeptTier {
            terms: tier.terms.clone(),
            at_least,
        })
        .collect();
    let blocks = Blocks::new(&program, &kept);
    let landscape = Landscape::new(&program, &blocks).unwrap();
    let leading = Leading::new(&landscape, &blocks, TIER, &KEPT).unwrap();
    let start = first_fitting(&landscape, &blocks);
    let aim = Aim {
        tier: TIER,
        keep: KEPT.to_vec(),
        bound: f64::INFINITY,
        enough: 0.0,
        favoured: Vec::new(),
        known: None,
        held: None,
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

/// In every track, for each recipient as many pairs as it must have, with the first helpers that are free.
fn first_fitting(landscape: &Landscape, blocks: &Blocks) -> Start {
    let mut formed = Vec::new();
    for (track, block) in blocks.tracks.iter().enumerate() {
        let mut free: Vec<u32> = block.shape.columns.iter().map(|quota| quota.max).collect();
        let spots = landscape.spots.iter().enumerate();
        let mut lacking: Vec<u32> = block.shape.rows.iter().map(|quota| quota.min).collect();
        for (index, spot) in spots.filter(|(_, spot)| spot.track == track) {
            if lacking[spot.row] > 0 && free[spot.column] > 0 {
                lacking[spot.row] -= 1;
                free[spot.column] -= 1;
                formed.push(index);
            }
        }
        assert!(lacking.iter().all(|count| *count == 0), "track {track}");
    }
    formed.sort_unstable();
    let helper = |spot: usize| (landscape.spots[spot].track, landscape.spots[spot].column);
    let share = |spot: usize| {
        let pairs = formed
            .iter()
            .filter(|other| helper(**other) == helper(spot));
        1.0 / pairs.count() as f64
    };
    formed.iter().map(|spot| (*spot, share(*spot))).collect()
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

#[test]
fn turns_do_not_depend_on_the_number_of_threads() {
    let ground = ground();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        pool.build().unwrap().install(|| turns(&ground))
    };
    assert_eq!(with(1), with(3));
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
