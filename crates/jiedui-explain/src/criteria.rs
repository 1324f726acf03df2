//! How a pair compares with the other candidates on both sides.

use crate::contribution::Contributions;
use crate::dossier::{Criterion, CriterionKind, Exact, RankedAmong, Ranking, UnitOfMeasure};
use crate::evidence::{Evidence, wan};
use crate::rank::{BothSides, positions};
use jiedui_domain::Quantity;
use std::cmp::Reverse;

/// The criteria of the pair at this place of the plan, in a fixed order.
pub(crate) fn criteria_of(
    evidence: &Evidence<'_>,
    contributions: &Contributions<'_>,
    index: usize,
) -> Vec<Criterion> {
    let mut criteria = Vec::with_capacity(6);
    if let (Some(candidate), Some(arc)) = (evidence.candidate(index), evidence.arcs[index]) {
        let ranks = &evidence.ranks[arc];
        let years = candidate
            .previous_since
            .map_or(0, |since| evidence.case.info.year.saturating_sub(since));
        criteria.extend([
            among_candidates(
                CriterionKind::Fit,
                Some(candidate.fit.to_f64()),
                UnitOfMeasure::Plain,
                ranks.by_fit,
            ),
            among_candidates(
                CriterionKind::Distance,
                candidate.distance.map(|(km, _)| km.to_f64()),
                UnitOfMeasure::Km,
                ranks.by_distance,
            ),
            among_candidates(
                CriterionKind::HardshipSteps,
                Some(f64::from(candidate.hardship_steps)),
                UnitOfMeasure::Steps,
                ranks.by_hardship,
            ),
            among_candidates(
                CriterionKind::Continuity,
                Some(f64::from(years)),
                UnitOfMeasure::Years,
                ranks.by_continuity,
            ),
            among_candidates(
                CriterionKind::Capacity,
                Some(wan(ranks.capacity)),
                UnitOfMeasure::Wan,
                ranks.by_capacity,
            ),
        ]);
    }
    criteria.push(coverage_added(evidence, contributions, index));
    criteria
}

fn among_candidates(
    criterion: CriterionKind,
    value: Option<f64>,
    unit: UnitOfMeasure,
    ranks: BothSides,
) -> Criterion {
    Criterion {
        criterion,
        value,
        unit,
        among: RankedAmong::Candidates,
        at_recipient: ranks.0,
        at_helper: ranks.1,
    }
}

/// What a pair carries is known for formed pairs only, so it ranks among those.
fn coverage_added(
    evidence: &Evidence<'_>,
    contributions: &Contributions<'_>,
    index: usize,
) -> Criterion {
    let pair = evidence.pair(index);
    let share = contributions
        .share_of_need(index)
        .map(|share| Exact::of(&share).value);
    // At one recipient the order by value is the order by share; at one helper it is not.
    let at_recipient = rank_in(
        &evidence.pairs_of_recipient[pair.recipient],
        index,
        |other| Some(Reverse(evidence.value[other])),
    );
    let group = &evidence.pairs_of_helper[pair.helper];
    let shares: Vec<_> = group
        .iter()
        .map(|other| contributions.share_of_need(*other))
        .collect();
    let at_helper = share.and_then(|_| {
        let mine = contributions.share_of_need(index)?;
        let better = shares.iter().flatten().filter(|other| **other > mine);
        Some(Ranking {
            rank: 1 + crate::evidence::count(better),
            of: crate::evidence::count(shares.iter().flatten()),
            tied: crate::evidence::count(shares.iter().flatten().filter(|other| **other == mine)),
        })
    });
    Criterion {
        criterion: CriterionKind::CoverageAdded,
        value: share,
        unit: UnitOfMeasure::Share,
        among: RankedAmong::Pairs,
        at_recipient: at_recipient.filter(|_| share.is_some()),
        at_helper,
    }
}

fn rank_in<K: Ord + Copy>(
    group: &[usize],
    index: usize,
    key: impl Fn(usize) -> Option<K>,
) -> Option<Ranking> {
    let place = group.iter().position(|other| *other == index)?;
    positions(group, key).get(place).copied().flatten()
}
