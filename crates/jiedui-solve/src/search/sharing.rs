//! How a helper's means are split between its pairs: as little changed as possible after a move, or, for
//! one track, anew each time so that its recipients lack alike.

use super::few::Few;
use super::landscape::Spot;
use super::state::{Kinds, Move, State};
use super::worth::brought_beside;
use smallvec::smallvec;

/// The track whose shared means are split so that what recipients lack of a target is level.
#[derive(Clone, Debug)]
pub struct Levelling {
    /// The track.
    pub track: usize,
    /// By recipient: what it must get in all, 万元.
    pub target: Vec<f64>,
}

/// One of those who share a helper's means, 万元.
#[derive(Clone, Copy, Debug)]
pub struct Sharer {
    /// What it lacks without this helper.
    pub lacking: f64,
    /// The least that it gets.
    pub least: f64,
    /// The most that it can get; not below `least`.
    pub most: f64,
}

/// Halvings of the interval in which a level is sought.
const HALVINGS: usize = 20;

impl Sharer {
    /// What it gets where everybody is left to lack as much as `level`.
    pub fn amount(&self, level: f64) -> f64 {
        (self.lacking - level).clamp(self.least, self.most)
    }

    /// The level at which it gets all that it can.
    pub fn lowest(&self) -> f64 {
        self.lacking - self.most
    }
}

/// What everybody is left to lack if means are shared out so that this is the least for whom it is most:
/// not below `lowest`, as far as least and greatest amounts allow.
pub fn level_of(sharers: &[Sharer], means: f64, lowest: f64) -> f64 {
    let used_at = |level: f64| {
        let amounts = sharers.iter().map(|sharer| sharer.amount(level));
        amounts.sum::<f64>()
    };
    if used_at(lowest) <= means {
        return lowest;
    }
    let highest = |high: f64, sharer: &Sharer| high.max(sharer.lacking - sharer.least);
    let (mut low, mut high) = (lowest, sharers.iter().fold(lowest, highest));
    for _ in 0..HALVINGS {
        let level = 0.5 * (low + high);
        if used_at(level) > means {
            low = level;
        } else {
            high = level;
        }
    }
    high
}

impl<'a> State<'a> {
    /// Splits the shared means of one track from now on so that recipients lack alike.
    pub fn level(&mut self, levelling: &'a Levelling) {
        self.levelling = Some(levelling);
        self.beside = vec![0.0; self.landscape.need.len()];
        for recipient in 0..self.beside.len() {
            self.beside[recipient] = self.brought_beside(recipient, levelling.track);
        }
        for column in 0..self.at_helper[levelling.track].len() {
            for (spot, share) in self.levelled(levelling, column) {
                self.share[spot] = share;
            }
        }
        for recipient in 0..self.beside.len() {
            self.value_anew(recipient);
        }
    }

    /// Levels anew whom a move touches; notes in `share` and `beside` what was there before.
    pub(super) fn level_after(
        &mut self,
        change: &Move,
        share: &mut Vec<(usize, f64)>,
        beside: &mut Vec<(usize, f64)>,
    ) {
        let Some(levelling) = self.levelling else {
            return;
        };
        let landscape = self.landscape;
        let mut columns: Few<usize> = Few::new();
        for spot in change.drop.iter().chain(&change.form) {
            let spot = &landscape.spots[*spot];
            if spot.track == levelling.track {
                columns.push(spot.column);
                continue;
            }
            if beside
                .iter()
                .all(|(recipient, _)| *recipient != spot.recipient)
            {
                beside.push((spot.recipient, self.beside[spot.recipient]));
            }
            let own = self.at_recipient[spot.recipient].iter();
            let own = own.map(|index| &landscape.spots[*index]);
            columns.extend(
                own.filter(|own| own.track == levelling.track)
                    .map(|own| own.column),
            );
        }
        for (recipient, _) in beside.iter() {
            // Pairs of the same kinds bring what is noted already.
            if !self.has_kinds_valued(*recipient) {
                self.beside[*recipient] = self.brought_beside(*recipient, levelling.track);
            }
        }
        columns.sort_unstable();
        columns.dedup();
        for column in columns {
            for (spot, part) in self.levelled(levelling, column) {
                share.push((spot, self.share[spot]));
                self.share[spot] = part;
            }
        }
    }

    fn brought_beside(&mut self, recipient: usize, track: usize) -> f64 {
        let landscape = self.landscape;
        let spots = &self.at_recipient[recipient];
        let beside = spots
            .iter()
            .filter(|spot| landscape.spots[**spot].track != track);
        let kinds: Kinds = beside.map(|spot| landscape.kinds[*spot]).collect();
        let given = &mut self.given;
        self.beside_known.recall(&(recipient, kinds), || {
            brought_beside(landscape, recipient, spots, track, given)
        })
    }

    /// The spots of a helper with the parts of its means at which what recipients lack is level.
    fn levelled(&self, levelling: &Levelling, column: usize) -> Few<(usize, f64)> {
        let spots = &self.at_helper[levelling.track][column];
        if let [only] = spots.as_slice() {
            return smallvec![(*only, 1.0)];
        }
        let sharer = |spot: &Spot| Sharer {
            lacking: levelling.target[spot.recipient] - self.beside[spot.recipient],
            least: spot.giver.least.min(spot.giver.most),
            most: spot.giver.most,
        };
        let own = spots.iter().map(|index| &self.landscape.spots[*index]);
        let means = own.clone().map(|spot| spot.budget).fold(0.0, f64::max);
        let sharers: Few<Sharer> = own.map(sharer).collect();
        // What is left over goes to all alike, so the level may be below nothing.
        let lowest = sharers.iter().map(Sharer::lowest);
        let lowest = lowest.fold(f64::INFINITY, f64::min);
        let level = level_of(&sharers, means, lowest);
        let used: f64 = sharers.iter().map(|sharer| sharer.amount(level)).sum();
        let even = 1.0 / spots.len() as f64;
        let part = |sharer: &Sharer| {
            if used > 0.0 {
                sharer.amount(level) / used
            } else {
                even
            }
        };
        spots
            .iter()
            .copied()
            .zip(sharers.iter().map(part))
            .collect()
    }

    /// Splits a helper's means anew after a move, changing as little as possible: who comes takes the
    /// place of who goes; who comes to a free place gets about what it had before; who stays gets the
    /// rest in the old proportions.
    pub(super) fn share_out(&mut self, (track, column): (usize, usize), change: &Move) {
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
        let comers: Few<usize> = change.form.iter().filter(here).copied().collect();
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
        let stay: Few<usize> = self.at_helper[track][column]
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
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sharer(lacking: f64, least: f64, most: f64) -> Sharer {
        Sharer {
            lacking,
            least,
            most,
        }
    }

    fn amounts(sharers: &[Sharer], means: f64, lowest: f64) -> Vec<f64> {
        let level = level_of(sharers, means, lowest);
        let amounts = sharers.iter().map(|sharer| sharer.amount(level));
        amounts.map(|amount| (amount * 1e4).round() / 1e4).collect()
    }

    #[test]
    fn means_are_shared_so_that_all_lack_alike() {
        let sharers = [sharer(10.0, 0.0, 10.0), sharer(6.0, 0.0, 10.0)];
        assert_eq!(amounts(&sharers, 8.0, 0.0), [6.0, 2.0]);
    }

    #[test]
    fn least_and_greatest_amounts_come_before_lacking_alike() {
        let sharers = [sharer(10.0, 0.0, 3.0), sharer(6.0, 0.0, 10.0)];
        assert_eq!(amounts(&sharers, 8.0, 0.0), [3.0, 5.0]);
        let sharers = [sharer(10.0, 0.0, 10.0), sharer(1.0, 2.0, 10.0)];
        assert_eq!(amounts(&sharers, 8.0, 0.0), [6.0, 2.0]);
    }

    #[test]
    fn what_is_left_over_goes_to_all_alike_where_levels_below_nothing_are_allowed() {
        let sharers = [sharer(4.0, 0.0, 9.0), sharer(2.0, 0.0, 9.0)];
        assert_eq!(amounts(&sharers, 10.0, 0.0), [4.0, 2.0]);
        assert_eq!(amounts(&sharers, 10.0, -5.0), [6.0, 4.0]);
    }
}
