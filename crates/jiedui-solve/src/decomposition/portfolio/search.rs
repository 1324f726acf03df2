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
    /// Places in the ranking: by the least help that the candidate carries, ascending, and by the greatest, descending.
    lightest: Vec<usize>,
    heaviest: Vec<usize>,
    /// Sets must exceed this.
    pub(super) floor: f64,
    /// The best set so far: its gain and its places in the ranking.
    pub(super) found: Option<(f64, Vec<usize>)>,
    pub(super) nodes: usize,
    chosen: Vec<usize>,
}

/// A set that is being added to: the place of the next candidate to add, and what the set brings at the price.
struct Open {
    next: usize,
    sum: f64,
}

impl<'a> Search<'a> {
    pub(super) fn new(portfolio: &'a Portfolio, ranking: &'a Ranking) -> Self {
        let curves = &ranking.curves;
        let mut lightest: Vec<usize> = (0..curves.len()).collect();
        let mut heaviest = lightest.clone();
        lightest.sort_by(|one, other| curves[*one].1.least.total_cmp(&curves[*other].1.least));
        heaviest.sort_by(|one, other| curves[*other].1.most.total_cmp(&curves[*one].1.most));
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
        self.look_from(demanded, curves.map(|(priced, _)| priced).sum());
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
        let curves = &self.ranking.curves;
        let missing = (degree.min as usize).saturating_sub(self.chosen.len());
        if missing > curves.len() - from {
            return false;
        }
        let light = self.lightest.iter().filter(|place| **place >= from);
        let light = light.take(missing).map(|place| curves[*place].1.least);
        let least = least + light.sum::<f64>();
        if least > self.portfolio.budget * (1.0 + ROUNDING) {
            return false;
        }
        let enough = self.portfolio.effort * (1.0 - SHORT);
        let room = (degree.max as usize).saturating_sub(self.chosen.len());
        let heavy = self.heaviest.iter().filter(|place| **place >= from);
        let heavy = heavy.take(room).map(|place| curves[*place].1.most);
        most >= enough || most + heavy.sum::<f64>() >= enough
    }

    /// The work is limited once some set is known: before that, "none" would be no finding.
    fn ends(&self) -> bool {
        !self.is_complete() && self.found.is_some()
    }

    /// Looks at the chosen set and at all that add candidates from a place on; `sum` is what the chosen ones bring
    /// at the price. The sets being added to stand in a list, as there may be as many as the helper has candidates.
    fn look_from(&mut self, from: usize, sum: f64) {
        let mut open = Vec::new();
        open.extend(self.open(from, sum));
        while let Some(last) = open.last_mut() {
            let Some(index) = self.next_of(last) else {
                open.pop();
                self.chosen.pop();
                continue;
            };
            last.next = index + 1;
            let sum = last.sum + self.ranking.curves[index].0;
            self.chosen.push(index);
            match self.open(index + 1, sum) {
                Some(set) => open.push(set),
                None => {
                    self.chosen.pop();
                }
            }
        }
    }

    /// Looks at the chosen set; `None` if no set with it fits the helper's means.
    fn open(&mut self, next: usize, sum: f64) -> Option<Open> {
        self.nodes += 1;
        if !self.may_go_on(next) {
            return None;
        }
        self.note();
        Some(Open { next, sum })
    }

    /// The candidate to add to the chosen set, if a set with it may still be the best.
    fn next_of(&self, set: &Open) -> Option<usize> {
        let curves = self.ranking.curves.get(set.next..)?;
        let left = self.portfolio.degree.max as usize - self.chosen.len();
        if left == 0 || self.ends() {
            return None;
        }
        // The next one is taken in any case, the others only if they help.
        let ((first, _), others) = curves.split_first()?;
        let others = others.iter().take(left - 1);
        let rest: f64 = first + others.map(|(priced, _)| priced.max(0.0)).sum::<f64>();
        let reach = set.sum + rest + self.ranking.constant;
        // Candidates are sorted, so later ones reach no further. Nothing is beaten as long as there is no floor.
        let beaten = reach <= self.floor + 1e-12 * self.floor.abs();
        (!beaten).then_some(set.next)
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
