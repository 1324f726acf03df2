//! The curve that an earlier tier keeps (equity), as far as it guides the choice of the leading track.
//!
//! Where much is to be lifted besides the floors, which recipients are lifted decides which helpers they need, and
//! the cheapest ones alone lead to other pairs than the best. So nothing is said of where: what the pool
//! could bring has a price, in what a 万元 lifts, and every recipient is lifted as far as it is worth that.

use super::model::{Leading, rates_of};
use crate::curve::along;
use crate::search::landscape::{Landscape, Shaping};
use crate::search::state::State;

/// Part of what a whole set of pairs missed that is asked on top the next time: asking for all of it was measured to
/// end lower (80 × 1,000).
const ASKED: f64 = 0.7;

/// A curve to be kept, by row of the leading track, in 万元.
#[derive(Clone, Debug)]
pub struct Curve {
    /// The tier whose measure it is.
    tier: usize,
    /// What it must reach.
    pub keep: f64,
    /// The same before anything was asked on top.
    plain: f64,
    /// By row: (万元, what each lifts), the steepest first.
    segments: Vec<Vec<(f64, f64)>>,
}

impl Curve {
    /// The first curve among what earlier tiers keep.
    pub fn kept(landscape: &Landscape, track: usize, keep: &[f64]) -> Option<Self> {
        let tiers = landscape.shapings.iter().zip(keep).enumerate();
        let mut curves = tiers.filter_map(|(tier, (shapings, keep))| match shapings.as_slice() {
            [
                Shaping::Curve {
                    expression,
                    segments,
                },
            ] => Some((tier, *keep, *expression, segments)),
            _ => None,
        });
        let (tier, keep, expression, segments) = curves.next()?;
        let rates = rates_of(landscape, expression);
        let in_means = |recipient: &usize| {
            let rate = rates[*recipient];
            let own = segments[*recipient].iter().filter(|_| rate > 0.0);
            own.map(|(length, slope)| (length / rate, slope * rate))
                .collect()
        };
        let rows = &landscape.row_recipient[track];
        Some(Self {
            tier,
            keep,
            plain: keep,
            segments: rows.iter().map(in_means).collect(),
        })
    }

    /// What an amount lifts at a row.
    pub fn height(&self, row: usize, amount: f64) -> f64 {
        along(&self.segments[row], amount)
    }

    /// The amount up to which each 万元 lifts a row by the price at least.
    fn worth_its_price(&self, row: usize, price: f64) -> f64 {
        let steep = self.segments[row]
            .iter()
            .take_while(|(_, slope)| *slope >= price);
        steep.map(|(length, _)| length).sum()
    }

    /// Asks more where a whole set of pairs misses it, and less than before where it does not.
    pub fn ask(&mut self, state: &State, fading: f64) {
        let missed = state.missed(self.tier, self.plain);
        if missed > 0.0 {
            self.keep += ASKED * missed;
        } else {
            self.keep = self.plain + (self.keep - self.plain) * fading;
        }
    }

    /// Whatever a 万元 lifts anywhere, descending.
    fn slopes(&self) -> Vec<f64> {
        let all = self.segments.iter().flatten().map(|(_, slope)| *slope);
        let mut slopes: Vec<f64> = all.filter(|slope| *slope > 0.0).collect();
        slopes.sort_by(|a, b| b.total_cmp(a));
        slopes.dedup();
        slopes
    }
}

/// What recipients are to get while helpers share their means: their targets, and where a curve is to be kept,
/// as much as is worth the price.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// By row, helper and pool together, 万元.
    pub amounts: Vec<f64>,
    /// What 万元 from the pool must lift; 0 where no curve is to be kept.
    pub price: f64,
}

impl Wanted {
    /// Targets alone.
    pub fn targets(leading: &Leading) -> Self {
        Self {
            amounts: leading.target.clone(),
            price: 0.0,
        }
    }

    /// The price at which the pool spends `means`, where helpers give `given`, by row.
    pub fn at_price_of(leading: &Leading, curve: &Curve, given: &[f64], means: f64) -> Self {
        let amounts_at = |price: f64| -> Vec<f64> {
            let targets = leading.target.iter().enumerate();
            targets
                .map(|(row, target)| target.max(curve.worth_its_price(row, price)))
                .collect()
        };
        let spent_at = |price: f64| -> f64 {
            let amounts = amounts_at(price);
            let rows = amounts.iter().zip(given).enumerate();
            rows.map(|(row, (wanted, own))| leading.spent(row, leading.brought(row, *own, *wanted)))
                .sum()
        };
        let slopes = curve.slopes();
        let dearer = slopes.partition_point(|price| spent_at(*price) < means);
        let price = slopes.get(dearer).or(slopes.last()).copied().unwrap_or(0.0);
        Self {
            amounts: amounts_at(price),
            price,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_lifted_as_far_as_each_step_is_worth_the_price() {
        let curve = Curve {
            tier: 0,
            keep: 1.0,
            plain: 1.0,
            segments: vec![vec![(10.0, 3.0), (20.0, 2.0), (5.0, 1.0)], vec![(4.0, 2.5)]],
        };
        assert_eq!(curve.worth_its_price(0, 2.0), 30.0);
        assert_eq!(curve.worth_its_price(0, 2.1), 10.0);
        assert_eq!(curve.worth_its_price(1, 3.0), 0.0);
        assert_eq!(curve.height(0, 15.0), 40.0);
        assert_eq!(curve.slopes(), [3.0, 2.5, 2.0, 1.0]);
    }
}
