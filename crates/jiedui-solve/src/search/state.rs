//! A set of pairs with what it is worth in every tier, kept up to date move by move.

use super::flow::{Given, Giver, MOST_SECTORS, best_use};
use super::landscape::{Landscape, Shaping};
use crate::decomposition::blocks::Blocks;

/// What one recipient's pairs are worth.
#[derive(Clone, Debug, Default)]
pub struct Worth {
    /// Per tier: the part that adds up over recipients.
    pub sums: Vec<f64>,
    /// Per expression.
    pub expressions: Vec<f64>,
    /// By how much least amounts are missed, 万元.
    pub shortfall: f64,
}

/// Pairs to drop and to form together.
#[derive(Clone, Debug, Default)]
pub struct Move {
    /// Spots to drop.
    pub drop: Vec<usize>,
    /// Spots to form.
    pub form: Vec<usize>,
    /// Part of what a helper has, moved from one of its pairs to another: (from, to, share).
    pub shift: Option<(usize, usize, f64)>,
}

/// A set of pairs that meets every quota, with its worth.
#[derive(Clone, Debug)]
pub struct State<'a> {
    landscape: &'a Landscape,
    blocks: &'a Blocks,
    formed: Vec<bool>,
    /// Per formed spot: the part of its helper's means that it may use; 1 over a helper's pairs.
    share: Vec<f64>,
    at_recipient: Vec<Vec<usize>>,
    /// Per track and helper column.
    at_helper: Vec<Vec<Vec<usize>>>,
    row_degree: Vec<Vec<u32>>,
    worth: Vec<Worth>,
    sums: Vec<f64>,
    shortfall: f64,
    limits: Vec<f64>,
    /// By spot: whether a known plan forms it; empty where none is known.
    known: &'a [bool],
    /// How many of those are formed.
    stayed: u32,
    scratch: Given,
}

/// What a tried move would change, so that it can be undone.
pub struct Undo {
    change: Move,
    share: Vec<(usize, f64)>,
    worth: Vec<(usize, Worth)>,
}

impl<'a> State<'a> {
    /// A state with these spots formed, each with the part of its helper's means that it may use.
    pub fn new(landscape: &'a Landscape, blocks: &'a Blocks, formed: &[(usize, f64)]) -> Self {
        let tiers = landscape.shapings.len();
        let recipients = landscape.need.len();
        let mut state = Self {
            landscape,
            blocks,
            formed: vec![false; landscape.spots.len()],
            share: vec![0.0; landscape.spots.len()],
            at_recipient: vec![Vec::new(); recipients],
            at_helper: blocks
                .tracks
                .iter()
                .map(|track| vec![Vec::new(); track.helpers.len()])
                .collect(),
            row_degree: blocks
                .tracks
                .iter()
                .map(|track| vec![0; track.recipients.len()])
                .collect(),
            worth: vec![Worth::default(); recipients],
            sums: vec![0.0; tiers],
            shortfall: 0.0,
            limits: vec![0.0; landscape.limits.len()],
            known: &[],
            stayed: 0,
            scratch: Given::new(),
        };
        for (spot, share) in formed {
            state.link(*spot);
            state.share[*spot] = *share;
        }
        for recipient in 0..recipients {
            let worth = state.evaluate(recipient);
            state.replace_worth(recipient, worth);
        }
        state
    }

    /// Counts from now on how many pairs of a known plan are formed.
    pub fn stay_near(&mut self, known: &'a [bool]) {
        self.known = known;
        let formed = self.formed.iter().zip(known);
        self.stayed = formed.map(|(own, known)| u32::from(*own && *known)).sum();
    }

    /// How many pairs of the known plan are formed.
    pub fn stayed(&self) -> u32 {
        self.stayed
    }

    fn is_known(&self, spot: usize) -> bool {
        self.known.get(spot).copied().unwrap_or(false)
    }

    /// The spots formed, ascending, with their shares.
    pub fn formed(&self) -> Vec<(usize, f64)> {
        (0..self.formed.len())
            .filter(|spot| self.formed[*spot])
            .map(|spot| (spot, self.share[spot]))
            .collect()
    }

    /// Whether a spot is formed.
    pub fn is_formed(&self, spot: usize) -> bool {
        self.formed[spot]
    }

    /// The spots formed at a recipient.
    pub fn at_recipient(&self, recipient: usize) -> &[usize] {
        &self.at_recipient[recipient]
    }

    /// The spots formed by a helper of a track.
    pub fn at_helper(&self, track: usize, column: usize) -> &[usize] {
        &self.at_helper[track][column]
    }

    /// Pairs of a row of a track.
    pub fn row_degree(&self, track: usize, row: usize) -> u32 {
        self.row_degree[track][row]
    }

    /// By how much least amounts are missed.
    pub fn shortfall(&self) -> f64 {
        self.shortfall
    }

    /// By how much the rows that limit pairs only (changes allowed, loads) are broken. A search may pass through such states, or it could never trade one change for another.
    pub fn excess(&self) -> f64 {
        let over = self
            .limits
            .iter()
            .zip(&self.landscape.limits)
            .map(|(value, (lower, upper))| (lower - value).max(0.0) + (value - upper).max(0.0));
        over.sum()
    }

    /// Expression values by recipient.
    pub fn expression(&self, recipient: usize, expression: usize) -> f64 {
        self.worth[recipient]
            .expressions
            .get(expression)
            .copied()
            .unwrap_or(0.0)
    }

    /// The value of a tier.
    pub fn value(&self, tier: usize) -> f64 {
        let mut value = self.sums[tier];
        for shaping in &self.landscape.shapings[tier] {
            if let Shaping::Floor { expression, weight } = shaping {
                value += weight * self.floor(*expression);
            }
        }
        value
    }

    /// By how much a tier misses what it must keep: a floor recipient by recipient, so that lifting any
    /// of them counts and not only the weakest.
    pub fn missed(&self, tier: usize, keep: f64) -> f64 {
        match self.landscape.shapings[tier].as_slice() {
            [Shaping::Floor { expression, weight }] if self.sums[tier] == 0.0 => {
                let floor = keep / weight;
                let spoken = self.landscape.speaks_of[*expression].iter();
                let low =
                    |recipient: &usize| (floor - self.expression(*recipient, *expression)).max(0.0);
                weight * spoken.map(low).sum::<f64>()
            }
            _ => (keep - self.value(tier)).max(0.0),
        }
    }

    fn floor(&self, expression: usize) -> f64 {
        self.landscape.speaks_of[expression]
            .iter()
            .map(|recipient| self.expression(*recipient, expression))
            .fold(f64::INFINITY, f64::min)
    }

    /// The value of a tier with every floor softened, −ln(mean e^(−sharpness·value))/sharpness, so that
    /// lifting any weak recipient counts and not only the weakest.
    pub fn softened(&self, tier: usize, sharpness: f64) -> f64 {
        let mut value = self.sums[tier];
        for shaping in &self.landscape.shapings[tier] {
            if let Shaping::Floor { expression, weight } = shaping {
                let low = self.floor(*expression);
                let spoken = &self.landscape.speaks_of[*expression];
                let sum: f64 = spoken
                    .iter()
                    .map(|recipient| {
                        (-sharpness * (self.expression(*recipient, *expression) - low)).exp()
                    })
                    .sum();
                value += weight * (low - (sum / spoken.len().max(1) as f64).ln() / sharpness);
            }
        }
        value
    }

    /// Makes a move if all quotas hold after it; `None` and unchanged otherwise.
    pub fn try_move(&mut self, change: Move) -> Option<Undo> {
        let helpers = self.helpers_of(&change);
        let mut share: Vec<(usize, f64)> = Vec::with_capacity(8);
        for (track, column) in &helpers {
            share.extend(
                self.at_helper[*track][*column]
                    .iter()
                    .map(|spot| (*spot, self.share[*spot])),
            );
        }
        share.extend(change.form.iter().map(|spot| (*spot, 0.0)));
        for spot in &change.drop {
            self.unlink(*spot);
        }
        for spot in &change.form {
            self.link(*spot);
        }
        if !self.holds(&change) {
            self.revert(&change);
            return None;
        }
        for helper in &helpers {
            self.share_out(*helper, &change);
        }
        if let Some((from, to, part)) = change.shift {
            for (index, step) in [(from, -part), (to, part)] {
                share.push((index, self.share[index]));
                self.share[index] += step;
            }
        }
        let mut touched: Vec<usize> = share
            .iter()
            .map(|(spot, _)| self.landscape.spots[*spot].recipient)
            .collect();
        touched.sort_unstable();
        touched.dedup();
        let mut before = Vec::with_capacity(touched.len());
        for recipient in touched {
            let worth = self.evaluate(recipient);
            before.push((recipient, self.replace_worth(recipient, worth)));
        }
        Some(Undo {
            change,
            share,
            worth: before,
        })
    }

    /// Takes a move back.
    pub fn undo(&mut self, undo: Undo) {
        self.revert(&undo.change);
        for (index, share) in undo.share.into_iter().rev() {
            self.share[index] = share;
        }
        for (recipient, worth) in undo.worth {
            self.replace_worth(recipient, worth);
        }
    }

    /// The helpers whose pairs change, as (track, column).
    fn helpers_of(&self, change: &Move) -> Vec<(usize, usize)> {
        let mut helpers: Vec<(usize, usize)> = change
            .drop
            .iter()
            .chain(&change.form)
            .map(|spot| {
                (
                    self.landscape.spots[*spot].track,
                    self.landscape.spots[*spot].column,
                )
            })
            .collect();
        helpers.sort_unstable();
        helpers.dedup();
        helpers
    }

    /// Splits a helper's means anew after a move, changing as little as possible: who comes takes the
    /// place of who goes; who comes to a free place gets about what it had before; who stays gets the
    /// rest in the old proportions.
    fn share_out(&mut self, (track, column): (usize, usize), change: &Move) {
        let landscape = self.landscape;
        let here = |spot: &&usize| {
            let spot = &landscape.spots[**spot];
            (spot.track, spot.column) == (track, column)
        };
        let freed: f64 = change
            .drop
            .iter()
            .filter(here)
            .map(|spot| self.share[*spot])
            .sum();
        let comers: Vec<usize> = change.form.iter().filter(here).copied().collect();
        let pairs = self.at_helper[track][column].len();
        if pairs == comers.len() {
            for comer in comers {
                self.share[comer] = 1.0 / pairs as f64;
            }
            return;
        }
        let mut taken = 0.0;
        for comer in &comers {
            let wanted = if freed > 0.0 {
                freed / comers.len() as f64
            } else {
                self.usual_share(*comer, change)
            };
            self.share[*comer] = wanted;
            taken += wanted;
        }
        let stay: Vec<usize> = self.at_helper[track][column]
            .iter()
            .copied()
            .filter(|spot| !comers.contains(spot))
            .collect();
        let held: f64 = stay.iter().map(|spot| self.share[*spot]).sum();
        for spot in stay {
            self.share[spot] *= if held > 0.0 {
                (1.0 - taken) / held
            } else {
                0.0
            };
        }
    }

    /// The part of a new helper's means that equals what the recipient had from the one it loses.
    fn usual_share(&self, comer: usize, change: &Move) -> f64 {
        let own = &self.landscape.spots[comer];
        let even = 1.0 / self.at_helper[own.track][own.column].len() as f64;
        let lost = change
            .drop
            .iter()
            .map(|spot| (&self.landscape.spots[*spot], self.share[*spot]));
        let had: f64 = lost
            .filter(|(spot, _)| (spot.track, spot.recipient) == (own.track, own.recipient))
            .map(|(spot, share)| spot.giver.most.min(spot.budget * share))
            .sum();
        let wanted = had / own.budget;
        if had > 0.0 && wanted.is_finite() && wanted > 0.0 {
            wanted.clamp(0.05, 0.8)
        } else {
            even
        }
    }

    fn revert(&mut self, change: &Move) {
        for spot in &change.form {
            self.unlink(*spot);
        }
        for spot in &change.drop {
            self.link(*spot);
        }
    }

    /// Whether every quota, demand and pair limit holds.
    pub fn holds_everything(&self) -> bool {
        let degrees_hold = self.blocks.tracks.iter().enumerate().all(|(track, block)| {
            let rows = self.row_degree[track].iter().zip(&block.shape.rows);
            let columns = self.at_helper[track].iter().zip(&block.shape.columns);
            rows.into_iter()
                .all(|(degree, quota)| (quota.min..=quota.max).contains(degree))
                && columns.into_iter().all(|(pairs, quota)| {
                    (quota.min as usize..=quota.max as usize).contains(&pairs.len())
                })
        });
        let limits_hold = self
            .limits
            .iter()
            .zip(&self.landscape.limits)
            .all(|(value, (lower, upper))| *value >= lower - 1e-9 && *value <= upper + 1e-9);
        let demands_hold = (0..self.formed.len())
            .all(|spot| self.formed[spot] || !self.landscape.spots[spot].demanded);
        degrees_hold && limits_hold && demands_hold
    }

    fn holds(&self, change: &Move) -> bool {
        let touched = change.drop.iter().chain(&change.form);
        for spot in touched {
            let spot = &self.landscape.spots[*spot];
            let shape = &self.blocks.tracks[spot.track].shape;
            let rows = self.row_degree[spot.track][spot.row];
            let columns = self.at_helper[spot.track][spot.column].len() as u32;
            let (row, column) = (shape.rows[spot.row], shape.columns[spot.column]);
            if rows < row.min || rows > row.max || columns < column.min || columns > column.max {
                return false;
            }
        }
        true
    }

    /// The part of its helper's means that a formed spot may use.
    pub fn share(&self, spot: usize) -> f64 {
        self.share[spot]
    }

    fn link(&mut self, index: usize) {
        let spot = &self.landscape.spots[index];
        self.formed[index] = true;
        self.stayed += u32::from(self.is_known(index));
        let place = self.at_recipient[spot.recipient].partition_point(|known| *known < index);
        self.at_recipient[spot.recipient].insert(place, index);
        self.at_helper[spot.track][spot.column].push(index);
        self.row_degree[spot.track][spot.row] += 1;
        for (limit, coefficient) in &spot.limits {
            self.limits[*limit] += coefficient;
        }
    }

    fn unlink(&mut self, index: usize) {
        let spot = &self.landscape.spots[index];
        self.formed[index] = false;
        self.stayed -= u32::from(self.is_known(index));
        self.at_recipient[spot.recipient].retain(|known| *known != index);
        self.at_helper[spot.track][spot.column].retain(|known| *known != index);
        self.row_degree[spot.track][spot.row] -= 1;
        for (limit, coefficient) in &spot.limits {
            self.limits[*limit] -= coefficient;
        }
    }

    fn replace_worth(&mut self, recipient: usize, worth: Worth) -> Worth {
        let old = std::mem::replace(&mut self.worth[recipient], worth);
        let new = &self.worth[recipient];
        for (tier, sum) in self.sums.iter_mut().enumerate() {
            *sum += new.sums.get(tier).unwrap_or(&0.0) - old.sums.get(tier).unwrap_or(&0.0);
        }
        self.shortfall += new.shortfall - old.shortfall;
        old
    }

    /// What a recipient's pairs are worth when each helper splits what it has by the shares.
    fn evaluate(&mut self, recipient: usize) -> Worth {
        let landscape = self.landscape;
        let spots = &self.at_recipient[recipient];
        let givers: Vec<Giver> = spots
            .iter()
            .map(|index| {
                let spot = &landscape.spots[*index];
                let share = self.share[*index];
                let mut giver = spot.giver.clone();
                giver.least = giver.least.max(spot.effort * share);
                if share < 1.0 {
                    giver.most = spot.budget.min(f64::MAX) * share;
                    for (capacity, supply) in giver.capacity.iter_mut().zip(&spot.supply) {
                        *capacity = capacity.min(supply * share);
                    }
                }
                giver
            })
            .collect();
        let mut given = std::mem::take(&mut self.scratch);
        let shortfall = best_use(&givers, &landscape.need[recipient], &mut given);
        let tiers = landscape.shapings.len();
        let mut worth = Worth {
            sums: vec![0.0; tiers],
            expressions: vec![0.0; landscape.speaks_of.len()],
            shortfall,
        };
        for (index, amounts) in spots.iter().zip(&given) {
            let spot = &landscape.spots[*index];
            let dot = |rate: &[f64; MOST_SECTORS]| -> f64 {
                rate.iter()
                    .zip(amounts)
                    .map(|(rate, amount)| rate * amount)
                    .sum()
            };
            for (tier, sum) in worth.sums.iter_mut().enumerate() {
                *sum += spot.gain[tier] + dot(&spot.rate[tier]);
            }
            for (expression, value) in worth.expressions.iter_mut().enumerate() {
                *value += spot.expression_gain[expression] + dot(&spot.expression_rate[expression]);
            }
        }
        self.scratch = given;
        for (tier, shapings) in landscape.shapings.iter().enumerate() {
            for shaping in shapings {
                if let Shaping::Curve {
                    expression,
                    segments,
                } = shaping
                {
                    worth.sums[tier] += along(&segments[recipient], worth.expressions[*expression]);
                }
            }
        }
        worth
    }
}

/// Height of a concave curve given by segments (length, slope).
fn along(segments: &[(f64, f64)], mut position: f64) -> f64 {
    let mut height = 0.0;
    for (length, slope) in segments {
        let part = position.min(*length).max(0.0);
        height += part * slope;
        position -= part;
    }
    height
}
