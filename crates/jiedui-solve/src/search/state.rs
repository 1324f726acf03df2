//! A set of pairs with what it is worth in every tier, kept up to date move by move.

mod value;
mod valued;

pub(super) use valued::Kinds;

use super::few::Few;
use super::flow::Given;
use super::landscape::Landscape;
use super::memory::Memory;
use super::sharing::Levelling;
use super::worth::{Worth, worth_of};
use crate::decomposition::blocks::Blocks;
use valued::PairsValued;

/// Pairs to drop and to form together.
#[derive(Clone, Debug, Default)]
pub struct Move {
    /// Spots to drop.
    pub drop: Few<usize>,
    /// Spots to form.
    pub form: Few<usize>,
    /// Part of what a helper has, moved from one of its pairs to another: (from, to, share).
    pub shift: Option<(usize, usize, f64)>,
}

/// A set of pairs that meets every quota, with its worth.
#[derive(Clone, Debug)]
pub struct State<'a> {
    pub(super) landscape: &'a Landscape,
    pub(super) blocks: &'a Blocks,
    formed: Vec<bool>,
    /// Per formed spot: the part of its helper's means that it may use; 1 over a helper's pairs.
    pub(super) share: Vec<f64>,
    pub(super) at_recipient: Vec<Vec<usize>>,
    /// Per track and helper column.
    pub(super) at_helper: Vec<Vec<Vec<usize>>>,
    row_degree: Vec<Vec<u32>>,
    worth: Vec<Worth>,
    /// By recipient: the pairs that this is the worth of.
    valued: Vec<PairsValued>,
    /// What pairs of a recipient were worth.
    worth_known: Memory<PairsValued, Worth>,
    /// What pairs of a recipient, by their kinds, brought without the track that is levelled.
    pub(super) beside_known: Memory<(usize, Kinds), f64>,
    sums: Vec<f64>,
    shortfall: f64,
    limits: Vec<f64>,
    /// By spot: whether a known plan forms it; empty where none is known.
    known: &'a [bool],
    /// How many of those are formed.
    stayed: u32,
    pub(super) given: Given,
    /// The track whose shared means are split anew each time.
    pub(super) levelling: Option<&'a Levelling>,
    /// By recipient: what its pairs of other tracks bring alone, 万元; empty where nothing is levelled.
    pub(super) beside: Vec<f64>,
    /// Moves that can be taken back, the last one at the end.
    made: Vec<Made>,
    /// Emptied ones, whose room is used again.
    emptied: Vec<Made>,
}

/// What is remembered by recipient: sets of pairs with their worth, and with what they bring beside a track. With more
/// of them more is found, but in memory that is farther from the processor.
const WORTH_KNOWN: usize = 100;
const BESIDE_KNOWN: usize = 200;

/// A move made, with what was there before it, so that it can be taken back.
#[derive(Clone, Debug, Default)]
struct Made {
    change: Move,
    share: Vec<(usize, f64)>,
    beside: Vec<(usize, f64)>,
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
            valued: vec![PairsValued::default(); recipients],
            worth_known: Memory::new(WORTH_KNOWN * recipients),
            beside_known: Memory::new(BESIDE_KNOWN * recipients),
            sums: vec![0.0; tiers],
            shortfall: 0.0,
            limits: vec![0.0; landscape.limits.len()],
            known: &[],
            stayed: 0,
            given: Given::new(),
            levelling: None,
            beside: Vec::new(),
            made: Vec::new(),
            emptied: Vec::new(),
        };
        for (spot, share) in formed {
            state.link(*spot);
            state.share[*spot] = *share;
        }
        for recipient in 0..recipients {
            state.value_anew(recipient);
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

    /// Makes a move if all quotas hold after it, and says so; else nothing changes.
    pub fn try_move(&mut self, change: Move) -> bool {
        let helpers = self.helpers_of(&change);
        let mut made = self.emptied.pop().unwrap_or_default();
        made.share.clear();
        for (track, column) in &helpers {
            let own = self.at_helper[*track][*column].iter();
            made.share
                .extend(own.map(|spot| (*spot, self.share[*spot])));
        }
        made.share
            .extend(change.form.iter().map(|spot| (*spot, 0.0)));
        for spot in &change.drop {
            self.unlink(*spot);
        }
        for spot in &change.form {
            self.link(*spot);
        }
        if !self.holds(&change) {
            self.revert(&change);
            self.emptied.push(made);
            return false;
        }
        for helper in &helpers {
            self.share_out(*helper, &change);
        }
        if let Some((from, to, part)) = change.shift {
            for (index, step) in [(from, -part), (to, part)] {
                made.share.push((index, self.share[index]));
                self.share[index] += step;
            }
        }
        made.beside.clear();
        self.level_after(&change, &mut made.share, &mut made.beside);
        let mut touched: Few<usize> = made
            .share
            .iter()
            .map(|(spot, _)| self.landscape.spots[*spot].recipient)
            .collect();
        touched.sort_unstable();
        touched.dedup();
        made.worth.clear();
        for recipient in touched {
            let pairs = self.pairs_to_value(recipient);
            if pairs != self.valued[recipient] {
                made.worth
                    .push((recipient, self.value_pairs(recipient, pairs)));
            }
        }
        made.change = change;
        self.made.push(made);
        true
    }

    /// Takes the last move back; where there is none, nothing changes.
    pub fn undo(&mut self) {
        let Some(mut made) = self.made.pop() else {
            return;
        };
        let change = std::mem::take(&mut made.change);
        self.revert(&change);
        for (index, share) in made.share.drain(..).rev() {
            self.share[index] = share;
        }
        for (recipient, brought) in made.beside.drain(..).rev() {
            self.beside[recipient] = brought;
        }
        for (recipient, worth) in made.worth.drain(..) {
            self.replace_worth(recipient, worth);
            self.valued[recipient] = self.pairs_to_value(recipient);
        }
        self.emptied.push(made);
    }

    /// How many moves can be taken back.
    pub fn moves_made(&self) -> usize {
        self.made.len()
    }

    /// Takes moves back until only the first `count` are left.
    pub fn undo_to(&mut self, count: usize) {
        while self.made.len() > count {
            self.undo();
        }
    }

    /// Moves made so far can no longer be taken back.
    pub fn settle(&mut self) {
        self.emptied.append(&mut self.made);
    }

    /// The helpers whose pairs change, as (track, column).
    fn helpers_of(&self, change: &Move) -> Few<(usize, usize)> {
        let mut helpers: Few<(usize, usize)> = change
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

    fn pairs_to_value(&self, recipient: usize) -> PairsValued {
        let pairs = self.at_recipient[recipient].iter();
        PairsValued::new(
            recipient,
            pairs.map(|spot| (self.landscape.kinds[*spot], self.share[*spot])),
        )
    }

    /// Whether a recipient's pairs are of the kinds that they were when they were last valued.
    pub(super) fn has_kinds_valued(&self, recipient: usize) -> bool {
        self.valued[recipient].has_kinds_of(&self.pairs_to_value(recipient))
    }

    /// Values a recipient's pairs anew.
    pub(super) fn value_anew(&mut self, recipient: usize) {
        let pairs = self.pairs_to_value(recipient);
        self.value_pairs(recipient, pairs);
    }

    /// What a recipient's pairs would be worth if they were these, ascending, those not formed with all that their
    /// helpers have.
    pub(super) fn worth_with(&mut self, recipient: usize, spots: &[usize]) -> Worth {
        for spot in spots {
            if !self.formed[*spot] {
                self.share[*spot] = 1.0;
            }
        }
        let (landscape, share) = (self.landscape, &self.share);
        let kinds = spots.iter();
        let kinds = kinds.map(|spot| (landscape.kinds[*spot], share[*spot]));
        let pairs = PairsValued::new(recipient, kinds);
        let given = &mut self.given;
        self.worth_known.recall(&pairs, || {
            worth_of(landscape, recipient, spots, share, given)
        })
    }

    /// Values these pairs, a recipient's; returns what those before were worth.
    fn value_pairs(&mut self, recipient: usize, pairs: PairsValued) -> Worth {
        let (landscape, spots) = (self.landscape, &self.at_recipient[recipient]);
        let (share, given) = (&self.share, &mut self.given);
        let worth = self.worth_known.recall(&pairs, || {
            worth_of(landscape, recipient, spots, share, given)
        });
        self.valued[recipient] = pairs;
        self.replace_worth(recipient, worth)
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
}
