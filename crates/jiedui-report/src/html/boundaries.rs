//! Boundaries that the user brings as GeoJSON: checked, then drawn under the map.
//!
//! The program ships no administrative boundaries: which ones may be shown is not its to decide.

use geojson::{Feature, GeoJson, Geometry, GeometryValue, Position};
use thiserror::Error;

/// The largest file that is read, bytes.
pub const LARGEST_FILE: u64 = 32 * 1024 * 1024;
/// The most positions that a file may hold.
pub const MOST_POSITIONS: usize = 1_000_000;

/// Why a file of boundaries cannot be used.
#[derive(Clone, PartialEq, Debug, Error)]
pub enum BoundariesError {
    /// The file is larger than [`LARGEST_FILE`].
    #[error("larger than {LARGEST_FILE} bytes")]
    TooLarge,
    /// The text is no GeoJSON.
    #[error("no GeoJSON: {0}")]
    NotGeoJson(String),
    /// More positions than [`MOST_POSITIONS`].
    #[error("more than {MOST_POSITIONS} positions")]
    TooManyPositions,
    /// A position outside longitude ±180, latitude ±90, such as one in metres.
    #[error("position {0}, {1} is not a longitude and latitude in degrees")]
    OutsideTheEarth(String, String),
    /// There is no area and no line in it.
    #[error("neither areas nor lines")]
    NothingToDraw,
}

/// One line; an area has closed ones.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Line {
    /// Longitude and latitude, degrees.
    pub points: Vec<(f64, f64)>,
    pub closed: bool,
}

/// Checked boundaries: lines in degrees.
#[derive(Clone, PartialEq, Debug)]
pub struct Boundaries {
    pub(crate) lines: Vec<Line>,
}

impl Boundaries {
    /// Reads GeoJSON: areas and lines are taken, points are left out, properties are not read.
    ///
    /// *Errors:* [`BoundariesError`].
    pub fn parse(text: &str) -> Result<Self, BoundariesError> {
        if text.len() as u64 > LARGEST_FILE {
            return Err(BoundariesError::TooLarge);
        }
        // Some programs write a byte order mark.
        let text = text.trim_start_matches('\u{feff}');
        let parsed: GeoJson = text
            .parse()
            .map_err(|error: geojson::Error| BoundariesError::NotGeoJson(error.to_string()))?;
        let mut reader = Reader::default();
        match &parsed {
            GeoJson::Geometry(geometry) => reader.geometry(geometry)?,
            GeoJson::Feature(feature) => reader.feature(feature)?,
            GeoJson::FeatureCollection(collection) => {
                for feature in &collection.features {
                    reader.feature(feature)?;
                }
            }
        }
        if reader.lines.is_empty() {
            return Err(BoundariesError::NothingToDraw);
        }
        Ok(Self {
            lines: reader.lines,
        })
    }
}

#[derive(Default)]
struct Reader {
    lines: Vec<Line>,
    positions: usize,
}

impl Reader {
    fn feature(&mut self, feature: &Feature) -> Result<(), BoundariesError> {
        match &feature.geometry {
            Some(geometry) => self.geometry(geometry),
            None => Ok(()),
        }
    }

    fn geometry(&mut self, geometry: &Geometry) -> Result<(), BoundariesError> {
        match &geometry.value {
            GeometryValue::Point { .. } | GeometryValue::MultiPoint { .. } => Ok(()),
            GeometryValue::LineString { coordinates } => self.line(coordinates, false),
            GeometryValue::MultiLineString { coordinates } => coordinates
                .iter()
                .try_for_each(|line| self.line(line, false)),
            GeometryValue::Polygon { coordinates } => coordinates
                .iter()
                .try_for_each(|ring| self.line(ring, true)),
            GeometryValue::MultiPolygon { coordinates } => coordinates
                .iter()
                .flatten()
                .try_for_each(|ring| self.line(ring, true)),
            // The parser bounds how deep collections may lie in one another.
            GeometryValue::GeometryCollection { geometries } => {
                geometries.iter().try_for_each(|inner| self.geometry(inner))
            }
        }
    }

    fn line(&mut self, positions: &[Position], closed: bool) -> Result<(), BoundariesError> {
        self.positions += positions.len();
        if self.positions > MOST_POSITIONS {
            return Err(BoundariesError::TooManyPositions);
        }
        let mut points = Vec::with_capacity(positions.len());
        for position in positions {
            let [lon, lat, ..] = position.as_slice() else {
                return Err(BoundariesError::OutsideTheEarth(
                    "–".to_owned(),
                    "–".to_owned(),
                ));
            };
            if !(lon.abs() <= 180.0 && lat.abs() <= 90.0) {
                return Err(BoundariesError::OutsideTheEarth(
                    lon.to_string(),
                    lat.to_string(),
                ));
            }
            points.push((*lon, *lat));
        }
        if points.len() > 1 {
            self.lines.push(Line { points, closed });
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const SQUARE: &str =
        r#"{"type":"Polygon","coordinates":[[[100,28],[104,28],[104,31],[100,28]]]}"#;

    #[test]
    fn parse_takes_areas_and_lines_of_every_wrapping() {
        let feature = format!(r#"{{"type":"Feature","properties":null,"geometry":{SQUARE}}}"#);
        let collection = format!(r#"{{"type":"FeatureCollection","features":[{feature}]}}"#);
        for text in [SQUARE.to_owned(), feature, format!("\u{feff}{collection}")] {
            let found = Boundaries::parse(&text).unwrap();
            assert_eq!(found.lines.len(), 1);
            assert!(found.lines[0].closed);
            assert_eq!(found.lines[0].points.len(), 4);
        }
    }

    #[test]
    fn parse_refuses_what_is_no_boundary() {
        let metres = r#"{"type":"LineString","coordinates":[[500000,3400000],[500001,3400001]]}"#;
        assert!(matches!(
            Boundaries::parse(metres),
            Err(BoundariesError::OutsideTheEarth(..))
        ));
        let point = r#"{"type":"Point","coordinates":[104,30]}"#;
        assert_eq!(
            Boundaries::parse(point),
            Err(BoundariesError::NothingToDraw)
        );
        for text in [
            "",
            "[]",
            "{\"type\":\"Topology\"}",
            "PK\u{3}\u{4}",
            "<svg/>",
        ] {
            assert!(
                matches!(Boundaries::parse(text), Err(BoundariesError::NotGeoJson(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn parse_refuses_too_many_positions_and_too_deep_a_nest() {
        let many = format!(
            r#"{{"type":"LineString","coordinates":[{}[1,1]]}}"#,
            "[1,1],".repeat(MOST_POSITIONS)
        );
        assert_eq!(
            Boundaries::parse(&many),
            Err(BoundariesError::TooManyPositions)
        );
        let open = r#"{"type":"GeometryCollection","geometries":["#.repeat(5_000);
        assert!(Boundaries::parse(&(open + &"]}".repeat(5_000))).is_err());
    }
}
