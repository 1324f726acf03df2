//! The tracks beside the leading one as a pool: what it could bring to a recipient, and which of its pairs stay.

use crate::decomposition::blocks::Blocks;
use crate::search::flow::{Given, Giver, MOST_SECTORS, Offer, best_use};
use crate::search::landscape::{Landscape, Spot};
use std::collections::BTreeMap;

/// How far beyond nine tenths of its track a spot lies that adds far more, in what lies between a tenth and nine.
const FAR_MORE: f64 = 2.0;

/// What 万元 from the pool add to a tier at a recipient, averaged over its candidates.
pub fn pool_rate(landscape: &Landscape, leading: usize, tier: usize, recipient: usize) -> f64 {
    let (mut gain, mut amount) = (0.0, 0.0);
    let own = |spot: &&Spot| spot.track != leading && spot.recipient == recipient;
    for spot in landscape.spots.iter().filter(own) {
        gain += spot.gain[tier];
        amount += spot.giver.most;
    }
    if amount > 0.0 { gain / amount } else { 0.0 }
}

/// The spots of all tracks but one that add far more to a tier than nine tenths of their track do (last year's
/// pairs, where these count): what is lacking is to be asked of the leading track rather than paid with them.
pub fn standing_out(landscape: &Landscape, leading: usize, tier: usize) -> Vec<usize> {
    let tracks = landscape.row_recipient.len();
    let mut gains: Vec<Vec<f64>> = vec![Vec::new(); tracks];
    for spot in &landscape.spots {
        gains[spot.track].push(spot.gain[tier]);
    }
    let limits: Vec<f64> = gains
        .iter_mut()
        .map(|known| {
            known.sort_by(f64::total_cmp);
            let at = |part: usize| known.get(known.len() * part / 10).copied().unwrap_or(0.0);
            at(9) + FAR_MORE * (at(9) - at(1))
        })
        .collect();
    let spots = landscape.spots.iter().enumerate();
    spots
        .filter(|(_, spot)| spot.track != leading && spot.gain[tier] > limits[spot.track])
        .map(|(index, _)| index)
        .collect()
}

/// Helpers that could give the same, and how many of them are left.
type Kinds = BTreeMap<Vec<u64>, (Giver, usize)>;

/// The pairs of all other tracks that bring a recipient most, found one by one.
pub struct Pool {
    /// Who they are.
    pub best: Vec<Giver>,
    /// What they could bring together.
    pub most: f64,
    /// How what they bring grows with the means spent: see [`super::Leading::pool_steps`].
    pub steps: Vec<(f64, f64)>,
}

impl Pool {
    /// `settled`: spots that are formed in any case.
    pub fn new(
        landscape: &Landscape,
        blocks: &Blocks,
        leading: usize,
        recipient: usize,
        settled: &[usize],
    ) -> Self {
        let need = &landscape.need[recipient];
        let mut firsts: Vec<Giver> = Vec::new();
        let mut seconds: Vec<Giver> = Vec::new();
        let mut best: Vec<Giver> = Vec::new();
        for (track, block) in blocks.tracks.iter().enumerate() {
            let rows = &landscape.row_recipient[track];
            let Ok(row) = rows.binary_search(&recipient) else {
                continue;
            };
            if track == leading {
                continue;
            }
            // Helpers that could give the same count as one kind.
            let mut kinds = Kinds::new();
            for spot in &landscape.spots {
                if (spot.track, spot.recipient) == (track, recipient) {
                    let capacity = spot.giver.capacity.iter();
                    let mut kind: Vec<u64> = capacity.map(|known| known.to_bits()).collect();
                    kind.push(spot.giver.most.to_bits());
                    let known = kinds.entry(kind).or_insert((spot.giver.clone(), 0));
                    known.1 += 1;
                }
            }
            let mut taken: Vec<Giver> = settled
                .iter()
                .map(|spot| &landscape.spots[*spot])
                .filter(|spot| (spot.track, spot.recipient) == (track, recipient))
                .map(|spot| spot.giver.clone())
                .collect();
            for place in 0..block.shape.rows[row].max {
                let Some(giver) = taken.pop().or_else(|| take_best(&mut kinds, &best, need)) else {
                    break;
                };
                best.push(giver.clone());
                if place == 0 {
                    firsts.push(giver);
                } else {
                    seconds.push(giver);
                }
            }
        }
        let nobody = Giver::new([0.0; MOST_SECTORS], 0.0, 0.0);
        let base = flow_with(&firsts, &nobody, need);
        let mut steps = vec![(base, 1.0)];
        for second in &seconds {
            let brings = flow_with(&firsts, second, need) - base;
            if brings > 1e-6 {
                steps.push((brings, (second.most / brings).max(1.0)));
            }
        }
        steps[1..].sort_by(|a, b| a.1.total_cmp(&b.1));
        Self {
            steps,
            most: flow_with(&best, &nobody, need),
            best,
        }
    }
}

/// Takes the helper out that brings most beside those there are.
fn take_best(kinds: &mut Kinds, best: &[Giver], need: &[f64; MOST_SECTORS]) -> Option<Giver> {
    let left = kinds.iter_mut().filter(|(_, (_, count))| *count > 0);
    let (_, (giver, count)) = left
        .map(|(_, known)| (flow_with(best, &known.0, need), known))
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    *count -= 1;
    Some(giver.clone())
}

/// The most that some helpers and one more could bring.
pub fn flow_with(givers: &[Giver], other: &Giver, need: &[f64; MOST_SECTORS]) -> f64 {
    let all = givers.iter().chain([other]);
    let all: Vec<Giver> = all
        .map(|giver| Giver {
            least: 0.0,
            ..giver.clone()
        })
        .collect();
    let all: Vec<Offer<'_>> = all.iter().map(Giver::whole).collect();
    let mut given = Given::new();
    best_use(&all, need, &mut given);
    given.iter().flatten().sum()
}
