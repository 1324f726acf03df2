//! Potentials over all candidates of a case whose plan was sought among a list of them.
//!
//! A solver that knows a list only has potentials of that: pairs outside it may gain more than these say, and every
//! such excess goes into the bound. The best potentials are those of the best matching of all candidates.

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
    let tracks = check.priced_tracks(certificate, place);
    let Some(part) = certificate.tiers.get_mut(place) else {
        return;
    };
    for track in tracks {
        let code = &case.policy.tracks[track.track].code;
        let stated = part
            .tracks
            .iter_mut()
            .find(|known| matches!(known, TrackProof::Matching { track, .. } if track == code));
        if let Some(stated) = stated
            && let Some(proof) = proof_over_all(case, &track)
        {
            *stated = proof;
        }
    }
}

fn proof_over_all(case: &Case, track: &PricedTrack) -> Option<TrackProof> {
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
    let value = |potential: i64| format!("{:?}", potential as f64 / scale);
    let recipients = track.recipients.iter().zip(rows);
    let helpers = track.helpers.iter().zip(columns);
    Some(TrackProof::Matching {
        track: case.policy.tracks[track.track].code.clone(),
        recipients: recipients
            .filter(|(_, potential)| *potential != 0)
            .map(|(known, potential)| Figure {
                of: case.recipient_code(known.id).to_owned(),
                value: value(potential),
            })
            .collect(),
        helpers: helpers
            .filter(|(_, potential)| *potential != 0)
            .map(|(known, potential)| Figure {
                of: case.helpers[known.id].code.clone(),
                value: value(potential),
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
