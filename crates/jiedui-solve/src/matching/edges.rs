//! The candidates of a track as edges from rows to columns, by row, then column.

use super::{NO_PAIR, Shape};
use std::collections::BTreeSet;

/// What each edge is, apart from each other: a search reads columns and costs far more often than the rest.
pub(super) struct Edges {
    /// The first edge of each row, and one past the last.
    first: Vec<usize>,
    columns: Vec<u32>,
    /// −weight, reduced by a reward where the pair is demanded.
    costs: Vec<i64>,
    rows: Vec<u32>,
    formed: Vec<bool>,
}

impl Edges {
    /// The cells of a weight matrix that have a candidate.
    pub(super) fn new(shape: &Shape, weights: &[i64], reward_of_demanded: i64) -> Self {
        let width = shape.columns.len();
        let mut edges = Self {
            first: vec![0],
            columns: Vec::with_capacity(weights.len()),
            costs: Vec::with_capacity(weights.len()),
            rows: Vec::with_capacity(weights.len()),
            formed: Vec::new(),
        };
        for row in 0..shape.rows.len() {
            for (column, weight) in weights[row * width..][..width].iter().enumerate() {
                if *weight != NO_PAIR {
                    edges.columns.push(column as u32);
                    edges.costs.push(-weight);
                    edges.rows.push(row as u32);
                }
            }
            edges.first.push(edges.columns.len());
        }
        edges.formed.resize(edges.columns.len(), false);
        let demanded: BTreeSet<(usize, usize)> = shape.demanded.iter().copied().collect();
        for (row, column) in demanded {
            if let Some(edge) = edges.between(row, column) {
                edges.costs[edge] -= reward_of_demanded;
            }
        }
        edges
    }

    fn between(&self, row: usize, column: usize) -> Option<usize> {
        let (first, last) = (self.first[row], self.first[row + 1]);
        let place = self.columns[first..last].binary_search(&(column as u32));
        place.ok().map(|place| first + place)
    }

    /// Number, column and cost of each edge of a row.
    pub(super) fn of_row(&self, row: usize) -> impl Iterator<Item = (usize, usize, i64)> {
        let edges = self.first[row]..self.first[row + 1];
        let ends = self.columns[edges.clone()]
            .iter()
            .zip(&self.costs[edges.clone()]);
        edges
            .zip(ends)
            .map(|(edge, (column, cost))| (edge, *column as usize, *cost))
    }

    pub(super) fn row(&self, edge: usize) -> usize {
        self.rows[edge] as usize
    }

    pub(super) fn column(&self, edge: usize) -> usize {
        self.columns[edge] as usize
    }

    pub(super) fn cost(&self, edge: usize) -> i64 {
        self.costs[edge]
    }

    pub(super) fn is_formed(&self, edge: usize) -> bool {
        self.formed[edge]
    }

    pub(super) fn form(&mut self, edge: usize) {
        self.formed[edge] = true;
    }

    pub(super) fn dissolve(&mut self, edge: usize) {
        self.formed[edge] = false;
    }

    /// Row and column of each pair that is formed.
    pub(super) fn formed(&self) -> impl Iterator<Item = (usize, usize)> {
        let formed = self
            .formed
            .iter()
            .enumerate()
            .filter(|(_, formed)| **formed);
        formed.map(|(edge, _)| (self.row(edge), self.column(edge)))
    }
}
