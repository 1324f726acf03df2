//! Where seats stand on the map: degrees to units of the drawing.
//!
//! Longitude is shortened by the cosine of the middle latitude, which keeps shapes true enough over
//! a province.

use super::boundaries::Boundaries;
use jiedui_explain::Dossier;
use serde::Serialize;
use std::fmt::Write;

/// Width of the drawing without its margin, units.
const WIDTH: f64 = 900.0;
/// The most height, units.
const HEIGHT: f64 = 760.0;
/// Room around the outermost seats, units.
const MARGIN: f64 = 50.0;
/// How far the drawing stretches for boundaries, as a part of the size of the seats' frame.
const STRETCH: f64 = 0.25;
/// Positions of boundaries closer than this to the one before are not drawn, units.
const FINEST: f64 = 0.8;

/// The drawing: its size, the seats in it, the path of the boundaries.
#[derive(Serialize)]
pub(crate) struct MapView {
    width: f64,
    height: f64,
    recipients: Vec<Option<(f64, f64)>>,
    helpers: Vec<Option<(f64, f64)>>,
    boundaries: Option<String>,
}

/// The map of a dossier; seats without coordinates are left out of it.
pub(crate) fn map_view(dossier: &Dossier, boundaries: Option<&Boundaries>) -> MapView {
    let recipients: Vec<_> = dossier
        .recipients
        .iter()
        .map(|entry| entry.lon.zip(entry.lat))
        .collect();
    let helpers: Vec<_> = dossier
        .helpers
        .iter()
        .map(|entry| entry.lon.zip(entry.lat))
        .collect();
    let seats = recipients.iter().chain(&helpers).flatten().copied();
    let outline = boundaries.map(|boundaries| {
        let lines = boundaries.lines.iter();
        Frame::around(lines.flat_map(|line| line.points.iter().copied()))
    });
    let projection = Projection::of(Frame::around(seats), outline.flatten());
    let place = |seats: &[Option<(f64, f64)>]| {
        let seats = seats.iter();
        seats
            .map(|seat| seat.map(|seat| projection.place(seat)))
            .collect()
    };
    MapView {
        width: projection.width,
        height: projection.height,
        recipients: place(&recipients),
        helpers: place(&helpers),
        boundaries: boundaries.map(|boundaries| projection.path(boundaries)),
    }
}

struct Projection {
    west: f64,
    north: f64,
    /// Units to a degree of latitude.
    scale: f64,
    /// Degrees of latitude to a degree of longitude.
    shorten: f64,
    width: f64,
    height: f64,
}

/// The outermost degrees.
#[derive(Clone, Copy)]
struct Frame {
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

impl Frame {
    /// `None` around nothing.
    fn around(points: impl Iterator<Item = (f64, f64)>) -> Option<Self> {
        points.fold(None, |frame, (lon, lat)| {
            let known = frame.unwrap_or(Self {
                west: lon,
                east: lon,
                south: lat,
                north: lat,
            });
            Some(Self {
                west: known.west.min(lon),
                east: known.east.max(lon),
                south: known.south.min(lat),
                north: known.north.max(lat),
            })
        })
    }

    /// Stretched towards another frame, by no more than a part of its own size on each side.
    fn towards(self, other: Self) -> Self {
        let across = (self.east - self.west) * STRETCH;
        let down = (self.north - self.south) * STRETCH;
        Self {
            west: self.west.min(other.west.max(self.west - across)),
            east: self.east.max(other.east.min(self.east + across)),
            south: self.south.min(other.south.max(self.south - down)),
            north: self.north.max(other.north.min(self.north + down)),
        }
    }
}

/// Where nothing tells a seat, there is a map nonetheless.
const NOWHERE: Frame = Frame {
    west: 100.0,
    east: 101.0,
    south: 30.0,
    north: 31.0,
};

impl Projection {
    /// Around the seats, and around as much of the boundaries as lies close by.
    fn of(seats: Option<Frame>, boundaries: Option<Frame>) -> Self {
        let frame = seats.unwrap_or(NOWHERE);
        let frame = boundaries.map_or(frame, |outline| frame.towards(outline));
        let Frame {
            west,
            east,
            south,
            north,
        } = frame;
        let shorten = (f64::midpoint(south, north)).to_radians().cos().max(0.05);
        let across = ((east - west) * shorten).max(0.01);
        let down = (north - south).max(0.01);
        let scale = (WIDTH / across).min(HEIGHT / down);
        Self {
            west,
            north,
            scale,
            shorten,
            width: tenth(across * scale + 2.0 * MARGIN),
            height: tenth(down * scale + 2.0 * MARGIN),
        }
    }

    fn place(&self, (lon, lat): (f64, f64)) -> (f64, f64) {
        (
            tenth((lon - self.west) * self.shorten * self.scale + MARGIN),
            tenth((self.north - lat) * self.scale + MARGIN),
        )
    }

    /// One path for all boundaries; lines wholly outside the drawing are left out.
    fn path(&self, boundaries: &Boundaries) -> String {
        let mut path = String::new();
        for line in &boundaries.lines {
            let points: Vec<_> = line.points.iter().map(|point| self.place(*point)).collect();
            if !points.iter().any(|point| self.is_near(*point)) {
                continue;
            }
            let mut last: Option<(f64, f64)> = None;
            for (index, point) in points.iter().enumerate() {
                let ends = index + 1 == points.len();
                let far = last.is_none_or(|(x, y)| (point.0 - x).hypot(point.1 - y) >= FINEST);
                if far || ends {
                    let letter = if last.is_none() { 'M' } else { 'L' };
                    // Writing to a string cannot fail.
                    let _ = write!(path, "{letter}{} {}", point.0, point.1);
                    last = Some(*point);
                }
            }
            if line.closed {
                path.push('Z');
            }
        }
        path
    }

    fn is_near(&self, (x, y): (f64, f64)) -> bool {
        (-self.width..2.0 * self.width).contains(&x)
            && (-self.height..2.0 * self.height).contains(&y)
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn projection_keeps_north_up_and_all_seats_inside() {
        let seats = [(97.0, 26.0), (108.5, 34.3), (104.06, 30.67)];
        let map = Projection::of(Frame::around(seats.iter().copied()), None);
        let placed: Vec<_> = seats.iter().map(|seat| map.place(*seat)).collect();
        assert!(placed[0].0 < placed[2].0 && placed[2].0 < placed[1].0);
        assert!(placed[0].1 > placed[2].1 && placed[2].1 > placed[1].1);
        for (x, y) in placed {
            assert!((MARGIN..=map.width - MARGIN + 0.2).contains(&x), "{x}");
            assert!((MARGIN..=map.height - MARGIN + 0.2).contains(&y), "{y}");
        }
        assert!(map.width <= WIDTH + 2.0 * MARGIN + 0.2);
        assert!(map.height <= HEIGHT + 2.0 * MARGIN + 0.2);
    }

    #[test]
    fn projection_of_one_seat_or_none_is_finite() {
        for seats in [Vec::new(), vec![(104.0, 30.0)]] {
            let map = Projection::of(Frame::around(seats.iter().copied()), None);
            assert!(map.width.is_finite() && map.height.is_finite());
            let (x, y) = map.place((104.0, 30.0));
            assert!(x.is_finite() && y.is_finite());
        }
    }

    #[test]
    fn drawing_stretches_for_boundaries_near_by_only() {
        let seats = Frame::around([(100.0, 28.0), (108.0, 34.0)].into_iter());
        let near = Frame::around([(99.5, 27.5), (109.0, 35.0)].into_iter());
        let world = Frame::around([(-180.0, -90.0), (180.0, 90.0)].into_iter());
        assert_eq!(Projection::of(seats, near).west, 99.5);
        assert_eq!(Projection::of(seats, near).north, 35.0);
        assert_eq!(Projection::of(seats, world).west, 98.0);
        assert_eq!(Projection::of(seats, world).north, 35.5);
    }

    #[test]
    fn path_thins_dense_lines_and_leaves_out_far_ones() {
        let seats = [(100.0, 28.0), (108.0, 34.0)];
        let map = Projection::of(Frame::around(seats.iter().copied()), None);
        let dense: String = (0..10_000)
            .map(|step| format!("[{},30],", 101.0 + f64::from(step) * 1e-5))
            .collect();
        let text = format!(
            r#"{{"type":"MultiLineString","coordinates":[[{dense}[102,30]],[[-70,10],[-71,11]]]}}"#
        );
        let path = map.path(&Boundaries::parse(&text).unwrap());
        assert_eq!(path.matches('M').count(), 1);
        assert!(path.len() < 2_000, "{} characters", path.len());
    }
}
