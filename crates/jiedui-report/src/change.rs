//! Two figures and the change between them, where all three stand side by side: who subtracts finds what is told.

use crate::number;
use crate::wording::{figure, figure_parts};
use jiedui_explain::dossier::UnitOfMeasure;
use jiedui_messages::{Lang, difference_of_shown};

/// A figure beside its change, without its unit. A share has the two decimals of the points that it changes by.
pub(crate) fn number_beside_change(value: f64, unit: UnitOfMeasure) -> String {
    match unit {
        UnitOfMeasure::Share => number::percent_of_two_decimals(value),
        unit => figure_parts(value, unit).1,
    }
}

/// A figure beside its change, with its unit.
pub(crate) fn figure_beside_change(lang: Lang, value: f64, unit: UnitOfMeasure) -> String {
    match unit {
        UnitOfMeasure::Share => number_beside_change(value, unit),
        unit => figure(lang, value, unit),
    }
}

/// The change to tell beside two figures: what they differ by as they are shown. Where they look alike it is what they
/// truly differ by, to be told by its first digits or not at all.
pub(crate) fn change_of_shown(before: f64, after: f64, unit: UnitOfMeasure) -> f64 {
    let (scale, decimals) = (scale(unit), decimals(unit));
    let shown = difference_of_shown(before * scale, after * scale, decimals) / scale;
    if shown == 0.0 { after - before } else { shown }
}

/// Parts of a change, rounded so that they add up to its total as all are shown. Where they do not, those that rounding
/// moved furthest give way, each by one step of the last decimal. A part that shows as nothing stays what it truly is.
pub(crate) fn adding_up(parts: &[f64], total: f64, unit: UnitOfMeasure) -> Vec<f64> {
    let steps = scale(unit) * 10_f64.powi(decimals(unit) as i32);
    let mut shown: Vec<f64> = parts.iter().map(|part| (part * steps).round()).collect();
    let missing = (total * steps).round() - shown.iter().sum::<f64>();
    // Rounding moves no part by more than half a step, and the total by no more than one.
    for _ in 0..(missing.abs() as usize).min(parts.len() + 1) {
        let moved = |place: &usize| (parts[*place] * steps - shown[*place]) * missing.signum();
        let furthest = (0..parts.len()).max_by(|a, b| moved(a).total_cmp(&moved(b)));
        if let Some(place) = furthest {
            shown[place] += missing.signum();
        }
    }
    let parts = parts.iter().zip(shown);
    parts
        .map(|(part, shown)| if shown == 0.0 { *part } else { shown / steps })
        .collect()
}

/// The rest of a change beside parts that are told one by one: as all are shown, they add up to the total. The rest
/// stands nowhere else, so it gives way, and each part reads as it does elsewhere. A rest that shows as nothing stays
/// what it truly is.
pub(crate) fn rest_of_shown(parts: &[f64], rest: f64, total: f64, unit: UnitOfMeasure) -> f64 {
    let (scale, decimals) = (scale(unit), decimals(unit));
    let shown = |value: f64| difference_of_shown(0.0, value * scale, decimals);
    let told: f64 = parts.iter().map(|part| shown(*part)).sum();
    let left = difference_of_shown(told, total * scale, decimals);
    if left == 0.0 && shown(rest) == 0.0 {
        rest
    } else {
        left / scale
    }
}

/// What a figure is multiplied with to be shown: a share is shown as per cent.
fn scale(unit: UnitOfMeasure) -> f64 {
    match unit {
        UnitOfMeasure::Share => 100.0,
        _ => 1.0,
    }
}

/// Decimals of a figure that is shown beside its change.
fn decimals(unit: UnitOfMeasure) -> usize {
    match unit {
        UnitOfMeasure::Km | UnitOfMeasure::WanKm => 0,
        UnitOfMeasure::Plain => 3,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_that_of_the_figures_beside_it() {
        let share = UnitOfMeasure::Share;
        let (before, after) = (0.441_644, 0.441_746);
        assert_eq!(number_beside_change(before, share), "44.16%");
        assert_eq!(number_beside_change(after, share), "44.17%");
        assert_eq!(
            number::points(change_of_shown(before, after, share)),
            "0.01"
        );
        // By themselves 0.0102 points; and here 0.0098, which the figures do not show.
        let (before, after) = (0.441_651, 0.441_749);
        assert_eq!(change_of_shown(before, after, share), after - before);
        // 100.4 km and 101.6 km read 100 and 102.
        assert_eq!(change_of_shown(100.4, 101.6, UnitOfMeasure::Km), 2.0);
        assert_eq!(change_of_shown(1.0004, 1.0016, UnitOfMeasure::Plain), 0.002);
        assert_eq!(change_of_shown(0.3, 0.3, UnitOfMeasure::Plain), 0.0);
    }

    #[test]
    fn the_rest_gives_way_to_the_parts_that_are_told() {
        let plain = UnitOfMeasure::Plain;
        // -0.896, -0.746 and -0.604 of -3.000 leave -0.754, by itself -0.753.
        let parts = [-0.896_4, -0.746_4, -0.604_4];
        let rest = -3.0 - parts.iter().sum::<f64>();
        assert_eq!(number::fit(rest), "-0.753");
        assert_eq!(
            number::fit(rest_of_shown(&parts, rest, -3.0, plain)),
            "-0.754"
        );
        assert_eq!(rest_of_shown(&[0.25], 1e-9, 0.25, plain), 1e-9);
        // 0.0006 would read as 0.001 beside parts that have used up the total.
        assert_eq!(rest_of_shown(&[0.2504, 0.2504], 0.0006, 0.5, plain), 0.0);
    }

    #[test]
    fn parts_add_up_as_they_are_shown() {
        let plain = UnitOfMeasure::Plain;
        assert_eq!(
            adding_up(&[0.000_4, 0.000_4, 0.000_4], 0.001, plain)
                .iter()
                .filter(|part| **part == 0.001)
                .count(),
            1
        );
        assert_eq!(adding_up(&[0.5, -0.25], 0.25, plain), [0.5, -0.25]);
        // 3.3 km read 3, so the part gives way that was rounded up furthest.
        assert_eq!(adding_up(&[1.6, 1.7], 3.0, UnitOfMeasure::Km), [1.0, 2.0]);
        assert_eq!(
            adding_up(&[1e-9, 0.2], 0.2, UnitOfMeasure::Share),
            [1e-9, 0.2]
        );
        assert!(adding_up(&[], 1.0, plain).is_empty());
    }
}
