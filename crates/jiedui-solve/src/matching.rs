//! The best b-matching of one track: the pricing problem of the decomposition.
//!
//! Rows are recipients, columns are helpers; each has a quota `min..=max` of pairs, each pair may be
//! formed once, some are demanded. Successive shortest augmenting paths with potentials (Ahuja,
//! Magnanti, Orlin: *Network Flows*, 1993, §9.7), in integers throughout, so the optimum is exact.
//!
//! *Complexity:* O(pairs formed · candidates · log nodes); a search ends where it reaches a helper with room.

use edges::Edges;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

mod edges;

/// Marks a cell of the weight matrix without a candidate.
pub const NO_PAIR: i64 = i64::MIN;

/// A quota on one side; `max` is already cut to the number of candidates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Degree {
    /// At least.
    pub min: u32,
    /// At most.
    pub max: u32,
}

/// Shape of a track: who may pair with whom and how often. Weights change, the shape stays.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Quotas of the recipients.
    pub rows: Vec<Degree>,
    /// Quotas of the helpers.
    pub columns: Vec<Degree>,
    /// Cells (row, column) whose pair must be formed.
    pub demanded: Vec<(usize, usize)>,
}

/// A matching of greatest weight, with the potentials that prove it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching {
    /// The cells of the pairs, by row, then column.
    pub pairs: Vec<(usize, usize)>,
    /// Sum of their weights.
    pub weight: i64,
}

/// Weights beyond this magnitude could overflow the path lengths.
pub const LARGEST_WEIGHT: i64 = 1 << 32;

/// Finds the matching of greatest weight that meets all quotas and demands; `None` if there is none.
///
/// `weights` is row-major, [`NO_PAIR`] where there is no candidate, else at most
/// [`LARGEST_WEIGHT`] in magnitude.
pub fn best_matching(shape: &Shape, weights: &[i64]) -> Option<Matching> {
    Search::ended(shape, weights).finish(weights)
}

/// Potentials of rows and columns that prove the greatest weight of a matching: no pair's weight exceeds
/// the sum of its two unless the pair is in a best matching, and a node whose number of pairs could move
/// towards either end of its quota has none.
///
/// Where no matching meets all quotas and demands, weights of 0 make them prove that: every matching
/// would weigh 0, and what they add up to, a pair at most its weight less its potentials and a node its
/// potential times an end of its quota, is negative.
pub fn proving_potentials(shape: &Shape, weights: &[i64]) -> (Vec<i64>, Vec<i64>) {
    Search::ended(shape, weights).potentials()
}

/// The same where a matching meets all quotas and demands; `None` where none does.
pub fn best_potentials(shape: &Shape, weights: &[i64]) -> Option<(Vec<i64>, Vec<i64>)> {
    let search = Search::ended(shape, weights);
    let potentials = search.potentials();
    search.finish(weights).map(|_| potentials)
}

const UNREACHED: i64 = i64::MAX;
/// No edge.
const NONE: usize = usize::MAX;

/// The residual network: source → rows → columns → sink, costs = −weights.
struct Search<'a> {
    shape: &'a Shape,
    width: usize,
    edges: Edges,
    /// The matched edges of each column.
    matched_of: Vec<Vec<usize>>,
    row_degree: Vec<u32>,
    column_degree: Vec<u32>,
    /// Cost of each unit up to the minimum of a quota: so low that it is always worth meeting.
    reward: i64,
    row_potential: Vec<i64>,
    column_potential: Vec<i64>,
    sink_potential: i64,
    // Scratch of one search.
    row_distance: Vec<i64>,
    /// Distance of each column by costs as they are, potential added; one beyond the cutoff where it is not reached.
    column_length: Vec<i64>,
    /// The edge that each node is reached by.
    row_parent: Vec<usize>,
    column_parent: Vec<usize>,
    row_done: Vec<bool>,
    column_done: Vec<bool>,
    /// No path to the sink need be longer than this one, which is known.
    cutoff: i64,
    /// Nodes reached and not settled, nearest first and columns before rows; those reached again more
    /// shortly stand twice. Rows are numbered after the columns.
    reached: BinaryHeap<Reverse<(i64, usize)>>,
}

impl<'a> Search<'a> {
    fn new(shape: &'a Shape, weights: &[i64]) -> Self {
        let (height, width) = (shape.rows.len(), shape.columns.len());
        let largest = weights
            .iter()
            .filter(|weight| **weight != NO_PAIR)
            .map(|weight| weight.abs())
            .max();
        // One unit short of a minimum must cost more than any rearrangement of pairs can bring.
        let reward = (largest.unwrap_or(0) + 1) * (2 * (height + width) as i64 + 2);
        let mut search = Self {
            shape,
            width,
            edges: Edges::new(shape, weights, 4 * reward),
            matched_of: vec![Vec::new(); width],
            row_degree: vec![0; height],
            column_degree: vec![0; width],
            reward,
            row_potential: vec![0; height],
            column_potential: vec![UNREACHED; width],
            sink_potential: UNREACHED,
            row_distance: vec![0; height],
            column_length: vec![0; width],
            row_parent: vec![NONE; height],
            column_parent: vec![NONE; width],
            row_done: vec![false; height],
            column_done: vec![false; width],
            cutoff: UNREACHED,
            reached: BinaryHeap::new(),
        };
        search.first_potentials();
        search
    }

    /// One that has found all that it can.
    fn ended(shape: &'a Shape, weights: &[i64]) -> Self {
        let mut search = Self::new(shape, weights);
        while search.augment() {}
        search
    }

    /// Potentials of rows and of columns.
    fn potentials(&self) -> (Vec<i64>, Vec<i64>) {
        let columns = self.column_potential.iter().map(|potential| -potential);
        (self.row_potential.clone(), columns.collect())
    }

    fn row_entry_cost(&self, row: usize) -> Option<i64> {
        entry_cost(self.row_degree[row], self.shape.rows[row], self.reward)
    }

    fn column_exit_cost(&self, column: usize) -> Option<i64> {
        entry_cost(
            self.column_degree[column],
            self.shape.columns[column],
            self.reward,
        )
    }

    /// Shortest distances from the source in the empty network, which has no cycle.
    fn first_potentials(&mut self) {
        for row in 0..self.shape.rows.len() {
            // A row that takes nobody is never entered; any potential that keeps costs reduced serves.
            self.row_potential[row] = self.row_entry_cost(row).unwrap_or(0);
        }
        for row in 0..self.shape.rows.len() {
            for (_, column, cost) in self.edges.of_row(row) {
                let distance = self.row_potential[row] + cost;
                let potential = &mut self.column_potential[column];
                *potential = (*potential).min(distance);
            }
        }
        for column in 0..self.width {
            if self.column_potential[column] == UNREACHED {
                self.column_potential[column] = 0;
            }
            if let Some(cost) = self.column_exit_cost(column) {
                self.sink_potential = self
                    .sink_potential
                    .min(self.column_potential[column] + cost);
            }
        }
    }

    /// Augments along one shortest path if that lowers the cost; `false` when none does. Then the potentials
    /// prove the matching: that of the sink counts as 0.
    fn augment(&mut self) -> bool {
        if self.sink_potential == UNREACHED {
            return false;
        }
        let (end, last) = self.shortest_path();
        if last == NONE || self.sink_potential + end >= 0 {
            // To do nothing is a path of length 0, so no distance counts beyond that.
            self.move_potentials((-self.sink_potential).max(0));
            return false;
        }
        self.move_potentials(end);
        self.column_degree[last] += 1;
        let mut column = last;
        loop {
            let edge = self.column_parent[column];
            self.edges.form(edge);
            self.matched_of[column].push(edge);
            let row = self.edges.row(edge);
            let before = self.row_parent[row];
            if before == NONE {
                self.row_degree[row] += 1;
                return true;
            }
            self.edges.dissolve(before);
            column = self.edges.column(before);
            self.matched_of[column].retain(|known| *known != before);
        }
    }

    /// Dijkstra on reduced costs from the source: the distance of the sink and the column it is reached from,
    /// [`NONE`] if it is not.
    fn shortest_path(&mut self) -> (i64, usize) {
        let mut reached = std::mem::take(&mut self.reached).into_vec();
        reached.clear();
        // To do nothing is a path of length 0, so none that is longer is of use.
        self.cutoff = (-self.sink_potential).max(0);
        self.row_done.fill(false);
        self.row_parent.fill(NONE);
        self.column_done.fill(false);
        self.column_length.fill(UNREACHED);
        self.shorten(self.cutoff);
        for row in 0..self.shape.rows.len() {
            // The source has potential 0.
            self.row_distance[row] = match self.row_entry_cost(row) {
                Some(cost) => cost - self.row_potential[row],
                None => UNREACHED,
            };
            if self.row_distance[row] <= self.cutoff {
                reached.push(Reverse((self.row_distance[row], self.width + row)));
            }
        }
        self.reached = BinaryHeap::from(reached);
        let mut best_end = (UNREACHED, NONE);
        while let Some(Reverse((distance, node))) = self.reached.pop() {
            if distance >= best_end.0 {
                break;
            }
            if let Some(row) = node.checked_sub(self.width) {
                if !std::mem::replace(&mut self.row_done[row], true) {
                    self.leave_row(row, distance);
                }
            } else if !std::mem::replace(&mut self.column_done[node], true) {
                if let Some(end) = self.end_through(node, distance)
                    && end < best_end.0
                {
                    best_end = (end, node);
                }
                self.leave_column(node, distance);
            }
        }
        best_end
    }

    /// Reaches columns from a row, by pairs that are not formed.
    fn leave_row(&mut self, row: usize, distance: i64) {
        let base = distance + self.row_potential[row];
        let mut cutoff = self.cutoff;
        for (edge, column, cost) in self.edges.of_row(row) {
            let length = base + cost;
            if length >= self.column_length[column] || self.edges.is_formed(edge) {
                continue;
            }
            let through = length - self.column_potential[column];
            if through > cutoff {
                continue;
            }
            self.column_length[column] = length;
            self.column_parent[column] = edge;
            self.reached.push(Reverse((through, column)));
            if let Some(end) = self.end_through(column, through) {
                cutoff = cutoff.min(end);
            }
        }
        if cutoff < self.cutoff {
            self.shorten(cutoff);
        }
    }

    /// Lets no path count that is longer than this one.
    fn shorten(&mut self, cutoff: i64) {
        self.cutoff = cutoff;
        for (length, potential) in self.column_length.iter_mut().zip(&self.column_potential) {
            *length = (*length).min(potential + cutoff + 1);
        }
    }

    /// Distance of the sink from a column at this distance, where the column has room.
    fn end_through(&self, column: usize, distance: i64) -> Option<i64> {
        let cost = self.column_exit_cost(column)?;
        Some(distance + cost + self.column_potential[column] - self.sink_potential)
    }

    /// Reaches rows from a column, by the pairs that it has.
    fn leave_column(&mut self, column: usize, distance: i64) {
        for edge in &self.matched_of[column] {
            let row = self.edges.row(*edge);
            let reduced =
                self.column_potential[column] - self.edges.cost(*edge) - self.row_potential[row];
            let through = distance + reduced;
            let is_nearer = through < self.row_distance[row] && through <= self.cutoff;
            if is_nearer && !self.row_done[row] {
                self.row_distance[row] = through;
                self.row_parent[row] = *edge;
                self.reached.push(Reverse((through, self.width + row)));
            }
        }
    }

    /// Moves every potential by its node's distance, but no further than `level`.
    fn move_potentials(&mut self, level: i64) {
        for (potential, distance) in self.row_potential.iter_mut().zip(&self.row_distance) {
            *potential += (*distance).min(level);
        }
        for (potential, length) in self.column_potential.iter_mut().zip(&self.column_length) {
            *potential = (*potential + level).min(*length);
        }
        self.sink_potential += level;
    }

    fn finish(self, weights: &[i64]) -> Option<Matching> {
        let meets = |degrees: &[u32], quotas: &[Degree]| {
            degrees
                .iter()
                .zip(quotas)
                .all(|(degree, quota)| *degree >= quota.min)
        };
        let pairs: Vec<(usize, usize)> = self.edges.formed().collect();
        let all_demanded = self
            .shape
            .demanded
            .iter()
            .all(|demanded| pairs.binary_search(demanded).is_ok());
        if !all_demanded
            || !meets(&self.row_degree, &self.shape.rows)
            || !meets(&self.column_degree, &self.shape.columns)
        {
            return None;
        }
        let weight = pairs
            .iter()
            .map(|(row, column)| weights[row * self.width + column])
            .sum();
        Some(Matching { pairs, weight })
    }
}

/// Cost of one more unit at a node: a reward below its minimum, nothing up to its maximum.
fn entry_cost(degree: u32, quota: Degree, reward: i64) -> Option<i64> {
    if degree < quota.min {
        Some(-reward)
    } else if degree < quota.max {
        Some(0)
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
