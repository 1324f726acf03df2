//! Names and figures of priorities, for reports that have no dossier.

use crate::number;
use crate::wording::{figure, figure_parts, fine_figure};
use jiedui_explain::dossier::{Tier, UnitOfMeasure};
use jiedui_explain::unit_of_measure;
use jiedui_messages::{Lang, catalogue};

/// For a priority of one plain measure: what its sums are multiplied with to give the measure, and the
/// unit of the measure.
pub(crate) fn single(tier: &Tier) -> Option<(f64, UnitOfMeasure)> {
    match tier.objectives.as_slice() {
        [one] if one.weight > 0.0 => {
            let sign = if one.maximise { 1.0 } else { -1.0 };
            let unit = if one.by_age {
                UnitOfMeasure::Years
            } else {
                unit_of_measure(one.measure)
            };
            Some((sign / one.weight, unit))
        }
        _ => None,
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
        Some((factor, UnitOfMeasure::Share)) => (factor.abs(), 1e-4),
        Some((factor, UnitOfMeasure::Km | UnitOfMeasure::WanKm)) => (factor.abs(), 1.0),
        Some((factor, UnitOfMeasure::Plain)) => (factor.abs(), 1e-3),
        Some((factor, _)) => (factor.abs(), 1e-2),
        None => (1.0, 1e-3),
    };
    // What binary fractions take from a decimal is no reason to claim a step less.
    let shown = (difference * factor / step + 1e-6).floor().max(0.0) * step;
    shown / factor
}

/// A difference of two sums of a priority that may be very small.
pub(crate) fn tier_difference_fine(lang: Lang, tier: &Tier, difference: f64) -> String {
    match single(tier) {
        Some((factor, unit)) => fine_figure(lang, difference * factor.abs(), unit),
        None => number::significant(difference),
    }
}
