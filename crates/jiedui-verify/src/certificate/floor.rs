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
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The pairs of a tier: the least worth of each, 1e-12 万元; `None` for a pair in none of its plans.
pub(super) type Least = Vec<Option<i128>>;

/// Raises the least worth of pairs, and drops some, for plans whose measure reaches `target`.
///
/// `objective` counts in the policy's list and is a floor. *Complexity:* O(arcs log arcs), recipients in parallel.
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
    // Whatever is said of a pair speaks of its recipient's pairs alone.
    let recipients: Vec<RecipientId> = ground.case.recipients.ids().collect();
    let required: Vec<(usize, Option<i128>)> = recipients
        .into_par_iter()
        .flat_map_iter(|recipient| {
            let of_floor = OfFloor {
                ground,
                least,
                recipient,
                counts: &counts,
                by_worth: floor.measure == Measure::CoverageFloor,
            };
            of_floor
                .wanted(floor.measure, target)
                .map_or_else(Vec::new, |wanted| of_floor.required(wanted))
        })
        .collect();
    for (index, required) in required {
        least[index] = required;
    }
}

/// What a floor says of the pairs of one recipient.
struct OfFloor<'f, 'a> {
    ground: &'f Ground<'a>,
    least: &'f Least,
    recipient: RecipientId,
    /// By track: whether the floor counts it.
    counts: &'f [bool],
    /// Whether it counts help; else fit.
    by_worth: bool,
}

impl OfFloor<'_, '_> {
    /// What the recipient must get, in the smallest steps of what is counted: 1e-12 万元, or 1e-9 of fit. `None` where
    /// nothing is asked.
    fn wanted(&self, measure: Measure, target: &BigRational) -> Option<BigRational> {
        match measure {
            Measure::CoverageFloor => {
                let need = self.ground.need_worth(self.recipient);
                (need > 0).then(|| target * BigInt::from(need))
            }
            Measure::FitFloor => Some(target * BigInt::from(BILLION)),
            _ => None,
        }
    }

    /// Pairs of which more is required than before, with the least that each must bring; `None` for one that cannot.
    fn required(&self, mut wanted: BigRational) -> Vec<(usize, Option<i128>)> {
        let Self { ground, least, .. } = *self;
        let together = Together::new(self);
        let arcs = &ground.of_recipient[self.recipient.index()];
        let tracks = ground.case.policy.tracks.len();
        // What each pair can bring, by track.
        let mut reaches: Vec<Vec<(i128, usize)>> = vec![Vec::new(); tracks];
        for index in arcs {
            let arc = &ground.arcs[*index];
            let counted = self.counts[arc.track.index()];
            if !arc.forms_pair {
                if counted && self.by_worth {
                    wanted -= BigInt::from(arc.reach());
                }
                continue;
            }
            if least[*index].is_none() {
                continue;
            }
            let reach = match (counted, self.by_worth) {
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
            let most = ground.wanted(self.recipient, track).most;
            let places = most.map_or(known.len(), |most| known.len().min(most as usize));
            best[track.index()] = known
                .iter()
                .take(places)
                .map(|(reach, _)| (*reach).max(0))
                .sum();
        }
        let all: i128 = best.iter().sum();
        let mut found = Vec::new();
        for (track, known) in ground.case.policy.tracks.ids().zip(&reaches) {
            let most = ground.wanted(self.recipient, track).most;
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
                let cannot = required > BigRational::from_integer(BigInt::from(*reach));
                if cannot && !ground.arcs[*index].demanded {
                    found.push((*index, None));
                } else if self.by_worth && self.counts[track.index()] && required.is_positive() {
                    let required = self.raised(*index, &required);
                    found.extend(required.map(|required| (*index, Some(required))));
                }
            }
        }
        found
    }

    /// The least that a pair must bring where so much is required; `None` where that is no more than before. Help is a
    /// whole number of 1e-12 万元, so what is required may be rounded up.
    fn raised(&self, index: usize, required: &BigRational) -> Option<i128> {
        let arc = &self.ground.arcs[index];
        if arc.cells.is_empty() {
            return None;
        }
        let required = ceiling_of(required).to_i128().unwrap_or(0).min(arc.reach());
        self.least[index].filter(|known| *known < required)?;
        Some(required)
    }
}

/// What the best pairs of several tracks can bring to one recipient together: no more than any set of its needs
/// and what they can bring besides. The sets tried begin with none and grow by every need that lowers the sum.
struct Together {
    /// By set of needs tried: the needs, and what each track can bring besides, in the steps of what is counted.
    tried: Vec<(i128, Vec<i128>)>,
}

impl Together {
    fn new(of_floor: &OfFloor<'_, '_>) -> Self {
        let OfFloor {
            ground,
            least,
            recipient,
            counts,
            by_worth,
        } = *of_floor;
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
