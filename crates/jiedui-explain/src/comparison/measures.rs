//! Priorities, measures and coverage that differ, and what their change is made of.

use super::{AttainedAt, CoverageChange, MeasureChange, Part, PartOf, TierChange, TierFigures};
use crate::dossier::{Dossier, Exact, MeasureEntry, PairEntry, RecipientEntry, Tier};
use crate::evidence::sum;
use jiedui_domain::Measure;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use std::collections::{BTreeMap, BTreeSet};

/// Priorities whose figures or objectives differ.
pub(super) fn tiers(before: &Dossier, after: &Dossier) -> Vec<TierChange> {
    let all = before.tiers.iter().chain(&after.tiers);
    let priorities: BTreeSet<u32> = all.map(|tier| tier.priority).collect();
    let at = |dossier: &Dossier, priority| {
        let mut tiers = dossier.tiers.iter();
        tiers.find(|tier| tier.priority == priority).cloned()
    };
    let figures = |tier: &Tier| TierFigures {
        in_plan: tier.in_plan,
        bound: tier.bound,
    };
    priorities
        .into_iter()
        .filter_map(|priority| {
            let (then, now) = (at(before, priority), at(after, priority));
            let same_objectives = match (&then, &now) {
                (Some(then), Some(now)) => pursues(then) == pursues(now),
                _ => false,
            };
            let (then, now) = (then.as_ref().map(figures), now.as_ref().map(figures));
            (!same_objectives || then != now).then_some(TierChange {
                priority,
                same_objectives,
                before: then,
                after: now,
            })
        })
        .collect()
}

/// What a priority sums up; how much of it later ones may give up does not change the sum.
fn pursues(tier: &Tier) -> Vec<(Measure, f64, &[String], bool)> {
    let objectives = tier.objectives.iter();
    objectives
        .map(|one| (one.measure, one.weight, one.tracks.as_slice(), one.by_age))
        .collect()
}

/// Measures whose value differs.
pub(super) fn measures(before: &Dossier, after: &Dossier) -> Vec<MeasureChange> {
    after
        .measures
        .iter()
        .filter_map(|now| {
            let then = before.measures.iter();
            let then = then.clone().find(|then| then.measure == now.measure)?;
            let exact = |entry: &MeasureEntry| entry.value.as_ref()?.rational();
            let (from, to) = (exact(then), exact(now));
            if from == to {
                return None;
            }
            let change = from.as_ref().zip(to.as_ref()).map(|(from, to)| to - from);
            Some(MeasureChange {
                measure: now.measure,
                unit: now.unit,
                before: then.value.as_ref().map(|value| value.value),
                after: now.value.as_ref().map(|value| value.value),
                better: change
                    .as_ref()
                    .map(|change| change.is_positive() == now.maximise),
                parts: match &change {
                    Some(change) => parts(now, before, after, change),
                    None => Vec::new(),
                },
                change: change.as_ref().map(Exact::of),
                attained: attained(then, now, before, after),
            })
        })
        .collect()
}

/// What the change is made of, where that can be said exactly; largest first, ties by code.
fn parts(
    entry: &MeasureEntry,
    before: &Dossier,
    after: &Dossier,
    change: &BigRational,
) -> Vec<Part> {
    let mut parts: Vec<(PartOf, BigRational)> = match entry.measure {
        Measure::Equity => by_recipient(equity_parts(before), equity_parts(after)),
        Measure::Coverage => by_recipient(
            at_recipients(before, Measure::Coverage),
            at_recipients(after, Measure::Coverage),
        ),
        measure if measure.is_additive() => by_pair(measure, before, after),
        _ => Vec::new(),
    };
    parts.retain(|(_, part)| !part.is_zero());
    // What does not add up is not told: no part is better than a wrong one.
    if sum(parts.iter().map(|(_, part)| part.clone())) != *change {
        return Vec::new();
    }
    parts.sort_by_key(|(_, part)| std::cmp::Reverse(part.abs()));
    parts
        .into_iter()
        .map(|(whose, part)| Part {
            whose,
            change: Exact::of(&part),
        })
        .collect()
}

type ByRecipient<'a> = BTreeMap<&'a str, BigRational>;

fn by_recipient(before: ByRecipient<'_>, after: ByRecipient<'_>) -> Vec<(PartOf, BigRational)> {
    let all: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let of = |side: &ByRecipient<'_>, code| side.get(code).cloned().unwrap_or_default();
    all.into_iter()
        .map(|code| {
            let whose = PartOf::Recipient {
                recipient: code.to_owned(),
            };
            (whose, of(&after, code) - of(&before, code))
        })
        .collect()
}

fn equity_parts(dossier: &Dossier) -> ByRecipient<'_> {
    let entries = dossier.recipients.iter();
    entries
        .filter_map(|entry| {
            let part = entry.equity_part.as_ref()?.rational()?;
            Some((entry.code.as_str(), part))
        })
        .collect()
}

/// Contributions of the pairs at each recipient.
fn at_recipients(dossier: &Dossier, measure: Measure) -> ByRecipient<'_> {
    let mut sums = ByRecipient::new();
    for pair in &dossier.pairs {
        let sum = sums.entry(&pair.recipient).or_default();
        *sum += contribution(pair, measure);
    }
    sums
}

fn contribution(pair: &PairEntry, measure: Measure) -> BigRational {
    let mut all = pair.contributions.iter();
    let found = all.find(|contribution| contribution.measure == measure);
    found
        .and_then(|contribution| contribution.value.as_ref()?.rational())
        .unwrap_or_default()
}

fn by_pair(measure: Measure, before: &Dossier, after: &Dossier) -> Vec<(PartOf, BigRational)> {
    let mut parts = Vec::new();
    for pair in &before.pairs {
        let (helper, recipient) = (pair.helper.clone(), pair.recipient.clone());
        let then = contribution(pair, measure);
        match after.pair(&helper, &recipient) {
            Some(now) => {
                let whose = PartOf::PairChanges { helper, recipient };
                parts.push((whose, contribution(now, measure) - then));
            }
            None => parts.push((PartOf::PairEnds { helper, recipient }, -then)),
        }
    }
    for pair in &after.pairs {
        if before.pair(&pair.helper, &pair.recipient).is_none() {
            let (helper, recipient) = (pair.helper.clone(), pair.recipient.clone());
            let whose = PartOf::PairBegins { helper, recipient };
            parts.push((whose, contribution(pair, measure)));
        }
    }
    parts
}

/// Where a floor or a maximum is attained on either side, with the party's figures.
fn attained(
    then: &MeasureEntry,
    now: &MeasureEntry,
    before: &Dossier,
    after: &Dossier,
) -> Vec<AttainedAt> {
    let codes: BTreeSet<&String> = then.binding.iter().chain(&now.binding).collect();
    let figure = |dossier: &Dossier, code: &str| match now.measure {
        Measure::CoverageFloor => coverage_of(dossier.recipient(code)?),
        Measure::FitFloor => {
            dossier.recipient(code)?;
            let pairs = dossier.pairs_of_recipient(code);
            Some(
                pairs
                    .filter(|pair| !pair.divisible)
                    .filter_map(|pair| pair.fit)
                    .sum(),
            )
        }
        Measure::EffortBalance => {
            let helper = dossier.helper(code)?;
            let budget = helper.budget_wan.filter(|budget| *budget > 0.0)?;
            Some(helper.given_wan / budget)
        }
        _ => None,
    };
    codes
        .into_iter()
        .map(|code| AttainedAt {
            code: code.clone(),
            binds_before: then.binding.contains(code),
            binds_after: now.binding.contains(code),
            before: figure(before, code),
            after: figure(after, code),
        })
        .collect()
}

fn coverage_of(entry: &RecipientEntry) -> Option<f64> {
    entry.coverage.as_ref().map(|coverage| coverage.value)
}

/// Recipients whose coverage differs, by code.
pub(super) fn coverage(before: &Dossier, after: &Dossier) -> Vec<CoverageChange> {
    let all = before.recipients.iter().chain(&after.recipients);
    let codes: BTreeSet<&str> = all.map(|entry| entry.code.as_str()).collect();
    codes
        .into_iter()
        .filter_map(|code| {
            let (then, now) = (before.recipient(code), after.recipient(code));
            let exact = |entry: &RecipientEntry| entry.coverage.as_ref().map(|c| c.exact.clone());
            (then.and_then(exact) != now.and_then(exact)).then(|| CoverageChange {
                recipient: code.to_owned(),
                before: then.and_then(coverage_of),
                after: now.and_then(coverage_of),
            })
        })
        .collect()
}
