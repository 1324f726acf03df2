//! Annealing over the sets of pairs of the leading track.

use super::curve::Wanted;
use super::model::Leading;
use super::seats::{Change, Seats};
use super::split::{Worth, share_out};
use crate::search::aim::Start;
use crate::search::few::Few;
use crate::search::random::Random;
use crate::watch::Watch;

/// Temperature at the end, in typical gains of a pair.
const COLD: f64 = 0.006;
/// What missing one typical target costs, in typical gains, at the beginning and the end.
const LENIENT: f64 = 4.0;
const STRICT: f64 = 400.0;

/// Moves after which what the pool's means are worth is found anew, where a curve is to be kept.
const REPRICE: usize = 4096;
/// Times that it is found anew for a set of pairs that stays: what helpers give depends on it.
const REPRICINGS: usize = 3;

/// A set of pairs of the leading track, and what recipients are to get by it.
pub struct Choice {
    /// The pairs, with the parts of their helpers' means.
    pub pairs: Start,
    /// By row of the track, helper and pool together, 万元.
    pub wanted: Vec<f64>,
}

/// The best set of pairs found from a first one, the pool leaving `margin` (万元) unused; `None` where no
/// set was found that reaches every target. Where a curve is to be kept, the set at which the search ends will
/// do: what it misses is a little of what an ideal pool could bring, and is made up for by the turns that follow.
///
/// `hot` is the temperature at the beginning, in typical gains of a pair.
/// `first` is the helper's column of each row and obeys the quotas.
pub fn choose(
    leading: &Leading,
    first: &[usize],
    margin: f64,
    (moves, hot): (usize, f64),
    seed: u64,
    watch: &dyn Watch,
) -> Option<Choice> {
    Chain::new(leading, first, margin, seed).run(moves, hot, watch)
}

/// What recipients are to get with these helpers, by row the column of each.
pub fn wanted_by(leading: &Leading, column_of: &[usize]) -> Wanted {
    let mut chain = Chain::new(leading, column_of, 0.0, 0);
    for _ in 0..REPRICINGS {
        chain.reprice();
    }
    chain.wanted
}

struct Chain<'a> {
    leading: &'a Leading,
    margin: f64,
    wanted: Wanted,
    random: Random,
    seats: Seats,
    worth: Vec<Worth>,
    spent: Vec<f64>,
    /// What is spent, descending.
    sorted: Vec<f64>,
}

impl<'a> Chain<'a> {
    fn new(leading: &'a Leading, first: &[usize], margin: f64, seed: u64) -> Self {
        let helpers = leading.helpers.len();
        let mut chain = Self {
            leading,
            margin,
            wanted: Wanted::targets(leading),
            random: Random::new(seed),
            seats: Seats::new(first, helpers),
            worth: vec![Worth::default(); helpers],
            spent: vec![0.0; first.len()],
            sorted: vec![0.0; first.len()],
        };
        for column in 0..helpers {
            chain.value_helper(column);
        }
        chain.reprice();
        chain
    }

    /// What recipients are to get, at the price at which the pool spends all it has.
    fn reprice(&mut self) {
        let Some(curve) = &self.leading.curve else {
            return;
        };
        let mut given = vec![0.0; self.seats.column_of.len()];
        let mut spent = self.spent.clone();
        for (column, rows) in self.seats.rows_of.iter().enumerate() {
            let note = |row: usize, amount: f64| given[row] = amount;
            share_out(self.leading, &self.wanted, column, rows, &mut spent, note);
        }
        self.wanted = Wanted::at_price_of(self.leading, curve, &given, self.means());
        for column in 0..self.seats.rows_of.len() {
            self.value_helper(column);
        }
    }

    /// What the pool could spend in all, 万元.
    fn means(&self) -> f64 {
        self.leading.pool_sum.last().copied().unwrap_or(0.0) - self.margin
    }

    fn run(mut self, moves: usize, hot: f64, watch: &dyn Watch) -> Option<Choice> {
        let rows = self.seats.column_of.len();
        let gain = typical_gain(self.leading);
        let target = self.leading.target.iter().sum::<f64>() / rows.max(1) as f64;
        if gain <= 0.0 || target <= 0.0 {
            return None;
        }
        let mut best: Option<(f64, Vec<usize>)> = None;
        for count in 0..moves {
            if count % REPRICE == 0 {
                if watch.stop().is_some() {
                    break;
                }
                self.reprice();
            }
            let progress = count as f64 / moves as f64;
            let temperature = gain * hot * (COLD / hot).powf(progress);
            let penalty = gain * LENIENT * (STRICT / LENIENT).powf(progress) / target;
            let before = self.total();
            let Some(change) = self.seats.propose(self.leading, &mut self.random) else {
                continue;
            };
            let saved = self.apply(change);
            let after = self.total();
            let rise =
                (after.value - penalty * after.missed) - (before.value - penalty * before.missed);
            if rise >= 0.0 || self.random.unit() < (rise / temperature).exp() {
                let better = best
                    .as_ref()
                    .is_none_or(|(value, _)| after.value > value + 1e-12);
                if after.missed < 1e-6 * target && better {
                    best = Some((after.value, self.seats.column_of.clone()));
                }
            } else {
                self.undo(change, saved);
            }
        }
        let column_of = match best {
            Some((_, column_of)) => column_of,
            None if self.leading.curve.is_some() => self.seats.column_of.clone(),
            None => return None,
        };
        let mut chosen = Chain::new(self.leading, &column_of, self.margin, 0);
        chosen.wanted = self.wanted;
        chosen.reprice();
        Some(Choice {
            pairs: pairs_of(self.leading, &chosen.wanted, &column_of),
            wanted: chosen.wanted.amounts,
        })
    }

    fn apply(&mut self, change: Change) -> Saved {
        let saved = Saved {
            worth: (self.worth[change.from], self.worth[change.to]),
            spent: [change.from, change.to]
                .into_iter()
                .flat_map(|column| self.seats.rows_of[column].iter())
                .map(|row| (*row, self.spent[*row]))
                .collect(),
        };
        self.seats.shift(change);
        self.value_helper(change.from);
        self.value_helper(change.to);
        saved
    }

    fn undo(&mut self, change: Change, saved: Saved) {
        self.seats.shift(change.reversed());
        (self.worth[change.from], self.worth[change.to]) = saved.worth;
        for (row, spent) in saved.spent {
            take_out(&mut self.sorted, self.spent[row]);
            put_in(&mut self.sorted, spent);
            self.spent[row] = spent;
        }
    }

    fn value_helper(&mut self, column: usize) {
        let rows = &self.seats.rows_of[column];
        for row in rows {
            take_out(&mut self.sorted, self.spent[*row]);
        }
        self.worth[column] = share_out(
            self.leading,
            &self.wanted,
            column,
            rows,
            &mut self.spent,
            |_, _| {},
        );
        for row in rows {
            put_in(&mut self.sorted, self.spent[*row]);
        }
    }

    /// The whole set: all helpers, and what it asks of the pool beyond what that can bring.
    fn total(&self) -> Worth {
        let mut total = Worth::default();
        for worth in &self.worth {
            total.value += worth.value;
            total.lifted += worth.lifted;
            total.missed += worth.missed;
        }
        let (mut sum, mut worst) = (0.0, 0.0_f64);
        let rows = self.sorted.len() as f64;
        for (count, spent) in self.sorted.iter().enumerate() {
            sum += spent;
            let unused = self.margin + self.leading.lift;
            let margin = unused * (count + 1) as f64 / rows;
            worst = worst.max(sum + margin - self.leading.pool_sum[count + 1]);
        }
        total.missed += worst;
        if let Some(curve) = &self.leading.curve
            && self.wanted.price > 0.0
        {
            let reached = total.lifted + self.wanted.price * self.means();
            total.missed += (curve.keep - reached).max(0.0) / self.wanted.price;
        }
        total
    }
}

struct Saved {
    worth: (Worth, Worth),
    spent: Few<(usize, f64)>,
}

/// Takes one of several equal numbers out of a descending list.
fn take_out(sorted: &mut Vec<f64>, number: f64) {
    let place = sorted.partition_point(|known| *known > number);
    if place < sorted.len() {
        sorted.remove(place);
    }
}

fn put_in(sorted: &mut Vec<f64>, number: f64) {
    let place = sorted.partition_point(|known| *known > number);
    sorted.insert(place, number);
}

/// How far the gains of a recipient's candidates typically lie apart.
pub fn typical_gain(leading: &Leading) -> f64 {
    let width = leading.helpers.len();
    let mut spreads: Vec<f64> = leading
        .cells
        .chunks(width)
        .filter_map(|row| {
            let gains = row.iter().flatten().map(|cell| cell.gain);
            let (low, high) = gains
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), gain| {
                    (low.min(gain), high.max(gain))
                });
            (high > low).then_some(0.5 * (high - low))
        })
        .collect();
    spreads.sort_by(f64::total_cmp);
    spreads.get(spreads.len() / 2).copied().unwrap_or(0.0)
}

/// The pairs with the parts of their helpers' means; what a helper would keep goes to all alike.
fn pairs_of(leading: &Leading, wanted: &Wanted, column_of: &[usize]) -> Start {
    let mut spent = vec![0.0; column_of.len()];
    let mut pairs = Vec::with_capacity(column_of.len());
    for column in 0..leading.helpers.len() {
        let rows: Vec<usize> = (0..column_of.len())
            .filter(|row| column_of[*row] == column)
            .collect();
        let mut amounts = Vec::with_capacity(rows.len());
        share_out(leading, wanted, column, &rows, &mut spent, |row, amount| {
            amounts.push((row, amount));
        });
        let used: f64 = amounts.iter().map(|(_, amount)| amount).sum();
        for (row, amount) in &amounts {
            let share = if amounts.len() == 1 || used <= 0.0 {
                1.0 / amounts.len() as f64
            } else {
                amount / used
            };
            if let Some(cell) = leading.cell(*row, column) {
                pairs.push((cell.spot, share));
            }
        }
    }
    pairs.sort_by_key(|(spot, _)| *spot);
    pairs
}
