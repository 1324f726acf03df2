//! A maximum flow in whole numbers, with the side of its minimum cut.
//!
//! Shortest augmenting paths (J. Edmonds, R. M. Karp, J. ACM 19, 1972): enough for the few hundred
//! arcs at a handful of recipients.

use std::collections::VecDeque;

/// A network whose arcs come in twins: arc `2i` and its reverse `2i + 1`.
pub(super) struct Network {
    heads: Vec<usize>,
    left: Vec<i128>,
    arcs: Vec<Vec<usize>>,
}

impl Network {
    pub fn new(nodes: usize) -> Self {
        Self {
            heads: Vec::new(),
            left: Vec::new(),
            arcs: vec![Vec::new(); nodes],
        }
    }

    /// Adds an arc.
    pub fn add(&mut self, tail: usize, head: usize, capacity: i128) {
        for (from, to, left) in [(tail, head, capacity), (head, tail, 0)] {
            self.arcs[from].push(self.heads.len());
            self.heads.push(to);
            self.left.push(left);
        }
    }

    /// The greatest flow from `source` to `sink`, and for each node whether it lies on the source's side
    /// of the minimum cut nearest to the source.
    pub fn solve(mut self, source: usize, sink: usize) -> (i128, Vec<bool>) {
        let mut total = 0;
        loop {
            let mut by: Vec<Option<usize>> = vec![None; self.arcs.len()];
            let mut reached = vec![false; self.arcs.len()];
            reached[source] = true;
            let mut queue = VecDeque::from([source]);
            while let Some(node) = queue.pop_front() {
                for arc in &self.arcs[node] {
                    let head = self.heads[*arc];
                    if self.left[*arc] > 0 && !reached[head] {
                        reached[head] = true;
                        by[head] = Some(*arc);
                        queue.push_back(head);
                    }
                }
            }
            if !reached[sink] {
                return (total, reached);
            }
            let mut path = Vec::new();
            let mut node = sink;
            while let Some(arc) = by[node] {
                path.push(arc);
                node = self.heads[arc ^ 1];
            }
            let pushed = path.iter().map(|arc| self.left[*arc]).min().unwrap_or(0);
            for arc in path {
                self.left[arc] -= pushed;
                self.left[arc ^ 1] += pushed;
            }
            total += pushed;
        }
    }
}
