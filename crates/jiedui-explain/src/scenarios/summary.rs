//! What moved over all scenarios that stand alone or belong to a sweep.

use super::record::{BaseRecord, PairName, ScenarioRecord, Status};
use serde::{Deserialize, Serialize};

/// A pair of the base that at least one scenario ends.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MovedPair {
    /// The pair.
    pub pair: PairName,
    /// Names of the scenarios that end it, in their order.
    pub ended_in: Vec<String>,
}

/// The base's pairs that scenarios with a plan end, most often first, then by code. Random sets have
/// their own account ([`super::stability()`]) and do not count.
pub fn moved_pairs(base: &BaseRecord, scenarios: &[ScenarioRecord]) -> Vec<MovedPair> {
    let counted = scenarios
        .iter()
        .filter(|scenario| scenario.kind != "random" && scenario.status == Status::Solved);
    let mut moved: Vec<MovedPair> = base
        .pairs
        .iter()
        .map(|pair| MovedPair {
            pair: pair.clone(),
            ended_in: counted
                .clone()
                .filter(|scenario| scenario.removed.iter().any(|removed| removed.is(pair)))
                .map(|scenario| scenario.name.clone())
                .collect(),
        })
        .filter(|moved| !moved.ended_in.is_empty())
        .collect();
    moved.sort_by(|a, b| {
        let by_count = b.ended_in.len().cmp(&a.ended_in.len());
        by_count.then_with(|| a.pair.cmp(&b.pair))
    });
    moved
}
