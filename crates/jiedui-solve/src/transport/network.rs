//! The network as data, and the bounds within which no sum overflows.

use thiserror::Error;

/// Amounts (ends of ranges) are at most this in magnitude: 2^56.
pub const LARGEST_AMOUNT: i64 = 1 << 56;

/// The greatest magnitude of a cost or price in a network with that many nodes.
///
/// The potential of a node is a sum of costs along a path of the tree, with one artificial arc at most,
/// and an artificial arc costs more than any path: (2·nodes + 4) · cost stays below 2^60. With 40,000
/// nodes that leaves costs up to 1.4e13.
pub fn largest_cost(nodes: usize) -> i64 {
    (1 << 60) / (2 * i64::try_from(nodes).unwrap_or(i64::MAX / 4).min(1 << 40) + 4)
}

/// What a node may put into the network: its outflow less its inflow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Terminal {
    /// At least; negative where the node takes out of the network.
    pub least: i64,
    /// At most.
    pub most: i64,
    /// Cost of every unit put in. Taking out a unit costs −price.
    pub price: i64,
}

impl Terminal {
    /// A node that passes on what comes in.
    pub const THROUGH: Self = Self {
        least: 0,
        most: 0,
        price: 0,
    };

    /// Up to `limit` units, for nothing.
    pub const fn supply(limit: i64) -> Self {
        Self {
            least: 0,
            most: limit,
            price: 0,
        }
    }

    /// Takes up to `limit` units, each of which is worth `reward`.
    pub const fn need(limit: i64, reward: i64) -> Self {
        Self {
            least: -limit,
            most: 0,
            price: reward,
        }
    }

    /// Puts in exactly this much; negative: takes out.
    pub const fn exactly(amount: i64) -> Self {
        Self {
            least: amount,
            most: amount,
            price: 0,
        }
    }
}

/// An arc of the network.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FlowArc {
    /// Index of the node that it leaves.
    pub source: u32,
    /// Index of the node that it enters; another than `source`.
    pub target: u32,
    /// Flow at least.
    pub least: i64,
    /// Flow at most.
    pub most: i64,
    /// Cost of every unit of flow.
    pub cost: i64,
}

/// A network; parallel arcs are allowed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Network {
    /// One per node.
    pub terminals: Vec<Terminal>,
    /// In any order.
    pub arcs: Vec<FlowArc>,
}

/// Another objective on the same network.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Costs {
    /// One per node.
    pub prices: Vec<i64>,
    /// One per arc.
    pub costs: Vec<i64>,
}

/// Why a network is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum TransportError {
    /// More than 2^31 nodes or arcs.
    #[error("the network is too large")]
    TooManyParts,
    /// An arc names a node that there is not.
    #[error("arc {0} has no such end")]
    NoSuchNode(usize),
    /// An arc leaves and enters the same node.
    #[error("arc {0} leaves and enters the same node")]
    Loop(usize),
    /// `least` > `most` at an arc.
    #[error("arc {0} has an empty range")]
    EmptyArcRange(usize),
    /// `least` > `most` at a terminal.
    #[error("node {0} has an empty range")]
    EmptyTerminalRange(usize),
    /// Beyond [`LARGEST_AMOUNT`], or the lower ends of all arcs add up to more.
    #[error("an amount is too large to be added up exactly")]
    AmountTooLarge,
    /// Beyond [`largest_cost`].
    #[error("a cost is too large to be added up exactly")]
    CostTooLarge,
    /// A further objective does not have one figure per node and arc.
    #[error("the costs do not fit the network")]
    CostsDoNotFit,
    /// The result of the method did not pass its own check; a defect.
    #[error("the flow found did not pass its check")]
    Unproven,
}

impl Network {
    /// The costs that the network itself states.
    pub fn own_costs(&self) -> Costs {
        Costs {
            prices: self.terminals.iter().map(|node| node.price).collect(),
            costs: self.arcs.iter().map(|arc| arc.cost).collect(),
        }
    }

    /// The same network with other costs, which must have one figure per node and arc.
    pub(crate) fn with_costs(&self, costs: &Costs) -> Self {
        let mut other = self.clone();
        for (terminal, price) in other.terminals.iter_mut().zip(&costs.prices) {
            terminal.price = *price;
        }
        for (arc, cost) in other.arcs.iter_mut().zip(&costs.costs) {
            arc.cost = *cost;
        }
        other
    }

    /// Checks everything that the method relies on.
    ///
    /// *Errors:* [`TransportError`], the first that applies.
    pub(crate) fn check(&self) -> Result<(), TransportError> {
        let nodes = self.terminals.len();
        if nodes + self.arcs.len() >= (1 << 31) - 1 {
            return Err(TransportError::TooManyParts);
        }
        let large = |amount: i64| amount.unsigned_abs() > LARGEST_AMOUNT as u64;
        for (index, node) in self.terminals.iter().enumerate() {
            if node.least > node.most {
                return Err(TransportError::EmptyTerminalRange(index));
            }
            if large(node.least) || large(node.most) {
                return Err(TransportError::AmountTooLarge);
            }
        }
        let mut forced: i128 = 0;
        for (index, arc) in self.arcs.iter().enumerate() {
            if arc.source as usize >= nodes || arc.target as usize >= nodes {
                return Err(TransportError::NoSuchNode(index));
            }
            if arc.source == arc.target {
                return Err(TransportError::Loop(index));
            }
            if arc.least > arc.most {
                return Err(TransportError::EmptyArcRange(index));
            }
            if large(arc.least) || large(arc.most) {
                return Err(TransportError::AmountTooLarge);
            }
            forced += i128::from(arc.least).abs();
        }
        if forced > i128::from(LARGEST_AMOUNT) {
            return Err(TransportError::AmountTooLarge);
        }
        self.own_costs().check(self)
    }
}

impl Costs {
    /// Checks that there is one figure per node and arc, and that none is too large.
    pub(crate) fn check(&self, network: &Network) -> Result<(), TransportError> {
        if self.prices.len() != network.terminals.len() || self.costs.len() != network.arcs.len() {
            return Err(TransportError::CostsDoNotFit);
        }
        let limit = largest_cost(network.terminals.len()).unsigned_abs();
        let fits = |cost: &i64| cost.unsigned_abs() <= limit;
        if self.prices.iter().all(fits) && self.costs.iter().all(fits) {
            Ok(())
        } else {
            Err(TransportError::CostTooLarge)
        }
    }
}
