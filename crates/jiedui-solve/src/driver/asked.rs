//! One question about a plan: how much of it the same case loses with one demand more.
//!
//! What later priorities keep of the earlier ones is known from the plan. So the last priority is looked
//! at first: where a plan as asked keeps all the others, it alone says what is lost, and no other has to be
//! solved. Only where none is found, the first priority that cannot be kept is looked for. Nothing is
//! sought beyond what the plan has.

use super::amounts::Valued;
use super::closing::Attempt;
use super::evidence::Grounds;
use super::tiers::TierEnd;
use super::{Driver, Outcome, Stage};
use crate::decomposition::blocks::Blocks;
use crate::decomposition::cutoff::cutoffs_of;
use crate::decomposition::generation::{Generation, Warm, generate};
use crate::error::SolveError;
use crate::evidence::TierEvidence;
use crate::search::aim::{Aim, Known, MARGIN_NEAR_KNOWN, Schedule, raised};
use crate::search::anneal::anneal;
use crate::search::landscape::Landscape;
use crate::search::starts::{
    favoured, formed_in, nearest_pairs, pairs_in, start_from, start_near, start_of,
};
use crate::start::{STAYING_ON_THE_WAY, Start, TierStart};
use crate::watch::Watch;
use jiedui_domain::{Proof, SolveMethod, SolverOptions, Termination};
use jiedui_model::{ColumnId, Program, Tier};

/// Moves per chain at effort 1.
const MOVES: f64 = 100_000.0;
/// Waves of chains that keep just what they must, and of those that keep a little more. What they find differs by as
/// much as what a demand costs; the first are better where the plan hardly has to change, the others where most of what
/// is found has no amounts in whole units (docs/measurements.md).
const WAVES: u64 = 2;
/// What sums of floating-point numbers may hide, relative above 1.
const SAME: f64 = 1e-9;
/// Kept rows are eased by this, as everywhere in the driver.
const EASE: f64 = 1e-7;

/// What is known of the plan that a question is about.
#[derive(Clone, Copy, Debug)]
pub struct AskedOf<'a> {
    /// By priority, what plans have to keep to lose nothing: for the last one what the plan has, or more
    /// where a better plan is known to exist.
    pub keeps: &'a [f64],
    /// The pairs of a plan as asked that was worked out before, where one was.
    pub worked_out: Option<&'a [ColumnId]>,
}

/// Solves a program that demands one thing more than the one that a plan is known of.
///
/// The bound of the first priority that loses, or of the last one, holds for every plan as asked that
/// keeps the priorities before it; those of the others are infinite, as they are not looked at.
///
/// *Errors:* and *Determinism:* as [`super::solve`].
pub fn solve_asked(
    program: &Program,
    options: &SolverOptions,
    known: &Start,
    of: AskedOf<'_>,
    watch: &dyn Watch,
) -> Result<Outcome, SolveError> {
    super::known_back_end(options)?;
    let priorities = program.tiers().iter();
    let tiers: Vec<&Tier> = priorities.filter(|tier| tier.priority.is_some()).collect();
    let unknown = Outcome::NoPlan(watch.stop().unwrap_or(Termination::EffortSpent));
    let Some(last) = tiers.len().checked_sub(1) else {
        return Ok(unknown);
    };
    if of.keeps.len() != tiers.len() || known.len() != tiers.len() {
        return Ok(unknown);
    }
    for place in std::iter::once(last).chain(0..last) {
        watch.tier(place, tiers.len());
        let mut driver = Driver::new(program, options, watch);
        driver.start = Some(known);
        driver.settled = of.keeps[..place]
            .iter()
            .map(|keeps| keeps - eased(*keeps))
            .collect();
        driver.keep_settled(&tiers);
        match driver.seek(place, tiers[place], of)? {
            Sought::Found(stage) if place == last => return driver.end(&tiers, place, stage),
            Sought::Found(stage) => {
                if stage.reached < of.keeps[place] - eased(of.keeps[place]) {
                    return driver.end(&tiers, place, stage);
                }
            }
            Sought::Impossible if place == 0 => return Ok(Outcome::Infeasible),
            Sought::Impossible | Sought::Nothing if place == last => {}
            Sought::Impossible | Sought::Nothing => break,
        }
        if let Some(stop) = watch.stop() {
            return Ok(Outcome::NoPlan(stop));
        }
    }
    Ok(unknown)
}

/// What looking for a plan came to.
enum Sought {
    /// The best plan as asked that was found.
    Found(Stage),
    /// Proven: no plan as asked keeps the priorities before.
    Impossible,
    /// None was found.
    Nothing,
}

impl From<TierEnd> for Sought {
    fn from(end: TierEnd) -> Self {
        match end {
            TierEnd::Stage(stage) => Self::Found(stage),
            TierEnd::Infeasible => Self::Impossible,
            TierEnd::NoPlan => Self::Nothing,
        }
    }
}

impl Driver<'_> {
    /// The best plan as asked in one priority, the ones before it kept.
    fn seek(&mut self, place: usize, tier: &Tier, of: AskedOf<'_>) -> Result<Sought, SolveError> {
        if self.options.method == SolveMethod::Monolithic {
            return Ok(self.solve_whole(tier, f64::INFINITY)?.into());
        }
        if self.is_tiny()
            && let Attempt::Done(end) = self.attempt(tier, f64::INFINITY)?
        {
            return Ok(end.into());
        }
        let Some(known) = self.start_of_tier(place) else {
            return Ok(Sought::Nothing);
        };
        let blocks = self.blocks();
        let Some(landscape) = Landscape::new(self.program, &blocks) else {
            return Ok(Sought::Nothing);
        };
        let Some(generation) = self.adjust_prices(tier, &blocks, known)? else {
            return Ok(Sought::Impossible);
        };
        let question = Question {
            place,
            tier,
            blocks: &blocks,
            landscape: &landscape,
            generation: &generation,
            known,
            target: of.keeps[place],
        };
        let Some((value, values)) = self.plan_as_asked(&question, of.worked_out)? else {
            return Ok(Sought::Nothing);
        };
        let loses = value < question.target - eased(question.target);
        let bound = if loses {
            self.sharpen(&question, value)?
        } else {
            generation.bound
        };
        let reached = self.accept(tier, values);
        let stage = Stage {
            reached,
            bound: bound.max(reached),
            proof: Proof::Decomposition,
        };
        // A plan that loses nothing answers the question; how much better another is, nobody asked.
        Ok(Sought::Found(if loses {
            self.close(tier, &blocks, &generation, stage)?
        } else {
            stage
        }))
    }

    /// The outcome once the priority that says what is lost is known: its plan, with amounts that do their
    /// best for the others.
    fn end(mut self, tiers: &[&Tier], place: usize, stage: Stage) -> Result<Outcome, SolveError> {
        let evidence = self.prove(tiers[place]);
        let settled = self.settled.iter();
        self.evidence = settled
            .map(|keeps| TierEvidence {
                kept: *keeps,
                ..TierEvidence::default()
            })
            .collect();
        self.keep(tiers[place], stage.reached, false);
        self.note_evidence(evidence);
        self.return_unused_tolerance(&tiers[..=place])?;
        for tier in &tiers[place + 1..] {
            let Some(pairs) = self.incumbent.as_ref().map(|values| self.pairs_of(values)) else {
                break;
            };
            if let Some((_, values)) = self.allocate(tier, &pairs)? {
                let reached = self.accept(tier, values);
                self.keep(tier, reached, false);
            }
        }
        let values = self.incumbent.clone().unwrap_or_default();
        let mut looked_at = Some(stage);
        let stages = tiers.iter().enumerate().map(|(index, tier)| {
            let own = if index == place {
                looked_at.take()
            } else {
                None
            };
            own.unwrap_or_else(|| Stage {
                reached: self.program.evaluate(&tier.terms, &values),
                bound: f64::INFINITY,
                proof: Proof::Decomposition,
            })
        });
        let stages: Vec<Stage> = stages.collect();
        self.finish(tiers, stages)
    }

    /// The bound of a priority from the prices known, and what the search favours; `None` where no plan is
    /// as asked.
    fn adjust_prices(
        &mut self,
        tier: &Tier,
        blocks: &Blocks,
        known: &TierStart,
    ) -> Result<Option<Generation>, SolveError> {
        let objective = self.dense(&tier.terms);
        let warm = Warm {
            patterns: Vec::new(),
            prices: Some(blocks.prices_by_name(&known.prices)),
        };
        let limits = self.generation_limits(tier, true);
        let Some(generation) = generate(blocks, &objective, warm, limits, self.watch)? else {
            return Ok(None);
        };
        self.grounds = Some(Grounds::of(blocks, &generation.prices, generation.bound));
        self.effort.rounds += generation.rounds;
        self.struck = self.struck.or(self.watch.stop());
        Ok(Some(generation))
    }

    /// The best plan as asked that is found, no better than it needs to be: first the sets of pairs at
    /// hand, then a search near the known plan.
    fn plan_as_asked(
        &mut self,
        question: &Question<'_>,
        worked_out: Option<&[ColumnId]>,
    ) -> Result<Option<Valued>, SolveError> {
        let Question {
            tier,
            blocks,
            landscape,
            generation,
            known,
            target,
            ..
        } = *question;
        let enough = target - SAME * (1.0 + target.abs());
        let near = nearest_pairs(blocks, &known.values, generation);
        let mut sets: Vec<Vec<ColumnId>> = vec![near.clone()];
        sets.extend(worked_out.map(<[ColumnId]>::to_vec));
        let mut best: Option<Valued> = None;
        for pairs in &sets {
            best = self.better_pairs(tier, pairs, best)?;
            if best.as_ref().is_some_and(|(value, _)| *value >= enough) {
                return Ok(best);
            }
        }
        let mut starts = vec![start_near(landscape, &known.values, &near)];
        starts.extend(worked_out.map(|pairs| start_of(landscape, pairs)));
        starts.extend(best.iter().map(|(_, values)| start_from(landscape, values)));
        // In the first priority nothing is kept, so that both would be the same.
        let margins: &[f64] = match self.kept.is_empty() {
            true => &[0.0],
            false => &[0.0, MARGIN_NEAR_KNOWN],
        };
        for margin in margins {
            let aim = self.aim(question, *margin);
            if let Some(spots) = anneal(landscape, blocks, &starts, &aim, self.watch) {
                best = self.better_pairs(tier, &pairs_in(landscape, &spots), best)?;
            }
            if best.as_ref().is_some_and(|(value, _)| *value >= enough) {
                break;
            }
        }
        self.struck = self.struck.or(self.watch.stop());
        Ok(best)
    }

    /// What chains aim at; `margin`: by how much more than they have to, a share of it, they keep earlier tiers.
    fn aim(&self, question: &Question<'_>, margin: f64) -> Aim {
        let gap = self.target_gap(question.tier, question.target.abs());
        Aim {
            tier: question.place,
            keep: raised(self.kept.iter().map(|kept| kept.at_least), margin),
            bound: question.target.min(question.generation.bound),
            enough: 0.0,
            favoured: favoured(question.landscape, question.generation),
            known: Some(Known {
                formed: formed_in(question.landscape, &question.known.values),
                each: STAYING_ON_THE_WAY * gap,
                // What a demand costs is the least loss, however many pairs move for it.
                in_best: 0.0,
            }),
            held: None,
            settled: Vec::new(),
            levelling: None,
            schedule: Schedule::NEAR_KNOWN,
            waves: WAVES,
            moves: (MOVES * self.options.effort).ceil() as usize,
            seed: self.options.seed,
        }
    }

    /// The better of a plan and the best one with these pairs. Whether the pairs can be better at all is
    /// told by divided units, far sooner than by whole ones.
    fn better_pairs(
        &mut self,
        tier: &Tier,
        pairs: &[ColumnId],
        known: Option<Valued>,
    ) -> Result<Option<Valued>, SolveError> {
        let to_beat = known
            .as_ref()
            .map(|(value, _)| value + SAME * (1.0 + value.abs()));
        let found = self.allocate_beyond(tier, pairs, to_beat)?;
        Ok(match (known, found) {
            (Some(known), Some(found)) if found.0 <= known.0 => Some(known),
            (known, found) => found.or(known),
        })
    }

    /// The bound where a floor loses: only plans that beat the one in hand matter from there on.
    fn sharpen(&mut self, question: &Question<'_>, value: f64) -> Result<f64, SolveError> {
        let Question {
            tier,
            blocks,
            generation,
            ..
        } = *question;
        let close = self.target_gap(tier, generation.bound.abs());
        let Some(cutoff) = cutoffs_of(self.program, &tier.terms, value) else {
            return Ok(generation.bound);
        };
        if generation.bound - value <= close {
            return Ok(generation.bound);
        }
        let narrower = blocks.beyond(self.program, cutoff);
        let warm = Warm::of(&narrower, blocks, generation);
        let objective = self.dense(&tier.terms);
        let limits = self.generation_limits(tier, true);
        let Some(sharper) = generate(&narrower, &objective, warm, limits, self.watch)? else {
            // No matching is left that could beat the plan.
            self.grounds = Some(Grounds::beyond(blocks, &generation.prices, value, value));
            return Ok(value);
        };
        self.effort.rounds += sharper.rounds;
        if sharper.bound < generation.bound {
            self.grounds = Some(Grounds::beyond(
                &narrower,
                &sharper.prices,
                value,
                sharper.bound,
            ));
        }
        Ok(generation.bound.min(sharper.bound.max(value)))
    }
}

/// One priority of a question, laid out.
#[derive(Clone, Copy)]
struct Question<'q> {
    place: usize,
    tier: &'q Tier,
    blocks: &'q Blocks,
    landscape: &'q Landscape,
    generation: &'q Generation,
    known: &'q TierStart,
    target: f64,
}

fn eased(value: f64) -> f64 {
    EASE * (1.0 + value.abs())
}
