//! Parts of the graph that no candidate connects: what is decided in one does not touch the others'
//! pairs.

use crate::{ArcId, CandidateGraph};
use jiedui_domain::{HelperId, Id, RecipientId};
use petgraph::unionfind::UnionFind;

/// A connected part of the candidate graph; every list ascends.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Component {
    /// Its recipients.
    pub recipients: Vec<RecipientId>,
    /// Its helpers.
    pub helpers: Vec<HelperId>,
    /// Its candidates.
    pub arcs: Vec<ArcId>,
}

impl CandidateGraph {
    /// The connected parts. Every recipient and helper is in exactly one; one that has no candidate
    /// is a part of its own.
    ///
    /// *Complexity:* almost linear. *Determinism:* ordered by their first recipient; those without
    /// recipients follow, by helper.
    pub fn components(&self) -> Vec<Component> {
        let recipients = self.recipient_count();
        let helpers = self.helper_count();
        let node_of_helper = |helper: HelperId| recipients + helper.index();
        let mut sets = UnionFind::<usize>::new(recipients + helpers);
        for arc in self.arcs().values() {
            sets.union(arc.recipient.index(), node_of_helper(arc.helper));
        }
        let label = sets.into_labeling();
        let mut numbers: Vec<Option<usize>> = vec![None; recipients + helpers];
        let mut components: Vec<Component> = Vec::new();
        let mut number = |node: usize, components: &mut Vec<Component>| {
            *numbers[label[node]].get_or_insert_with(|| {
                components.push(Component::default());
                components.len() - 1
            })
        };
        for recipient in (0..recipients).map(RecipientId::from_index) {
            let component = number(recipient.index(), &mut components);
            components[component].recipients.push(recipient);
        }
        for helper in (0..helpers).map(HelperId::from_index) {
            let component = number(node_of_helper(helper), &mut components);
            components[component].helpers.push(helper);
            let arcs = self.arcs_of_helper(helper);
            components[component].arcs.extend_from_slice(arcs);
        }
        components
    }
}
