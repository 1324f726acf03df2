//! Chance in whole numbers: the same draws on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014).
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// A stream of its own for each part of a case, so that a change in one part leaves the others be.
    pub(crate) fn new(seed: u64, part: u64) -> Self {
        let mut random = Self(seed);
        let start = random.next().wrapping_add(part);
        let mut own = Self(start);
        own.next();
        own
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Below `bound`, which is at least 1. The bias is below bound / 2⁶⁴.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let product = u128::from(self.next()) * bound.max(1) as u128;
        // Smaller than `bound`, so it fits.
        (product >> 64) as usize
    }

    /// From `low` to `high`, both included; `low` where they are the wrong way round.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u128::from(high.saturating_sub(low).max(0).unsigned_abs()) + 1;
        let product = u128::from(self.next()) * span;
        low.saturating_add(i64::try_from(product >> 64).unwrap_or(0))
    }

    /// True `share` times in a thousand.
    pub(crate) fn happens(&mut self, share: i64) -> bool {
        self.between(0, 999) < share
    }

    /// A figure whose quantiles are the rungs, evenly spaced: each step of the ladder is as likely as
    /// any other, and evenly filled.
    pub(crate) fn on_ladder(&mut self, rungs: &[i64]) -> i64 {
        let steps = rungs.len().saturating_sub(1);
        let step = self.below(steps);
        match rungs.get(step..step + 2) {
            Some(&[low, high]) => self.between(low, high),
            _ => rungs.first().copied().unwrap_or(0),
        }
    }

    /// One of these; `None` where there are none.
    pub(crate) fn one_of<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }
}

/// a / b for b > 0, to the nearest whole number, halves up.
pub(crate) fn divide(a: i64, b: i64) -> i64 {
    let (a, b) = (i128::from(a), i128::from(b.max(1)));
    i64::try_from((2 * a + b).div_euclid(2 * b)).unwrap_or(i64::MAX)
}

/// a · b / c for c > 0, to the nearest whole number; the product may exceed 64 bits.
pub(crate) fn scale(a: i64, b: i64, c: i64) -> i64 {
    let (product, c) = (i128::from(a) * i128::from(b), i128::from(c.max(1)));
    i64::try_from((2 * product + c).div_euclid(2 * c)).unwrap_or(i64::MAX)
}

/// To the nearest multiple of a step.
pub(crate) fn to_step(value: i64, step: i64) -> i64 {
    divide(value, step) * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_those_of_the_published_generator() {
        // The first outputs of SplitMix64 for the seed 1234567.
        let mut random = Random(1_234_567);
        assert_eq!(random.next(), 6_457_827_717_110_365_317);
        assert_eq!(random.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn draws_stay_within_their_bounds_and_reach_both_ends() {
        let mut random = Random::new(1, 0);
        let draws: Vec<i64> = (0..1_000).map(|_| random.between(-2, 2)).collect();
        assert_eq!(draws.iter().min(), Some(&-2));
        assert_eq!(draws.iter().max(), Some(&2));
        assert!((0..1_000).all(|_| random.below(3) < 3));
        let rungs = [10, 20, 1_000];
        let low = (0..1_000).filter(|_| random.on_ladder(&rungs) <= 20);
        assert!((400..600).contains(&low.count()));
    }

    #[test]
    fn rounding_goes_to_the_nearest() {
        assert_eq!(divide(7, 2), 4);
        assert_eq!(divide(-7, 2), -3);
        assert_eq!(scale(i64::MAX, 3, 3), i64::MAX);
        assert_eq!(to_step(1_234, 10), 1_230);
    }
}
