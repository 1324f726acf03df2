//! Amounts for pairs that somebody else chose: under all rules where they can hold, else under as many
//! as the pairs allow.

use crate::EngineError;
use crate::plan_values::plan_of;
use jiedui_domain::{Case, HelperId, Plan, PlannedPair, RecipientId, Share, SolverOptions, Wan};
use jiedui_graph::CandidateGraph;
use jiedui_model::{ColumnId, Program};
use jiedui_solve::{SolveError, allocate_pairs};
use std::collections::BTreeSet;

/// Whose the amounts of a plan are, and under which rules they were found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AmountsBy {
    /// The plan came with amounts.
    People,
    /// Ours: the best for these pairs under every rule.
    AllRules,
    /// Ours: the pairs alone break a rule (number of pairs, limits, decisions, continuity), so these
    /// rules were set aside.
    WithoutRulesOfPairs,
    /// Ours: no amounts were found that reach the minimum support and the effort floor either, so these
    /// were set aside too, for the whole plan.
    WithoutRulesOfEffort,
}

/// The pairs of a plan, by helper, then recipient.
pub(crate) type Pairs = BTreeSet<(HelperId, RecipientId)>;

/// A case with some rules set aside, and its program.
struct Loosened {
    graph: CandidateGraph,
    program: Program,
}

/// Finds amounts; keeps the programs that it needed.
pub(crate) struct Allocator<'a> {
    case: &'a Case,
    options: &'a SolverOptions,
    levels: [Option<Loosened>; 3],
}

const LEVELS: [AmountsBy; 3] = [
    AmountsBy::AllRules,
    AmountsBy::WithoutRulesOfPairs,
    AmountsBy::WithoutRulesOfEffort,
];

impl<'a> Allocator<'a> {
    pub(crate) fn new(case: &'a Case, options: &'a SolverOptions) -> Self {
        Self {
            case,
            options,
            levels: [None, None, None],
        }
    }

    /// The plan with the best amounts under as many rules as its pairs allow.
    pub(crate) fn fill(&mut self, plan: &Plan) -> Result<(Plan, AmountsBy), EngineError> {
        let pairs: Pairs = plan
            .pairs()
            .iter()
            .map(|pair| (pair.helper, pair.recipient))
            .collect();
        for level in LEVELS {
            self.prepare(level)?;
            if let Some(plan) = self.amounts(&pairs, level)? {
                return Ok((plan, level));
            }
        }
        // Without any rule on pairs and effort, no help at all is always possible.
        Err(SolveError::BackEnd("allocation").into())
    }

    /// Builds what [`Self::amounts`] needs.
    pub(crate) fn prepare(&mut self, level: AmountsBy) -> Result<(), EngineError> {
        let Some(slot) = self.levels.get_mut(index(level)) else {
            return Ok(());
        };
        if slot.is_none() {
            let case = loosened(self.case, level);
            let graph = CandidateGraph::build(&case)?;
            let program = Program::build(&case, &graph);
            *slot = Some(Loosened { graph, program });
        }
        Ok(())
    }

    /// The best amounts for these pairs; `None` where the rules of the level allow none.
    pub(crate) fn amounts(
        &self,
        pairs: &Pairs,
        level: AmountsBy,
    ) -> Result<Option<Plan>, EngineError> {
        let Some(Some(loosened)) = self.levels.get(index(level)) else {
            return Ok(None);
        };
        let mut columns: Vec<ColumnId> = Vec::with_capacity(pairs.len());
        let mut bare = Vec::new();
        for (helper, recipient) in pairs {
            let arc = loosened.graph.arc(*helper, *recipient);
            let arc = arc.map(|arc| &loosened.program.arcs()[arc]);
            match arc.map(|columns| columns.pair) {
                Some(Some(pair)) => columns.push(pair),
                // Help of a divisible track is decided anew.
                Some(None) => {}
                None if level == AmountsBy::AllRules => return Ok(None),
                // Not even without the rules is there anything that could be given.
                None => bare.push(PlannedPair {
                    helper: *helper,
                    recipient: *recipient,
                    help: Vec::new(),
                }),
            }
        }
        let found = match allocate_pairs(&loosened.program, &columns, self.options) {
            // Whole units can make an allocation impossible only when it is rounded.
            Err(SolveError::Rounding) => None,
            other => other?,
        };
        let Some(values) = found else {
            return Ok(None);
        };
        let plan = plan_of(&loosened.program, &values).map_err(|_| SolveError::Rounding)?;
        if bare.is_empty() {
            return Ok(Some(plan));
        }
        bare.extend(plan.pairs().iter().cloned());
        Ok(Some(Plan::new(bare)))
    }
}

fn index(level: AmountsBy) -> usize {
    match level {
        AmountsBy::People | AmountsBy::AllRules => 0,
        AmountsBy::WithoutRulesOfPairs => 1,
        AmountsBy::WithoutRulesOfEffort => 2,
    }
}

/// The case with the rules of a level set aside.
fn loosened(case: &Case, level: AmountsBy) -> Case {
    let mut case = case.clone();
    if level <= AmountsBy::AllRules {
        return case;
    }
    case.quotas.clear();
    case.decisions.clear();
    for helper in case.helpers.ids().collect::<Vec<_>>() {
        let row = &mut case.helpers[helper];
        row.min_pairs = None;
        row.max_pairs = None;
        row.max_load = None;
    }
    for track in case.policy.tracks.ids().collect::<Vec<_>>() {
        let rules = &mut case.policy.tracks[track];
        rules.recipient_min = 0;
        rules.recipient_max = None;
        rules.helper_min = 0;
        rules.helper_max = None;
        rules.max_changes = None;
        rules.min_tenure_years = 0;
        rules.max_distance = None;
        rules.max_hardship_gap = None;
        if level == AmountsBy::WithoutRulesOfEffort {
            rules.minimum_support = Wan::ZERO;
            rules.effort_floor = Share::ZERO;
        }
    }
    case
}
