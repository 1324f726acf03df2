//! Which pairs could change so that the plan has a pair, or does without it: alternating paths and cycles
//! through the pair, within its track, a few steps long, the most promising first.
//!
//! Quotas say where a path may end; what the pairs are worth at the prices of the last priority says which
//! paths are looked at.

mod ways;

use crate::decomposition::blocks::Blocks;
use jiedui_domain::IdVec;
use jiedui_model::{ArcId, Program};
use ways::Look;

/// Pairs that end and pairs that begin.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Exchange {
    /// Pairs of the plan that end, ascending.
    pub dropped: Vec<ArcId>,
    /// Pairs that begin, ascending.
    pub formed: Vec<ArcId>,
}

/// Exchanges looked at for one pair.
const LOOKED_AT: usize = 60;
/// Helpers with room remembered for each recipient.
const IDLE: usize = 12;

/// A track as the plan has it. Rows are recipients, columns helpers.
struct Track {
    width: usize,
    arcs: Vec<Option<ArcId>>,
    row_min: Vec<usize>,
    row_max: Vec<usize>,
    column_min: Vec<usize>,
    column_max: Vec<usize>,
    at_row: Vec<Vec<usize>>,
    at_column: Vec<Vec<usize>>,
    held: Vec<bool>,
    /// By row: the helpers with room for one more pair that it could have, most promising first.
    idle: Vec<Vec<usize>>,
}

/// All tracks with pairs.
pub(crate) struct Board<'a> {
    tracks: Vec<Track>,
    place: IdVec<ArcId, Option<(usize, usize, usize)>>,
    formed: &'a IdVec<ArcId, bool>,
    worth: &'a IdVec<ArcId, f64>,
}

impl<'a> Board<'a> {
    /// The board of a plan; `worth` by candidate orders what is tried.
    pub(crate) fn new(
        program: &Program,
        blocks: &Blocks,
        formed: &'a IdVec<ArcId, bool>,
        worth: &'a IdVec<ArcId, f64>,
    ) -> Self {
        let mut place = IdVec::filled(None, program.arcs().len());
        let tracks = blocks
            .tracks
            .iter()
            .enumerate()
            .map(|(index, block)| {
                let (height, width) = (block.recipients.len(), block.helpers.len());
                let (rows, columns) = (&block.shape.rows, &block.shape.columns);
                let mut track = Track {
                    width,
                    arcs: vec![None; height * width],
                    row_min: rows.iter().map(|degree| degree.min as usize).collect(),
                    row_max: rows.iter().map(|degree| degree.max as usize).collect(),
                    column_min: columns.iter().map(|degree| degree.min as usize).collect(),
                    column_max: columns.iter().map(|degree| degree.max as usize).collect(),
                    at_row: vec![Vec::new(); height],
                    at_column: vec![Vec::new(); width],
                    held: vec![false; height * width],
                    idle: Vec::new(),
                };
                for (row, column) in &block.shape.demanded {
                    track.held[row * width + column] = true;
                }
                for pair in &block.pairs {
                    let (row, column) = (pair.cell / width, pair.cell % width);
                    track.arcs[pair.cell] = Some(pair.arc);
                    place[pair.arc] = Some((index, row, column));
                    if formed[pair.arc] {
                        track.at_row[row].push(column);
                        track.at_column[column].push(row);
                    }
                }
                track.idle = (0..height).map(|row| idle(&track, row, worth)).collect();
                track
            })
            .collect();
        Self {
            tracks,
            place,
            formed,
            worth,
        }
    }

    /// Whether a decision or a tenure holds the pair.
    pub(crate) fn is_held(&self, arc: ArcId) -> bool {
        self.place[arc].is_some_and(|(track, row, column)| {
            let track = &self.tracks[track];
            track.held[row * track.width + column]
        })
    }

    /// Whether a side of the pair may not have fewer pairs than it has candidates: then every plan has them all.
    pub(crate) fn is_indispensable(&self, arc: ArcId) -> bool {
        self.place[arc].is_some_and(|(track, row, column)| {
            let track = &self.tracks[track];
            let height = track.row_min.len();
            let candidates = |cells: &mut dyn Iterator<Item = usize>| {
                cells.filter(|cell| track.arcs[*cell].is_some()).count()
            };
            let of_row = candidates(&mut (0..track.width).map(|other| row * track.width + other));
            let of_column = candidates(&mut (0..height).map(|other| other * track.width + column));
            of_row <= track.row_min[row] || of_column <= track.column_min[column]
        })
    }

    /// Exchanges that form the pair, or end it where the plan has it, most promising first.
    pub(crate) fn exchanges(&self, arc: ArcId) -> Vec<Exchange> {
        let Some((track, row, column)) = self.place[arc] else {
            return Vec::new();
        };
        let look = Look {
            board: self,
            track: &self.tracks[track],
        };
        let mut steps = if self.formed[arc] {
            look.without(row, column)
        } else {
            look.with(row, column)
        };
        steps.sort_by(|a, b| b.worth.total_cmp(&a.worth));
        let mut exchanges: Vec<Exchange> = Vec::new();
        for step in &steps {
            if let Some(exchange) = look.exchange(step)
                && !exchanges.contains(&exchange)
            {
                exchanges.push(exchange);
                if exchanges.len() == LOOKED_AT {
                    break;
                }
            }
        }
        exchanges
    }
}

/// The helpers with room for one more pair that a row could have, most promising first.
fn idle(track: &Track, row: usize, worth: &IdVec<ArcId, f64>) -> Vec<usize> {
    let mut idle: Vec<(f64, usize)> = (0..track.width)
        .filter(|column| {
            track.at_column[*column].len() < track.column_max[*column]
                && !track.at_row[row].contains(column)
        })
        .filter_map(|column| {
            let arc = track.arcs[row * track.width + column]?;
            Some((worth[arc], column))
        })
        .collect();
    idle.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    idle.truncate(IDLE);
    idle.into_iter().map(|(_, column)| column).collect()
}
