//! The rules in whole numbers, around one plan: what changes when pairs come and go and amounts move, and
//! whether every rule still holds.
//!
//! Amounts are hundredths, coefficients millionths, as in rounding, so a plan that the ledger lets pass
//! holds its rules exactly and not within some tolerance.

use crate::rounding::millionths;
use jiedui_domain::{Id, RuleFamily};
use jiedui_model::{ColumnId, ColumnKind, Program, RowFamily};

/// One rule's row.
struct Row {
    terms: Vec<(ColumnId, i128)>,
    lower: Option<i128>,
    upper: Option<i128>,
    /// Whether it speaks of pairs only, so that no amount can mend it.
    only_pairs: bool,
}

/// The rows of all rules.
pub(crate) struct Rules {
    rows: Vec<Row>,
    /// By column: the rows that it stands in, with its coefficient.
    rows_of: Vec<Vec<(u32, i128)>>,
    capacity: Vec<i64>,
    step: Vec<i64>,
}

/// A formed pair, in the ledger's amounts.
const FORMED: i64 = 100;

impl Rules {
    /// Reads the rules of a program.
    pub(crate) fn new(program: &Program) -> Self {
        let columns = program.columns();
        let mut rows = Vec::new();
        let mut rows_of = vec![Vec::new(); columns.len()];
        for row in program.rows().values() {
            let RowFamily::Rule(family) = row.family else {
                continue;
            };
            // Whoever is not formed gives nothing: the ledger sees to that itself.
            if family == RuleFamily::Activation {
                continue;
            }
            let decided = row.terms.iter().filter(|(column, _)| {
                matches!(
                    columns[*column].kind,
                    ColumnKind::Pair(_) | ColumnKind::Help(..)
                )
            });
            let terms: Vec<(ColumnId, i128)> = decided
                .map(|(column, coefficient)| (*column, -millionths(-coefficient)))
                .collect();
            if terms.is_empty() {
                continue;
            }
            let index = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            for (column, coefficient) in &terms {
                rows_of[column.index()].push((index, *coefficient));
            }
            let is_pair = |column: ColumnId| matches!(columns[column].kind, ColumnKind::Pair(_));
            rows.push(Row {
                only_pairs: terms.iter().all(|(column, _)| is_pair(*column)),
                terms,
                lower: (row.lower.is_finite() && family != RuleFamily::NeedBalance)
                    .then(|| millionths(row.lower) * 100),
                upper: row.upper.is_finite().then(|| -millionths(-row.upper) * 100),
            });
        }
        let steps = columns.iter().map(|(_, column)| {
            let whole = column.integer && matches!(column.kind, ColumnKind::Help(..));
            if whole { 100 } else { 1 }
        });
        let step: Vec<i64> = steps.collect();
        let capacity = columns
            .iter()
            .map(|(id, column)| {
                let hundredths = (column.upper.min(1e15) * 100.0 + 1e-6).floor() as i64;
                hundredths / step[id.index()] * step[id.index()]
            })
            .collect();
        Self {
            rows,
            rows_of,
            capacity,
            step,
        }
    }
}

/// As much of a room as a row can spare that is drawn on by so much for each step, a positive number. Dividing is slow,
/// and few rows are in the way.
fn within(room: i128, spare: i128, each: i128) -> i128 {
    if each * room <= spare {
        room
    } else {
        spare.div_euclid(each)
    }
}

/// A plan whose amounts can be moved and moved back.
#[derive(Clone)]
pub(crate) struct Ledger<'a> {
    rules: &'a Rules,
    amount: Vec<i64>,
    activity: Vec<i128>,
    /// What changed since the plan, with the value before, latest last.
    journal: Vec<(ColumnId, i64)>,
}

impl<'a> Ledger<'a> {
    /// The ledger of a plan, whose amounts come in steps already.
    pub(crate) fn new(rules: &'a Rules, program: &Program, values: &[f64]) -> Self {
        let amount: Vec<i64> = program
            .columns()
            .iter()
            .map(|(id, column)| match column.kind {
                ColumnKind::Pair(_) | ColumnKind::Help(..) => {
                    (values[id.index()] * 100.0).round() as i64
                }
                _ => 0,
            })
            .collect();
        let mut activity = vec![0_i128; rules.rows.len()];
        for (row, sum) in rules.rows.iter().zip(&mut activity) {
            for (column, coefficient) in &row.terms {
                *sum += coefficient * i128::from(amount[column.index()]);
            }
        }
        Self {
            rules,
            amount,
            activity,
            journal: Vec::new(),
        }
    }

    /// Hundredths of a column.
    pub(crate) fn amount(&self, column: ColumnId) -> i64 {
        self.amount[column.index()]
    }

    /// Forms a pair or drops it; its help is the caller's business.
    pub(crate) fn form(&mut self, pair: ColumnId, formed: bool) {
        self.set(pair, if formed { FORMED } else { 0 });
    }

    /// Sets a column, whatever the rules say.
    pub(crate) fn set(&mut self, column: ColumnId, amount: i64) {
        let before = self.amount[column.index()];
        if before == amount {
            return;
        }
        self.journal.push((column, before));
        self.put(column, amount);
    }

    fn put(&mut self, column: ColumnId, amount: i64) {
        let rules = self.rules;
        let step = i128::from(amount - self.amount[column.index()]);
        self.amount[column.index()] = amount;
        for (row, coefficient) in &rules.rows_of[column.index()] {
            self.activity[*row as usize] += coefficient * step;
        }
    }

    /// Where the journal stands, for [`Self::back_to`].
    pub(crate) fn mark(&self) -> usize {
        self.journal.len()
    }

    /// Takes back what was done since a mark.
    pub(crate) fn back_to(&mut self, mark: usize) {
        while self.journal.len() > mark {
            if let Some((column, before)) = self.journal.pop() {
                self.put(column, before);
            }
        }
    }

    /// Columns that differ from the plan, with the difference in hundredths, by column.
    pub(crate) fn changes(&self) -> Vec<(ColumnId, i64)> {
        let mut first = self.journal.clone();
        // The oldest entry of a column is what the plan has.
        first.sort_by_key(|(column, _)| *column);
        first.dedup_by_key(|(column, _)| *column);
        first
            .into_iter()
            .map(|(column, before)| (column, self.amount[column.index()] - before))
            .filter(|(_, step)| *step != 0)
            .collect()
    }

    /// The rows that what changed stands in, one by one; a row may come more than once.
    fn touched(&self) -> impl Iterator<Item = u32> {
        let columns = self.journal.iter();
        columns
            .flat_map(|(column, _)| &self.rules.rows_of[column.index()])
            .map(|(row, _)| *row)
    }

    fn holds(&self, row: u32) -> bool {
        let rule = &self.rules.rows[row as usize];
        let activity = self.activity[row as usize];
        rule.lower.is_none_or(|lower| activity >= lower)
            && rule.upper.is_none_or(|upper| activity <= upper)
    }

    /// Whether every rule of pairs alone that was touched holds.
    pub(crate) fn pairs_hold(&self) -> bool {
        self.touched()
            .filter(|row| self.rules.rows[*row as usize].only_pairs)
            .all(|row| self.holds(row))
    }

    /// Whether every rule that was touched holds. The others hold because the plan held them.
    pub(crate) fn everything_holds(&self) -> bool {
        self.touched().all(|row| self.holds(row))
    }

    /// By how much a column may rise.
    fn room_up(&self, column: ColumnId) -> i64 {
        let mut room = i128::from(self.rules.capacity[column.index()] - self.amount(column));
        for (row, coefficient) in &self.rules.rows_of[column.index()] {
            let rule = &self.rules.rows[*row as usize];
            let activity = self.activity[*row as usize];
            let (spare, each) = match (*coefficient > 0, rule.upper, rule.lower) {
                (true, Some(upper), _) => (upper - activity, *coefficient),
                (false, _, Some(lower)) if *coefficient < 0 => (activity - lower, -coefficient),
                _ => continue,
            };
            room = within(room, spare, each);
        }
        self.in_steps(column, room)
    }

    /// By how much a column may fall.
    fn room_down(&self, column: ColumnId) -> i64 {
        let mut room = i128::from(self.amount(column));
        for (row, coefficient) in &self.rules.rows_of[column.index()] {
            let rule = &self.rules.rows[*row as usize];
            let activity = self.activity[*row as usize];
            let (spare, each) = match (*coefficient > 0, rule.lower, rule.upper) {
                (true, Some(lower), _) => (activity - lower, *coefficient),
                (false, _, Some(upper)) if *coefficient < 0 => (upper - activity, -coefficient),
                _ => continue,
            };
            room = within(room, spare, each);
        }
        self.in_steps(column, room)
    }

    fn in_steps(&self, column: ColumnId, room: i128) -> i64 {
        let step = self.rules.step[column.index()];
        let room = i64::try_from(room.max(0)).unwrap_or(i64::MAX);
        room / step * step
    }

    /// Raises a column as far as it may.
    pub(crate) fn fill(&mut self, column: ColumnId) {
        let room = self.room_up(column);
        self.set(column, self.amount(column) + room);
    }

    /// Raises help until every lower limit that was touched holds, taking from others who can spare it
    /// where there is no room; whether all of them hold.
    ///
    /// `gives` tells whether a column's pair is formed.
    pub(crate) fn lift(&mut self, gives: impl Fn(&Self, ColumnId) -> bool) -> bool {
        let rules = self.rules;
        let may_be_short = |row: &u32| {
            let rule = &rules.rows[*row as usize];
            rule.lower.is_some() && !rule.only_pairs
        };
        let mut touched: Vec<u32> = self.touched().filter(may_be_short).collect();
        touched.sort_unstable();
        touched.dedup();
        for row in touched {
            let rule = &rules.rows[row as usize];
            let Some(lower) = rule.lower else { continue };
            if self.activity[row as usize] >= lower {
                continue;
            }
            for (column, coefficient) in &rule.terms {
                let lacks = lower - self.activity[row as usize];
                if lacks <= 0 {
                    break;
                }
                if *coefficient <= 0 || !gives(self, *column) {
                    continue;
                }
                let step = i128::from(rules.step[column.index()]);
                // Rounded up to whole steps.
                let wanted = (lacks + coefficient * step - 1) / (coefficient * step) * step;
                self.raise(*column, i64::try_from(wanted).unwrap_or(i64::MAX));
            }
            if self.activity[row as usize] < lower {
                return false;
            }
        }
        true
    }

    /// Raises a column by as much of `wanted` as room, or what others can spare, allows.
    fn raise(&mut self, column: ColumnId, wanted: i64) {
        let mut left = wanted;
        // Each round fills the room or makes some; a row can be in the way more than once.
        for _ in 0..16 {
            let room = self.room_up(column).min(left);
            if room > 0 {
                self.set(column, self.amount(column) + room);
                left -= room;
            }
            if left <= 0
                || self.amount(column) >= self.rules.capacity[column.index()]
                || !self.make_room(column, left)
            {
                return;
            }
        }
    }

    /// Lowers others in a row that leaves a column no room, by about what the column wants of it.
    fn make_room(&mut self, column: ColumnId, wanted: i64) -> bool {
        let rules = self.rules;
        let step = rules.step[column.index()];
        for (row, coefficient) in &rules.rows_of[column.index()] {
            let rule = &rules.rows[*row as usize];
            let Some(upper) = rule.upper.filter(|_| *coefficient > 0) else {
                continue;
            };
            let short = |ledger: &Self, part: i64| {
                coefficient * i128::from(part) - (upper - ledger.activity[*row as usize])
            };
            if short(self, step) <= 0 {
                continue;
            }
            for (other, weight) in &rule.terms {
                let lacks = short(self, wanted);
                if lacks <= 0 {
                    break;
                }
                if *other == column || *weight <= 0 || self.amount(*other) == 0 {
                    continue;
                }
                let spares = self.room_down(*other);
                if spares == 0 {
                    continue;
                }
                let own_step = i128::from(rules.step[other.index()]);
                let part = (lacks + weight * own_step - 1) / (weight * own_step) * own_step;
                let part = spares.min(i64::try_from(part).unwrap_or(i64::MAX));
                self.set(*other, self.amount(*other) - part);
            }
            if short(self, step) > 0 {
                return false;
            }
        }
        true
    }
}
