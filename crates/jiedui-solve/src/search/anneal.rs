//! Search over pairs: swaps, replacements, additions and removals, annealed.
//!
//! Simulated annealing (Kirkpatrick et al. 1983) with a fixed number of moves and a fixed seed per
//! chain, so that the result depends neither on the clock nor on the number of threads.

use super::landscape::{Landscape, Shaping};
use super::random::Random;
use super::sharing::Levelling;
use super::state::{Few, Move, State};
use crate::decomposition::blocks::Blocks;
use crate::watch::Watch;
use rayon::prelude::*;
use smallvec::smallvec;

/// What a search aims at.
#[derive(Clone, Debug)]
pub struct Aim {
    /// The tier to raise.
    pub tier: usize,
    /// What each earlier tier must keep.
    pub keep: Vec<f64>,
    /// The tier's proven bound: a plan that reaches it (within `enough`) ends the search.
    pub bound: f64,
    /// See `bound`.
    pub enough: f64,
    /// Spots that the fractional mix uses: half of the moves form one of them.
    pub favoured: Vec<usize>,
    /// A plan to stay near, where one is known.
    pub known: Option<Known>,
    /// A track whose pairs stay as they are at the start; only their helpers' means may be shared anew.
    pub held: Option<usize>,
    /// How shared means are split, if not by moves of their own.
    pub levelling: Option<Levelling>,
    /// How hot the search begins, and how strict it is.
    pub schedule: Schedule,
    /// Waves of chains at most; the next begins only while the best is short of the bound by more than
    /// twice `enough`. Chains from other seeds were measured to differ far more than longer chains.
    pub waves: u64,
    /// Moves to try per chain.
    pub moves: usize,
    /// Seed of the first chain.
    pub seed: u64,
}

impl Aim {
    /// What a set of pairs is chosen for: the tier's value, and what stays of a known plan where that counts.
    pub fn worth_of(&self, state: &State) -> f64 {
        let counts = self
            .known
            .as_ref()
            .is_some_and(|known| known.counts_in_best);
        let staying = if counts {
            self.worth_of_staying(state)
        } else {
            0.0
        };
        state.value(self.tier) + staying
    }

    fn worth_of_staying(&self, state: &State) -> f64 {
        let known = self.known.as_ref();
        known.map_or(0.0, |known| known.each * f64::from(state.stayed()))
    }
}

/// A plan to stay near.
#[derive(Clone, Debug)]
pub struct Known {
    /// By spot: whether the plan forms it.
    pub formed: Vec<bool>,
    /// What each pair that stays counts, in the tier's value, while the search decides.
    pub each: f64,
    /// Whether it counts as well in which set of pairs is the best, and not only on the way there.
    pub counts_in_best: bool,
}

/// How hot a search begins and ends, and how dear it is to miss what earlier tiers must keep: all in
/// typical steps of the tier.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    hot: f64,
    cold: f64,
    /// What missing a thousandth of an earlier tier costs: little at first, so that the search can pass
    /// through, prohibitive at last.
    lenient: f64,
    strict: f64,
    /// Whether what every recipient lacks of an earlier floor counts, and not only the weakest.
    each_recipient: bool,
}

impl Schedule {
    /// From nothing. A cooler beginning was measured to end far lower where earlier tiers must be kept:
    /// the way to a better plan leads through worse ones.
    pub const FROM_NOTHING: Self = Self {
        hot: 30.0,
        cold: 0.01,
        lenient: 20.0,
        strict: 2e4,
        each_recipient: false,
    };
    /// Near a known plan: hot enough to leave a plan that a change has broken, while what each pair counts
    /// that stays holds the others. Counting what every recipient lacks mends such a plan, where the
    /// lowest recipient alone was measured to lead nowhere.
    pub const NEAR_KNOWN: Self = Self {
        hot: 3.0,
        cold: 5e-3,
        each_recipient: true,
        ..Self::FROM_NOTHING
    };
    /// The tracks beside one that is held, all anew: hot to the end and cheap to miss at first, since
    /// here keeping the earlier tiers is the harder part.
    pub const BESIDE_HELD: Self = Self {
        hot: 10.0,
        cold: 1.0,
        lenient: 0.3,
        strict: 300.0,
        each_recipient: true,
    };
    /// A good set of pairs, of which little is to be lost.
    pub const LAST_TOUCH: Self = Self {
        hot: 0.03,
        lenient: 1e3,
        each_recipient: true,
        ..Self::FROM_NOTHING
    };

    /// From a known plan as it is, away from it as far as `hot` allows.
    pub const fn straying(hot: f64) -> Self {
        Self {
            hot,
            each_recipient: true,
            ..Self::FROM_NOTHING
        }
    }
}

/// A set of pairs, each with the part of its helper's means that it may use.
pub type Start = Vec<(usize, f64)>;

/// Chains of a wave always run, whatever the number of threads.
const CHAINS: u64 = 4;

/// The best set of pairs found from any start; `None` if no chain kept the earlier tiers.
pub fn anneal(
    landscape: &Landscape,
    blocks: &Blocks,
    starts: &[Start],
    aim: &Aim,
    watch: &dyn Watch,
) -> Option<Start> {
    if starts.is_empty() {
        return None;
    }
    let mut best: Option<Best> = None;
    for wave in 0..aim.waves {
        let found: Vec<Best> = (wave * CHAINS..(wave + 1) * CHAINS)
            .into_par_iter()
            .filter_map(|chain| {
                let start = &starts[chain as usize % starts.len()];
                let seed = aim.seed.wrapping_add(chain);
                let mut chain = Chain::new(landscape, blocks, start, aim, seed);
                chain.run(watch);
                chain.best
            })
            .collect();
        // The order of chains is fixed, and the first of equals wins.
        for known in found {
            if best.as_ref().is_none_or(|best| known.worth > best.worth) {
                best = Some(known);
            }
        }
        let near = |best: &Best| best.value >= aim.bound - 2.0 * aim.enough;
        if best.as_ref().is_some_and(near) || watch.stop().is_some() {
            break;
        }
    }
    best.map(|best| best.pairs)
}

/// The best set of pairs that one chain finds; where none keeps the earlier tiers, the set at which it ends.
pub fn anneal_once(
    landscape: &Landscape,
    blocks: &Blocks,
    start: &Start,
    aim: &Aim,
    watch: &dyn Watch,
) -> Start {
    let mut chain = Chain::new(landscape, blocks, start, aim, aim.seed);
    chain.run(watch);
    match chain.best {
        Some(best) => best.pairs,
        None => chain.state.formed(),
    }
}

struct Chain<'a> {
    landscape: &'a Landscape,
    blocks: &'a Blocks,
    aim: &'a Aim,
    state: State<'a>,
    random: Random,
    /// What it costs to miss an earlier tier by a thousandth, a least amount by 1 万元, or to end
    /// one pair too many: little at first, so that the search can pass through, prohibitive at last.
    strictness: f64,
    best: Option<Best>,
}

/// The best set of pairs so far.
struct Best {
    /// Value of the tier.
    value: f64,
    /// What the set is chosen for.
    worth: f64,
    pairs: Start,
}

impl<'a> Chain<'a> {
    fn new(
        landscape: &'a Landscape,
        blocks: &'a Blocks,
        start: &[(usize, f64)],
        aim: &'a Aim,
        seed: u64,
    ) -> Self {
        let mut state = State::new(landscape, blocks, start);
        if let Some(known) = &aim.known {
            state.stay_near(&known.formed);
        }
        if let Some(levelling) = &aim.levelling {
            state.level(levelling);
        }
        Self {
            landscape,
            blocks,
            aim,
            state,
            random: Random::new(seed),
            strictness: 0.0,
            best: None,
        }
    }

    fn run(&mut self, watch: &dyn Watch) {
        self.note_best();
        let step = self.typical_step();
        if step <= 0.0 {
            return;
        }
        let schedule = self.aim.schedule;
        let scale = self.expression_scale();
        for count in 0..self.aim.moves {
            if count % 1024 == 0 {
                if watch.stop().is_some() {
                    break;
                }
                if self
                    .best
                    .as_ref()
                    .is_some_and(|best| best.value >= self.aim.bound - self.aim.enough)
                {
                    break;
                }
            }
            let progress = count as f64 / self.aim.moves as f64;
            let temperature = step * between(schedule.hot, schedule.cold, progress);
            let sharpness = (60.0 + 740.0 * progress) / scale;
            self.strictness = step * between(schedule.lenient, schedule.strict, progress);
            let before = self.guide(sharpness);
            let Some(change) = self.propose() else {
                continue;
            };
            let Some(undo) = self.state.try_move(change) else {
                continue;
            };
            let rise = self.guide(sharpness) - before;
            if rise >= 0.0 || self.random.unit() < (rise / temperature).exp() {
                self.note_best();
            } else {
                self.state.undo(undo);
            }
        }
    }

    /// What the search climbs: the softened tier, less what it costs to miss earlier tiers.
    fn guide(&self, sharpness: f64) -> f64 {
        let mut value = self.state.softened(self.aim.tier, sharpness);
        for (tier, keep) in self.aim.keep.iter().enumerate() {
            let missed = if self.aim.schedule.each_recipient {
                self.state.missed(tier, *keep)
            } else {
                (keep - self.state.value(tier)).max(0.0)
            };
            value -= self.strictness * missed / (1e-3 * keep.abs().max(1e-3));
        }
        value += self.aim.worth_of_staying(&self.state);
        value - self.strictness * (self.state.shortfall() + self.state.excess())
    }

    fn note_best(&mut self) {
        let keeps = self
            .aim
            .keep
            .iter()
            .enumerate()
            .all(|(tier, keep)| self.state.value(tier) >= keep - 1e-9 * (1.0 + keep.abs()));
        if !keeps || self.state.shortfall() > 1e-6 || self.state.excess() > 1e-9 {
            return;
        }
        let worth = self.aim.worth_of(&self.state);
        let better = |known: &Best| worth > known.worth + 1e-12;
        if self.best.as_ref().is_none_or(better) {
            self.best = Some(Best {
                value: self.state.value(self.aim.tier),
                worth,
                pairs: self.state.formed(),
            });
        }
    }

    /// The median size of what a random move changes.
    fn typical_step(&mut self) -> f64 {
        let scale = self.expression_scale();
        let sharpness = 60.0 / scale;
        let mut steps = Vec::new();
        for _ in 0..2000 {
            let before = self.state.softened(self.aim.tier, sharpness);
            let Some(change) = self.propose() else {
                continue;
            };
            let Some(undo) = self.state.try_move(change) else {
                continue;
            };
            let step = (self.state.softened(self.aim.tier, sharpness) - before).abs();
            self.state.undo(undo);
            if step > 1e-12 {
                steps.push(step);
            }
            if steps.len() >= 200 {
                break;
            }
        }
        steps.sort_by(f64::total_cmp);
        steps.get(steps.len() / 2).copied().unwrap_or(0.0)
    }

    /// The size of the values that the tier's floors speak of, so that sharpness is dimensionless.
    fn expression_scale(&self) -> f64 {
        let mut largest = 0.0_f64;
        for shaping in &self.landscape.shapings[self.aim.tier] {
            if let Shaping::Floor { expression, .. } = shaping {
                for recipient in &self.landscape.speaks_of[*expression] {
                    largest = largest.max(self.state.expression(*recipient, *expression).abs());
                }
            }
        }
        if largest > 0.0 { largest } else { 1.0 }
    }

    /// A random move: mostly another helper for a random pair; sometimes a pair that a limit speaks of
    /// (one of last year's), a further pair, or one pair less.
    fn propose(&mut self) -> Option<Move> {
        let limited = &self.landscape.limited;
        if !limited.is_empty() && self.random.below(8) == 0 {
            let wanted = limited[self.random.below(limited.len())];
            if self.holds(wanted) {
                return None;
            }
            return self.propose_forming(wanted, None);
        }
        let favoured = &self.aim.favoured;
        if !favoured.is_empty() && self.random.below(2) == 0 {
            let wanted = favoured[self.random.below(favoured.len())];
            if self.holds(wanted) {
                return None;
            }
            let instead = self.random_pair_beside(wanted);
            return self.propose_forming(wanted, instead);
        }
        let recipient = self.pick_recipient();
        let spots = self.state.at_recipient(recipient);
        let kind = self.random.below(16);
        if (2..6).contains(&kind) {
            return self.propose_shift(recipient);
        }
        if kind == 0 || spots.is_empty() {
            let track = self.random.below(self.blocks.tracks.len());
            let row = self.landscape.row_recipient[track]
                .binary_search(&recipient)
                .ok()?;
            let column = self.random.below(self.blocks.tracks[track].helpers.len());
            let wanted = self.spot(track, row, column)?;
            if self.holds(wanted) {
                return None;
            }
            return self.propose_forming(wanted, None);
        }
        let index = spots[self.random.below(spots.len())];
        let spot = &self.landscape.spots[index];
        if self.holds(index) {
            return self.propose_shift(recipient);
        }
        if kind == 1 {
            return (!spot.demanded).then(|| Move {
                drop: smallvec![index],
                ..Move::default()
            });
        }
        let column = self
            .random
            .below(self.blocks.tracks[spot.track].helpers.len());
        let wanted = self.spot(spot.track, spot.row, column)?;
        self.propose_forming(wanted, Some(index))
    }

    /// Forms a pair, in place of `instead` or, where the recipient is full, of a random pair of it;
    /// where the helper is full, the recipient that loses it gets the freed helper in exchange.
    fn propose_forming(&mut self, wanted: usize, instead: Option<usize>) -> Option<Move> {
        if self.state.is_formed(wanted) {
            return None;
        }
        let spot = &self.landscape.spots[wanted];
        let shape = &self.blocks.tracks[spot.track].shape;
        let full = self.state.row_degree(spot.track, spot.row) >= shape.rows[spot.row].max;
        let out = match instead {
            None if full => Some(self.random_pair_beside(wanted)?),
            other => other,
        };
        if out.is_some_and(|out| self.landscape.spots[out].demanded) {
            return None;
        }
        let mut change = Move {
            drop: out.into_iter().collect(),
            form: smallvec![wanted],
            shift: None,
        };
        let holders = self.state.at_helper(spot.track, spot.column);
        let most = shape.columns[spot.column].max as usize;
        if holders.len() < most && (holders.is_empty() || self.random.below(2) == 0) {
            return Some(change);
        }
        let other = *holders.get(self.random.below(holders.len()))?;
        let other_spot = &self.landscape.spots[other];
        if other_spot.demanded {
            return None;
        }
        change.drop.push(other);
        if let Some(out) = out {
            let back = self.spot(spot.track, other_spot.row, self.landscape.spots[out].column)?;
            if back == wanted || self.state.is_formed(back) {
                return None;
            }
            change.form.push(back);
        }
        Some(change)
    }

    /// A random pair of the same recipient and track.
    fn random_pair_beside(&mut self, wanted: usize) -> Option<usize> {
        let spots = &self.landscape.spots;
        let beside: Few<usize> = self
            .state
            .at_recipient(spots[wanted].recipient)
            .iter()
            .copied()
            .filter(|known| spots[*known].track == spots[wanted].track)
            .collect();
        beside.get(self.random.below(beside.len())).copied()
    }

    /// Another split of a helper's means between its pairs.
    fn propose_shift(&mut self, recipient: usize) -> Option<Move> {
        if self.aim.levelling.is_some() {
            return None;
        }
        let shared: Few<usize> = self
            .state
            .at_recipient(recipient)
            .iter()
            .copied()
            .filter(|spot| self.state.share(*spot) < 1.0)
            .collect();
        let to = *shared.get(self.random.below(shared.len()))?;
        let spot = &self.landscape.spots[to];
        let pairs = self.state.at_helper(spot.track, spot.column);
        let from = pairs[self.random.below(pairs.len())];
        if from == to {
            return None;
        }
        let part = self.state.share(from) * self.random.unit() * 0.5;
        Some(Move {
            shift: Some((from, to, part)),
            ..Move::default()
        })
    }

    /// A random recipient, half of the time one of the lowest where a floor is to be raised, or to be
    /// reached beside a track that is held.
    fn pick_recipient(&mut self) -> usize {
        let count = self.landscape.need.len();
        let mut picked = self.random.below(count);
        if self.random.below(2) == 0
            && let Some(expression) = self.floor_to_lift()
        {
            for _ in 0..5 {
                let other = self.random.below(count);
                if self.state.expression(other, expression)
                    < self.state.expression(picked, expression)
                {
                    picked = other;
                }
            }
        }
        picked
    }

    fn floor_to_lift(&self) -> Option<usize> {
        let tiers = match self.aim.held {
            Some(_) => 0..self.aim.tier,
            None => self.aim.tier..self.aim.tier + 1,
        };
        let shapings = self.landscape.shapings[tiers].iter();
        let mut firsts = shapings.filter_map(|known| known.first());
        firsts.find_map(|first| match first {
            Shaping::Floor { expression, .. } => Some(*expression),
            Shaping::Curve { .. } => None,
        })
    }

    /// Whether a pair stays as it is.
    fn holds(&self, spot: usize) -> bool {
        self.aim.held == Some(self.landscape.spots[spot].track)
    }

    fn spot(&self, track: usize, row: usize, column: usize) -> Option<usize> {
        let width = self.blocks.tracks[track].helpers.len();
        let spot = self.landscape.cells[track][row * width + column];
        (spot != u32::MAX).then_some(spot as usize)
    }
}

/// From one strength to another in equal ratios.
fn between(first: f64, last: f64, progress: f64) -> f64 {
    first * (last / first).powf(progress)
}
