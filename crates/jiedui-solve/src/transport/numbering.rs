//! Numbers for the nodes under which neighbours in the tree are neighbours in memory.
//!
//! Most of the time goes into walking subtrees in preorder, one dependent read after the other. A basis
//! consists of cheap arcs mostly, so the nodes are numbered in the preorder of a forest of cheap arcs: the
//! three cheapest of every node, taken by ascending cost unless they close a cycle (Kruskal). On points in
//! a square, each joined to its nearest, this halves the time of the whole method.

use super::network::Network;

/// Arcs of each node that are considered.
const CHEAPEST: usize = 3;

/// The node at each place of the new order.
pub(super) fn order(network: &Network) -> Vec<u32> {
    let nodes = network.terminals.len();
    let mut arcs = cheapest(network);
    arcs.sort_unstable();
    arcs.dedup();
    let mut leader: Vec<u32> = (0..nodes as u32).collect();
    let mut neighbours: Vec<Vec<u32>> = vec![Vec::new(); nodes];
    for (_, index) in arcs {
        let arc = &network.arcs[index as usize];
        let (one, other) = (find(&mut leader, arc.source), find(&mut leader, arc.target));
        if one != other {
            leader[one as usize] = other;
            neighbours[arc.source as usize].push(arc.target);
            neighbours[arc.target as usize].push(arc.source);
        }
    }
    let mut order = Vec::with_capacity(nodes);
    let mut is_seen = vec![false; nodes];
    let mut open = Vec::new();
    for first in 0..nodes {
        if !is_seen[first] {
            is_seen[first] = true;
            open.push(first as u32);
        }
        while let Some(node) = open.pop() {
            order.push(node);
            // The cheapest neighbour comes next.
            for next in neighbours[node as usize].iter().rev() {
                if !is_seen[*next as usize] {
                    is_seen[*next as usize] = true;
                    open.push(*next);
                }
            }
        }
    }
    order
}

/// Cost and index of the cheapest arcs of each node that anything can flow on.
fn cheapest(network: &Network) -> Vec<(i64, u32)> {
    const NONE: (i64, u32) = (i64::MAX, u32::MAX);
    let mut best = vec![[NONE; CHEAPEST]; network.terminals.len()];
    for (index, arc) in network.arcs.iter().enumerate() {
        if arc.least == arc.most {
            continue;
        }
        for node in [arc.source, arc.target] {
            let best = &mut best[node as usize];
            let mut candidate = (arc.cost, index as u32);
            if candidate < best[CHEAPEST - 1] {
                for known in best {
                    if candidate < *known {
                        std::mem::swap(known, &mut candidate);
                    }
                }
            }
        }
    }
    let known = best.into_iter().flatten();
    known.filter(|arc| *arc != NONE).collect()
}

/// The representative of a node's tree, with the path halved on the way.
fn find(leader: &mut [u32], mut node: u32) -> u32 {
    while leader[node as usize] != node {
        let above = leader[leader[node as usize] as usize];
        leader[node as usize] = above;
        node = above;
    }
    node
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::{FlowArc, Terminal};

    #[test]
    fn order_has_every_node_once_and_keeps_cheap_neighbours_together() {
        // Two chains 0–2–4 and 1–3–5 of cost 1, joined by dear arcs; node 6 stands alone.
        let arc = |source, target, cost| FlowArc {
            source,
            target,
            least: 0,
            most: 9,
            cost,
        };
        let network = Network {
            terminals: vec![Terminal::THROUGH; 7],
            arcs: vec![
                arc(0, 1, 50),
                arc(0, 2, 1),
                arc(4, 2, 1),
                arc(1, 3, 1),
                arc(5, 3, 1),
                arc(2, 3, 60),
            ],
        };
        assert_eq!(order(&network), [0, 2, 4, 1, 3, 5, 6]);
    }
}
