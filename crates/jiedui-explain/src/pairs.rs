//! The pairs of the plan for the dossier.

use crate::contribution::Contributions;
use crate::dossier::{DistanceOrigin, FitOrigin, HelpEntry, PairEntry};
use crate::evidence::{Evidence, value_of, wan};
use crate::{alternatives, criteria, limits, provenance};
use jiedui_domain::{Load, Measure, Quantity};
use jiedui_graph::{DistanceSource, FitSource};

pub(crate) fn pairs(evidence: &Evidence<'_>, contributions: &Contributions<'_>) -> Vec<PairEntry> {
    (0..evidence.plan.pairs().len())
        .map(|index| pair_entry(evidence, contributions, index))
        .collect()
}

fn pair_entry(
    evidence: &Evidence<'_>,
    contributions: &Contributions<'_>,
    index: usize,
) -> PairEntry {
    let case = evidence.case;
    let pair = evidence.pair(index);
    let candidate = evidence.candidate(index);
    let track = &case.policy.tracks[evidence.track_of(pair)];
    let distance = candidate.and_then(|candidate| candidate.distance);
    let previous = case.previous_pair(pair.helper, pair.recipient);
    PairEntry {
        helper: case.helpers[pair.helper].code.clone(),
        recipient: case.recipient_code(pair.recipient).to_owned(),
        track: track.code.clone(),
        divisible: track.divisible,
        distance_km: distance.map(|(km, _)| km.to_f64()),
        distance_origin: distance.map(|(_, source)| match source {
            DistanceSource::Given => DistanceOrigin::Given,
            DistanceSource::Roads => DistanceOrigin::Roads,
            DistanceSource::GreatCircle => DistanceOrigin::GreatCircle,
        }),
        fit: candidate.map(|candidate| candidate.fit.to_f64()),
        fit_origin: candidate.map(|candidate| match candidate.fit_source {
            FitSource::Given => FitOrigin::Given,
            FitSource::SupplyNeed => FitOrigin::SupplyNeed,
            FitSource::Industry => FitOrigin::Industry,
        }),
        load: Load::from_scaled(evidence.pair_load(index)).to_f64(),
        kept_since: previous.map(|previous| previous.since),
        locked: provenance::lock_of(case, pair.helper, pair.recipient),
        within_tenure: candidate.is_some_and(|candidate| candidate.within_tenure),
        help: pair
            .help
            .iter()
            .map(|help| HelpEntry {
                sector: case.policy.sectors[help.sector].code.clone(),
                amount: help.amount.to_f64(),
                value_wan: wan(value_of(case, help.sector, help.amount)),
            })
            .collect(),
        value_wan: wan(evidence.value[index]),
        clauses: clauses(evidence, index),
        contributions: Measure::ALL
            .into_iter()
            .map(|measure| contributions.of(measure, index))
            .collect(),
        criteria: criteria::criteria_of(evidence, contributions, index),
        limits: limits::limits_of(evidence, index),
        alternatives: alternatives::alternatives_to(evidence, index),
        facts: provenance::facts_of(evidence, index),
        value_by_basis: provenance::value_by_basis(evidence, index).to_wan(),
    }
}

/// Clauses of the track and of the sectors helped, each once.
fn clauses(evidence: &Evidence<'_>, index: usize) -> Vec<String> {
    let policy = &evidence.case.policy;
    let pair = evidence.pair(index);
    let track = policy.tracks[evidence.track_of(pair)].clause.iter();
    let sectors = pair
        .help
        .iter()
        .filter_map(|help| policy.sectors[help.sector].clause.as_ref());
    let mut clauses: Vec<String> = Vec::new();
    for clause in track.chain(sectors) {
        if !clauses.contains(clause) {
            clauses.push(clause.clone());
        }
    }
    clauses
}
