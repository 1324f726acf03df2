//! The first basis: a star around the ground.
//!
//! A node hangs on the ground by its terminal where that leaves room upwards, otherwise by an artificial
//! arc that costs more than any path.
//!
//! A start that sends as much as it can over the cheapest arcs was tried: on 20,000 × 20,000 nodes it took
//! 1.7 times as long in all. It saves no pivots (72,600 instead of 66,100), and its trees are deep from the
//! beginning, so that each pivot costs more.

use super::network::{Network, Terminal};
use super::numbering;
use super::pivot::{AT_LEAST, AT_MOST, NOT_PRICED, PricedArcs};
use super::spanning_tree::{Branch, UNLIMITED};

/// The network as the method sees it: every arc from 0 up, in the order of pricing, terminals last.
pub(super) struct Layout {
    pub(super) priced: PricedArcs,
    /// Room of each arc; relaxed to unlimited where other limits imply it.
    pub(super) width: Vec<i64>,
    /// The arc of the network at each place; terminals are not listed.
    pub(super) original: Vec<u32>,
    /// The node of the network under each number that is used here.
    pub(super) nodes: Vec<u32>,
    /// Lower end of each terminal, relaxed to −unlimited where other limits imply it.
    pub(super) terminal_least: Vec<i64>,
    /// Cost of an artificial arc.
    pub(super) penalty: i64,
}

/// A node before anything is sent.
struct Situation {
    terminal: Terminal,
    /// What the lower ends of the arcs bring in, net.
    excess: i64,
    has_inflow: bool,
    has_outflow: bool,
}

/// Places of the arcs so that neighbours in the network are apart: a block then sees many nodes.
fn spread(count: usize) -> impl Iterator<Item = usize> {
    let stride = ((count as f64).sqrt() as usize).max(1);
    (0..stride).flat_map(move |first| (first..count).step_by(stride))
}

/// The penalty of artificial arcs: more than any path without one.
pub(super) fn penalty(priced: &PricedArcs, nodes: usize) -> i64 {
    let largest = priced.cost.iter().map(|cost| cost.abs()).max();
    (largest.unwrap_or(0) + 1) * (nodes as i64 + 1)
}

/// Lays the network out and chooses the first basis; the branches of all nodes but the ground.
pub(super) fn start(network: &Network) -> (Layout, Vec<Branch>) {
    let order = numbering::order(network);
    let mut number_of = vec![0_u32; order.len()];
    for (number, node) in order.iter().enumerate() {
        number_of[*node as usize] = number as u32;
    }
    let situations = situations(network, &order, &number_of);
    let mut layout = lay_out(network, &situations, order, &number_of);
    let branches = star(&situations, &mut layout);
    (layout, branches)
}

/// By number.
fn situations(network: &Network, order: &[u32], number_of: &[u32]) -> Vec<Situation> {
    let mut situations: Vec<Situation> = order
        .iter()
        .map(|node| Situation {
            terminal: network.terminals[*node as usize],
            excess: 0,
            has_inflow: false,
            has_outflow: false,
        })
        .collect();
    for arc in &network.arcs {
        let is_fixed = arc.least == arc.most;
        let source = &mut situations[number_of[arc.source as usize] as usize];
        source.excess -= arc.least;
        source.has_outflow |= !is_fixed;
        let target = &mut situations[number_of[arc.target as usize] as usize];
        target.excess += arc.least;
        target.has_inflow |= !is_fixed;
    }
    situations
}

fn lay_out(
    network: &Network,
    situations: &[Situation],
    order: Vec<u32>,
    number_of: &[u32],
) -> Layout {
    let (nodes, arcs) = (order.len(), network.arcs.len());
    let ground = nodes as u32;
    let mut layout = Layout {
        priced: PricedArcs::default(),
        width: Vec::with_capacity(arcs + nodes),
        original: Vec::with_capacity(arcs),
        nodes: order,
        terminal_least: Vec::with_capacity(nodes),
        penalty: 0,
    };
    let priced = &mut layout.priced;
    for index in spread(arcs) {
        let arc = &network.arcs[index];
        let ends = [arc.source, arc.target].map(|node| number_of[node as usize]);
        let [source, target] = ends.map(|number| &situations[number as usize]);
        let width = arc.most - arc.least;
        let from_source = !source.has_inflow && width >= source.excess + source.terminal.most;
        let into_target = !target.has_outflow && width >= -(target.excess + target.terminal.least);
        let is_implied = width > 0 && (from_source || into_target);
        priced.ends.push((ends[0], ends[1]));
        priced.cost.push(arc.cost);
        priced
            .state
            .push(if width == 0 { NOT_PRICED } else { AT_LEAST });
        layout
            .width
            .push(if is_implied { UNLIMITED } else { width });
        layout.original.push(index as u32);
    }
    for (number, situation) in situations.iter().enumerate() {
        let terminal = situation.terminal;
        // Without inflow the node puts in what it sends out, which is nothing at least.
        let is_implied = !situation.has_inflow && terminal.least <= -situation.excess;
        let least = if is_implied && terminal.least < terminal.most {
            -UNLIMITED
        } else {
            terminal.least
        };
        priced.ends.push((ground, number as u32));
        priced.cost.push(terminal.price);
        priced.state.push(NOT_PRICED);
        layout.width.push(terminal.most - least);
        layout.terminal_least.push(least);
    }
    layout.penalty = penalty(&layout.priced, nodes);
    layout
}

fn star(situations: &[Situation], layout: &mut Layout) -> Vec<Branch> {
    let (nodes, arcs) = (situations.len(), layout.original.len());
    let mut branches = Vec::with_capacity(nodes + 1);
    for (node, situation) in situations.iter().enumerate() {
        let terminal = situation.terminal;
        let put_in = (-situation.excess).clamp(terminal.least, terminal.most);
        let over = situation.excess + put_in;
        let least = layout.terminal_least[node];
        let hangs_by_terminal = over == 0 && put_in > least;
        branches.push(if hangs_by_terminal {
            Branch {
                parent: nodes as u32,
                size: 1,
                arc: (arcs + node) as u32,
                is_upward: false,
                up: put_in - least,
                down: terminal.most - put_in,
            }
        } else {
            layout.priced.state[arcs + node] = if terminal.least == terminal.most {
                NOT_PRICED
            } else if put_in == terminal.most {
                AT_MOST
            } else {
                AT_LEAST
            };
            Branch {
                parent: nodes as u32,
                size: 1,
                arc: (arcs + nodes + node) as u32,
                is_upward: over >= 0,
                up: if over >= 0 { UNLIMITED } else { -over },
                down: if over >= 0 { over } else { UNLIMITED },
            }
        });
    }
    branches
}
