//! Where no flow meets all demands: the cut that shows it.

use super::network::Network;

/// A node that is left with more than it can pass on, or with less than it must.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stuck {
    pub(super) node: usize,
    pub(super) has_too_much: bool,
}

/// The nodes that the surplus can reach over arcs with room, or from which the shortage can be reached.
///
/// `flow` leaves only what is stuck undone, and no other flow leaves less.
pub(super) fn around(network: &Network, flow: &[i64], stuck: Stuck) -> Vec<bool> {
    let nodes = network.terminals.len();
    // Arcs with room out of (surplus) or into (shortage) each node, with the node at the far end.
    let mut first = vec![0_usize; nodes + 1];
    let mut steps: Vec<(u32, u32)> = Vec::new();
    for (arc, amount) in network.arcs.iter().zip(flow) {
        if *amount < arc.most {
            steps.push((arc.source, arc.target));
        }
        if *amount > arc.least {
            steps.push((arc.target, arc.source));
        }
    }
    if !stuck.has_too_much {
        for step in &mut steps {
            *step = (step.1, step.0);
        }
    }
    steps.sort_unstable();
    for (from, _) in &steps {
        first[*from as usize + 1] += 1;
    }
    for node in 0..nodes {
        first[node + 1] += first[node];
    }
    let mut inside = vec![false; nodes];
    inside[stuck.node] = true;
    let mut open = vec![stuck.node];
    while let Some(node) = open.pop() {
        for (_, next) in &steps[first[node]..first[node + 1]] {
            let next = *next as usize;
            if !inside[next] {
                inside[next] = true;
                open.push(next);
            }
        }
    }
    inside
}
