//! The certificate of a run: the solver's evidence by codes, with the bounds that the verifier finds it
//! to prove.

use crate::potentials::answer_over_all;
use jiedui_domain::{Case, Gap, HelperId, Plan, Proof, TierResult};
use jiedui_model::{RowFamily, RowKey};
use jiedui_solve::{PriceName, TierEvidence, TrackEvidence};
use jiedui_verify::certificate::{
    Certificate, CertificateCheck, FORMAT_VERSION, Figure, Portfolio, RowPrice, TierCertificate,
    TrackProof,
};

/// How much lower a bound of branch and bound may be, relative to its size, and still be what was proven.
const SAME: f64 = 1e-9;

/// Which plans the solver's own bounds speak of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spoken {
    /// Of all of the case.
    OfAll,
    /// Of those made of the candidates listed: only what is proven from the raw case speaks of all.
    OfListed,
}

/// Writes the certificate of a plan, and puts the bounds that it proves into the tiers.
///
/// A bound of branch and bound, or of a network whose costs had to be rounded, stands beside what is proven
/// where it is lower: it is the solver's word. Every other bound becomes the proven one, which may be a
/// little weaker than the solver's own.
///
/// *Complexity:* that of checking the certificate once.
pub(crate) fn certify(
    case: &Case,
    plan: &Plan,
    evidence: &[TierEvidence],
    spoken: Spoken,
    tiers: &mut [TierResult],
) -> Certificate {
    let check = CertificateCheck::new(case);
    let priorities: Vec<u32> = tiers.iter().map(|tier| tier.priority).collect();
    let mut certificate = stated(case, evidence, &priorities, |place, own| {
        kept(&check, plan, place, own.kept)
    });
    for place in 0..certificate.tiers.len() {
        let has_evidence = evidence.get(place).is_some_and(|own| own.claimed.is_some());
        if spoken == Spoken::OfListed {
            answer_over_all(case, &check, &mut certificate, place);
        }
        let mut proven = if has_evidence {
            check.prove(&certificate, place).ok()
        } else {
            None
        };
        if proven.is_none()
            && spoken == Spoken::OfListed
            && let Some(part) = certificate.tiers.get_mut(place)
        {
            // Without any figures something is proven all the same, and of all plans.
            forget(part);
            proven = check.prove(&certificate, place).ok();
        }
        let (Some(part), Some(tier)) = (certificate.tiers.get_mut(place), tiers.get_mut(place))
        else {
            continue;
        };
        if proven.is_none() {
            // Figures that prove nothing are no part of a certificate.
            forget(part);
        }
        if spoken == Spoken::OfListed {
            tier.proof = Proof::Decomposition;
            tier.bound = f64::INFINITY;
            tier.gap = Gap::between(tier.in_plan, tier.bound);
        }
        take_bound(tier, proven.as_deref());
        part.bound = proven;
        // Solved with amounts that no step divides (a budget of 10.005), a priority may reach more than any plan that can
        // be signed. What is proven speaks of these, and so does what was reached, and what later priorities keep of it.
        let most = tier.bound.max(tier.in_plan);
        if tier.certified.is_some() && tier.reached > most {
            // Twice, as a relative tolerance is a part of what was reached.
            let beyond = 2.0 * (tier.reached - most);
            tier.reached = most;
            if let (Some(_), Some(own)) = (&part.kept, evidence.get(place)) {
                part.kept = kept(&check, plan, place, own.kept - beyond);
            }
        }
    }
    certificate
}

/// The solver's evidence by codes, without bounds; `kept` tells what later priorities keep of one.
pub(crate) fn stated(
    case: &Case,
    evidence: &[TierEvidence],
    priorities: &[u32],
    kept: impl Fn(usize, &TierEvidence) -> Option<String>,
) -> Certificate {
    let nothing = TierEvidence::default();
    let parts = priorities.iter().enumerate().map(|(place, priority)| {
        let own = evidence.get(place).unwrap_or(&nothing);
        let is_last = place + 1 == priorities.len();
        TierCertificate {
            priority: *priority,
            bound: None,
            kept: if is_last { None } else { kept(place, own) },
            beyond: own.beyond.map(decimal),
            prices: prices(case, own, priorities),
            tracks: own
                .tracks
                .iter()
                .filter_map(|track| proof_of(case, track))
                .collect(),
        }
    });
    Certificate {
        format_version: FORMAT_VERSION,
        tiers: parts.collect(),
    }
}

fn forget(part: &mut TierCertificate) {
    part.beyond = None;
    part.prices.clear();
    part.tracks.clear();
}

/// What later tiers keep; the rounding of amounts may have cost the plan a trifle of it, which only widens
/// what the bounds speak of.
fn kept(check: &CertificateCheck<'_>, plan: &Plan, place: usize, at_least: f64) -> Option<String> {
    let reached = check.kept_by(plan, place)?;
    CertificateCheck::smaller(&decimal(at_least), &reached)
}

fn take_bound(tier: &mut TierResult, proven: Option<&str>) {
    tier.certified = proven.and_then(|bound| bound.parse().ok());
    let Some(certified) = tier.certified else {
        return;
    };
    let is_word = tier.proof != Proof::Decomposition;
    if is_word && certified > tier.bound + SAME * (1.0 + tier.bound.abs()) {
        return;
    }
    tier.bound = certified;
    tier.gap = Gap::between(tier.in_plan, certified.max(tier.in_plan));
}

/// The shortest decimal that reads back as the same number.
pub(crate) fn decimal(value: f64) -> String {
    format!("{value:?}")
}

fn prices(case: &Case, evidence: &TierEvidence, priorities: &[u32]) -> Vec<RowPrice> {
    let known = evidence.prices.iter();
    known
        .filter(|(_, price)| **price != 0.0 && price.is_finite())
        .filter_map(|(name, price)| {
            let (rule, of) = row(case, *name, priorities)?;
            Some(RowPrice {
                rule,
                of,
                price: decimal(*price),
            })
        })
        .collect()
}

/// A coupling row by codes; `None` for rows of single pairs, which have no price.
fn row(case: &Case, name: PriceName, priorities: &[u32]) -> Option<(String, Vec<String>)> {
    let (family, key) = match name {
        PriceName::Kept(tier) => {
            let priority = priorities.get(tier)?;
            return Some(("kept".to_owned(), vec![priority.to_string()]));
        }
        PriceName::Lacking(track, threshold) => {
            let track = case.policy.tracks[track].code.clone();
            return Some(("lacking".to_owned(), vec![track, threshold.to_string()]));
        }
        PriceName::Row(family, key) => (family, key),
    };
    let rule = match family {
        RowFamily::Rule(rule) => rule.code(),
        RowFamily::Measure(measure) => measure.code(),
    };
    let helper = |id: HelperId| case.helpers[id].code.clone();
    let recipient = |id| case.recipient_code(id).to_owned();
    let sector = |id| case.policy.sectors[id].code.clone();
    let track = |id| case.policy.tracks[id].code.clone();
    let number = |objective: usize| (objective + 1).to_string();
    let of = match key {
        RowKey::RecipientSector(r, s) => vec![recipient(r), sector(s)],
        RowKey::HelperSector(h, s) => vec![helper(h), sector(s)],
        RowKey::Helper(h) => vec![helper(h)],
        RowKey::RecipientTrack(r, k) => vec![recipient(r), track(k)],
        RowKey::Track(k) => vec![track(k)],
        RowKey::ObjectiveRecipient(objective, r) => vec![number(objective), recipient(r)],
        RowKey::ObjectiveHelper(objective, h) => vec![number(objective), helper(h)],
        RowKey::ArcSector(..) | RowKey::Arc(_) | RowKey::HelperRecipient(..) => return None,
    };
    Some((rule.to_owned(), of))
}

/// `None` for a track without helpers, which has nothing to answer.
fn proof_of(case: &Case, evidence: &TrackEvidence) -> Option<TrackProof> {
    let track_of = |helper: HelperId| case.policy.tracks[case.helpers[helper].track].code.clone();
    match evidence {
        TrackEvidence::Matching {
            recipients,
            helpers,
        } => Some(TrackProof::Matching {
            track: track_of(helpers.first()?.0),
            recipients: recipients
                .iter()
                .filter(|(_, potential)| *potential != 0.0)
                .map(|(id, potential)| Figure {
                    of: case.recipient_code(*id).to_owned(),
                    value: decimal(*potential),
                })
                .collect(),
            helpers: helpers
                .iter()
                .filter(|(_, potential)| *potential != 0.0)
                .map(|(id, potential)| Figure {
                    of: case.helpers[*id].code.clone(),
                    value: decimal(*potential),
                })
                .collect(),
        }),
        TrackEvidence::Portfolios(helpers) => Some(TrackProof::Portfolios {
            track: track_of(helpers.first()?.helper),
            helpers: helpers
                .iter()
                .map(|known| Portfolio {
                    helper: case.helpers[known.helper].code.clone(),
                    budget_price: decimal(known.budget_price),
                    best: decimal(known.best),
                })
                .collect(),
        }),
    }
}
