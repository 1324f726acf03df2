//! Minimal sets that cannot hold together, and minimal sets whose absence admits a plan.
//!
//! One set comes from QuickXplain (U. Junker, AAAI 2004), which asks about halves before it asks
//! about single elements. Several come from a hitting-set tree (R. Reiter, Artificial Intelligence
//! 32, 1987): each node leaves out one member of every set met on the way; a node at which a plan
//! exists is a way out. A tree that is searched to its end has found every minimal set and every
//! minimal way out.

use super::oracle::{Oracle, Set};
use crate::EngineError;
use crate::feasibility::CaseFeasibility;
use std::collections::{BTreeSet, VecDeque};

/// Sets sought at most.
pub(crate) const MOST_SETS: usize = 12;
/// Nodes of the tree looked at, at most.
const MOST_NODES: usize = 240;
/// Ways out sought at most.
const MOST_WAYS: usize = 12;

/// What a search found.
pub(crate) struct Found {
    /// Sets that cannot hold together, each proven; minimal where no question was left open.
    pub sets: Vec<Set>,
    /// Without these elements a plan exists; fewest first.
    pub ways_out: Vec<Set>,
    /// Whether every minimal set and way out was found.
    pub complete: bool,
}

/// Seeks sets among all elements, which together are known not to hold.
pub(crate) fn search(oracle: &mut Oracle<'_>, relevant: &[usize]) -> Result<Found, EngineError> {
    let mut found = Found {
        sets: Vec::new(),
        ways_out: Vec::new(),
        complete: true,
    };
    let mut seen: BTreeSet<Set> = BTreeSet::new();
    let mut nodes: VecDeque<Set> = VecDeque::from([Vec::new()]);
    let mut looked_at = 0;
    while let Some(left_out) = nodes.pop_front() {
        let is_superset = |way: &Set| way.iter().all(|element| left_out.contains(element));
        if found.ways_out.iter().any(is_superset) {
            continue;
        }
        looked_at += 1;
        let ends = looked_at > MOST_NODES || found.ways_out.len() >= MOST_WAYS || oracle.stopped();
        if ends {
            found.complete = false;
            break;
        }
        let known = found
            .sets
            .iter()
            .find(|set| !set.iter().any(|element| left_out.contains(element)));
        let set = match known {
            Some(set) => set.clone(),
            None => {
                let rest: Set = relevant
                    .iter()
                    .copied()
                    .filter(|element| !left_out.contains(element))
                    .collect();
                match oracle.ask(&rest)? {
                    CaseFeasibility::Yes => {
                        found.ways_out.push(left_out);
                        continue;
                    }
                    CaseFeasibility::Unknown => {
                        found.complete = false;
                        continue;
                    }
                    _ if found.sets.len() >= MOST_SETS => {
                        found.complete = false;
                        continue;
                    }
                    _ => {
                        let set = minimise(oracle, &rest)?;
                        found.sets.push(set.clone());
                        set
                    }
                }
            }
        };
        for element in set {
            let mut child = left_out.clone();
            child.push(element);
            child.sort_unstable();
            if seen.insert(child.clone()) {
                nodes.push_back(child);
            }
        }
    }
    Ok(found)
}

/// A set within `elements` that is proven not to hold; `elements` is known not to hold. Where every
/// question is settled no proper subset of it has that property.
fn minimise(oracle: &mut Oracle<'_>, elements: &[usize]) -> Result<Set, EngineError> {
    let mut set = quick_xplain(oracle, &[], false, elements)?;
    set.sort_unstable();
    Ok(set)
}

fn quick_xplain(
    oracle: &mut Oracle<'_>,
    background: &[usize],
    grown: bool,
    elements: &[usize],
) -> Result<Set, EngineError> {
    // Stopped: what is left is proven as a whole, only not minimal.
    if grown && (holds_not(oracle, background)? || elements.is_empty()) {
        return Ok(Vec::new());
    }
    if elements.len() <= 1 || oracle.stopped() {
        return Ok(elements.to_vec());
    }
    let (preferred, rest) = elements.split_at(elements.len() / 2);
    let with = |known: &[usize]| {
        let mut all = [background, known].concat();
        all.sort_unstable();
        all
    };
    let from_rest = quick_xplain(oracle, &with(preferred), true, rest)?;
    let grown = !from_rest.is_empty();
    let from_preferred = quick_xplain(oracle, &with(&from_rest), grown, preferred)?;
    Ok([from_preferred, from_rest].concat())
}

fn holds_not(oracle: &mut Oracle<'_>, elements: &[usize]) -> Result<bool, EngineError> {
    Ok(oracle.ask(elements)?.is_no())
}
