//! What became of a priority, in words for people who are no modellers.

use super::objective_name;
use crate::number;
use crate::tier_figure::single;
use crate::wording::Wording;
use jiedui_explain::dossier::{Tier, TierScale};
use jiedui_messages::is_nought;

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
    tier.is_solvers_word()
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

/// In what a distance from the best is told.
enum Told {
    /// Percentage points, for one share; with what turns the tier's sum into the share.
    Points(f64),
    /// Per cent of the value in the plan.
    Percent,
    /// The tier's own sum.
    Score,
}

fn told_in(tier: &Tier) -> Told {
    match (single(tier), tier.scale) {
        (Some((factor, _)), TierScale::Share) => Told::Points(factor.abs()),
        // A relative gap says nothing where the value is next to nothing, as where parts of a weighted sum make
        // up for each other.
        (sum, scale)
            if scale == TierScale::Share
                || tier.in_plan.abs() < 1e-6
                || (sum.is_none() && tier.gap.relative > 1.0) =>
        {
            Told::Score
        }
        _ => Told::Percent,
    }
}

/// Whether the plan is as good as its bound.
pub(super) fn is_best(tier: &Tier) -> bool {
    tier.gap.absolute <= 1e-9 * tier.in_plan.abs().max(1.0)
}

fn distance_from_best(wording: Wording<'_>, tier: &Tier) -> String {
    if is_best(tier) {
        return wording.word("rep-tier-distance-none");
    }
    match told_in(tier) {
        Told::Points(factor) => {
            let points = number::points_at_most(tier.gap.absolute * factor);
            wording.text("rep-tier-distance-points", &[("points", &points)])
        }
        Told::Score => {
            let score = number::score_at_most(tier.gap.absolute);
            wording.text("rep-tier-distance-score", &[("score", &score)])
        }
        Told::Percent => {
            let percent = number::points_at_most(tier.gap.relative);
            wording.text("rep-tier-distance-percent", &[("percent", &percent)])
        }
    }
}

/// The same where nothing else tells what was given up: a distance that is mostly a concession would read as
/// a search that fell short. Both are told in the same unit, so that one can be taken from the other.
pub(crate) fn tier_proof_with_given_up(wording: Wording<'_>, tier: &Tier) -> String {
    let lost = conceded(wording, tier);
    if lost <= 0.0 || is_best(tier) || measures_nothing(wording, tier) {
        return tier_proof(wording, tier);
    }
    let amount = match told_in(tier) {
        Told::Points(factor) => number::points(lost * factor),
        Told::Score => number::score(lost),
        Told::Percent => number::percent_of_two_decimals(lost / tier.in_plan.abs()),
    };
    if is_nought(&amount) {
        return tier_proof(wording, tier);
    }
    let key = if is_solvers_word(tier) {
        "rep-tier-word-conceded"
    } else {
        "rep-tier-proven-conceded"
    };
    let distance = distance_from_best(wording, tier);
    wording.text(key, &[("distance", &distance), ("amount", &amount)])
}

/// A gap above this needs a word of explanation.
const WIDE_GAP: f64 = 0.1;

/// Whether much is left open between the tier and its bound. What later tiers took from it leaves nothing open.
pub(crate) fn is_wide(wording: Wording<'_>, tier: &Tier) -> bool {
    if is_best(tier) {
        return false;
    }
    let open = (tier.gap.absolute - conceded(wording, tier).max(0.0)).max(0.0);
    match tier.scale {
        TierScale::Share => open > WIDE_GAP,
        // In the unit of the gap.
        TierScale::Relative => open / tier.gap.absolute * tier.gap.relative > WIDE_GAP,
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
    let allowed = if is_allowed(tier, lost) { "yes" } else { "no" };
    let text = |key: &str, name: &'static str, amount: &str| {
        wording.text(key, &[(name, amount), ("allowed", allowed)])
    };
    Some(match (single(tier), tier.scale) {
        (Some((factor, _)), TierScale::Share) => {
            let points = number::points(lost * factor.abs());
            text("rep-tier-given-up-points", "points", &points)
        }
        (Some((factor, unit)), TierScale::Relative) => {
            let amount = wording.with_unit(lost * factor.abs(), unit);
            text("rep-tier-given-up", "amount", &amount)
        }
        (None, _) => text("rep-tier-given-up", "amount", &number::score(lost)),
    })
}

/// Whether what was given up is within the tolerance: rounding amounts to steps may take a trifle more. Of several
/// measures with tolerances of their own nobody can say.
fn is_allowed(tier: &Tier, lost: f64) -> bool {
    let Some((factor, _)) = single(tier) else {
        return true;
    };
    let allowed = match tier.scale {
        TierScale::Share => tier.tolerance / factor.abs(),
        TierScale::Relative => tier.tolerance * tier.reached.abs(),
    };
    lost <= allowed + 1e-9 * tier.reached.abs().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::Medium;
    use crate::tests::small;
    use jiedui_domain::{Gap, Measure};
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

    /// A priority of one measure of distance that lies a fifth above its least value.
    fn far(given_up: f64) -> (Dossier, Tier) {
        let mut dossier = small();
        let mut tier = dossier.tiers[1].clone();
        tier.objectives[0].measure = Measure::Distance;
        tier.objectives[0].maximise = false;
        (tier.in_plan, tier.bound) = (-1200.0, -1000.0);
        tier.reached = tier.in_plan + given_up;
        tier.gap = Gap::between(tier.in_plan, tier.bound);
        tier.scale = TierScale::Relative;
        tier.certified = Some(tier.bound);
        dossier.tiers[1] = tier.clone();
        (dossier, tier)
    }

    #[test]
    fn a_gap_is_wide_only_by_what_was_not_given_up() {
        // 200 of 1200 km: all of it given up, a hundred of it, nothing.
        for (given_up, wide) in [(200.0, false), (100.0, false), (0.0, true)] {
            let (dossier, tier) = far(given_up);
            assert_eq!(is_wide(in_chinese(&dossier), &tier), wide, "{given_up}");
        }
    }

    #[test]
    fn what_was_given_up_is_told_in_the_unit_of_the_distance() {
        let (dossier, tier) = far(120.0);
        let told = tier_proof_with_given_up(in_chinese(&dossier), &tier);
        assert_eq!(told, "已证明距最优不超过 16.67%（含让出的 10.00%）");
        let (dossier, tier) = far(0.0);
        let told = tier_proof_with_given_up(in_chinese(&dossier), &tier);
        assert_eq!(told, "已证明距最优不超过 16.67%");
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
