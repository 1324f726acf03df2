//! Which move a chain tries next. Which random numbers are drawn, and in what order, decides what a search
//! finds: a draw more or less is another search.

use super::Chain;
use crate::search::few::Few;
use crate::search::landscape::Shaping;
use crate::search::state::Move;
use smallvec::smallvec;

impl Chain<'_> {
    /// A random move: mostly another helper for a random pair; sometimes a pair that a limit speaks of
    /// (one of last year's), a further pair, or one pair less.
    pub(super) fn propose(&mut self) -> Option<Move> {
        let limited = &self.landscape.limited;
        if !limited.is_empty() && self.random.below(8) == 0 {
            let wanted = limited[self.random.below(limited.len())];
            if self.holds(wanted) {
                return None;
            }
            return self.propose_forming(wanted, None);
        }
        let favoured = &self.aim.favoured;
        if !favoured.is_empty() && self.random.below(2) == 0 {
            let wanted = match self.favoured_near() {
                Some(near) => near,
                None => favoured[self.random.below(favoured.len())],
            };
            if self.holds(wanted) {
                return None;
            }
            let instead = self.random_pair_beside(wanted);
            return self.propose_forming(wanted, instead);
        }
        let recipient = self.pick_recipient();
        let spots = self.state.at_recipient(recipient);
        let kind = self.random.below(16);
        if (2..6).contains(&kind) {
            return self.propose_shift(recipient);
        }
        if kind == 0 || spots.is_empty() {
            let track = self.random.below(self.blocks.tracks.len());
            let row = self.landscape.row_recipient[track]
                .binary_search(&recipient)
                .ok()?;
            let column = self.random.below(self.blocks.tracks[track].helpers.len());
            let wanted = self.spot(track, row, column)?;
            if self.holds(wanted) {
                return None;
            }
            return self.propose_forming(wanted, None);
        }
        let index = spots[self.random.below(spots.len())];
        let spot = &self.landscape.spots[index];
        if self.holds(index) {
            return self.propose_shift(recipient);
        }
        if kind == 1 {
            return (!spot.demanded && !self.is_settled(index)).then(|| Move {
                drop: smallvec![index],
                ..Move::default()
            });
        }
        let column = self
            .random
            .below(self.blocks.tracks[spot.track].helpers.len());
        let wanted = self.spot(spot.track, spot.row, column)?;
        self.propose_forming(wanted, Some(index))
    }

    /// Forms a pair, in place of `instead` or, where the recipient is full, of a random pair of it;
    /// where the helper is full, the recipient that loses it gets the freed helper in exchange.
    fn propose_forming(&mut self, wanted: usize, instead: Option<usize>) -> Option<Move> {
        if self.state.is_formed(wanted) {
            return None;
        }
        let spot = &self.landscape.spots[wanted];
        let shape = &self.blocks.tracks[spot.track].shape;
        let full = self.state.row_degree(spot.track, spot.row) >= shape.rows[spot.row].max;
        let out = match instead {
            None if full => Some(self.random_pair_beside(wanted)?),
            other => other,
        };
        if out.is_some_and(|out| self.landscape.spots[out].demanded || self.is_settled(out)) {
            return None;
        }
        let mut change = Move {
            drop: out.into_iter().collect(),
            form: smallvec![wanted],
            shift: None,
        };
        let holders = self.state.at_helper(spot.track, spot.column);
        let most = shape.columns[spot.column].max as usize;
        if holders.len() < most && (holders.is_empty() || self.random.below(2) == 0) {
            return Some(change);
        }
        let other = *holders.get(self.random.below(holders.len()))?;
        let other_spot = &self.landscape.spots[other];
        if other_spot.demanded || self.is_settled(other) {
            return None;
        }
        change.drop.push(other);
        if let Some(out) = out {
            let back = self.spot(spot.track, other_spot.row, self.landscape.spots[out].column)?;
            if back == wanted || self.state.is_formed(back) {
                return None;
            }
            change.form.push(back);
        }
        Some(change)
    }

    /// A random pair of the same recipient and track.
    fn random_pair_beside(&mut self, wanted: usize) -> Option<usize> {
        let spots = &self.landscape.spots;
        let beside: Few<usize> = self
            .state
            .at_recipient(spots[wanted].recipient)
            .iter()
            .copied()
            .filter(|known| spots[*known].track == spots[wanted].track)
            .collect();
        beside.get(self.random.below(beside.len())).copied()
    }

    /// Another split of a helper's means between its pairs.
    fn propose_shift(&mut self, recipient: usize) -> Option<Move> {
        if self.aim.levelling.is_some() {
            return None;
        }
        let shared: Few<usize> = self
            .state
            .at_recipient(recipient)
            .iter()
            .copied()
            .filter(|spot| self.state.share(*spot) < 1.0)
            .collect();
        let to = *shared.get(self.random.below(shared.len()))?;
        let spot = &self.landscape.spots[to];
        let pairs = self.state.at_helper(spot.track, spot.column);
        let from = pairs[self.random.below(pairs.len())];
        if from == to {
            return None;
        }
        let part = self.state.share(from) * self.random.unit() * 0.5;
        Some(Move {
            shift: Some((from, to, part)),
            ..Move::default()
        })
    }

    /// A random recipient, half of the time one of the lowest where a floor is to be raised, or to be
    /// reached beside a track that is held.
    fn pick_recipient(&mut self) -> usize {
        if let Some(near) = self.somebody_near() {
            return near;
        }
        let count = self.landscape.need.len();
        let mut picked = self.random.below(count);
        if self.random.below(2) == 0
            && let Some(expression) = self.floor_to_lift()
        {
            for _ in 0..5 {
                let other = self.random.below(count);
                if self.state.expression(other, expression)
                    < self.state.expression(picked, expression)
                {
                    picked = other;
                }
            }
        }
        picked
    }

    /// Half of the time one of those near whom moves are sought.
    fn somebody_near(&mut self) -> Option<usize> {
        if self.near.is_empty() || self.random.below(2) == 0 {
            return None;
        }
        Some(self.near[self.random.below(self.near.len())])
    }

    /// The same, one of its favoured spots.
    fn favoured_near(&mut self) -> Option<usize> {
        let recipient = self.somebody_near()?;
        let own = self.favoured_at[recipient].len();
        (own > 0).then(|| self.favoured_at[recipient][self.random.below(own)])
    }

    fn floor_to_lift(&self) -> Option<usize> {
        let tiers = match self.aim.held {
            Some(_) => 0..self.aim.tier,
            None => self.aim.tier..self.aim.tier + 1,
        };
        let shapings = self.landscape.shapings[tiers].iter();
        let mut firsts = shapings.filter_map(|known| known.first());
        firsts.find_map(|first| match first {
            Shaping::Floor { expression, .. } => Some(*expression),
            Shaping::Curve { .. } => None,
        })
    }

    /// Whether a pair stays once it is formed.
    fn is_settled(&self, spot: usize) -> bool {
        self.aim.settled.binary_search(&spot).is_ok()
    }

    /// Whether a pair stays as it is.
    fn holds(&self, spot: usize) -> bool {
        self.aim.held == Some(self.landscape.spots[spot].track)
    }

    fn spot(&self, track: usize, row: usize, column: usize) -> Option<usize> {
        let width = self.blocks.tracks[track].helpers.len();
        self.landscape.spot_of(track, row * width + column)
    }
}
