//! What each pair adds to each measure, exactly (model §7).

use crate::dossier::{Contribution, ContributionKind, Exact, NoContribution};
use crate::evidence::{Evidence, FINE, rational, sum};
use jiedui_domain::{
    Case, EquityCurve, HelperId, Measure, Quantity, RecipientId, SectorUnit, Weight,
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

/// What contributions are computed from, once per plan.
pub(crate) struct Contributions<'a> {
    evidence: &'a Evidence<'a>,
    /// Σ `w[r]` over the recipients that have needs.
    weight: BigRational,
    /// Where the coverage floor is attained.
    pub floor: Vec<RecipientId>,
    /// Where the fit floor is attained.
    pub fit_floor: Vec<RecipientId>,
    /// Where the largest effort is attained.
    pub effort: Vec<HelperId>,
}

impl<'a> Contributions<'a> {
    pub fn new(evidence: &'a Evidence<'a>) -> Self {
        let case = evidence.case;
        let weight = sum(case
            .recipients
            .iter()
            .filter(|(recipient, _)| evidence.need_value[*recipient] > 0)
            .map(|(_, row)| rational(row.weight)));
        let coverage = case
            .recipients
            .ids()
            .filter_map(|recipient| Some((recipient, evidence.coverage(recipient)?)));
        let fit = case
            .recipients
            .ids()
            .map(|recipient| (recipient, fit_at(evidence, recipient)));
        let effort = case
            .helpers
            .ids()
            .filter_map(|helper| Some((helper, -effort(evidence, helper)?)));
        Self {
            floor: attained_at(coverage),
            fit_floor: attained_at(fit),
            effort: attained_at(effort),
            weight,
            evidence,
        }
    }

    /// Codes of the recipients or helpers at which a floor or maximum is attained.
    pub fn binding(&self, measure: Measure) -> Vec<String> {
        let case = self.evidence.case;
        let recipients = |ids: &[RecipientId]| {
            ids.iter()
                .map(|recipient| case.recipient_code(*recipient).to_owned())
                .collect()
        };
        match measure {
            Measure::CoverageFloor => recipients(&self.floor),
            Measure::FitFloor => recipients(&self.fit_floor),
            Measure::EffortBalance => self
                .effort
                .iter()
                .map(|helper| case.helpers[*helper].code.clone())
                .collect(),
            _ => Vec::new(),
        }
    }

    /// What the pair at this place of the plan adds to a measure; `None` where the measure is not
    /// additive or nothing defines it.
    pub fn additive(&self, measure: Measure, index: usize) -> Option<BigRational> {
        let evidence = self.evidence;
        let pair = evidence.pair(index);
        let candidate = evidence.candidate(index);
        let formed = if evidence.is_formed(pair) {
            BigRational::one()
        } else {
            BigRational::zero()
        };
        let distance = candidate
            .and_then(|candidate| candidate.distance)
            .map_or_else(BigRational::zero, |(km, _)| rational(km));
        Some(match measure {
            Measure::Coverage => {
                if self.weight.is_zero() {
                    return None;
                }
                match self.share_of_need(index) {
                    Some(share) => self.weight_share(pair.recipient) * share,
                    None => BigRational::zero(),
                }
            }
            Measure::Fit => {
                formed * candidate.map_or_else(BigRational::zero, |arc| rational(arc.fit))
            }
            Measure::Distance => formed * distance,
            Measure::FlowDistance => distance * fine(evidence.value[index]),
            Measure::Continuity => {
                let previous = evidence.case.previous_pair(pair.helper, pair.recipient);
                previous.map_or_else(BigRational::zero, |_| formed)
            }
            Measure::Hardship => {
                let steps = candidate.map_or(0, |candidate| candidate.hardship_steps);
                let persons: i64 = pair
                    .help
                    .iter()
                    .filter(|help| {
                        evidence.case.policy.sectors[help.sector].unit == SectorUnit::Person
                    })
                    .map(|help| help.amount.scaled())
                    .sum();
                BigRational::new(
                    BigInt::from(persons) * BigInt::from(steps),
                    BigInt::from(1_000_000),
                )
            }
            Measure::Pairs => formed,
            Measure::CoverageFloor
            | Measure::Equity
            | Measure::FitFloor
            | Measure::EffortBalance => return None,
        })
    }

    /// What the pair adds to a measure, with how to read it.
    pub fn of(&self, measure: Measure, index: usize) -> Contribution {
        let pair = self.evidence.pair(index);
        match measure {
            Measure::CoverageFloor => at_binding(
                measure,
                &self.floor,
                pair.recipient,
                self.share_of_need(index),
                NoContribution::OtherRecipientBinds,
            ),
            Measure::FitFloor => at_binding(
                measure,
                &self.fit_floor,
                pair.recipient,
                self.additive(Measure::Fit, index),
                NoContribution::OtherRecipientBinds,
            ),
            Measure::EffortBalance => at_binding(
                measure,
                &self.effort,
                pair.helper,
                self.share_of_budget(index),
                NoContribution::OtherHelperBinds,
            ),
            Measure::Equity => entry(
                measure,
                ContributionKind::WithoutPair,
                self.equity_without(index),
            ),
            _ => entry(
                measure,
                ContributionKind::Additive,
                self.additive(measure, index),
            ),
        }
    }

    /// The recipient's part of `equity`; these add up.
    pub fn equity_part(&self, recipient: RecipientId) -> Option<BigRational> {
        let coverage = self.evidence.coverage(recipient)?;
        Some(self.weight_share(recipient) * phi(&self.evidence.case.policy.equity, &coverage))
    }

    /// w_r / Σ w, zero where nobody has weight.
    fn weight_share(&self, recipient: RecipientId) -> BigRational {
        let weight: Weight = self.evidence.case.recipients[recipient].weight;
        if self.weight.is_zero() {
            return BigRational::zero();
        }
        rational(weight) / self.weight.clone()
    }

    /// Share of the recipient's need that the pair meets; `None` without needs.
    pub fn share_of_need(&self, index: usize) -> Option<BigRational> {
        let recipient = self.evidence.pair(index).recipient;
        crate::evidence::ratio(
            self.evidence.value[index],
            self.evidence.need_value[recipient],
        )
    }

    fn share_of_budget(&self, index: usize) -> Option<BigRational> {
        let helper = self.evidence.pair(index).helper;
        let budget = self.evidence.case.budget(helper)?;
        (budget.scaled() > 0).then(|| fine(self.evidence.value[index]) / rational(budget))
    }

    /// Loss of equity if the pair's help were taken away and nothing else changed.
    fn equity_without(&self, index: usize) -> Option<BigRational> {
        if self.weight.is_zero() {
            return None;
        }
        let recipient = self.evidence.pair(index).recipient;
        let (Some(with), Some(share)) =
            (self.evidence.coverage(recipient), self.share_of_need(index))
        else {
            return Some(BigRational::zero());
        };
        let curve = &self.evidence.case.policy.equity;
        let without = with.clone() - share;
        Some(self.weight_share(recipient) * (phi(curve, &with) - phi(curve, &without)))
    }
}

/// Whether the contributions of all pairs add up exactly to a value.
pub(crate) fn adds_up(
    contributions: &Contributions<'_>,
    measure: Measure,
    value: Option<&BigRational>,
) -> Option<bool> {
    let value = value.filter(|_| measure.is_additive())?;
    let pairs = 0..contributions.evidence.plan.pairs().len();
    Some(sum(pairs.filter_map(|index| contributions.additive(measure, index))) == *value)
}

fn entry(measure: Measure, kind: ContributionKind, value: Option<BigRational>) -> Contribution {
    Contribution {
        measure,
        kind: if value.is_some() {
            kind
        } else {
            ContributionKind::None
        },
        reason: value.is_none().then_some(NoContribution::Undefined),
        value: value.map(|value| Exact::of(&value)),
        binding: false,
    }
}

fn at_binding<I: PartialEq>(
    measure: Measure,
    binding: &[I],
    here: I,
    value: Option<BigRational>,
    elsewhere: NoContribution,
) -> Contribution {
    if binding.is_empty() {
        return entry(measure, ContributionKind::Binding, None);
    }
    let binds = binding.contains(&here);
    let value = value.filter(|_| binds);
    Contribution {
        measure,
        kind: if value.is_some() {
            ContributionKind::Binding
        } else {
            ContributionKind::None
        },
        reason: value.is_none().then_some(elsewhere),
        value: value.map(|value| Exact::of(&value)),
        binding: binds,
    }
}

/// All ids at which the least value is attained.
fn attained_at<I>(values: impl Iterator<Item = (I, BigRational)>) -> Vec<I> {
    let mut at = Vec::new();
    let mut least: Option<BigRational> = None;
    for (id, value) in values {
        match &least {
            Some(best) if value > *best => {}
            Some(best) if value == *best => at.push(id),
            _ => {
                least = Some(value);
                at.clear();
                at.push(id);
            }
        }
    }
    at
}

fn fit_at(evidence: &Evidence<'_>, recipient: RecipientId) -> BigRational {
    let pairs = evidence.pairs_of_recipient[recipient].iter();
    sum(pairs
        .filter(|index| evidence.is_formed(evidence.pair(**index)))
        .filter_map(|index| evidence.candidate(*index))
        .map(|candidate| rational(candidate.fit)))
}

/// Value given / budget; `None` without a positive budget.
fn effort(evidence: &Evidence<'_>, helper: HelperId) -> Option<BigRational> {
    let case: &Case = evidence.case;
    let budget = case.budget(helper).filter(|budget| budget.scaled() > 0)?;
    Some(fine(evidence.given_by_helper[helper]) / rational(budget))
}

fn fine(value: i128) -> BigRational {
    BigRational::new(BigInt::from(value), BigInt::from(FINE))
}

/// φ of the equity curve: linear between its breakpoints.
fn phi(curve: &EquityCurve, coverage: &BigRational) -> BigRational {
    let mut from = (BigRational::zero(), BigRational::zero());
    for (x, y) in &curve.breakpoints {
        let to = (rational(*x), rational(*y));
        if *coverage <= to.0 {
            let width = to.0 - from.0.clone();
            if width.is_zero() {
                return to.1;
            }
            return from.1.clone() + (to.1 - from.1) * (coverage - from.0) / width;
        }
        from = to;
    }
    from.1
}
