//! The case with the pairs of a plan held, and its whole numbers: what the priorities can reach by other
//! amounts alone.

use crate::EngineError;
use jiedui_domain::{
    Amount, Case, HelperId, IdVec, PairFact, Plan, Provenance, Quantity, RecipientId, SectorId,
    SolverOptions,
};
use jiedui_graph::CandidateGraph;
use jiedui_model::{ColumnId, Program};
use jiedui_solve::held_optima;
use std::collections::{BTreeMap, BTreeSet};

/// Whole units given within one pair.
pub(crate) type WholeUnits = (HelperId, RecipientId, SectorId);

/// A case with the pairs of a plan held.
pub(crate) struct HeldPlan<'a> {
    /// The case; distance and fit of the pairs are stated, so that nothing but limits changes.
    pub case: Case,
    pairs: BTreeSet<(HelperId, RecipientId)>,
    /// Whole units of the plan.
    pub whole: BTreeMap<WholeUnits, Amount>,
    options: &'a SolverOptions,
}

impl<'a> HeldPlan<'a> {
    pub fn new(
        case: &Case,
        graph: &CandidateGraph,
        plan: &Plan,
        options: &'a SolverOptions,
    ) -> Self {
        let mut stated = case.clone();
        let mut pairs = BTreeSet::new();
        let mut whole = BTreeMap::new();
        for pair in plan.pairs() {
            let key = (pair.helper, pair.recipient);
            if !case.policy.tracks[case.helpers[pair.helper].track].divisible {
                pairs.insert(key);
            }
            for help in &pair.help {
                if case.policy.sectors[help.sector].whole {
                    whole.insert((pair.helper, pair.recipient, help.sector), help.amount);
                }
            }
        }
        stated.pairs = graph
            .arcs()
            .values()
            .map(|candidate| PairFact {
                helper: candidate.helper,
                recipient: candidate.recipient,
                distance: candidate.distance.map(|(km, _)| km),
                fit: Some(candidate.fit),
                load: Some(candidate.load),
                provenance: Provenance::nowhere(),
            })
            .filter(|fact| {
                let track = case.helpers[fact.helper].track;
                case.policy.tracks[track].divisible
                    || pairs.contains(&(fact.helper, fact.recipient))
            })
            .collect();
        Self {
            case: stated,
            pairs,
            whole,
            options,
        }
    }

    /// The pairs held of one helper.
    pub fn pairs_of(&self, helper: HelperId) -> impl Iterator<Item = RecipientId> + '_ {
        let pairs = self.pairs.iter().filter(move |pair| pair.0 == helper);
        pairs.map(|pair| pair.1)
    }

    /// The pairs held of one recipient.
    pub fn helpers_of(&self, recipient: RecipientId) -> impl Iterator<Item = HelperId> + '_ {
        let pairs = self.pairs.iter().filter(move |pair| pair.1 == recipient);
        pairs.map(|pair| pair.0)
    }

    /// What each priority reaches in a case like this one with other limits; `one_more` is given one
    /// whole unit more than in the plan. `None` where the pairs cannot stand there.
    pub fn optima(
        &self,
        case: &Case,
        one_more: Option<WholeUnits>,
    ) -> Result<Option<Vec<f64>>, EngineError> {
        let graph = CandidateGraph::build(case)?.only(|candidate| {
            case.policy.tracks[candidate.track].divisible
                || self
                    .pairs
                    .contains(&(candidate.helper, candidate.recipient))
        });
        if self.pairs.iter().any(|(h, r)| graph.arc(*h, *r).is_none()) {
            return Ok(None);
        }
        let program = Program::build(case, &graph);
        let mut held: IdVec<ColumnId, Option<f64>> = IdVec::filled(None, program.columns().len());
        for arc in program.arcs().values() {
            if let Some(pair) = arc.pair {
                held[pair] = Some(1.0);
            }
            for (sector, column) in &arc.help {
                if !case.policy.sectors[*sector].whole {
                    continue;
                }
                let key = (arc.helper, arc.recipient, *sector);
                let units = self.whole.get(&key).map_or(0.0, |amount| amount.to_f64());
                let units = units + f64::from(u8::from(one_more == Some(key)));
                if units > program.columns()[*column].upper {
                    return Ok(None);
                }
                held[*column] = Some(units);
            }
        }
        Ok(held_optima(&program, &held, self.options)?)
    }
}
