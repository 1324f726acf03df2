//! Potentials of helpers for pairs that whoever found them did not look at.
//!
//! Where prices were found with a list of candidates, a pair outside it may gain more than the potentials of
//! its two say. Every such excess goes into the bound; a potential of the helper that is higher by as much
//! goes in as often as the helper may have pairs, which is less as soon as there are more of them.

use super::floor::Least;
use super::format::{Figure, TrackProof};
use super::gains::Gains;
use super::grains::{decimal, grains, stated};
use super::ground::Ground;
use super::tracks::{curve_of, helpers_of};
use jiedui_domain::{HelperId, Id};
use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Raises potentials of helpers in matchings to where no more pairs of each exceed them than it may have.
///
/// *Complexity:* O(arcs log arcs).
pub(super) fn lift_helpers(
    ground: &Ground<'_>,
    gains: &Gains<'_, '_>,
    least: &Least,
    proofs: &mut [TrackProof],
) {
    for proof in proofs {
        let TrackProof::Matching {
            track,
            recipients,
            helpers,
        } = proof
        else {
            continue;
        };
        let Some(track) = ground.case.policy.track_by_code(track) else {
            continue;
        };
        let of_recipients = read(recipients, |code| {
            ground.case.recipient_by_code(code).map(Id::index)
        });
        let of_helpers = read(helpers, |code| {
            ground.case.helper_by_code(code).map(Id::index)
        });
        let own = helpers_of(ground, track).into_par_iter();
        let lifted = own.filter_map(|helper| {
            let known = of_helpers.get(&helper.index()).cloned().unwrap_or_default();
            let potential =
                known.clone() + excess(ground, gains, least, helper, &known, &of_recipients);
            (!potential.is_zero()).then(|| Figure {
                of: ground.case.helpers[helper].code.clone(),
                value: stated(&potential),
            })
        });
        *helpers = lifted.collect();
    }
}

/// What the potential of a helper lacks, so that no more pairs exceed it than the helper may have.
fn excess(
    ground: &Ground<'_>,
    gains: &Gains<'_, '_>,
    least: &Least,
    helper: HelperId,
    known: &BigInt,
    recipients: &BTreeMap<usize, BigInt>,
) -> BigInt {
    let nothing = BigInt::zero();
    let mut beyond: Vec<BigInt> = ground.of_helper[helper.index()]
        .clone()
        .filter(|arc| !ground.arcs[*arc].demanded)
        .filter_map(|arc| {
            let there = ground.arcs[arc].recipient.index();
            let curve = curve_of(ground, gains, least, arc)?;
            let left = curve.best() - known - recipients.get(&there).unwrap_or(&nothing);
            left.is_positive().then_some(left)
        })
        .collect();
    beyond.sort_by(|one, other| other.cmp(one));
    let most = ground.helper_pairs[helper.index()].most;
    let places = most.map_or(beyond.len(), |most| most as usize);
    beyond.into_iter().nth(places).unwrap_or_default()
}

fn read(figures: &[Figure], find: impl Fn(&str) -> Option<usize>) -> BTreeMap<usize, BigInt> {
    figures
        .iter()
        .filter_map(|figure| Some((find(&figure.of)?, grains(&decimal(&figure.value)?))))
        .collect()
}
