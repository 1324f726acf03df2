//! Names and figures of priorities, for reports that have no dossier.

use crate::change::{change_of_shown, figure_beside_change};
use crate::number;
use crate::wording::{figure, figure_parts, fine_figure};
use jiedui_explain::dossier::{Tier, TierObjective, UnitOfMeasure};
use jiedui_explain::unit_of_measure;
use jiedui_messages::{Lang, catalogue, is_nought};

/// For a priority of one plain measure: what its sums are multiplied with to give the measure, and the
/// unit of the measure.
pub(crate) fn single(tier: &Tier) -> Option<(f64, UnitOfMeasure)> {
    match tier.objectives.as_slice() {
        [one] if one.weight > 0.0 => {
            let sign = if one.maximise { 1.0 } else { -1.0 };
            Some((sign / one.weight, unit_of_objective(one)))
        }
        _ => None,
    }
}

/// The unit of an objective.
pub(crate) fn unit_of_objective(objective: &TierObjective) -> UnitOfMeasure {
    if objective.by_age {
        UnitOfMeasure::Years
    } else {
        unit_of_measure(objective.measure)
    }
}

/// What a priority is about, short enough for a head of a table.
pub(crate) fn tier_name(lang: Lang, tier: &Tier) -> String {
    match tier.objectives.as_slice() {
        [one] => {
            let code = one.measure.code().replace('_', "-");
            let name = catalogue(lang).text(&format!("rep-measure-{code}"), &[]);
            if one.by_age {
                return catalogue(lang).text("rep-measure-by-age", &[("measure", &name)]);
            }
            name
        }
        _ => catalogue(lang).text("con-head-weighted", &[]),
    }
}

/// A sum of a priority, in the unit of its measure.
pub(crate) fn tier_figure(lang: Lang, tier: &Tier, sum: f64) -> String {
    match single(tier) {
        Some((factor, unit)) => figure(lang, sum * factor, unit),
        None => number::score(sum),
    }
}

/// A sum of a priority beside its change; see [`figure_beside_change`].
pub(crate) fn tier_figure_beside_change(lang: Lang, tier: &Tier, sum: f64) -> String {
    match single(tier) {
        Some((factor, unit)) => figure_beside_change(lang, sum * factor, unit),
        None => number::score(sum),
    }
}

/// The change to tell beside two sums of a priority; see [`change_of_shown`].
pub(crate) fn tier_change(tier: &Tier, from: f64, to: f64) -> f64 {
    let (factor, unit) = single(tier).unwrap_or((1.0, UnitOfMeasure::Plain));
    change_of_shown(from * factor, to * factor, unit) / factor
}

/// What a priority comes to after a loss that is told as "at most": what is shown of it before, less what is shown of
/// the loss, so that who subtracts finds the loss that is told.
pub(crate) fn after_at_most(tier: &Tier, before: f64, loss: f64) -> f64 {
    let (factor, unit) = single(tier).unwrap_or((1.0, UnitOfMeasure::Plain));
    let step = step(unit);
    let steps = (before * factor / step).round()
        - factor.signum() * steps_at_most(loss * factor.abs(), step);
    steps * step / factor
}

/// The size of that change, by its first digits where the two sums look alike.
pub(crate) fn tier_change_size(lang: Lang, tier: &Tier, from: f64, to: f64) -> String {
    let size = tier_change(tier, from, to).abs();
    let (_, shown) = difference_parts(tier, size, false);
    if is_nought(&shown) && size > 1e-12 {
        tier_difference_fine(lang, tier, size)
    } else {
        tier_difference(lang, tier, size, false)
    }
}

/// A difference of two sums of a priority: points for shares. Never rounded down where `at_most`.
pub(crate) fn tier_difference(lang: Lang, tier: &Tier, difference: f64, at_most: bool) -> String {
    match difference_parts(tier, difference, at_most) {
        (Some(key), number) => catalogue(lang).text(key, &[("n", &number)]),
        (None, number) => number,
    }
}

/// The number of a difference as it is shown, and the key of the text with its unit.
pub(crate) fn difference_parts(
    tier: &Tier,
    difference: f64,
    at_most: bool,
) -> (Option<&'static str>, String) {
    match single(tier) {
        Some((factor, UnitOfMeasure::Share)) => {
            let share = difference * factor.abs();
            let points = if at_most {
                number::points_at_most(share.min(1.0))
            } else {
                number::points(share)
            };
            (Some("rep-unit-points"), points)
        }
        Some((factor, unit)) if at_most => {
            let step = step(unit);
            figure_parts(steps_at_most(difference * factor.abs(), step) * step, unit)
        }
        Some((factor, unit)) => figure_parts(difference * factor.abs(), unit),
        None if at_most => (None, number::score_at_most(difference)),
        None => (None, number::score(difference)),
    }
}

/// A difference of two sums of a priority that must not be overstated: rounded down to what is shown.
pub(crate) fn tier_difference_at_least(lang: Lang, tier: &Tier, difference: f64) -> String {
    tier_difference(lang, tier, shown_at_least(tier, difference), false)
}

/// The difference, rounded down to what is shown of it.
pub(crate) fn shown_at_least(tier: &Tier, difference: f64) -> f64 {
    let (factor, step) = match single(tier) {
        Some((factor, unit)) => (factor.abs(), step(unit)),
        None => (1.0, 1e-3),
    };
    // What binary fractions take from a decimal is no reason to claim a step less.
    let shown = (difference * factor / step + 1e-6).floor().max(0.0) * step;
    shown / factor
}

/// A size in whole steps, never rounded down. What binary fractions add to a decimal is no reason to claim a step more.
fn steps_at_most(size: f64, step: f64) -> f64 {
    (size / step - 1e-6).ceil().max(0.0)
}

/// The last place that is shown of a difference in a unit.
fn step(unit: UnitOfMeasure) -> f64 {
    match unit {
        UnitOfMeasure::Share => 1e-4,
        UnitOfMeasure::Km | UnitOfMeasure::WanKm => 1.0,
        UnitOfMeasure::Plain => 1e-3,
        _ => 1e-2,
    }
}

/// A difference of two sums of a priority that may be very small.
pub(crate) fn tier_difference_fine(lang: Lang, tier: &Tier, difference: f64) -> String {
    match single(tier) {
        Some((factor, unit)) => fine_figure(lang, difference * factor.abs(), unit),
        None => number::significant(difference),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::small;

    #[test]
    fn what_is_left_and_a_limit_of_the_loss_add_up_as_they_are_shown() {
        let number = |shown: &str| -> f64 {
            let digits = |one: &char| one.is_ascii_digit() || *one == '.';
            let digits: String = shown.chars().filter(digits).collect();
            digits.parse().unwrap_or(f64::NAN)
        };
        for tier in small().tiers {
            for (before, loss) in [(0.441_66, 0.050_26), (0.5, 0.012_345), (0.2, 0.000_001)] {
                let shown = tier_figure_beside_change(Lang::Zh, &tier, before);
                let after = after_at_most(&tier, before, loss);
                let after = tier_figure_beside_change(Lang::Zh, &tier, after);
                let limit = difference_parts(&tier, loss, true).1;
                let gap = (number(&shown) - number(&after)).abs() - number(&limit);
                assert!(gap.abs() < 1e-9, "{shown} {after} {limit}");
            }
        }
    }
}
