//! What a priority that weighs several measures is made of, and what is open of it in the units of these measures: a
//! score is no quantity that anybody knows, and where its parts make up for each other, a share of it tells little.

use super::measure::with_unknown;
use super::tier::is_best;
use super::{objective_name, short_objective_name, unknown_distances};
use crate::number;
use crate::tier_figure::{single, tier_difference, unit_of_objective};
use crate::wording::Wording;
use jiedui_explain::dossier::{Tier, TierObjective};

/// What it is made of, then what is open of it; nothing for a priority of one measure.
pub(crate) fn score_sentences(wording: Wording<'_>, tier: &Tier) -> Vec<String> {
    let sentences = [score_parts(wording, tier), score_open(wording, tier)];
    sentences.into_iter().flatten().collect()
}

/// The score as the sum of its parts, each the value of a measure times its weight; `None` for a priority of one
/// measure, and where the dossier does not tell the values.
fn score_parts(wording: Wording<'_>, tier: &Tier) -> Option<String> {
    let mut sum: Option<String> = None;
    for (objective, own) in weighed(tier)? {
        let (_, unit) = single(&own)?;
        let value = wording.with_unit(objective.value.as_ref()?.value, unit);
        let unknown = unknown_distances(wording, objective.measure, &objective.tracks);
        let part = wording.text(
            "rep-score-part",
            &[
                ("measure", &objective_name(wording, objective)),
                ("value", &with_unknown(wording, value, unknown)),
                ("weight", &number::weight(objective.weight)),
            ],
        );
        let key = match (&sum, objective.maximise) {
            (None, true) => "rep-score-first",
            (None, false) => "rep-score-first-less",
            (Some(_), true) => "rep-score-more",
            (Some(_), false) => "rep-score-less",
        };
        let so_far = sum.unwrap_or_default();
        sum = Some(wording.text(key, &[("sum", &so_far), ("part", &part)]));
    }
    let score = number::score(tier.in_plan);
    Some(wording.text("rep-score-made-of", &[("score", &score), ("sum", &sum?)]))
}

/// What lies between the score and its bound, as if all of it were in one of the measures; `None` for a priority of
/// one measure, and where nothing is open. Figures are never rounded down.
pub(crate) fn score_open(wording: Wording<'_>, tier: &Tier) -> Option<String> {
    if is_best(tier) {
        return None;
    }
    let open = tier.gap.absolute;
    let parts: Vec<String> = weighed(tier)?
        .iter()
        .map(|(objective, own)| {
            let size = tier_difference(wording.lang, own, open, true);
            let measure = short_objective_name(wording, objective);
            wording.text(
                "rep-score-open-part",
                &[("measure", &measure), ("size", &size)],
            )
        })
        .collect();
    let score = number::score_at_most(open);
    let list = parts.join(&wording.word("rep-list-or"));
    Some(wording.text("rep-score-open", &[("score", &score), ("list", &list)]))
}

/// Which measures of a priority that weighs several ones change from a plan to another, and from what to what: a score
/// by itself says to nobody what it is that is lost. `None` for a priority of one measure, where no change shows, and
/// where values are not told.
pub(crate) fn score_changes(wording: Wording<'_>, tier: &Tier, after: &[f64]) -> Option<String> {
    let before = tier.values();
    if tier.objectives.len() < 2 || before.len() != after.len() {
        return None;
    }
    let figures = before.iter().zip(after);
    let parts = tier
        .objectives
        .iter()
        .zip(figures)
        .filter_map(|(objective, (before, after))| {
            let unit = unit_of_objective(objective);
            let shown = |value: f64| wording.with_unit(value, unit);
            let (before, after) = (shown(*before), shown(*after));
            let measure = short_objective_name(wording, objective);
            let texts = [
                ("measure", &measure),
                ("before", &before),
                ("after", &after),
            ];
            let texts = texts.map(|(name, text)| (name, text.as_str()));
            (before != after).then(|| wording.text("rep-score-change", &texts))
        });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| parts.join(&wording.word("exp-reason-separator")))
}

/// The objectives that have a value here, each with a priority of its own; `None` unless there are several.
fn weighed(tier: &Tier) -> Option<Vec<(&TierObjective, Tier)>> {
    let meant = tier.objectives.iter().filter(|one| one.value.is_some());
    let parts: Vec<(&TierObjective, Tier)> = meant
        .map(|objective| {
            let own = Tier {
                objectives: vec![objective.clone()],
                ..tier.clone()
            };
            (objective, own)
        })
        .collect();
    (tier.objectives.len() > 1 && !parts.is_empty()).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::Medium;
    use crate::tests::small;
    use jiedui_domain::Gap;
    use jiedui_explain::dossier::Dossier;
    use jiedui_messages::Lang;

    fn in_english(dossier: &Dossier) -> Wording<'_> {
        Wording {
            dossier,
            lang: Lang::En,
            medium: Medium::Office,
        }
    }

    /// The priority of the small dossier that weighs several measures.
    fn weighted(dossier: &Dossier) -> Tier {
        let mut tiers = dossier.tiers.iter();
        let tier = tiers.find(|tier| tier.objectives.len() > 1);
        tier.cloned()
            .unwrap_or_else(|| unreachable!("the small case weighs measures"))
    }

    #[test]
    fn the_parts_of_a_score_come_to_the_score() {
        let dossier = small();
        let tier = weighted(&dossier);
        let told = score_parts(in_english(&dossier), &tier).unwrap_or_default();
        let sum: f64 = tier
            .objectives
            .iter()
            .filter_map(|one| {
                let sign = if one.maximise { 1.0 } else { -1.0 };
                Some(sign * one.weight * one.value.as_ref()?.value)
            })
            .sum();
        assert!(
            told.starts_with(&format!("Score {} = ", number::score(sum))),
            "{told}"
        );
        for one in tier.objectives.iter().filter(|one| one.value.is_some()) {
            assert!(told.contains(&format!(" × {}", one.weight)), "{told}");
        }
        let only = Tier {
            objectives: tier.objectives[..1].to_vec(),
            ..tier
        };
        assert_eq!(score_parts(in_english(&dossier), &only), None);
    }

    #[test]
    fn a_part_says_where_distances_count_as_nothing() {
        let mut dossier = small();
        let tier = weighted(&dossier);
        let told = |dossier: &Dossier| {
            let told = score_parts(in_english(dossier), &tier).unwrap_or_default();
            told.matches("(1 of unknown distance, counted as 0)")
                .count()
        };
        assert_eq!(told(&dossier), 0);
        let mut formed = dossier.pairs.iter_mut().filter(|pair| !pair.divisible);
        if let Some(pair) = formed.next() {
            pair.distance_km = None;
        }
        assert_eq!(told(&dossier), 1);
    }

    #[test]
    fn what_is_open_of_a_score_is_told_in_the_units_of_its_measures() {
        let dossier = small();
        let mut tier = weighted(&dossier);
        tier.in_plan = 1.0;
        tier.gap = Gap::between(1.0, 1.0);
        assert_eq!(score_open(in_english(&dossier), &tier), None);
        // A kilometre weighs 0.001.
        tier.gap = Gap::between(1.0, 1.123_41);
        assert_eq!(
            score_open(in_english(&dossier), &tier).as_deref(),
            Some(
                "The 0.124 below its bound would be, all in one measure, 0.124 of total fit or 124 km of \
                 total distance."
            )
        );
    }
}
