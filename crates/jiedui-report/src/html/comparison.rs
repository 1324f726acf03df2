//! A what-if beside the base: priorities, measures, pairs changed, coverage per recipient.
//!
//! The direction is always base → what-if. Parties are matched by their codes.

use super::view::{Figure, Places, own};
use crate::clean::Medium;
use crate::phrase::{tier_name, tier_proof, tier_value};
use crate::wording::Wording;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{PairEntry, Tier, TierObjective};
use jiedui_messages::Lang;
use serde::Serialize;

/// Another run to compare with the base.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// What the run is called, e.g. its folder.
    pub label: &'a str,
    /// What it found.
    pub dossier: &'a Dossier,
}

/// The differences, base → what-if.
#[derive(Serialize)]
pub(crate) struct Comparison {
    label: String,
    title: String,
    year: i32,
    /// Whether both runs pursue the same priorities in the same order.
    #[serde(rename = "sameTiers")]
    same_tiers: bool,
    tiers: Vec<TierChange>,
    /// Measure of the base, its value in the other run.
    measures: Vec<(usize, Option<Figure>)>,
    /// Pairs formed in both; what divisible tracks share out is none.
    kept: usize,
    added: Vec<PairChange>,
    removed: Vec<PairChange>,
    changed: Vec<PairChange>,
    /// Help of divisible tracks that differs.
    shared: Vec<PairChange>,
    coverage: Vec<CoverageChange>,
}

/// One priority, in the words of both languages.
#[derive(Serialize)]
struct TierChange {
    priority: u32,
    zh: TierWords,
    en: TierWords,
}

#[derive(Serialize)]
struct TierWords {
    name: String,
    base: Option<String>,
    other: Option<String>,
    proof: Option<String>,
}

#[derive(Serialize)]
struct PairChange {
    helper: String,
    recipient: String,
    track: usize,
    before: Option<Figure>,
    after: Option<Figure>,
    /// Places in the base, where the base has them.
    h: Option<usize>,
    r: Option<usize>,
}

#[derive(Serialize)]
struct CoverageChange {
    recipient: String,
    r: Option<usize>,
    before: Option<Figure>,
    after: Option<Figure>,
}

/// Values closer than this are the same, 万元.
const SAME_VALUE: f64 = 0.005;

pub(crate) fn compare(base: &Dossier, other: Compared<'_>) -> Comparison {
    let places = Places::of(base);
    let what_if = other.dossier;
    let in_other = |pair: &PairEntry| what_if.pair(&pair.helper, &pair.recipient);
    let in_base = |pair: &PairEntry| base.pair(&pair.helper, &pair.recipient);
    let change = |pair: &PairEntry, before: Option<f64>, after: Option<f64>| PairChange {
        helper: name_of(
            base.helper(&pair.helper)
                .or(what_if.helper(&pair.helper))
                .map(|e| &e.name),
            &pair.helper,
        ),
        recipient: name_of(
            base.recipient(&pair.recipient)
                .or(what_if.recipient(&pair.recipient))
                .map(|e| &e.name),
            &pair.recipient,
        ),
        track: places.track(&pair.track).unwrap_or_default(),
        before: before.map(Figure),
        after: after.map(Figure),
        h: places.helper(&pair.helper),
        r: places.recipient(&pair.recipient),
    };
    let formed = |pair: &&PairEntry| !pair.divisible;
    let both = base
        .pairs
        .iter()
        .filter(formed)
        .filter_map(|pair| Some((pair, in_other(pair).filter(formed)?)));
    let is_shared = |pair: &&PairEntry| pair.divisible;
    let of_base = base.pairs.iter().filter(is_shared).map(|pair| {
        let now = in_other(pair).filter(is_shared);
        (pair, Some(pair.value_wan), now.map(|now| now.value_wan))
    });
    let of_other = what_if.pairs.iter().filter(is_shared);
    let of_other = of_other.filter(|pair| in_base(pair).filter(is_shared).is_none());
    let of_other = of_other.map(|pair| (pair, None, Some(pair.value_wan)));
    let differs = |before: Option<f64>, after: Option<f64>| {
        let both = before.zip(after);
        both.is_none_or(|(before, after)| (before - after).abs() >= SAME_VALUE)
    };
    let shared = of_base
        .chain(of_other)
        .filter(|(_, before, after)| differs(*before, *after))
        .map(|(pair, before, after)| change(pair, before, after));
    Comparison {
        label: own(other.label),
        title: own(&what_if.run.case_title),
        year: what_if.run.year,
        same_tiers: same_tiers(&base.tiers, &what_if.tiers),
        tiers: tiers(base, what_if),
        measures: measures(base, what_if),
        kept: both.clone().count(),
        added: what_if
            .pairs
            .iter()
            .filter(formed)
            .filter(|pair| in_base(pair).filter(formed).is_none())
            .map(|pair| change(pair, None, Some(pair.value_wan)))
            .collect(),
        removed: base
            .pairs
            .iter()
            .filter(formed)
            .filter(|pair| in_other(pair).filter(formed).is_none())
            .map(|pair| change(pair, Some(pair.value_wan), None))
            .collect(),
        changed: both
            .filter(|(pair, now)| (pair.value_wan - now.value_wan).abs() >= SAME_VALUE)
            .map(|(pair, now)| change(pair, Some(pair.value_wan), Some(now.value_wan)))
            .collect(),
        shared: shared.collect(),
        coverage: coverage(base, what_if, &places),
    }
}

fn name_of(name: Option<&String>, code: &str) -> String {
    own(name.map_or(code, String::as_str))
}

/// Whether the same is asked for; what plans come to is not part of that.
fn same_tiers(base: &[Tier], other: &[Tier]) -> bool {
    let asked = |tier: &Tier| {
        let objectives = tier.objectives.iter().cloned();
        let asked = objectives.map(|objective| TierObjective {
            value: None,
            ..objective
        });
        (tier.priority, asked.collect::<Vec<_>>())
    };
    base.iter().map(asked).eq(other.iter().map(asked))
}

/// The priorities of the base, then those that only the other run has.
fn tiers(base: &Dossier, other: &Dossier) -> Vec<TierChange> {
    let mut priorities: Vec<u32> = base
        .tiers
        .iter()
        .chain(&other.tiers)
        .map(|tier| tier.priority)
        .collect();
    priorities.sort_unstable();
    priorities.dedup();
    let at = |dossier: &Dossier, priority: u32| {
        let found = dossier.tiers.iter().find(|tier| tier.priority == priority);
        found.cloned()
    };
    priorities
        .into_iter()
        .map(|priority| {
            let (before, after) = (at(base, priority), at(other, priority));
            let words = |lang| tier_words(base, other, before.as_ref(), after.as_ref(), lang);
            TierChange {
                priority,
                zh: words(Lang::Zh),
                en: words(Lang::En),
            }
        })
        .collect()
}

fn tier_words(
    base: &Dossier,
    other: &Dossier,
    before: Option<&Tier>,
    after: Option<&Tier>,
    lang: Lang,
) -> TierWords {
    let speak = |dossier| Wording {
        dossier,
        lang,
        medium: Medium::Html,
    };
    let name = match (before, after) {
        (Some(before), Some(after)) => {
            let (before, after) = (
                tier_name(speak(base), before),
                tier_name(speak(other), after),
            );
            if before == after {
                after
            } else {
                let names = [("before", before.as_str()), ("after", &after)];
                speak(other).text("cmp-objectives", &names)
            }
        }
        (Some(tier), None) => tier_name(speak(base), tier),
        (None, Some(tier)) => tier_name(speak(other), tier),
        (None, None) => String::new(),
    };
    TierWords {
        name,
        base: before.map(|tier| tier_value(speak(base), tier)),
        other: after.map(|tier| tier_value(speak(other), tier)),
        proof: after.map(|tier| tier_proof(speak(other), tier)),
    }
}

fn measures(base: &Dossier, other: &Dossier) -> Vec<(usize, Option<Figure>)> {
    let entries = base.measures.iter().enumerate();
    entries
        .map(|(place, entry)| {
            let found = other
                .measures
                .iter()
                .find(|now| now.measure == entry.measure);
            let value = found.and_then(|now| now.value.as_ref());
            (place, value.map(|value| Figure(value.value)))
        })
        .collect()
}

fn coverage(base: &Dossier, other: &Dossier, places: &Places<'_>) -> Vec<CoverageChange> {
    let share = |dossier: &Dossier, code: &str| {
        let entry = dossier.recipient(code)?;
        entry
            .coverage
            .as_ref()
            .map(|coverage| Figure(coverage.value))
    };
    let mut parties: Vec<(&String, &String)> = base
        .recipients
        .iter()
        .chain(
            other
                .recipients
                .iter()
                .filter(|entry| base.recipient(&entry.code).is_none()),
        )
        .map(|entry| (&entry.code, &entry.name))
        .collect();
    parties.sort();
    parties
        .into_iter()
        .map(|(code, name)| CoverageChange {
            recipient: own(name),
            r: places.recipient(code),
            before: share(base, code),
            after: share(other, code),
        })
        .collect()
}
