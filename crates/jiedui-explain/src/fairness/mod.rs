//! How evenly the plan spreads its help (issue: 贫富不均), and what holds the least coverage down.

mod cut;
mod flow;
mod spread;

use crate::dossier::{Fairness, TrackSpread, ZoneSpread};
use crate::evidence::{Evidence, FineWan, wan};
use jiedui_domain::{IdVec, Quantity, RecipientId};
use spread::spread_of;
use std::collections::BTreeMap;

/// The spread of a plan; `None` where nobody needs anything.
///
/// *Complexity:* two maximum flows for every recipient.
pub(crate) fn fairness(evidence: &Evidence<'_>) -> Option<Fairness> {
    let case = evidence.case;
    let needy: Vec<RecipientId> = case
        .recipients
        .ids()
        .filter(|id| evidence.need_value[*id] > 0)
        .collect();
    let coverage =
        |id: RecipientId| evidence.given_to_recipient[id] as f64 / evidence.need_value[id] as f64;
    // Who needs nothing can be given nothing: a 0 that says nothing of how help is spread.
    let per_head = needy.iter().filter_map(|id| {
        let people = case.recipient_place(*id).population?.to_f64();
        // 万元 over 万人.
        (people > 0.0).then(|| wan(evidence.given_to_recipient[*id]) / people)
    });
    let mut zones: BTreeMap<&str, Vec<RecipientId>> = BTreeMap::new();
    for id in &needy {
        let zone = case.recipient_place(*id).prefecture.as_str();
        zones.entry(zone).or_default().push(*id);
    }
    let zones = zones.into_iter().filter_map(|(prefecture, of_zone)| {
        let sum = |values: &IdVec<RecipientId, FineWan>| {
            wan(of_zone.iter().map(|id| values[*id]).sum::<FineWan>())
        };
        Some(ZoneSpread {
            prefecture: prefecture.to_owned(),
            need_wan: sum(&evidence.need_value),
            given_wan: sum(&evidence.given_to_recipient),
            coverage: spread_of(of_zone.iter().map(|id| coverage(*id)))?,
        })
    });
    let zones = zones.collect();
    let worst = worst(evidence, &needy);
    Some(Fairness {
        coverage: spread_of(needy.iter().map(|id| coverage(*id)))?,
        per_head_yuan: spread_of(per_head),
        zones,
        tracks: tracks(evidence, &needy),
        why: cut::binding_cut(evidence, &needy)?,
        worst: worst
            .iter()
            .map(|id| case.recipient_code(*id).to_owned())
            .collect(),
    })
}

/// Whether the first recipient is covered less than, as much as, or more than the second; exactly.
fn compare(evidence: &Evidence<'_>, a: RecipientId, b: RecipientId) -> std::cmp::Ordering {
    use num_bigint::BigInt;
    let product = |given: FineWan, need: FineWan| BigInt::from(given) * BigInt::from(need);
    product(evidence.given_to_recipient[a], evidence.need_value[b]).cmp(&product(
        evidence.given_to_recipient[b],
        evidence.need_value[a],
    ))
}

/// Those with the least coverage, by code.
fn worst(evidence: &Evidence<'_>, needy: &[RecipientId]) -> Vec<RecipientId> {
    let Some(least) = needy
        .iter()
        .copied()
        .min_by(|a, b| compare(evidence, *a, *b))
    else {
        return Vec::new();
    };
    let as_low = |id: &RecipientId| compare(evidence, *id, least).is_eq();
    needy.iter().copied().filter(as_low).collect()
}

fn tracks(evidence: &Evidence<'_>, needy: &[RecipientId]) -> Vec<TrackSpread> {
    let case = evidence.case;
    let tracks = case.policy.tracks.iter();
    tracks
        .filter_map(|(id, track)| {
            let mut given: IdVec<RecipientId, FineWan> = IdVec::filled(0, case.recipients.len());
            for (index, pair) in evidence.plan.pairs().iter().enumerate() {
                if evidence.track_of(pair) == id {
                    given[pair.recipient] += evidence.value[index];
                }
            }
            let share = |id: &RecipientId| given[*id] as f64 / evidence.need_value[*id] as f64;
            Some(TrackSpread {
                track: track.code.clone(),
                given_wan: wan(given.values().sum()),
                served: given.values().filter(|value| **value > 0).count(),
                share_of_need: spread_of(needy.iter().map(share))?,
            })
        })
        .collect()
}
