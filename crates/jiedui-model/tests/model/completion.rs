//! Completing pairs and help to a full solution, with the arithmetic done by hand.

use crate::tiny::{Built, Tiny, quantity};
use jiedui_domain::{EquityCurve, Id, Measure, Share, Wan};
use jiedui_model::{ColumnId, ColumnKind};

/// r1 needs 100, r2 needs 50 + 2 persons of 25 = 100. φ gives 0.75 for the first half.
fn with_every_extreme() -> Built {
    Tiny::new()
        .recipient("r1", &[("industry", "100")])
        .recipient("r2", &[("industry", "50"), ("health", "2")])
        .helper("h1", &[("industry", "80")])
        .that(|row| row.budget = Some(Wan::units(100)))
        .helper("h2", &[("industry", "10"), ("health", "2")])
        .that(|row| row.budget = Some(Wan::units(60)))
        .pair("h1", "r1", Some("10"), Some("0.5"), None)
        .pair("h2", "r2", Some("20"), Some("-0.25"), None)
        .policy(|policy| {
            policy.equity = EquityCurve {
                breakpoints: [("0", "0"), ("0.5", "0.75"), ("1", "1")]
                    .map(|(coverage, worth)| {
                        (quantity::<Share>(coverage), quantity::<Share>(worth))
                    })
                    .to_vec(),
            };
        })
        .objective(Measure::CoverageFloor, 1)
        .objective(Measure::Equity, 2)
        .objective(Measure::Coverage, 2)
        .objective(Measure::FitFloor, 3)
        .objective(Measure::EffortBalance, 4)
        .build()
}

fn column(built: &Built, name: &str) -> usize {
    let columns = built.program.columns();
    let found = columns
        .ids()
        .find(|id| built.program.name_of_column(&built.case, &built.graph, *id) == name);
    found.unwrap_or_else(|| panic!("no column {name}")).index()
}

/// Values of columns by name, all others zero, completed.
fn completed(built: &Built, given: &[(&str, f64)]) -> Vec<f64> {
    // Columns that follow start at a value that is certainly wrong.
    let mut values: Vec<f64> = built
        .program
        .columns()
        .values()
        .map(|column| match column.kind {
            ColumnKind::Pair(_) | ColumnKind::Help(..) => 0.0,
            _ => 77.0,
        })
        .collect();
    for (name, value) in given {
        values[column(built, name)] = *value;
    }
    built.program.complete(&mut values);
    values
}

fn measured(built: &Built, measure: Measure, values: &[f64]) -> f64 {
    let mut parts = built
        .program
        .tiers()
        .iter()
        .flat_map(|tier| &tier.objectives);
    let part = parts
        .find(|part| part.objective.measure == measure)
        .expect("the measure");
    built.program.evaluate(&part.terms, values)
}

fn assert_feasible(built: &Built, values: &[f64]) {
    for (id, row) in built.program.rows().iter() {
        let sum = built.program.evaluate(&row.terms, values);
        assert!(
            sum >= row.lower - 1e-9 && sum <= row.upper + 1e-9,
            "{}: {sum} not in {}..{}",
            built.program.name_of_row(&built.case, &built.graph, id),
            row.lower,
            row.upper
        );
    }
    for (id, column) in built.program.columns().iter() {
        let value = values[id.index()];
        assert!(column.lower <= value && value <= column.upper, "{id:?}");
    }
}

#[test]
fn complete_sets_every_following_column_to_its_best_value() {
    let built = with_every_extreme();
    let values = completed(
        &built,
        &[
            ("pair(h1,r1)", 1.0),
            ("help(h1,r1,industry)", 80.0),
            ("pair(h2,r2)", 1.0),
            ("help(h2,r2,industry)", 5.0),
            ("help(h2,r2,health)", 1.0),
        ],
    );
    assert_feasible(&built, &values);
    for (name, expected) in [
        ("unmet(r1,industry)", 20.0),
        ("unmet(r2,industry)", 45.0),
        ("unmet(r2,health)", 1.0),
        // Coverage: r1 80 / 100, r2 (5 + 25) / 100.
        ("coverage_floor#1", 0.3),
        ("equity#2(r1,1)", 0.5),
        ("equity#2(r1,2)", 0.3),
        ("equity#2(r2,1)", 0.3),
        ("equity#2(r2,2)", 0.0),
        // Fit: r1 0.5, r2 −0.25.
        ("fit_floor#4", -0.25),
        // Effort: h1 80 / 100, h2 30 / 60.
        ("effort_balance#5", 0.8),
    ] {
        let value = values[column(&built, name)];
        assert!((value - expected).abs() < 1e-12, "{name} is {value}");
    }
    for (measure, expected) in [
        (Measure::CoverageFloor, 0.3),
        (Measure::Coverage, 0.55),
        // r1 0.75 + 0.3 · 0.5 = 0.9, r2 0.3 · 1.5 = 0.45.
        (Measure::Equity, 0.675),
        (Measure::FitFloor, -0.25),
        (Measure::EffortBalance, 0.8),
    ] {
        let value = measured(&built, measure, &values);
        assert!((value - expected).abs() < 1e-12, "{measure:?} is {value}");
    }
}

#[test]
fn complete_of_nothing_leaves_every_need_unmet() {
    let built = with_every_extreme();
    let values = completed(&built, &[]);
    assert_feasible(&built, &values);
    assert_eq!(values[column(&built, "unmet(r1,industry)")], 100.0);
    for measure in [
        Measure::CoverageFloor,
        Measure::Equity,
        Measure::FitFloor,
        Measure::EffortBalance,
    ] {
        assert_eq!(measured(&built, measure, &values), 0.0, "{measure:?}");
    }
}

#[test]
fn complete_cuts_rounding_errors_to_the_bounds() {
    let built = with_every_extreme();
    let values = completed(
        &built,
        &[
            ("pair(h2,r2)", 1.0),
            ("help(h2,r2,industry)", 50.0 + 1e-9),
            ("help(h2,r2,health)", 2.0),
        ],
    );
    assert_eq!(values[column(&built, "unmet(r2,industry)")], 0.0);
    assert_eq!(values[column(&built, "equity#2(r2,2)")], 0.5);
}

#[test]
fn evaluate_adds_coefficient_times_value() {
    let built = with_every_extreme();
    let mut values = vec![0.0; built.program.columns().len()];
    values[1] = 3.0;
    values[2] = 5.0;
    let terms = [
        (ColumnId::from_index(1), 2.0),
        (ColumnId::from_index(2), -1.0),
    ];
    assert_eq!(built.program.evaluate(&terms, &values), 1.0);
}
