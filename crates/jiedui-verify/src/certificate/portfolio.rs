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
    search.look(start.clone());
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

/// A set that is being added to: the place of the next candidate to add, and what the set brings at the price.
struct Open {
    next: usize,
    sum: BigInt,
}

impl<'a> Search<'a> {
    /// Looks at the chosen set and at all that add candidates. `sum` is what the chosen ones bring at the price.
    /// The sets being added to stand in a list, as a certificate may name as many candidates as it likes.
    fn look(&mut self, sum: BigInt) {
        let mut open = vec![self.open(0, sum)];
        while let Some(last) = open.last_mut() {
            let Some((first, curve)) = self.next_of(last) else {
                open.pop();
                self.chosen.pop();
                continue;
            };
            last.next += 1;
            let (next, sum) = (last.next, &last.sum + first);
            self.chosen.push(curve);
            open.push(self.open(next, sum));
        }
    }

    fn open(&mut self, next: usize, sum: BigInt) -> Open {
        self.sets += 1;
        if self.sets <= MOST_SETS {
            self.weigh();
        }
        Open { next, sum }
    }

    /// The candidate to add to the chosen set, if a set with it may still beat the best known.
    fn next_of(&self, set: &Open) -> Option<&'a (BigInt, &'a Curve)> {
        let left = self.most - self.chosen.len();
        if left == 0 || self.sets > MOST_SETS {
            return None;
        }
        let (next, others) = self.ranked.get(set.next..)?.split_first()?;
        // The next one is taken in any case, others after it only if they help.
        let mut reach = &set.sum + &next.0 + self.constant;
        for (gain, _) in others.iter().take(left - 1) {
            if !gain.is_positive() {
                break;
            }
            reach += gain;
        }
        // Candidates are ranked, so later ones reach no further.
        let beats = self.floor.as_ref().is_none_or(|floor| reach > *floor);
        beats.then_some(next)
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

#[cfg(test)]
mod tests;
