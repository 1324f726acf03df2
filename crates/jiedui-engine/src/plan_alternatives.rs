//! Other plans that are nearly as good as a run's and differ from it, and from one another, as much as
//! could be found.

use crate::plan_values::plan_of;
use crate::threads::pool;
use crate::watch::{EngineWatch, Stage};
use crate::{EngineError, Examination, Knowledge, RunOptions, examine, standings};
use jiedui_domain::{
    Case, HelperId, Id, MeasureScale, Plan, RecipientId, SolverOptions, Termination,
};
use jiedui_explain::comparison::{CoverageChange, compare};
use jiedui_explain::plan_alternatives::{
    AlternativePlan, AlternativesEnd, FORMAT_VERSION, PlanAlternatives, TierPair,
};
use jiedui_explain::{Dossier, ExplainInput, RunFacts, explain};
use jiedui_graph::CandidateGraph;
use jiedui_model::{ColumnId, Program};
use jiedui_solve::{
    Outcome, SolveError, Start, TierStart, allocate_pairs_keeping, solve_settled_from,
};
use jiedui_verify::{Verified, verify};
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of a plan in tracks that form pairs.
type Pairs = BTreeSet<(HelperId, RecipientId)>;

/// What a plan may be short of a level by, relative: amounts are rounded to hundredths.
const ROUNDING: f64 = 1e-6;
/// How often a plan is sought again that is one of those known, each time weighing that one more.
const AGAIN: usize = 3;

/// How many other plans, and how near.
#[derive(Clone, Copy, Debug)]
pub struct AlternativesAsked {
    /// At most so many plans.
    pub plans: usize,
    /// What every priority may lose: absolute for shares, relative otherwise.
    pub within: f64,
}

/// Up to so many plans in which no priority is worse than in the run's plan by more than the tolerance;
/// each shares as few pairs as was found with the run's and with those before it, and is verified.
///
/// `dossier` and `plan` are those of a run of this case, `known` is what it left for later ones.
///
/// *Errors:* [`EngineError`].
/// *Complexity:* one solve a plan.
/// *Determinism:* the same case, options and question give the same plans, whatever the number of
/// threads, unless the watch stops it.
/// *Source:* model §7 (diverse alternatives); sequential search for distant solutions (Danna et al. 2007).
pub fn plan_alternatives(
    case: &Case,
    dossier: &Dossier,
    plan: &Plan,
    asked: AlternativesAsked,
    options: &RunOptions,
    known: Option<&Knowledge>,
    watch: &dyn EngineWatch,
) -> Result<PlanAlternatives, EngineError> {
    let pool = pool(options.solver.threads)?;
    pool.install(|| {
        watch.stage(Stage::Graph);
        let Examination { graph, .. } = examine(case)?;
        let program = Program::build(case, &graph);
        let mut search = Search {
            case,
            graph: &graph,
            program: &program,
            dossier,
            options,
            known,
            watch,
            levels: levels(case, &program, plan, asked.within),
            earlier: vec![pairs_of(case, plan)],
        };
        search.run(plan, asked)
    })
}

/// What every priority must reach.
fn levels(case: &Case, program: &Program, plan: &Plan, within: f64) -> Vec<f64> {
    let tiers = program.tiers().iter();
    let tiers = tiers.filter(|tier| tier.priority.is_some());
    standings(case, plan)
        .iter()
        .zip(tiers)
        .map(|(standing, tier)| {
            let size = match tier.scale {
                MeasureScale::Share => tier
                    .objectives
                    .iter()
                    .map(|part| part.objective.weight.abs())
                    .sum(),
                MeasureScale::Relative => standing.value.abs(),
            };
            standing.value - within * size
        })
        .collect()
}

fn pairs_of(case: &Case, plan: &Plan) -> Pairs {
    let pairs = plan.pairs().iter();
    pairs
        .filter(|pair| !case.policy.tracks[case.helpers[pair.helper].track].divisible)
        .map(|pair| (pair.helper, pair.recipient))
        .collect()
}

struct Search<'a> {
    case: &'a Case,
    graph: &'a CandidateGraph,
    program: &'a Program,
    dossier: &'a Dossier,
    options: &'a RunOptions,
    known: Option<&'a Knowledge>,
    watch: &'a dyn EngineWatch,
    levels: Vec<f64>,
    /// The pairs of the run's plan, then those of the plans told.
    earlier: Vec<Pairs>,
}

/// What came of one search.
enum Step {
    Plan(Verified<Plan>, usize),
    End(AlternativesEnd),
}

impl Search<'_> {
    fn run(
        &mut self,
        plan: &Plan,
        asked: AlternativesAsked,
    ) -> Result<PlanAlternatives, EngineError> {
        self.watch.stage(Stage::Solve);
        let mut plans = Vec::new();
        let mut ended = None;
        while plans.len() < asked.plans {
            match self.next()? {
                Step::Plan(other, most) => {
                    let pairs = pairs_of(self.case, &other);
                    plans.push(self.told(plan, &other, &pairs, most));
                    self.earlier.push(pairs);
                }
                Step::End(end) => {
                    ended = Some(end);
                    break;
                }
            }
        }
        Ok(PlanAlternatives {
            format_version: FORMAT_VERSION,
            tiers: self.dossier.tiers.clone(),
            within: asked.within,
            asked: asked.plans,
            pairs: self.earlier.first().map_or(0, BTreeSet::len),
            plans,
            ended,
        })
    }

    /// The next plan, and how many pairs of all plans so far any plan within the tolerance could lack.
    fn next(&self) -> Result<Step, EngineError> {
        let mut weights = vec![1.0; self.earlier.len()];
        for attempt in 0..AGAIN {
            if self.watch.stop().is_some() {
                return Ok(Step::End(AlternativesEnd::Interrupted));
            }
            let program = self
                .program
                .clone()
                .with_last_priority(self.shared(&weights));
            let start = self.start(&program);
            let all: usize = self.earlier.iter().map(BTreeSet::len).sum();
            // Less than one pair decides.
            let solver = &SolverOptions {
                gap: self.options.solver.gap.min(0.5 / all.max(1) as f64),
                ..self.options.solver.clone()
            };
            let levels = self.eased_levels();
            let outcome = solve_settled_from(&program, solver, self.watch, &levels, start.as_ref());
            let solution = match outcome {
                Ok(Outcome::Solved(solution)) => solution,
                // The run's own plan is one, so only the search is at fault.
                Ok(Outcome::Infeasible) | Err(SolveError::Rounding) => {
                    return Ok(Step::End(AlternativesEnd::NoneFound));
                }
                Ok(Outcome::NoPlan(Termination::Interrupted)) => {
                    return Ok(Step::End(AlternativesEnd::Interrupted));
                }
                Ok(Outcome::NoPlan(_)) => return Ok(Step::End(AlternativesEnd::NoneFound)),
                Err(error) => return Err(error.into()),
            };
            let Some(plan) = self.best_amounts(&solution.values, solver)? else {
                return Ok(Step::End(AlternativesEnd::NoneFound));
            };
            let pairs = pairs_of(self.case, &plan);
            let shared = solution.tiers.first().map_or(0.0, |tier| -tier.bound);
            let same = self.earlier.iter().position(|known| *known == pairs);
            let Some(same) = same else {
                // A bound of weighed counts says nothing about the plain one.
                let most = if attempt == 0 {
                    all.saturating_sub((shared - 1e-6).ceil().max(0.0) as usize)
                } else {
                    all
                };
                return Ok(Step::Plan(plan, most));
            };
            if self.earlier.len() == 1 && shared / weights[same] > all as f64 - 1.0 + 1e-6 {
                // Any plan has more than all pairs but one.
                return Ok(Step::End(AlternativesEnd::NoOther));
            }
            weights[same] *= 2.0;
        }
        Ok(Step::End(AlternativesEnd::NoneFound))
    }

    /// The levels as rows keep them: less slack than the back end's own tolerance would read as infeasible.
    fn eased_levels(&self) -> Vec<f64> {
        let levels = self.levels.iter();
        levels
            .map(|level| level - 1e-7 * (1.0 + level.abs()))
            .collect()
    }

    /// Minus the pairs that a plan has of those known, weighed.
    fn shared(&self, weights: &[f64]) -> Vec<(ColumnId, f64)> {
        let mut terms: BTreeMap<ColumnId, f64> = BTreeMap::new();
        for (pairs, weight) in self.earlier.iter().zip(weights) {
            for (helper, recipient) in pairs {
                let arc = self.graph.arc(*helper, *recipient);
                let pair = arc.and_then(|arc| self.program.arcs()[arc].pair);
                if let Some(pair) = pair {
                    *terms.entry(pair).or_insert(0.0) -= weight;
                }
            }
        }
        terms.into_iter().collect()
    }

    /// The run's plan as what is known of the priority asked.
    fn start(&self, program: &Program) -> Option<Start> {
        let mut start = self.known?.start_for(self.case, program);
        let last = start.last()?.values.clone();
        start.truncate(self.levels.len());
        start.resize_with(self.levels.len(), TierStart::default);
        start.push(TierStart {
            values: last,
            ..TierStart::default()
        });
        Some(start)
    }

    /// The plan with the best amounts for its pairs, checked: sought priority by priority, with the policy's tolerances,
    /// and none below what is asked for. With the amounts found where rounding takes the best ones beyond that.
    fn best_amounts(
        &self,
        values: &[f64],
        solver: &SolverOptions,
    ) -> Result<Option<Verified<Plan>>, EngineError> {
        let arcs = self.program.arcs().values();
        let formed: Vec<ColumnId> = arcs
            .filter_map(|arc| arc.pair)
            .filter(|pair| values[pair.index()] > 0.5)
            .collect();
        let best = match allocate_pairs_keeping(self.program, &formed, &self.eased_levels(), solver)
        {
            Ok(best) => best,
            Err(SolveError::Rounding) => None,
            Err(error) => return Err(error.into()),
        };
        for values in best.as_deref().into_iter().chain([values]) {
            let plan = plan_of(self.program, values).map_err(|_| SolveError::Rounding)?;
            let plan = verify(self.case, plan)
                .map_err(|verdict| EngineError::Refuted(Box::new(verdict)))?;
            let standings = standings(self.case, &plan);
            let holds = standings
                .iter()
                .zip(&self.levels)
                .all(|(standing, level)| standing.value >= level - ROUNDING * (1.0 + level.abs()));
            if holds {
                return Ok(Some(plan));
            }
        }
        Ok(None)
    }

    fn told(
        &self,
        run: &Plan,
        other: &Verified<Plan>,
        pairs: &Pairs,
        most: usize,
    ) -> AlternativePlan {
        let dossier = explain(ExplainInput {
            case: self.case,
            graph: self.graph,
            listed: None,
            plan: other,
            tiers: &[],
            run: RunFacts {
                program_version: self.options.program_version.clone(),
                termination: Termination::EffortSpent,
                method: self.options.solver.method.code().to_owned(),
                digests: Vec::new(),
            },
        });
        let compared = compare(self.dossier, &dossier);
        let mut coverage: Vec<CoverageChange> = compared
            .coverage
            .into_iter()
            .filter(|one| one.before.is_some() && one.after.is_some())
            .collect();
        let size =
            |one: &CoverageChange| (one.after.unwrap_or(0.0) - one.before.unwrap_or(0.0)).abs();
        coverage.sort_by(|a, b| size(b).total_cmp(&size(a)));
        let lacks = |known: &Pairs| known.difference(pairs).count();
        let mut lacking = self.earlier.iter().map(lacks);
        let differs = lacking.next().unwrap_or(0);
        let before = standings(self.case, run);
        let after = standings(self.case, other);
        AlternativePlan {
            differs,
            differs_from_earlier: lacking.collect(),
            most_together: most,
            tiers: before
                .iter()
                .zip(&after)
                .map(|(run, plan)| TierPair {
                    priority: run.priority,
                    run: run.value,
                    plan: plan.value,
                })
                .collect(),
            moves: compared.tracks,
            coverage,
        }
    }
}
