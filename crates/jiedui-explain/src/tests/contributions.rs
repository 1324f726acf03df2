//! Contributions add up exactly to the measures that the independent check computes.

use super::small_case::{dossier, verified};
use crate::dossier::{ContributionKind, Dossier, NoContribution};
use jiedui_domain::Measure;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

fn fraction(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(BigInt::from(numerator), BigInt::from(denominator))
}

fn contribution(dossier: &Dossier, helper: &str, recipient: &str, measure: Measure) -> BigRational {
    let pair = dossier.pair(helper, recipient).unwrap();
    let found = pair
        .contributions
        .iter()
        .find(|entry| entry.measure == measure);
    found.unwrap().value.as_ref().unwrap().rational().unwrap()
}

fn total(dossier: &Dossier, measure: Measure, kind: ContributionKind) -> BigRational {
    let mut total = BigRational::zero();
    for pair in &dossier.pairs {
        for entry in &pair.contributions {
            if entry.measure == measure && entry.kind == kind {
                total += entry.value.as_ref().unwrap().rational().unwrap();
            }
        }
    }
    total
}

#[test]
fn contributions_of_additive_measures_add_up_exactly() {
    let dossier = dossier();
    let (case, plan) = verified();
    for measure in Measure::ALL.into_iter().filter(|m| m.is_additive()) {
        let checked = jiedui_verify::measure(&case, plan.get(), measure, &[], false).unwrap();
        assert_eq!(
            total(&dossier, measure, ContributionKind::Additive),
            checked,
            "{}",
            measure.code()
        );
        let entry = dossier
            .measures
            .iter()
            .find(|entry| entry.measure == measure);
        assert_eq!(entry.unwrap().adds_up, Some(true), "{}", measure.code());
    }
}

#[test]
fn contributions_are_those_worked_out_by_hand() {
    let dossier = dossier();
    for (helper, recipient, measure, expected) in [
        // Σw = 3 (丙县 has no need): 1/3 × 80/150, 2/3 × 90/200, 1/3 × 40/150, 2/3 × 20/200.
        ("h1", "100001", Measure::Coverage, fraction(8, 45)),
        ("h2", "100002", Measure::Coverage, fraction(3, 10)),
        ("h3", "100001", Measure::Coverage, fraction(4, 45)),
        ("h6", "100002", Measure::Coverage, fraction(1, 15)),
        ("h5", "100003", Measure::Coverage, fraction(0, 1)),
        ("h1", "100001", Measure::Distance, fraction(1225, 2)),
        ("h1", "100001", Measure::FlowDistance, fraction(49_000, 1)),
        ("h1", "100001", Measure::Hardship, fraction(6, 1)),
        ("h1", "100001", Measure::Continuity, fraction(1, 1)),
        ("h2", "100002", Measure::Continuity, fraction(0, 1)),
        // Fit of supply against need: min(60 + 50, budget 80) / 150.
        (
            "h1",
            "100001",
            Measure::Fit,
            BigRational::new(533_333_333.into(), 1_000_000_000.into()),
        ),
        ("h5", "100003", Measure::Fit, fraction(3, 5)),
        // A divisible track forms no pair.
        ("h6", "100002", Measure::Pairs, fraction(0, 1)),
        ("h6", "100002", Measure::Fit, fraction(0, 1)),
        // The floor is attained at 乙县: 90/200 and 20/200.
        ("h2", "100002", Measure::CoverageFloor, fraction(9, 20)),
        ("h6", "100002", Measure::CoverageFloor, fraction(1, 10)),
        // φ(0.8) − φ(0.8 − 8/15) = 0.92 − 1.6 × 4/15, times 1/3.
        ("h1", "100001", Measure::Equity, fraction(37, 225)),
    ] {
        let found = contribution(&dossier, helper, recipient, measure);
        assert_eq!(found, expected, "{helper} {recipient} {}", measure.code());
    }
}

#[test]
fn floors_and_maxima_are_told_where_they_bind() {
    let dossier = dossier();
    let (case, plan) = verified();
    for (measure, binding) in [
        (Measure::CoverageFloor, vec!["100002"]),
        (Measure::FitFloor, vec!["100002"]),
        (Measure::EffortBalance, vec!["h1"]),
    ] {
        let entry = dossier
            .measures
            .iter()
            .find(|entry| entry.measure == measure);
        let entry = entry.unwrap();
        assert_eq!(entry.binding, binding, "{}", measure.code());
        let checked = jiedui_verify::measure(&case, plan.get(), measure, &[], false).unwrap();
        assert_eq!(entry.value.as_ref().unwrap().rational().unwrap(), checked);
        // Each of the three is attained at one place only, so all that binds adds up to it.
        assert_eq!(total(&dossier, measure, ContributionKind::Binding), checked);
    }
    let h1 = dossier.pair("h1", "100001").unwrap();
    let floor = h1
        .contributions
        .iter()
        .find(|entry| entry.measure == Measure::CoverageFloor);
    let floor = floor.unwrap();
    assert_eq!(
        (floor.kind, &floor.value, floor.binding),
        (ContributionKind::None, &None, false)
    );
    assert_eq!(floor.reason, Some(NoContribution::OtherRecipientBinds));
}

#[test]
fn equity_parts_of_the_recipients_add_up_exactly() {
    let dossier = dossier();
    let (case, plan) = verified();
    let parts = dossier
        .recipients
        .iter()
        .filter_map(|entry| entry.equity_part.as_ref());
    let total = parts.fold(BigRational::zero(), |total, part| {
        total + part.rational().unwrap()
    });
    let checked = jiedui_verify::measure(&case, plan.get(), Measure::Equity, &[], false).unwrap();
    assert_eq!(total, checked);
}
