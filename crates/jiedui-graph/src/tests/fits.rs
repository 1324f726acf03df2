//! Fits worked by hand.

use super::case_builder::{CaseBuilder, h, r};
use crate::FitSource;
use jiedui_domain::{Amount, Fit, FitMethod, Indicator, Quantity, Wan};

fn fit(builder: &CaseBuilder) -> (Fit, FitSource) {
    let (_, graph) = builder.graph();
    let arc = graph.arc(h(0), r(0)).unwrap();
    let candidate = &graph.arcs()[arc];
    (candidate.fit, candidate.fit_source)
}

/// Supply 4 money and 5 staff against need 7 money and 4 staff (staff counts 2).
fn amounts() -> CaseBuilder {
    CaseBuilder::new()
        .place("A", |_| {})
        .place("B", |_| {})
        .recipient_at("B")
        .helper_with("h", |row| row.place = Some("A".to_owned()))
        .supply("h", "money", Amount::units(4))
        .supply("h", "staff", Amount::units(5))
        .need("B", "money", Amount::units(7))
        .need("B", "staff", Amount::units(4))
}

#[test]
fn supply_need_is_the_share_met() {
    // (4 + 2·4) / (7 + 2·4) = 12/15
    let expected = (Fit::from_scaled(800_000_000), FitSource::SupplyNeed);
    assert_eq!(fit(&amounts()), expected);
}

#[test]
fn supply_need_is_capped_by_the_budget() {
    // min(12, 5) / 15 = 1/3
    let mut builder = amounts();
    builder.tables.helpers[0].budget = Some(Wan::units(5));
    assert_eq!(fit(&builder).0, Fit::from_scaled(333_333_333));
    // 10/15 rounds half up.
    builder.tables.helpers[0].budget = Some(Wan::units(10));
    assert_eq!(fit(&builder).0, Fit::from_scaled(666_666_667));
}

#[test]
fn supply_need_is_zero_without_need() {
    let mut builder = amounts();
    builder.tables.needs.clear();
    assert_eq!(fit(&builder), (Fit::ZERO, FitSource::SupplyNeed));
}

fn with_industries(helper: &[i64], recipient: &[i64]) -> CaseBuilder {
    let mut builder = amounts();
    builder.policy.fit.method = FitMethod::Industry;
    builder.policy.fit.indicators = vec!["farm".into(), "mill".into(), "shop".into()];
    for (place, parts) in [(0, helper), (1, recipient)] {
        for (name, part) in builder.policy.fit.indicators.iter().zip(parts) {
            let indicators = &mut builder.tables.places[place].indicators;
            indicators.insert(name.clone(), Indicator::units(*part));
        }
    }
    builder
}

#[test]
fn industry_is_half_the_summed_difference_of_shares() {
    for (helper, recipient, expected) in [
        // (0.5, 0.5, 0) against (0.25, 0.25, 0.5): ½·(0.25 + 0.25 + 0.5)
        (&[1, 1, 0][..], &[20, 20, 40][..], 500_000_000),
        // Same shares at another scale.
        (&[1, 2, 3], &[100, 200, 300], 0),
        (&[1, 0, 0], &[0, 9, 1], 1_000_000_000),
        // (1/3, 2/3, 0) against (1, 0, 0), the third column missing: 2/3
        (&[1, 2], &[5], 666_666_667),
    ] {
        let found = fit(&with_industries(helper, recipient));
        let expected = (Fit::from_scaled(expected), FitSource::Industry);
        assert_eq!(found, expected, "{helper:?} {recipient:?}");
    }
}

#[test]
fn industry_falls_back_to_supply_need_without_shares() {
    let fallback = (Fit::from_scaled(800_000_000), FitSource::SupplyNeed);
    assert_eq!(fit(&with_industries(&[1, 2, 3], &[])), fallback);
    assert_eq!(fit(&with_industries(&[0, 0, 0], &[1, 2, 3])), fallback);
    let mut nowhere = with_industries(&[1, 2, 3], &[3, 2, 1]);
    assert_eq!(fit(&nowhere).1, FitSource::Industry);
    nowhere.tables.helpers[0].place = None;
    assert_eq!(fit(&nowhere), fallback);
}
