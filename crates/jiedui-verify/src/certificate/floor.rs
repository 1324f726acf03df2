//! What a floor that every plan looked at must reach says about single pairs.
//!
//! If every recipient must get at least T, a pair must bring what all other pairs that the recipient may
//! have could not: T less the most that they can do. A pair that cannot is in no such plan.

use super::grains::ceiling_of;
use super::ground::Ground;
use crate::exact::BILLION;
use jiedui_domain::{Id, Measure, Quantity, RecipientId, SectorId, TrackId};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use std::collections::BTreeSet;

/// The pairs of a tier: the least worth of each, 1e-12 万元; `None` for a pair in none of its plans.
pub(super) type Least = Vec<Option<i128>>;

/// Raises the least worth of pairs, and drops some, for plans whose measure reaches `target`.
///
/// `objective` counts in the policy's list and is a floor. *Complexity:* O(arcs log arcs).
pub(super) fn tighten(
    ground: &Ground<'_>,
    least: &mut Least,
    objective: usize,
    target: &BigRational,
) {
    let Some(floor) = ground.case.policy.objectives.get(objective) else {
        return;
    };
    let counts: Vec<bool> = ground
        .case
        .policy
        .tracks
        .ids()
        .map(|track| floor.tracks.is_empty() || floor.tracks.contains(&track))
        .collect();
    for recipient in ground.case.recipients.ids() {
        // In the smallest steps of what is counted: 1e-12 万元, or 1e-9 of fit.
        let wanted = match floor.measure {
            Measure::CoverageFloor => {
                let need = ground.need_worth(recipient);
                if need <= 0 {
                    continue;
                }
                target * BigInt::from(need)
            }
            Measure::FitFloor => target * BigInt::from(BILLION),
            _ => return,
        };
        let by_worth = floor.measure == Measure::CoverageFloor;
        let together = Together::new(ground, least, recipient, &counts, by_worth);
        tighten_recipient(
            ground, least, recipient, &counts, by_worth, wanted, &together,
        );
    }
}

fn tighten_recipient(
    ground: &Ground<'_>,
    least: &mut Least,
    recipient: RecipientId,
    counts: &[bool],
    by_worth: bool,
    mut wanted: BigRational,
    together: &Together,
) {
    let arcs = &ground.of_recipient[recipient.index()];
    let tracks = ground.case.policy.tracks.len();
    // What each pair can bring, by track.
    let mut reaches: Vec<Vec<(i128, usize)>> = vec![Vec::new(); tracks];
    for index in arcs {
        let arc = &ground.arcs[*index];
        let counted = counts[arc.track.index()];
        if !arc.forms_pair {
            if counted && by_worth {
                wanted -= BigInt::from(arc.reach());
            }
            continue;
        }
        if least[*index].is_none() {
            continue;
        }
        let reach = match (counted, by_worth) {
            (true, true) => arc.reach(),
            (true, false) => arc.fit,
            (false, _) => 0,
        };
        reaches[arc.track.index()].push((reach, *index));
    }
    // The best that each track can do: its best pairs, as many as the recipient may have.
    let mut best = vec![0_i128; tracks];
    for (track, known) in ground.case.policy.tracks.ids().zip(&mut reaches) {
        known.sort_by(|one, other| other.cmp(one));
        let most = ground.wanted(recipient, track).most;
        let places = most.map_or(known.len(), |most| known.len().min(most as usize));
        best[track.index()] = known
            .iter()
            .take(places)
            .map(|(reach, _)| (*reach).max(0))
            .sum();
    }
    let all: i128 = best.iter().sum();
    for (track, known) in ground.case.policy.tracks.ids().zip(&reaches) {
        let most = ground.wanted(recipient, track).most;
        let places = most.map_or(known.len(), |most| known.len().min(most as usize));
        let positive = |place: usize| known.get(place).map_or(0, |(reach, _)| (*reach).max(0));
        for (rank, (reach, index)) in known.iter().enumerate() {
            // Without this pair: if it is among the best it leaves a place empty, else the last gives way.
            let given_up = if rank < places {
                (*reach).max(0)
            } else {
                positive(places.saturating_sub(1))
            };
            let own = best[track.index()] - given_up;
            let others = together.without(track).min(all - best[track.index()]) + own;
            let required = &wanted - BigInt::from(others);
            if required > BigRational::from_integer(BigInt::from(*reach)) {
                let arc = &ground.arcs[*index];
                if !arc.demanded {
                    least[*index] = None;
                    continue;
                }
            }
            if by_worth && counts[track.index()] && required.is_positive() {
                raise(ground, least, *index, &required);
            }
        }
    }
}

/// What the best pairs of several tracks can bring to one recipient together: no more than any set of its needs
/// and what they can bring besides. The sets tried begin with none and grow by every need that lowers the sum.
struct Together {
    /// By set of needs tried: the needs, and what each track can bring besides, in the steps of what is counted.
    tried: Vec<(i128, Vec<i128>)>,
}

impl Together {
    fn new(
        ground: &Ground<'_>,
        least: &Least,
        recipient: RecipientId,
        counts: &[bool],
        by_worth: bool,
    ) -> Self {
        let mut met = BTreeSet::new();
        let mut met_needs = 0;
        let parts = |met: &BTreeSet<SectorId>| -> Vec<i128> {
            let mut besides: Vec<Vec<i128>> = vec![Vec::new(); counts.len()];
            for index in &ground.of_recipient[recipient.index()] {
                let arc = &ground.arcs[*index];
                if arc.forms_pair && least[*index].is_some() && counts[arc.track.index()] {
                    let brings = if by_worth { arc.besides(met) } else { arc.fit };
                    besides[arc.track.index()].push(brings.max(0));
                }
            }
            let tracks = ground.case.policy.tracks.ids();
            let best = tracks.zip(&mut besides).map(|(track, known)| {
                known.sort_by(|one, other| other.cmp(one));
                let most = ground.wanted(recipient, track).most;
                let places = most.map_or(known.len(), |most| known.len().min(most as usize));
                known[..places].iter().sum()
            });
            best.collect()
        };
        let mut tried = vec![(0, parts(&met))];
        let mut fewest: i128 = tried[0].1.iter().sum();
        let sectors = ground.case.policy.sectors.iter();
        for (sector, kind) in sectors.filter(|_| by_worth) {
            let need = ground.facts.need(recipient, sector) * i128::from(kind.value.scaled());
            if need <= 0 {
                continue;
            }
            met.insert(sector);
            let besides = parts(&met);
            let sum = met_needs + need + besides.iter().sum::<i128>();
            tried.push((met_needs + need, besides));
            if sum < fewest {
                fewest = sum;
                met_needs += need;
            } else {
                met.remove(&sector);
            }
        }
        Self { tried }
    }

    /// The most that all tracks but one can bring together.
    fn without(&self, track: TrackId) -> i128 {
        let sums = self.tried.iter().map(|(needs, parts)| {
            let others = parts.iter().enumerate();
            let others = others.filter(|(index, _)| *index != track.index());
            needs + others.map(|(_, part)| part).sum::<i128>()
        });
        sums.min().unwrap_or(i128::MAX)
    }
}

/// Help is a whole number of 1e-12 万元, so what is required may be rounded up.
fn raise(ground: &Ground<'_>, least: &mut Least, index: usize, required: &BigRational) {
    let arc = &ground.arcs[index];
    if arc.cells.is_empty() {
        return;
    }
    let required = ceiling_of(required).to_i128().unwrap_or(0).min(arc.reach());
    if let Some(known) = &mut least[index] {
        *known = (*known).max(required);
    }
}

/// The least worth of every pair before any floor is kept.
pub(super) fn untightened(ground: &Ground<'_>) -> Least {
    ground.arcs.iter().map(|arc| Some(arc.least)).collect()
}

/// The floor that a tier is, with its weight: one objective that is a floor, and no other that could add to
/// the tier, so that a tier that keeps its value keeps its floor.
pub(super) fn floor_of_tier(
    ground: &Ground<'_>,
    objectives: &[usize],
) -> Option<(usize, BigRational)> {
    let mut adding = objectives
        .iter()
        .filter(|objective| may_add(ground, **objective));
    let (objective, None) = (adding.next()?, adding.next()) else {
        return None;
    };
    let floor = ground.case.policy.objectives.get(*objective)?;
    let is_floor = matches!(floor.measure, Measure::CoverageFloor | Measure::FitFloor);
    let weight = BigRational::from_float(floor.weight)?;
    (is_floor && weight > BigRational::zero()).then_some((*objective, weight))
}

/// Whether an objective can count for more than nothing in any plan.
fn may_add(ground: &Ground<'_>, objective: usize) -> bool {
    let Some(objective) = ground.case.policy.objectives.get(objective) else {
        return true;
    };
    if objective.weight < 0.0 {
        return true;
    }
    let mut counted = ground
        .arcs
        .iter()
        .filter(|arc| objective.tracks.is_empty() || objective.tracks.contains(&arc.track));
    match objective.measure {
        // A share of what is needed, nowhere below 0.
        Measure::Coverage => counted.any(|arc| arc.reach() > 0),
        Measure::Fit => counted.any(|arc| arc.forms_pair && arc.fit > 0),
        Measure::Continuity => counted.any(|arc| arc.forms_pair && arc.age.is_some()),
        Measure::CoverageFloor | Measure::FitFloor | Measure::Equity => true,
        // Kept small, and nowhere below 0 unless a distance is.
        Measure::Distance | Measure::FlowDistance => counted.any(|arc| arc.distance < 0),
        Measure::Hardship | Measure::EffortBalance | Measure::Pairs => false,
    }
}
