//! The lexicographic driver: tier by tier, each with its bound, its plan, and what later tiers must keep.

use crate::backend::BackEndEnd;
use crate::decomposition::blocks::{Blocks, KeptTier};
use crate::decomposition::pricing::Pattern;
use crate::error::SolveError;
use crate::evidence::TierEvidence;
use crate::start::{Prices, Start};
use crate::watch::Watch;
use jiedui_domain::{Id, MeasureScale, Proof, SolveMethod, SolverOptions, Termination};
use jiedui_model::{ColumnId, ColumnKind, Program, Tier};

mod amounts;
mod asked;
mod branch_and_bound;
mod ceiling;
mod closing;
mod evidence;
mod feasibility;
mod fixed;
mod flow;
mod held;
mod outcome;
mod passes;
mod tiers;
mod tolerances;
mod whole_mix;
mod widening;

use evidence::Grounds;
use tiers::TierEnd;

pub use asked::{AskedOf, solve_asked};
pub use feasibility::{Feasibility, is_feasible};
pub use fixed::{allocate_pairs, allocate_pairs_keeping, solve_settled, solve_settled_from};
pub use held::held_optima;
pub use outcome::{Effort, Outcome, Solution};
pub use widening::{Suspended, Widening, solve_widening};

/// Programs with at most so many columns are tried by branch and bound before they are searched.
const TINY_PROGRAM: usize = 400;
/// What is left open of a program is closed by branch and bound where it has at most so many columns.
const SMALL_PROGRAM: usize = 1_500;

/// How many times as large a program may become that is widened.
const WIDER: usize = 4;

/// Solves a program tier by tier.
///
/// *Errors:* [`SolveError`] for failures of the machinery.
/// *Determinism:* the same program and options give the same solution, whatever the number of
/// threads, unless the watch stops it or the back end's time limit strikes; the termination says so.
pub fn solve(
    program: &Program,
    options: &SolverOptions,
    watch: &dyn Watch,
) -> Result<Outcome, SolveError> {
    solve_from(program, options, None, watch)
}

/// Solves a program starting from what an earlier solve of a similar one found.
///
/// The work is a part of that of [`solve`]: prices are adjusted instead of sought, and the search stays
/// near the plan known. Of two plans within the gap asked for, the known one stands, so that what
/// changes has a cause.
///
/// *Errors:* and *Determinism:* as [`solve`].
pub fn solve_from(
    program: &Program,
    options: &SolverOptions,
    start: Option<&Start>,
    watch: &dyn Watch,
) -> Result<Outcome, SolveError> {
    known_back_end(options)?;
    let mut driver = Driver::new(program, options, watch);
    driver.start = start.filter(|start| !start.is_empty());
    driver.run()
}

fn known_back_end(options: &SolverOptions) -> Result<(), SolveError> {
    if options.backend != "highs" {
        return Err(SolveError::UnknownBackEnd(options.backend.clone()));
    }
    Ok(())
}

/// A tier while its plan is sought.
#[derive(Debug)]
struct Stage {
    reached: f64,
    bound: f64,
    proof: Proof,
}

struct Driver<'a> {
    program: &'a Program,
    options: &'a SolverOptions,
    watch: &'a dyn Watch,
    kept: Vec<KeptTier>,
    /// What the first tiers must keep, where they are not optimised.
    settled: Vec<f64>,
    incumbent: Option<Vec<f64>>,
    patterns: Vec<Pattern>,
    struck: Option<Termination>,
    effort: Effort,
    start: Option<&'a Start>,
    known: Start,
    /// What the bound of the tier at hand rests on.
    grounds: Option<Grounds>,
    evidence: Vec<TierEvidence>,
    /// Whether the program may be widened on the way.
    widens: bool,
    /// Prices of the tier at hand, where they were sought before.
    prices: Option<Prices>,
}

impl<'a> Driver<'a> {
    fn new(program: &'a Program, options: &'a SolverOptions, watch: &'a dyn Watch) -> Self {
        Self {
            program,
            options,
            watch,
            kept: Vec::new(),
            settled: Vec::new(),
            incumbent: None,
            patterns: Vec::new(),
            struck: None,
            effort: Effort::default(),
            start: None,
            known: Start::new(),
            grounds: None,
            evidence: Vec::new(),
            widens: false,
            prices: None,
        }
    }

    fn run(mut self) -> Result<Outcome, SolveError> {
        let mut stages = Vec::new();
        if let Some(outcome) = self.before_tiers()? {
            return Ok(outcome);
        }
        if let Some(outcome) = self.solve_tiers(&mut stages, usize::MAX)? {
            return Ok(outcome);
        }
        self.after_tiers(stages)
    }

    /// What comes before the first tier; the outcome where that is all.
    fn before_tiers(&mut self) -> Result<Option<Outcome>, SolveError> {
        let tiers = self.tiers();
        if self.settled.is_empty()
            && let Some(outcome) = self.solve_as_network(&tiers)?
        {
            return Ok(Some(outcome));
        }
        self.keep_settled(&tiers);
        Ok(None)
    }

    /// Goes on after the stages that are done, through the tiers before `end`; the outcome where there is no plan.
    fn solve_tiers(
        &mut self,
        stages: &mut Vec<Stage>,
        end: usize,
    ) -> Result<Option<Outcome>, SolveError> {
        let tiers = self.tiers();
        let done = self.settled.len() + stages.len();
        for (index, tier) in tiers.iter().enumerate().take(end).skip(done) {
            self.watch.tier(index, tiers.len());
            match self.solve_tier(index, tier)? {
                TierEnd::Stage(stage) => {
                    self.watch.bound(self.effort.rounds, stage.bound, None);
                    self.watch.plan(stage.reached);
                    let evidence = self.prove(tier);
                    self.keep(tier, stage.reached, true);
                    self.note_evidence(evidence);
                    self.note_plan(index);
                    stages.push(stage);
                }
                TierEnd::Infeasible => return Ok(Some(Outcome::Infeasible)),
                TierEnd::NoPlan => return Ok(Some(self.no_plan())),
            }
        }
        Ok(None)
    }

    /// What comes after the last tier.
    fn after_tiers(mut self, stages: Vec<Stage>) -> Result<Outcome, SolveError> {
        let tiers = self.tiers();
        if tiers.is_empty() {
            // Nothing is asked for: any plan that holds will do.
            match self.solve_tier(0, &feasibility::indifferent())? {
                TierEnd::Stage(_) => {}
                TierEnd::Infeasible => return Ok(Outcome::Infeasible),
                TierEnd::NoPlan => return Ok(self.no_plan()),
            }
        }
        let open = tiers.get(self.settled.len()..).unwrap_or(&[]);
        self.return_unused_tolerance(open)?;
        let mut closed = open.iter().zip(&stages);
        let is_exact = self.is_tiny() || self.options.method == SolveMethod::Monolithic;
        if is_exact
            && closed.all(|(tier, stage)| self.is_closed(tier, stage))
            && self.struck.is_none()
        {
            self.break_ties(open)?;
        }
        self.finish(open, stages)
    }

    /// The tiers with a priority, in order.
    fn tiers(&self) -> Vec<&'a Tier> {
        let tiers = self.program.tiers().iter();
        tiers.filter(|tier| tier.priority.is_some()).collect()
    }

    /// Whether branch and bound over the whole program is worth an attempt before anything else.
    fn is_tiny(&self) -> bool {
        self.program.columns().len() <= TINY_PROGRAM
    }

    /// Whether branch and bound closes what a search leaves open, whatever that is.
    fn is_small(&self) -> bool {
        self.program.columns().len() <= SMALL_PROGRAM
    }

    /// Whether the program is solved in the ways for large ones.
    fn is_large(&self) -> bool {
        let most = self.program.columns().len() * if self.widens { WIDER } else { 1 };
        most >= self.options.large_program
    }

    /// The program with what is kept so far, cut into blocks.
    fn blocks(&self) -> Blocks {
        Blocks::new(self.program, &self.kept).as_large(self.is_large())
    }

    /// Takes a point as the plan so far; its value in the tier.
    fn accept(&mut self, tier: &Tier, mut values: Vec<f64>) -> f64 {
        for column in self.program.columns().ids() {
            if matches!(self.program.columns()[column].kind, ColumnKind::Pair(_)) {
                values[column.index()] = values[column.index()].round();
            }
        }
        self.program.complete(&mut values);
        let reached = self.program.evaluate(&tier.terms, &values);
        self.incumbent = Some(values);
        reached
    }

    fn note_end(&mut self, end: BackEndEnd) {
        if end == BackEndEnd::TimeLimit {
            self.struck = self.struck.or(Some(Termination::TimeLimit));
        }
    }

    /// The gap at which the tier counts as solved, in the tier's own figures.
    fn target_gap(&self, tier: &Tier, size: f64) -> f64 {
        match tier.scale {
            MeasureScale::Share => {
                self.options.gap
                    * tier
                        .objectives
                        .iter()
                        .map(|part| part.objective.weight.abs())
                        .sum::<f64>()
            }
            MeasureScale::Relative => self.options.gap * size.max(1e-6),
        }
    }

    /// The size of the tier's value where nothing better is known.
    fn rough_size(&self, tier: &Tier) -> f64 {
        match &self.incumbent {
            Some(values) => self.program.evaluate(&tier.terms, values).abs(),
            None => 1.0,
        }
    }

    fn dense(&self, terms: &[(ColumnId, f64)]) -> Vec<f64> {
        let mut objective = vec![0.0; self.program.columns().len()];
        for (column, coefficient) in terms {
            objective[column.index()] += coefficient;
        }
        objective
    }

    fn pairs_of(&self, values: &[f64]) -> Vec<ColumnId> {
        let is_pair =
            |column: ColumnId| matches!(self.program.columns()[column].kind, ColumnKind::Pair(_));
        self.program
            .columns()
            .ids()
            .filter(|column| values[column.index()] > 0.5 && is_pair(*column))
            .collect()
    }
}
