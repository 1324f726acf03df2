//! Fits that `pairs.csv` does not give.

use crate::FitSource;
use crate::exact::{ExactWan, milliardths};
use crate::profile::{HelperProfile, RecipientProfile};
use jiedui_domain::{Case, Fit, FitMethod, IdVec, PlaceId, Quantity, SectorId, UnitValue};

/// The policy's way to compute a fit, with what it needs of each place and sector.
pub(crate) struct FitTable {
    values: IdVec<SectorId, UnitValue>,
    /// Shares of industries by place; empty unless the policy fits by industry.
    industries: IdVec<PlaceId, Option<IndustryShares>>,
}

/// The indicators of one place, by industry; their sum is positive.
struct IndustryShares {
    parts: Vec<i128>,
    sum: i128,
}

impl FitTable {
    /// Prepares the policy's method.
    pub(crate) fn of(case: &Case) -> Self {
        let rule = &case.policy.fit;
        let industries = match rule.method {
            FitMethod::SupplyNeed => IdVec::default(),
            FitMethod::Industry => case.places.map(|_, place| {
                let parts: Vec<i128> = rule
                    .indicators
                    .iter()
                    .map(|name| {
                        let indicator = place.indicators.get(name);
                        indicator.map_or(0, |value| i128::from(value.scaled().max(0)))
                    })
                    .collect();
                let sum = parts.iter().sum();
                (sum > 0).then_some(IndustryShares { parts, sum })
            }),
        };
        Self {
            values: case.policy.sectors.map(|_, sector| sector.value),
            industries,
        }
    }

    /// `f[h,r]`, in 0–1.
    pub(crate) fn fit(
        &self,
        helper: &HelperProfile,
        recipient: &RecipientProfile,
    ) -> (Fit, FitSource) {
        let here = helper.place.and_then(|place| self.shares(place));
        let there = self.shares(recipient.place);
        match (here, there) {
            (Some(here), Some(there)) => (dissimilarity(here, there), FitSource::Industry),
            _ => (self.supply_need(helper, recipient), FitSource::SupplyNeed),
        }
    }

    fn shares(&self, place: PlaceId) -> Option<&IndustryShares> {
        self.industries.get(place).and_then(Option::as_ref)
    }

    /// Σ_s v_s·min(c, n), capped by the budget, over Σ_s v_s·n; 0 without need.
    fn supply_need(&self, helper: &HelperProfile, recipient: &RecipientProfile) -> Fit {
        let met: ExactWan = self
            .values
            .values()
            .zip(helper.supply.values().zip(recipient.needs.values()))
            .map(|(value, (supply, need))| ExactWan::of(*supply.min(need), *value))
            .sum();
        let met = helper.within_budget(met).max(ExactWan::ZERO);
        Fit::from_scaled(met.milliardths_of(recipient.need_value))
    }
}

/// ½·Σ_i |p_h,i − p_r,i| with p = part / sum, brought to one denominator.
///
/// *Source:* P. Krugman, Geography and Trade (1991).
fn dissimilarity(here: &IndustryShares, there: &IndustryShares) -> Fit {
    let differences = here.parts.iter().zip(&there.parts);
    let distance: i128 = differences
        .map(|(a, b)| (a * there.sum - b * here.sum).abs())
        .sum();
    Fit::from_scaled(milliardths(distance, 2 * here.sum * there.sum))
}
