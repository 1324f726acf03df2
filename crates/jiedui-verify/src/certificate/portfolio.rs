//! The best set of pairs of one helper at the prices, by a search of its own.
//!
//! The helper's means are shared out over its pairs, best first, between the effort floor and the budget.
//! Sets are looked at in order of what their pairs bring at the price of the budget that the certificate
//! names, and left as soon as even that cannot beat the best set known; that this is sound holds for any
//! price, so the certificate's figures only save work.

use super::curve::Curve;
use super::ground::Pairs;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

/// Sets looked at per helper; beyond that the bound of divided sets stands.
const MOST_SETS: usize = 200_000;

/// A helper with its candidates.
pub(super) struct Holder {
    /// How many pairs it has.
    pub pairs: Pairs,
    /// The most that all its help is worth, 1e-12 万元.
    pub budget: Option<i128>,
    /// The least, once it has a pair.
    pub effort: i128,
    /// Pairs that are demanded.
    pub demanded: Vec<Curve>,
    /// The others.
    pub others: Vec<Curve>,
}

/// No set of pairs of the helper gains more; `None` if it has no set at all.
///
/// `figures`: a price of the budget in grains per 1e-12 万元, and what the best set brings.
pub(super) fn most_of_helper(
    holder: &Holder,
    figures: Option<&(BigInt, BigInt)>,
) -> Option<BigInt> {
    let stays_empty = holder.pairs.least == 0 && holder.demanded.is_empty();
    let candidates = holder.demanded.len() + holder.others.len();
    let most = holder
        .pairs
        .most
        .map_or(candidates, |most| candidates.min(most as usize));
    let mut price = figures.map_or_else(BigInt::zero, |(price, _)| price.clone());
    if price.is_positive() && holder.budget.is_none() {
        price = BigInt::zero();
    }
    let mut floor = figures.map(|(_, best)| best.clone());
    if stays_empty {
        floor = Some(floor.map_or_else(BigInt::zero, |floor| floor.max(BigInt::zero())));
    }
    if holder.demanded.len() > most {
        return floor;
    }
    let constant = match (price.is_positive(), holder.budget) {
        (true, Some(budget)) => &price * budget,
        (true, None) => BigInt::zero(),
        (false, _) => &price * holder.effort,
    };
    let mut ranked: Vec<(BigInt, &Curve)> = holder
        .others
        .iter()
        .map(|curve| (curve.at(&price), curve))
        .collect();
    ranked.sort_by(|one, other| other.0.cmp(&one.0));
    let start: BigInt = holder.demanded.iter().map(|curve| curve.at(&price)).sum();
    let mut search = Search {
        holder,
        ranked: &ranked,
        constant: &constant,
        most,
        floor,
        sets: 0,
        chosen: holder.demanded.iter().collect(),
    };
    search.look_from(0, &start);
    if search.sets <= MOST_SETS {
        return search.floor;
    }
    let positive = ranked.iter().map(|(gain, _)| gain);
    let divided = positive
        .take(most - holder.demanded.len())
        .filter(|gain| gain.is_positive())
        .sum::<BigInt>()
        + start
        + &constant;
    Some(
        search
            .floor
            .map_or(divided.clone(), |floor| floor.max(divided)),
    )
}

struct Search<'a> {
    holder: &'a Holder,
    ranked: &'a [(BigInt, &'a Curve)],
    constant: &'a BigInt,
    most: usize,
    /// What the best set known brings; sets that do not beat it need not be looked at.
    floor: Option<BigInt>,
    sets: usize,
    chosen: Vec<&'a Curve>,
}

impl<'a> Search<'a> {
    /// Looks at the chosen set and at all that add candidates from `from` on. `sum` is what the chosen ones
    /// bring at the price.
    fn look_from(&mut self, from: usize, sum: &BigInt) {
        self.sets += 1;
        if self.sets > MOST_SETS {
            return;
        }
        self.weigh();
        let left = self.most - self.chosen.len();
        if left == 0 {
            return;
        }
        for next in from..self.ranked.len() {
            let (first, curve) = &self.ranked[next];
            // The next one is taken in any case, others after it only if they help.
            let mut reach = sum + first + self.constant;
            for (gain, _) in self.ranked[next + 1..].iter().take(left - 1) {
                if !gain.is_positive() {
                    break;
                }
                reach += gain;
            }
            // Candidates are ranked, so later ones reach no further.
            if self.floor.as_ref().is_some_and(|floor| reach <= *floor) {
                return;
            }
            self.chosen.push(curve);
            self.look_from(next + 1, &(sum + first));
            self.chosen.pop();
            if self.sets > MOST_SETS {
                return;
            }
        }
    }

    /// What the chosen set brings, exactly.
    fn weigh(&mut self) {
        if self.chosen.is_empty() || self.chosen.len() < self.holder.pairs.least as usize {
            return;
        }
        let mut given: i128 = self.chosen.iter().map(|curve| curve.least).sum();
        if self.holder.budget.is_some_and(|budget| given > budget) {
            return;
        }
        let mut gain: BigInt = self.chosen.iter().map(|curve| &curve.base).sum();
        let mut pieces: Vec<&(BigInt, i128)> =
            self.chosen.iter().flat_map(|curve| &curve.tail).collect();
        pieces.sort_by(|one, other| other.0.cmp(&one.0));
        for (rate, worth) in pieces {
            let mut part = *worth;
            if !rate.is_positive() {
                part = part.min(self.holder.effort - given);
            }
            if let Some(budget) = self.holder.budget {
                part = part.min(budget - given);
            }
            if part <= 0 {
                break;
            }
            given += part;
            gain += rate * part;
        }
        if given < self.holder.effort {
            return;
        }
        if self.floor.as_ref().is_none_or(|floor| gain > *floor) {
            self.floor = Some(gain);
        }
    }
}
