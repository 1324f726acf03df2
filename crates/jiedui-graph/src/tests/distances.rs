//! Distances against known values.

use super::case_builder::{CaseBuilder, h, r};
use crate::DistanceSource;
use jiedui_domain::{DistanceMethod, Km, Quantity};

/// Helper in `A` in the middle of Chengdu, recipient `B` in that of Chongqing.
fn two_seats() -> CaseBuilder {
    CaseBuilder::new()
        .place_at("A", 104.0665, 30.5723)
        .place_at("B", 106.5504, 29.5637)
        .recipient_at("B")
        .helper_with("h", |row| row.place = Some("A".to_owned()))
}

fn distance(builder: &CaseBuilder) -> Option<(Km, DistanceSource)> {
    let (_, graph) = builder.graph();
    let arc = graph.arc(h(0), r(0)).unwrap();
    graph.arcs()[arc].distance
}

#[test]
fn great_circle_of_a_quarter_of_the_equator_is_exact() {
    let builder = CaseBuilder::new()
        .place_at("A", 0.0, 0.0)
        .place_at("B", 90.0, 0.0)
        .recipient_at("B")
        .helper_with("h", |row| row.place = Some("A".to_owned()));
    // 6371.0088 · π / 2 = 10007.557 km
    let expected = Km::from_scaled(10_007_557_000);
    let great_circle = Some((expected, DistanceSource::GreatCircle));
    assert_eq!(distance(&builder), great_circle);
}

#[test]
fn great_circle_agrees_with_the_law_of_cosines() {
    let (km, source) = distance(&two_seats()).unwrap();
    assert_eq!(source, DistanceSource::GreatCircle);
    let (lat_a, lat_b) = (30.5723_f64.to_radians(), 29.5637_f64.to_radians());
    let lon = (106.5504_f64 - 104.0665).to_radians();
    let cosine = lat_a.sin() * lat_b.sin() + lat_a.cos() * lat_b.cos() * lon.cos();
    let expected = 6371.0088 * cosine.acos();
    assert!((km.to_f64() / expected - 1.0).abs() < 1e-6, "{km}");
}

#[test]
fn great_circle_is_stretched_by_the_detour_and_rounded_to_metres() {
    let straight = distance(&two_seats()).unwrap().0;
    let mut builder = two_seats();
    builder.policy.distance.detour_factor = 1.65;
    let stretched = distance(&builder).unwrap().0;
    assert!((stretched.to_f64() - straight.to_f64() * 1.65).abs() < 0.0015);
    assert_eq!(stretched.scaled() % 1000, 0);
}

#[test]
fn missing_coordinates_leave_the_distance_unknown() {
    let mut builder = two_seats();
    builder.tables.places[1].lat = None;
    assert_eq!(distance(&builder), None);
    let mut builder = two_seats();
    builder.tables.helpers[0].place = None;
    assert_eq!(distance(&builder), None);
}

#[test]
fn roads_win_by_their_shortest_path() {
    let mut builder = two_seats()
        .place("C", |_| {})
        .road("A", "B", 400)
        .road("C", "A", 120)
        .road("C", "B", 200);
    let straight = distance(&builder);
    builder.policy.distance.method = DistanceMethod::Roads;
    let by_road = Some((Km::units(320), DistanceSource::Roads));
    assert_eq!(distance(&builder), by_road);
    assert_ne!(straight, by_road);
}

#[test]
fn roads_fall_back_to_great_circle_where_not_connected() {
    let straight = distance(&two_seats());
    let mut builder = two_seats()
        .place("C", |_| {})
        .place("D", |_| {})
        .road("A", "C", 10)
        .road("B", "D", 10);
    builder.policy.distance.method = DistanceMethod::Roads;
    assert_eq!(distance(&builder), straight);
}

#[test]
fn roads_search_from_the_smaller_side_alike() {
    // Three helpers and one recipient, then one helper and three recipients, on the same roads.
    let places = |builder: CaseBuilder| {
        let builder = builder
            .place("A", |_| {})
            .place("B", |_| {})
            .place("C", |_| {})
            .place("D", |_| {})
            .road("A", "B", 1)
            .road("B", "C", 2)
            .road("C", "D", 4);
        let mut builder = builder;
        builder.policy.distance.method = DistanceMethod::Roads;
        builder
    };
    let sits = |builder: CaseBuilder, id: &str, place: &str| {
        builder.helper_with(id, |row| row.place = Some(place.to_owned()))
    };
    let many_helpers = ["A", "B", "C"]
        .into_iter()
        .fold(places(CaseBuilder::new()), |b, p| sits(b, p, p))
        .recipient_at("D");
    let many_recipients = ["A", "B", "C"]
        .into_iter()
        .fold(places(CaseBuilder::new()), CaseBuilder::recipient_at);
    let many_recipients = sits(many_recipients, "d", "D");
    for builder in [many_helpers, many_recipients] {
        let (_, graph) = builder.graph();
        let found: Vec<Km> = graph
            .arcs()
            .values()
            .map(|arc| arc.distance.unwrap().0)
            .collect();
        assert_eq!(found, [Km::units(7), Km::units(6), Km::units(4)]);
    }
}
