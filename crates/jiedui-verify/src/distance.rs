//! Distances of pairs: given, by road, or along the great circle.

use crate::facts::Facts;
use jiedui_domain::{
    Case, DistanceMethod, HelperId, Id, Km, Place, PlaceId, Quantity, RecipientId,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Mean radius of the earth (IUGG R₁), km.
const EARTH_RADIUS_KM: f64 = 6371.0088;
/// The step of computed distances, 0.001 km, in millionths.
const COMPUTED_STEP: i128 = 1_000;

/// `d[h,r]` in millionths of a km, and how much it can be relied on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Distance {
    /// Stated in `pairs.csv`.
    Given(i128),
    /// By road or great circle.
    Computed(i128),
    /// Nothing to compute it from.
    Unknown,
}

impl Distance {
    /// What it counts in measures: 0 if unknown.
    pub(crate) fn counted(self) -> i128 {
        match self {
            Self::Given(km) | Self::Computed(km) => km,
            Self::Unknown => 0,
        }
    }

    /// Whether it meets a limit; an unknown distance meets none.
    pub(crate) fn within(self, limit: Km) -> bool {
        let limit = i128::from(limit.scaled());
        match self {
            Self::Given(km) => km <= limit,
            Self::Computed(km) => km <= limit + COMPUTED_STEP,
            Self::Unknown => false,
        }
    }
}

/// Finds distances; shortest paths from one recipient are found once.
pub(crate) struct Distances<'a> {
    case: &'a Case,
    roads: Vec<Vec<(usize, i128)>>,
    from: BTreeMap<PlaceId, Vec<Option<i128>>>,
}

impl<'a> Distances<'a> {
    pub(crate) fn new(case: &'a Case) -> Self {
        let mut roads = Vec::new();
        if case.policy.distance.method == DistanceMethod::Roads {
            roads = vec![Vec::new(); case.places.len()];
            for road in &case.roads {
                let (from, to) = (road.from.index(), road.to.index());
                let km = i128::from(road.km.scaled());
                roads[from].push((to, km));
                roads[to].push((from, km));
            }
        }
        Self {
            case,
            roads,
            from: BTreeMap::new(),
        }
    }

    /// `d[h,r]`: given; else by road where the policy says so and roads connect; else great circle.
    pub(crate) fn find(
        &mut self,
        facts: &Facts<'_>,
        helper: HelperId,
        recipient: RecipientId,
    ) -> Distance {
        if let Some(km) = facts.pair(helper, recipient).and_then(|row| row.distance) {
            return Distance::Given(i128::from(km.scaled()));
        }
        let Some(place) = self.case.helpers[helper].place else {
            return Distance::Unknown;
        };
        let target = self.case.recipients[recipient].place;
        if self.case.policy.distance.method == DistanceMethod::Roads
            && let Some(km) = self.by_road(target, place)
        {
            return Distance::Computed(km);
        }
        let ends = (&self.case.places[place], &self.case.places[target]);
        great_circle(ends.0, ends.1, self.case.policy.distance.detour_factor)
            .map_or(Distance::Unknown, Distance::Computed)
    }

    fn by_road(&mut self, from: PlaceId, to: PlaceId) -> Option<i128> {
        let roads = &self.roads;
        let reached = self
            .from
            .entry(from)
            .or_insert_with(|| shortest_paths(roads, from.index()));
        reached.get(to.index()).copied().flatten()
    }
}

/// Dijkstra's algorithm on whole numbers.
fn shortest_paths(roads: &[Vec<(usize, i128)>], start: usize) -> Vec<Option<i128>> {
    let mut settled = vec![None; roads.len()];
    let mut frontier = BinaryHeap::from([Reverse((0_i128, start))]);
    while let Some(Reverse((km, place))) = frontier.pop() {
        if settled[place].is_some() {
            continue;
        }
        settled[place] = Some(km);
        for (next, length) in &roads[place] {
            if settled[*next].is_none() {
                frontier.push(Reverse((km + length, *next)));
            }
        }
    }
    settled
}

/// Haversine × detour, rounded to 0.001 km, in millionths; `None` without coordinates.
fn great_circle(one: &Place, other: &Place, detour: f64) -> Option<i128> {
    let latitude = (
        one.lat?.to_f64().to_radians(),
        other.lat?.to_f64().to_radians(),
    );
    let longitude = (
        one.lon?.to_f64().to_radians(),
        other.lon?.to_f64().to_radians(),
    );
    let half_chord = |difference: f64| (difference / 2.0).sin().powi(2);
    let square = half_chord(latitude.1 - latitude.0)
        + latitude.0.cos() * latitude.1.cos() * half_chord(longitude.1 - longitude.0);
    let angle = 2.0 * square.clamp(0.0, 1.0).sqrt().asin();
    let metres = (EARTH_RADIUS_KM * angle * detour * 1000.0).round();
    metres.is_finite().then_some(metres as i128 * COMPUTED_STEP)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::sample::{Draft, degrees, km};
    use jiedui_domain::RoadRow;

    fn distance(draft: Draft, helper: &str, recipient: &str) -> Distance {
        let (case, _) = draft.build();
        let facts = Facts::new(&case);
        Distances::new(&case).find(
            &facts,
            case.helper_by_code(helper).unwrap(),
            case.recipient_by_code(recipient).unwrap(),
        )
    }

    fn road(from: &str, to: &str, length: &str) -> RoadRow {
        RoadRow {
            from: from.into(),
            to: to.into(),
            km: km(length),
            hours: None,
            provenance: Default::default(),
        }
    }

    #[test]
    fn given_distance_wins() {
        let mut draft = Draft::valid();
        draft.policy.distance.method = DistanceMethod::Roads;
        draft.tables.roads.push(road("a", "p", "7"));
        assert_eq!(distance(draft, "h1", "p"), Distance::Given(300_000_000));
    }

    #[test]
    fn great_circle_of_one_degree_of_latitude() {
        let mut draft = Draft::valid();
        draft.tables.pairs.clear();
        draft.policy.distance.detour_factor = 2.0;
        for (code, lat) in [("a", "30"), ("p", "31")] {
            draft.place(code).lon = Some(degrees("102"));
            draft.place(code).lat = Some(degrees(lat));
        }
        // π/180 × 6371.0088 = 111.195080 km; doubled 222.390160.
        assert_eq!(distance(draft, "h1", "p"), Distance::Computed(222_390_000));
    }

    #[test]
    fn great_circle_of_a_quarter_of_the_equator() {
        let mut draft = Draft::valid();
        draft.tables.pairs.clear();
        draft.policy.distance.detour_factor = 1.0;
        for (code, lon) in [("a", "0"), ("p", "90")] {
            draft.place(code).lon = Some(degrees(lon));
            draft.place(code).lat = Some(degrees("0"));
        }
        // π/2 × 6371.0088 = 10007.557221 km.
        assert_eq!(
            distance(draft, "h1", "p"),
            Distance::Computed(10_007_557_000)
        );
    }

    #[test]
    fn roads_take_the_shortest_path_and_fall_back() {
        let mut draft = Draft::valid();
        draft.tables.pairs.clear();
        draft.policy.distance.method = DistanceMethod::Roads;
        draft.tables.roads = vec![
            road("a", "p", "100"),
            road("b", "a", "30.5"),
            road("p", "b", "40.25"),
        ];
        assert_eq!(
            distance(draft.clone(), "h1", "p"),
            Distance::Computed(70_750_000)
        );
        draft.place("a").lat = None;
        assert_eq!(distance(draft.clone(), "h1", "q"), Distance::Unknown);
        assert!(matches!(distance(draft, "h2", "q"), Distance::Computed(_)));
    }

    #[test]
    fn helper_without_place_has_no_distance() {
        let mut draft = Draft::valid();
        draft.tables.pairs.clear();
        assert_eq!(distance(draft, "h3", "p"), Distance::Unknown);
    }

    #[test]
    fn limits_spare_one_step_for_computed_distances_only() {
        let limit = km("100");
        assert!(Distance::Computed(100_001_000).within(limit));
        assert!(!Distance::Computed(100_001_001).within(limit));
        assert!(Distance::Given(100_000_000).within(limit));
        assert!(!Distance::Given(100_000_001).within(limit));
        assert!(!Distance::Unknown.within(limit));
    }
}
