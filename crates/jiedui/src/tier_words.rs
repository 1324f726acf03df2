//! Priorities and measures of a case in words, where there is no dossier.

use crate::console::Console;
use crate::progress::measure_name;
use jiedui_domain::{Case, Measure, MeasureScale, Objective, Sense};
use jiedui_messages::{Lang, difference_of_shown, grouped, is_nought, significant};

/// What a priority pursues.
pub(crate) fn tier_name(console: &Console, case: &Case, objectives: &[Objective]) -> String {
    let separator = console.text("rep-list-separator", &[]);
    let names: Vec<String> = objectives
        .iter()
        .map(|objective| {
            let mut measure = measure_name(console, objective.measure);
            if objective.by_age {
                measure = console.text("rep-measure-by-age", &[("measure", &measure)]);
            }
            if objective.tracks.is_empty() {
                return measure;
            }
            let tracks = objective.tracks.iter();
            let tracks: Vec<&str> = tracks
                .map(|track| {
                    let title = &case.policy.tracks[*track].title;
                    match console.lang {
                        Lang::Zh => title.zh.as_str(),
                        Lang::En => title.en.as_str(),
                    }
                })
                .collect();
            let values = [
                ("measure", measure.as_str()),
                ("tracks", &tracks.join(&separator)),
            ];
            console.text("rep-measure-in-tracks", &values)
        })
        .collect();
    match names.as_slice() {
        [name] => name.clone(),
        _ => console.text(
            "rep-tier-weighted",
            &[("measures", &names.join(&separator))],
        ),
    }
}

/// What the figure of a priority with one objective is.
#[derive(Clone, Copy)]
enum Figure {
    /// A measure, in its unit.
    Of(Measure),
    /// Years that pairs have lasted, where they count by age.
    Years,
}

impl Figure {
    fn scale(self) -> MeasureScale {
        match self {
            Self::Of(measure) => measure.scale(),
            Self::Years => MeasureScale::Relative,
        }
    }

    /// Decimals, of what is no share.
    fn decimals(self) -> usize {
        match self {
            Self::Of(measure) => decimals(measure),
            Self::Years => 0,
        }
    }

    fn last_place(self) -> f64 {
        match self {
            Self::Of(measure) => last_place(measure),
            Self::Years => 1.0,
        }
    }

    fn words(self, console: &Console, value: f64) -> String {
        self.words_finer(console, value, 0)
    }

    /// The same with so many decimals more.
    fn words_finer(self, console: &Console, value: f64, more: usize) -> String {
        match self {
            Self::Of(measure) => measure_words_finer(console, measure, value, more),
            Self::Years => {
                let years = grouped(format!("{value:.more$}"));
                console.text("rep-unit-years", &[("n", &years)])
            }
        }
    }

    fn difference_words(self, console: &Console, value: f64) -> String {
        match self {
            Self::Of(measure) => difference_words(console, measure, value),
            Self::Years => self.words(console, value),
        }
    }
}

/// The figure of a priority with one objective, and what turns its sum into the figure.
fn single(objectives: &[Objective]) -> Option<(Figure, f64)> {
    match objectives {
        [only] if only.weight > 0.0 => {
            let sign = match only.measure.sense() {
                Sense::Maximise => 1.0,
                Sense::Minimise => -1.0,
            };
            let figure = if only.by_age {
                Figure::Years
            } else {
                Figure::Of(only.measure)
            };
            Some((figure, sign / only.weight))
        }
        _ => None,
    }
}

/// The weighted sum of a priority, as the measure where there is only one.
pub(crate) fn value_words(console: &Console, objectives: &[Objective], value: f64) -> String {
    match single(objectives) {
        Some((figure, factor)) => figure.words(console, value * factor),
        None => grouped(format!("{value:.WEIGHTED_DECIMALS$}")),
    }
}

/// A bound on the weighted sum of a priority, as [`value_words`] tells a sum, rounded to the side on which it stays one:
/// what no plan exceeds is never told smaller, what none falls below never larger.
pub(crate) fn bound_words(console: &Console, objectives: &[Objective], bound: f64) -> String {
    value_words(console, objectives, outwards(objectives, bound))
}

/// Decimals that two bounds are told with beyond the usual ones, at the most.
const MOST_DECIMALS_MORE: usize = 9;

/// Two bounds that are not the same, with as many decimals as it takes to see that.
pub(crate) fn two_bounds_words(
    console: &Console,
    objectives: &[Objective],
    (one, other): (f64, f64),
) -> (String, String) {
    let words = |more| {
        let words = |bound| bound_words_finer(console, objectives, bound, more);
        (words(one), words(other))
    };
    (0..MOST_DECIMALS_MORE)
        .map(words)
        .find(|(one, other)| one != other)
        .unwrap_or_else(|| words(MOST_DECIMALS_MORE))
}

/// A bound as [`bound_words`] tells it, with so many decimals more.
fn bound_words_finer(
    console: &Console,
    objectives: &[Objective],
    bound: f64,
    more: usize,
) -> String {
    let shown = outwards_finer(objectives, bound, more);
    match single(objectives) {
        Some((figure, factor)) => figure.words_finer(console, shown * factor, more),
        None => {
            let places = WEIGHTED_DECIMALS + more;
            grouped(format!("{shown:.places$}"))
        }
    }
}

/// A bound on the weighted sum, in whole places of what is shown.
fn outwards(objectives: &[Objective], bound: f64) -> f64 {
    outwards_finer(objectives, bound, 0)
}

/// The same with so many decimals more.
fn outwards_finer(objectives: &[Objective], bound: f64, more: usize) -> f64 {
    let (factor, place) = match single(objectives) {
        Some((figure, factor)) => (factor, figure.last_place()),
        None => (1.0, 0.1_f64.powi(WEIGHTED_DECIMALS as i32)),
    };
    let place = place * 0.1_f64.powi(more as i32);
    // What binary fractions add is no reason to claim one place more.
    (bound * factor.abs() / place - 1e-6).ceil() * place / factor.abs()
}

/// Which side of a priority's values its bound is on: what is minimised has a least value, all else a greatest.
pub(crate) fn side_of_bound(objectives: &[Objective]) -> &'static str {
    match single(objectives) {
        Some((_, factor)) if factor < 0.0 => "least",
        _ => "most",
    }
}

/// A difference of weighted sums with its sign; shares as percentage points.
fn signed(console: &Console, objectives: &[Objective], difference: f64) -> String {
    let (text, positive) = match single(objectives) {
        Some((figure, factor)) => {
            let value = difference * factor;
            (figure.difference_words(console, value), value > 0.0)
        }
        None => (
            grouped(format!("{difference:.WEIGHTED_DECIMALS$}")),
            difference > 0.0,
        ),
    };
    // What rounds to nothing has no sign.
    if positive && !is_nought(&text) {
        format!("+{text}")
    } else {
        text
    }
}

/// What one weighted sum has more than another, told beside both: the difference of the figures that are shown, by its
/// first digits where they look alike and are not.
pub(crate) fn signed_beside(
    console: &Console,
    objectives: &[Objective],
    (from, to): (f64, f64),
) -> String {
    let (factor, scale, decimals) = match single(objectives) {
        Some((figure, factor)) => match figure.scale() {
            MeasureScale::Share => (factor, 100.0, 2),
            MeasureScale::Relative => (factor, 1.0, figure.decimals()),
        },
        None => (1.0, 1.0, WEIGHTED_DECIMALS),
    };
    let shown = difference_of_shown(from * factor * scale, to * factor * scale, decimals);
    if shown == 0.0 && (to - from).abs() > 1e-9 * from.abs().max(1.0) {
        return signed_finely(console, objectives, to - from);
    }
    signed(console, objectives, shown / scale / factor)
}

/// A difference as [`signed`] tells it, by its first digits where it would round to nothing.
pub(crate) fn signed_finely(
    console: &Console,
    objectives: &[Objective],
    difference: f64,
) -> String {
    let shown = signed(console, objectives, difference);
    if !is_nought(&shown) {
        return shown;
    }
    let (key, value) = match single(objectives) {
        Some((figure, factor)) if figure.scale() == MeasureScale::Share => {
            (Some("rep-unit-points"), 100.0 * difference * factor)
        }
        Some((Figure::Of(Measure::Distance), factor)) => (Some("rep-unit-km"), difference * factor),
        Some((Figure::Of(Measure::FlowDistance), factor)) => {
            (Some("rep-unit-wan-km"), difference * factor)
        }
        Some((_, factor)) => (None, difference * factor),
        None => (None, difference),
    };
    let sign = if value > 0.0 { "+" } else { "" };
    let number = format!("{sign}{}", significant(value));
    key.map_or_else(
        || number.clone(),
        |key| console.text(key, &[("n", &number)]),
    )
}

/// The size of a difference, as [`signed_finely`] tells it, without a sign.
pub(crate) fn size_finely(console: &Console, objectives: &[Objective], difference: f64) -> String {
    let sign = single(objectives).map_or(1.0, |(_, factor)| factor.signum());
    let told = signed_finely(console, objectives, difference.abs() * sign);
    told.strip_prefix('+')
        .map_or_else(|| told.clone(), str::to_owned)
}

/// A difference of two values of a measure, without a sign; shares as percentage points.
pub(crate) fn difference_words(console: &Console, measure: Measure, value: f64) -> String {
    match measure.scale() {
        MeasureScale::Share => {
            let points = grouped(format!("{:.2}", value * 100.0));
            console.text("rep-unit-points", &[("n", &points)])
        }
        MeasureScale::Relative => measure_words(console, measure, value),
    }
}

/// What one value of a measure has more or less than another, without a sign, told beside both: the difference of the
/// figures that are shown, by its first digits where they look alike and are not.
pub(crate) fn change_words(console: &Console, measure: Measure, (from, to): (f64, f64)) -> String {
    let shown = change_of_shown(measure, (from, to));
    if shown == 0.0 {
        return size_finely(console, &[Objective::plain(measure, 1)], to - from);
    }
    difference_words(console, measure, shown)
}

/// The size of the difference of two values as both are shown.
fn change_of_shown(measure: Measure, (from, to): (f64, f64)) -> f64 {
    let (scale, decimals) = match measure.scale() {
        MeasureScale::Share => (100.0, 2),
        MeasureScale::Relative => (1.0, decimals(measure)),
    };
    difference_of_shown(from * scale, to * scale, decimals).abs() / scale
}

/// A gap of a measure, never rounded down: "at most" must stay true.
pub(crate) fn at_most_words(console: &Console, measure: Measure, gap: f64) -> String {
    let place = last_place(measure);
    // What binary fractions add is no reason to claim one place more.
    let up = (gap / place - 1e-6).ceil().max(0.0) * place;
    difference_words(console, measure, up)
}

/// The value of a measure with its unit.
pub(crate) fn measure_words(console: &Console, measure: Measure, value: f64) -> String {
    measure_words_finer(console, measure, value, 0)
}

/// The same with so many decimals more.
fn measure_words_finer(console: &Console, measure: Measure, value: f64, more: usize) -> String {
    let places = decimals(measure) + more;
    let number = grouped(format!("{value:.places$}"));
    let key = match measure {
        Measure::CoverageFloor | Measure::Coverage | Measure::Equity | Measure::EffortBalance => {
            let places = 2 + more;
            return grouped(format!("{:.places$}", value * 100.0)) + "%";
        }
        Measure::Fit | Measure::FitFloor => return number,
        Measure::Distance => "rep-unit-km",
        Measure::FlowDistance => "rep-unit-wan-km",
        Measure::Continuity | Measure::Pairs => "rep-unit-pairs",
        Measure::Hardship => "rep-unit-step-persons",
    };
    console.text(key, &[("n", &number)])
}

/// Decimals of a weighted sum of several measures.
const WEIGHTED_DECIMALS: usize = 3;

/// The last place that words show of a measure.
fn last_place(measure: Measure) -> f64 {
    match measure.scale() {
        MeasureScale::Share => 1e-4,
        MeasureScale::Relative => 0.1_f64.powi(decimals(measure) as i32),
    }
}

/// Decimals of a measure that is no share.
fn decimals(measure: Measure) -> usize {
    match measure {
        Measure::Fit | Measure::FitFloor => 3,
        Measure::Distance => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_that_of_the_figures_beside_it() {
        // 67.97 % and 90.95 %, by themselves 22.972 points apart.
        let shown = change_of_shown(Measure::CoverageFloor, (0.679_747, 0.909_467));
        assert_eq!(format!("{:.2}", shown * 100.0), "22.98");
        let shown = change_of_shown(Measure::Distance, (100.04, 100.06));
        assert_eq!(format!("{shown:.1}"), "0.1");
        assert_eq!(change_of_shown(Measure::Fit, (0.100_1, 0.100_2)), 0.0);
    }

    #[test]
    fn two_bounds_are_told_as_finely_as_they_differ() {
        let one = [Objective::plain(Measure::Equity, 1)];
        let more = |bounds: (f64, f64)| {
            let shown = |bound, more| outwards_finer(&one, bound, more);
            (0..=MOST_DECIMALS_MORE).find(|more| shown(bounds.0, *more) != shown(bounds.1, *more))
        };
        // 98.302 % and 98.309 %, which with two decimals both read 98.31 %.
        assert_eq!(more((0.983_017, 0.983_086)), Some(1));
        assert_eq!(more((0.983_017, 0.993)), Some(0));
    }

    #[test]
    fn a_bound_is_rounded_to_the_side_on_which_it_stays_one() {
        let shown = |measure, bound: f64| {
            let one = [Objective::plain(measure, 1)];
            let words = single(&one).map(|(_, factor)| outwards(&one, bound) * factor);
            format!("{:.4}", words.unwrap_or(f64::NAN))
        };
        // 45.341 % at most reads 45.35 %; 31.24 km at least, held with the other sign, 31.2 km.
        assert_eq!(shown(Measure::CoverageFloor, 0.453_41), "0.4535");
        assert_eq!(shown(Measure::CoverageFloor, 0.4534), "0.4534");
        assert_eq!(shown(Measure::Fit, 8.923_2), "8.9240");
        assert_eq!(shown(Measure::Distance, -31.24), "31.2000");
        assert_eq!(shown(Measure::Distance, -31.3), "31.3000");
        let mut weighed = Objective::plain(Measure::CoverageFloor, 1);
        weighed.weight = 0.5;
        let both = [weighed, Objective::plain(Measure::Fit, 1)];
        assert_eq!(format!("{:.4}", outwards(&both, 0.123_4)), "0.1240");
    }
}
