//! What more of one limit brings: measured by solving for more and less of it, never read off a basis.

use super::held::HeldPlan;
use crate::EngineError;
use jiedui_domain::{Amount, Case, HelperId, Quantity, RecipientId, SectorId, Wan};
use jiedui_explain::limit_prices::Worth;

/// A limit on amounts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum AmountLimit {
    Budget(HelperId),
    Supply(HelperId, SectorId),
    Need(RecipientId, SectorId),
}

/// Differences below this, relative to the value, may be the solver's tolerance.
const NOISE: f64 = 1e-6;
/// A gain must be so many times the noise before a price is read off it.
const CLEAR: f64 = 4.0;
/// How even a price must be: part of the gain that middle and end of a range may differ by.
const EVEN: f64 = 1e-3;
/// Halvings that seek the end of a range.
const HALVINGS: usize = 4;
/// Halvings on the way down from the limit.
const BELOW: i32 = 6;

/// Seeks what one limit is worth.
pub(crate) struct Pricing<'a> {
    pub held: &'a HeldPlan<'a>,
    pub base: &'a [f64],
    pub limit: AmountLimit,
    /// The limit as it is.
    pub at: f64,
}

impl Pricing<'_> {
    pub fn worth(&self) -> Result<Worth, EngineError> {
        match self.limit {
            AmountLimit::Supply(helper, sector) if self.is_whole(sector) => {
                let one_more = self.whole_step(helper, Some(sector))?;
                Ok(one_more.unwrap_or(Worth::Nothing { tried: 1.0 }))
            }
            AmountLimit::Need(recipient, sector) if self.is_whole(sector) => {
                self.one_more_needed(recipient, sector)
            }
            AmountLimit::Budget(helper) => {
                let worth = self.even()?;
                if worth.gain().is_some() {
                    return Ok(worth);
                }
                Ok(self.whole_step(helper, None)?.unwrap_or(worth))
            }
            _ => self.even(),
        }
    }

    fn is_whole(&self, sector: SectorId) -> bool {
        self.held.case.policy.sectors[sector].whole
    }

    /// The case with so much more of the limit; `None` where that is no quantity.
    fn case_with(&self, more: f64) -> Option<Case> {
        let mut case = self.held.case.clone();
        let figure = (self.at + more).max(0.0);
        match self.limit {
            AmountLimit::Budget(helper) => {
                case.helpers[helper].budget = Some(Wan::from_f64(figure).ok()?);
            }
            AmountLimit::Supply(helper, sector) => {
                let mut rows = case.supply.iter_mut();
                let row = rows.find(|row| (row.of, row.sector) == (helper, sector))?;
                row.amount = Amount::from_f64(figure).ok()?;
            }
            AmountLimit::Need(recipient, sector) => {
                let mut rows = case.needs.iter_mut();
                let row = rows.find(|row| (row.of, row.sector) == (recipient, sector))?;
                row.amount = Amount::from_f64(figure).ok()?;
            }
        }
        Some(case)
    }

    /// What each priority reaches more with so much more of the limit.
    fn gains(&self, more: f64) -> Result<Option<Vec<f64>>, EngineError> {
        let Some(case) = self.case_with(more) else {
            return Ok(None);
        };
        let found = self.held.optima(&case, None)?;
        Ok(found.map(|found| self.less_base(&found)))
    }

    fn less_base(&self, found: &[f64]) -> Vec<f64> {
        let pairs = found.iter().zip(self.base);
        pairs.map(|(found, base)| found - base).collect()
    }

    fn noise(&self, tier: usize) -> f64 {
        NOISE * (1.0 + self.base.get(tier).copied().unwrap_or(0.0).abs())
    }

    /// The first priority that changes.
    fn first(&self, gains: &[f64]) -> Option<usize> {
        let mut tiers = gains.iter().enumerate();
        let found = tiers.find(|(tier, gain)| gain.abs() > self.noise(*tier));
        found.map(|(tier, _)| tier)
    }

    fn priority(&self, tier: usize) -> u32 {
        let objectives = &self.held.case.policy.objectives;
        let tiers = objectives.chunk_by(|a, b| a.priority == b.priority);
        let priorities = tiers.filter_map(|tier| tier.first());
        priorities
            .map(|objective| objective.priority)
            .nth(tier)
            .unwrap_or(0)
    }

    /// A price per unit and the range in which it holds, for what can be divided.
    ///
    /// With pairs held the values are concave in a limit, so a middle that lies on the line between
    /// two points puts the whole stretch on it.
    fn even(&self) -> Result<Worth, EngineError> {
        let far = self.at.max(1.0);
        let mut range = far;
        let mut end = self.gains(range)?;
        while end.is_none() && range > 1.0 {
            range = (range / 2.0).max(1.0);
            end = self.gains(range)?;
        }
        let Some(mut end) = end else {
            return Ok(Worth::Breaks { tried: range });
        };
        if self.first(&end).is_none() {
            return Ok(Worth::Nothing { tried: range });
        }
        loop {
            let Some(tier) = self.first(&end) else {
                return Ok(Worth::Nothing { tried: range });
            };
            let gain = end[tier];
            let Some(middle) = self.gains(range / 2.0)? else {
                return Ok(Worth::Breaks { tried: range / 2.0 });
            };
            let is_even = gain > CLEAR * self.noise(tier)
                && self.is_still(&middle, tier)
                && self.is_on_line(middle[tier], gain / 2.0, tier);
            if is_even {
                return self.with_range(tier, gain, range, range < far);
            }
            let too_small = |gains: &[f64]| {
                let first = self.first(gains);
                first.is_none_or(|tier| gains[tier].abs() < CLEAR * self.noise(tier))
            };
            if range / 2.0 < 1.0 || too_small(&middle) {
                return Ok(Worth::Step {
                    priority: self.priority(tier),
                    step: range,
                    change: gain,
                });
            }
            range /= 2.0;
            end = middle;
        }
    }

    /// Whether no priority before this one changes.
    fn is_still(&self, gains: &[f64], tier: usize) -> bool {
        self.first(gains).is_none_or(|first| first >= tier)
    }

    fn is_on_line(&self, gain: f64, expected: f64, tier: usize) -> bool {
        (gain - expected).abs() <= EVEN * expected.abs() + 0.2 * self.noise(tier)
    }

    fn with_range(
        &self,
        tier: usize,
        gain: f64,
        range: f64,
        ends: bool,
    ) -> Result<Worth, EngineError> {
        let per_unit = gain / range;
        let holds = |more: f64| -> Result<Option<f64>, EngineError> {
            let gains = self.gains(more)?;
            Ok(gains.and_then(|gains| {
                let on = self.is_still(&gains, tier)
                    && self.is_on_line(gains[tier], per_unit * more, tier);
                on.then_some(gains[tier])
            }))
        };
        let (mut to, mut at_end) = (range, gain);
        if ends {
            let mut beyond = range * 2.0;
            for _ in 0..HALVINGS {
                let middle = f64::midpoint(to, beyond);
                match holds(middle)? {
                    Some(gain) => (to, at_end) = (middle, gain),
                    None => beyond = middle,
                }
            }
        }
        let mut from = 0.0;
        for halving in 0..BELOW {
            let less = self.at * 0.5_f64.powi(halving);
            // A stretch in which nothing can be told from noise proves nothing.
            if per_unit * less < CLEAR * self.noise(tier) {
                break;
            }
            if holds(-less)?.is_some() {
                from = less;
                break;
            }
        }
        Ok(Worth::Even {
            priority: self.priority(tier),
            per_unit,
            from: self.at - from,
            to: self.at + to,
            at_end,
        })
    }

    /// One whole unit more needed, whoever of the recipient's helpers can give it, or nobody.
    fn one_more_needed(
        &self,
        recipient: RecipientId,
        sector: SectorId,
    ) -> Result<Worth, EngineError> {
        let nothing = Worth::Nothing { tried: 1.0 };
        let Some(case) = self.case_with(1.0) else {
            return Ok(nothing);
        };
        let helpers = self.held.helpers_of(recipient);
        let givers = helpers.map(|helper| Some((helper, recipient, sector)));
        let mut best: Option<Vec<f64>> = None;
        for more in std::iter::once(None).chain(givers) {
            let Some(found) = self.held.optima(&case, more)? else {
                continue;
            };
            let gains = self.less_base(&found);
            if best
                .as_ref()
                .is_none_or(|best| self.is_better(&gains, best))
            {
                best = Some(gains);
            }
        }
        let Some(gains) = best else {
            return Ok(Worth::Breaks { tried: 1.0 });
        };
        Ok(match self.first(&gains) {
            Some(tier) => Worth::Step {
                priority: self.priority(tier),
                step: 1.0,
                change: gains[tier],
            },
            None => nothing,
        })
    }

    /// Whether the first priority in which two differ is better in the first.
    fn is_better(&self, gains: &[f64], than: &[f64]) -> bool {
        let pairs = gains.iter().zip(than).enumerate();
        let mut differing =
            pairs.filter(|(tier, (new, old))| (*new - *old).abs() > self.noise(*tier));
        differing.next().is_some_and(|(_, (new, old))| new > old)
    }

    /// One whole unit more, wherever of the helper's pairs it brings most; for a budget, what one costs.
    fn whole_step(
        &self,
        helper: HelperId,
        only: Option<SectorId>,
    ) -> Result<Option<Worth>, EngineError> {
        let mut best: Option<(f64, Vec<f64>)> = None;
        for supply in self.held.case.supply_of(helper) {
            let sector = supply.sector;
            if !self.is_whole(sector) || only.is_some_and(|only| only != sector) {
                continue;
            }
            let step = match only {
                Some(_) => 1.0,
                None => self.held.case.policy.sectors[sector].value.to_f64(),
            };
            let Some(case) = self.case_with(step) else {
                continue;
            };
            for recipient in self.held.pairs_of(helper) {
                let more = Some((helper, recipient, sector));
                let Some(found) = self.held.optima(&case, more)? else {
                    continue;
                };
                let gains = self.less_base(&found);
                let known = best.as_ref().map(|(_, gains)| gains.as_slice());
                let zero = vec![0.0; gains.len()];
                let is_better = self.is_better(&gains, known.unwrap_or(&zero));
                if is_better {
                    best = Some((step, gains));
                }
            }
        }
        Ok(best.and_then(|(step, gains)| {
            let tier = self.first(&gains)?;
            Some(Worth::Step {
                priority: self.priority(tier),
                step,
                change: gains[tier],
            })
        }))
    }
}
