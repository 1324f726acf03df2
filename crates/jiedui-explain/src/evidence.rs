//! What every part of the explanation looks at: case, graph, plan, and exact sums over the plan.

use crate::rank::ArcRanks;
use jiedui_domain::{
    Amount, Case, HelperId, IdVec, Plan, PlannedPair, Quantity, RecipientId, SectorId, TrackId,
};
use jiedui_graph::{ArcId, Candidate, CandidateGraph};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use std::collections::BTreeMap;

/// Value of help in steps of 1e-12 万元: amount (1e-6) × unit value (1e-6), exactly.
pub(crate) type FineWan = i128;

/// Fine steps in 1 万元.
pub(crate) const FINE: i128 = 1_000_000_000_000;

/// The smallest amount by which help of a splittable sector changes, in millionths.
const SPLIT_STEP: i64 = 10_000;

/// Case, graph and plan with the sums that several parts need.
pub(crate) struct Evidence<'a> {
    pub case: &'a Case,
    pub graph: &'a CandidateGraph,
    pub plan: &'a Plan,
    /// Value by pair, in plan order.
    pub value: Vec<FineWan>,
    /// Candidate by pair, in plan order.
    pub arcs: Vec<Option<ArcId>>,
    pub pairs_of_helper: IdVec<HelperId, Vec<usize>>,
    pub pairs_of_recipient: IdVec<RecipientId, Vec<usize>>,
    pub given_by_helper: IdVec<HelperId, FineWan>,
    pub given_to_recipient: IdVec<RecipientId, FineWan>,
    pub need_value: IdVec<RecipientId, FineWan>,
    /// Help by helper and sector, scaled as [`Amount`].
    pub given: BTreeMap<(HelperId, SectorId), i64>,
    /// Help by recipient and sector, scaled as [`Amount`].
    pub received: BTreeMap<(RecipientId, SectorId), i64>,
    pub ranks: IdVec<ArcId, ArcRanks>,
}

impl<'a> Evidence<'a> {
    pub fn gather(case: &'a Case, graph: &'a CandidateGraph, plan: &'a Plan) -> Self {
        let mut evidence = Self {
            case,
            graph,
            plan,
            value: Vec::with_capacity(plan.pairs().len()),
            arcs: Vec::with_capacity(plan.pairs().len()),
            pairs_of_helper: IdVec::filled(Vec::new(), case.helpers.len()),
            pairs_of_recipient: IdVec::filled(Vec::new(), case.recipients.len()),
            given_by_helper: IdVec::filled(0, case.helpers.len()),
            given_to_recipient: IdVec::filled(0, case.recipients.len()),
            need_value: case.recipients.map(|recipient, _| {
                let needs = case.needs_of(recipient).iter();
                needs
                    .map(|need| value_of(case, need.sector, need.amount))
                    .sum()
            }),
            given: BTreeMap::new(),
            received: BTreeMap::new(),
            ranks: crate::rank::rank_all(case, graph),
        };
        for (index, pair) in plan.pairs().iter().enumerate() {
            let mut value = 0;
            for help in &pair.help {
                value += value_of(case, help.sector, help.amount);
                let amount = help.amount.scaled();
                *evidence
                    .given
                    .entry((pair.helper, help.sector))
                    .or_default() += amount;
                *evidence
                    .received
                    .entry((pair.recipient, help.sector))
                    .or_default() += amount;
            }
            evidence.value.push(value);
            evidence.arcs.push(graph.arc(pair.helper, pair.recipient));
            evidence.given_by_helper[pair.helper] += value;
            evidence.given_to_recipient[pair.recipient] += value;
            evidence.pairs_of_helper[pair.helper].push(index);
            evidence.pairs_of_recipient[pair.recipient].push(index);
        }
        evidence
    }

    /// The pair at this place of the plan.
    pub fn pair(&self, index: usize) -> &'a PlannedPair {
        &self.plan.pairs()[index]
    }

    /// The candidate of the pair at this place of the plan.
    pub fn candidate(&self, index: usize) -> Option<&'a Candidate> {
        self.arcs[index].map(|arc| &self.graph.arcs()[arc])
    }

    /// The track of a pair.
    pub fn track_of(&self, pair: &PlannedPair) -> TrackId {
        self.case.helpers[pair.helper].track
    }

    /// Whether an entry of the plan is a pair formed, not help of a divisible track.
    pub fn is_formed(&self, pair: &PlannedPair) -> bool {
        !self.case.policy.tracks[self.track_of(pair)].divisible
    }

    /// Number of pairs of a recipient in a track.
    pub fn pairs_in_track(&self, recipient: RecipientId, track: TrackId) -> u32 {
        let pairs = self.pairs_of_recipient[recipient].iter();
        count(pairs.filter(|index| self.track_of(self.pair(**index)) == track))
    }

    /// `coverage[r]`, exactly; `None` without needs.
    pub fn coverage(&self, recipient: RecipientId) -> Option<BigRational> {
        ratio(
            self.given_to_recipient[recipient],
            self.need_value[recipient],
        )
    }

    /// Load of a helper's pairs.
    pub fn load(&self, helper: HelperId) -> i64 {
        let pairs = self.pairs_of_helper[helper].iter();
        pairs
            .filter(|index| self.is_formed(self.pair(**index)))
            .map(|index| self.pair_load(*index))
            .sum()
    }

    /// Load of the pair at this place of the plan.
    pub fn pair_load(&self, index: usize) -> i64 {
        self.candidate(index)
            .map_or(1_000_000, |candidate| candidate.load.scaled())
    }

    /// Number of last year's pairs of a track that the plan ends.
    pub fn changes(&self, track: TrackId) -> u32 {
        count(self.case.history.iter().filter(|previous| {
            self.case.helpers[previous.helper].track == track
                && self
                    .plan
                    .pair(previous.helper, previous.recipient)
                    .is_none()
        }))
    }

    /// Value of the smallest step of a sector's help.
    pub fn step_value(&self, sector: SectorId) -> FineWan {
        i128::from(self.step(sector)) * i128::from(self.case.policy.sectors[sector].value.scaled())
    }

    /// The smallest step of a sector's help, scaled as [`Amount`].
    pub fn step(&self, sector: SectorId) -> i64 {
        if self.case.policy.sectors[sector].whole {
            Amount::steps_per_unit()
        } else {
            SPLIT_STEP
        }
    }
}

/// How many.
pub(crate) fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

/// v_s · amount.
pub(crate) fn value_of(case: &Case, sector: SectorId, amount: Amount) -> FineWan {
    i128::from(amount.scaled()) * i128::from(case.policy.sectors[sector].value.scaled())
}

/// A fine value as 万元, for display of derived figures.
pub(crate) fn wan(value: FineWan) -> f64 {
    // Both parts are exact in f64 up to 2^53, far beyond any budget.
    (value / FINE) as f64 + (value % FINE) as f64 / FINE as f64
}

/// A quotient, exactly; `None` where the divisor is not positive.
pub(crate) fn ratio(numerator: i128, denominator: i128) -> Option<BigRational> {
    (denominator > 0).then(|| BigRational::new(BigInt::from(numerator), BigInt::from(denominator)))
}

/// A quantity, exactly.
pub(crate) fn rational<Q: Quantity>(quantity: Q) -> BigRational {
    BigRational::new(
        BigInt::from(quantity.scaled()),
        BigInt::from(Q::steps_per_unit()),
    )
}

/// The sum of exact numbers.
pub(crate) fn sum(numbers: impl Iterator<Item = BigRational>) -> BigRational {
    numbers.fold(BigRational::zero(), |total, number| total + number)
}
