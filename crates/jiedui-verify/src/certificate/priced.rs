//! Tracks at the prices of a certificate, with what every candidate gains: for whoever seeks the potentials that prove
//! most. Any potentials prove something, so what is told here need not be exact.

use super::floor::Least;
use super::gains::Gains;
use super::ground::Ground;
use super::tracks::{curve_of, helpers_of};
use jiedui_domain::{HelperId, Id, RecipientId, TrackId};
use num_traits::ToPrimitive;
use rayon::prelude::*;

/// Grains in one.
const GRAINS: f64 = 1e40;

/// A track at the prices of one priority.
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

/// A priority at the prices of a certificate.
pub struct PricedTier<'g, 'a> {
    ground: &'g Ground<'a>,
    gains: Gains<'g, 'a>,
    least: Least,
}

impl<'g, 'a> PricedTier<'g, 'a> {
    pub(super) fn new(ground: &'g Ground<'a>, gains: Gains<'g, 'a>, least: Least) -> Self {
        Self {
            ground,
            gains,
            least,
        }
    }

    /// A track with what every candidate gains. *Complexity:* linear in its arcs.
    pub fn track(&self, track: TrackId) -> PricedTrack {
        let ground = self.ground;
        let own = helpers_of(ground, track);
        let of_helper = |(column, helper): (usize, &HelperId)| -> Vec<PricedPair> {
            let arcs = ground.of_helper[helper.index()].clone();
            let pairs = arcs.filter_map(|index| {
                let curve = curve_of(ground, &self.gains, &self.least, index)?;
                Some(PricedPair {
                    row: ground.arcs[index].recipient.index(),
                    column,
                    gain: curve.best().to_f64()? / GRAINS,
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
    }
}
