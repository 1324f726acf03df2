//! Proofs that need no solver: potentials for an optimum, a cut for the absence of any flow.
//!
//! A network is a circulation once every terminal is seen as an arc from the ground, whose potential is 0.
//! With any potentials p, the flow on an arc costs at least the reduced cost c + `p[source]` − `p[target]`
//! times the end of its range where that is cheaper, because the potentials cancel out along every cycle.
//! These least costs add up to a bound on every flow; a flow that costs no more is optimal.
//! *Source:* Ahuja, Magnanti, Orlin: *Network Flows*, 1993, §9.3; for cuts Hoffman 1960.

use super::network::Network;
use thiserror::Error;

/// Cost and proven bound of a flow; equal for an optimum.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Proof {
    /// Σ cost · flow + Σ price · what the node puts in.
    pub cost: i128,
    /// No flow of the network costs less.
    pub bound: i128,
}

/// Why something is no proof.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum Refusal {
    /// Not one flow per arc, or not one potential or side per node.
    #[error("the proof does not fit the network")]
    WrongLength,
    /// An arc ends nowhere.
    #[error("arc {0} has no such end")]
    NoSuchNode(usize),
    /// A flow outside its arc's range.
    #[error("the flow of arc {0} is out of range")]
    FlowOutOfRange(usize),
    /// A node puts in more or less than its terminal allows.
    #[error("the balance of node {0} is out of range")]
    BalanceOutOfRange(usize),
    /// Figures beyond all bounds.
    #[error("the sums do not fit 128 bits")]
    TooLarge,
    /// The bound of the potentials is below the cost of the flow.
    #[error("the flow costs {}, the potentials prove {} only", .0.cost, .0.bound)]
    Gap(Proof),
    /// What must cross the cut can cross it.
    #[error("the cut proves nothing")]
    CutNotViolated,
}

/// Cost of a flow, after checking that it is one, and the bound that the potentials prove.
///
/// *Errors:* [`Refusal`], but never [`Refusal::Gap`].
/// *Complexity:* one pass over the arcs.
pub fn prove(network: &Network, flow: &[i64], potentials: &[i64]) -> Result<Proof, Refusal> {
    let nodes = network.terminals.len();
    if flow.len() != network.arcs.len() || potentials.len() != nodes {
        return Err(Refusal::WrongLength);
    }
    let mut sums = Sums::default();
    let mut put_in = vec![0_i128; nodes];
    for (index, (arc, amount)) in network.arcs.iter().zip(flow).enumerate() {
        let (source, target) = (arc.source as usize, arc.target as usize);
        if source >= nodes || target >= nodes {
            return Err(Refusal::NoSuchNode(index));
        }
        if !(arc.least..=arc.most).contains(amount) {
            return Err(Refusal::FlowOutOfRange(index));
        }
        put_in[source] += i128::from(*amount);
        put_in[target] -= i128::from(*amount);
        let reduced =
            i128::from(arc.cost) + i128::from(potentials[source]) - i128::from(potentials[target]);
        sums.add(
            arc.cost.into(),
            (*amount).into(),
            reduced,
            arc.least,
            arc.most,
        )?;
    }
    for (node, terminal) in network.terminals.iter().enumerate() {
        let amount = put_in[node];
        if amount < i128::from(terminal.least) || amount > i128::from(terminal.most) {
            return Err(Refusal::BalanceOutOfRange(node));
        }
        let reduced = i128::from(terminal.price) - i128::from(potentials[node]);
        sums.add(
            terminal.price.into(),
            amount,
            reduced,
            terminal.least,
            terminal.most,
        )?;
    }
    Ok(Proof {
        cost: sums.cost,
        bound: sums.bound,
    })
}

/// Checks that flow and potentials prove each other optimal; the cost.
///
/// *Errors:* [`Refusal`].
pub fn check_optimum(network: &Network, flow: &[i64], potentials: &[i64]) -> Result<i128, Refusal> {
    let proof = prove(network, flow, potentials)?;
    if proof.bound == proof.cost {
        Ok(proof.cost)
    } else {
        Err(Refusal::Gap(proof))
    }
}

/// Checks that a set of nodes proves that the network has no flow: more must leave the set than can, or
/// more must enter it than can. How much more.
///
/// *Errors:* [`Refusal`].
pub fn check_cut(network: &Network, inside: &[bool]) -> Result<i128, Refusal> {
    let nodes = network.terminals.len();
    if inside.len() != nodes {
        return Err(Refusal::WrongLength);
    }
    // What the terminals inside put in leaves over the arcs, net; 128 bits hold 2^64 such figures.
    let (mut put_in_least, mut put_in_most) = (0_i128, 0_i128);
    let (mut leaves_least, mut leaves_most) = (0_i128, 0_i128);
    for (terminal, is_inside) in network.terminals.iter().zip(inside) {
        if *is_inside {
            put_in_least += i128::from(terminal.least);
            put_in_most += i128::from(terminal.most);
        }
    }
    for (index, arc) in network.arcs.iter().enumerate() {
        let (source, target) = (arc.source as usize, arc.target as usize);
        if source >= nodes || target >= nodes {
            return Err(Refusal::NoSuchNode(index));
        }
        match (inside[source], inside[target]) {
            (true, false) => {
                leaves_least += i128::from(arc.least);
                leaves_most += i128::from(arc.most);
            }
            (false, true) => {
                leaves_least -= i128::from(arc.most);
                leaves_most -= i128::from(arc.least);
            }
            _ => {}
        }
    }
    let excess = (put_in_least - leaves_most).max(leaves_least - put_in_most);
    if excess > 0 {
        Ok(excess)
    } else {
        Err(Refusal::CutNotViolated)
    }
}

#[derive(Default)]
struct Sums {
    cost: i128,
    bound: i128,
}

impl Sums {
    fn add(
        &mut self,
        cost: i128,
        amount: i128,
        reduced: i128,
        least: i64,
        most: i64,
    ) -> Result<(), Refusal> {
        let cheaper_end = i128::from(if reduced > 0 { least } else { most });
        let parts = cost
            .checked_mul(amount)
            .zip(reduced.checked_mul(cheaper_end));
        let (spent, saved) = parts.ok_or(Refusal::TooLarge)?;
        self.cost = self.cost.checked_add(spent).ok_or(Refusal::TooLarge)?;
        self.bound = self.bound.checked_add(saved).ok_or(Refusal::TooLarge)?;
        Ok(())
    }
}
