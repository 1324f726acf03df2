//! What a search aims at, how hot it is, and where it starts.

use super::landscape::Landscape;
use super::sharing::Levelling;
use super::state::State;
use crate::decomposition::blocks::Blocks;

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
    /// Spots, ascending, that stay once they are formed.
    pub settled: Vec<usize>,
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
    /// A set of pairs as the aim looks at it: what stays of a known plan is counted, and means are levelled.
    pub(super) fn state<'a>(
        &'a self,
        landscape: &'a Landscape,
        blocks: &'a Blocks,
        pairs: &[(usize, f64)],
    ) -> State<'a> {
        let mut state = State::new(landscape, blocks, pairs);
        if let Some(known) = &self.known {
            state.stay_near(&known.formed);
        }
        if let Some(levelling) = &self.levelling {
            state.level(levelling);
        }
        state
    }

    /// What a set of pairs is chosen for: the tier's value, and what stays of a known plan where that counts.
    pub fn worth_of(&self, state: &State) -> f64 {
        let known = self.known.as_ref();
        let staying = known.map_or(0.0, |known| known.in_best * f64::from(state.stayed()));
        state.value(self.tier) + staying
    }

    pub(super) fn worth_of_staying(&self, state: &State) -> f64 {
        let known = self.known.as_ref();
        known.map_or(0.0, |known| known.each * f64::from(state.stayed()))
    }
}

/// A plan to stay near.
#[derive(Clone, Debug)]
pub struct Known {
    /// By spot: whether the plan forms it.
    pub formed: Vec<bool>,
    /// What each pair that stays counts, in the tier's value, on the way.
    pub each: f64,
    /// What it counts where the best of the sets of pairs is chosen.
    pub in_best: f64,
}

/// By how much more than it has to, a share of it, a search near a known plan keeps earlier tiers. Such a plan leaves
/// nothing beyond what it must keep, and of the sets that keep just that, most have no amounts in whole units.
pub const MARGIN_NEAR_KNOWN: f64 = 5e-4;

/// What is to be kept, and a share of it more: the search values help as divisible, and whole units must still keep it.
pub fn raised(keep: impl IntoIterator<Item = f64>, share: f64) -> Vec<f64> {
    let keep = keep.into_iter();
    keep.map(|keep| keep + share * keep.abs()).collect()
}

/// How hot a search begins and ends, and how dear it is to miss what earlier tiers must keep: all in
/// typical steps of the tier.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    pub(super) hot: f64,
    pub(super) cold: f64,
    /// What missing a thousandth of an earlier tier costs: little at first, so that the search can pass
    /// through, prohibitive at last.
    pub(super) lenient: f64,
    pub(super) strict: f64,
    /// Whether what every recipient lacks of an earlier floor counts, and not only the weakest.
    pub(super) each_recipient: bool,
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
    /// The same where a curve says what recipients are to get: it adds up over all of them, so every move counts
    /// a little in it, and it is reached by cooling down. Ended hot, it was missed by nearly three times as much.
    pub const BESIDE_HELD_WITH_CURVE: Self = Self {
        hot: 1.0,
        each_recipient: true,
        ..Self::FROM_NOTHING
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
