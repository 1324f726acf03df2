//! The lexicographic driver: tier by tier, each with its bound, its plan, and what later tiers must keep.

use crate::backend::{BackEndEnd, BackEndLimits, Part, solve_part};
use crate::decomposition::blocks::{Blocks, KeptTier};
use crate::decomposition::generation::{Generation, GenerationLimits, generate};
use crate::decomposition::pricing::Pattern;
use crate::error::SolveError;
use crate::rounding::round_to_steps;
use crate::search::anneal::{Aim, anneal};
use crate::search::landscape::Landscape;
use crate::watch::Watch;
use jiedui_domain::{
    Gap, Id, IdVec, MeasureScale, Proof, SolveMethod, SolverOptions, Termination, TierResult,
};
use jiedui_model::{ColumnId, ColumnKind, Program, Tier};

/// What became of a program.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// A plan.
    Solved(Solution),
    /// No plan satisfies the rows: proven.
    Infeasible,
    /// Stopped before any plan was found; nothing is known about feasibility.
    NoPlan(Termination),
}

/// A plan of the program.
#[derive(Clone, Debug)]
pub struct Solution {
    /// Value of every column: amounts in steps of 0.01, whole where the sector is.
    pub values: Vec<f64>,
    /// One per priority of the policy, in order.
    pub tiers: Vec<TierResult>,
    /// Why the search ended.
    pub termination: Termination,
    /// Work done.
    pub effort: Effort,
}

/// Counts of work, for logs and benchmarks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Rounds of pricing.
    pub rounds: usize,
    /// Problems handed to the back end, the masters not counted.
    pub back_end_calls: usize,
}

/// Programs with at most this many columns are closed by branch and bound, larger ones by search.
const SMALL_PROGRAM: usize = 1_500;

/// Rounds of pricing per tier at effort 1.
const ROUNDS: f64 = 400.0;
/// Moves per chain and tier at effort 1.
const MOVES: f64 = 400_000.0;
/// Branch-and-bound nodes per call at effort 1.
const NODES: f64 = 20_000.0;

/// Solves a program tier by tier.
///
/// *Errors:* [`SolveError`] for failures of the machinery.
/// *Determinism:* the same program and options give the same solution, whatever the number of
/// threads, unless the watch stops it or the back end's time limit strikes; the termination says so.
pub fn solve(program: &Program, options: &SolverOptions, watch: &dyn Watch) -> Result<Outcome, SolveError> {
    if options.backend != "highs" {
        return Err(SolveError::UnknownBackEnd(options.backend.clone()));
    }
    Driver::new(program, options, watch).run()
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
    incumbent: Option<Vec<f64>>,
    patterns: Vec<Pattern>,
    struck: Option<Termination>,
    effort: Effort,
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
            incumbent: None,
            patterns: Vec::new(),
            struck: None,
            effort: Effort::default(),
        }
    }

    fn run(mut self) -> Result<Outcome, SolveError> {
        let program = self.program;
        let tiers: Vec<&Tier> = program.tiers().iter().filter(|tier| tier.priority.is_some()).collect();
        let mut stages = Vec::with_capacity(tiers.len());
        for (index, tier) in tiers.iter().enumerate() {
            self.watch.tier(index, tiers.len());
            match self.solve_tier(index, tier)? {
                TierEnd::Stage(stage) => {
                    self.keep(tier, stage.reached, true);
                    stages.push(stage);
                }
                TierEnd::Infeasible => return Ok(Outcome::Infeasible),
                TierEnd::NoPlan => {
                    return Ok(Outcome::NoPlan(self.struck.unwrap_or(Termination::EffortSpent)));
                }
            }
        }
        if tiers.is_empty() {
            // Nothing is asked for: any plan that holds will do.
            let indifferent = Tier {
                priority: None,
                tie_break: None,
                objectives: Vec::new(),
                terms: Vec::new(),
                scale: MeasureScale::Relative,
            };
            match self.solve_tier(0, &indifferent)? {
                TierEnd::Stage(_) => {}
                TierEnd::Infeasible => return Ok(Outcome::Infeasible),
                TierEnd::NoPlan => {
                    return Ok(Outcome::NoPlan(self.struck.unwrap_or(Termination::EffortSpent)));
                }
            }
        }
        self.return_unused_tolerance(&tiers)?;
        if self.solves_exactly() && self.struck.is_none() {
            self.break_ties(&tiers)?;
        }
        self.finish(&tiers, stages)
    }

    /// Whether plans come from branch and bound over the whole program.
    fn solves_exactly(&self) -> bool {
        self.options.method == SolveMethod::Monolithic || self.program.columns().len() <= SMALL_PROGRAM
    }

    fn solve_tier(&mut self, index: usize, tier: &Tier) -> Result<TierEnd, SolveError> {
        if self.options.method == SolveMethod::Monolithic {
            return self.solve_whole(tier, f64::INFINITY);
        }
        let blocks = Blocks::new(self.program, &self.kept);
        let objective = self.dense(&tier.terms);
        let limits = GenerationLimits {
            rounds: (ROUNDS * self.options.effort).ceil() as usize,
            gap: self.target_gap(tier, self.rough_size(tier)) * 0.2,
        };
        let patterns = std::mem::take(&mut self.patterns);
        let Some(generation) = generate(&blocks, &objective, patterns, limits, self.watch)? else {
            return Ok(TierEnd::Infeasible);
        };
        self.patterns = generation.patterns.clone();
        self.effort.rounds += generation.rounds;
        self.struck = self.struck.or(self.watch.stop());
        if self.solves_exactly() {
            return self.solve_whole(tier, generation.bound);
        }
        self.search_tier(index, tier, &blocks, &generation)
    }

    /// The whole program by branch and bound.
    fn solve_whole(&mut self, tier: &Tier, known_bound: f64) -> Result<TierEnd, SolveError> {
        let fixed = IdVec::filled(None, self.program.columns().len());
        let size = self.rough_size(tier);
        let found = self.back_end(&fixed, tier, self.target_gap(tier, size) * 0.01)?;
        match (found.end, found.values) {
            (BackEndEnd::Infeasible, _) if self.incumbent.is_none() => Ok(TierEnd::Infeasible),
            (end, Some(values)) => {
                self.note_end(end);
                let reached = self.accept(tier, values);
                let (bound, proof) = if found.bound < known_bound {
                    (found.bound, Proof::BranchAndBound)
                } else {
                    (known_bound, Proof::Decomposition)
                };
                Ok(TierEnd::Stage(Stage { reached, bound: bound.max(reached), proof }))
            }
            (end, None) => {
                // The plan of the tier before still stands; it just was not improved.
                self.note_end(end);
                let Some(values) = self.incumbent.clone() else { return Ok(TierEnd::NoPlan) };
                let reached = self.accept(tier, values);
                let bound = known_bound.min(if end == BackEndEnd::Infeasible { known_bound } else { found.bound });
                Ok(TierEnd::Stage(Stage { reached, bound: bound.max(reached), proof: Proof::BranchAndBound }))
            }
        }
    }

    /// A plan for a large program: search over pairs from the matchings that pricing found, then the
    /// best amounts for the pairs found.
    fn search_tier(
        &mut self,
        index: usize,
        tier: &Tier,
        blocks: &Blocks,
        generation: &Generation,
    ) -> Result<TierEnd, SolveError> {
        let landscape = Landscape::new(self.program, blocks);
        let mut candidates: Vec<Vec<ColumnId>> = self.incumbent.iter().map(|values| self.pairs_of(values)).collect();
        let from_mix = best_patterns(blocks, generation);
        candidates.push(from_mix);
        if let Some(landscape) = &landscape {
            let starts: Vec<Vec<usize>> = candidates
                .iter()
                .map(|pairs| spots_of(landscape, pairs))
                .filter(|spots| crate::search::state::State::new(landscape, blocks, spots).holds_everything())
                .collect();
            let aim = Aim {
                tier: index,
                keep: self.kept.iter().map(|kept| kept.at_least).collect(),
                bound: generation.bound,
                enough: self.target_gap(tier, generation.bound.abs()) * 0.5,
                favoured: (0..landscape.spots.len())
                    .filter(|spot| {
                        let pair = landscape.spots[*spot].pair;
                        generation.mix.as_ref().is_some_and(|mix| mix[pair.index()] > 1e-6)
                    })
                    .collect(),
                moves: (MOVES * self.options.effort).ceil() as usize,
                seed: self.options.seed,
            };
            if let Some((_, spots)) = anneal(landscape, blocks, &starts, &aim, self.watch) {
                let mut pairs: Vec<ColumnId> = spots.iter().map(|spot| landscape.spots[*spot].pair).collect();
                pairs.sort();
                candidates.insert(0, pairs);
            }
        }
        self.struck = self.struck.or(self.watch.stop());
        let mut best: Option<(f64, Vec<f64>)> = None;
        for pairs in candidates {
            if let Some((value, values)) = self.allocate(tier, &pairs)? {
                if best.as_ref().is_none_or(|(known, _)| value > *known) {
                    best = Some((value, values));
                }
            }
        }
        let sees = landscape.as_ref().is_some_and(|known| known.sees.get(index).copied().unwrap_or(false));
        if best.is_none() || !sees || std::env::var("RENS").is_ok() {
            if let Some((value, values)) = self.solve_restricted(tier, generation)? {
                if best.as_ref().is_none_or(|(known, _)| value > *known) {
                    best = Some((value, values));
                }
            }
        }
        match best {
            Some((_, values)) => {
                let reached = self.accept(tier, values);
                self.watch.plan(reached);
                let bound = generation.bound.max(reached);
                Ok(TierEnd::Stage(Stage { reached, bound, proof: Proof::Decomposition }))
            }
            // Neither search nor the restricted program found a plan: the whole program decides.
            None => self.solve_whole(tier, generation.bound),
        }
    }

    /// Branch and bound over the pairs that the fractional mix uses (RENS, Berthold 2014).
    fn solve_restricted(
        &mut self,
        tier: &Tier,
        generation: &Generation,
    ) -> Result<Option<(f64, Vec<f64>)>, SolveError> {
        let Some(mix) = &generation.mix else { return Ok(None) };
        let used = |column: ColumnId| {
            mix[column.index()] > 1e-6
                || self.incumbent.as_ref().is_some_and(|values| values[column.index()] > 0.5)
        };
        let fixed = self.fix_pairs(|pair| if used(pair) { None } else { Some(0.0) });
        let found = self.back_end(&fixed, tier, self.target_gap(tier, generation.bound.abs()))?;
        self.note_end(found.end);
        Ok(found.values.map(|values| (found.objective, values)))
    }

    /// The best amounts when exactly these pairs are formed; `None` if they break a rule or a kept tier.
    fn allocate(&mut self, tier: &Tier, pairs: &[ColumnId]) -> Result<Option<(f64, Vec<f64>)>, SolveError> {
        let fixed = self.fix_pairs(|pair| Some(f64::from(u8::from(pairs.binary_search(&pair).is_ok()))));
        let found = self.back_end(&fixed, tier, 1e-9)?;
        if found.end == BackEndEnd::TimeLimit {
            self.note_end(found.end);
        }
        Ok(found.values.map(|values| (found.objective, values)))
    }

    /// Fixes pair columns as told, and the help of pairs that are fixed at 0.
    fn fix_pairs(&self, fix: impl Fn(ColumnId) -> Option<f64>) -> IdVec<ColumnId, Option<f64>> {
        let mut fixed = IdVec::filled(None, self.program.columns().len());
        for columns in self.program.arcs().values() {
            let Some(pair) = columns.pair else { continue };
            let at = fix(pair);
            fixed[pair] = at;
            if at == Some(0.0) {
                for (_, help) in &columns.help {
                    fixed[*help] = Some(0.0);
                }
            }
        }
        fixed
    }

    fn back_end(
        &mut self,
        fixed: &IdVec<ColumnId, Option<f64>>,
        tier: &Tier,
        absolute_gap: f64,
    ) -> Result<crate::backend::Found, SolveError> {
        self.effort.back_end_calls += 1;
        let part = Part {
            program: self.program,
            fixed,
            kept: &self.kept,
            objective: &tier.terms,
            start: self.incumbent.as_deref(),
        };
        solve_part(
            &part,
            BackEndLimits {
                absolute_gap,
                nodes: (NODES * self.options.effort).min(2e9) as i32,
                seconds: std::env::var("SECS").map(|v| v.parse().unwrap()).unwrap_or(self.options.time_limit_s),
                seed: (self.options.seed % 2_147_483_647) as i32,
            },
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

    /// Later tiers keep what was reached, less the tolerance.
    fn keep(&mut self, tier: &Tier, reached: f64, with_tolerance: bool) {
        let values = self.incumbent.as_deref().unwrap_or(&[]);
        let allowance: f64 = if with_tolerance {
            tier.objectives
                .iter()
                .map(|part| {
                    let objective = &part.objective;
                    let size = match objective.measure.scale() {
                        MeasureScale::Share => 1.0,
                        MeasureScale::Relative => self.program.evaluate(&part.terms, values).abs(),
                    };
                    objective.weight.abs() * objective.tolerance * size
                })
                .sum()
        } else {
            0.0
        };
        let noise = 1e-9 * (1.0 + reached.abs());
        self.kept.push(KeptTier { terms: tier.terms.clone(), at_least: reached - allowance - noise });
    }

    /// With the pairs held, gives earlier tiers back what later ones did not use of the tolerance.
    fn return_unused_tolerance(&mut self, tiers: &[&Tier]) -> Result<(), SolveError> {
        let saved = self.kept.clone();
        if let (Some(last), Some(values)) = (tiers.last(), self.incumbent.as_ref()) {
            let reached = self.program.evaluate(&last.terms, values);
            self.kept.pop();
            self.keep(last, reached, false);
        }
        for tier in tiers {
            let Some(pairs) = self.incumbent.as_ref().map(|values| self.pairs_of(values)) else { break };
            let Some((_, values)) = self.allocate(tier, &pairs)? else { break };
            let before = self.incumbent.as_ref().map_or(f64::NEG_INFINITY, |known| {
                self.program.evaluate(&tier.terms, known)
            });
            let held = self.incumbent.clone();
            let after = self.accept(tier, values);
            if after < before {
                self.incumbent = held;
            }
            self.keep(tier, after.max(before), false);
        }
        self.kept = saved;
        Ok(())
    }

    /// Among plans that are as good in every tier, the one that the last tier of the model prefers.
    fn break_ties(&mut self, tiers: &[&Tier]) -> Result<(), SolveError> {
        let Some(values) = self.incumbent.clone() else { return Ok(()) };
        let saved = std::mem::take(&mut self.kept);
        for tier in tiers {
            self.keep(tier, self.program.evaluate(&tier.terms, &values), false);
        }
        let stages: Vec<Tier> =
            self.program.tiers().iter().filter(|tier| tier.priority.is_none()).cloned().collect();
        for stage in &stages {
            if let TierEnd::Stage(done) = self.solve_whole(stage, f64::INFINITY)? {
                self.keep(stage, done.reached, false);
            }
        }
        let all: Vec<&Tier> = tiers.to_vec();
        self.return_unused_tolerance(&all)?;
        self.kept = saved;
        Ok(())
    }

    fn finish(mut self, tiers: &[&Tier], stages: Vec<Stage>) -> Result<Outcome, SolveError> {
        let Some(mut values) = self.incumbent.take() else {
            return Ok(Outcome::NoPlan(self.struck.unwrap_or(Termination::EffortSpent)));
        };
        round_to_steps(self.program, &mut values)?;
        self.program.complete(&mut values);
        let mut all_optimal = true;
        let results = tiers
            .iter()
            .zip(stages)
            .map(|(tier, stage)| {
                let in_plan = self.program.evaluate(&tier.terms, &values);
                let target = self.target_gap(tier, stage.reached.abs());
                all_optimal &= stage.bound - stage.reached <= target + 1e-9;
                TierResult {
                    priority: tier.priority.unwrap_or(0),
                    objectives: tier.objectives.iter().map(|part| part.objective.clone()).collect(),
                    reached: stage.reached,
                    in_plan,
                    bound: stage.bound,
                    proof: stage.proof,
                    gap: Gap::between(in_plan, stage.bound.max(in_plan)),
                    scale: tier.scale,
                }
            })
            .collect();
        let termination = match self.struck {
            Some(struck) => struck,
            None if all_optimal => Termination::Optimal,
            None => Termination::EffortSpent,
        };
        Ok(Outcome::Solved(Solution { values, tiers: results, termination, effort: self.effort }))
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
                self.options.gap * tier.objectives.iter().map(|part| part.objective.weight.abs()).sum::<f64>()
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
        let is_pair = |column: ColumnId| matches!(self.program.columns()[column].kind, ColumnKind::Pair(_));
        self.program
            .columns()
            .ids()
            .filter(|column| values[column.index()] > 0.5 && is_pair(*column))
            .collect()
    }
}

/// Per track, the pattern with the greatest share of the mix: a whole set of pairs.
fn best_patterns(blocks: &Blocks, generation: &Generation) -> Vec<ColumnId> {
    let mut pairs = Vec::new();
    for track in 0..blocks.tracks.len() {
        let best = generation
            .patterns
            .iter()
            .zip(&generation.shares)
            .filter(|(pattern, _)| pattern.track == track)
            .max_by(|a, b| a.1.total_cmp(b.1));
        if let Some((pattern, _)) = best {
            let is_pair = |column: ColumnId| blocks.tracks[track].pairs.iter().any(|known| known.pair == column);
            pairs.extend(pattern.values.iter().map(|(column, _)| *column).filter(|column| is_pair(*column)));
        }
    }
    pairs.sort();
    pairs
}

fn spots_of(landscape: &Landscape, pairs: &[ColumnId]) -> Vec<usize> {
    (0..landscape.spots.len())
        .filter(|spot| pairs.binary_search(&landscape.spots[*spot].pair).is_ok())
        .collect()
}
