//! Prices and objectives added up to what a pair and its help gain.

use super::Gains;
use crate::certificate::grains::{Slope, grains};
use crate::certificate::ground::Ground;
use crate::certificate::lacking::Lacking;
use crate::certificate::prices::{CouplingRow, Prices};
use crate::exact::rational;
use jiedui_domain::{Id, Measure, Objective, Quantity, RecipientId};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// Coefficients while they are added up.
pub(super) struct Sums<'g, 'a, 'p> {
    ground: &'g Ground<'a>,
    prices: &'p Prices,
    constant: BigInt,
    tracks: usize,
    /// Per 1e-12 万元 of help, by recipient, then track: in units.
    worth_there: Vec<BigRational>,
    /// Per worth of a helper's help.
    worth_here: Vec<BigRational>,
    /// By recipient, then track.
    fit: Vec<BigRational>,
    distance: Vec<BigRational>,
    flow_distance: Vec<BigRational>,
    kept: Vec<BigRational>,
    kept_by_age: Vec<BigRational>,
    hardship: Vec<BigRational>,
    /// By recipient, then track: for every pair.
    formed: Vec<BigRational>,
}

impl<'g, 'a, 'p> Sums<'g, 'a, 'p> {
    pub(super) fn none(ground: &'g Ground<'a>, prices: &'p Prices) -> Self {
        let tracks = ground.case.policy.tracks.len();
        let zeros = |count: usize| vec![BigRational::zero(); count];
        let by_recipient = ground.case.recipients.len() * tracks;
        Self {
            ground,
            prices,
            constant: BigInt::zero(),
            tracks,
            worth_there: zeros(by_recipient),
            worth_here: zeros(ground.case.helpers.len()),
            fit: zeros(by_recipient),
            distance: zeros(tracks),
            flow_distance: zeros(tracks),
            kept: zeros(tracks),
            kept_by_age: zeros(tracks),
            hardship: zeros(tracks),
            formed: zeros(by_recipient),
        }
    }

    pub(super) fn add_objective(
        &mut self,
        index: usize,
        objective: &Objective,
        factor: &BigRational,
    ) {
        let counts: Vec<bool> = self
            .ground
            .case
            .policy
            .tracks
            .ids()
            .map(|track| objective.tracks.is_empty() || objective.tracks.contains(&track))
            .collect();
        let simple = match objective.measure {
            Measure::CoverageFloor => return self.add_coverage_floor(index, factor, &counts),
            Measure::Coverage => return self.add_coverage(factor, &counts),
            Measure::Equity => return self.add_equity(index, factor, &counts),
            Measure::FitFloor => return self.add_fit_floor(index, factor, &counts),
            Measure::EffortBalance => return self.add_effort_balance(index, factor, &counts),
            Measure::Fit => &mut self.fit,
            Measure::Pairs => &mut self.formed,
            Measure::Distance => &mut self.distance,
            Measure::FlowDistance => &mut self.flow_distance,
            Measure::Hardship => &mut self.hardship,
            Measure::Continuity if objective.by_age => &mut self.kept_by_age,
            Measure::Continuity => &mut self.kept,
        };
        if factor.is_zero() {
            return;
        }
        // By track, or by recipient and track: the place modulo the tracks is the track.
        for (place, sum) in simple.iter_mut().enumerate() {
            if counts[place % self.tracks] {
                *sum += factor;
            }
        }
    }

    /// Adds to what help of the counted tracks is worth at a recipient, per 1e-12 万元.
    fn add_worth_there(&mut self, recipient: RecipientId, rate: &BigRational, counts: &[bool]) {
        let start = recipient.index() * self.tracks;
        for (sum, counted) in self.worth_there[start..].iter_mut().zip(counts) {
            if *counted {
                *sum += rate;
            }
        }
    }

    /// Recipients that coverage is defined for, with their need in 1e-12 万元.
    fn in_need(&self) -> Vec<(RecipientId, i128)> {
        let recipients = self.ground.case.recipients.ids();
        recipients
            .map(|recipient| (recipient, self.ground.need_worth(recipient)))
            .filter(|(_, need)| *need > 0)
            .collect()
    }

    /// `w[r]` / Σ w over recipients in need.
    fn shares(&self) -> Vec<(RecipientId, i128, BigRational)> {
        let weight = |id: RecipientId| i128::from(self.ground.case.recipients[id].weight.scaled());
        let known = self.in_need();
        let total: i128 = known.iter().map(|(id, _)| weight(*id)).sum();
        if total == 0 {
            return Vec::new();
        }
        known
            .into_iter()
            .map(|(id, need)| {
                let share = BigRational::new(weight(id).into(), total.into());
                (id, need, share)
            })
            .collect()
    }

    fn price(&self, row: CouplingRow) -> BigRational {
        self.prices.get(&row).cloned().unwrap_or_default()
    }

    /// The best end of a range from 0 to 1 of a figure with this gain.
    fn add_share_figure(&mut self, gain: &BigRational) {
        if gain.is_positive() {
            self.constant += grains(gain);
        }
    }

    /// t ≤ `coverage[r]` for every recipient in need, 0 ≤ t ≤ 1; prices are not positive.
    fn add_coverage_floor(&mut self, index: usize, factor: &BigRational, counts: &[bool]) {
        let known = self.in_need();
        if known.is_empty() {
            return;
        }
        let mut gain = factor.clone();
        for (recipient, need) in known {
            let price = self.price(CouplingRow::OfRecipient(index, recipient));
            if !price.is_zero() {
                self.add_worth_there(recipient, &(-&price / BigInt::from(need)), counts);
                gain += price;
            }
        }
        self.add_share_figure(&gain);
    }

    fn add_coverage(&mut self, factor: &BigRational, counts: &[bool]) {
        if factor.is_zero() {
            return;
        }
        for (recipient, need, share) in self.shares() {
            let rate = factor * share / BigInt::from(need);
            self.add_worth_there(recipient, &rate, counts);
        }
    }

    /// `coverage[r]` laid out over the segments of φ; the segments add up to it.
    fn add_equity(&mut self, index: usize, factor: &BigRational, counts: &[bool]) {
        let points = &self.ground.case.policy.equity.breakpoints;
        let segments: Vec<(BigRational, BigRational)> = points
            .windows(2)
            .filter_map(|ends| match ends {
                [(from, low), (to, high)] if from < to => {
                    let length = i128::from(to.scaled()) - i128::from(from.scaled());
                    let rise = i128::from(high.scaled()) - i128::from(low.scaled());
                    let slope = BigRational::new(rise.into(), length.into());
                    Some((rational(length, crate::exact::MILLION), slope))
                }
                _ => None,
            })
            .collect();
        for (recipient, need, share) in self.shares() {
            let price = self.price(CouplingRow::OfRecipient(index, recipient));
            let worth = factor * share;
            if !price.is_zero() {
                self.add_worth_there(recipient, &(&price / BigInt::from(need)), counts);
            }
            for (length, slope) in &segments {
                let gain = &worth * slope - &price;
                if gain.is_positive() {
                    self.constant += grains(&(gain * length));
                }
            }
        }
    }

    /// t ≤ Σ f·y at every recipient; prices are not positive.
    fn add_fit_floor(&mut self, index: usize, factor: &BigRational, counts: &[bool]) {
        let mut gain = factor.clone();
        let mut widest = 0_i128;
        for recipient in self.ground.case.recipients.ids() {
            let price = self.price(CouplingRow::OfRecipient(index, recipient));
            let arcs = self.ground.of_recipient[recipient.index()].iter();
            let counted = arcs
                .map(|arc| &self.ground.arcs[*arc])
                .filter(|arc| arc.forms_pair && counts[arc.track.index()]);
            widest = widest.max(counted.map(|arc| arc.fit.abs()).sum());
            if price.is_zero() {
                continue;
            }
            let start = recipient.index() * self.tracks;
            for (sum, counted) in self.fit[start..].iter_mut().zip(counts) {
                if *counted {
                    *sum -= &price;
                }
            }
            gain += price;
        }
        // No sum of fits leaves ± the largest sum of magnitudes.
        self.constant += grains(&(gain.abs() * rational(widest, crate::exact::BILLION)));
    }

    /// t ≥ `given[h]` / `B[h]` for every helper with a budget, 0 ≤ t ≤ 1; prices are not positive.
    fn add_effort_balance(&mut self, index: usize, factor: &BigRational, counts: &[bool]) {
        let mut gain = factor.clone();
        for (helper, row) in self.ground.case.helpers.iter() {
            let price = self.price(CouplingRow::OfHelper(index, helper));
            if price.is_zero() || !counts[row.track.index()] {
                // A row of a track that does not count says t ≥ 0 only.
                gain -= price;
                continue;
            }
            if let Some(budget) = self.ground.facts.budget(helper) {
                self.worth_here[helper.index()] += &price / budget.steps();
            }
            gain -= price;
        }
        self.add_share_figure(&gain);
    }

    /// What the row's side costs, and what it takes off the gains.
    pub(super) fn add_row(&mut self, row: CouplingRow, price: &BigRational) {
        let ground = self.ground;
        match row {
            // Read where the gains of cells are formed; the side counts here.
            CouplingRow::Need(recipient, sector) => {
                self.add_side(price, ground.need_in_steps(recipient, sector), 6);
            }
            CouplingRow::Supply(helper, sector) => {
                self.add_side(price, ground.supply_in_steps(helper, sector), 6);
            }
            CouplingRow::Budget(helper) => {
                let budget = ground.budgets[helper.index()].unwrap_or(0);
                self.add_side(price, budget, 12);
                self.worth_here[helper.index()] -= in_worth(price);
            }
            CouplingRow::Load(helper) => {
                let limit = ground.case.helpers[helper].max_load;
                let limit = limit.map_or(0, |limit| i128::from(limit.scaled()));
                self.add_side(price, limit, 6);
            }
            CouplingRow::Effort(helper) => self.worth_here[helper.index()] -= in_worth(price),
            CouplingRow::Quota(recipient, track) => {
                let wanted = ground.wanted(recipient, track);
                let candidates = ground.of_recipient[recipient.index()]
                    .iter()
                    .filter(|arc| ground.arcs[**arc].track == track)
                    .count() as i128;
                let side = if price.is_positive() {
                    let most = wanted.most.map(i128::from);
                    most.map_or(candidates, |most| most.min(candidates))
                } else {
                    i128::from(wanted.least)
                };
                self.add_side(price, side, 0);
                self.formed[recipient.index() * self.tracks + track.index()] -= price;
            }
            CouplingRow::Changes(track) => {
                let allowed = ground.case.policy.tracks[track].max_changes.unwrap_or(0);
                let kept = ground.previous[track.index()] as i128 - i128::from(allowed);
                self.add_side(price, kept.max(0), 0);
                self.kept[track.index()] -= price;
            }
            // Read with their measure, and with the thresholds of earlier priorities.
            CouplingRow::OfRecipient(..)
            | CouplingRow::OfHelper(..)
            | CouplingRow::Kept(_)
            | CouplingRow::Lacking(..) => {}
        }
    }

    fn add_side(&mut self, price: &BigRational, side: i128, places: u32) {
        let side = BigRational::new(side.into(), BigInt::from(10).pow(places));
        self.constant += grains(&(price * side));
    }

    pub(super) fn finish(self) -> Gains<'g, 'a> {
        let ground = self.ground;
        let slopes = |values: &[BigRational], places: u32| -> Vec<Slope> {
            values
                .iter()
                .map(|value| Slope::new(value, places))
                .collect()
        };
        let sectors = ground.case.policy.sectors.len();
        let mut need = vec![Slope::default(); ground.case.recipients.len() * sectors];
        let mut supply = vec![Slope::default(); ground.case.helpers.len() * sectors];
        let mut load = vec![Slope::default(); ground.case.helpers.len()];
        let mut effort = vec![BigInt::zero(); ground.case.helpers.len()];
        for (row, price) in self.prices {
            match row {
                CouplingRow::Need(recipient, sector) => {
                    need[recipient.index() * sectors + sector.index()] = Slope::new(&-price, 6);
                }
                CouplingRow::Supply(helper, sector) => {
                    supply[helper.index() * sectors + sector.index()] = Slope::new(&-price, 6);
                }
                CouplingRow::Load(helper) => load[helper.index()] = Slope::new(&-price, 6),
                CouplingRow::Effort(helper) => {
                    let most = ground.helper_pairs[helper.index()].most.unwrap_or(1).max(1);
                    let each = in_worth(price) * BigInt::from(ground.efforts[helper.index()]);
                    effort[helper.index()] = grains(&(each / BigInt::from(most)));
                }
                _ => {}
            }
        }
        Gains {
            constant: self.constant,
            ground,
            // The sums per worth are per 1e-12 万元 already.
            there: slopes(&self.worth_there, 0),
            fit: slopes(&self.fit, 9),
            formed: slopes(&self.formed, 0),
            here: slopes(&self.worth_here, 0),
            load,
            effort,
            distance: slopes(&self.distance, 6),
            flow_distance: slopes(&self.flow_distance, 18),
            kept: slopes(&self.kept, 0),
            kept_by_age: slopes(&self.kept_by_age, 0),
            hardship: slopes(&self.hardship, 6),
            need,
            supply,
            lacking: Lacking::none(ground),
        }
    }
}

/// A price of a 万元 as that of a 1e-12 万元.
fn in_worth(price: &BigRational) -> BigRational {
    price / BigInt::from(10).pow(12)
}
