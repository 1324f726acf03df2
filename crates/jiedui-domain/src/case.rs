//! The case: the tables with codes resolved to dense ids, every vector in code order.

use crate::ids::{HelperId, Id, IdVec, PlaceId, RecipientId, SectorId, TrackId};
use crate::policy::Policy;
use crate::provenance::Provenance;
use crate::quantity::{
    Amount, Degrees, Fit, Hours, Indicator, Km, Load, Population, Quantity, Wan, Weight, Yi,
};
use crate::tables::{CaseInfo, CaseTables, DecisionAction};
use std::collections::BTreeMap;
use thiserror::Error;

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

/// Why tables do not make a case. Input validation finds these first and says more.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum AssembleError {
    /// A code that no row defines.
    #[error("{table} refers to unknown {kind} `{code}`")]
    Unknown {
        /// The table that refers.
        table: &'static str,
        /// What is referred to.
        kind: &'static str,
        /// The code.
        code: String,
    },
    /// A key that two rows define.
    #[error("{table} has `{key}` twice")]
    Duplicate {
        /// The table.
        table: &'static str,
        /// The key.
        key: String,
    },
}

impl Case {
    /// Resolves codes and sorts every table.
    ///
    /// *Errors:* [`AssembleError`] for the first unknown or duplicate code.
    /// *Complexity:* O(n log n) in the rows.
    pub fn assemble(tables: CaseTables, policy: Policy) -> Result<Self, AssembleError> {
        let CaseTables {
            info,
            mut places,
            mut recipients,
            mut helpers,
            needs,
            supply,
            pairs,
            roads,
            history,
            quotas,
            decisions,
        } = tables;
        places.sort_by(|a, b| a.code.cmp(&b.code));
        recipients.sort_by(|a, b| a.id.cmp(&b.id));
        helpers.sort_by(|a, b| a.id.cmp(&b.id));
        let place_ids = Codes::new(
            "places",
            "place",
            places.iter().map(|row| row.code.as_str()),
        )?;
        let recipient_ids = Codes::new(
            "recipients",
            "recipient",
            recipients.iter().map(|row| row.id.as_str()),
        )?;
        let helper_ids = Codes::new(
            "helpers",
            "helper",
            helpers.iter().map(|row| row.id.as_str()),
        )?;
        let sector_ids = Codes::new(
            "policy",
            "sector",
            policy.sectors.values().map(|s| s.code.as_str()),
        )?;
        let track_ids = Codes::new(
            "policy",
            "track",
            policy.tracks.values().map(|t| t.code.as_str()),
        )?;

        let mut case_needs = Vec::with_capacity(needs.len());
        for row in needs {
            case_needs.push(SectorAmount {
                of: recipient_ids.find("needs", &row.recipient)?,
                sector: sector_ids.find("needs", &row.sector)?,
                amount: row.amount,
                provenance: row.provenance,
            });
        }
        let mut case_supply = Vec::with_capacity(supply.len());
        for row in supply {
            case_supply.push(SectorAmount {
                of: helper_ids.find("supply", &row.helper)?,
                sector: sector_ids.find("supply", &row.sector)?,
                amount: row.amount,
                provenance: row.provenance,
            });
        }
        let mut case_pairs = Vec::with_capacity(pairs.len());
        for row in pairs {
            case_pairs.push(PairFact {
                helper: helper_ids.find("pairs", &row.helper)?,
                recipient: recipient_ids.find("pairs", &row.recipient)?,
                distance: row.distance,
                fit: row.fit,
                load: row.load,
                provenance: row.provenance,
            });
        }
        let mut case_roads = Vec::with_capacity(roads.len());
        for row in roads {
            case_roads.push(Road {
                from: place_ids.find("roads", &row.from)?,
                to: place_ids.find("roads", &row.to)?,
                km: row.km,
                hours: row.hours,
                provenance: row.provenance,
            });
        }
        let mut case_history = Vec::with_capacity(history.len());
        for row in history {
            case_history.push(PreviousPair {
                helper: helper_ids.find("history", &row.helper)?,
                recipient: recipient_ids.find("history", &row.recipient)?,
                since: row.since,
                provenance: row.provenance,
            });
        }
        let mut case_quotas = Vec::with_capacity(quotas.len());
        for row in quotas {
            case_quotas.push(QuotaOverride {
                recipient: recipient_ids.find("quotas", &row.recipient)?,
                track: track_ids.find("quotas", &row.track)?,
                min: row.min,
                max: row.max,
                provenance: row.provenance,
            });
        }
        let mut case_decisions = Vec::with_capacity(decisions.len());
        for row in decisions {
            case_decisions.push(Decision {
                action: row.action,
                helper: helper_ids.find("decisions", &row.helper)?,
                recipient: recipient_ids.find("decisions", &row.recipient)?,
                reason: row.reason,
                clause: row.clause,
                author: row.author,
                date: row.date,
                provenance: row.provenance,
            });
        }
        case_needs.sort_by_key(|row| (row.of, row.sector));
        case_supply.sort_by_key(|row| (row.of, row.sector));
        case_pairs.sort_by_key(|row| (row.helper, row.recipient));
        case_roads.sort_by_key(|row| (row.from, row.to, row.km));
        case_history.sort_by_key(|row| (row.helper, row.recipient));
        case_quotas.sort_by_key(|row| (row.recipient, row.track));
        case_decisions.sort_by_key(|row| (row.helper, row.recipient, row.action));

        let case_recipients = recipients
            .iter()
            .map(|row| {
                Ok(Recipient {
                    place: place_ids.find("recipients", &row.id)?,
                    weight: row.weight.unwrap_or(Weight::units(1)),
                    provenance: row.provenance.clone(),
                })
            })
            .collect::<Result<_, AssembleError>>()?;
        let case_helpers = helpers
            .iter()
            .map(|row| {
                Ok(Helper {
                    code: row.id.clone(),
                    name: row.name.clone(),
                    track: track_ids.find("helpers", &row.track)?,
                    place: row
                        .place
                        .as_deref()
                        .map(|place| place_ids.find("helpers", place))
                        .transpose()?,
                    budget: row.budget,
                    min_pairs: row.min_pairs,
                    max_pairs: row.max_pairs,
                    max_load: row.max_load,
                    provenance: row.provenance.clone(),
                })
            })
            .collect::<Result<_, AssembleError>>()?;
        drop((place_ids, recipient_ids, helper_ids, sector_ids, track_ids));
        let case_places = places
            .into_iter()
            .map(|row| Place {
                code: row.code,
                name: row.name,
                prefecture: row.prefecture,
                lon: row.lon,
                lat: row.lat,
                hardship_class: row.hardship_class.unwrap_or(0),
                population: row.population,
                gdp: row.gdp,
                revenue: row.revenue,
                indicators: row.indicators,
                provenance: row.provenance,
            })
            .collect();
        Ok(Self {
            info,
            policy,
            places: case_places,
            recipients: case_recipients,
            helpers: case_helpers,
            needs: case_needs,
            supply: case_supply,
            pairs: case_pairs,
            roads: case_roads,
            history: case_history,
            quotas: case_quotas,
            decisions: case_decisions,
        })
    }

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

/// Codes of one kind of thing, in id order.
struct Codes<'a> {
    kind: &'static str,
    ids: BTreeMap<&'a str, usize>,
}

impl<'a> Codes<'a> {
    fn new(
        table: &'static str,
        kind: &'static str,
        codes: impl Iterator<Item = &'a str>,
    ) -> Result<Self, AssembleError> {
        let mut ids = BTreeMap::new();
        for (index, code) in codes.enumerate() {
            if ids.insert(code, index).is_some() {
                return Err(AssembleError::Duplicate {
                    table,
                    key: code.to_owned(),
                });
            }
        }
        Ok(Self { kind, ids })
    }

    fn find<I: Id>(&self, table: &'static str, code: &str) -> Result<I, AssembleError> {
        self.ids
            .get(code)
            .map(|index| I::from_index(*index))
            .ok_or_else(|| AssembleError::Unknown {
                table,
                kind: self.kind,
                code: code.to_owned(),
            })
    }
}
