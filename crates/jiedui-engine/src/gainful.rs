//! Candidates that a list should have at the prices of what was solved on a shorter one.

use crate::certificate::{decimal, stated};
use crate::potentials::potentials_over_all;
use jiedui_domain::{Case, HelperId, RecipientId, TrackId};
use jiedui_solve::TierEvidence;
use jiedui_verify::certificate::{CertificateCheck, PricedTrack};
use std::collections::BTreeSet;

/// The pairs that come nearest to being in a best plan at the prices of the last of these priorities: so many of every
/// helper, and of every recipient in every track.
///
/// How far a pair is from it: the potentials of its two in the best matching of its track over all candidates, less
/// what it gains.
///
/// *Complexity:* that of one check of the priority, and of a matching of each track. *Determinism:* depends on the
/// arguments only.
pub(crate) fn gainful(
    case: &Case,
    evidence: &[TierEvidence],
    each: usize,
) -> BTreeSet<(HelperId, RecipientId)> {
    let objectives = case.policy.objectives.iter();
    let priorities: BTreeSet<u32> = objectives.map(|objective| objective.priority).collect();
    let priorities: Vec<u32> = priorities.into_iter().collect();
    let certificate = stated(case, evidence, &priorities, |_, own| {
        Some(decimal(own.kept))
    });
    let check = CertificateCheck::new(case);
    let forms_pairs = |track: &TrackId| !case.policy.tracks[*track].divisible;
    let mut found = BTreeSet::new();
    if let Some(place) = evidence.len().checked_sub(1)
        && let Some(priced) = check.priced(&certificate, place)
    {
        for track in case.policy.tracks.ids().filter(forms_pairs) {
            nearest(&priced.track(track), each, &mut found);
        }
    }
    found
}

fn nearest(track: &PricedTrack, each: usize, found: &mut BTreeSet<(HelperId, RecipientId)>) {
    // Where nothing counts or no matching meets the quotas, what pairs gain has to do.
    let (rows, columns) = potentials_over_all(track).unwrap_or_else(|| {
        let none = |length: usize| vec![0.0; length];
        (none(track.recipients.len()), none(track.helpers.len()))
    });
    let mut of_row = vec![Vec::new(); rows.len()];
    let mut of_column = vec![Vec::new(); columns.len()];
    for (place, pair) in track.pairs.iter().enumerate() {
        let short = rows[pair.row] + columns[pair.column] - pair.gain;
        of_row[pair.row].push((short, place));
        of_column[pair.column].push((short, place));
    }
    for mut group in of_row.into_iter().chain(of_column) {
        if group.len() > each {
            group.select_nth_unstable_by(each, |one, other| {
                one.0.total_cmp(&other.0).then(one.1.cmp(&other.1))
            });
            group.truncate(each);
        }
        for (_, place) in group {
            let pair = &track.pairs[place];
            let helper = track.helpers[pair.column].id;
            found.insert((helper, track.recipients[pair.row].id));
        }
    }
}
