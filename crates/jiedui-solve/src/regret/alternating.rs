//! What one pair more, or one pair less, costs the best matching of a track: shortest alternating paths.
//!
//! A best matching leaves no cycle of negative cost in its residual network (Ahuja, Magnanti, Orlin:
//! *Network Flows*, 1993, §9.3). So the best matching with a further pair is the matching changed along
//! the shortest way from the pair's helper back to its recipient, and the best one without a pair along
//! the shortest way from its recipient to its helper. Helpers are contracted: ways run from recipient to
//! recipient, and from and to the outside, by which quotas are used up or freed.
//!
//! *Complexity:* O(recipients³ + pairs · helpers) for all pairs of a track together.

use crate::matching::{NO_PAIR, Shape};

/// No way.
const NEVER: i64 = i64::MAX / 4;

/// A best matching, and the shortest ways through its residual network.
pub(crate) struct Alternating<'a> {
    shape: &'a Shape,
    weights: &'a [i64],
    width: usize,
    matched: Vec<bool>,
    /// Rows of each column's pairs that may be dropped.
    holders: Vec<Vec<usize>>,
    column_degree: Vec<u32>,
    /// Cost of the shortest way between rows; the last index is the outside.
    ways: Vec<i64>,
}

impl<'a> Alternating<'a> {
    /// `pairs` is a best matching of `weights`, as [`crate::matching::best_matching`] finds it.
    pub(crate) fn new(shape: &'a Shape, weights: &'a [i64], pairs: &[(usize, usize)]) -> Self {
        let (height, width) = (shape.rows.len(), shape.columns.len());
        let mut matched = vec![false; height * width];
        let mut row_degree = vec![0_u32; height];
        let mut column_degree = vec![0_u32; width];
        let mut holders = vec![Vec::new(); width];
        for (row, column) in pairs {
            matched[row * width + column] = true;
            row_degree[*row] += 1;
            column_degree[*column] += 1;
            if !shape.demanded.contains(&(*row, *column)) {
                holders[*column].push(*row);
            }
        }
        let mut alternating = Self {
            shape,
            weights,
            width,
            matched,
            holders,
            column_degree,
            ways: Vec::new(),
        };
        alternating.ways = alternating.shortest_ways(&row_degree);
        alternating
    }

    fn takes_more(&self, column: usize) -> bool {
        self.column_degree[column] < self.shape.columns[column].max
    }

    fn spares_one(&self, column: usize) -> bool {
        self.column_degree[column] > self.shape.columns[column].min
    }

    /// Weight of a pair that may be formed.
    fn free(&self, row: usize, column: usize) -> Option<i64> {
        let cell = row * self.width + column;
        let weight = self.weights[cell];
        (weight != NO_PAIR && !self.matched[cell]).then_some(weight)
    }

    fn shortest_ways(&self, row_degree: &[u32]) -> Vec<i64> {
        let outside = row_degree.len();
        let nodes = outside + 1;
        let mut ways = vec![NEVER; nodes * nodes];
        let mut shorten = |from: usize, to: usize, cost: i64| {
            let way = &mut ways[from * nodes + to];
            *way = (*way).min(cost);
        };
        for node in 0..nodes {
            shorten(node, node, 0);
        }
        for (row, degree) in row_degree.iter().enumerate() {
            if *degree > self.shape.rows[row].min {
                shorten(row, outside, 0);
            }
            if *degree < self.shape.rows[row].max {
                shorten(outside, row, 0);
            }
        }
        for column in 0..self.width {
            for row in 0..outside {
                let Some(weight) = self.free(row, column) else {
                    continue;
                };
                if self.takes_more(column) {
                    shorten(row, outside, -weight);
                }
                for holder in &self.holders[column] {
                    let held = self.weights[holder * self.width + column];
                    shorten(row, *holder, held - weight);
                }
            }
            if self.spares_one(column) {
                for holder in &self.holders[column] {
                    shorten(outside, *holder, self.weights[holder * self.width + column]);
                }
            }
        }
        for through in 0..nodes {
            for from in 0..nodes {
                let first = ways[from * nodes + through];
                if first == NEVER {
                    continue;
                }
                for to in 0..nodes {
                    let second = ways[through * nodes + to];
                    if second != NEVER {
                        let way = &mut ways[from * nodes + to];
                        *way = (*way).min(first + second);
                    }
                }
            }
        }
        ways
    }

    fn way(&self, from: usize, to: usize) -> i64 {
        self.ways[from * (self.shape.rows.len() + 1) + to]
    }

    /// What the best matching that has this pair weighs less than the best; `None` if there is none.
    pub(crate) fn loss_with(&self, row: usize, column: usize) -> Option<i64> {
        if self.matched[row * self.width + column] {
            return Some(0);
        }
        let weight = self.free(row, column)?;
        let outside = self.shape.rows.len();
        let mut shortest = NEVER;
        let mut try_way = |first: i64, way: i64| {
            if way != NEVER {
                shortest = shortest.min(first + way);
            }
        };
        if self.takes_more(column) {
            try_way(0, self.way(outside, row));
        }
        for holder in &self.holders[column] {
            let held = self.weights[holder * self.width + column];
            try_way(held, self.way(*holder, row));
        }
        (shortest != NEVER).then(|| shortest - weight)
    }

    /// What the best matching without this pair weighs less than the best; `None` if there is none.
    pub(crate) fn loss_without(&self, row: usize, column: usize) -> Option<i64> {
        let cell = row * self.width + column;
        if !self.matched[cell] {
            return Some(0);
        }
        if self.shape.demanded.contains(&(row, column)) {
            return None;
        }
        let outside = self.shape.rows.len();
        let mut shortest = NEVER;
        if self.spares_one(column) {
            shortest = shortest.min(self.way(row, outside));
        }
        for other in 0..outside {
            if let Some(weight) = self.free(other, column)
                && self.way(row, other) != NEVER
            {
                shortest = shortest.min(self.way(row, other) - weight);
            }
        }
        (shortest != NEVER).then(|| shortest + self.weights[cell])
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::matching::{Degree, best_matching};
    use proptest::prelude::*;

    fn degree() -> impl Strategy<Value = Degree> {
        (0_u32..2, 1_u32..4).prop_map(|(min, more)| Degree {
            min,
            max: (min + more).min(3),
        })
    }

    proptest! {
        #[test]
        fn ways_cost_what_solving_again_costs(
            rows in prop::collection::vec(degree(), 1..5),
            columns in prop::collection::vec(degree(), 1..5),
            drawn in prop::collection::vec(prop_oneof![1 => Just(NO_PAIR), 5 => -20_i64..20], 25),
            demands in prop::collection::vec((0_usize..5, 0_usize..5), 0..2),
        ) {
            let (height, width) = (rows.len(), columns.len());
            let weights: Vec<i64> = drawn.into_iter().take(height * width).collect();
            let allowed = |cell: &(usize, usize)| {
                cell.0 < height && cell.1 < width && weights[cell.0 * width + cell.1] != NO_PAIR
            };
            let mut demanded: Vec<(usize, usize)> = demands.into_iter().filter(allowed).collect();
            demanded.dedup();
            let shape = Shape { rows, columns, demanded };
            let Some(best) = best_matching(&shape, &weights) else {
                return Ok(());
            };
            let alternating = Alternating::new(&shape, &weights, &best.pairs);
            for row in 0..height {
                for column in 0..width {
                    if weights[row * width + column] == NO_PAIR {
                        prop_assert_eq!(alternating.loss_with(row, column), None);
                        continue;
                    }
                    let mut with = shape.clone();
                    if !with.demanded.contains(&(row, column)) {
                        with.demanded.push((row, column));
                    }
                    let again = best_matching(&with, &weights);
                    prop_assert_eq!(
                        alternating.loss_with(row, column),
                        again.map(|found| best.weight - found.weight)
                    );
                    if !shape.demanded.contains(&(row, column)) {
                        let mut fewer = weights.clone();
                        fewer[row * width + column] = NO_PAIR;
                        let again = best_matching(&shape, &fewer);
                        prop_assert_eq!(
                            alternating.loss_without(row, column),
                            again.map(|found| best.weight - found.weight)
                        );
                    }
                }
            }
        }
    }
}
