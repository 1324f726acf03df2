//! Tracks whose pairs are all chosen anew at once: what comes out obeys every quota, keeps what is to be kept, and
//! leaves no exchange of two helpers that gains.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiedui_engine::examine;
use jiedui_model::Program;
use jiedui_solve::Unwatched;
use jiedui_solve::decomposition::blocks::Blocks;
use jiedui_solve::search::aim::{Aim, Schedule, Start};
use jiedui_solve::search::anneal::{anneal_once, rematch};
use jiedui_solve::search::landscape::Landscape;
use jiedui_solve::search::state::{Move, State};
use jiedui_tests::{first_fitting, generated_case};

/// The tiers: floor, equity, and fit with distance, continuity and hardship.
const FLOOR: usize = 0;
const EQUITY: usize = 1;
const SCORE: usize = 2;

struct Ground {
    landscape: Landscape,
    blocks: Blocks,
    /// A short search for a floor.
    start: Start,
}

fn aim(tier: usize, keep: Vec<f64>) -> Aim {
    Aim {
        tier,
        keep,
        bound: f64::INFINITY,
        enough: 0.0,
        favoured: Vec::new(),
        known: None,
        held: None,
        settled: Vec::new(),
        levelling: None,
        schedule: Schedule::FROM_NOTHING,
        waves: 1,
        moves: 1_000,
        seed: 1,
    }
}

fn ground() -> Ground {
    let case = generated_case(12, 96, 3);
    let program = Program::build(&case, &examine(&case).unwrap().graph);
    let blocks = Blocks::new(&program, &[]);
    let landscape = Landscape::new(&program, &blocks).unwrap();
    let first = first_fitting(&landscape, &blocks);
    let start = anneal_once(
        &landscape,
        &blocks,
        &first,
        &aim(FLOOR, Vec::new()),
        &Unwatched,
    );
    Ground {
        landscape,
        blocks,
        start,
    }
}

impl Ground {
    fn state(&self, pairs: &Start) -> State<'_> {
        State::new(&self.landscape, &self.blocks, pairs)
    }

    fn rematched(&self, start: &Start, aim: &Aim) -> Start {
        let pairs = rematch(&self.landscape, &self.blocks, start, aim, &Unwatched);
        assert!(self.state(&pairs).holds_everything());
        pairs
    }

    /// What the best exchange of two helpers of one track gains in a tier, each of them and of their recipients with one
    /// pair in it, as far as the floor of the first tier is kept.
    fn best_exchange(&self, pairs: &Start, tier: usize, floor: f64) -> f64 {
        let mut state = self.state(pairs);
        let before = state.value(tier);
        let spots = &self.landscape.spots;
        let alone = |spot: usize| {
            let spot = &spots[spot];
            let quota = self.blocks.tracks[spot.track].shape.rows[spot.row];
            quota.max == 1 && state.at_helper(spot.track, spot.column).len() == 1
        };
        let own: Vec<usize> = pairs.iter().map(|(spot, _)| *spot).collect();
        let own: Vec<usize> = own.into_iter().filter(|spot| alone(*spot)).collect();
        let mut best = f64::NEG_INFINITY;
        for (place, one) in own.iter().enumerate() {
            for other in &own[place + 1..] {
                let (a, b) = (&spots[*one], &spots[*other]);
                let width = self.blocks.tracks[a.track].helpers.len();
                let crossed = [(a.row, b.column), (b.row, a.column)];
                let crossed = crossed.map(|(row, column)| {
                    let cell = row * width + column;
                    (a.track == b.track)
                        .then(|| self.landscape.spot_of(a.track, cell))
                        .flatten()
                });
                let [Some(first), Some(second)] = crossed else {
                    continue;
                };
                if a.row == b.row || state.is_formed(first) || state.is_formed(second) {
                    continue;
                }
                let change = Move {
                    drop: [*one, *other].into_iter().collect(),
                    form: [first, second].into_iter().collect(),
                    shift: None,
                };
                if state.try_move(change) {
                    if state.value(FLOOR) >= floor && state.shortfall() < 1e-6 {
                        best = best.max(state.value(tier) - before);
                    }
                    state.undo();
                }
            }
        }
        best
    }
}

#[test]
fn no_exchange_of_two_helpers_gains_after_it() {
    let ground = ground();
    let floor = ground.state(&ground.start).value(FLOOR);
    let pairs = ground.rematched(&ground.start, &aim(EQUITY, vec![floor]));
    assert!(ground.best_exchange(&ground.start, EQUITY, floor) > 1e-3);
    assert!(ground.best_exchange(&pairs, EQUITY, floor) < 1e-6);
    let state = ground.state(&pairs);
    assert!(state.value(FLOOR) >= floor - 1e-9);
    assert!(state.value(EQUITY) > ground.state(&ground.start).value(EQUITY));
}

#[test]
fn a_floor_is_lifted() {
    let ground = ground();
    let pairs = ground.rematched(&ground.start, &aim(FLOOR, Vec::new()));
    let floors = [&ground.start, &pairs].map(|pairs| ground.state(pairs).value(FLOOR));
    assert!(floors[1] > floors[0] + 1e-3, "{floors:?}");
}

#[test]
fn what_adds_up_over_recipients_is_kept_at_a_price() {
    let ground = ground();
    let floor = ground.state(&ground.start).value(FLOOR);
    let even = ground.rematched(&ground.start, &aim(EQUITY, vec![floor]));
    let keep = vec![floor - 0.01, ground.state(&even).value(EQUITY) - 0.001];
    let pairs = ground.rematched(&even, &aim(SCORE, keep.clone()));
    let state = ground.state(&pairs);
    for (tier, keep) in keep.iter().enumerate() {
        assert!(state.value(tier) >= keep - 1e-9);
    }
    assert!(state.value(SCORE) > ground.state(&even).value(SCORE));
    // Without a price the score takes more of it than may be taken.
    let free = ground.rematched(&even, &aim(SCORE, vec![floor - 0.01]));
    let equities = [&free, &pairs].map(|pairs| ground.state(pairs).value(EQUITY));
    assert!(equities[0] < keep[EQUITY], "{equities:?}");
}

#[test]
fn what_is_settled_stays() {
    let ground = ground();
    let settled: Vec<usize> = ground
        .start
        .iter()
        .map(|(spot, _)| *spot)
        .step_by(2)
        .collect();
    let aim = Aim {
        settled: settled.clone(),
        ..aim(EQUITY, Vec::new())
    };
    let pairs = ground.rematched(&ground.start, &aim);
    assert_ne!(pairs, ground.start);
    let formed = |spot: &usize| pairs.iter().any(|(known, _)| known == spot);
    assert!(settled.iter().all(formed));
}
