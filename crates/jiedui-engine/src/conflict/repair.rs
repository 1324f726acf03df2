//! From a way out to the least change that takes it, with the plan that it admits.

use super::element::{Element, without};
use super::figure::{Ladder, Steps, can_be_left_out, ladders, left_out, with_figure};
use super::oracle::{Oracle, Set};
use crate::feasibility::CaseFeasibility;
use crate::{EngineError, EngineWatch, Knowledge, Run, RunOptions, RunOutcome, assign_from};
use jiedui_domain::Case;

/// What becomes of one element.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Change {
    LeaveOut,
    Set(Steps),
}

/// The least changes found for a way out, by element; `None` if they could not be settled.
///
/// One element after the other takes the least change at which a plan exists while those after it are
/// still switched off. So every single figure is as near to the old one as the others allow.
pub(crate) fn least_changes(
    oracle: &mut Oracle<'_>,
    way_out: &Set,
) -> Result<Option<Vec<(usize, Change)>>, EngineError> {
    let mut changes: Vec<(usize, Change)> = Vec::new();
    for (place, index) in way_out.iter().enumerate() {
        let later: Vec<Element> = way_out[place + 1..]
            .iter()
            .map(|index| oracle.elements()[*index])
            .collect();
        let found = least_change(oracle, &changes, *index, &later)?;
        let Some(change) = found else {
            return Ok(None);
        };
        changes.push((*index, change));
    }
    Ok(Some(without_repetition(oracle, &changes)))
}

/// The minimum tenure of a track is one figure: the lowest that a pair asks for frees the others as well.
fn without_repetition(oracle: &Oracle<'_>, changes: &[(usize, Change)]) -> Vec<(usize, Change)> {
    let years = |(index, change): (usize, Change)| match (oracle.elements()[index], change) {
        (element @ Element::Tenure(_), Change::Set(years)) => {
            Some((element.track(oracle.case()), years, index))
        }
        _ => None,
    };
    let is_needed = |one: &(usize, Change)| {
        let Some((track, least, index)) = years(*one) else {
            return true;
        };
        let mut others = changes.iter().filter_map(|other| years(*other));
        !others.any(|(other, years, place)| other == track && (years, place) < (least, index))
    };
    changes.iter().copied().filter(is_needed).collect()
}

fn least_change(
    oracle: &mut Oracle<'_>,
    earlier: &[(usize, Change)],
    index: usize,
    later: &[Element],
) -> Result<Option<Change>, EngineError> {
    let element = oracle.elements()[index];
    let ladders = ladders(oracle.case(), element)?;
    let mut holds_at = |oracle: &mut Oracle<'_>, steps: Steps| {
        holds(oracle, earlier, (index, Change::Set(steps)), later)
    };
    for ladder in &ladders {
        let far = ladder.len().checked_sub(1);
        if let Some(far) = far
            && holds_at(oracle, ladder.at(far))?
        {
            let steps = halve(oracle, ladder, (0, far), &mut holds_at)?;
            return Ok(Some(Change::Set(steps)));
        }
    }
    // A budget can be too large as well, where a share of it must be given: then a figure on the way may do.
    if matches!(element, Element::Budget(_)) {
        for ladder in &ladders {
            if let Some(steps) = climb(oracle, ladder, &mut holds_at)? {
                return Ok(Some(Change::Set(steps)));
            }
        }
    }
    if !can_be_left_out(oracle.case(), element) {
        return Ok(None);
    }
    let holds = holds(oracle, earlier, (index, Change::LeaveOut), later)?;
    Ok(holds.then_some(Change::LeaveOut))
}

/// A figure near the beginning of a ladder at which a plan exists, sought in steps that double; the least one there.
fn climb(
    oracle: &mut Oracle<'_>,
    ladder: &Ladder,
    holds_at: &mut impl FnMut(&mut Oracle<'_>, Steps) -> Result<bool, EngineError>,
) -> Result<Option<Steps>, EngineError> {
    let (mut below, mut rung) = (0, 0);
    while rung < ladder.len() {
        if holds_at(oracle, ladder.at(rung))? {
            return halve(oracle, ladder, (below, rung), holds_at).map(Some);
        }
        below = rung + 1;
        rung = 2 * rung + 1;
    }
    Ok(None)
}

/// By halving, a figure of a ladder at which a plan exists while none is found one rung before it. At rung `above` one
/// exists.
fn halve(
    oracle: &mut Oracle<'_>,
    ladder: &Ladder,
    (mut below, mut above): (usize, usize),
    holds_at: &mut impl FnMut(&mut Oracle<'_>, Steps) -> Result<bool, EngineError>,
) -> Result<Steps, EngineError> {
    while below < above {
        let middle = below + (above - below) / 2;
        if holds_at(oracle, ladder.at(middle))? {
            above = middle;
        } else {
            below = middle + 1;
        }
    }
    Ok(ladder.at(above))
}

fn holds(
    oracle: &mut Oracle<'_>,
    earlier: &[(usize, Change)],
    change: (usize, Change),
    later: &[Element],
) -> Result<bool, EngineError> {
    let changes: Vec<(Element, Change)> = earlier
        .iter()
        .chain([&change])
        .map(|(index, change)| (oracle.elements()[*index], *change))
        .collect();
    // Rows are still in their places when elements are switched off: decisions go last of all.
    let mut case = oracle.case().clone();
    let mut off = later.to_vec();
    for (element, change) in &changes {
        match change {
            Change::Set(steps) => case = with_figure(&case, *element, *steps),
            Change::LeaveOut => off.push(*element),
        }
    }
    let case = without(&case, off);
    Ok(oracle.ask_about(&case)? == CaseFeasibility::Yes)
}

/// The case with all changes applied, as a person would apply them.
pub(crate) fn apply(case: &Case, changes: &[(Element, Change)]) -> Case {
    let mut case = case.clone();
    // From the last row to the first, so that rows keep their places until they go.
    let mut changes = changes.to_vec();
    changes.sort_unstable_by_key(|(element, _)| std::cmp::Reverse(*element));
    for (element, change) in changes {
        case = match change {
            Change::Set(steps) => with_figure(&case, element, steps),
            Change::LeaveOut => left_out(&case, element),
        };
    }
    case
}

/// The plan of a changed case, solved and checked; `None` if none was found within the effort.
pub(crate) fn confirm(
    case: &Case,
    knew: Option<&Knowledge>,
    options: &RunOptions,
    watch: &dyn EngineWatch,
) -> Result<Option<Box<Run>>, EngineError> {
    Ok(match assign_from(case, options, knew, &Within(watch))? {
        RunOutcome::Solved(run) => Some(run),
        RunOutcome::Refused { .. } | RunOutcome::Infeasible | RunOutcome::NoPlan(_) => None,
    })
}

/// A run within another: it may be stopped, and says nothing of its own.
struct Within<'a>(&'a dyn EngineWatch);

impl jiedui_solve::Watch for Within<'_> {
    fn stop(&self) -> Option<jiedui_domain::Termination> {
        self.0.stop()
    }

    fn seconds_left(&self) -> Option<f64> {
        self.0.seconds_left()
    }
}

impl EngineWatch for Within<'_> {}
