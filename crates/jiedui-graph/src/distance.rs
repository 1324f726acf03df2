//! Distances that `pairs.csv` does not give, once for each two places.

use crate::roads::RoadNetwork;
use crate::{DistanceSource, GraphError};
use jiedui_domain::{Case, Degrees, DistanceMethod, IdVec, Km, Place, PlaceId, Quantity};
use rayon::prelude::*;

/// The mean radius of the earth (IUGG R₁), km.
const EARTH_RADIUS_KM: f64 = 6371.0088;

/// A distance and where it came from; `None` where nothing tells.
type Distance = Option<(Km, DistanceSource)>;

/// Distances from places of helpers to places of recipients.
pub(crate) struct DistanceTable {
    /// The row of each place where a helper sits.
    rows: IdVec<PlaceId, Option<usize>>,
    /// The column of each place that is a recipient.
    columns: IdVec<PlaceId, Option<usize>>,
    width: usize,
    cells: Vec<Distance>,
}

impl DistanceTable {
    /// Works out every distance by the policy's method.
    ///
    /// *Errors:* [`GraphError::DistanceBeyondLimit`].
    /// *Complexity:* one great circle per two places; by roads one search per place on the smaller
    /// of the two sides, in parallel. *Determinism:* does not depend on the number of threads.
    pub(crate) fn of(case: &Case) -> Result<Self, GraphError> {
        let mut helper_places: Vec<PlaceId> = case
            .helpers
            .values()
            .filter_map(|helper| helper.place)
            .collect();
        helper_places.sort_unstable();
        helper_places.dedup();
        let mut recipient_places: Vec<PlaceId> = case
            .recipients
            .values()
            .map(|recipient| recipient.place)
            .collect();
        recipient_places.sort_unstable();
        recipient_places.dedup();

        let by_road = match case.policy.distance.method {
            DistanceMethod::GreatCircle => None,
            DistanceMethod::Roads => Some(road_distances(case, &helper_places, &recipient_places)),
        };
        let mut cells = Vec::with_capacity(helper_places.len() * recipient_places.len());
        for (row, from) in helper_places.iter().enumerate() {
            for (column, to) in recipient_places.iter().enumerate() {
                let road = by_road.as_ref().and_then(|table| table.get(row, column));
                cells.push(match road {
                    Some(km) => Some((km, DistanceSource::Roads)),
                    None => great_circle_distance(case, *from, *to)?,
                });
            }
        }
        Ok(Self {
            rows: positions(case, &helper_places),
            columns: positions(case, &recipient_places),
            width: recipient_places.len(),
            cells,
        })
    }

    /// From the place of a helper to the place of a recipient.
    pub(crate) fn between(&self, helper: PlaceId, recipient: PlaceId) -> Distance {
        let row = self.rows[helper]?;
        let column = self.columns[recipient]?;
        self.cells.get(row * self.width + column).copied().flatten()
    }
}

fn positions(case: &Case, places: &[PlaceId]) -> IdVec<PlaceId, Option<usize>> {
    let mut positions = IdVec::filled(None, case.places.len());
    for (position, place) in places.iter().enumerate() {
        positions[*place] = Some(position);
    }
    positions
}

/// Shortest paths of all places of helpers to all places of recipients.
struct RoadTable {
    /// One line per source of a search.
    lines: Vec<Vec<Option<Km>>>,
    /// Whether the sources are the places of the helpers.
    from_helpers: bool,
}

impl RoadTable {
    fn get(&self, row: usize, column: usize) -> Option<Km> {
        let (source, target) = if self.from_helpers {
            (row, column)
        } else {
            (column, row)
        };
        self.lines.get(source)?.get(target).copied().flatten()
    }
}

fn road_distances(case: &Case, helpers: &[PlaceId], recipients: &[PlaceId]) -> RoadTable {
    let network = RoadNetwork::of(case);
    // Roads are usable in both directions, so the searches may start on either side.
    let from_helpers = helpers.len() < recipients.len();
    let (sources, targets) = if from_helpers {
        (helpers, recipients)
    } else {
        (recipients, helpers)
    };
    let lines = sources
        .par_iter()
        .map(|source| network.shortest_paths(*source, targets))
        .collect();
    RoadTable {
        lines,
        from_helpers,
    }
}

/// Great circle × detour factor, rounded to a metre, so that it does not depend on the last bits of
/// the machine's sine.
fn great_circle_distance(case: &Case, from: PlaceId, to: PlaceId) -> Result<Distance, GraphError> {
    let (from, to) = (&case.places[from], &case.places[to]);
    let (Some(start), Some(end)) = (seat(from), seat(to)) else {
        return Ok(None);
    };
    let straight = haversine_km(start, end);
    let metres = (straight * case.policy.distance.detour_factor * 1000.0).round();
    let km = Km::from_f64(metres / 1000.0).map_err(|_| GraphError::DistanceBeyondLimit {
        from: from.code.clone(),
        to: to.code.clone(),
    })?;
    Ok(Some((km, DistanceSource::GreatCircle)))
}

fn seat(place: &Place) -> Option<(Degrees, Degrees)> {
    Some((place.lon?, place.lat?))
}

/// Great circle between two points (longitude, latitude), km.
///
/// *Source:* R. W. Sinnott, Virtues of the haversine, Sky and Telescope 68 (1984), 159.
fn haversine_km(start: (Degrees, Degrees), end: (Degrees, Degrees)) -> f64 {
    let radians = |degrees: Degrees| degrees.to_f64().to_radians();
    let (lon_start, lat_start) = (radians(start.0), radians(start.1));
    let (lon_end, lat_end) = (radians(end.0), radians(end.1));
    let sine_lat = ((lat_end - lat_start) / 2.0).sin();
    let sine_lon = ((lon_end - lon_start) / 2.0).sin();
    let chord = sine_lat * sine_lat + lat_start.cos() * lat_end.cos() * sine_lon * sine_lon;
    2.0 * EARTH_RADIUS_KM * chord.sqrt().min(1.0).asin()
}
