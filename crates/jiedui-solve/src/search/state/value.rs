//! What a state is worth, tier by tier, and by how much it misses what it should keep.

use super::State;
use crate::search::landscape::Shaping;

impl State<'_> {
    /// By how much least amounts are missed.
    pub fn shortfall(&self) -> f64 {
        self.shortfall
    }

    /// By how much the rows that limit pairs only (changes allowed, loads) are broken. A search may
    /// pass through such states, or it could never trade one change for another.
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

    /// Whether a tier is the lowest of its recipients and nothing else.
    pub(in crate::search) fn is_floor(&self, tier: usize) -> bool {
        let shapings = self.landscape.shapings[tier].as_slice();
        matches!(shapings, [Shaping::Floor { .. }]) && self.sums[tier] == 0.0
    }

    /// By how much a tier misses what it must keep: a floor recipient by recipient, so that lifting any
    /// of them counts and not only the weakest.
    pub fn missed(&self, tier: usize, keep: f64) -> f64 {
        match self.landscape.shapings[tier].as_slice() {
            [Shaping::Floor { expression, weight }] if self.is_floor(tier) => {
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
}
