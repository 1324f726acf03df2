//! Fits of pairs: given, by supply and need, or by industry.

use crate::exact::{BILLION, Worth, round_half_up};
use crate::facts::Facts;
use jiedui_domain::{Case, FitMethod, HelperId, Place, Quantity, RecipientId};
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

/// Millionths in one unit of a whole sector.
const UNIT: i128 = 1_000_000;

/// `f[h,r]` in steps of 1e-9: given in `pairs.csv`, else computed and rounded half up.
pub(crate) fn fit(
    case: &Case,
    facts: &Facts<'_>,
    helper: HelperId,
    recipient: RecipientId,
) -> BigInt {
    if let Some(given) = facts.pair(helper, recipient).and_then(|row| row.fit) {
        return BigInt::from(given.scaled());
    }
    let by_industry = match case.policy.fit.method {
        FitMethod::Industry => industry(case, helper, recipient),
        FitMethod::SupplyNeed => None,
    };
    by_industry.unwrap_or_else(|| supply_need(case, facts, helper, recipient))
}

/// Σ_s v_s·min(`c[h,s]`, `n[r,s]`), capped by the budget, over Σ_s v_s·`n[r,s]`; 0 without need.
///
/// In a sector whose units cannot be split the smaller of the two is cut to whole units.
fn supply_need(case: &Case, facts: &Facts<'_>, helper: HelperId, recipient: RecipientId) -> BigInt {
    let needed = facts.needed(recipient);
    if !needed.is_positive() {
        return BigInt::zero();
    }
    let mut possible = Worth::default();
    for (id, sector) in case.policy.sectors.iter() {
        let mut amount = facts.supply(helper, id).min(facts.need(recipient, id));
        if sector.whole {
            amount -= amount.rem_euclid(UNIT);
        }
        possible += &Worth::of_amount(sector.value, amount);
    }
    let capped = match facts.budget(helper) {
        Some(budget) => budget.min(&possible),
        None => &possible,
    };
    round_half_up(capped.steps(), needed.steps(), BILLION)
}

/// ½·Σ_i |p_h,i − p_r,i| over the policy's indicators; `None` if a side has no shares.
///
/// *Source:* Krugman 1991.
fn industry(case: &Case, helper: HelperId, recipient: RecipientId) -> Option<BigInt> {
    let ours = &case.places[case.helpers[helper].place?];
    let theirs = &case.places[case.recipients[recipient].place];
    let (ours, theirs) = (columns(case, ours), columns(case, theirs));
    let (our_sum, their_sum): (BigInt, BigInt) = (ours.iter().sum(), theirs.iter().sum());
    if !our_sum.is_positive() || !their_sum.is_positive() {
        return None;
    }
    let apart: BigInt = ours
        .iter()
        .zip(&theirs)
        .map(|(one, other)| (one * &their_sum - other * &our_sum).abs())
        .sum();
    Some(round_half_up(&apart, &(our_sum * their_sum * 2), BILLION))
}

/// The indicators of a place that the policy names; an absent one is 0.
fn columns(case: &Case, place: &Place) -> Vec<BigInt> {
    let names = case.policy.fit.indicators.iter();
    names
        .map(|name| {
            let value = place.indicators.get(name);
            value.map_or_else(BigInt::zero, |value| BigInt::from(value.scaled()))
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::sample::{Draft, indicator};

    fn fit_of(draft: Draft, helper: &str, recipient: &str) -> i64 {
        let (case, _) = draft.build();
        let facts = Facts::new(&case);
        let helper = case.helper_by_code(helper).unwrap();
        let recipient = case.recipient_by_code(recipient).unwrap();
        i64::try_from(fit(&case, &facts, helper, recipient)).unwrap()
    }

    #[test]
    fn given_fit_wins() {
        assert_eq!(fit_of(Draft::valid(), "h1", "p"), 500_000_000);
    }

    #[test]
    fn supply_need_is_capped_by_budget_and_rounded() {
        // min(150, 200) = 150, budget 100, of 200.
        assert_eq!(fit_of(Draft::valid(), "h2", "q"), 500_000_000);
        // min(40, 100) = 40 of 150 = 0.26…
        assert_eq!(fit_of(Draft::valid(), "h3", "p"), 266_666_667);
    }

    #[test]
    fn supply_need_cuts_persons_to_whole_ones() {
        let mut draft = Draft::valid();
        draft.set_supply("h3", "education", "1.9");
        // (40 + 25·1) of 150 = 0.43…
        assert_eq!(fit_of(draft, "h3", "p"), 433_333_333);
    }

    #[test]
    fn no_need_no_fit() {
        let mut draft = Draft::valid();
        draft.tables.needs.retain(|row| row.recipient != "q");
        assert_eq!(fit_of(draft, "h2", "q"), 0);
    }

    #[test]
    fn industry_is_half_the_difference_of_shares() {
        let mut draft = Draft::valid();
        draft.policy.fit.method = FitMethod::Industry;
        draft.policy.fit.indicators = vec!["farming".into(), "mining".into()];
        for (place, farming, mining) in [("b", "20", "80"), ("q", "3", "1")] {
            let indicators = &mut draft.place(place).indicators;
            indicators.insert("farming".into(), indicator(farming));
            indicators.insert("mining".into(), indicator(mining));
        }
        // ½(|0.2 − 0.75| + |0.8 − 0.25|) = 0.55.
        assert_eq!(fit_of(draft.clone(), "h2", "q"), 550_000_000);
        // h3 has no place: by supply and need.
        assert_eq!(fit_of(draft.clone(), "h3", "p"), 266_666_667);
        draft.place("q").indicators.clear();
        assert_eq!(fit_of(draft, "h2", "q"), 500_000_000);
    }
}
