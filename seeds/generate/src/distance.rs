//! Distances: the great circle, and published road distances moved to a neighbouring start.

use crate::basis::Basis;
use crate::error::SeedsError;
use crate::facts::{Division, Facts};

/// Road km per straight-line km, as in the policy: the median of 24 published road distances.
const DETOUR: f64 = 1.65;
/// Mean radius of the earth, km.
const EARTH_RADIUS: f64 = 6_371.0;

/// A seat, in 1/100 degree of longitude and latitude.
pub type Seat = (i64, i64);

/// Great-circle distance in km (haversine).
pub fn great_circle(from: Seat, to: Seat) -> f64 {
    let radians = |hundredths: i64| (hundredths as f64 / 100.0).to_radians();
    let (lon_a, lat_a) = (radians(from.0), radians(from.1));
    let (lon_b, lat_b) = (radians(to.0), radians(to.1));
    let half = ((lat_b - lat_a) / 2.0).sin().powi(2)
        + lat_a.cos() * lat_b.cos() * ((lon_b - lon_a) / 2.0).sin().powi(2);
    2.0 * EARTH_RADIUS * half.sqrt().asin()
}

/// Road distance from `start` to `to`, whole km, from the one published for `known_start`:
/// the published km + 1.65 × (great circle from `start` − great circle from `known_start`).
pub fn road_from_neighbour(published: i64, known_start: Seat, start: Seat, to: Seat) -> i64 {
    let shift = great_circle(start, to) - great_circle(known_start, to);
    // Whole km: the last bits of the trigonometry do not reach the file.
    (published as f64 + DETOUR * shift).round() as i64
}

/// A road distance that rests on a published one.
#[derive(Clone, Debug)]
pub struct Road {
    /// Whole km.
    pub km: i64,
    /// Published where it starts as published, else estimated.
    pub basis: Basis,
    /// Where it comes from.
    pub source: String,
}

/// The road distance from a place to a recipient where one is published for the place itself, or
/// for the seat of its prefecture and then moved to the place.
///
/// *Errors:* [`SeedsError::Missing`].
pub fn published_road(
    facts: &Facts,
    place: &str,
    recipient: &str,
) -> Result<Option<Road>, SeedsError> {
    let start = facts.division(place)?;
    let mut towards = facts
        .road_distances
        .iter()
        .filter(|row| row.to == recipient);
    if let Some(row) = towards.clone().find(|row| row.from == place) {
        return Ok(Some(Road {
            km: row.km.0,
            basis: row.basis,
            source: format!("公布的公路里程 {}", row.source),
        }));
    }
    let Some(row) = towards.find(|row| row.reach == "prefecture") else {
        return Ok(None);
    };
    let known = facts.division(&row.from)?;
    if known.prefecture != start.prefecture {
        return Ok(None);
    }
    let to = facts.division(recipient)?;
    Ok(Some(Road {
        km: road_from_neighbour(row.km.0, seat(known), seat(start), seat(to)),
        basis: Basis::Estimated,
        source: format!("由公布的{}里程推算 {}", known.prefecture, row.source),
    }))
}

/// Road distance in km as the engine will see it: published or moved, else great circle × 1.65.
///
/// *Errors:* [`SeedsError::Missing`].
pub fn road(facts: &Facts, place: &str, recipient: &str) -> Result<f64, SeedsError> {
    if let Some(road) = published_road(facts, place, recipient)? {
        return Ok(road.km as f64);
    }
    let (from, to) = (facts.division(place)?, facts.division(recipient)?);
    Ok(DETOUR * great_circle(seat(from), seat(to)))
}

fn seat(division: &Division) -> Seat {
    (division.lon.0, division.lat.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const QINGYANG: Seat = (10_406, 3_067);
    const SHUANGLIU: Seat = (10_392, 3_057);
    const SHIQU: Seat = (9_810, 3_298);

    #[test]
    fn great_circle_of_one_degree_of_latitude() {
        let km = great_circle((10_400, 3_000), (10_400, 3_100));
        assert!((km - 111.195).abs() < 0.001, "{km}");
    }

    #[test]
    fn known_start_keeps_the_published_distance() {
        assert_eq!(road_from_neighbour(1_070, QINGYANG, QINGYANG, SHIQU), 1_070);
    }

    #[test]
    fn neighbour_is_nearer_or_farther_by_its_detour() {
        let shift = DETOUR * (great_circle(SHUANGLIU, SHIQU) - great_circle(QINGYANG, SHIQU));
        let expected = (1_070.0 + shift).round() as i64;
        assert_eq!(
            road_from_neighbour(1_070, QINGYANG, SHUANGLIU, SHIQU),
            expected
        );
        assert!(expected < 1_070, "{expected}");
    }
}
