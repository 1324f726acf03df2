//! Shortest paths on the road network.

use jiedui_domain::{Case, Id, Km, PlaceId, Quantity};
use petgraph::algo::dijkstra;
use petgraph::graph::{NodeIndex, UnGraph};

/// `roads.csv` as a graph: a node a place, an edge a section in steps of [`Km`].
pub(crate) struct RoadNetwork {
    graph: UnGraph<(), u128>,
}

impl RoadNetwork {
    /// The network of a case; parallel sections all count, the shortest wins by itself.
    pub(crate) fn of(case: &Case) -> Self {
        let mut graph = UnGraph::with_capacity(case.places.len(), case.roads.len());
        for _ in case.places.ids() {
            graph.add_node(());
        }
        for road in &case.roads {
            // Validation refuses negative lengths; here they must only not loop forever.
            let length = u128::try_from(road.km.scaled()).unwrap_or(0);
            graph.add_edge(node(road.from), node(road.to), length);
        }
        Self { graph }
    }

    /// The shortest paths from one place to each of `targets`.
    ///
    /// `None` where no road leads there, or where the path is longer than [`Km`] can hold.
    /// *Complexity:* one Dijkstra search. *Determinism:* lengths are integers, so the order in which
    /// equally long paths are found does not matter.
    pub(crate) fn shortest_paths(&self, from: PlaceId, targets: &[PlaceId]) -> Vec<Option<Km>> {
        if self.graph.edges(node(from)).next().is_none() {
            return vec![None; targets.len()];
        }
        let lengths = dijkstra(&self.graph, node(from), None, |edge| *edge.weight());
        targets
            .iter()
            .map(|target| {
                let length = *lengths.get(&node(*target))?;
                i64::try_from(length).ok().map(Km::from_scaled)
            })
            .collect()
    }
}

fn node(place: PlaceId) -> NodeIndex {
    NodeIndex::new(place.index())
}
