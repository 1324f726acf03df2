//! A solve over a list of candidates that grows with what is learnt.
//!
//! Which pairs a plan may need is a guess until there are prices. So before the plan of each priority is sought, the
//! pairs that come nearest to being in a best plan at its prices join the list.

use crate::EngineError;
use crate::assign::RunOptions;
use crate::gainful::gainful;
use crate::knowledge::Knowledge;
use crate::watch::{EngineWatch, Stage};
use jiedui_domain::{Case, HelperId, RecipientId};
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
use jiedui_solve::{Outcome, Suspended, Watch, Widening, solve_widening};
use std::collections::BTreeSet;

/// A program with the candidates that it is stated with.
pub(crate) struct Stated {
    pub graph: CandidateGraph,
    pub program: Program,
}

impl Stated {
    pub(crate) fn new(case: &Case, graph: CandidateGraph) -> Self {
        let program = Program::build(case, &graph);
        Self { graph, program }
    }

    /// The same with these candidates as well.
    fn with(
        &self,
        case: &Case,
        more: &BTreeSet<(HelperId, RecipientId)>,
    ) -> Result<Self, EngineError> {
        let arcs = self.graph.arcs().values();
        let known: BTreeSet<_> = arcs.map(|arc| (arc.helper, arc.recipient)).collect();
        let whole = CandidateGraph::build(case)?;
        let graph = whole.of_pairs(|arc| {
            let pair = (arc.helper, arc.recipient);
            known.contains(&pair) || more.contains(&pair)
        });
        drop(whole);
        Ok(Self::new(case, graph))
    }
}

/// Solves over a list that grows before the plan of each priority is sought, to about `most`: orders of the list drawn
/// up overlap, which leaves it a quarter of that, and some of the pairs that prices tell are on it.
///
/// *Errors:* [`EngineError`]. *Determinism:* as [`crate::assign`].
pub(crate) fn solved_widening(
    case: &Case,
    mut stated: Stated,
    most: usize,
    options: &RunOptions,
    known: Option<&Knowledge>,
    watch: &dyn EngineWatch,
) -> Result<(Stated, Outcome), EngineError> {
    let solver_watch: &dyn Watch = watch;
    watch.stage(Stage::Solve);
    let tiers = stated.program.tiers().iter();
    let priorities = tiers.filter(|tier| tier.priority.is_some()).count();
    let lists = priorities * stated.graph.list_count(case);
    let each = (most / lists.max(1)).max(1);
    let mut suspended: Option<Suspended> = None;
    loop {
        let program = &stated.program;
        let start = known.map(|known| known.start_for(case, program));
        let solver = &options.solver;
        let part = solve_widening(program, solver, start.as_ref(), suspended, solver_watch)?;
        let waiting = match part {
            Widening::Ended(outcome) => return Ok((stated, outcome)),
            Widening::Wanting(waiting) => *waiting,
        };
        suspended = Some(if watch.stop().is_some() {
            waiting
        } else {
            let more = gainful(case, &waiting.evidence(), each);
            let wider = stated.with(case, &more)?;
            let moved = waiting.onto(program, &wider.program);
            stated = wider;
            moved
        });
    }
}
