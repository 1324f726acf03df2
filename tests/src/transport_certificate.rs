//! Proofs for divisible tracks: that a flow costs no more than any other, or that there is none.
//!
//! Written a second time, on plain slices and apart from the solver, so that a mistake there cannot hide
//! here; what a run claims is checked by `jiedui_verify::certificate`. A network consists of nodes and arcs. Whatever a node puts into the network (its outflow less its
//! inflow) has a range and a price, and so has the flow on every arc. With any potentials p, flow that
//! keeps all balances costs
//!
//! Σ over arcs (c + `p[source]` − `p[target]`) · flow + Σ over nodes (price − `p[node]`) · what the node puts in,
//!
//! because the potentials cancel out. Each term is least at one end of its range; the sum of these least
//! terms is a bound on every flow, and a flow that costs just as much is proved optimal.
//!
//! *Source:* weak duality of linear programs; for cuts, Hoffman's theorem on circulations (1960).

use thiserror::Error;

/// A range of whole numbers with a cost per unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PricedRange {
    /// At least.
    pub least: i64,
    /// At most.
    pub most: i64,
    /// Cost of every unit.
    pub cost: i64,
}

/// A network on slices.
#[derive(Clone, Copy, Debug)]
pub struct TransportNetwork<'a> {
    /// What each node may put into the network, negative for what it takes out.
    pub nodes: &'a [PricedRange],
    /// Source and target of each arc, as indices of nodes.
    pub ends: &'a [(u32, u32)],
    /// What may flow on each arc.
    pub arcs: &'a [PricedRange],
}

/// Why a proof is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum TransportRefusal {
    /// Lists that belong together differ in length.
    #[error("the parts of the proof do not fit together")]
    Mismatch,
    /// An arc joins nodes that there are not.
    #[error("arc {0} has no such end")]
    UnknownNode(usize),
    /// The flow of this arc is out of its range.
    #[error("the flow of arc {0} is out of its range")]
    ArcOutOfRange(usize),
    /// What this node puts in is out of its range.
    #[error("node {0} is out of balance")]
    NodeOutOfRange(usize),
    /// The figures are too large for exact sums.
    #[error("the figures are too large for exact sums")]
    Overflow,
    /// The cost is not the one claimed.
    #[error("the cost is {actual}, claimed is {claimed}")]
    OtherCost {
        /// As stated.
        claimed: i128,
        /// As computed here.
        actual: i128,
    },
    /// The potentials do not prove the flow optimal.
    #[error("the flow costs {cost}, the potentials prove {bound} only")]
    NotProved {
        /// Of the flow.
        cost: i128,
        /// Of the potentials.
        bound: i128,
    },
    /// What must cross the border of the set can cross it.
    #[error("the set of nodes proves nothing")]
    CutProvesNothing,
}

/// Checks that a flow keeps all ranges, costs what is claimed, and that no flow costs less.
///
/// *Errors:* [`TransportRefusal`].
/// *Complexity:* one pass over arcs and nodes, in 128-bit integers.
pub fn check_transport_optimum(
    network: TransportNetwork<'_>,
    flow: &[i64],
    potentials: &[i64],
    claimed: i128,
) -> Result<(), TransportRefusal> {
    check_lengths(network, flow.len(), potentials.len())?;
    let mut balance = vec![0_i128; network.nodes.len()];
    let (mut cost, mut bound) = (0_i128, 0_i128);
    for (index, ((range, (from, to)), amount)) in
        network.arcs.iter().zip(network.ends).zip(flow).enumerate()
    {
        let (from, to) = (*from as usize, *to as usize);
        let (Some(leaves), Some(enters)) = (potentials.get(from), potentials.get(to)) else {
            return Err(TransportRefusal::UnknownNode(index));
        };
        if *amount < range.least || *amount > range.most {
            return Err(TransportRefusal::ArcOutOfRange(index));
        }
        balance[from] += i128::from(*amount);
        balance[to] -= i128::from(*amount);
        let reduced = i128::from(range.cost) + i128::from(*leaves) - i128::from(*enters);
        add_product(&mut cost, range.cost.into(), (*amount).into())?;
        add_product(&mut bound, reduced, cheapest_end(range, reduced))?;
    }
    for (index, ((range, amount), potential)) in network
        .nodes
        .iter()
        .zip(&balance)
        .zip(potentials)
        .enumerate()
    {
        if *amount < i128::from(range.least) || *amount > i128::from(range.most) {
            return Err(TransportRefusal::NodeOutOfRange(index));
        }
        let reduced = i128::from(range.cost) - i128::from(*potential);
        add_product(&mut cost, range.cost.into(), *amount)?;
        add_product(&mut bound, reduced, cheapest_end(range, reduced))?;
    }
    if cost != claimed {
        return Err(TransportRefusal::OtherCost {
            claimed,
            actual: cost,
        });
    }
    if bound == cost {
        Ok(())
    } else {
        Err(TransportRefusal::NotProved { cost, bound })
    }
}

/// Checks that a network has no flow: more must cross the border of a set of nodes than can.
///
/// *Errors:* [`TransportRefusal`].
/// *Complexity:* one pass over arcs and nodes.
pub fn check_transport_cut(
    network: TransportNetwork<'_>,
    inside: &[bool],
) -> Result<(), TransportRefusal> {
    check_lengths(network, network.arcs.len(), inside.len())?;
    // What the set puts in altogether must leave it, and what leaves it must have been put in.
    let (mut put_in_least, mut put_in_most) = (0_i128, 0_i128);
    for (range, _) in network
        .nodes
        .iter()
        .zip(inside)
        .filter(|(_, inside)| **inside)
    {
        put_in_least += i128::from(range.least);
        put_in_most += i128::from(range.most);
    }
    let (mut leaves_least, mut leaves_most) = (0_i128, 0_i128);
    for (index, (range, (from, to))) in network.arcs.iter().zip(network.ends).enumerate() {
        let (Some(from), Some(to)) = (inside.get(*from as usize), inside.get(*to as usize)) else {
            return Err(TransportRefusal::UnknownNode(index));
        };
        let (least, most) = (i128::from(range.least), i128::from(range.most));
        if *from && !*to {
            leaves_least += least;
            leaves_most += most;
        } else if *to && !*from {
            leaves_least -= most;
            leaves_most -= least;
        }
    }
    if put_in_least > leaves_most || leaves_least > put_in_most {
        Ok(())
    } else {
        Err(TransportRefusal::CutProvesNothing)
    }
}

fn check_lengths(
    network: TransportNetwork<'_>,
    arcs: usize,
    nodes: usize,
) -> Result<(), TransportRefusal> {
    let fits =
        network.arcs.len() == arcs && network.ends.len() == arcs && network.nodes.len() == nodes;
    if fits {
        Ok(())
    } else {
        Err(TransportRefusal::Mismatch)
    }
}

fn cheapest_end(range: &PricedRange, reduced: i128) -> i128 {
    if reduced < 0 {
        range.most.into()
    } else {
        range.least.into()
    }
}

fn add_product(sum: &mut i128, factor: i128, amount: i128) -> Result<(), TransportRefusal> {
    let product = factor.checked_mul(amount);
    let added = product.and_then(|product| sum.checked_add(product));
    *sum = added.ok_or(TransportRefusal::Overflow)?;
    Ok(())
}

#[cfg(test)]
mod tests;
