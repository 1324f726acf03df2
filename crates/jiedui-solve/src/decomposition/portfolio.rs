//! Portfolios: all pairs of one helper chosen together, where a budget or an effort floor couples them.
//!
//! A track whose helpers may have several pairs is cut by helpers instead of by one matching: what a
//! helper may combine is a knapsack, which a matching with a price on the budget only sees divided.
//! The quotas of the recipients of such a track get a price instead. Every matching of the track is a
//! combination of portfolios, so this bound is never weaker than that of the matching.

mod search;

use super::blocks::TrackBlock;
use super::lacking::Lacking;
use super::pricing::by_rate;
use crate::matching::Degree;
use jiedui_domain::Id;
use jiedui_model::ColumnId;
use search::{Ranking, Search};
use std::collections::BTreeMap;

/// One helper of a track that is cut by helpers.
#[derive(Clone, Debug)]
pub struct Portfolio {
    /// Column of the helper in the track's matrix.
    pub column: usize,
    /// Its candidates: positions among the track's pairs.
    pub pairs: Vec<usize>,
    /// How many pairs it may have.
    pub degree: Degree,
    /// The greatest value of its help over all pairs, 万元; infinite where no budget limits it.
    pub budget: f64,
    /// The least value of its help over all pairs once it has one, 万元.
    pub effort: f64,
    /// Positions that are demanded.
    pub demanded: Vec<usize>,
}

/// The best portfolio at some prices.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Positions of the pairs formed, ascending.
    pub pairs: Vec<usize>,
    /// Columns that are not zero, with their values.
    pub values: Vec<(ColumnId, f64)>,
    /// Its value at the prices.
    pub gain: f64,
    /// No portfolio of the helper exceeds this.
    pub bound: f64,
}

/// What is lacking of a threshold by less, 万元, is taken to reach it.
const SLIGHT: f64 = 1e-9;
/// How much more than its budget a helper may seem to give, and how much less than its effort floor, relatively, for
/// sums of floating-point numbers.
const ROUNDING: f64 = 1e-12;
const SHORT: f64 = 1e-9;
/// Halvings of the interval in which the price of the budget is sought.
const HALVINGS: usize = 48;

/// The portfolios of a track, if it is one to be cut by helpers. Empty otherwise.
pub fn portfolios_of(track: &TrackBlock) -> Vec<Portfolio> {
    if !track.by_helpers {
        return Vec::new();
    }
    let width = track.helpers.len();
    let mut portfolios: Vec<Portfolio> = (0..width)
        .map(|column| Portfolio {
            column,
            pairs: Vec::new(),
            degree: track.shape.columns[column],
            budget: f64::INFINITY,
            effort: 0.0,
            demanded: Vec::new(),
        })
        .collect();
    for (position, pair) in track.pairs.iter().enumerate() {
        let known = &mut portfolios[pair.cell % width];
        known.pairs.push(position);
        known.budget = known.budget.min(pair.most);
        known.effort = known.effort.max(pair.effort);
        let cell = (pair.cell / width, pair.cell % width);
        if track.shape.demanded.contains(&cell) {
            known.demanded.push(position);
        }
    }
    portfolios
}

/// What one candidate brings at given prices, as a function of the value of its help.
struct Curve {
    position: usize,
    /// Gain of forming the pair with its least help.
    base: f64,
    /// Value of that help.
    least: f64,
    /// Further help, best first: gain per unit of value, value.
    tail: Vec<(f64, f64)>,
    /// The greatest value of its help.
    most: f64,
}

impl Curve {
    /// `None` if the pair cannot carry its least help.
    fn new(position: usize, track: &TrackBlock, gains: &[f64]) -> Option<Self> {
        let pair = &track.pairs[position];
        let mut curve = Self {
            position,
            base: gains[pair.pair.index()],
            least: pair.least,
            tail: Vec::with_capacity(pair.help.len()),
            most: pair.least,
        };
        let (mut missing, mut room) = (pair.least, pair.most);
        for (rate, index) in by_rate(pair, gains) {
            let cell = &pair.help[index];
            let mut value = (cell.capacity * cell.value).min(room);
            room -= value;
            let first = value.min(missing);
            missing -= first;
            curve.base += first * rate;
            value -= first;
            if value > 0.0 {
                curve.tail.push((rate, value));
                curve.most += value;
            }
        }
        if let Some(lacking) = &track.lacking {
            curve.count_lacking(lacking, pair.cell / track.helpers.len(), gains);
        }
        (missing <= 1e-9 * (1.0 + pair.least)).then_some(curve)
    }

    /// Counts what is lacking at the recipient as well: help is worth more as long as it lowers that.
    fn count_lacking(&mut self, lacking: &Lacking, row: usize, gains: &[f64]) {
        let counted = lacking.counted(row, self.least);
        self.base += counted
            .map(|(column, amount)| gains[column.index()] * amount)
            .sum::<f64>();
        let mut given = self.least;
        for (rate, mut value) in std::mem::take(&mut self.tail) {
            // Thresholds ascend: those below what is lacking are the first ones.
            while value > 0.0 {
                let left = lacking.target[row] - given;
                let below = lacking
                    .beyond
                    .partition_point(|(threshold, _)| *threshold < left - SLIGHT);
                let saved = lacking.beyond[..below].iter();
                let saved: f64 = saved.map(|(_, column)| -gains[column.index()]).sum();
                let part = match lacking.beyond[..below].last() {
                    Some((threshold, _)) => value.min(left - threshold),
                    None => value,
                };
                self.tail.push((rate + saved, part));
                given += part;
                value -= part;
            }
        }
    }

    /// The best gain when value costs `price` a unit.
    fn priced(&self, price: f64) -> f64 {
        let tail: f64 = self
            .tail
            .iter()
            .map(|(rate, value)| (rate - price).max(0.0) * value)
            .sum();
        self.base - price * self.least + tail
    }
}

impl Portfolio {
    /// The best set of pairs, and the best help within it, at the reduced gains of the columns.
    ///
    /// `None` if the helper has no portfolio at all.
    pub fn best(&self, track: &TrackBlock, gains: &[f64]) -> Option<Chosen> {
        let ranking = self.rank(track, gains)?;
        let mut search = Search::new(self, &ranking);
        if self.may_stay_empty() {
            search.floor = 0.0;
            search.found = Some((0.0, Vec::new()));
        }
        search.run();
        let complete = search.is_complete();
        let (gain, chosen) = search.found?;
        let bound = if complete {
            gain
        } else {
            self.divided(&ranking).max(gain)
        };
        let picked: Vec<&Curve> = chosen
            .iter()
            .map(|index| &ranking.curves[*index].1)
            .collect();
        let mut pairs: Vec<usize> = picked.iter().map(|curve| curve.position).collect();
        pairs.sort_unstable();
        Some(Chosen {
            pairs,
            values: self.help_of(track, gains, &picked),
            gain,
            bound,
        })
    }

    fn may_stay_empty(&self) -> bool {
        self.degree.min == 0 && self.demanded.is_empty()
    }

    /// The candidates at the price of the budget that makes the divided bound least: first those
    /// demanded, then the others, best first.
    /// `None` if a demanded pair cannot carry its least help.
    fn rank(&self, track: &TrackBlock, gains: &[f64]) -> Option<Ranking> {
        let mut curves = Vec::with_capacity(self.pairs.len());
        for position in &self.pairs {
            match Curve::new(*position, track, gains) {
                Some(curve) => curves.push(curve),
                None if self.demanded.contains(position) => return None,
                None => {}
            }
        }
        let price = self.budget_price(&curves);
        let mut curves: Vec<(f64, Curve)> = curves
            .into_iter()
            .map(|curve| (curve.priced(price), curve))
            .collect();
        let demanded = |curve: &Curve| self.demanded.contains(&curve.position);
        curves.sort_by(|(a, left), (b, right)| {
            demanded(right)
                .cmp(&demanded(left))
                .then(b.total_cmp(a))
                .then(left.position.cmp(&right.position))
        });
        Some(Ranking {
            demanded: self.demanded.len(),
            curves,
            constant: self.constant(price),
        })
    }

    /// What the two sides of the budget contribute to the divided bound at a price.
    fn constant(&self, price: f64) -> f64 {
        if price > 0.0 {
            price * self.budget
        } else {
            price * self.effort
        }
    }

    /// The bound when sets are divisible.
    fn divided(&self, ranking: &Ranking) -> f64 {
        let (demanded, others) = ranking.curves.split_at(ranking.demanded);
        let most = (self.degree.max as usize).saturating_sub(demanded.len());
        let sum: f64 = demanded.iter().map(|(priced, _)| priced).sum::<f64>()
            + others
                .iter()
                .take(most)
                .map(|(priced, _)| priced.max(0.0))
                .sum::<f64>()
            + ranking.constant;
        if self.may_stay_empty() {
            sum.max(0.0)
        } else {
            sum
        }
    }

    /// The price of the budget at which the divided bound is least.
    fn budget_price(&self, curves: &[Curve]) -> f64 {
        let mut reach = 0.0_f64;
        for curve in curves {
            for (rate, _) in &curve.tail {
                reach = reach.max(rate.abs());
            }
            if curve.least > 0.0 {
                reach = reach.max(curve.base.abs() / curve.least);
            }
        }
        let mut low = if self.effort > 0.0 { -reach } else { 0.0 };
        let mut high = if self.budget.is_finite() { reach } else { 0.0 };
        let most = self.degree.max as usize;
        let mut scratch = Vec::with_capacity(curves.len());
        let mut height = |price: f64| {
            scratch.clear();
            scratch.extend(curves.iter().map(|curve| curve.priced(price).max(0.0)));
            scratch.sort_by(|a, b| b.total_cmp(a));
            scratch.iter().take(most).sum::<f64>() + self.constant(price)
        };
        for _ in 0..HALVINGS {
            if high - low <= 1e-9 * (1e-12 + reach) {
                break;
            }
            let (left, right) = (low + (high - low) * 0.45, low + (high - low) * 0.55);
            if height(left) <= height(right) {
                high = right;
            } else {
                low = left;
            }
        }
        let middle = 0.5 * (low + high);
        // At the kink of the constant both one-sided figures are the same.
        if middle.abs() <= 1e-9 * reach {
            0.0
        } else {
            middle
        }
    }

    /// How a set of pairs deploys the helper's means; gain, or `None` if it cannot.
    fn value_of(&self, picked: &[&Curve], mut take: impl FnMut(usize, f64)) -> Option<f64> {
        let least: f64 = picked.iter().map(|curve| curve.least).sum();
        if least > self.budget * (1.0 + ROUNDING) {
            return None;
        }
        let mut gain: f64 = picked.iter().map(|curve| curve.base).sum();
        let mut steps: Vec<(f64, usize, f64)> = picked
            .iter()
            .enumerate()
            .flat_map(|(index, curve)| {
                curve
                    .tail
                    .iter()
                    .map(move |(rate, value)| (*rate, index, *value))
            })
            .collect();
        steps.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut used = least;
        for (rate, index, value) in steps {
            let room = if rate > 0.0 { self.budget } else { self.effort } - used;
            if room <= 0.0 {
                break;
            }
            let part = value.min(room);
            used += part;
            gain += part * rate;
            take(index, part);
        }
        (used >= self.effort * (1.0 - SHORT)).then_some(gain)
    }

    /// The columns of a set of pairs with its best help.
    fn help_of(
        &self,
        track: &TrackBlock,
        gains: &[f64],
        picked: &[&Curve],
    ) -> Vec<(ColumnId, f64)> {
        let mut totals: Vec<f64> = picked.iter().map(|curve| curve.least).collect();
        let _ = self.value_of(picked, |index, part| totals[index] += part);
        let mut values = Vec::new();
        let mut counted = BTreeMap::new();
        for (curve, total) in picked.iter().zip(totals) {
            let pair = &track.pairs[curve.position];
            values.push((pair.pair, 1.0));
            if let Some(lacking) = &track.lacking {
                let row = pair.cell / track.helpers.len();
                for (column, amount) in lacking.counted(row, total) {
                    *counted.entry(column).or_insert(0.0) += amount;
                }
            }
            let mut left = total;
            for (_, index) in by_rate(pair, gains) {
                let cell = &pair.help[index];
                let part = (cell.capacity * cell.value).min(left);
                if part <= 0.0 {
                    continue;
                }
                left -= part;
                values.push((cell.column, part / cell.value));
            }
        }
        values.extend(counted.into_iter().filter(|(_, amount)| *amount > 0.0));
        values.sort_by_key(|(column, _)| *column);
        values
    }
}

impl Portfolio {
    /// The price of the budget (negative: of the effort floor) at which the bound of divided sets is least.
    pub fn price_of_means(&self, track: &TrackBlock, gains: &[f64]) -> f64 {
        let pairs = self.pairs.iter();
        let curves: Vec<Curve> = pairs
            .filter_map(|position| Curve::new(*position, track, gains))
            .collect();
        self.budget_price(&curves)
    }
}

#[cfg(test)]
mod tests;
