//! The best b-matching of one track: the pricing problem of the decomposition.
//!
//! Rows are recipients, columns are helpers; each has a quota `min..=max` of pairs, each pair may be
//! formed once, some are demanded. Successive shortest augmenting paths with potentials (Ahuja,
//! Magnanti, Orlin: *Network Flows*, 1993, §9.7), in integers throughout, so the optimum is exact.
//!
//! *Complexity:* O(pairs · recipients · helpers) for a dense track.

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
    let mut search = Search::new(shape, weights);
    while search.augment() {}
    search.finish(weights)
}

/// Potentials of rows and columns that prove the greatest weight of a matching: no pair's weight exceeds
/// the sum of its two unless the pair is in a best matching, and a node whose number of pairs could move
/// towards either end of its quota has none.
///
/// Where no matching meets all quotas and demands, weights of 0 make them prove that: every matching
/// would weigh 0, and what they add up to, a pair at most its weight less its potentials and a node its
/// potential times an end of its quota, is negative.
pub fn proving_potentials(shape: &Shape, weights: &[i64]) -> (Vec<i64>, Vec<i64>) {
    let mut search = Search::new(shape, weights);
    while search.augment() {}
    let columns = search.column_potential.iter().map(|potential| -potential);
    (search.row_potential.clone(), columns.collect())
}

const UNREACHED: i64 = i64::MAX;

/// The residual network: source → rows → columns → sink, costs = −weights.
struct Search<'a> {
    shape: &'a Shape,
    width: usize,
    /// Reduced by rewards on demanded pairs; [`NO_PAIR`] where none.
    cost: Vec<i64>,
    matched: Vec<bool>,
    row_degree: Vec<u32>,
    column_degree: Vec<u32>,
    /// Cost of each unit up to the minimum of a quota: so low that it is always worth meeting.
    reward: i64,
    row_potential: Vec<i64>,
    column_potential: Vec<i64>,
    sink_potential: i64,
    // Scratch of one search.
    row_distance: Vec<i64>,
    column_distance: Vec<i64>,
    row_parent: Vec<usize>,
    column_parent: Vec<usize>,
    row_done: Vec<bool>,
    column_done: Vec<bool>,
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
        let mut cost: Vec<i64> = weights
            .iter()
            .map(|weight| if *weight == NO_PAIR { NO_PAIR } else { -weight })
            .collect();
        for (row, column) in &shape.demanded {
            let cell = &mut cost[row * width + column];
            if *cell != NO_PAIR {
                *cell -= 4 * reward;
            }
        }
        let mut search = Self {
            shape,
            width,
            cost,
            matched: vec![false; height * width],
            row_degree: vec![0; height],
            column_degree: vec![0; width],
            reward,
            row_potential: vec![0; height],
            column_potential: vec![UNREACHED; width],
            sink_potential: UNREACHED,
            row_distance: vec![0; height],
            column_distance: vec![0; width],
            row_parent: vec![0; height],
            column_parent: vec![0; width],
            row_done: vec![false; height],
            column_done: vec![false; width],
        };
        search.first_potentials();
        search
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
            for column in 0..self.width {
                let cost = self.cost[row * self.width + column];
                if cost != NO_PAIR {
                    let distance = self.row_potential[row] + cost;
                    let potential = &mut self.column_potential[column];
                    *potential = (*potential).min(distance);
                }
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
        if last == usize::MAX || self.sink_potential + end >= 0 {
            // To do nothing is a path of length 0, so no distance counts beyond that.
            self.move_potentials((-self.sink_potential).max(0));
            return false;
        }
        self.move_potentials(end);
        self.column_degree[last] += 1;
        let mut column = last;
        loop {
            let row = self.column_parent[column];
            self.matched[row * self.width + column] = true;
            if self.row_parent[row] == usize::MAX {
                self.row_degree[row] += 1;
                return true;
            }
            column = self.row_parent[row];
            self.matched[row * self.width + column] = false;
        }
    }

    /// Dijkstra on reduced costs from the source: the distance of the sink and the column it is reached from,
    /// `usize::MAX` if it is not.
    fn shortest_path(&mut self) -> (i64, usize) {
        let (height, width) = (self.shape.rows.len(), self.width);
        for row in 0..height {
            self.row_done[row] = false;
            self.row_parent[row] = usize::MAX;
            // The source has potential 0.
            self.row_distance[row] = match self.row_entry_cost(row) {
                Some(cost) => cost - self.row_potential[row],
                None => UNREACHED,
            };
        }
        self.column_done.fill(false);
        self.column_distance.fill(UNREACHED);
        let mut best_end = (UNREACHED, usize::MAX);
        loop {
            let next_row = nearest(&self.row_distance, &self.row_done);
            let next_column = nearest(&self.column_distance, &self.column_done);
            let distance = next_row.0.min(next_column.0);
            if distance >= best_end.0 {
                break;
            }
            if next_column.0 <= next_row.0 {
                let column = next_column.1;
                self.column_done[column] = true;
                if let Some(cost) = self.column_exit_cost(column) {
                    let end = distance + cost + self.column_potential[column] - self.sink_potential;
                    if end < best_end.0 {
                        best_end = (end, column);
                    }
                }
                for row in 0..height {
                    if self.matched[row * width + column] && !self.row_done[row] {
                        let cost = self.cost[row * width + column];
                        let reduced =
                            -cost + self.column_potential[column] - self.row_potential[row];
                        let through = distance + reduced;
                        if through < self.row_distance[row] {
                            self.row_distance[row] = through;
                            self.row_parent[row] = column;
                        }
                    }
                }
            } else {
                let row = next_row.1;
                self.row_done[row] = true;
                let base = distance + self.row_potential[row];
                let costs = &self.cost[row * width..(row + 1) * width];
                let matched = &self.matched[row * width..(row + 1) * width];
                for column in 0..width {
                    if costs[column] == NO_PAIR || matched[column] || self.column_done[column] {
                        continue;
                    }
                    let through = base + costs[column] - self.column_potential[column];
                    if through < self.column_distance[column] {
                        self.column_distance[column] = through;
                        self.column_parent[column] = row;
                    }
                }
            }
        }
        best_end
    }

    /// Moves every potential by its node's distance, but no further than `level`.
    fn move_potentials(&mut self, level: i64) {
        for (potential, distance) in self.row_potential.iter_mut().zip(&self.row_distance) {
            *potential += (*distance).min(level);
        }
        for (potential, distance) in self.column_potential.iter_mut().zip(&self.column_distance) {
            *potential += (*distance).min(level);
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
        let all_demanded = self
            .shape
            .demanded
            .iter()
            .all(|(row, column)| self.matched[row * self.width + column]);
        if !all_demanded
            || !meets(&self.row_degree, &self.shape.rows)
            || !meets(&self.column_degree, &self.shape.columns)
        {
            return None;
        }
        let pairs: Vec<(usize, usize)> = (0..self.matched.len())
            .filter(|cell| self.matched[*cell])
            .map(|cell| (cell / self.width, cell % self.width))
            .collect();
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

/// The unfinished node of least distance; the first of equals.
fn nearest(distances: &[i64], done: &[bool]) -> (i64, usize) {
    let mut best = (UNREACHED, usize::MAX);
    for (index, distance) in distances.iter().enumerate() {
        if !done[index] && *distance < best.0 {
            best = (*distance, index);
        }
    }
    best
}

#[cfg(test)]
mod tests;
