//! Why a case has no plan: minimal sets of the user's own rows, keys and limits that cannot hold
//! together, and the least changes that admit a plan (model §7, conflict).
//!
//! An element is switched off by a copy of the case in which it demands nothing. Whether the rest can
//! hold is decided by [`crate::is_feasible`]: the early check, and the solver where that cannot tell.

mod element;
mod figure;
mod oracle;
mod repair;
mod sets;
mod telling;

use crate::feasibility::CaseFeasibility;
use crate::{EngineError, EngineWatch, Knowledge, RunOptions, RunOutcome, Stage, examine, threads};
use element::elements_of;
use jiedui_domain::{Case, Origin, SolverOptions, TrackId};
use jiedui_explain::conflict::{ConflictReport, Repair};
use oracle::{Oracle, Set};
use std::collections::{BTreeMap, BTreeSet};

/// Part of the run's effort that questions of feasibility get, and a way out where no similar run is known.
const REPAIR_EFFORT: f64 = 0.1;
/// Ways out that are solved, at most.
const MOST_REPAIRS: usize = 6;
/// A way out that changes more than this is not pursued.
const MOST_CHANGES: usize = 4;

/// Where the keys of the policy stand: by path (`tracks.place.max_changes`).
pub type PolicyCells = BTreeMap<String, Origin>;

/// Explains why a case has no plan; `None` where it turns out to have one, or nothing is known.
///
/// `outcome` is that of the run, so that what it proved is not proved again. Ways out are solved from what a similar
/// run `knew`, where one did, as if each were assigned from it.
///
/// *Errors:* [`EngineError`].
/// *Complexity:* bounded numbers of sets, nodes and ways out; each question costs a graph and two
/// flows a track, and a solve where rules speak of amounts, loads or changes.
/// *Determinism:* as [`crate::assign()`].
pub fn explain_conflict(
    case: &Case,
    outcome: &RunOutcome,
    knew: Option<&Knowledge>,
    policy_cells: &PolicyCells,
    options: &RunOptions,
    watch: &dyn EngineWatch,
) -> Result<Option<ConflictReport>, EngineError> {
    let known = match outcome {
        RunOutcome::Refused { forced, .. } if forced.is_empty() => CaseFeasibility::NoMaximumFlow,
        RunOutcome::Refused { .. } => CaseFeasibility::NoForcedPair,
        RunOutcome::Infeasible => CaseFeasibility::NoSolver,
        RunOutcome::Solved(_) | RunOutcome::NoPlan(_) => return Ok(None),
    };
    watch.stage(Stage::Conflict);
    let pool = threads::pool(options.solver.threads)?;
    pool.install(|| report(case, known, knew, policy_cells, options, watch))
        .map(Some)
}

fn report(
    case: &Case,
    known: CaseFeasibility,
    knew: Option<&Knowledge>,
    policy_cells: &PolicyCells,
    options: &RunOptions,
    watch: &dyn EngineWatch,
) -> Result<ConflictReport, EngineError> {
    let elements = elements_of(case);
    let all: Set = (0..elements.len()).collect();
    let relevant = relevant(case, &elements, known)?;
    let solver = SolverOptions {
        effort: options.solver.effort * REPAIR_EFFORT,
        ..options.solver.clone()
    };
    let mut oracle = Oracle::new(case, elements, solver, watch);
    oracle.remember(all.clone(), known);
    let mut found = sets::search(&mut oracle, &relevant)?;
    if relevant.len() < all.len()
        && let Some(way_out) = found.ways_out.first().cloned()
        && !oracle.stopped()
    {
        let rest: Set = all
            .iter()
            .copied()
            .filter(|index| !way_out.contains(index))
            .collect();
        if oracle.ask(&rest)?.is_no() {
            // What the early check saw is not all that stands in the way.
            found = sets::search(&mut oracle, &all)?;
        }
    }
    let mut telling = telling::Telling::new(case, policy_cells);
    let mut sets = Vec::new();
    for set in &found.sets {
        sets.push(telling.set(&mut oracle, set)?);
    }
    let (repairs, unconfirmed) = repairs(
        &mut oracle,
        &found.ways_out,
        knew,
        options,
        watch,
        &mut telling,
    )?;
    let facts = jiedui_explain::conflict::SearchFacts {
        complete: found.complete && !oracle.stopped(),
        most_sets: sets::MOST_SETS,
        elements: oracle.elements().len(),
        checks: oracle.checks(),
        unsettled: oracle.unsettled(),
        stopped: oracle.stopped(),
        repairs_unconfirmed: unconfirmed,
    };
    telling.report(known, sets, facts, repairs, &options.program_version)
}

/// The positions of the elements that can matter: those of the tracks in which the early check saw
/// something, or all.
fn relevant(
    case: &Case,
    elements: &[element::Element],
    known: CaseFeasibility,
) -> Result<Set, EngineError> {
    let mut tracks: BTreeSet<TrackId> = BTreeSet::new();
    if known != CaseFeasibility::NoSolver {
        let examination = examine(case)?;
        tracks.extend(examination.shortages.iter().map(|found| found.track));
        let forced = examination.forced.iter();
        tracks.extend(forced.map(|(helper, _)| case.helpers[*helper].track));
    }
    let matters =
        |element: &element::Element| tracks.is_empty() || tracks.contains(&element.track(case));
    let positions = elements.iter().enumerate();
    Ok(positions
        .filter(|(_, element)| matters(element))
        .map(|(index, _)| index)
        .collect())
}

/// The ways out, each applied, solved, checked and priced; the best plan first. Also how many looked
/// right but were not confirmed.
fn repairs(
    oracle: &mut Oracle<'_>,
    ways_out: &[Set],
    knew: Option<&Knowledge>,
    options: &RunOptions,
    watch: &dyn EngineWatch,
    telling: &mut telling::Telling<'_>,
) -> Result<(Vec<Repair>, usize), EngineError> {
    let mut repairs = Vec::new();
    let mut unconfirmed = 0;
    let effort = match knew {
        Some(_) => options.solver.effort,
        None => options.solver.effort * REPAIR_EFFORT,
    };
    let options = RunOptions {
        solver: SolverOptions {
            effort,
            ..options.solver.clone()
        },
        digests: Vec::new(),
        ..options.clone()
    };
    let few = ways_out.iter().filter(|way| way.len() <= MOST_CHANGES);
    for way_out in few {
        if repairs.len() >= MOST_REPAIRS || watch.stop().is_some() {
            break;
        }
        let Some(changes) = repair::least_changes(oracle, way_out)? else {
            unconfirmed += 1;
            continue;
        };
        let by_element: Vec<_> = changes
            .iter()
            .map(|(index, change)| (oracle.elements()[*index], *change))
            .collect();
        let changed = repair::apply(oracle.case(), &by_element);
        match repair::confirm(&changed, knew, &options, watch)? {
            Some(run) => repairs.push(telling.repair(oracle, &changes, &changed, &run)),
            None => unconfirmed += 1,
        }
    }
    repairs.sort_by(cheaper);
    Ok((repairs, unconfirmed))
}

/// The better plan first, priority by priority; of equals, the fewer changes.
fn cheaper(a: &Repair, b: &Repair) -> std::cmp::Ordering {
    // In steps: "closer than" is no order to sort by.
    let step = |value: f64| (value * 1e9).round();
    let mut tiers = a.tiers.iter().zip(&b.tiers);
    let first = tiers.find_map(|(a, b)| {
        let order = step(b.in_plan).total_cmp(&step(a.in_plan));
        order.is_ne().then_some(order)
    });
    first.unwrap_or_else(|| a.changes.len().cmp(&b.changes.len()))
}
