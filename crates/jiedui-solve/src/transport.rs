//! Minimum-cost flow in integers: the exact way for divisible tracks, which are transportation problems.
//!
//! A network has nodes and arcs, each arc with a range of flow and a cost per unit. What a node puts into
//! the network has a range and a price as well ([`Terminal`]): a supply that need not be used up, a need
//! that is worth something for every unit that is met, a demand that must be met, or nothing at all. Seen
//! from outside, a terminal is an arc from one common node, the ground, so every network is a circulation.
//!
//! The method is the network simplex with strongly feasible trees, which cannot cycle (Cunningham 1976;
//! Ahuja, Magnanti, Orlin: *Network Flows*, 1993, §11), block pricing (Kiraly and Kovacs: *Efficient
//! implementations of minimum-cost flow algorithms*, 2012) and the tree in preorder (Barr, Glover,
//! Klingman: *Enhancements of spanning tree labelling procedures for network optimization*, 1979).
//!
//! Every answer proves itself: an optimum by its potentials ([`certificate::check_optimum`]), that there
//! is no flow by a cut ([`certificate::check_cut`]). Both checks are one pass over the arcs.
//!
//! *Determinism:* the same network gives the same flow: no threads, no clock, no random choice.

pub mod certificate;
mod cut;
mod network;
mod numbering;
mod pivot;
pub mod program;
mod simplex;
mod spanning_tree;
mod start;

pub use network::{
    Costs, FlowArc, LARGEST_AMOUNT, Network, Terminal, TransportError, largest_cost,
};
pub use simplex::{Answer, Cut, Optimum, optimal_face, solve, solve_in_order};

#[cfg(test)]
mod tests;
