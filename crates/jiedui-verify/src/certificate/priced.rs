//! Tracks at the prices of a certificate, with what every candidate gains: for whoever seeks the potentials that prove
//! most. Any potentials prove something, so what is told here need not be exact.

use super::floor::Least;
use super::format::TrackProof;
use super::gains::Gains;
use super::ground::Ground;
use super::tracks::{curve_of, helpers_of};
use jiedui_domain::{HelperId, Id, RecipientId, TrackId};
use num_traits::ToPrimitive;
use rayon::prelude::*;

/// Grains in one.
const GRAINS: f64 = 1e40;

/// A track that is one matching, at the prices of one priority.
#[derive(Clone, PartialEq, Debug)]
pub struct PricedTrack {
    /// The track.
    pub track: TrackId,
    /// Its recipients.
    pub recipients: Vec<Bounded<RecipientId>>,
    /// Its helpers.
    pub helpers: Vec<Bounded<HelperId>>,
    /// All pairs that may be formed, by helper.
    pub pairs: Vec<PricedPair>,
}

/// Somebody who must have pairs within bounds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bounded<Of> {
    /// Who.
    pub id: Of,
    /// At least so many.
    pub least: u32,
    /// At most so many; as many as there are where `None`.
    pub most: Option<u32>,
}

/// A pair that may be formed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PricedPair {
    /// Place of the recipient among those of the track.
    pub row: usize,
    /// Place of the helper among those of the track.
    pub column: usize,
    /// What it gains at most at the prices, in the figures of the priority, nearly.
    pub gain: f64,
    /// Whether it must be formed.
    pub demanded: bool,
}

/// The tracks whose proof is a matching. *Complexity:* linear in the arcs.
pub(super) fn priced_tracks(
    ground: &Ground<'_>,
    gains: &Gains<'_, '_>,
    least: &Least,
    proofs: &[TrackProof],
) -> Vec<PricedTrack> {
    let matched = proofs.iter().filter_map(|proof| match proof {
        TrackProof::Matching { track, .. } => ground.case.policy.track_by_code(track),
        TrackProof::Portfolios { .. } => None,
    });
    let priced = matched.map(|track| {
        let own = helpers_of(ground, track);
        let of_helper = |(column, helper): (usize, &HelperId)| -> Vec<PricedPair> {
            let arcs = ground.of_helper[helper.index()].clone();
            let pairs = arcs.filter_map(|index| {
                let gain = curve_of(ground, gains, least, index)?.best().to_f64()?;
                Some(PricedPair {
                    row: ground.arcs[index].recipient.index(),
                    column,
                    gain: gain / GRAINS,
                    demanded: ground.arcs[index].demanded,
                })
            });
            pairs.collect()
        };
        let pairs: Vec<Vec<PricedPair>> = own.par_iter().enumerate().map(of_helper).collect();
        let recipients = ground.case.recipients.ids().map(|id| {
            let wanted = ground.wanted(id, track);
            Bounded {
                id,
                least: wanted.least,
                most: wanted.most,
            }
        });
        PricedTrack {
            track,
            recipients: recipients.collect(),
            helpers: own
                .iter()
                .map(|id| Bounded {
                    id: *id,
                    least: ground.helper_pairs[id.index()].least,
                    most: ground.helper_pairs[id.index()].most,
                })
                .collect(),
            pairs: pairs.into_iter().flatten().collect(),
        }
    });
    priced.collect()
}
