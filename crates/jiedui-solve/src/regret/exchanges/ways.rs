//! Ways within a track to form or end a pair so that every quota still holds: who comes in place of whom.

use super::{Board, Exchange, Track};
use crate::search::few::Few;
use jiedui_model::ArcId;
use smallvec::smallvec;

/// Ways to give a recipient another helper, or a helper another recipient, that are looked at.
const REFILLS: usize = 4;
/// Longer ways looked at for each way of making room.
const DETOURS: usize = 4;

/// Stands for what the last priority's bound rules out: tried last.
const WORST: f64 = -1e9;

/// Cells, row and column.
type Cells = Few<(u32, u32)>;

fn cell(row: usize, column: usize) -> Cells {
    smallvec![(row as u32, column as u32)]
}

/// A few cells that change together, and what that is worth.
#[derive(Clone, Default)]
pub(super) struct Step {
    form: Cells,
    drop: Cells,
    pub(super) worth: f64,
}

impl Step {
    fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.form.extend_from_slice(&other.form);
        both.drop.extend_from_slice(&other.drop);
        both.worth += other.worth;
        both
    }
}

/// One track looked at.
pub(super) struct Look<'a> {
    pub(super) board: &'a Board<'a>,
    pub(super) track: &'a Track,
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
            form: cell(row, column),
            drop: Cells::new(),
            worth: self.worth(row, column),
        }
    }

    fn drop(&self, row: usize, column: usize) -> Step {
        Step {
            form: Cells::new(),
            drop: cell(row, column),
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
        let moved = self
            .formed()
            .filter(|(from, column)| *from != row && fits(column))
            .filter_map(|(from, column)| {
                let worth = self.worth(row, column) - self.worth(from, column);
                if !self.row_needs(from) {
                    return Some((worth, (from, column, None)));
                }
                let mut others = self.track.idle[from].iter();
                let next = *others.find(|other| !not.contains(other) && **other != column)?;
                Some((worth + self.worth(from, next), (from, column, Some(next))))
            });
        let moved = best(moved, DETOURS)
            .into_iter()
            .map(|(from, column, next)| {
                let step = self.form(row, column).and(&self.drop(from, column));
                match next {
                    Some(next) => step.and(&self.form(from, next)),
                    None => step,
                }
            });
        direct.extend(moved);
        direct
    }

    /// Ways to give a helper another recipient than `not`.
    fn places(&self, column: usize, not: &[usize]) -> Vec<Step> {
        let fits = |row: &usize| !not.contains(row) && self.may_form(*row, column);
        let open = (0..self.track.at_row.len()).filter(fits);
        let open = open.filter(|row| self.row_open(*row));
        let open = open.map(|row| (self.worth(row, column), row));
        let open = best(open, REFILLS).into_iter();
        let mut direct: Vec<Step> = open.map(|row| self.form(row, column)).collect();
        let instead = self
            .formed()
            .filter(|(row, other)| *other != column && fits(row) && !self.column_needs(*other))
            .map(|(row, other)| {
                let worth = self.worth(row, column) - self.worth(row, other);
                (worth, (row, other))
            });
        let instead = best(instead, DETOURS).into_iter();
        let instead =
            instead.map(|(row, other)| self.form(row, column).and(&self.drop(row, other)));
        direct.extend(instead);
        direct
    }

    /// Ways to form a pair.
    pub(super) fn with(&self, row: usize, column: usize) -> Vec<Step> {
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
        let may_drop = |cell: &(u32, u32)| self.may_drop(cell.0 as usize, cell.1 as usize);
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
        let round = self
            .formed()
            .filter(|(other, by)| {
                !not_rows.contains(other)
                    && !not_columns.contains(by)
                    && self.may_form(*other, replaced)
                    && self.may_form(left, *by)
            })
            .map(|(other, by)| {
                let formed = self.worth(other, replaced) + self.worth(left, by);
                (formed - self.worth(other, by), (other, by))
            });
        let round = best(round, 2 * DETOURS).into_iter().map(|(other, by)| {
            self.form(other, replaced)
                .and(&self.form(left, by))
                .and(&self.drop(other, by))
        });
        steps.extend(round.map(|detour| base.and(&detour)));
    }

    /// Ways to end a pair.
    pub(super) fn without(&self, row: usize, column: usize) -> Vec<Step> {
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
        let swaps = self
            .formed()
            .filter(|(other, by)| {
                *other != row
                    && *by != column
                    && self.may_form(row, *by)
                    && self.may_form(*other, column)
            })
            .map(|(other, by)| {
                let formed = self.worth(row, by) + self.worth(other, column);
                (formed - self.worth(other, by), (other, by))
            });
        let swaps = best(swaps, 3 * DETOURS).into_iter().map(|(other, by)| {
            self.form(row, by)
                .and(&self.form(other, column))
                .and(&self.drop(other, by))
        });
        steps.extend(swaps.map(|swap| base.and(&swap)));
        steps
    }

    /// The exchange of a step; `None` where two parts of it contradict each other.
    pub(super) fn exchange(&self, step: &Step) -> Option<Exchange> {
        let arcs = |cells: &Cells| -> Option<Vec<ArcId>> {
            let mut arcs: Vec<ArcId> = cells
                .iter()
                .map(|(row, column)| self.arc(*row as usize, *column as usize))
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

/// The best few of many by what they are worth, best first; of equals the first.
fn best<T>(found: impl Iterator<Item = (f64, T)>, few: usize) -> Vec<T> {
    let mut best: Vec<(f64, T)> = Vec::with_capacity(few + 1);
    for (worth, one) in found {
        let place = best.partition_point(|known| known.0.total_cmp(&worth).is_ge());
        if place < few {
            best.insert(place, (worth, one));
            best.truncate(few);
        }
    }
    best.into_iter().map(|(_, one)| one).collect()
}
