//! The method: price, walk the cycle, send, exchange, until nothing pays.

use super::certificate::{check_cut, check_optimum};
use super::cut::{Stuck, around};
use super::network::{Costs, Network, TransportError};
use super::pivot::{AT_LEAST, AT_MOST, NOT_PRICED, Pricing, reduced_cost};
use super::spanning_tree::{Branch, SpanningTree};
use super::start::{Layout, penalty, start};

/// A flow of least cost with its proof.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Optimum {
    /// One per arc.
    pub flow: Vec<i64>,
    /// One per node; the ground has 0. See [`super::certificate`].
    pub potentials: Vec<i64>,
    /// Σ cost · flow + Σ price · what the node puts in.
    pub cost: i128,
    /// Exchanges of basis.
    pub pivots: u64,
}

/// Nodes across whose border more must flow than can: there is no flow at all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cut {
    /// One per node.
    pub inside: Vec<bool>,
    /// By how much.
    pub excess: i128,
}

/// What became of a network.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// The optimum; with several objectives one per objective, each on the optima of those before.
    Optimal(Vec<Optimum>),
    /// No flow keeps all ranges.
    Infeasible(Cut),
}

/// The flow of least cost.
///
/// *Errors:* [`TransportError`].
/// *Determinism:* the same network gives the same flow.
pub fn solve(network: &Network) -> Result<Answer, TransportError> {
    solve_in_order(network, &[])
}

/// The flow of least cost, and among those the one of least cost by the next objective, and so on.
///
/// One [`Optimum`] per objective, the network's own first. The proof of each is that of the objectives
/// before it together with a check on the network that [`optimal_face`] leaves of them.
///
/// *Errors:* [`TransportError`].
pub fn solve_in_order(network: &Network, later: &[Costs]) -> Result<Answer, TransportError> {
    network.check()?;
    for costs in later {
        costs.check(network)?;
    }
    let mut simplex = Simplex::new(network);
    simplex.run();
    if let Some(stuck) = simplex.stuck() {
        let inside = around(network, &simplex.flow(network), stuck);
        let excess = check_cut(network, &inside).map_err(|_| TransportError::Unproven)?;
        return Ok(Answer::Infeasible(Cut { inside, excess }));
    }
    let mut optima = vec![simplex.optimum(network)?];
    let mut face = network.clone();
    for costs in later {
        if let Some(before) = optima.last() {
            face = optimal_face(&face, before).with_costs(costs);
        }
        simplex.hold_what_costs();
        simplex.set_costs(costs);
        simplex.run();
        optima.push(simplex.optimum(&face)?);
    }
    Ok(Answer::Optimal(optima))
}

/// The network whose flows are exactly the optimal ones: what has a reduced cost is held where it is.
///
/// *Source:* complementary slackness.
pub fn optimal_face(network: &Network, optimum: &Optimum) -> Network {
    let mut face = network.clone();
    let hold = |reduced: i128, least: &mut i64, most: &mut i64| match reduced.signum() {
        1 => *most = *least,
        -1 => *least = *most,
        _ => {}
    };
    let potential = |node: usize| i128::from(optimum.potentials[node]);
    for arc in &mut face.arcs {
        let reduced =
            i128::from(arc.cost) + potential(arc.source as usize) - potential(arc.target as usize);
        hold(reduced, &mut arc.least, &mut arc.most);
    }
    for (node, terminal) in face.terminals.iter_mut().enumerate() {
        let reduced = i128::from(terminal.price) - potential(node);
        hold(reduced, &mut terminal.least, &mut terminal.most);
    }
    face
}

struct Simplex {
    layout: Layout,
    nodes: usize,
    arcs: usize,
    tree: SpanningTree,
    /// One per node by number, the ground last; see [`reduced_cost`].
    potentials: Vec<i64>,
    /// End of the range at which each arc outside the basis rests; kept apart from the state once arcs
    /// are held.
    resting: Option<Vec<i8>>,
    pivots: u64,
}

impl Simplex {
    fn new(network: &Network) -> Self {
        let nodes = network.terminals.len();
        let (layout, mut branches) = start(network);
        branches.push(Branch {
            parent: nodes as u32,
            size: 1,
            arc: u32::MAX,
            is_upward: false,
            up: 0,
            down: 0,
        });
        let mut simplex = Self {
            layout,
            nodes,
            arcs: network.arcs.len(),
            tree: SpanningTree::new(branches),
            potentials: vec![0; nodes + 1],
            resting: None,
            pivots: 0,
        };
        simplex.recompute_potentials();
        simplex
    }

    fn cost_of(&self, arc: u32) -> i64 {
        match self.layout.priced.cost.get(arc as usize) {
            Some(cost) => *cost,
            None => self.layout.penalty,
        }
    }

    fn recompute_potentials(&mut self) {
        self.potentials[self.nodes] = 0;
        let order: Vec<usize> = self.tree.subtree(self.nodes).skip(1).collect();
        for node in order {
            let branch = self.tree.branches()[node];
            let cost = self.cost_of(branch.arc);
            let above = self.potentials[branch.parent as usize];
            self.potentials[node] = if branch.is_upward {
                above - cost
            } else {
                above + cost
            };
        }
    }

    fn run(&mut self) {
        let mut pricing = Pricing::new(self.layout.priced.cost.len());
        while let Some(entering) = pricing.entering(&self.layout.priced, &self.potentials) {
            self.pivot(entering);
        }
    }

    fn pivot(&mut self, entering: usize) {
        self.pivots += 1;
        let priced = &mut self.layout.priced;
        let (source, target) = priced.ends[entering];
        let reduced = reduced_cost(priced.cost[entering], &self.potentials, source, target);
        let (source, target) = (source as usize, target as usize);
        let state = priced.state[entering];
        let width = self.layout.width[entering];
        // Flow goes over the arc if it grows from its lower end, against it if it shrinks.
        let (tail, head) = if state == AT_LEAST {
            (source, target)
        } else {
            (target, source)
        };
        let blocking = self.tree.blocking(tail, head, width);
        self.tree.send(tail, head, &blocking);
        let Some(leaving) = blocking.leaving else {
            priced.state[entering] = -state;
            return;
        };
        let (inner, outer) = if leaving.on_way_down {
            (tail, head)
        } else {
            (head, tail)
        };
        let is_upward = inner == source;
        // Room over the arc and against it after sending.
        let (over, against) = if state == AT_LEAST {
            (width - blocking.amount, blocking.amount)
        } else {
            (blocking.amount, width - blocking.amount)
        };
        let branch = Branch {
            parent: outer as u32,
            size: 0,
            arc: entering as u32,
            is_upward,
            up: if is_upward { over } else { against },
            down: if is_upward { against } else { over },
        };
        let left = self.tree.exchange(leaving.node, inner, branch, &blocking);
        priced.state[entering] = NOT_PRICED;
        if (left.arc as usize) < priced.state.len() {
            // On the way down the room downwards ran out, on the way up that upwards.
            let is_full = leaving.on_way_down != left.is_upward;
            priced.state[left.arc as usize] = if is_full { AT_MOST } else { AT_LEAST };
        }
        let change = if is_upward { -reduced } else { reduced };
        // Only differences count, so the smaller side may move.
        if 2 * self.tree.size_of(inner) <= self.nodes {
            for node in self.tree.subtree(inner) {
                self.potentials[node] = self.potentials[node].wrapping_add(change);
            }
        } else {
            for node in self.tree.outside(inner) {
                self.potentials[node] = self.potentials[node].wrapping_sub(change);
            }
        }
    }

    /// A node whose artificial arc carries flow, if any.
    fn stuck(&self) -> Option<Stuck> {
        let first_artificial = (self.arcs + self.nodes) as u32;
        self.tree
            .branches()
            .iter()
            .find(|branch| branch.arc >= first_artificial && branch.flow() > 0)
            .map(|branch| Stuck {
                node: self.layout.nodes[(branch.arc - first_artificial) as usize] as usize,
                // The ground is the root: upward means from the node to the ground.
                has_too_much: branch.is_upward,
            })
    }

    fn flow(&self, network: &Network) -> Vec<i64> {
        let mut flow = vec![0; self.arcs];
        for (place, original) in self.layout.original.iter().enumerate() {
            let arc = &network.arcs[*original as usize];
            let state = match (&self.resting, self.layout.priced.state[place]) {
                (Some(resting), NOT_PRICED) => resting[place],
                (_, state) => state,
            };
            flow[*original as usize] = if state == AT_MOST {
                arc.most
            } else {
                arc.least
            };
        }
        for branch in self.tree.branches() {
            if let Some(original) = self.layout.original.get(branch.arc as usize) {
                let arc = &network.arcs[*original as usize];
                flow[*original as usize] = arc.least + branch.flow();
            }
        }
        flow
    }

    fn optimum(&self, network: &Network) -> Result<Optimum, TransportError> {
        let flow = self.flow(network);
        let ground = self.potentials[self.nodes];
        let mut potentials = vec![0; self.nodes];
        for (node, potential) in self.layout.nodes.iter().zip(&self.potentials) {
            potentials[*node as usize] = potential.wrapping_sub(ground);
        }
        let cost =
            check_optimum(network, &flow, &potentials).map_err(|_| TransportError::Unproven)?;
        Ok(Optimum {
            flow,
            potentials,
            cost,
            pivots: self.pivots,
        })
    }

    /// Keeps every arc with a reduced cost where it is: the flows that remain are the optimal ones.
    fn hold_what_costs(&mut self) {
        let priced = &mut self.layout.priced;
        let resting = self.resting.get_or_insert_with(|| priced.state.clone());
        for (place, resting) in resting.iter_mut().enumerate() {
            let state = priced.state[place];
            if state == NOT_PRICED {
                continue;
            }
            *resting = state;
            let (source, target) = priced.ends[place];
            let reduced = reduced_cost(priced.cost[place], &self.potentials, source, target);
            if reduced != 0 {
                priced.state[place] = NOT_PRICED;
            }
        }
    }

    fn set_costs(&mut self, costs: &Costs) {
        for (place, original) in self.layout.original.iter().enumerate() {
            self.layout.priced.cost[place] = costs.costs[*original as usize];
        }
        for (number, node) in self.layout.nodes.iter().enumerate() {
            self.layout.priced.cost[self.arcs + number] = costs.prices[*node as usize];
        }
        self.layout.penalty = penalty(&self.layout.priced, self.nodes);
        self.recompute_potentials();
    }
}
