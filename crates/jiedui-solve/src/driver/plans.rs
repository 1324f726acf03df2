//! The plan of one tier: by branch and bound over the whole program, or by search over pairs and the
//! best amounts for them.

use super::amounts::Valued;
use super::evidence::Grounds;
use super::{Driver, Stage, TierEnd};
use crate::backend::BackEndEnd;
use crate::decomposition::blocks::Blocks;
use crate::decomposition::cutoff::cutoffs_of;
use crate::decomposition::generation::{Generation, Warm, generate};
use crate::error::SolveError;
use crate::search::aim::{Aim, Known, Schedule, Start};
use crate::search::anneal::anneal;
use crate::search::landscape::Landscape;
use crate::search::leading::{Leading, mend, take_turns};
use crate::search::starts::{
    best_patterns, favoured, formed_in, nearest_pairs, pairs_in, start_from, start_near, start_of,
};
use crate::start::STAYING;
use jiedui_domain::{Id, IdVec, Proof};
use jiedui_model::{ColumnId, Tier};

/// Moves per chain and tier at effort 1, and in a tier that is a floor, which searches several times.
const MOVES: f64 = 600_000.0;
const FLOOR_MOVES: f64 = 300_000.0;
/// Moves of a filling in the turns of a leading track.
const TURN_MOVES: f64 = 500_000.0;
/// The same for a plan that could not be mended: whoever asks what if waits for the answer.
const WARM_TURN_MOVES: f64 = 250_000.0;
/// Waves of chains in a tier that is no floor.
const WAVES: u64 = 4;
/// Moves per chain and tier where a plan is known. Two fifths of them left floors up to three points
/// behind a run from nothing (generated case, 12 x 96), and moved more pairs, since a plan that is
/// mended badly leaves more to gain elsewhere.
const WARM_MOVES: f64 = 100_000.0;
/// Moves of a lane that mends a known plan: 100,000 were measured to bring a hundredth more in the last tier
/// and to take a fifth more of the whole what-if (28 changes of the shipped case).
const MENDING_MOVES: f64 = 60_000.0;
/// The least of them at any effort: a lane of a few thousand moves is over before it
/// has cooled, and these are cheap beside the rounds of pricing.
const LEAST_MENDING: usize = 20_000;
/// A floor that is found near a known plan and is short of its bound by more than so many of the gaps
/// asked for is searched further as if nothing were known: the change took away what the plan rests on.
const FAR: f64 = 3.0;
/// Helpers for which those moves were measured to be enough; a large case gets more in proportion.
const MEASURED_WITH: f64 = 300.0;
/// How hot the search begins in a large case: from the mix, since its moves do not suffice to find back to where
/// it is from anywhere else.
const NEAR_MIX: f64 = 0.3;
/// The search values help as divisible; earlier tiers are kept by this share more, so that whole
/// units still keep them.
const MARGIN: f64 = 1e-3;
/// Times that a floor found sharpens the bound and the search again.
const PASSES: i32 = 3;

/// Programs of pairs alone with at most this many columns are closed by branch and bound: their
/// relaxations are near whole, and a search over pairs is the poorer way.
const PAIRS_PROGRAM: usize = 60_000;
/// Part of the target gap that branch and bound leaves open.
const EXACT: f64 = 0.01;
/// The better of two plans; the first unless the second is better by more than the margin.
fn better(known: Option<Valued>, found: Option<Valued>, margin: f64) -> Option<Valued> {
    match (known, found) {
        (Some(known), Some(found)) => Some(if found.0 > known.0 + margin {
            found
        } else {
            known
        }),
        (known, found) => known.or(found),
    }
}

/// How many times the moves that a case of the measured size needs are to be tried.
fn size_of(blocks: &Blocks) -> f64 {
    if !blocks.is_large() {
        return 1.0;
    }
    let helpers: usize = blocks.tracks.iter().map(|track| track.helpers.len()).sum();
    (helpers as f64 / MEASURED_WITH).max(1.0)
}

impl Driver<'_> {
    /// The whole program by branch and bound.
    pub(super) fn solve_whole(
        &mut self,
        tier: &Tier,
        known_bound: f64,
    ) -> Result<TierEnd, SolveError> {
        let fixed = IdVec::filled(None, self.program.columns().len());
        let size = self.rough_size(tier);
        let gap = self.target_gap(tier, size) * EXACT;
        let mut found = self.back_end(&fixed, tier, gap)?;
        if found.end == BackEndEnd::Infeasible && self.incumbent.is_some() {
            // The plan in hand is feasible, so this is the back end's rounding against a kept tier.
            let exact = self.kept.clone();
            for kept in &mut self.kept {
                kept.at_least -= 1e-5 * (1.0 + kept.at_least.abs());
            }
            found = self.back_end(&fixed, tier, gap)?;
            self.kept = exact;
        }
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
                Ok(TierEnd::Stage(Stage {
                    reached,
                    bound: bound.max(reached),
                    proof,
                }))
            }
            (end, None) => {
                // The plan of the tier before still stands; it just was not improved.
                self.note_end(end);
                let Some(values) = self.incumbent.clone() else {
                    return Ok(TierEnd::NoPlan);
                };
                let reached = self.accept(tier, values);
                let bound = match end {
                    BackEndEnd::Infeasible => known_bound,
                    _ => known_bound.min(found.bound),
                };
                if !bound.is_finite() {
                    return Err(SolveError::BackEnd("program"));
                }
                Ok(TierEnd::Stage(Stage {
                    reached,
                    bound: bound.max(reached),
                    proof: Proof::BranchAndBound,
                }))
            }
        }
    }

    /// A plan for a large program: search over pairs from the matchings that pricing found, then the best amounts for the pairs found. Where the tier is a floor, what was found
    /// tightens the blocks, which sharpens both the bound and the next search.
    pub(super) fn search_tier(
        &mut self,
        index: usize,
        tier: &Tier,
        blocks: &Blocks,
        objective: &[f64],
        generation: &Generation,
    ) -> Result<TierEnd, SolveError> {
        let is_floor = cutoffs_of(self.program, &tier.terms, 0.0).is_some();
        if !is_floor && self.only_pairs() && self.program.columns().len() <= PAIRS_PROGRAM {
            return self.close_pairs(tier, blocks, generation);
        }
        let known = self.start_of_tier(index);
        let landscape = Landscape::new(self.program, blocks);
        let mut best: Option<Valued> = None;
        let mut bound = generation.bound;
        let mut current = generation.clone();
        let mut current_blocks = blocks.clone();
        let mut sharpens = true;
        let is_last_known = known.is_some() && self.is_last_known(index);
        let passes = match (is_floor, is_last_known) {
            (true, _) => PASSES,
            (false, true) => 2,
            (false, false) => 1,
        };
        // Where a plan is known, another one must be better by the gap asked for.
        let margin = known.map_or(0.0, |_| self.target_gap(tier, bound.abs()));
        for pass in 0..passes {
            // After the first pass the known plan counts as one among others.
            let near = known.filter(|_| pass == 0);
            // A known plan has spent that margin already.
            let has_margin = near.is_none() && !(is_floor && known.is_some());
            let margin_of_units = if has_margin { MARGIN } else { 0.0 };
            let moves = match near {
                Some(_) => WARM_MOVES,
                None if is_floor => FLOOR_MOVES * 0.5_f64.powi(passes - 1 - pass),
                None => MOVES,
            };
            let nearest = near.map(|start| nearest_pairs(blocks, &start.values, &current));
            // Each with whether it was sought for this tier.
            let mut candidates: Vec<(bool, Vec<ColumnId>)> = best
                .iter()
                .map(|(_, values)| values)
                .chain(self.incumbent.iter())
                .map(|values| (false, self.pairs_of(values)))
                .collect();
            if let Some(landscape) = &landscape {
                let mut starts: Vec<Start> = best
                    .iter()
                    .map(|(_, values)| values)
                    .chain(self.incumbent.iter())
                    .map(|values| start_from(landscape, values))
                    .collect();
                match (near, &nearest) {
                    (Some(start), Some(pairs)) => {
                        starts.insert(0, start_near(landscape, &start.values, pairs));
                    }
                    _ => starts.push(start_of(
                        landscape,
                        &best_patterns(&current_blocks, &current),
                    )),
                }
                let aim = Aim {
                    tier: index,
                    keep: self
                        .kept
                        .iter()
                        .map(|kept| kept.at_least + margin_of_units * kept.at_least.abs())
                        .collect(),
                    bound,
                    enough: self.target_gap(tier, bound.abs()) * 0.5,
                    favoured: favoured(landscape, &current),
                    known: near.map(|start| Known {
                        counts_in_best: true,
                        formed: formed_in(landscape, &start.values),
                        each: if self.is_last_known(index) {
                            STAYING * margin
                        } else {
                            0.0
                        },
                    }),
                    held: None,
                    levelling: None,
                    schedule: match near {
                        Some(_) => Schedule::NEAR_KNOWN,
                        None if blocks.is_large() => Schedule::straying(NEAR_MIX),
                        None => Schedule::FROM_NOTHING,
                    },
                    waves: if known.is_some() || is_floor {
                        1
                    } else {
                        WAVES
                    },
                    moves: (moves * size_of(blocks) * self.options.effort).ceil() as usize,
                    seed: self
                        .options
                        .seed
                        .wrapping_add(1000 * u64::from(pass.unsigned_abs())),
                };
                let found = self.search_pairs(landscape, blocks, &starts, &aim);
                let found = found.iter().map(|start| pairs_in(landscape, start));
                candidates.splice(0..0, found.map(|pairs| (true, pairs)));
            } else {
                candidates.push((true, best_patterns(&current_blocks, &current)));
            }
            self.struck = self.struck.or(self.watch.stop());
            // The known plan comes first, and the others have to beat it.
            candidates.splice(0..0, nearest.map(|pairs| (true, pairs)));
            candidates.dedup_by(|later, first| later.1 == first.1);
            // Once in 200 what-ifs no mended set of pairs had amounts that keep the floor: what is left then is the
            // plan of an earlier tier, which knows nothing of this one.
            let mut is_lost = false;
            for (is_sought, pairs) in candidates {
                is_lost |= !is_sought && best.is_none();
                let to_beat = best.as_ref().map(|(value, _)| value + margin);
                let found = self.allocate_beyond(tier, &pairs, to_beat)?;
                best = better(best, found, margin);
            }
            if let Some((value, _)) = &best {
                self.watch.plan(*value);
            }
            let target = self.target_gap(tier, bound.abs());
            let Some((value, _)) = &best else { break };
            if !is_floor {
                if is_lost && self.struck.is_none() {
                    continue;
                }
                break;
            }
            let enough = known.map_or(target, |_| FAR * target);
            if bound - value <= enough || self.struck.is_some() {
                break;
            }
            let Some(cutoff) = cutoffs_of(self.program, &tier.terms, *value) else {
                break;
            };
            if pass + 1 == passes || !sharpens {
                continue;
            }
            // Only plans that beat the one in hand matter from here on.
            let narrower = blocks.beyond(self.program, cutoff);
            let patterns = current
                .patterns
                .iter()
                .filter(|known| narrower.allows(known))
                .cloned()
                .collect();
            let warm = Warm {
                patterns,
                prices: Some(current.prices.clone()),
            };
            match generate(
                &narrower,
                objective,
                warm,
                self.generation_limits(tier, known.is_some()),
                self.watch,
            )? {
                Some(sharper) => {
                    self.effort.rounds += sharper.rounds;
                    if sharper.bound < bound {
                        self.grounds =
                            Some(Grounds::beyond(&sharper.prices, *value, sharper.bound));
                    }
                    // What did not lower the bound once will hardly do so after a small step.
                    sharpens = sharper.bound < bound - target;
                    bound = bound.min(sharper.bound.max(*value));
                    (current, current_blocks) = (sharper, narrower);
                }
                None => {
                    // No matching is left that could beat the plan.
                    self.grounds = Some(Grounds::beyond(&current.prices, *value, *value));
                    bound = *value;
                    break;
                }
            }
        }
        let sees = landscape
            .as_ref()
            .is_some_and(|known| known.sees.get(index).copied().unwrap_or(false));
        if best.is_none() || !sees {
            let found = self.solve_restricted(tier, generation)?;
            best = better(best, found, 0.0);
        }
        match best {
            Some((_, values)) => {
                let reached = self.accept(tier, values);
                Ok(TierEnd::Stage(Stage {
                    reached,
                    bound: bound.max(reached),
                    proof: Proof::Decomposition,
                }))
            }
            // Neither search nor the restricted program found a plan: the whole program decides.
            None => self.solve_whole(tier, generation.bound),
        }
    }

    /// Sets of pairs from a search: where there is a leading track, the plan to stay near mended, and where
    /// there is none or it cannot be mended, turns; else moves over all tracks.
    fn search_pairs(
        &self,
        landscape: &Landscape,
        blocks: &Blocks,
        starts: &[Start],
        aim: &Aim,
    ) -> Vec<Start> {
        let stays = aim.known.is_some();
        if (!stays || self.is_last_known(aim.tier))
            && let Some(start) = starts.first()
            && let Some(leading) = Leading::new(landscape, blocks, aim.tier, &aim.keep)
        {
            let with_moves = |moves: f64| Aim {
                moves: (moves * self.options.effort).ceil() as usize,
                ..aim.clone()
            };
            if stays {
                let mut aim = with_moves(MENDING_MOVES);
                aim.moves = aim.moves.max(LEAST_MENDING);
                let found = mend(landscape, blocks, &leading, start, &aim, self.watch);
                if !found.is_empty() {
                    return found;
                }
            }
            let moves = match self.start {
                Some(_) => WARM_TURN_MOVES,
                None => TURN_MOVES,
            };
            let aim = with_moves(moves * size_of(blocks));
            let found = take_turns(landscape, blocks, &leading, start, &aim, self.watch);
            if !found.is_empty() {
                return found;
            }
        }
        anneal(landscape, blocks, starts, aim, self.watch)
            .into_iter()
            .collect()
    }

    /// Whether a known plan is the one to stay near: pairs of earlier tiers are gone in the end.
    fn is_last_known(&self, index: usize) -> bool {
        self.start.is_some_and(|start| index + 1 == start.len())
    }

    /// Whether the program decides on pairs alone, with no amounts of help.
    fn only_pairs(&self) -> bool {
        self.program
            .arcs()
            .values()
            .all(|columns| columns.help.is_empty())
    }

    /// A pure matching: the matchings of the mix if they reach the bound, else branch and bound.
    fn close_pairs(
        &mut self,
        tier: &Tier,
        blocks: &Blocks,
        generation: &Generation,
    ) -> Result<TierEnd, SolveError> {
        let pairs = best_patterns(blocks, generation);
        if let Some((value, values)) = self.allocate(tier, &pairs)?
            && generation.bound - value <= self.target_gap(tier, value.abs()) * EXACT
        {
            let reached = self.accept(tier, values);
            return Ok(TierEnd::Stage(Stage {
                reached,
                bound: generation.bound.max(reached),
                proof: Proof::Decomposition,
            }));
        }
        self.solve_whole(tier, generation.bound)
    }

    /// Branch and bound over the pairs that the fractional mix uses (RENS, Berthold 2014).
    pub(super) fn solve_restricted(
        &mut self,
        tier: &Tier,
        generation: &Generation,
    ) -> Result<Option<Valued>, SolveError> {
        let Some(mix) = &generation.mix else {
            return Ok(None);
        };
        let used = |column: ColumnId| {
            mix[column.index()] > 1e-6
                || self
                    .incumbent
                    .as_ref()
                    .is_some_and(|values| values[column.index()] > 0.5)
        };
        let fixed = self.fix_pairs(|pair| if used(pair) { None } else { Some(0.0) });
        let found = self.back_end(&fixed, tier, self.target_gap(tier, generation.bound.abs()))?;
        self.note_end(found.end);
        Ok(found.values.map(|values| (found.objective, values)))
    }
}
