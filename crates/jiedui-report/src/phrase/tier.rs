//! What became of a priority, in words for people who are no modellers.

use super::objective_name;
use crate::number;
use crate::tier_figure::single;
use crate::wording::Wording;
use jiedui_explain::dossier::{Tier, TierScale};

/// What a tier is about.
pub(crate) fn tier_name(wording: Wording<'_>, tier: &Tier) -> String {
    let names: Vec<String> = tier
        .objectives
        .iter()
        .map(|objective| objective_name(wording, objective))
        .collect();
    if let [name] = names.as_slice() {
        return name.clone();
    }
    wording.text("rep-tier-weighted", &[("measures", &wording.list(&names))])
}

/// The tier's value in the plan.
pub(crate) fn tier_value(wording: Wording<'_>, tier: &Tier) -> String {
    if measures_nothing(wording, tier) {
        return wording.word("rep-undefined");
    }
    match single(tier) {
        Some((factor, unit)) => wording.with_unit(tier.in_plan * factor, unit),
        None => number::score(tier.in_plan),
    }
}

/// Whether no measure of the tier has any meaning here, as coverage has none where nobody has needs.
pub(crate) fn measures_nothing(wording: Wording<'_>, tier: &Tier) -> bool {
    let has_meaning = |measure| {
        let mut entries = wording.dossier.measures.iter();
        entries.any(|entry| entry.measure == measure && entry.value.is_some())
    };
    let mut objectives = tier.objectives.iter();
    !objectives.any(|objective| has_meaning(objective.measure))
}

/// Whether the bound is what the solver says: nothing that can be checked proves it, or only a weaker one.
pub(crate) fn is_solvers_word(tier: &Tier) -> bool {
    tier.certified
        .is_none_or(|certified| certified > tier.bound + 1e-9 * tier.bound.abs().max(1.0))
}

/// How far the plan can be from the best, and whether that is proven or the solver's word. Figures are never
/// rounded down.
pub(crate) fn tier_proof(wording: Wording<'_>, tier: &Tier) -> String {
    if measures_nothing(wording, tier) {
        return wording.word("rep-tier-measures-nothing");
    }
    let distance = distance_from_best(wording, tier);
    if is_solvers_word(tier) {
        wording.text("rep-tier-word", &[("distance", &distance)])
    } else {
        wording.text("rep-tier-proven", &[("distance", &distance)])
    }
}

fn distance_from_best(wording: Wording<'_>, tier: &Tier) -> String {
    if tier.gap.absolute <= 1e-9 * tier.in_plan.abs().max(1.0) {
        return wording.word("rep-tier-distance-none");
    }
    match (single(tier), tier.scale) {
        (Some((factor, _)), TierScale::Share) => {
            let points = number::points_at_most(tier.gap.absolute * factor.abs());
            wording.text("rep-tier-distance-points", &[("points", &points)])
        }
        // A relative gap says nothing where the value is next to nothing, as where parts of a weighted sum make
        // up for each other.
        (sum, scale)
            if scale == TierScale::Share
                || tier.in_plan.abs() < 1e-6
                || (sum.is_none() && tier.gap.relative > 1.0) =>
        {
            let score = number::score_at_most(tier.gap.absolute);
            wording.text("rep-tier-distance-score", &[("score", &score)])
        }
        _ => {
            let percent = number::points_at_most(tier.gap.relative);
            wording.text("rep-tier-distance-percent", &[("percent", &percent)])
        }
    }
}

/// The same where nothing else tells what was given up: a distance that is mostly a concession would read as
/// a search that fell short.
pub(crate) fn tier_proof_with_given_up(wording: Wording<'_>, tier: &Tier) -> String {
    let lost = conceded(wording, tier);
    match (single(tier), tier.scale) {
        (Some((factor, _)), TierScale::Share)
            if lost > 0.0 && number::points(lost * factor.abs()) != number::points(0.0) =>
        {
            let points = number::points(lost * factor.abs());
            let distance = distance_from_best(wording, tier);
            let key = if is_solvers_word(tier) {
                "rep-tier-word-conceded"
            } else {
                "rep-tier-proven-conceded"
            };
            wording.text(key, &[("distance", &distance), ("points", &points)])
        }
        _ => tier_proof(wording, tier),
    }
}

/// A gap above this needs a word of explanation.
const WIDE_GAP: f64 = 0.1;

/// Whether much is left open between the plan and its bound.
pub(crate) fn is_wide(tier: &Tier) -> bool {
    match tier.scale {
        TierScale::Share => tier.gap.absolute > WIDE_GAP,
        TierScale::Relative => tier.gap.relative > WIDE_GAP,
    }
}

/// By how much the tier lies below what it had reached. Nobody takes from the last: what that differs by comes of
/// rounding amounts.
fn conceded(wording: Wording<'_>, tier: &Tier) -> f64 {
    let last = wording.dossier.tiers.last();
    if last.is_some_and(|last| last.priority == tier.priority) {
        return 0.0;
    }
    tier.reached - tier.in_plan
}

/// What later tiers took from this one within its tolerance; `None` for nothing.
pub(crate) fn given_up(wording: Wording<'_>, tier: &Tier) -> Option<String> {
    let lost = conceded(wording, tier);
    if lost <= 1e-9 * tier.reached.abs().max(1.0) {
        return None;
    }
    Some(match (single(tier), tier.scale) {
        (Some((factor, _)), TierScale::Share) => wording.text(
            "rep-tier-given-up-points",
            &[("points", &number::points(lost * factor.abs()))],
        ),
        (Some((factor, unit)), TierScale::Relative) => wording.text(
            "rep-tier-given-up",
            &[("amount", &wording.with_unit(lost * factor.abs(), unit))],
        ),
        (None, _) => wording.text("rep-tier-given-up", &[("amount", &number::score(lost))]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::Medium;
    use crate::tests::small;
    use jiedui_explain::dossier::Dossier;
    use jiedui_messages::Lang;

    fn in_chinese(dossier: &Dossier) -> Wording<'_> {
        Wording {
            dossier,
            lang: Lang::Zh,
            medium: Medium::Office,
        }
    }

    #[test]
    fn a_bound_without_certificate_is_the_solvers_word() {
        let dossier = small();
        let wording = in_chinese(&dossier);
        let mut tier = dossier.tiers[0].clone();
        for (certified, is_word) in [
            (None, true),
            (Some(tier.bound + 0.5), true),
            (Some(tier.bound), false),
        ] {
            tier.certified = certified;
            let told = tier_proof(wording, &tier);
            assert_eq!(told.contains("求解器的结论"), is_word, "{told}");
            assert_eq!(told.contains("已证明"), !is_word, "{told}");
        }
    }

    #[test]
    fn what_later_priorities_added_is_no_concession() {
        let dossier = small();
        let wording = in_chinese(&dossier);
        let mut tier = dossier.tiers[0].clone();
        tier.in_plan = tier.reached + 0.003;
        let told = tier_proof_with_given_up(wording, &tier);
        assert!(!told.contains("让出"), "{told}");
    }
}
