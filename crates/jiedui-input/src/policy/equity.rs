//! `[equity]`: the curve φ of the measure equity.

use super::document::Value;
use super::objectives::PlacedObjectives;
use super::section::{Item, Problems, Section};
use super::{checks, keys};
use jiedui_domain::{EquityCurve, Measure, Quantity, Share};

/// Each further point makes the program larger, and no curve needs more.
const MOST_POINTS: usize = 50;

/// φ; `None` where it is given and cannot be used.
pub(super) fn read_equity(
    root: &Section<'_>,
    objectives: &PlacedObjectives,
    problems: &mut Problems,
) -> Option<EquityCurve> {
    let Some(item) = root.optional("equity") else {
        check_e0523_equity_without_curve(objectives, problems);
        return Some(EquityCurve::default());
    };
    let section = Section::open(&item, &keys::EQUITY, problems)?;
    check_w0509_curve_unused(&section, objectives, problems);
    let item = section.required("breakpoints", problems)?;
    let points = item.list(problems)?;
    check_e0536_too_many_points(&item, points.len(), problems);
    let breakpoints: Option<Vec<_>> = points
        .iter()
        .map(|point| read_point(point, problems))
        .collect();
    let breakpoints = breakpoints?;
    check_e0520_curve_ends(&item, &breakpoints, problems);
    let ascends = check_e0521_curve_ascends(&points, &breakpoints, problems);
    if ascends {
        check_e0522_curve_concave(&points, &breakpoints, problems);
    }
    Some(EquityCurve { breakpoints })
}

fn read_point(item: &Item<'_>, problems: &mut Problems) -> Option<(Share, Share)> {
    let Value::List(nodes) = &item.node.value else {
        checks::check_e0506_type(item, "point", problems);
        return None;
    };
    let [x, y] = nodes.as_slice() else {
        checks::check_e0506_type(item, "point", problems);
        return None;
    };
    let [x, y] = [x, y].map(|node| {
        let coordinate = Item {
            path: item.path.clone(),
            node,
        };
        let share: Share = coordinate.quantity(problems)?;
        checks::check_e0535_share(&coordinate, share, problems).then_some(share)
    });
    Some((x?, y?))
}

/// φ(0) = 0 and φ(1) = 1.
fn check_e0520_curve_ends(item: &Item<'_>, points: &[(Share, Share)], problems: &mut Problems) {
    let (zero, one) = (Share::ZERO, Share::units(1));
    if points.first() != Some(&(zero, zero)) || points.last() != Some(&(one, one)) {
        problems.push(item.diagnostic("E0520"));
    }
}

/// φ is a function and never falls.
fn check_e0521_curve_ascends(
    items: &[Item<'_>],
    points: &[(Share, Share)],
    problems: &mut Problems,
) -> bool {
    let mut ascends = true;
    for (pair, item) in points.windows(2).zip(items.iter().skip(1)) {
        if let [before, after] = pair
            && (after.0 <= before.0 || after.1 < before.1)
        {
            problems.push(item.diagnostic("E0521"));
            ascends = false;
        }
    }
    ascends
}

/// No segment of φ is steeper than the one before.
fn check_e0522_curve_concave(
    items: &[Item<'_>],
    points: &[(Share, Share)],
    problems: &mut Problems,
) {
    let rise = |from: &(Share, Share), to: &(Share, Share)| {
        (
            i128::from(to.0.scaled() - from.0.scaled()),
            i128::from(to.1.scaled() - from.1.scaled()),
        )
    };
    for (triple, item) in points.windows(3).zip(items.iter().skip(1)) {
        if let [first, middle, last] = triple {
            let (run_before, rise_before) = rise(first, middle);
            let (run_after, rise_after) = rise(middle, last);
            if rise_after * run_before > rise_before * run_after {
                problems.push(item.diagnostic("E0522"));
            }
        }
    }
}

/// Equity is optimised, but what it is has not been said.
fn check_e0523_equity_without_curve(objectives: &PlacedObjectives, problems: &mut Problems) {
    let first = objectives
        .iter()
        .find(|(_, objective)| objective.measure == Measure::Equity);
    if let Some((spot, _)) = first {
        problems.push(spot.diagnostic("E0523"));
    }
}

/// A curve with more points than any needs.
fn check_e0536_too_many_points(item: &Item<'_>, count: usize, problems: &mut Problems) {
    if count > MOST_POINTS {
        problems.push(
            item.diagnostic("E0536")
                .with("count", count)
                .with("allowed", MOST_POINTS),
        );
    }
}

/// A curve that no objective reads.
fn check_w0509_curve_unused(
    section: &Section<'_>,
    objectives: &PlacedObjectives,
    problems: &mut Problems,
) {
    let used = objectives
        .iter()
        .any(|(_, objective)| objective.measure == Measure::Equity);
    if !used {
        problems.push(section.at.diagnostic("W0509"));
    }
}
