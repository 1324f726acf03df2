//! Sectors, tracks, recipients and helpers for the dossier.

use crate::contribution::Contributions;
use crate::dossier::{
    Exact, HelperEntry, RecipientEntry, RecipientTrack, SectorBalance, SectorInfo, SupplyUse,
    Title, TrackInfo,
};
use crate::evidence::{Evidence, count, wan};
use crate::limits::unit_of;
use crate::provenance::{budget_facts, need_fact, supply_fact};
use jiedui_domain::{Amount, Case, HelperId, Load, Names, Quantity, Quota, RecipientId, TrackId};

pub(crate) fn sectors(case: &Case) -> Vec<SectorInfo> {
    case.policy
        .sectors
        .values()
        .map(|sector| SectorInfo {
            code: sector.code.clone(),
            title: Title::from(&sector.title),
            unit: unit_of(sector.unit),
            whole: sector.whole,
            value_wan: sector.value.to_f64(),
            clause: sector.clause.clone(),
        })
        .collect()
}

pub(crate) fn tracks(evidence: &Evidence<'_>) -> Vec<TrackInfo> {
    let tracks = evidence.case.policy.tracks.ids();
    tracks.map(|track| track_info(evidence, track)).collect()
}

fn track_info(evidence: &Evidence<'_>, track: TrackId) -> TrackInfo {
    let case = evidence.case;
    let row = &case.policy.tracks[track];
    let pairs: Vec<usize> = (0..evidence.plan.pairs().len())
        .filter(|index| evidence.track_of(evidence.pair(*index)) == track)
        .collect();
    let helpers: Vec<HelperId> = case
        .helpers
        .iter()
        .filter(|(_, helper)| helper.track == track)
        .map(|(id, _)| id)
        .collect();
    // What a divisible track shares out are no pairs, neither kept nor ended.
    let formed = if row.divisible { &[] } else { pairs.as_slice() };
    let within = |recipient: RecipientId| {
        let quota = case.recipient_quota(recipient, track);
        let pairs = evidence.pairs_in_track(recipient, track);
        pairs >= quota.min && quota.max.is_none_or(|max| pairs <= max)
    };
    TrackInfo {
        code: row.code.clone(),
        title: Title::from(&row.title),
        clause: row.clause.clone(),
        divisible: row.divisible,
        pairs: formed.len(),
        kept: formed
            .iter()
            .map(|index| evidence.pair(*index))
            .filter(|pair| case.previous_pair(pair.helper, pair.recipient).is_some())
            .count(),
        ended: if row.divisible {
            0
        } else {
            evidence.changes(track) as usize
        },
        helpers: helpers.len(),
        helpers_used: helpers
            .iter()
            .filter(|helper| !evidence.pairs_of_helper[**helper].is_empty())
            .count(),
        value_wan: wan(pairs.iter().map(|index| evidence.value[*index]).sum()),
        candidates: helpers
            .iter()
            .map(|helper| evidence.graph.arcs_of_helper(*helper).len())
            .sum(),
        excluded: evidence
            .graph
            .excluded()
            .iter()
            .filter(|pair| case.helpers[pair.helper].track == track)
            .count(),
        all_recipients_within_quota: row.divisible || case.recipients.ids().all(within),
        max_changes: row.max_changes,
    }
}

pub(crate) fn recipients(
    evidence: &Evidence<'_>,
    contributions: &Contributions<'_>,
) -> Vec<RecipientEntry> {
    let names = Names::of(evidence.case);
    let recipients = evidence.case.recipients.ids();
    recipients
        .map(|recipient| recipient_entry(evidence, contributions, &names, recipient))
        .collect()
}

fn recipient_entry(
    evidence: &Evidence<'_>,
    contributions: &Contributions<'_>,
    names: &Names<'_>,
    recipient: RecipientId,
) -> RecipientEntry {
    let case = evidence.case;
    let place = case.recipient_place(recipient);
    RecipientEntry {
        code: place.code.clone(),
        name: names.recipient(recipient),
        prefecture: place.prefecture.clone(),
        hardship_class: place.hardship_class,
        population: place.population.map(Quantity::to_f64),
        lon: place.lon.map(Quantity::to_f64),
        lat: place.lat.map(Quantity::to_f64),
        weight: case.recipients[recipient].weight.to_f64(),
        coverage: evidence
            .coverage(recipient)
            .map(|coverage| Exact::of(&coverage)),
        equity_part: contributions
            .equity_part(recipient)
            .map(|part| Exact::of(&part)),
        need_wan: wan(evidence.need_value[recipient]),
        given_wan: wan(evidence.given_to_recipient[recipient]),
        sectors: case
            .needs_of(recipient)
            .iter()
            .map(|need| {
                let received = evidence.received.get(&(recipient, need.sector));
                let given = received.copied().unwrap_or(0);
                SectorBalance {
                    sector: case.policy.sectors[need.sector].code.clone(),
                    need: need.amount.to_f64(),
                    given: Amount::from_scaled(given).to_f64(),
                    unmet: Amount::from_scaled(need.amount.scaled() - given).to_f64(),
                    fact: need_fact(case, need),
                }
            })
            .collect(),
        tracks: case
            .policy
            .tracks
            .ids()
            .filter_map(|track| recipient_track(evidence, recipient, track))
            .collect(),
    }
}

/// A divisible track forms no pairs, so no quota counts them.
fn recipient_quota(case: &Case, recipient: RecipientId, track: TrackId) -> Quota {
    if case.policy.tracks[track].divisible {
        return Quota { min: 0, max: None };
    }
    case.recipient_quota(recipient, track)
}

fn recipient_track(
    evidence: &Evidence<'_>,
    recipient: RecipientId,
    track: TrackId,
) -> Option<RecipientTrack> {
    let case = evidence.case;
    let quota = recipient_quota(case, recipient, track);
    let pairs = if case.policy.tracks[track].divisible {
        0
    } else {
        evidence.pairs_in_track(recipient, track)
    };
    let arcs = evidence.graph.arcs_of_recipient(recipient).iter();
    let candidates = arcs
        .filter(|arc| evidence.graph.arcs()[**arc].track == track)
        .count();
    (pairs > 0 || quota.min > 0 || candidates > 0).then(|| RecipientTrack {
        track: case.policy.tracks[track].code.clone(),
        pairs,
        min: quota.min,
        max: quota.max,
        candidates,
    })
}

pub(crate) fn helpers(evidence: &Evidence<'_>) -> Vec<HelperEntry> {
    let names = Names::of(evidence.case);
    let helpers = evidence.case.helpers.ids();
    helpers
        .map(|helper| helper_entry(evidence, &names, helper))
        .collect()
}

fn helper_entry(evidence: &Evidence<'_>, names: &Names<'_>, helper: HelperId) -> HelperEntry {
    let case = evidence.case;
    let row = &case.helpers[helper];
    let place = row.place.map(|place| &case.places[place]);
    let quota = if case.policy.tracks[row.track].divisible {
        Quota { min: 0, max: None }
    } else {
        case.helper_quota(helper)
    };
    let helped = count(evidence.pairs_of_helper[helper].iter());
    // What a divisible track shares out is no pair.
    let pairs = if case.policy.tracks[row.track].divisible {
        0
    } else {
        helped
    };
    HelperEntry {
        code: row.code.clone(),
        name: names.helper(helper),
        track: case.policy.tracks[row.track].code.clone(),
        place: place.map(|place| place.code.clone()),
        place_name: place.map(|place| place.name.clone()),
        lon: place.and_then(|place| place.lon).map(Quantity::to_f64),
        lat: place.and_then(|place| place.lat).map(Quantity::to_f64),
        budget_wan: case.budget(helper).map(Quantity::to_f64),
        budget_facts: budget_facts(case, helper),
        given_wan: wan(evidence.given_by_helper[helper]),
        pairs,
        min_pairs: quota.min,
        max_pairs: quota.max,
        load: Load::from_scaled(evidence.load(helper)).to_f64(),
        max_load: row.max_load.map(Quantity::to_f64),
        idle: helped == 0,
        candidates: evidence.graph.arcs_of_helper(helper).len(),
        supply: case
            .supply_of(helper)
            .iter()
            .map(|supply| {
                let given = evidence.given.get(&(helper, supply.sector));
                SupplyUse {
                    sector: case.policy.sectors[supply.sector].code.clone(),
                    supply: supply.amount.to_f64(),
                    given: Amount::from_scaled(given.copied().unwrap_or(0)).to_f64(),
                    fact: supply_fact(case, supply),
                }
            })
            .collect(),
    }
}
