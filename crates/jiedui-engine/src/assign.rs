//! The yearly assignment: one run.

use crate::certificate::{Spoken, certify};
use crate::knowledge::Knowledge;
use crate::listed::{listed, wanted};
use crate::plan_values::plan_of;
use crate::threads::pool;
use crate::watch::{EngineWatch, Stage};
use crate::widening::{Stated, solved_widening};
use crate::{EngineError, Examination, examine};
use jiedui_domain::{Case, HelperId, Plan, RecipientId, SolverOptions, Termination, TierResult};
use jiedui_explain::{Digest, Dossier, ExplainInput, RunFacts, explain};
use jiedui_graph::{CandidateGraph, QuotaShortage};
use jiedui_model::{ColumnId, Program};
use jiedui_solve::{
    AskedOf, Effort, Outcome, Solution, SolveError, Watch, solve_asked, solve_from,
};
use jiedui_verify::certificate::Certificate;
use jiedui_verify::{Verified, verify};
use std::collections::BTreeSet;

/// How many times longer a list of candidates becomes in which no plan was found.
const GROWS: usize = 4;

/// Everything that a run depends on besides its case.
#[derive(Clone, Debug)]
pub struct RunOptions {
    /// How it is solved; normally the policy's, with what the caller overrides.
    pub solver: SolverOptions,
    /// Version of the program, for the dossier.
    pub program_version: String,
    /// Digests of the inputs, for the dossier.
    pub digests: Vec<Digest>,
}

/// What became of a run.
#[derive(Clone, Debug)]
pub enum RunOutcome {
    /// A plan, checked and explained.
    Solved(Box<Run>),
    /// No plan exists: seen before solving, with its cause.
    Refused {
        /// Pairs that are demanded although some rule excludes them.
        forced: Vec<(HelperId, RecipientId)>,
        /// Quotas that no set of pairs can meet.
        shortages: Vec<QuotaShortage>,
        /// The candidate graph, in which the reasons stand.
        graph: Box<CandidateGraph>,
    },
    /// No plan exists: proven by solving.
    Infeasible,
    /// Stopped before any plan was found.
    NoPlan(Termination),
}

/// A run that found a plan.
#[derive(Clone, Debug)]
pub struct Run {
    /// The plan, checked.
    pub plan: Verified<Plan>,
    /// The candidate graph of the case.
    pub graph: CandidateGraph,
    /// The candidates that the program was stated with, where that are not all.
    pub listed: Option<CandidateGraph>,
    /// One per priority of the policy.
    pub tiers: Vec<TierResult>,
    /// Why the search ended.
    pub termination: Termination,
    /// Work done.
    pub effort: Effort,
    /// What was found and why.
    pub dossier: Dossier,
    /// What later runs of a similar case can start from.
    pub knowledge: Knowledge,
    /// What proves the bounds of the tiers.
    pub certificate: Certificate,
}

/// Assigns helpers to recipients: graph, early check, program, solution, verification, dossier.
///
/// *Errors:* [`EngineError`]; a plan that fails the independent check is one of them.
/// *Determinism:* the same case and options give the same outcome, whatever the number of threads,
/// unless the watch stops the run or the time limit strikes; the termination says so.
pub fn assign(
    case: &Case,
    options: &RunOptions,
    watch: &dyn EngineWatch,
) -> Result<RunOutcome, EngineError> {
    assign_from(case, options, None, watch)
}

/// Assigns starting from what an earlier run of a similar case knew: a part of the work, and a plan that
/// stays with the earlier one unless another is better by more than the gap asked for.
///
/// *Errors:* and *Determinism:* as [`assign`].
pub fn assign_from(
    case: &Case,
    options: &RunOptions,
    known: Option<&Knowledge>,
    watch: &dyn EngineWatch,
) -> Result<RunOutcome, EngineError> {
    assign_listing(case, options, known, &[], watch)
}

/// As [`assign_from`]; these pairs are among those that plans are sought in, however long a list of candidates
/// the case has.
///
/// *Errors:* and *Determinism:* as [`assign`].
pub(crate) fn assign_listing(
    case: &Case,
    options: &RunOptions,
    known: Option<&Knowledge>,
    listing: &[(HelperId, RecipientId)],
    watch: &dyn EngineWatch,
) -> Result<RunOutcome, EngineError> {
    let pool = pool(options.solver.threads)?;
    pool.install(|| run(case, options, known, None, listing, watch))
}

/// A plan that a question is about: the case of the question demands one thing more.
#[derive(Clone, Copy)]
pub(crate) struct Question<'a> {
    /// What the plan's run left.
    pub known: &'a Knowledge,
    /// By priority: what a plan as asked has to keep to lose nothing.
    pub keeps: &'a [f64],
    /// The pairs of a plan as asked that was worked out, by codes; empty where none was.
    pub worked_out: &'a BTreeSet<(String, String)>,
}

/// Solves the case of a question as far as its answer needs: only the first priority that loses, or the
/// last one.
///
/// *Errors:* and *Determinism:* as [`assign`].
pub(crate) fn answer(
    case: &Case,
    options: &RunOptions,
    question: Question<'_>,
    watch: &dyn EngineWatch,
) -> Result<RunOutcome, EngineError> {
    let pool = pool(options.solver.threads)?;
    let known = Some(question.known);
    pool.install(|| run(case, options, known, Some(question), &[], watch))
}

fn run(
    case: &Case,
    options: &RunOptions,
    known: Option<&Knowledge>,
    question: Option<Question<'_>>,
    listing: &[(HelperId, RecipientId)],
    watch: &dyn EngineWatch,
) -> Result<RunOutcome, EngineError> {
    watch.stage(Stage::Graph);
    let examination = examine(case)?;
    if !examination.holds() {
        let Examination {
            graph,
            forced,
            shortages,
        } = examination;
        return Ok(RunOutcome::Refused {
            forced,
            shortages,
            graph: Box::new(graph),
        });
    }
    let wanted = wanted(case, known, listing);
    let mut whole = Some(examination.graph);
    let mut most = options.solver.shortlist;
    // A question is answered over one list.
    let may_grow = question.is_none();
    loop {
        let graph = match whole.take() {
            Some(graph) => graph,
            None => CandidateGraph::build(case)?,
        };
        let listed = listed(case, &graph, &options.solver, most, may_grow, &wanted);
        let is_whole = listed.is_none();
        let grows = listed.as_ref().is_some_and(|listed| listed.grows);
        // A whole graph of millions of candidates takes gigabytes: it does not stay beside the program.
        let graph = match listed {
            Some(listed) => {
                most = listed.most;
                listed.graph
            }
            None => graph,
        };
        watch.stage(Stage::Program);
        let stated = Stated::new(case, graph);
        let (stated, outcome) = if grows {
            solved_widening(case, stated, most, options, known, watch)?
        } else {
            let outcome = solved(case, &stated.program, options, known, question, watch)?;
            (stated, outcome)
        };
        match outcome {
            Outcome::Solved(solution) => {
                let Stated { graph, program } = stated;
                let run = finish(case, (graph, is_whole), program, solution, options, watch)?;
                return Ok(RunOutcome::Solved(Box::new(run)));
            }
            // That among those listed there is no plan, or none was found, says nothing about the others.
            Outcome::Infeasible | Outcome::NoPlan(Termination::EffortSpent) if !is_whole => {
                if let Some(stopped) = watch.stop() {
                    return Ok(RunOutcome::NoPlan(stopped));
                }
                most = most.saturating_mul(GROWS);
            }
            Outcome::Infeasible => return Ok(RunOutcome::Infeasible),
            Outcome::NoPlan(termination) => return Ok(RunOutcome::NoPlan(termination)),
        }
    }
}

fn solved(
    case: &Case,
    program: &Program,
    options: &RunOptions,
    known: Option<&Knowledge>,
    question: Option<Question<'_>>,
    watch: &dyn EngineWatch,
) -> Result<Outcome, EngineError> {
    watch.stage(Stage::Solve);
    let solver_watch: &dyn Watch = watch;
    let start = known.map(|known| known.start_for(case, program));
    Ok(match (question, &start) {
        (Some(question), Some(start)) => {
            let pairs = columns_of(case, program, question.worked_out);
            let of = AskedOf {
                keeps: question.keeps,
                worked_out: (!pairs.is_empty()).then_some(&pairs),
            };
            solve_asked(program, &options.solver, start, of, solver_watch)?
        }
        _ => solve_from(program, &options.solver, start.as_ref(), solver_watch)?,
    })
}

/// The columns of pairs, ascending; pairs that the program does not have are left out.
fn columns_of(case: &Case, program: &Program, pairs: &BTreeSet<(String, String)>) -> Vec<ColumnId> {
    let arcs = program.arcs().values();
    let mut columns: Vec<ColumnId> = arcs
        .filter(|arc| {
            let helper = case.helpers[arc.helper].code.clone();
            pairs.contains(&(helper, case.recipient_code(arc.recipient).to_owned()))
        })
        .filter_map(|arc| arc.pair)
        .collect();
    columns.sort();
    columns
}

/// Checks and explains what the solver returned. The graph comes with whether it is the whole one.
fn finish(
    case: &Case,
    (graph, is_whole): (CandidateGraph, bool),
    program: Program,
    mut solution: Solution,
    options: &RunOptions,
    watch: &dyn EngineWatch,
) -> Result<Run, EngineError> {
    let plan = plan_of(&program, &solution.values).map_err(|_| SolveError::Rounding)?;
    let knowledge = Knowledge::of(case, &program, &solution.known);
    drop(program);
    watch.stage(Stage::Verify);
    let plan = verify(case, plan).map_err(|verdict| EngineError::Refuted(Box::new(verdict)))?;
    let whose = if is_whole {
        Spoken::OfAll
    } else {
        Spoken::OfListed
    };
    let certificate = certify(case, &plan, &solution.evidence, whose, &mut solution.tiers);
    let within = |tier: &TierResult| tier.is_within(options.solver.gap);
    if solution.termination == Termination::Optimal && !solution.tiers.iter().all(within) {
        // As good as any plan of the list, which is not known of all plans; or less is certified than was solved.
        solution.termination = Termination::EffortSpent;
    }
    watch.stage(Stage::Explain);
    let (graph, listed) = if is_whole {
        (graph, None)
    } else {
        // Ranks and exclusions are told among all candidates.
        (CandidateGraph::build(case)?, Some(graph))
    };
    let dossier = explain(ExplainInput {
        case,
        graph: &graph,
        listed: listed.as_ref(),
        plan: &plan,
        tiers: &solution.tiers,
        run: RunFacts {
            program_version: options.program_version.clone(),
            termination: solution.termination,
            method: options.solver.method.code().to_owned(),
            digests: options.digests.clone(),
        },
    });
    Ok(Run {
        plan,
        graph,
        listed,
        tiers: solution.tiers,
        termination: solution.termination,
        effort: solution.effort,
        dossier,
        knowledge,
        certificate,
    })
}
