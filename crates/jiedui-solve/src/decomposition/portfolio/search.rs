//! The best set of a helper's pairs: depth-first over sets, best candidates first, cut off by the divided bound and by
//! what the helper's means allow.

use super::{Curve, Portfolio, ROUNDING, SHORT};

/// Sets tried per helper and round before the divided bound is taken instead.
const MOST_NODES: usize = 20_000;

/// Candidates with what they bring at the price of the budget, and what the budget adds to that.
pub(super) struct Ranking {
    /// The first so many are demanded.
    pub(super) demanded: usize,
    pub(super) curves: Vec<(f64, Curve)>,
    pub(super) constant: f64,
}

/// Depth-first search over sets, best candidates first, cut off by the divided bound and by what the helper's means
/// allow.
pub(super) struct Search<'a> {
    portfolio: &'a Portfolio,
    ranking: &'a Ranking,
    /// By place in the ranking: the least help and the greatest that any candidate from there on carries.
    lightest: Vec<f64>,
    heaviest: Vec<f64>,
    /// Sets must exceed this.
    pub(super) floor: f64,
    /// The best set so far: its gain and its places in the ranking.
    pub(super) found: Option<(f64, Vec<usize>)>,
    pub(super) nodes: usize,
    chosen: Vec<usize>,
}

impl<'a> Search<'a> {
    pub(super) fn new(portfolio: &'a Portfolio, ranking: &'a Ranking) -> Self {
        let curves = &ranking.curves;
        let mut lightest = vec![f64::INFINITY; curves.len() + 1];
        let mut heaviest = vec![0.0_f64; curves.len() + 1];
        for (index, (_, curve)) in curves.iter().enumerate().rev() {
            lightest[index] = lightest[index + 1].min(curve.least);
            heaviest[index] = heaviest[index + 1].max(curve.most);
        }
        Self {
            portfolio,
            ranking,
            lightest,
            heaviest,
            floor: f64::NEG_INFINITY,
            found: None,
            nodes: 0,
            chosen: Vec::new(),
        }
    }

    /// Whether no set was left out for want of nodes.
    pub(super) fn is_complete(&self) -> bool {
        self.nodes < MOST_NODES
    }

    /// Looks through the sets that hold all demanded pairs.
    pub(super) fn run(&mut self) {
        let demanded = self.ranking.demanded;
        if demanded > self.portfolio.degree.max as usize {
            return;
        }
        self.chosen = (0..demanded).collect();
        let curves = self.ranking.curves[..demanded].iter();
        self.descend(demanded, curves.map(|(priced, _)| priced).sum());
    }

    /// Whether some set of those chosen and candidates from a place on may fit the helper's means. Where none does, no
    /// set is ever found that would cut the search off.
    fn may_go_on(&self, from: usize) -> bool {
        let degree = self.portfolio.degree;
        let chosen = self
            .chosen
            .iter()
            .map(|index| &self.ranking.curves[*index].1);
        let (least, most) = chosen.fold((0.0, 0.0), |(least, most), curve| {
            (least + curve.least, most + curve.most)
        });
        let missing = (degree.min as usize).saturating_sub(self.chosen.len());
        let added = if missing > 0 {
            missing as f64 * self.lightest[from]
        } else {
            0.0
        };
        let room = (degree.max as usize).saturating_sub(self.chosen.len());
        let room = room.min(self.ranking.curves.len() - from);
        least + added <= self.portfolio.budget * (1.0 + ROUNDING)
            && most + room as f64 * self.heaviest[from] >= self.portfolio.effort * (1.0 - SHORT)
    }

    /// The work is limited once some set is known: before that, "none" would be no finding.
    fn ends(&self) -> bool {
        !self.is_complete() && self.found.is_some()
    }

    fn descend(&mut self, from: usize, sum: f64) {
        self.nodes += 1;
        if !self.may_go_on(from) {
            return;
        }
        self.note();
        let left = self.portfolio.degree.max as usize - self.chosen.len();
        let curves = &self.ranking.curves;
        for index in from..curves.len() {
            if left == 0 || self.ends() {
                return;
            }
            // The next one is taken in any case, the others only if they help.
            let (first, others) = (curves[index].0, &curves[index + 1..]);
            let others = others.iter().take(left - 1);
            let rest: f64 = first + others.map(|(priced, _)| priced.max(0.0)).sum::<f64>();
            let reach = sum + rest + self.ranking.constant;
            // Candidates are sorted, so later ones reach no further.
            if reach <= self.floor + 1e-12 * self.floor.abs() {
                return;
            }
            self.chosen.push(index);
            self.descend(index + 1, sum + first);
            self.chosen.pop();
        }
    }

    fn note(&mut self) {
        if self.chosen.is_empty() || self.chosen.len() < self.portfolio.degree.min as usize {
            return;
        }
        let chosen = self.chosen.iter();
        let picked: Vec<&Curve> = chosen.map(|index| &self.ranking.curves[*index].1).collect();
        let Some(gain) = self.portfolio.value_of(&picked, |_, _| {}) else {
            return;
        };
        if gain > self.floor {
            self.floor = gain;
            self.found = Some((gain, self.chosen.clone()));
        }
    }
}
