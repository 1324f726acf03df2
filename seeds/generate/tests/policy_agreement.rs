//! The shipped policy and the shipped case speak of the same tracks, sectors, rates and limits.
#![allow(clippy::unwrap_used, reason = "tests")]

use jiedui_seeds::distance::road;
use jiedui_seeds::facts::Facts;
use jiedui_seeds::finance::place_funds;
use jiedui_seeds::need;
use jiedui_seeds::roster;
use std::collections::BTreeMap;
use std::path::Path;
use toml::{Table, Value};

fn facts() -> Facts {
    Facts::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../facts")).unwrap()
}

fn policy() -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config/sichuan.toml");
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

#[test]
fn tracks_and_sectors_of_the_case_are_those_of_the_policy() {
    let (facts, policy) = (facts(), policy());
    let sectors = policy["sectors"].as_table().unwrap();
    let tracks = policy["tracks"].as_table().unwrap();
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for helper in roster::helpers(&facts).unwrap() {
        assert!(tracks.contains_key(&helper.track), "{}", helper.track);
        *used.entry(helper.track).or_default() += 1;
        for (sector, ..) in helper.offers {
            assert!(sectors.contains_key(sector), "{sector}");
        }
    }
    assert_eq!(used.len(), tracks.len());
    let needs = need::of_recipient(&facts, "513332").unwrap();
    assert_eq!(needs.len(), sectors.len());
    for (sector, _) in needs {
        assert!(sectors.contains_key(sector), "{sector}");
    }
    for (name, sector) in sectors {
        let persons = sector["unit"].as_str() == Some("人");
        let value = if persons { 25.0 } else { 1.0 };
        assert_eq!(sector["value"].as_float(), Some(value), "{name}");
    }
}

#[test]
fn quotas_can_be_met_by_the_numbers_of_helpers() {
    let (facts, policy) = (facts(), policy());
    let mut count: BTreeMap<String, i64> = BTreeMap::new();
    for helper in roster::helpers(&facts).unwrap() {
        *count.entry(helper.track).or_default() += 1;
    }
    for (name, track) in policy["tracks"].as_table().unwrap() {
        let least = track["pairs_per_recipient"]["min"].as_integer().unwrap();
        let most = track["pairs_per_helper"]["max"].as_integer().unwrap();
        assert!(39 * least <= count[name] * most, "{name}");
    }
}

#[test]
fn funding_rate_and_detour_factor_are_those_of_the_formulas() {
    let policy = policy();
    let rate = policy["tracks"]["place"]["funding_rate"]["2025"]
        .as_float()
        .unwrap();
    assert_eq!(place_funds(1_000_000), (rate * 1_000_000.0).round() as i64);
    assert_eq!(policy["distance"]["detour_factor"].as_float(), Some(1.65));
}

#[test]
fn pairs_of_last_year_are_within_the_distance_limit() {
    let (facts, policy) = (facts(), policy());
    let limit = policy["tracks"]["place"]["max_distance_km"]
        .as_integer()
        .unwrap() as f64;
    for row in facts
        .history
        .iter()
        .filter(|row| row.helper.starts_with('p'))
    {
        let km = road(&facts, &row.helper[1..], &row.recipient).unwrap();
        assert!(km <= limit, "{} {}: {km} km", row.helper, row.recipient);
    }
}

#[test]
fn pairs_of_last_year_can_spend_the_effort_floor() {
    let (facts, policy) = (facts(), policy());
    let floor = policy["tracks"]["place"]["effort_floor"]
        .as_float()
        .unwrap();
    let helpers = roster::helpers(&facts).unwrap();
    for row in facts
        .history
        .iter()
        .filter(|row| row.helper.starts_with('p'))
    {
        let helper = helpers
            .iter()
            .find(|helper| helper.id == row.helper)
            .unwrap();
        let needs: BTreeMap<_, _> = need::of_recipient(&facts, &row.recipient)
            .unwrap()
            .into_iter()
            .collect();
        let usable: i64 = helper
            .offers
            .iter()
            .map(|(s, amount, ..)| needs[s].min(*amount))
            .sum();
        let owed = floor * helper.funds.unwrap() as f64;
        assert!(
            usable as f64 >= owed,
            "{} {}: {usable} of {owed}",
            row.helper,
            row.recipient
        );
    }
}

#[test]
fn equity_curve_is_concave_with_ten_segments_whose_slopes_fall_linearly() {
    let policy = policy();
    let points = policy["equity"]["breakpoints"].as_array().unwrap();
    let at = |index: usize, axis: usize| points[index][axis].as_float().unwrap();
    assert_eq!(points.len(), 11);
    for segment in 0..10 {
        let rise = at(segment + 1, 1) - at(segment, 1);
        let slope = rise / (at(segment + 1, 0) - at(segment, 0));
        let expected = 1.9 - 0.2 * segment as f64;
        assert!((slope - expected).abs() < 1e-9, "{segment}: {slope}");
    }
}

#[test]
fn objectives_come_in_the_order_floor_equity_rest() {
    let policy = policy();
    let objectives = policy["objectives"].as_array().unwrap();
    let of = |priority: i64| -> Vec<&str> {
        let rows = objectives.iter();
        rows.filter(|row| row.get("priority").and_then(Value::as_integer) == Some(priority))
            .filter_map(|row| row["measure"].as_str())
            .collect()
    };
    assert_eq!(of(1), ["coverage_floor"]);
    assert_eq!(of(2), ["equity"]);
    assert_eq!(of(3), ["fit", "distance", "continuity", "hardship"]);
}
