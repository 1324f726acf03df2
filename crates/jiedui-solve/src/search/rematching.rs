//! All pairs of one track chosen anew at once.
//!
//! With everything else held, what a helper brings to a recipient does not depend on who else of its track goes
//! where, so that the best choice is a matching. A move of the search exchanges two helpers and mostly loses by it;
//! a matching finds the chain of exchanges that gains.

use super::few::Few;
use super::landscape::Landscape;
use super::state::{Move, State};
use super::worth::Worth;
use crate::matching::{Degree, NO_PAIR, Shape, best_matching};

/// The greatest weight of a pair in the matching: what rounding to whole numbers hides is far below what a pair gains.
const LARGEST: f64 = (1_u64 << 31) as f64;

/// Who is not free to change.
const CLOSED: Degree = Degree { min: 0, max: 0 };

/// One place of a recipient in a track, open to any helper.
struct Place {
    recipient: usize,
    /// All other pairs of the recipient, ascending: they stay.
    beside: Few<usize>,
    /// The pair that is in the place.
    now: Option<usize>,
    quota: Degree,
}

impl<'a> State<'a> {
    /// The move that forms the best pairs of a track, one pair of each recipient open and everything else held;
    /// `None` where it is what is formed now. Where recipients have several pairs, each `turn` opens another one.
    ///
    /// Helpers with several pairs keep them, as what they bring to one depends on the other; and so do pairs that
    /// a limit speaks of. `stays` says which others do, `counts` what a recipient's worth counts.
    pub(super) fn rematched(
        &mut self,
        (track, turn): (usize, usize),
        stays: impl Fn(usize) -> bool,
        counts: impl Fn(&Worth) -> f64,
    ) -> Option<Move> {
        let places = self.open_places((track, turn), stays);
        let columns = self.open_columns(track, &places);
        let width = columns.len();
        let weights = whole_weights(&self.gains(track, &places, &columns, counts))?;
        let shape = Shape {
            rows: places.iter().map(|place| place.quota).collect(),
            columns,
            demanded: Vec::new(),
        };
        let matching = best_matching(&shape, &weights)?;
        let mut chosen: Vec<Option<usize>> = vec![None; places.len()];
        for (row, column) in matching.pairs {
            chosen[row] = self.landscape.spot_of(track, row * width + column);
        }
        let mut change = Move::default();
        for (place, chosen) in places.iter().zip(chosen) {
            if place.quota != CLOSED && place.now != chosen {
                change.drop.extend(place.now);
                change.form.extend(chosen);
            }
        }
        (!change.drop.is_empty() || !change.form.is_empty()).then_some(change)
    }

    /// By row of the track: the place that is open.
    fn open_places(
        &self,
        (track, turn): (usize, usize),
        stays: impl Fn(usize) -> bool,
    ) -> Vec<Place> {
        let landscape: &Landscape = self.landscape;
        let may_change = |index: usize| {
            let spot = &landscape.spots[index];
            let alone = self.at_helper(track, spot.column).len() == 1;
            alone && !spot.demanded && spot.limits.is_empty() && !stays(index)
        };
        let quotas = &self.blocks.tracks[track].shape.rows;
        let rows = landscape.row_recipient[track].iter().zip(quotas);
        let open = rows.enumerate().map(|(row, (recipient, quota))| {
            let own = self.at_recipient(*recipient);
            let of_track = own.iter().copied();
            let of_track = of_track.filter(|spot| landscape.spots[*spot].track == track);
            let mut open: Few<Option<usize>> = of_track
                .filter(|spot| may_change(*spot))
                .map(Some)
                .collect();
            let degree = self.row_degree(track, row);
            if degree < quota.max {
                open.push(None);
            }
            let now = match open.len() {
                0 => None,
                // By the bits of their rows, so that any two recipients have now like places open, now others.
                count => open[(turn + (row >> (turn / count).min(31))) % count],
            };
            let held = degree - u32::from(now.is_some());
            let beside = own.iter().copied().filter(|spot| Some(*spot) != now);
            Place {
                recipient: *recipient,
                beside: beside.collect(),
                now,
                quota: match open.is_empty() {
                    true => CLOSED,
                    false => Degree {
                        min: quota.min.saturating_sub(held).min(1),
                        max: 1,
                    },
                },
            }
        });
        open.collect()
    }

    /// By column of the track: whether the helper may have a pair in one of the places.
    fn open_columns(&self, track: usize, places: &[Place]) -> Vec<Degree> {
        let landscape: &Landscape = self.landscape;
        let is_open = |spot: &usize| places[landscape.spots[*spot].row].now == Some(*spot);
        let quotas = self.blocks.tracks[track].shape.columns.iter();
        let columns = quotas.enumerate().map(|(column, quota)| {
            if self.at_helper(track, column).iter().all(is_open) {
                Degree {
                    min: quota.min.min(1),
                    max: quota.max.min(1),
                }
            } else {
                CLOSED
            }
        });
        columns.collect()
    }

    /// By cell of the track: what the pair gains in the open place; minus infinity where it cannot be formed.
    fn gains(
        &mut self,
        track: usize,
        places: &[Place],
        columns: &[Degree],
        counts: impl Fn(&Worth) -> f64,
    ) -> Vec<f64> {
        let landscape: &'a Landscape = self.landscape;
        let width = columns.len();
        let mut gains = vec![f64::NEG_INFINITY; width * places.len()];
        for (row, place) in places.iter().enumerate() {
            if place.quota == CLOSED {
                continue;
            }
            let empty = counts(&self.worth_with(place.recipient, &place.beside));
            for column in (0..width).filter(|column| columns[*column] != CLOSED) {
                let cell = row * width + column;
                let Some(spot) = landscape.spot_of(track, cell) else {
                    continue;
                };
                if !landscape.spots[spot].limits.is_empty() {
                    continue;
                }
                let mut pairs = place.beside.clone();
                pairs.insert(pairs.partition_point(|known| *known < spot), spot);
                gains[cell] = counts(&self.worth_with(place.recipient, &pairs)) - empty;
            }
        }
        gains
    }
}

/// What pairs gain as whole numbers; `None` where no pair gains or loses anything.
fn whole_weights(gains: &[f64]) -> Option<Vec<i64>> {
    let known = gains.iter().filter(|gain| gain.is_finite());
    let largest = known.fold(0.0_f64, |largest, gain| largest.max(gain.abs()));
    let whole = |gain: &f64| match gain.is_finite() {
        true => (gain / largest * LARGEST).round() as i64,
        false => NO_PAIR,
    };
    (largest > 0.0).then(|| gains.iter().map(whole).collect())
}
