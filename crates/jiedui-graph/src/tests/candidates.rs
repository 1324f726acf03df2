//! The facts that a candidate carries, and that the order of rows does not matter.

use super::case_builder::{CaseBuilder, h, r};
use crate::{ArcId, Candidate, DistanceSource, FitSource, GraphError};
use jiedui_domain::{Amount, Fit, Id, Km, Load, Quantity, SectorId, Wan};

fn only_candidate(builder: &CaseBuilder) -> Candidate {
    let (_, graph) = builder.graph();
    assert_eq!(graph.arcs().len(), 1);
    graph.arcs()[ArcId::from_index(0)].clone()
}

fn pair() -> CaseBuilder {
    CaseBuilder::new().recipient("B").helper("h")
}

#[test]
fn capacity_is_cut_to_whole_units_in_whole_sectors() {
    let money = SectorId::from_index(0);
    let staff = SectorId::from_index(1);
    for (supplied, expected) in [
        (2_900_000, Some(2_000_000)),
        (3_000_000, Some(3_000_000)),
        (999_999, None),
    ] {
        let builder = pair()
            .supply("h", "money", Amount::from_scaled(1_250_000))
            .need("B", "money", Amount::units(8))
            .supply("h", "staff", Amount::from_scaled(supplied))
            .need("B", "staff", Amount::units(5));
        let mut capacity = vec![(money, Amount::from_scaled(1_250_000))];
        capacity.extend(expected.map(|scaled| (staff, Amount::from_scaled(scaled))));
        assert_eq!(only_candidate(&builder).capacity, capacity);
    }
}

#[test]
fn capacity_is_cut_to_hundredths_where_units_can_be_split() {
    let money = SectorId::from_index(0);
    for (supplied, expected) in [
        (1_259_999, Some(1_250_000)),
        (10_000, Some(10_000)),
        (9_999, None),
    ] {
        let builder = pair()
            .supply("h", "money", Amount::from_scaled(supplied))
            .need("B", "money", Amount::units(8));
        let capacity: Vec<_> = expected
            .map(|scaled| (money, Amount::from_scaled(scaled)))
            .into_iter()
            .collect();
        assert_eq!(only_candidate(&builder).capacity, capacity);
    }
}

#[test]
fn given_facts_win() {
    let builder = pair().pair("h", "B", |row| {
        row.distance = Some(Km::units(7));
        row.fit = Some(Fit::units(-3));
        row.load = Some(Load::units(4));
    });
    let candidate = only_candidate(&builder);
    let given = Some((Km::units(7), DistanceSource::Given));
    assert_eq!(candidate.distance, given);
    assert_eq!(candidate.fit, Fit::units(-3));
    assert_eq!(candidate.fit_source, FitSource::Given);
    assert_eq!(candidate.load, Load::units(4));
    let plain = only_candidate(&pair());
    assert_eq!(plain.distance, None);
    assert_eq!(plain.load, Load::units(1));
}

#[test]
fn minimum_support_is_capped_by_the_need() {
    let support = |need: i64| {
        let builder = pair()
            .supply("h", "money", Amount::units(50))
            .need("B", "money", Amount::units(need))
            .with_track(|track| track.minimum_support = Wan::units(10));
        only_candidate(&builder).minimum_support
    };
    assert_eq!(support(7), Wan::units(7));
    assert_eq!(support(30), Wan::units(10));
}

#[test]
fn tenure_counts_full_years_from_the_start() {
    for (since, divisible, within) in [
        (2022, false, false),
        (2023, false, true),
        (2023, true, false),
    ] {
        let builder = pair()
            .supply("h", "money", Amount::units(1))
            .need("B", "money", Amount::units(1))
            .history("h", "B", since)
            .with_track(|track| {
                track.min_tenure_years = 3;
                track.divisible = divisible;
            });
        let candidate = only_candidate(&builder);
        assert_eq!(candidate.previous_since, Some(since));
        assert_eq!(candidate.within_tenure, within, "since {since}");
        assert_eq!(candidate.is_forced(), within);
    }
    assert_eq!(only_candidate(&pair()).previous_since, None);
}

#[test]
fn lock_marks_the_candidate() {
    assert!(!only_candidate(&pair()).locked);
    assert!(only_candidate(&pair().lock("h", "B")).locked);
}

#[test]
fn hardship_steps_start_from_class_zero_without_a_place() {
    let steps = |helper_class: Option<i32>, recipient_class: i32| {
        let mut builder = CaseBuilder::new()
            .place("A", |row| row.hardship_class = helper_class)
            .place("B", |row| row.hardship_class = Some(recipient_class))
            .recipient_at("B")
            .helper("h");
        builder.tables.helpers[0].place = helper_class.map(|_| "A".to_owned());
        only_candidate(&builder).hardship_steps
    };
    assert_eq!(steps(Some(2), 5), 3);
    assert_eq!(steps(Some(5), 2), 0);
    assert_eq!(steps(None, 4), 4);
}

#[test]
fn every_pair_is_candidate_or_excluded_in_order() {
    let builder = CaseBuilder::new()
        .recipient("B2")
        .recipient("B1")
        .helper("h2")
        .helper("h1")
        .forbid("h2", "B1");
    let (_, graph) = builder.graph();
    let arcs: Vec<_> = graph
        .arcs()
        .values()
        .map(|arc| (arc.helper, arc.recipient))
        .collect();
    assert_eq!(arcs, [(h(0), r(0)), (h(0), r(1)), (h(1), r(1))]);
    let excluded: Vec<_> = graph
        .excluded()
        .iter()
        .map(|pair| (pair.helper, pair.recipient))
        .collect();
    assert_eq!(excluded, [(h(1), r(0))]);
    let at_second: Vec<usize> = graph
        .arcs_of_recipient(r(1))
        .iter()
        .map(|arc| arc.index())
        .collect();
    assert_eq!(at_second, [1, 2]);
    assert_eq!((graph.helper_count(), graph.recipient_count()), (2, 2));
}

#[test]
fn order_of_rows_does_not_change_the_graph() {
    let mut builder = CaseBuilder::new();
    for index in 0..6 {
        let code = format!("B{index}");
        let (lon, lat) = (100.0 + f64::from(index), 30.0);
        builder = builder.place_at(&code, lon, lat);
        if index % 2 == 0 {
            builder = builder
                .recipient_at(&code)
                .need(&code, "money", Amount::units(10 + i64::from(index)))
                .need(&code, "staff", Amount::units(3));
        }
        let helper = format!("h{index}");
        builder = builder
            .helper_with(&helper, |row| row.place = Some(code.clone()))
            .supply(&helper, "staff", Amount::units(i64::from(index)))
            .supply(&helper, "money", Amount::units(4))
            .pair(&helper, "B0", |row| row.load = Some(Load::units(2)))
            .history(&helper, "B0", 2020 + index);
    }
    builder = builder
        .forbid("h1", "B2")
        .lock("h3", "B2")
        .forbid("h5", "B0")
        .road("B0", "B1", 90)
        .road("B1", "B2", 80)
        .road("B2", "B0", 300);
    builder.policy.distance.method = jiedui_domain::DistanceMethod::Roads;
    let (_, graph) = builder.graph();
    assert!(graph.excluded().len() > 3);

    let mut shuffled = builder.clone();
    let tables = &mut shuffled.tables;
    tables.places.reverse();
    tables.recipients.rotate_left(1);
    tables.helpers.rotate_left(2);
    tables.needs.reverse();
    tables.supply.rotate_left(5);
    tables.pairs.reverse();
    tables.roads.reverse();
    tables.history.rotate_left(3);
    tables.decisions.reverse();
    assert_eq!(shuffled.graph().1, graph);
}

#[test]
fn quantity_beyond_the_limit_is_refused() {
    let builder = pair().need("B", "money", Amount::from_scaled(i64::MAX));
    let refused = crate::CandidateGraph::build(&builder.case());
    let expected = GraphError::BeyondLimit {
        kind: "need",
        code: "B".to_owned(),
    };
    assert_eq!(refused.unwrap_err(), expected);
}
