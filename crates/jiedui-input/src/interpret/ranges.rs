//! E02: ranges that depend on the column.

use super::facts::Facts;
use super::info::YEARS;
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Degrees, Quantity};

const HARDSHIP_CLASSES: std::ops::RangeInclusive<i32> = 0..=6;

pub(crate) fn check(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    check_e0207_coordinates(facts, problems);
    check_e0208_hardship_class(facts, problems);
    check_e0209_year(facts, problems);
}

/// E0207: a longitude or latitude that is none, most often the two exchanged.
fn check_e0207_coordinates(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("places") else {
        return;
    };
    for (index, place) in facts.tables.places.iter().enumerate() {
        let columns = [("lon", place.lon, 180), ("lat", place.lat, 90)];
        for (column, value, limit) in columns {
            let beyond = |value: Degrees| {
                value > Degrees::from_scaled(limit * Degrees::steps_per_unit())
                    || value < Degrees::from_scaled(-limit * Degrees::steps_per_unit())
            };
            if value.is_some_and(beyond) {
                let exchanged = column == "lat" && place.lon.is_some_and(|lon| !beyond(lon));
                problems.push(
                    view.cell_problem("E0207", index, column)
                        .with("limit", limit)
                        .with("hint", if exchanged { "exchanged" } else { "none" }),
                );
            }
        }
    }
}

/// E0208: a hardship class outside 0–6.
fn check_e0208_hardship_class(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("places") else {
        return;
    };
    for (index, place) in facts.tables.places.iter().enumerate() {
        if place
            .hardship_class
            .is_some_and(|class| !HARDSHIP_CLASSES.contains(&class))
        {
            problems.push(view.cell_problem("E0208", index, "hardship_class"));
        }
    }
}

/// E0209: a year that no pair can have begun in.
fn check_e0209_year(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("history") else {
        return;
    };
    for (index, row) in facts.tables.history.iter().enumerate() {
        // 0 stands for a cell that could not be read and has been reported.
        if row.since != 0 && !YEARS.contains(&row.since) {
            problems.push(
                view.cell_problem("E0209", index, "since")
                    .with("key", "since")
                    .with("kind", "range")
                    .with("first", YEARS.start())
                    .with("last", YEARS.end()),
            );
        }
    }
}
