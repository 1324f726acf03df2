//! The dossier: everything that a run found and why, as one serialisable value.
//!
//! A saved dossier needs nothing else to be rendered years later: no inputs, no solver. Parties are
//! named by their codes; every list is in code order, so equal runs give equal bytes. Money is in
//! 万元, distance in km, shares are 0–1.

mod candidate;
mod exact;
mod fact;
mod fairness;
mod given;
mod json;
mod limit;
mod measure;
mod pair;
mod party;
mod regret;
mod ruled_out;
mod run;
mod ties;

pub use candidate::{CandidateRow, CandidateTuple, ExcludedRow, ExclusionReason};
pub use exact::Exact;
pub use fact::{DataQuality, DecisionFact, Fact, FactKind, TableQuality, ValueByBasis};
pub use fairness::{BindingCut, CutKind, CutRow, Fairness, Spread, TrackSpread, ZoneSpread};
pub use given::{Given, GivenDecision, GivenPair, PolicyValue};
pub use limit::{Limit, LimitKind, LimitSide, LimitState};
pub use measure::{MeasureEntry, Tier, TierObjective, TierScale};
pub use pair::{
    Alternative, Contribution, ContributionKind, Criterion, CriterionKind, DistanceOrigin,
    EndedPair, FitOrigin, HelpEntry, NoContribution, OtherPair, PairEntry, RankedAmong, Ranking,
};
pub use party::{
    HelperEntry, RecipientEntry, RecipientTrack, SectorBalance, SectorInfo, SupplyUse, Title,
    TrackInfo, UnitOfMeasure,
};
pub use regret::{
    Certainty, PairRegret, PairRegretTuple, REGRET_VERSION, RegretMove, RegretState, RegretTier,
    Regrets,
};
pub use ruled_out::{Demanded, FullSide};
pub use run::{Digest, RunFacts, RunInfo, Shortlist, Verdict};
pub use ties::FitTies;

use crate::scenarios::Stability;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the dossier's shape that this program writes.
pub const FORMAT_VERSION: u32 = 1;

/// What a run found, and why.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Dossier {
    /// Version of this shape; 1.
    pub format_version: u32,
    /// What was run.
    pub run: RunInfo,
    /// The sectors of the policy, in its order.
    pub sectors: Vec<SectorInfo>,
    /// The tracks of the policy, in its order, with what the plan does in each.
    pub tracks: Vec<TrackInfo>,
    /// The priorities, with value, bound and gap.
    pub tiers: Vec<Tier>,
    /// Every measure of the plan, over all tracks.
    pub measures: Vec<MeasureEntry>,
    /// Who is helped, by code.
    pub recipients: Vec<RecipientEntry>,
    /// Who helps, by code.
    pub helpers: Vec<HelperEntry>,
    /// The pairs of the plan, by helper, then recipient.
    pub pairs: Vec<PairEntry>,
    /// Last year's pairs that the plan ends.
    pub ended: Vec<EndedPair>,
    /// Candidates that the plan does not form.
    pub candidates: Vec<CandidateRow>,
    /// Pairs that a rule excludes, with all the reasons.
    pub excluded: Vec<ExcludedRow>,
    /// How evenly help is spread; absent where nobody needs anything, and from older versions.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub fairness: Option<Fairness>,
    /// How much of the result rests on which kind of data.
    pub data_quality: DataQuality,
    /// Given values that no other part shows; absent in dossiers of earlier versions of the program.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub given: Option<Given>,
    /// How often the pairs stand when the figures vary. A run does not know: whoever has a what-if of
    /// this run fills it in before telling, and the run's own file never has it.
    #[serde(skip)]
    pub stability: Vec<Stability>,
    /// What every candidate would cost; absent where no pair is decided on, where it was not worked out
    /// (more than 50,000 candidates, an interrupted run), in runs of scenarios, and in dossiers of
    /// earlier versions of the program.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub regrets: Option<Regrets>,
}

impl Dossier {
    /// Whether anybody needs anything. Where nobody does, or the policy has no sectors to need, a plan is
    /// pairs alone: there is nothing to tell of amounts and coverage.
    pub fn has_needs(&self) -> bool {
        self.recipients.iter().any(|entry| entry.need_wan > 0.0)
    }

    /// The recipient with this code.
    pub fn recipient(&self, code: &str) -> Option<&RecipientEntry> {
        find(&self.recipients, |entry| entry.code.as_str().cmp(code))
    }

    /// The helper with this code.
    pub fn helper(&self, code: &str) -> Option<&HelperEntry> {
        find(&self.helpers, |entry| entry.code.as_str().cmp(code))
    }

    /// The track with this code.
    pub fn track(&self, code: &str) -> Option<&TrackInfo> {
        self.tracks.iter().find(|track| track.code == code)
    }

    /// The sector with this code.
    pub fn sector(&self, code: &str) -> Option<&SectorInfo> {
        self.sectors.iter().find(|sector| sector.code == code)
    }

    /// The pair of these two, if the plan forms it.
    pub fn pair(&self, helper: &str, recipient: &str) -> Option<&PairEntry> {
        find(&self.pairs, |pair| {
            (pair.helper.as_str(), pair.recipient.as_str()).cmp(&(helper, recipient))
        })
    }

    /// The candidate of these two, if it is one and the plan does not form it.
    pub fn candidate(&self, helper: &str, recipient: &str) -> Option<&CandidateRow> {
        find(&self.candidates, |row| {
            (row.helper.as_str(), row.recipient.as_str()).cmp(&(helper, recipient))
        })
    }

    /// The exclusion of these two, if a rule excludes them.
    pub fn exclusion(&self, helper: &str, recipient: &str) -> Option<&ExcludedRow> {
        find(&self.excluded, |row| {
            (row.helper.as_str(), row.recipient.as_str()).cmp(&(helper, recipient))
        })
    }

    /// The pairs at one recipient, by helper.
    pub fn pairs_of_recipient<'a>(
        &'a self,
        code: &'a str,
    ) -> impl Iterator<Item = &'a PairEntry> + 'a {
        self.pairs.iter().filter(move |pair| pair.recipient == code)
    }

    /// How many pairs one recipient has; what a divisible track gives it is none.
    pub fn formed_at(&self, code: &str) -> usize {
        let pairs = self.pairs_of_recipient(code);
        pairs.filter(|pair| !pair.divisible).count()
    }

    /// Whether a track shares out help by amount and forms no pairs.
    pub fn is_divisible(&self, track: &str) -> bool {
        self.track(track).is_some_and(|track| track.divisible)
    }

    /// How many pairs may be but are not formed; of a shortlist `candidates` has a part of them only.
    pub fn unchosen(&self) -> usize {
        match self.run.shortlist {
            Some(shortlist) => shortlist.candidates.saturating_sub(self.pairs.len()),
            None => self.candidates.len(),
        }
    }

    /// The pairs of one helper, by recipient.
    pub fn pairs_of_helper<'a>(
        &'a self,
        code: &'a str,
    ) -> impl Iterator<Item = &'a PairEntry> + 'a {
        self.pairs.iter().filter(move |pair| pair.helper == code)
    }
}

fn find<T>(sorted: &[T], compare: impl FnMut(&T) -> std::cmp::Ordering) -> Option<&T> {
    let found = sorted.binary_search_by(compare);
    found.ok().and_then(|index| sorted.get(index))
}
