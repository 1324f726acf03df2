//! Building the graph: every pair is a candidate, or excluded with all its reasons.

use crate::distance::DistanceTable;
use crate::exact::ExactWan;
use crate::fit::FitTable;
use crate::profile::{HelperProfile, Profiles, RecipientProfile};
use crate::rules::PairInQuestion;
use crate::{Candidate, CandidateGraph, DistanceSource, ExcludedPair, FitSource, GraphError};
use jiedui_domain::{
    Amount, Case, Decision, DecisionAction, HelperId, Km, Load, PairFact, PreviousPair, Quantity,
    RecipientId, SectorId, Track, Wan,
};
use rayon::prelude::*;

/// Plans are made of hundredths of a unit, or of whole units.
const HUNDREDTHS: i64 = 100;

impl CandidateGraph {
    /// Judges every pair of a case.
    ///
    /// *Errors:* [`GraphError`] where quantities are beyond their limits.
    /// *Complexity:* O(helpers · recipients · sectors), in parallel over helpers.
    /// *Determinism:* the same for any order of input rows and any number of threads.
    /// *Source:* model §1 (candidate graph).
    pub fn build(case: &Case) -> Result<Self, GraphError> {
        let judge = Judge {
            case,
            profiles: Profiles::of(case)?,
            distances: DistanceTable::of(case)?,
            fits: FitTable::of(case),
        };
        let helpers: Vec<HelperId> = case.helpers.ids().collect();
        let verdicts: Vec<Verdicts> = helpers
            .par_iter()
            .map(|helper| judge.pairs_of(*helper))
            .collect();
        let mut candidates = Vec::with_capacity(verdicts.iter().map(|v| v.candidates.len()).sum());
        let mut excluded = Vec::with_capacity(verdicts.iter().map(|v| v.excluded.len()).sum());
        for verdict in verdicts {
            candidates.extend(verdict.candidates);
            excluded.extend(verdict.excluded);
        }
        Ok(Self::from_pairs(
            candidates,
            excluded,
            case.helpers.len(),
            case.recipients.len(),
        ))
    }
}

/// The pairs of one helper, by recipient.
#[derive(Default)]
struct Verdicts {
    candidates: Vec<Candidate>,
    excluded: Vec<ExcludedPair>,
}

/// What one pair could carry.
struct Capacity {
    by_sector: Vec<(SectorId, Amount)>,
    value: ExactWan,
    shares_sector: bool,
}

/// Everything that is the same for all pairs.
struct Judge<'a> {
    case: &'a Case,
    profiles: Profiles,
    distances: DistanceTable,
    fits: FitTable,
}

impl Judge<'_> {
    fn pairs_of(&self, helper: HelperId) -> Verdicts {
        let rows = RowsOfHelper::of(self.case, helper);
        let mut verdicts = Verdicts::default();
        for recipient in self.case.recipients.ids() {
            self.judge(helper, recipient, &rows, &mut verdicts);
        }
        verdicts
    }

    fn judge(
        &self,
        helper: HelperId,
        recipient: RecipientId,
        rows: &RowsOfHelper<'_>,
        verdicts: &mut Verdicts,
    ) {
        let from = &self.profiles.helpers[helper];
        let to = &self.profiles.recipients[recipient];
        let track = &self.case.policy.tracks[from.track];
        let fact = rows.fact(recipient);
        let decisions = rows.decisions(recipient);
        let distance = self.distance(from, to, fact);
        let load = fact.and_then(|row| row.load).unwrap_or(Load::units(1));
        let capacity = self.capacity(from, to);
        let minimum_support = ExactWan::from_wan(track.minimum_support).min(to.need_value);
        let question = PairInQuestion {
            track,
            helper: from,
            recipient: to,
            decisions,
            distance: distance.map(|(km, _)| km),
            load,
            shares_sector: capacity.shares_sector,
            reachable: from.within_budget(capacity.value),
            minimum_support,
        };
        let reasons = question.exclusions();
        if !reasons.is_empty() {
            verdicts.excluded.push(ExcludedPair {
                helper,
                recipient,
                reasons,
            });
            return;
        }
        let (fit, fit_source) = match fact.and_then(|row| row.fit) {
            Some(fit) => (fit, FitSource::Given),
            None => self.fits.fit(from, to),
        };
        let previous_since = rows.previous(recipient).map(|row| row.since);
        verdicts.candidates.push(Candidate {
            helper,
            recipient,
            track: from.track,
            distance,
            fit,
            fit_source,
            load,
            capacity: capacity.by_sector,
            // Within m_k, so it always fits.
            minimum_support: minimum_support.cut().unwrap_or(Wan::ZERO),
            previous_since,
            locked: is_locked(decisions.1),
            within_tenure: is_within_tenure(self.case, track, previous_since),
            hardship_steps: to.class.saturating_sub(from.class.unwrap_or(0)).max(0),
        });
    }

    fn distance(
        &self,
        helper: &HelperProfile,
        recipient: &RecipientProfile,
        fact: Option<&PairFact>,
    ) -> Option<(Km, DistanceSource)> {
        match fact.and_then(|row| row.distance) {
            Some(given) => Some((given, DistanceSource::Given)),
            None => self.distances.between(helper.place?, recipient.place),
        }
    }

    fn capacity(&self, helper: &HelperProfile, recipient: &RecipientProfile) -> Capacity {
        let mut capacity = Capacity {
            by_sector: Vec::new(),
            value: ExactWan::ZERO,
            shares_sector: false,
        };
        if !(helper.has_supply && recipient.has_need) {
            return capacity;
        }
        let amounts = helper.supply.values().zip(recipient.needs.values());
        for ((id, sector), (supply, need)) in self.case.policy.sectors.iter().zip(amounts) {
            let mut amount = *supply.min(need);
            if amount == Amount::ZERO {
                continue;
            }
            capacity.shares_sector = true;
            let unit = if sector.whole {
                Amount::steps_per_unit()
            } else {
                Amount::steps_per_unit() / HUNDREDTHS
            };
            amount = Amount::from_scaled(amount.scaled() / unit * unit);
            if amount != Amount::ZERO {
                capacity.value = capacity.value + ExactWan::of(amount, sector.value);
                capacity.by_sector.push((id, amount));
            }
        }
        capacity
    }
}

/// Whether some decision locks the pair.
pub(crate) fn is_locked(decisions: &[Decision]) -> bool {
    decisions
        .iter()
        .any(|row| row.action == DecisionAction::Lock)
}

/// Whether a pair in force since that year is still younger than the track's minimum tenure.
pub(crate) fn is_within_tenure(case: &Case, track: &Track, since: Option<i32>) -> bool {
    let tenure = i64::from(track.min_tenure_years);
    let age = since.map(|since| i64::from(case.info.year) - i64::from(since));
    !track.divisible && age.is_some_and(|age| age < tenure)
}

/// The rows of one helper in the tables that are about pairs, each by recipient.
struct RowsOfHelper<'a> {
    facts: &'a [PairFact],
    history: &'a [PreviousPair],
    decisions: &'a [Decision],
    first_decision: usize,
}

impl<'a> RowsOfHelper<'a> {
    fn of(case: &'a Case, helper: HelperId) -> Self {
        let (_, facts) = run_of(&case.pairs, helper, |row| row.helper);
        let (_, history) = run_of(&case.history, helper, |row| row.helper);
        let (first_decision, decisions) = run_of(&case.decisions, helper, |row| row.helper);
        Self {
            facts,
            history,
            decisions,
            first_decision,
        }
    }

    fn fact(&self, recipient: RecipientId) -> Option<&'a PairFact> {
        run_of(self.facts, recipient, |row| row.recipient).1.first()
    }

    fn previous(&self, recipient: RecipientId) -> Option<&'a PreviousPair> {
        run_of(self.history, recipient, |row| row.recipient)
            .1
            .first()
    }

    /// The decisions about one pair, with the index of the first among all decisions.
    fn decisions(&self, recipient: RecipientId) -> (usize, &'a [Decision]) {
        let (start, rows) = run_of(self.decisions, recipient, |row| row.recipient);
        (self.first_decision + start, rows)
    }
}

/// The rows with this key, which lie together, and the index of the first.
fn run_of<T, K: Ord + Copy>(rows: &[T], key: K, of: impl Fn(&T) -> K) -> (usize, &[T]) {
    let start = rows.partition_point(|row| of(row) < key);
    let rest = rows.get(start..).unwrap_or(&[]);
    let length = rest.partition_point(|row| of(row) <= key);
    (start, rest.get(..length).unwrap_or(&[]))
}
