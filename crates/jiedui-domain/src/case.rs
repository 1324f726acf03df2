//! The case: the tables with codes resolved to dense ids, every vector in code order.

mod assemble;
mod names;

pub use assemble::AssembleError;
pub use names::{Names, undistinguished};

use crate::ids::{HelperId, Id, IdVec, PlaceId, RecipientId, SectorId, TrackId};
use crate::policy::Policy;
use crate::provenance::Provenance;
use crate::quantity::{
    Amount, Degrees, Fit, Hours, Indicator, Km, Load, Population, Quantity, Wan, Weight, Yi,
};
use crate::tables::{CaseInfo, DecisionAction};
use std::collections::BTreeMap;

/// A county or prefecture.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are those of PlaceRow")]
pub struct Place {
    pub code: String,
    pub name: String,
    pub prefecture: String,
    pub lon: Option<Degrees>,
    pub lat: Option<Degrees>,
    pub hardship_class: i32,
    pub population: Option<Population>,
    pub gdp: Option<Yi>,
    pub revenue: Option<Wan>,
    pub indicators: BTreeMap<String, Indicator>,
    pub provenance: Provenance,
}

/// An underdeveloped county that is helped.
#[derive(Clone, PartialEq, Debug)]
pub struct Recipient {
    /// The place that it is; its code is the recipient's code.
    pub place: PlaceId,
    /// w_r.
    pub weight: Weight,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// Somebody who helps.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are those of HelperRow")]
pub struct Helper {
    pub code: String,
    pub name: String,
    pub track: TrackId,
    pub place: Option<PlaceId>,
    pub budget: Option<Wan>,
    pub min_pairs: Option<u32>,
    pub max_pairs: Option<u32>,
    pub max_load: Option<Load>,
    pub provenance: Provenance,
}

/// A lower and an upper limit on a number of pairs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quota {
    /// At least.
    pub min: u32,
    /// At most; `None` = no limit.
    pub max: Option<u32>,
}

/// One amount of a table, e.g. a need of `recipient` or a supply of `helper`.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are those of NeedRow and SupplyRow")]
pub struct SectorAmount<I> {
    pub of: I,
    pub sector: SectorId,
    pub amount: Amount,
    pub provenance: Provenance,
}

/// Given facts about one possible pair.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are those of PairRow")]
pub struct PairFact {
    pub helper: HelperId,
    pub recipient: RecipientId,
    pub distance: Option<Km>,
    pub fit: Option<Fit>,
    pub load: Option<Load>,
    pub provenance: Provenance,
}

/// A road section, usable in both directions.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are those of RoadRow")]
pub struct Road {
    pub from: PlaceId,
    pub to: PlaceId,
    pub km: Km,
    pub hours: Option<Hours>,
    pub provenance: Provenance,
}

/// A pair in force last year.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are those of HistoryRow")]
pub struct PreviousPair {
    pub helper: HelperId,
    pub recipient: RecipientId,
    pub since: i32,
    pub provenance: Provenance,
}

/// An override of a track's quota for one recipient.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are those of QuotaRow")]
pub struct QuotaOverride {
    pub recipient: RecipientId,
    pub track: TrackId,
    pub min: Option<u32>,
    pub max: Option<u32>,
    pub provenance: Provenance,
}

/// A human decision about one pair.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are those of DecisionRow")]
pub struct Decision {
    pub action: DecisionAction,
    pub helper: HelperId,
    pub recipient: RecipientId,
    pub reason: String,
    pub clause: Option<String>,
    pub author: Option<String>,
    pub date: Option<String>,
    pub provenance: Provenance,
}

/// A year's case: validated tables with codes resolved, and the policy.
///
/// *Determinism:* every vector is sorted by code (by helper, then recipient or sector), so a case
/// does not depend on the order of the rows it was read from.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are the tables of data.md")]
pub struct Case {
    pub info: CaseInfo,
    pub policy: Policy,
    pub places: IdVec<PlaceId, Place>,
    pub recipients: IdVec<RecipientId, Recipient>,
    pub helpers: IdVec<HelperId, Helper>,
    pub needs: Vec<SectorAmount<RecipientId>>,
    pub supply: Vec<SectorAmount<HelperId>>,
    pub pairs: Vec<PairFact>,
    pub roads: Vec<Road>,
    pub history: Vec<PreviousPair>,
    pub quotas: Vec<QuotaOverride>,
    pub decisions: Vec<Decision>,
}

impl Case {
    /// The place of a recipient.
    pub fn recipient_place(&self, recipient: RecipientId) -> &Place {
        &self.places[self.recipients[recipient].place]
    }

    /// The code of a recipient: that of its place.
    pub fn recipient_code(&self, recipient: RecipientId) -> &str {
        &self.recipient_place(recipient).code
    }

    /// The recipient with this code.
    pub fn recipient_by_code(&self, code: &str) -> Option<RecipientId> {
        let found = self
            .recipients
            .as_slice()
            .binary_search_by(|row| self.places[row.place].code.as_str().cmp(code));
        found.ok().map(RecipientId::from_index)
    }

    /// The helper with this code.
    pub fn helper_by_code(&self, code: &str) -> Option<HelperId> {
        let found = self
            .helpers
            .as_slice()
            .binary_search_by(|row| row.code.as_str().cmp(code));
        found.ok().map(HelperId::from_index)
    }

    /// Whether anybody needs anything. Where nobody does a plan is pairs alone.
    pub fn has_needs(&self) -> bool {
        self.needs.iter().any(|need| need.amount.scaled() > 0)
    }

    /// The needs of one recipient, by sector.
    pub fn needs_of(&self, recipient: RecipientId) -> &[SectorAmount<RecipientId>] {
        slice_of(&self.needs, recipient, |row| row.of)
    }

    /// The supplies of one helper, by sector.
    pub fn supply_of(&self, helper: HelperId) -> &[SectorAmount<HelperId>] {
        slice_of(&self.supply, helper, |row| row.of)
    }

    /// The given facts about one pair.
    pub fn pair_fact(&self, helper: HelperId, recipient: RecipientId) -> Option<&PairFact> {
        let key = (helper, recipient);
        let found = self
            .pairs
            .binary_search_by_key(&key, |row| (row.helper, row.recipient));
        found.ok().and_then(|index| self.pairs.get(index))
    }

    /// Last year's pair, if these two were paired.
    pub fn previous_pair(&self, helper: HelperId, recipient: RecipientId) -> Option<&PreviousPair> {
        let key = (helper, recipient);
        let found = self
            .history
            .binary_search_by_key(&key, |row| (row.helper, row.recipient));
        found.ok().and_then(|index| self.history.get(index))
    }

    /// How many helpers of a track a recipient has: the override, or the track's quota.
    pub fn recipient_quota(&self, recipient: RecipientId, track: TrackId) -> Quota {
        let policy = &self.policy.tracks[track];
        let key = (recipient, track);
        let found = self
            .quotas
            .binary_search_by_key(&key, |row| (row.recipient, row.track));
        let row = found.ok().and_then(|index| self.quotas.get(index));
        Quota {
            min: row.and_then(|row| row.min).unwrap_or(policy.recipient_min),
            max: row.and_then(|row| row.max).or(policy.recipient_max),
        }
    }

    /// How many recipients a helper has: its own limits, or the track's.
    pub fn helper_quota(&self, helper: HelperId) -> Quota {
        let row = &self.helpers[helper];
        let policy = &self.policy.tracks[row.track];
        Quota {
            min: row.min_pairs.unwrap_or(policy.helper_min),
            max: row.max_pairs.or(policy.helper_max),
        }
    }

    /// B_h in 万元: given, or the track's funding rate of the year × the revenue of the helper's place.
    ///
    /// The product is cut to a millionth of 万元. `None` = no limit.
    /// *Source:* model §1, clause (二十四).
    pub fn budget(&self, helper: HelperId) -> Option<Wan> {
        let row = &self.helpers[helper];
        if row.budget.is_some() {
            return row.budget;
        }
        let rate = self.policy.tracks[row.track]
            .funding_rate
            .get(&self.info.year)?;
        let revenue = self.places[row.place?].revenue?;
        let product = i128::from(rate.scaled()) * i128::from(revenue.scaled()) / 1_000_000;
        i64::try_from(product).ok().map(Wan::from_scaled)
    }
}

fn slice_of<T, K: Ord + Copy>(rows: &[T], key: K, of: impl Fn(&T) -> K) -> &[T] {
    let start = rows.partition_point(|row| of(row) < key);
    let end = rows.partition_point(|row| of(row) <= key);
    rows.get(start..end).unwrap_or(&[])
}
