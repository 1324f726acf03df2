//! What a pair brings at the prices, as a function of how much it carries.

use super::grains::divided_up;
use super::ground::Arc;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

/// The gain of a pair with its least help, and of further help, best first.
#[derive(Clone, Debug)]
pub(super) struct Curve {
    /// Gain of the pair with its least help.
    pub base: BigInt,
    /// The worth of that help, 1e-12 万元.
    pub least: i128,
    /// Further help: gain per 1e-12 万元, worth; by falling gain.
    pub tail: Vec<(BigInt, i128)>,
}

impl Curve {
    /// `pair` is the gain of forming it, `cells` that of a millionth of a unit of each kind of help.
    ///
    /// `None` if the pair cannot carry `least`. Help counts as divisible: a greedy filling is the best.
    pub(super) fn new(arc: &Arc, pair: BigInt, cells: &[BigInt], least: i128) -> Option<Self> {
        let mut base = pair;
        let mut pieces: Vec<(BigInt, i128)> = Vec::with_capacity(cells.len());
        for (cell, gain) in arc.cells.iter().zip(cells) {
            if cell.worth > 0 {
                pieces.push((divided_up(gain, cell.worth), cell.amount * cell.worth));
            } else if gain.is_positive() {
                // Worth nothing: no budget limits it.
                base += gain * cell.amount;
            }
        }
        pieces.sort_by(|one, other| other.0.cmp(&one.0));
        let mut missing = least;
        let mut room = arc.most;
        let mut tail = Vec::with_capacity(pieces.len());
        for (rate, worth) in pieces {
            let fits = room.map_or(worth, |room| worth.min(room));
            room = room.map(|room| room - fits);
            let first = fits.min(missing);
            missing -= first;
            base += &rate * first;
            if fits > first {
                tail.push((rate, fits - first));
            }
        }
        (missing == 0).then_some(Self { base, least, tail })
    }

    /// The greatest gain when a 1e-12 万元 costs this many grains.
    pub(super) fn at(&self, price: &BigInt) -> BigInt {
        let mut gain = &self.base - price * self.least;
        for (rate, worth) in &self.tail {
            if rate <= price {
                break;
            }
            gain += (rate - price) * *worth;
        }
        gain
    }

    /// The greatest gain of the pair on its own.
    pub(super) fn best(&self) -> BigInt {
        self.at(&BigInt::zero())
    }
}
