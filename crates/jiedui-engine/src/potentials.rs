//! Potentials over all candidates of a case whose plan was sought among a list of them.
//!
//! A solver that knows a list only has potentials of that: pairs outside it may gain more than these say, and every
//! such excess goes into the bound. The best potentials are those of the best matching of all candidates.

use crate::certificate::decimal;
use jiedui_domain::{Case, Id};
use jiedui_solve::matching::{Degree, LARGEST_WEIGHT, NO_PAIR, Shape, best_potentials};
use jiedui_verify::certificate::{
    Bounded, Certificate, CertificateCheck, Figure, PricedTrack, TrackProof,
};

/// Puts the potentials of the best matching over all candidates into the tracks of a priority that are matchings;
/// those of tracks without any matching stay as they are.
///
/// *Complexity:* that of one check of the priority, and of a matching of each track.
pub(crate) fn answer_over_all(
    case: &Case,
    check: &CertificateCheck<'_>,
    certificate: &mut Certificate,
    place: usize,
) {
    let Some(priced) = check.priced(certificate, place) else {
        return;
    };
    let Some(part) = certificate.tiers.get_mut(place) else {
        return;
    };
    for stated in &mut part.tracks {
        if let TrackProof::Matching { track, .. } = stated
            && let Some(track) = case.policy.track_by_code(track)
            && let Some(proof) = proof_over_all(case, &priced.track(track))
        {
            *stated = proof;
        }
    }
}

/// Potentials of the recipients and the helpers of a track that prove the best matching of all its candidates, in
/// the figures of their gains; `None` where nothing counts or no matching meets the quotas.
pub(crate) fn potentials_over_all(track: &PricedTrack) -> Option<(Vec<f64>, Vec<f64>)> {
    let width = track.helpers.len();
    let gains = track.pairs.iter().map(|pair| pair.gain.abs());
    let largest = gains.fold(0.0, f64::max);
    if largest <= 0.0 {
        return None;
    }
    let scale = (LARGEST_WEIGHT / 4) as f64 / largest;
    let mut weights = vec![NO_PAIR; width * track.recipients.len()];
    let mut demanded = Vec::new();
    let mut of_row = vec![0; track.recipients.len()];
    let mut of_column = vec![0; width];
    for pair in &track.pairs {
        // Rounded up, potentials fall short of no pair that is not formed.
        weights[pair.row * width + pair.column] = (pair.gain * scale).ceil() as i64;
        of_row[pair.row] += 1;
        of_column[pair.column] += 1;
        if pair.demanded {
            demanded.push((pair.row, pair.column));
        }
    }
    let shape = Shape {
        rows: degrees(&track.recipients, &of_row),
        columns: degrees(&track.helpers, &of_column),
        demanded,
    };
    let (rows, columns) = best_potentials(&shape, &weights)?;
    let figures = |potentials: Vec<i64>| {
        let figures = potentials
            .into_iter()
            .map(|potential| potential as f64 / scale);
        figures.collect()
    };
    Some((figures(rows), figures(columns)))
}

fn proof_over_all(case: &Case, track: &PricedTrack) -> Option<TrackProof> {
    let (rows, columns) = potentials_over_all(track)?;
    let recipients = track.recipients.iter().zip(rows);
    let helpers = track.helpers.iter().zip(columns);
    Some(TrackProof::Matching {
        track: case.policy.tracks[track.track].code.clone(),
        recipients: recipients
            .filter(|(_, potential)| *potential != 0.0)
            .map(|(known, potential)| Figure {
                of: case.recipient_code(known.id).to_owned(),
                value: decimal(potential),
            })
            .collect(),
        helpers: helpers
            .filter(|(_, potential)| *potential != 0.0)
            .map(|(known, potential)| Figure {
                of: case.helpers[known.id].code.clone(),
                value: decimal(potential),
            })
            .collect(),
    })
}

/// Quotas, the greatest cut to the number of candidates.
fn degrees<Of: Id>(bounded: &[Bounded<Of>], candidates: &[u32]) -> Vec<Degree> {
    let each = bounded.iter().zip(candidates);
    each.map(|(known, candidates)| Degree {
        min: known.least,
        max: known.most.map_or(*candidates, |most| most.min(*candidates)),
    })
    .collect()
}
