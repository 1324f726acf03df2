//! The lexicographic driver: tier by tier, each with its bound, its plan, and what later tiers must keep.

use crate::backend::BackEndEnd;
use crate::decomposition::blocks::{Blocks, KeptTier};
use crate::decomposition::generation::{GenerationLimits, Warm, generate};
use crate::decomposition::planned::patterns_of;
use crate::decomposition::pricing::Pattern;
use crate::error::SolveError;
use crate::evidence::TierEvidence;
use crate::search::starts::worth_keeping;
use crate::start::{Start, TierStart};
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
mod tolerances;
mod whole_mix;

use closing::Attempt;
use evidence::Grounds;

pub use asked::{AskedOf, solve_asked};
pub use feasibility::{Feasibility, is_feasible};
pub use fixed::{allocate_pairs, allocate_pairs_keeping, solve_settled, solve_settled_from};
pub use held::held_optima;
pub use outcome::{Effort, Outcome, Solution};

/// Programs with at most so many columns are tried by branch and bound before they are searched.
const TINY_PROGRAM: usize = 400;
/// What is left open of a program is closed by branch and bound where it has at most so many columns.
const SMALL_PROGRAM: usize = 1_500;

/// Rounds of pricing per tier at effort 1.
const ROUNDS: f64 = 400.0;
/// Rounds at any effort: before that a bound says nothing.
const LEAST_ROUNDS: f64 = 60.0;
/// Rounds where prices are known from a similar program. Twelve left the bound of a floor six points
/// too high where one county's needs had fallen by a fifth (shipped case).
const WARM_ROUNDS: f64 = 20.0;
/// The same at any effort: the search favours what the rounds mix.
const LEAST_WARM_ROUNDS: f64 = 10.0;
/// Part of those rounds that a large program gets: its rows were priced by their sums before, and what the last rounds
/// bring is less than what the search makes of their time (832 × 10,000).
const LARGE_PART: f64 = 0.6;

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
}

/// How the work on one tier ended.
enum TierEnd {
    Stage(Stage),
    Infeasible,
    NoPlan,
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
        }
    }

    fn run(mut self) -> Result<Outcome, SolveError> {
        let program = self.program;
        let tiers: Vec<&Tier> = program
            .tiers()
            .iter()
            .filter(|tier| tier.priority.is_some())
            .collect();
        if self.settled.is_empty()
            && let Some(outcome) = self.solve_as_network(&tiers)?
        {
            return Ok(outcome);
        }
        self.keep_settled(&tiers);
        let (tiers, open) = (
            tiers.clone(),
            tiers.get(self.settled.len()..).unwrap_or(&[]),
        );
        let mut stages = Vec::with_capacity(open.len());
        for (index, tier) in tiers.iter().enumerate().skip(self.settled.len()) {
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
                TierEnd::Infeasible => return Ok(Outcome::Infeasible),
                TierEnd::NoPlan => return Ok(self.no_plan()),
            }
        }
        if tiers.is_empty() {
            // Nothing is asked for: any plan that holds will do.
            match self.solve_tier(0, &feasibility::indifferent())? {
                TierEnd::Stage(_) => {}
                TierEnd::Infeasible => return Ok(Outcome::Infeasible),
                TierEnd::NoPlan => return Ok(self.no_plan()),
            }
        }
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
        self.program.columns().len() >= self.options.large_program
    }

    /// The program with what is kept so far, cut into blocks.
    fn blocks(&self) -> Blocks {
        Blocks::new(self.program, &self.kept).as_large(self.is_large())
    }

    fn solve_tier(&mut self, index: usize, tier: &Tier) -> Result<TierEnd, SolveError> {
        self.grounds = None;
        if self.options.method == SolveMethod::Monolithic {
            return self.solve_whole(tier, f64::INFINITY);
        }
        let blocks = self.blocks();
        let objective = self.dense(&tier.terms);
        let start = self.start_of_tier(index);
        let limits = self.generation_limits(tier, start.is_some());
        let patterns = std::mem::take(&mut self.patterns);
        let planned = start
            .into_iter()
            .chain(self.start.and_then(|start| start.last()));
        let planned = planned.flat_map(|start| patterns_of(&blocks, &start.values));
        let warm = Warm {
            patterns: patterns
                .into_iter()
                .filter(|known| blocks.allows(known))
                .chain(planned)
                .collect(),
            prices: start.map(|start| blocks.prices_by_name(&start.prices)),
        };
        let Some(generation) = generate(&blocks, &objective, warm, limits, self.watch)? else {
            return Ok(TierEnd::Infeasible);
        };
        self.grounds = Some(Grounds::of(&blocks, &generation.prices, generation.bound));
        self.patterns = worth_keeping(&generation);
        self.effort.rounds += generation.rounds;
        self.known.resize_with(index, TierStart::default);
        self.known.push(TierStart {
            values: Vec::new(),
            prices: blocks.name_prices(&generation.prices),
        });
        self.struck = self.struck.or(self.watch.stop());
        let mut bound = f64::INFINITY;
        if self.is_tiny() {
            match self.attempt(tier, generation.bound)? {
                Attempt::Done(end) => return Ok(end),
                Attempt::Open(proven) => bound = proven,
            }
        }
        let end = self.search_tier(index, tier, &blocks, &objective, &generation)?;
        Ok(match end {
            TierEnd::Stage(stage) => {
                let stage = stage.below(bound);
                TierEnd::Stage(self.close(tier, &blocks, &generation, stage)?)
            }
            end => end,
        })
    }

    /// What an earlier solve knew of a tier.
    fn start_of_tier(&self, index: usize) -> Option<&'a TierStart> {
        self.start.and_then(|start| start.get(index))
    }

    /// Keeps the plan of a tier for later solves.
    fn note_plan(&mut self, index: usize) {
        if let (Some(known), Some(values)) = (self.known.get_mut(index), &self.incumbent) {
            known.values.clone_from(values);
        }
    }

    fn generation_limits(&self, tier: &Tier, warm: bool) -> GenerationLimits {
        let (rounds, least) = if warm {
            (WARM_ROUNDS, LEAST_WARM_ROUNDS)
        } else {
            (ROUNDS, LEAST_ROUNDS)
        };
        let part = if self.is_large() { LARGE_PART } else { 1.0 };
        GenerationLimits::new(
            (part * (rounds * self.options.effort).max(least)).ceil() as usize,
            self.target_gap(tier, self.rough_size(tier)) * 0.2,
        )
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
