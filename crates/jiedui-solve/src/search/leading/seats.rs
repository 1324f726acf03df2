//! Which helper of the leading track each recipient has, and how two of them may change places.

use super::model::Leading;
use crate::search::random::Random;

/// A helper for each recipient of the leading track.
#[derive(Clone, Debug)]
pub struct Seats {
    /// By row: its helper's column.
    pub column_of: Vec<usize>,
    /// By column: the rows that have the helper.
    pub rows_of: Vec<Vec<usize>>,
}

/// Another helper for a recipient.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The recipient.
    pub row: usize,
    /// Its helper before.
    pub from: usize,
    /// Its helper then.
    pub to: usize,
    /// The recipient that takes the helper in exchange.
    pub back: Option<usize>,
}

impl Seats {
    /// As they are: by row the helper's column, of `helpers` helpers.
    pub fn new(column_of: &[usize], helpers: usize) -> Self {
        let mut rows_of = vec![Vec::new(); helpers];
        for (row, column) in column_of.iter().enumerate() {
            rows_of[*column].push(row);
        }
        Self {
            column_of: column_of.to_vec(),
            rows_of,
        }
    }

    /// Another helper for a random recipient, or two recipients that exchange theirs; `None` where a quota, a demanded
    /// pair or a missing candidate forbids it. Quotas hold afterwards if they do now.
    pub fn propose(&self, leading: &Leading, random: &mut Random) -> Option<Change> {
        let row = random.below(self.column_of.len());
        if leading.settled[row] {
            return None;
        }
        let from = self.column_of[row];
        if random.below(3) == 0 {
            let to = random.below(leading.helpers.len());
            let room = self.rows_of[to].len() < leading.helpers[to].quota.max as usize;
            let spare = self.rows_of[from].len() > leading.helpers[from].quota.min as usize;
            leading.cell(row, to)?;
            return (to != from && room && spare).then_some(Change {
                row,
                from,
                to,
                back: None,
            });
        }
        let other = random.below(self.column_of.len());
        let to = self.column_of[other];
        leading.cell(row, to)?;
        leading.cell(other, from)?;
        (to != from && !leading.settled[other]).then_some(Change {
            row,
            from,
            to,
            back: Some(other),
        })
    }

    /// Makes a change.
    pub fn shift(&mut self, change: Change) {
        let Change {
            row,
            from,
            to,
            back,
        } = change;
        self.rows_of[from].retain(|known| *known != row);
        self.rows_of[to].push(row);
        self.column_of[row] = to;
        if let Some(other) = back {
            self.rows_of[to].retain(|known| *known != other);
            self.rows_of[from].push(other);
            self.column_of[other] = from;
        }
    }

    /// Takes back changes, the last of them first.
    pub fn take_back(&mut self, changes: &[Change]) {
        for change in changes.iter().rev() {
            self.shift(change.reversed());
        }
    }
}

impl Change {
    /// The change that takes this one back.
    pub fn reversed(self) -> Self {
        Self {
            from: self.to,
            to: self.from,
            ..self
        }
    }
}
