//! What a track can gain at most: by potentials of its matching, or helper by helper.

use super::curve::Curve;
use super::floor::Least;
use super::format::{Figure, Portfolio, TrackProof};
use super::gains::Gains;
use super::grains::{decimal, grains, worth_price};
use super::ground::{Ground, Pairs};
use super::portfolio::{Holder, most_of_helper};
use super::refusal::CertificateRefusal;
use jiedui_domain::{HelperId, Id, TrackId};
use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Figures by place among recipients or helpers.
type Potentials = BTreeMap<usize, BigInt>;

/// A track's proof, resolved.
enum Proof {
    Matching {
        recipients: Potentials,
        helpers: Potentials,
    },
    Portfolios(BTreeMap<usize, (BigInt, BigInt)>),
}

/// What all tracks with pairs and all divisible help can gain at most; `None` where the figures prove that
/// some track has no set of pairs at all.
///
/// *Errors:* the first [`CertificateRefusal`].
/// *Complexity:* linear in the arcs for matchings; for portfolios a search per helper, bounded in its steps.
pub(super) fn most_of_tracks(
    ground: &Ground<'_>,
    gains: &Gains<'_, '_>,
    least: &Least,
    priority: u32,
    proofs: &[TrackProof],
) -> Result<Option<BigInt>, CertificateRefusal> {
    let proofs = resolve(ground, priority, proofs)?;
    let mut total = BigInt::zero();
    for (index, arc) in ground.arcs.iter().enumerate() {
        if arc.forms_pair {
            continue;
        }
        // Help of divisible tracks forms no pair: nothing is gained by that, and nothing is the least.
        let (_, cells) = gains.of(index);
        if let Some(curve) = Curve::new(arc, BigInt::zero(), &cells, 0) {
            total += curve.best();
        }
    }
    for (track, policy) in ground.case.policy.tracks.iter() {
        if policy.divisible {
            continue;
        }
        let nothing = Proof::Matching {
            recipients: Potentials::new(),
            helpers: Potentials::new(),
        };
        let most = match proofs.get(&track).unwrap_or(&nothing) {
            Proof::Matching {
                recipients,
                helpers,
            } => most_of_matching(ground, gains, least, track, recipients, helpers),
            Proof::Portfolios(figures) => most_of_helpers(ground, gains, least, track, figures),
        };
        match most {
            Some(most) => total += most,
            None => return Ok(None),
        }
    }
    Ok(Some(total))
}

pub(super) fn curve_of(
    ground: &Ground<'_>,
    gains: &Gains<'_, '_>,
    least: &Least,
    arc: usize,
) -> Option<Curve> {
    let least = least[arc]?;
    let (pair, cells) = gains.of(arc);
    let curve = Curve::new(&ground.arcs[arc], pair, &cells, least)?;
    Some(gains.lacking.counted(ground, arc, curve))
}

/// With potentials u and v, Σ gains ≤ Σ (gain − u − v)⁺ + Σ u · pairs of r + Σ v · pairs of h, and a number
/// of pairs is best at one end of its quota. What is demanded is formed, whatever it gains.
fn most_of_matching(
    ground: &Ground<'_>,
    gains: &Gains<'_, '_>,
    least: &Least,
    track: TrackId,
    recipients: &Potentials,
    helpers: &Potentials,
) -> Option<BigInt> {
    let own = helpers_of(ground, track);
    let of_helper = |helper: HelperId| -> Option<(BigInt, Vec<usize>)> {
        let column = helper.index();
        let mut total = BigInt::zero();
        let mut rows = Vec::new();
        for index in ground.of_helper[column].clone() {
            let arc = &ground.arcs[index];
            let Some(curve) = curve_of(ground, gains, least, index) else {
                if arc.demanded {
                    return None;
                }
                continue;
            };
            let row = arc.recipient.index();
            rows.push(row);
            let mut left = curve.best();
            for potential in [recipients.get(&row), helpers.get(&column)] {
                left -= potential.unwrap_or(&BigInt::zero());
            }
            if arc.demanded || left.is_positive() {
                total += left;
            }
        }
        Some((total, rows))
    };
    let found: Option<Vec<(BigInt, Vec<usize>)>> =
        own.par_iter().map(|helper| of_helper(*helper)).collect();
    let mut total = BigInt::zero();
    let mut at_recipient = vec![0_u32; ground.case.recipients.len()];
    let mut at_helper = vec![0_u32; ground.case.helpers.len()];
    for (helper, (most, rows)) in own.iter().zip(found?) {
        total += most;
        at_helper[helper.index()] = rows.len() as u32;
        for row in rows {
            at_recipient[row] += 1;
        }
    }
    for (place, potential) in recipients {
        let recipient = jiedui_domain::RecipientId::from_index(*place);
        total += at_end(
            potential,
            ground.wanted(recipient, track),
            at_recipient[*place],
        );
    }
    for (place, potential) in helpers {
        total += at_end(potential, ground.helper_pairs[*place], at_helper[*place]);
    }
    Some(total)
}

/// potential · number of pairs at its better end.
fn at_end(potential: &BigInt, wanted: Pairs, candidates: u32) -> BigInt {
    let number = if potential.is_positive() {
        wanted.most.map_or(candidates, |most| most.min(candidates))
    } else {
        wanted.least
    };
    potential * number
}

fn most_of_helpers(
    ground: &Ground<'_>,
    gains: &Gains<'_, '_>,
    least: &Least,
    track: TrackId,
    figures: &BTreeMap<usize, (BigInt, BigInt)>,
) -> Option<BigInt> {
    let of_helper = |helper: HelperId| -> Option<BigInt> {
        let mut holder = Holder {
            pairs: ground.helper_pairs[helper.index()],
            budget: ground.budgets[helper.index()],
            effort: ground.efforts[helper.index()],
            demanded: Vec::new(),
            others: Vec::new(),
        };
        for arc in ground.of_helper[helper.index()].clone() {
            let demanded = ground.arcs[arc].demanded;
            match curve_of(ground, gains, least, arc) {
                Some(curve) if demanded => holder.demanded.push(curve),
                Some(curve) => holder.others.push(curve),
                None if demanded => return None,
                None => {}
            }
        }
        most_of_helper(&holder, figures.get(&helper.index()))
    };
    let own = helpers_of(ground, track).into_par_iter();
    let found: Option<Vec<BigInt>> = own.map(of_helper).collect();
    Some(found?.into_iter().sum())
}

/// The helpers of a track.
pub(super) fn helpers_of(ground: &Ground<'_>, track: TrackId) -> Vec<HelperId> {
    let all = ground.case.helpers.iter();
    let own = all.filter(|(_, row)| row.track == track);
    own.map(|(helper, _)| helper).collect()
}

fn resolve(
    ground: &Ground<'_>,
    priority: u32,
    proofs: &[TrackProof],
) -> Result<BTreeMap<TrackId, Proof>, CertificateRefusal> {
    let case = ground.case;
    let mut resolved = BTreeMap::new();
    for proof in proofs {
        let (TrackProof::Matching { track: code, .. } | TrackProof::Portfolios { track: code, .. }) =
            proof;
        let track = case
            .policy
            .track_by_code(code)
            .filter(|track| !case.policy.tracks[*track].divisible)
            .ok_or_else(|| unknown(priority, code))?;
        let of_track = |code: &str| {
            let helper: HelperId = case
                .helper_by_code(code)
                .filter(|helper| case.helpers[*helper].track == track)?;
            Some(helper.index())
        };
        let proof = match proof {
            TrackProof::Matching {
                recipients,
                helpers,
                ..
            } => Proof::Matching {
                recipients: potentials(priority, recipients, |code| {
                    case.recipient_by_code(code).map(Id::index)
                })?,
                helpers: potentials(priority, helpers, of_track)?,
            },
            TrackProof::Portfolios { helpers, .. } => {
                Proof::Portfolios(portfolios(priority, helpers, of_track)?)
            }
        };
        if resolved.insert(track, proof).is_some() {
            return Err(twice(priority, code));
        }
    }
    Ok(resolved)
}

fn potentials(
    priority: u32,
    figures: &[Figure],
    find: impl Fn(&str) -> Option<usize>,
) -> Result<Potentials, CertificateRefusal> {
    let mut known = Potentials::new();
    for figure in figures {
        let place = find(&figure.of).ok_or_else(|| unknown(priority, &figure.of))?;
        let value = figure_of(priority, &figure.of, &figure.value)?;
        if known.insert(place, grains(&value)).is_some() {
            return Err(twice(priority, &figure.of));
        }
    }
    Ok(known)
}

fn portfolios(
    priority: u32,
    figures: &[Portfolio],
    find: impl Fn(&str) -> Option<usize>,
) -> Result<BTreeMap<usize, (BigInt, BigInt)>, CertificateRefusal> {
    let mut known = BTreeMap::new();
    for figure in figures {
        let place = find(&figure.helper).ok_or_else(|| unknown(priority, &figure.helper))?;
        let price = figure_of(priority, &figure.helper, &figure.budget_price)?;
        let best = figure_of(priority, &figure.helper, &figure.best)?;
        let both = (worth_price(&price), grains(&best));
        if known.insert(place, both).is_some() {
            return Err(twice(priority, &figure.helper));
        }
    }
    Ok(known)
}

fn figure_of(
    priority: u32,
    of: &str,
    value: &str,
) -> Result<num_rational::BigRational, CertificateRefusal> {
    decimal(value).ok_or_else(|| CertificateRefusal::NotANumber {
        priority,
        of: of.to_owned(),
        value: value.to_owned(),
    })
}

fn unknown(priority: u32, of: &str) -> CertificateRefusal {
    CertificateRefusal::Unknown {
        priority,
        of: of.to_owned(),
    }
}

fn twice(priority: u32, of: &str) -> CertificateRefusal {
    CertificateRefusal::Twice {
        priority,
        of: of.to_owned(),
    }
}
