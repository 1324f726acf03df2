//! The best portfolio against every set of pairs with its best help from a linear program.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::{Portfolio, Search, portfolios_of};
use crate::decomposition::blocks::{HelpCell, PairBlock, TrackBlock};
use crate::matching::{Degree, Shape};
use good_lp::{Expression, Solution, SolverModel, solvers::highs::highs, variable, variables};
use jiedui_domain::{HelperId, Id, RecipientId};
use jiedui_model::{ArcId, ColumnId};
use proptest::prelude::*;

const SECTORS: usize = 3;

/// One candidate: least help, capacity of each sector.
type Candidate = (f64, [f64; SECTORS]);

fn track_of(
    candidates: &[Candidate],
    degree: Degree,
    demanded: &[usize],
    budget: f64,
    effort: f64,
) -> TrackBlock {
    let pairs = candidates.iter().enumerate();
    let pairs = pairs.map(|(index, (least, capacity))| PairBlock {
        arc: ArcId::from_index(index),
        pair: ColumnId::from_index(index * (SECTORS + 1)),
        cell: index,
        help: (0..SECTORS)
            .map(|sector| HelpCell {
                column: ColumnId::from_index(index * (SECTORS + 1) + 1 + sector),
                capacity: capacity[sector],
                value: 1.0 + sector as f64,
            })
            .collect(),
        least: *least,
        effort,
        most: budget,
    });
    let any = Degree { min: 0, max: 1 };
    let mut track = TrackBlock {
        shape: Shape {
            rows: vec![any; candidates.len()],
            columns: vec![degree],
            demanded: demanded.iter().map(|row| (*row, 0)).collect(),
        },
        pairs: pairs.collect(),
        recipients: (0..candidates.len()).map(RecipientId::from_index).collect(),
        helpers: vec![HelperId::from_index(0)],
        lacking: None,
        by_helpers: true,
        portfolios: Vec::new(),
        first_problem: 0,
    };
    track.portfolios = portfolios_of(&track);
    track
}

/// The best help for exactly these pairs, by a linear program; `None` if they cannot go together.
fn best_help(track: &TrackBlock, helper: &Portfolio, set: &[usize], gains: &[f64]) -> Option<f64> {
    let mut unknowns = variables!();
    let (mut objective, mut total) = (Expression::default(), Expression::default());
    let mut leasts = Vec::new();
    for position in set {
        let pair = &track.pairs[*position];
        objective += gains[pair.pair.index()];
        let mut given = Expression::default();
        for cell in &pair.help {
            let amount = unknowns.add(variable().min(0.0).max(cell.capacity));
            objective += gains[cell.column.index()] * amount;
            given += cell.value * amount;
        }
        total += given.clone();
        leasts.push(given.geq(pair.least));
    }
    let mut program = unknowns.maximise(objective.clone()).using(highs);
    program.add_constraint(total.clone().leq(helper.budget));
    program.add_constraint(total.geq(helper.effort));
    for least in leasts {
        program.add_constraint(least);
    }
    program.solve().ok().map(|found| found.eval(&objective))
}

fn by_brute_force(track: &TrackBlock, helper: &Portfolio, gains: &[f64]) -> Option<f64> {
    let mut best: Option<f64> =
        (helper.degree.min == 0 && helper.demanded.is_empty()).then_some(0.0);
    for mask in 1_u32..1 << track.pairs.len() {
        let set: Vec<usize> = (0..track.pairs.len())
            .filter(|position| mask >> position & 1 == 1)
            .collect();
        if set.len() < helper.degree.min as usize || set.len() > helper.degree.max as usize {
            continue;
        }
        if !helper.demanded.iter().all(|wanted| set.contains(wanted)) {
            continue;
        }
        let found = best_help(track, helper, &set, gains);
        best = match (best, found) {
            (Some(known), Some(found)) => Some(known.max(found)),
            (known, found) => known.or(found),
        };
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_set_of_pairs_beats_the_best_portfolio(
        candidates in prop::collection::vec(
            (0.0..6.0_f64, [0.0..4.0_f64, 0.0..3.0, 0.0..2.0]), 1..6),
        gains in prop::collection::vec(-2.0..3.0_f64, 24),
        budget in 3.0..20.0_f64,
        effort in prop_oneof![Just(0.0), 0.5..1.0_f64],
        min in 0_u32..3,
        more in 0_u32..3,
        demanded in prop::collection::btree_set(0_usize..5, 0..3),
    ) {
        let demanded: Vec<usize> = demanded
            .into_iter()
            .filter(|row| *row < candidates.len())
            .collect();
        let degree = Degree { min, max: (min + more).max(2) };
        let track = track_of(&candidates, degree, &demanded, budget, effort * budget);
        let helper = &track.portfolios[0];
        let found = helper.best(&track, &gains);
        let expected = by_brute_force(&track, helper, &gains);
        prop_assert_eq!(found.is_some(), expected.is_some());
        if let (Some(found), Some(expected)) = (found, expected) {
            prop_assert!((found.gain - expected).abs() < 1e-6, "{} against {expected}", found.gain);
            prop_assert!(found.bound >= found.gain);
            let told: f64 = found
                .values
                .iter()
                .map(|(column, value)| gains[column.index()] * value)
                .sum();
            prop_assert!((told - found.gain).abs() < 1e-6, "its columns say {told}");
        }
    }
}

/// A locked pair leaves no empty set to fall back on, so nothing is known that would cut the search off: it would look
/// through a billion sets, none of which meets the effort floor.
#[test]
fn a_helper_that_cannot_give_what_it_must_is_found_out_at_once() {
    let candidates = vec![(1.0, [1.0, 1.0, 1.0]); 30];
    let any_number = Degree { min: 0, max: 30 };
    let track = track_of(&candidates, any_number, &[7], 400.0, 300.0);
    let helper = &track.portfolios[0];
    let ranking = helper.rank(&track, &[1.0; 200]);
    let searched = ranking.map(|ranking| {
        let mut search = Search::new(helper, &ranking);
        search.run();
        (search.found.is_some(), search.nodes)
    });
    assert_eq!(searched, Some((false, 1)));
}

/// A set is looked through by adding one candidate after the other: as many steps as the helper has candidates must
/// not lie on the stack.
#[test]
fn helper_may_have_thousands_of_pairs() {
    const COUNT: usize = 5_000;
    let small_stack = std::thread::Builder::new().stack_size(256 * 1024);
    let search = small_stack.spawn(|| {
        let candidates = vec![(1.0, [1.0, 1.0, 1.0]); COUNT];
        let no_limit = Degree {
            min: 1,
            max: u32::MAX,
        };
        let track = track_of(&candidates, no_limit, &[], 6.0 * COUNT as f64, 0.0);
        let gains = vec![1.0; COUNT * (SECTORS + 1)];
        let found = track.portfolios[0].best(&track, &gains);
        found.map(|found| (found.pairs.len(), found.gain, found.bound))
    });
    // Each pair brings itself and three amounts.
    let most = 4.0 * COUNT as f64;
    assert_eq!(search.unwrap().join().unwrap(), Some((COUNT, most, most)));
}

/// Of all sets of twenty only the twenty lightest pairs fit the budget, and the heavy ones bring more: they come first.
#[test]
fn the_one_set_that_fits_the_budget_is_found_at_once() {
    let weight = |index: usize| 1.0 + ((index * 37) % 101) as f64 / 100.0;
    let candidates: Vec<Candidate> = (0..60)
        .map(|index| (weight(index), [2.0; SECTORS]))
        .collect();
    let mut weights: Vec<f64> = (0..60).map(weight).collect();
    weights.sort_by(f64::total_cmp);
    let budget: f64 = weights[..20].iter().sum();
    let twenty = Degree { min: 20, max: 20 };
    let track = track_of(&candidates, twenty, &[], budget, 0.0);
    let mut gains = vec![0.0; 60 * (SECTORS + 1)];
    for index in 0..60 {
        gains[index * (SECTORS + 1)] = 10.0 * weight(index);
    }
    let helper = &track.portfolios[0];
    let ranking = helper.rank(&track, &gains);
    let searched = ranking.map(|ranking| {
        let mut search = Search::new(helper, &ranking);
        search.run();
        (search.found.is_some(), search.is_complete())
    });
    assert_eq!(searched, Some((true, true)));
}
