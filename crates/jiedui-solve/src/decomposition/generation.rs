//! Pattern generation: raises the master and lowers the Lagrangian bound until they meet.
//!
//! Dantzig–Wolfe with smoothed prices (Wentges 1997; Pessoa et al. 2018): pricing looks from a point
//! between the best prices known and the master's, which tames the zigzag of the plain method.

use super::blocks::Blocks;
use super::coarse::first_prices;
use super::master::{Master, MasterSolution};
use super::pricing::{Pattern, price_tracks, reduced_gains};
use crate::error::SolveError;
use crate::watch::Watch;
use jiedui_domain::Id;
use std::collections::BTreeSet;

/// How long and how finely to generate.
#[derive(Clone, Copy, Debug)]
pub struct GenerationLimits {
    /// Rounds of pricing at most.
    pub rounds: usize,
    /// Stop when bound and master differ by no more, in the tier's own scale.
    pub gap: f64,
    /// Stop when the bound is no higher.
    pub enough: f64,
}

impl GenerationLimits {
    /// However low the bound is.
    pub fn new(rounds: usize, gap: f64) -> Self {
        Self {
            rounds,
            gap,
            enough: f64::NEG_INFINITY,
        }
    }
}

/// The outcome of a generation.
#[derive(Clone, Debug)]
pub struct Generation {
    /// No mix of matchings, hence no plan, exceeds this.
    pub bound: f64,
    /// Prices of the coupling rows that prove the bound.
    pub prices: Vec<f64>,
    /// The last feasible mix: value of every program column, fractional.
    pub mix: Option<Vec<f64>>,
    /// All patterns known, first those passed in.
    pub patterns: Vec<Pattern>,
    /// Share of each pattern in the mix; 0 where there is no mix.
    pub shares: Vec<f64>,
    /// Rounds used.
    pub rounds: usize,
}

/// Weight of the best prices in the point that pricing looks from.
const SMOOTHING: f64 = 0.8;

/// What is left of that weight with every round in which the mix does not rise, where prices were known.
const LOOSER: f64 = 0.5;

/// Rounds without progress after which a large program is left as it is.
const PATIENCE: usize = 12;
/// Progress, as a part of the gap at which a generation ends.
const NOTICEABLE: f64 = 0.5;

/// What is known before a generation.
#[derive(Clone, Debug, Default)]
pub struct Warm {
    /// Patterns of the same blocks.
    pub patterns: Vec<Pattern>,
    /// Prices of the same rows for a similar objective.
    pub prices: Option<Vec<f64>>,
}

impl Warm {
    /// What a generation over other blocks of the same program knows of these.
    pub fn of(blocks: &Blocks, others: &Blocks, known: &Generation) -> Self {
        let patterns = known.patterns.iter();
        let patterns = patterns.filter(|pattern| blocks.allows(pattern)).cloned();
        Self {
            patterns: patterns.collect(),
            prices: Some(blocks.prices_by_name(&others.name_prices(&known.prices))),
        }
    }
}

/// Generates patterns for `objective` over `blocks`, starting from what is known.
///
/// `Ok(None)` if some track has no matching that meets its quotas.
///
/// *Errors:* [`SolveError::BackEnd`] where the master is refused.
pub fn generate(
    blocks: &Blocks,
    objective: &[f64],
    mut warm: Warm,
    limits: GenerationLimits,
    watch: &dyn Watch,
) -> Result<Option<Generation>, SolveError> {
    if warm.prices.is_none() && blocks.is_large {
        let Some(first) = first_prices(blocks, objective, warm.patterns, limits, watch)? else {
            return Ok(None);
        };
        warm = first;
    }
    generate_from(blocks, objective, warm, limits, watch)
}

/// The same row by row, whatever their number.
pub(super) fn generate_from(
    blocks: &Blocks,
    objective: &[f64],
    warm: Warm,
    limits: GenerationLimits,
    watch: &dyn Watch,
) -> Result<Option<Generation>, SolveError> {
    let mut run = Run::new(blocks, objective, warm.patterns)?;
    let known_prices = warm.prices.is_some();
    let first = warm.prices.unwrap_or_else(|| vec![0.0; blocks.rows.len()]);
    let Some(_) = run.price(&first)? else {
        return Ok(None);
    };
    let mut rounds = 0;
    let mut smoothing = 0.0;
    let mut mixed = f64::NEG_INFINITY;
    let mut idle = Idle::default();
    while rounds < limits.rounds && run.bound > limits.enough && watch.stop().is_none() {
        rounds += 1;
        let Some(solution) = run.solve_master()? else {
            break;
        };
        let reached = solution.slack <= 1e-7;
        if reached {
            run.mix = Some(solution.clone());
        }
        watch.bound(rounds, run.bound, reached.then_some(solution.objective));
        if reached && run.bound - solution.objective <= limits.gap {
            break;
        }
        if blocks.is_large && idle.rounds(run.bound, &solution, limits.gap) >= PATIENCE {
            break;
        }
        let added = run.price_towards(&solution, smoothing)?;
        if added == 0 {
            if reached {
                // Even the master's own prices find nothing: the bound cannot be lowered further.
                break;
            }
            // Slack that pays for itself: the penalty was too low to be a true price.
            if !run.raise_penalty()? {
                break;
            }
            // The master's objective falls with it, which is no standstill.
            idle = Idle::default();
        }
        // Prices of a similar program may be far off: once the mix hardly rises, they hold the bound up.
        let settled = known_prices && reached && solution.objective - mixed < limits.gap;
        smoothing = if settled {
            LOOSER * smoothing
        } else {
            SMOOTHING
        };
        if reached {
            mixed = solution.objective;
        }
    }
    Ok(Some(run.finish(rounds)))
}

/// How long neither bound nor mix has come closer.
#[derive(Default)]
struct Idle {
    rounds: usize,
    last: Option<(f64, f64)>,
}

impl Idle {
    /// Rounds so far in which they came no closer than a part of the gap.
    fn rounds(&mut self, bound: f64, solution: &MasterSolution, gap: f64) -> usize {
        let now = (bound, solution.objective);
        let moved = self.last.is_none_or(|(bound, objective)| {
            bound - now.0 > NOTICEABLE * gap || now.1 - objective > NOTICEABLE * gap
        });
        if moved {
            self.rounds = 0;
            self.last = Some(now);
        } else {
            self.rounds += 1;
        }
        self.rounds
    }
}

struct Run<'a> {
    blocks: &'a Blocks,
    objective: &'a [f64],
    patterns: Vec<Pattern>,
    known: BTreeSet<Vec<(usize, u64)>>,
    master: Master,
    penalty: f64,
    bound: f64,
    best_prices: Vec<f64>,
    mix: Option<MasterSolution>,
}

impl<'a> Run<'a> {
    fn new(
        blocks: &'a Blocks,
        objective: &'a [f64],
        patterns: Vec<Pattern>,
    ) -> Result<Self, SolveError> {
        let scale = objective
            .iter()
            .fold(0.0_f64, |largest, value| largest.max(value.abs()));
        let penalty = 1e3 * scale.max(1e-6);
        let mut run = Self {
            blocks,
            objective,
            patterns: Vec::new(),
            known: BTreeSet::new(),
            master: Master::new(blocks, objective, penalty)?,
            penalty,
            bound: f64::INFINITY,
            best_prices: vec![0.0; blocks.rows.len()],
            mix: None,
        };
        for pattern in patterns {
            run.add(blocks.with_lacking(pattern))?;
        }
        Ok(run)
    }

    fn add(&mut self, pattern: Pattern) -> Result<bool, SolveError> {
        let key = std::iter::once((usize::MAX - pattern.problem, 0))
            .chain(
                pattern
                    .values
                    .iter()
                    .map(|(column, value)| (column.index(), value.to_bits())),
            )
            .collect();
        if !self.known.insert(key) {
            return Ok(false);
        }
        self.master.add(self.blocks, self.objective, &pattern)?;
        self.patterns.push(pattern);
        Ok(true)
    }

    /// Prices at smoothed prices; if those find nothing new, moves towards the master's own.
    fn price_towards(
        &mut self,
        solution: &MasterSolution,
        smoothing: f64,
    ) -> Result<usize, SolveError> {
        let mut share = smoothing;
        loop {
            let prices: Vec<f64> = self
                .best_prices
                .iter()
                .zip(&solution.prices)
                .map(|(best, own)| share * best + (1.0 - share) * own)
                .collect();
            let added = self.price(&prices)?.unwrap_or(0);
            if added > 0 || share <= 0.0 {
                return Ok(added);
            }
            share = if share > 0.3 { share - 0.3 } else { 0.0 };
        }
    }

    /// Prices all tracks, tightens the bound, adds new patterns; how many, `None` if infeasible.
    fn price(&mut self, prices: &[f64]) -> Result<Option<usize>, SolveError> {
        let mut prices = prices.to_vec();
        let mut bound = 0.0;
        for (price, row) in prices.iter_mut().zip(&self.blocks.rows) {
            // A price against a side that has no limit proves nothing.
            let side = if *price > 0.0 { row.upper } else { row.lower };
            if side.is_finite() {
                bound += *price * side;
            } else {
                *price = 0.0;
            }
        }
        let gains = reduced_gains(self.blocks, self.objective, &prices);
        for free in &self.blocks.free {
            let gain = gains[free.column.index()];
            // A gain within rounding of zero on an unbounded column must not read as an infinite bound.
            let best = if gain > 0.0 { free.upper } else { free.lower };
            bound += if best.is_finite() || gain.abs() > 1e-12 {
                gain * best
            } else {
                0.0
            };
        }
        let Some(priced) = price_tracks(self.blocks, &gains) else {
            return Ok(None);
        };
        bound += priced.iter().map(|track| track.bound).sum::<f64>();
        if bound < self.bound {
            self.bound = bound;
            self.best_prices = prices;
        }
        let mut added = 0;
        for track in priced {
            added += usize::from(self.add(track.pattern)?);
        }
        Ok(Some(added))
    }

    /// Solves the master warm; where the back end gives up on that, once more from scratch. `None` if
    /// it fails even so: what was proven up to here stands.
    fn solve_master(&mut self) -> Result<Option<MasterSolution>, SolveError> {
        if let Ok(Some(solution)) = self.master.solve() {
            return Ok(Some(solution));
        }
        self.rebuild_master()?;
        Ok(self.master.solve().unwrap_or(None))
    }

    fn raise_penalty(&mut self) -> Result<bool, SolveError> {
        self.penalty *= 100.0;
        if self.penalty > 1e12 {
            return Ok(false);
        }
        self.rebuild_master()?;
        Ok(true)
    }

    fn rebuild_master(&mut self) -> Result<(), SolveError> {
        self.master = Master::new(self.blocks, self.objective, self.penalty)?;
        for pattern in &self.patterns {
            self.master.add(self.blocks, self.objective, pattern)?;
        }
        Ok(())
    }

    /// The bound without any prices, where tracks count nothing of themselves, so that it needs no pricing.
    ///
    /// Few rounds on a large track can leave the priced bound above it: pricing allows for the rounding of each
    /// weight.
    fn bound_without_prices(&self) -> Option<f64> {
        let mut counted = self.objective.to_vec();
        let mut bound = 0.0;
        for free in &self.blocks.free {
            let own = std::mem::take(&mut counted[free.column.index()]);
            if own != 0.0 {
                bound += own * if own > 0.0 { free.upper } else { free.lower };
            }
        }
        counted.iter().all(|own| *own == 0.0).then_some(bound)
    }

    fn finish(mut self, rounds: usize) -> Generation {
        if let Some(bound) = self.bound_without_prices()
            && bound < self.bound
        {
            self.bound = bound;
            self.best_prices = vec![0.0; self.blocks.rows.len()];
        }
        let mix = self.mix.as_ref().map(|solution| {
            let mut values = vec![0.0; self.blocks.entries.len()];
            for (free, value) in self.blocks.free.iter().zip(&solution.free) {
                values[free.column.index()] = *value;
            }
            for (pattern, share) in self.patterns.iter().zip(&solution.shares) {
                for (column, value) in &pattern.values {
                    values[column.index()] += share * value;
                }
            }
            values
        });
        let mut shares = self.mix.map(|solution| solution.shares).unwrap_or_default();
        shares.resize(self.patterns.len(), 0.0);
        Generation {
            bound: self.bound,
            prices: self.best_prices,
            mix,
            patterns: self.patterns,
            shares,
            rounds,
        }
    }
}
