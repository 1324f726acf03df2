//! W02: figures that are possible but look like a slip of unit or keyboard.

use super::facts::Facts;
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Degrees, Km, PlaceRow, Quantity};
use std::collections::BTreeMap;

/// A figure this many times the median of its kind: 元 written for 万元 is 10,000 times.
const FAR_ABOVE: i128 = 100;
/// The median is this many times the figure: 亿元 written for 万元 is a ten-thousandth. Small needs and supplies are
/// more common than large ones, so the step is higher.
const FAR_BELOW: i128 = 1000;
/// Fewer figures than this have no meaningful median.
const ENOUGH: usize = 5;
/// Degrees from the median place: more than the whole of Sichuan is wide.
const FAR_AWAY: i64 = 15;
/// A road is never shorter than this share of the straight line (seats are known to about a kilometre).
const SHORTEST_SHARE: f64 = 0.9;
const EARTH_RADIUS_KM: f64 = 6371.0;

pub(crate) fn check(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    check_w0202_far_from_median(facts, problems);
    check_w0203_above_economy(facts, problems);
    check_w0205_far_away(facts, problems);
    check_w0206_shorter_than_straight(facts, problems);
}

fn median(mut values: Vec<i64>) -> Option<i64> {
    values.retain(|value| *value > 0);
    if values.len() < ENOUGH {
        return None;
    }
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

/// Figures of one column with the group whose median they are held against: (row, group, value).
type Figures<'a> = Vec<(usize, (&'a str, &'a str), i64)>;

/// W0202: more than a hundred times the median of the figures of its kind, or less than a thousandth of it.
fn check_w0202_far_from_median(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let t = facts.tables;
    let track_of = |helper: &str| facts.helper(helper).map_or("", |row| row.track.as_str());
    let needs: Figures<'_> = t
        .needs
        .iter()
        .enumerate()
        .map(|(index, row)| (index, (row.sector.as_str(), ""), row.amount.scaled()))
        .collect();
    let supply: Figures<'_> = t
        .supply
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let group = (row.sector.as_str(), track_of(&row.helper));
            (index, group, row.amount.scaled())
        })
        .collect();
    let budgets: Figures<'_> = t
        .helpers
        .iter()
        .enumerate()
        .filter_map(|(index, row)| Some((index, (row.track.as_str(), ""), row.budget?.scaled())))
        .collect();
    let place_figures = |value: fn(&PlaceRow) -> Option<i64>| -> Figures<'_> {
        let places = t.places.iter().enumerate();
        places
            .filter_map(|(index, row)| Some((index, ("", ""), value(row)?)))
            .collect()
    };
    for (table, column, figures) in [
        ("needs", "amount", needs),
        ("supply", "amount", supply),
        ("helpers", "budget", budgets),
        (
            "places",
            "revenue",
            place_figures(|row| row.revenue.map(Quantity::scaled)),
        ),
        (
            "places",
            "gdp",
            place_figures(|row| row.gdp.map(Quantity::scaled)),
        ),
        (
            "places",
            "population",
            place_figures(|row| row.population.map(Quantity::scaled)),
        ),
    ] {
        let Some(view) = facts.views.get(table) else {
            continue;
        };
        let mut groups: BTreeMap<(&str, &str), Vec<i64>> = BTreeMap::new();
        for (_, group, value) in &figures {
            groups.entry(*group).or_default().push(*value);
        }
        let medians: BTreeMap<_, _> = groups
            .into_iter()
            .filter_map(|(group, values)| Some((group, median(values)?)))
            .collect();
        for (index, group, value) in figures {
            let Some(median) = medians.get(&group) else {
                continue;
            };
            let (times, side) = if i128::from(value) > FAR_ABOVE * i128::from(*median) {
                (value / median, "above")
            } else if value > 0 && i128::from(value) * FAR_BELOW < i128::from(*median) {
                (median / value, "below")
            } else {
                continue;
            };
            problems.push(
                view.cell_problem("W0202", index, column)
                    .with("median", Km::from_scaled(*median))
                    .with("times", times)
                    .with("side", side),
            );
        }
    }
}

/// W0203: a need larger than the county's whole GDP, or a budget larger than the revenue that it comes from.
fn check_w0203_above_economy(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    if let Some(view) = facts.views.get("needs") {
        for (index, row) in facts.tables.needs.iter().enumerate() {
            let sector = facts.policy.sector_by_code(&row.sector);
            let gdp = facts.place_of(&row.recipient).and_then(|place| place.gdp);
            let (Some(sector), Some(gdp)) = (sector, gdp) else {
                continue;
            };
            let unit_value = facts.policy.sectors[sector].value;
            // Both sides in 万元 × 10^12; 1 亿元 = 10,000 万元.
            let value = i128::from(row.amount.scaled()) * i128::from(unit_value.scaled());
            if gdp.scaled() > 0 && value > i128::from(gdp.scaled()) * 10_000 * 1_000_000 {
                problems.push(
                    view.cell_problem("W0203", index, "amount")
                        .with("kind", "gdp")
                        .with("limit", gdp),
                );
            }
        }
    }
    let Some(view) = facts.views.get("helpers") else {
        return;
    };
    for (index, row) in facts.tables.helpers.iter().enumerate() {
        let from_revenue = facts
            .policy
            .track_by_code(&row.track)
            .is_some_and(|track| !facts.policy.tracks[track].funding_rate.is_empty());
        let place = row.place.as_deref().and_then(|code| facts.place_of(code));
        let revenue = place.and_then(|place| place.revenue);
        if let (true, Some(budget), Some(revenue)) = (from_revenue, row.budget, revenue)
            && budget > revenue
        {
            problems.push(
                view.cell_problem("W0203", index, "budget")
                    .with("kind", "revenue")
                    .with("limit", revenue),
            );
        }
    }
}

/// How to take one coordinate of a place.
type Coordinate = fn(&PlaceRow) -> Option<Degrees>;

/// W0205: a seat far from those of all other places, most often one mistyped digit.
fn check_w0205_far_away(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("places") else {
        return;
    };
    let columns: [(&str, Coordinate); 2] = [("lon", |row| row.lon), ("lat", |row| row.lat)];
    for (column, value) in columns {
        let degrees: Vec<i64> = facts
            .tables
            .places
            .iter()
            .filter_map(|row| value(row).map(Quantity::scaled))
            .collect();
        let Some(middle) = median(degrees) else {
            continue;
        };
        for (index, row) in facts.tables.places.iter().enumerate() {
            // A coordinate that is none has been reported by E0207.
            if !is_on_earth(row) {
                continue;
            }
            let distance = value(row).map_or(0, |value| (value.scaled() - middle).abs());
            if distance > FAR_AWAY * Degrees::steps_per_unit() {
                problems.push(
                    view.cell_problem("W0205", index, column)
                        .with("median", Degrees::from_scaled(middle)),
                );
            }
        }
    }
}

fn is_on_earth(row: &PlaceRow) -> bool {
    let within = |value: Option<Degrees>, limit: i64| {
        value.is_none_or(|value| value.scaled().abs() <= limit * Degrees::steps_per_unit())
    };
    within(row.lon, 180) && within(row.lat, 90)
}

/// W0206: a distance shorter than the straight line between the two seats.
fn check_w0206_shorter_than_straight(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    if let Some(view) = facts.views.get("pairs") {
        for (index, row) in facts.tables.pairs.iter().enumerate() {
            let seat = facts
                .helper(&row.helper)
                .and_then(|helper| facts.place_of(helper.place.as_deref()?));
            let straight = straight_km(seat, facts.place_of(&row.recipient));
            if let (Some(km), Some(straight)) = (row.distance, straight)
                && km.to_f64() < SHORTEST_SHARE * straight
            {
                problems.push(
                    view.cell_problem("W0206", index, "distance_km")
                        .with("straight", format!("{straight:.0}")),
                );
            }
        }
    }
    let Some(view) = facts.views.get("roads") else {
        return;
    };
    for (index, row) in facts.tables.roads.iter().enumerate() {
        let straight = straight_km(facts.place_of(&row.from), facts.place_of(&row.to));
        if let Some(straight) = straight
            && row.km.scaled() > 0
            && row.km.to_f64() < SHORTEST_SHARE * straight
        {
            problems.push(
                view.cell_problem("W0206", index, "km")
                    .with("straight", format!("{straight:.0}")),
            );
        }
    }
}

/// Great-circle distance (haversine); for plausibility only, the graph has its own. None to or from a seat that
/// E0207 reports.
fn straight_km(a: Option<&PlaceRow>, b: Option<&PlaceRow>) -> Option<f64> {
    let a = a.filter(|place| is_on_earth(place))?;
    let b = b.filter(|place| is_on_earth(place))?;
    let radians = |value: Option<Degrees>| value.map(|value| value.to_f64().to_radians());
    let (lon_a, lat_a) = (radians(a.lon)?, radians(a.lat)?);
    let (lon_b, lat_b) = (radians(b.lon)?, radians(b.lat)?);
    let half = ((lat_b - lat_a) / 2.0).sin().powi(2)
        + lat_a.cos() * lat_b.cos() * ((lon_b - lon_a) / 2.0).sin().powi(2);
    Some(2.0 * EARTH_RADIUS_KM * half.sqrt().min(1.0).asin())
}
