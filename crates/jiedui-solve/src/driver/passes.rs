//! The plan of one tier by search: over sets of pairs, with the best amounts for those found.

use super::amounts::Valued;
use super::branch_and_bound::PAIRS_PROGRAM;
use super::evidence::Grounds;
use super::tiers::TierEnd;
use super::{Driver, Stage};
use crate::decomposition::blocks::Blocks;
use crate::decomposition::cutoff::cutoffs_of;
use crate::decomposition::generation::{Generation, Warm, generate};
use crate::error::SolveError;
use crate::search::aim::{Aim, Known, Schedule, Start, raised};
use crate::search::anneal::anneal;
use crate::search::landscape::Landscape;
use crate::search::leading::{Leading, mend, take_turns};
use crate::search::starts::{
    best_patterns, favoured, formed_in, nearest_pairs, pairs_in, start_from, start_near, start_of,
};
use crate::start::{STAYING, STAYING_ON_THE_WAY, TierStart};
use jiedui_domain::{Proof, Termination};
use jiedui_model::{ColumnId, Tier};

/// Moves per chain and tier at effort 1, and in a tier that is a floor, which searches several times.
const MOVES: f64 = 600_000.0;
const FLOOR_MOVES: f64 = 400_000.0;
/// Moves of a filling in the turns of a leading track.
const TURN_MOVES: f64 = 500_000.0;
/// The same for a plan that could not be mended: whoever asks what if waits for the answer.
const WARM_TURN_MOVES: f64 = 250_000.0;
/// Part of the moves that a small program gets, with one wave: what it leaves open is closed by branch and bound.
const SMALL_PART: f64 = 0.2;
/// Waves of chains in a tier that is no floor. A large program has one: choosing tracks anew after a chain brings more
/// there than more of them (docs/measurements.md).
const WAVES: u64 = 4;
/// Moves per chain and tier where a plan is known. Two fifths of them left floors up to three points
/// behind a run from nothing (generated case, 12 x 96), and moved more pairs, since a plan that is
/// mended badly leaves more to gain elsewhere.
const WARM_MOVES: f64 = 100_000.0;
/// The least of a lane that mends at any effort: one of a few thousand moves is over before it
/// has cooled, and these are cheap beside the rounds of pricing.
const LEAST_MENDING: usize = 34_000;
/// A floor that is found near a known plan and is short of its bound by more than so many of the gaps
/// asked for is searched further as if nothing were known: the change took away what the plan rests on.
const FAR: f64 = 3.0;
/// Of a floor found that is short of its bound by more than so many of the gaps asked for, the next pass counts what
/// is lacking: the mix near which it seeks is then nearer to whole sets of pairs. Closer by, the rows are not worth it.
const FAR_OFF: f64 = 8.0;
/// Helpers for which those moves were measured to be enough; a large case gets more in proportion.
const MEASURED_WITH: f64 = 300.0;
/// How hot the search begins in a large case: from the mix, since its moves do not suffice to find back to where
/// it is from anywhere else.
const NEAR_MIX: f64 = 0.3;
/// By how much more than it has to, a share of it, a search from nothing keeps earlier tiers.
const MARGIN: f64 = 1e-3;
/// Times that a floor found sharpens the bound and the search again.
const PASSES: i32 = 3;

/// Part of the gap asked for that a plan may leave open when nothing more is sought.
pub(super) const ENOUGH: f64 = 0.5;
/// The tier whose plan is sought, with what the passes so far found.
struct Sought<'s> {
    index: usize,
    tier: &'s Tier,
    is_floor: bool,
    blocks: &'s Blocks,
    objective: &'s [f64],
    /// `None` where the search does not see a measure of the case.
    landscape: Option<Landscape>,
    known: Option<&'s TierStart>,
    /// Where a plan is known, another one must be better by so much.
    margin: f64,
    best: Option<Valued>,
    bound: f64,
    /// Patterns and prices, and the blocks they are of: once a floor was found, those of plans that beat it.
    current: Generation,
    current_blocks: Blocks,
    /// Whether what was found lowered the bound the last time.
    sharpens: bool,
}

/// A set of pairs, and whether it was sought for this tier.
type Candidate = (bool, Vec<ColumnId>);

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
    if !blocks.is_large {
        return 1.0;
    }
    let helpers: usize = blocks.tracks.iter().map(|track| track.helpers.len()).sum();
    (helpers as f64 / MEASURED_WITH).max(1.0)
}

impl Driver<'_> {
    /// A plan for a large program: search over pairs from the matchings that pricing found, then the best
    /// amounts for the pairs found. Where the tier is a floor, what was found tightens the blocks, which
    /// sharpens both the bound and the next search.
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
        let bound = generation.bound;
        let known = self.start_of_tier(index);
        if known.is_none()
            && let Some(stage) = self.whole_mix(tier, generation)?
        {
            return Ok(TierEnd::Stage(stage));
        }
        let mut sought = Sought {
            index,
            tier,
            is_floor,
            blocks,
            objective,
            landscape: Landscape::new(self.program, blocks),
            known,
            margin: known.map_or(0.0, |_| self.target_gap(tier, bound.abs())),
            best: None,
            bound,
            current: generation.clone(),
            current_blocks: blocks.clone(),
            sharpens: true,
        };
        let passes = match (is_floor, known.is_some() && self.is_last_known(index)) {
            (true, _) => PASSES,
            (false, true) => 2,
            (false, false) => 1,
        };
        for pass in 0..passes {
            let candidates = self.candidates(&sought, pass, passes);
            self.struck = self.struck.or(self.watch.stop());
            let is_lost = self.take_best(&mut sought, candidates)?;
            let Some(value) = sought.best.as_ref().map(|(value, _)| *value) else {
                break;
            };
            self.watch.plan(value);
            if !is_floor {
                if is_lost && self.struck.is_none() {
                    continue;
                }
                break;
            }
            let target = self.target_gap(tier, sought.bound.abs());
            let enough = known.map_or(target, |_| FAR * target);
            if sought.bound - value <= enough || self.struck.is_some() {
                break;
            }
            let is_over = pass + 1 == passes;
            if !is_over && sought.sharpens && !self.narrow(&mut sought, value)? {
                break;
            }
        }
        let value = sought.best.as_ref().map(|(value, _)| *value);
        if is_floor && let Some(value) = value {
            let known = (&sought.current_blocks, &sought.current);
            sought.bound = self.lower_ceiling(tier, blocks, known, (value, sought.bound))?;
        }
        let Sought {
            landscape,
            mut best,
            bound,
            ..
        } = sought;
        let sees = landscape.is_some_and(|known| known.sees.get(index).copied().unwrap_or(false));
        // Whoever ends the search does not wait for another one.
        let is_ended = self.watch.stop() == Some(Termination::Interrupted);
        if is_ended && best.is_none() {
            self.struck = self.struck.or(Some(Termination::Interrupted));
            return self.stand(tier, bound, Proof::Decomposition);
        }
        if best.is_none() || (!sees && !is_ended) {
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

    /// The sets of pairs of one pass, those that others have to beat first.
    fn candidates(&self, sought: &Sought<'_>, pass: i32, passes: i32) -> Vec<Candidate> {
        // After the first pass the known plan counts as one among others.
        let near = sought.known.filter(|_| pass == 0);
        let nearest =
            near.map(|start| nearest_pairs(sought.blocks, &start.values, &sought.current));
        let found = sought.best.iter().map(|(_, values)| values);
        let plans: Vec<&Vec<f64>> = found.chain(self.incumbent.iter()).collect();
        let mut candidates: Vec<Candidate> = plans
            .iter()
            .map(|values| (false, self.pairs_of(values)))
            .collect();
        let of_mix = || best_patterns(&sought.current_blocks, &sought.current);
        if let Some(landscape) = &sought.landscape {
            let mut starts: Vec<Start> = plans
                .iter()
                .map(|values| start_from(landscape, values))
                .collect();
            match (near, &nearest) {
                (Some(start), Some(pairs)) => {
                    starts.insert(0, start_near(landscape, &start.values, pairs));
                }
                _ => starts.push(start_of(landscape, &of_mix())),
            }
            let aim = self.aim_of_pass(sought, landscape, near, (pass, passes));
            let found = self.search_pairs(landscape, sought.blocks, &starts, &aim);
            let found = found.iter().map(|start| pairs_in(landscape, start));
            candidates.splice(0..0, found.map(|pairs| (true, pairs)));
        } else {
            candidates.push((true, of_mix()));
        }
        candidates.splice(0..0, nearest.map(|pairs| (true, pairs)));
        candidates.dedup_by(|later, first| later.1 == first.1);
        candidates
    }

    /// What a pass aims at, and how long.
    fn aim_of_pass(
        &self,
        sought: &Sought<'_>,
        landscape: &Landscape,
        near: Option<&TierStart>,
        (pass, passes): (i32, i32),
    ) -> Aim {
        let is_floor = sought.is_floor;
        // A known plan has spent that margin already.
        let has_margin = near.is_none() && !(is_floor && sought.known.is_some());
        let margin_of_units = if has_margin { MARGIN } else { 0.0 };
        let (waves, moves) = match near {
            Some(_) => (1, WARM_MOVES),
            None if is_floor => (1, FLOOR_MOVES * 0.5_f64.powi(passes - 1 - pass)),
            None if sought.known.is_some() => (1, MOVES),
            None if sought.blocks.is_large => (1, MOVES),
            None if self.is_small() => (1, SMALL_PART * MOVES),
            None => (WAVES, MOVES),
        };
        // Pairs of earlier tiers are gone in the end.
        let staying = if self.is_last_known(sought.index) {
            sought.margin
        } else {
            0.0
        };
        let keep = self.kept.iter().map(|kept| kept.at_least);
        Aim {
            tier: sought.index,
            keep: raised(keep, margin_of_units),
            bound: sought.bound,
            enough: self.target_gap(sought.tier, sought.bound.abs()) * ENOUGH,
            favoured: favoured(landscape, &sought.current),
            known: near.map(|start| Known {
                formed: formed_in(landscape, &start.values),
                each: STAYING_ON_THE_WAY * staying,
                in_best: STAYING * staying,
            }),
            held: None,
            settled: Vec::new(),
            levelling: None,
            schedule: match near {
                Some(_) => Schedule::NEAR_KNOWN,
                None if sought.blocks.is_large => Schedule::straying(NEAR_MIX),
                None => Schedule::FROM_NOTHING,
            },
            waves,
            moves: (moves * size_of(sought.blocks) * self.options.effort).ceil() as usize,
            seed: self
                .options
                .seed
                .wrapping_add(1000 * u64::from(pass.unsigned_abs())),
        }
    }

    /// Works out the amounts of these sets of pairs and keeps the best plan; whether none of those that were
    /// sought for this tier has any.
    ///
    /// Once in 200 what-ifs no mended set of pairs had amounts that keep the floor: what is left then is the plan
    /// of an earlier tier, which knows nothing of this one.
    fn take_best(
        &mut self,
        sought: &mut Sought<'_>,
        candidates: Vec<Candidate>,
    ) -> Result<bool, SolveError> {
        let mut is_lost = false;
        for (is_sought, pairs) in candidates {
            is_lost |= !is_sought && sought.best.is_none();
            let best = sought.best.as_ref();
            let to_beat = best.map_or(f64::NEG_INFINITY, |(value, _)| value + sought.margin);
            let found = self.allocate_beyond(sought.tier, &pairs, Some(to_beat))?;
            sought.best = better(sought.best.take(), found, sought.margin);
        }
        Ok(is_lost)
    }

    /// Prices and bound of those plans alone that beat a floor of this value; whether there may be any.
    fn narrow(&mut self, sought: &mut Sought<'_>, value: f64) -> Result<bool, SolveError> {
        let Some(cutoff) = cutoffs_of(self.program, &sought.tier.terms, value) else {
            return Ok(false);
        };
        let target = self.target_gap(sought.tier, sought.bound.abs());
        let narrower = if !sought.blocks.is_large && sought.bound - value > FAR_OFF * target {
            sought.blocks.reaching(self.program, cutoff)
        } else {
            sought.blocks.beyond(self.program, cutoff)
        };
        let warm = Warm::of(&narrower, &sought.current_blocks, &sought.current);
        let limits = self.generation_limits(sought.tier, sought.known.is_some());
        let Some(sharper) = generate(&narrower, sought.objective, warm, limits, self.watch)? else {
            // No matching is left that could beat the plan.
            self.grounds = Some(Grounds::beyond(
                &sought.current_blocks,
                &sought.current.prices,
                value,
                value,
            ));
            sought.bound = value;
            return Ok(false);
        };
        self.effort.rounds += sharper.rounds;
        if sharper.bound < sought.bound {
            self.grounds = Some(Grounds::beyond(
                &narrower,
                &sharper.prices,
                value,
                sharper.bound,
            ));
        }
        // What did not lower the bound once will hardly do so after a small step.
        sought.sharpens = sharper.bound < sought.bound - target;
        sought.bound = sought.bound.min(sharper.bound.max(value));
        (sought.current, sought.current_blocks) = (sharper, narrower);
        Ok(true)
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
                let mut aim = with_moves(WARM_MOVES);
                aim.moves = aim.moves.max(LEAST_MENDING);
                let found = mend(landscape, blocks, &leading, start, &aim, self.watch);
                if !found.is_empty() {
                    return found;
                }
            }
            let moves = match self.start {
                Some(_) => WARM_TURN_MOVES,
                None if self.is_small() => SMALL_PART * TURN_MOVES,
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
}
