//! Which pairs could change so that the plan has a pair, or does without it: alternating paths and cycles
//! through the pair, within its track, a few steps long, the most promising first.
//!
//! Quotas say where a path may end; what the pairs are worth at the prices of the last priority says which
//! paths are looked at.

use crate::decomposition::blocks::Blocks;
use jiedui_domain::IdVec;
use jiedui_model::{ArcId, Program};

/// Pairs that end and pairs that begin.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Exchange {
    /// Pairs of the plan that end, ascending.
    pub dropped: Vec<ArcId>,
    /// Pairs that begin, ascending.
    pub formed: Vec<ArcId>,
}

/// Ways to give a recipient another helper, or a helper another recipient, that are looked at.
const REFILLS: usize = 4;
/// Longer ways looked at for each way of making room.
const DETOURS: usize = 4;

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

/// Stands for what the last priority's bound rules out: tried last.
const WORST: f64 = -1e9;

/// A few cells that change together, and what that is worth.
#[derive(Clone, Default)]
struct Step {
    form: Vec<(usize, usize)>,
    drop: Vec<(usize, usize)>,
    worth: f64,
}

impl Step {
    fn and(&self, other: &Self) -> Self {
        Self {
            form: [self.form.as_slice(), &other.form].concat(),
            drop: [self.drop.as_slice(), &other.drop].concat(),
            worth: self.worth + other.worth,
        }
    }
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

/// One track looked at.
struct Look<'a> {
    board: &'a Board<'a>,
    track: &'a Track,
}

impl Look<'_> {
    fn arc(&self, row: usize, column: usize) -> Option<ArcId> {
        self.track.arcs[row * self.track.width + column]
    }

    fn worth(&self, row: usize, column: usize) -> f64 {
        let arc = self.arc(row, column);
        arc.map_or(WORST, |arc| self.board.worth[arc].max(WORST))
    }

    fn is_formed(&self, row: usize, column: usize) -> bool {
        self.track.at_row[row].contains(&column)
    }

    fn may_form(&self, row: usize, column: usize) -> bool {
        self.arc(row, column).is_some() && !self.is_formed(row, column)
    }

    fn may_drop(&self, row: usize, column: usize) -> bool {
        !self.track.held[row * self.track.width + column]
    }

    fn form(&self, row: usize, column: usize) -> Step {
        Step {
            form: vec![(row, column)],
            drop: Vec::new(),
            worth: self.worth(row, column),
        }
    }

    fn drop(&self, row: usize, column: usize) -> Step {
        Step {
            form: Vec::new(),
            drop: vec![(row, column)],
            worth: -self.worth(row, column),
        }
    }

    fn row_needs(&self, row: usize) -> bool {
        self.track.at_row[row].len() <= self.track.row_min[row]
    }

    fn column_needs(&self, column: usize) -> bool {
        self.track.at_column[column].len() <= self.track.column_min[column]
    }

    fn row_open(&self, row: usize) -> bool {
        self.track.at_row[row].len() < self.track.row_max[row]
    }

    fn column_open(&self, column: usize) -> bool {
        self.track.at_column[column].len() < self.track.column_max[column]
    }

    /// All formed cells that may end.
    fn formed(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let rows = self.track.at_row.iter().enumerate();
        rows.flat_map(|(row, columns)| columns.iter().map(move |column| (row, *column)))
            .filter(|(row, column)| self.may_drop(*row, *column))
    }

    /// Ways to give a recipient that loses `lost` another helper than `not`.
    fn refills(&self, row: usize, not: &[usize]) -> Vec<Step> {
        let fits = |column: &usize| !not.contains(column) && self.may_form(row, *column);
        let idle = self.track.idle[row].iter().filter(|column| fits(column));
        let mut direct: Vec<Step> = idle
            .take(REFILLS)
            .map(|column| self.form(row, *column))
            .collect();
        // From a recipient that has more helpers than it must, or for which somebody else can come.
        let mut moved: Vec<Step> = self
            .formed()
            .filter(|(from, column)| *from != row && fits(column))
            .filter_map(|(from, column)| {
                let step = self.form(row, column).and(&self.drop(from, column));
                if !self.row_needs(from) {
                    return Some(step);
                }
                let mut others = self.track.idle[from].iter();
                let next = others.find(|other| !not.contains(other) && **other != column)?;
                Some(step.and(&self.form(from, *next)))
            })
            .collect();
        best(&mut moved, DETOURS);
        direct.extend(moved);
        direct
    }

    /// Ways to give a helper another recipient than `not`.
    fn places(&self, column: usize, not: &[usize]) -> Vec<Step> {
        let fits = |row: &usize| !not.contains(row) && self.may_form(*row, column);
        let open = (0..self.track.at_row.len()).filter(fits);
        let open = open.filter(|row| self.row_open(*row));
        let mut direct: Vec<Step> = open.map(|row| self.form(row, column)).collect();
        best(&mut direct, REFILLS);
        let mut instead: Vec<Step> = self
            .formed()
            .filter(|(row, other)| *other != column && fits(row) && !self.column_needs(*other))
            .map(|(row, other)| self.form(row, column).and(&self.drop(row, other)))
            .collect();
        best(&mut instead, DETOURS);
        direct.extend(instead);
        direct
    }

    fn with(&self, row: usize, column: usize) -> Vec<Step> {
        let nobody = std::iter::once(None);
        let left: Vec<Option<usize>> = nobody
            .clone()
            .filter(|_| self.column_open(column))
            .chain(self.track.at_column[column].iter().copied().map(Some))
            .collect();
        let replaced: Vec<Option<usize>> = nobody
            .filter(|_| self.row_open(row))
            .chain(self.track.at_row[row].iter().copied().map(Some))
            .collect();
        let mut steps = Vec::new();
        for left in &left {
            for replaced in &replaced {
                self.with_room(row, column, *left, *replaced, &mut steps);
            }
        }
        steps
    }

    /// The helper leaves one recipient, or none; one helper makes place for it, or none.
    fn with_room(
        &self,
        row: usize,
        column: usize,
        left: Option<usize>,
        replaced: Option<usize>,
        steps: &mut Vec<Step>,
    ) {
        let mut base = self.form(row, column);
        if let Some(left) = left {
            base = base.and(&self.drop(left, column));
        }
        if let Some(replaced) = replaced {
            base = base.and(&self.drop(row, replaced));
        }
        let may_drop = |cell: &(usize, usize)| self.may_drop(cell.0, cell.1);
        if !base.drop.iter().all(may_drop) {
            return;
        }
        let not_columns: Vec<usize> = [Some(column), replaced].into_iter().flatten().collect();
        let not_rows: Vec<usize> = [Some(row), left].into_iter().flatten().collect();
        let fills = Ways {
            steps: left.map_or_else(Vec::new, |left| self.refills(left, &not_columns)),
            must: left.is_some_and(|left| self.row_needs(left)),
        };
        let places = Ways {
            steps: replaced.map_or_else(Vec::new, |one| self.places(one, &not_rows)),
            must: replaced.is_some_and(|replaced| self.column_needs(replaced)),
        };
        make_good(&base, &fills, &places, steps);
        let (Some(left), Some(replaced)) = (left, replaced) else {
            return;
        };
        if self.may_form(left, replaced) {
            steps.push(base.and(&self.form(left, replaced)));
        }
        let mut round: Vec<Step> = self
            .formed()
            .filter(|(other, by)| {
                !not_rows.contains(other)
                    && !not_columns.contains(by)
                    && self.may_form(*other, replaced)
                    && self.may_form(left, *by)
            })
            .map(|(other, by)| {
                self.form(other, replaced)
                    .and(&self.form(left, by))
                    .and(&self.drop(other, by))
            })
            .collect();
        best(&mut round, 2 * DETOURS);
        steps.extend(round.iter().map(|detour| base.and(detour)));
    }

    fn without(&self, row: usize, column: usize) -> Vec<Step> {
        let base = self.drop(row, column);
        let fills = Ways {
            steps: self.refills(row, &[column]),
            must: self.row_needs(row),
        };
        let places = Ways {
            steps: self.places(column, &[row]),
            must: self.column_needs(column),
        };
        let mut steps = Vec::new();
        make_good(&base, &fills, &places, &mut steps);
        let mut swaps: Vec<Step> = self
            .formed()
            .filter(|(other, by)| {
                *other != row
                    && *by != column
                    && self.may_form(row, *by)
                    && self.may_form(*other, column)
            })
            .map(|(other, by)| {
                self.form(row, by)
                    .and(&self.form(other, column))
                    .and(&self.drop(other, by))
            })
            .collect();
        best(&mut swaps, 3 * DETOURS);
        steps.extend(swaps.iter().map(|swap| base.and(swap)));
        steps
    }

    /// The exchange of a step; `None` where two parts of it contradict each other.
    fn exchange(&self, step: &Step) -> Option<Exchange> {
        let arcs = |cells: &[(usize, usize)]| -> Option<Vec<ArcId>> {
            let mut arcs: Vec<ArcId> = cells
                .iter()
                .map(|(row, column)| self.arc(*row, *column))
                .collect::<Option<_>>()?;
            arcs.sort();
            let count = arcs.len();
            arcs.dedup();
            (arcs.len() == count).then_some(arcs)
        };
        let exchange = Exchange {
            dropped: arcs(&step.drop)?,
            formed: arcs(&step.form)?,
        };
        let both = |arc: &ArcId| exchange.dropped.contains(arc);
        (!exchange.formed.iter().any(both)).then_some(exchange)
    }
}

/// Ways to give a recipient that loses a helper another one, or a helper that loses a recipient.
struct Ways {
    steps: Vec<Step>,
    /// Whether its quota leaves no choice but to take one of them.
    must: bool,
}

/// Adds a step as it is, with a way for the recipient, with one for the helper, and with both, as far as
/// quotas let it end there.
fn make_good(base: &Step, fills: &Ways, places: &Ways, steps: &mut Vec<Step>) {
    if !fills.must && !places.must {
        steps.push(base.clone());
    }
    if !places.must {
        steps.extend(fills.steps.iter().map(|fill| base.and(fill)));
    }
    if !fills.must {
        steps.extend(places.steps.iter().map(|place| base.and(place)));
    }
    for fill in &fills.steps {
        let both = places.steps.iter().map(|place| base.and(fill).and(place));
        steps.extend(both);
    }
}

/// Keeps the best few, best first.
fn best(steps: &mut Vec<Step>, few: usize) {
    steps.sort_by(|a, b| b.worth.total_cmp(&a.worth));
    steps.truncate(few);
}
