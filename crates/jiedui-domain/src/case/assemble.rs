//! Tables with codes become a case with ids.

use super::{
    Case, Decision, Helper, PairFact, Place, PreviousPair, QuotaOverride, Recipient, Road,
    SectorAmount,
};
use crate::ids::{HelperId, Id, IdVec, PlaceId, RecipientId};
use crate::policy::Policy;
use crate::quantity::Weight;
use crate::tables::{
    CaseTables, DecisionRow, HelperRow, HistoryRow, NeedRow, PairRow, PlaceRow, QuotaRow,
    RecipientRow, RoadRow, SupplyRow,
};
use std::collections::BTreeMap;
use thiserror::Error;

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
        let known = Known::new(&places, &recipients, &helpers, &policy)?;
        // The order of the tables decides which error is told where there are several.
        let needs = known.needs(needs)?;
        let supply = known.supply(supply)?;
        let pairs = known.pairs(pairs)?;
        let roads = known.roads(roads)?;
        let history = known.history(history)?;
        let quotas = known.quotas(quotas)?;
        let decisions = known.decisions(decisions)?;
        let resolved_recipients = known.recipients(&recipients)?;
        let resolved_helpers = known.helpers(&helpers)?;
        Ok(Self {
            info,
            policy,
            places: resolved_places(places),
            recipients: resolved_recipients,
            helpers: resolved_helpers,
            needs,
            supply,
            pairs,
            roads,
            history,
            quotas,
            decisions,
        })
    }
}

/// The codes of everything that tables refer to.
struct Known<'a> {
    places: Codes<'a>,
    recipients: Codes<'a>,
    helpers: Codes<'a>,
    sectors: Codes<'a>,
    tracks: Codes<'a>,
}

impl<'a> Known<'a> {
    /// Of tables in code order.
    fn new(
        places: &'a [PlaceRow],
        recipients: &'a [RecipientRow],
        helpers: &'a [HelperRow],
        policy: &'a Policy,
    ) -> Result<Self, AssembleError> {
        let places = places.iter().map(|row| row.code.as_str());
        let recipients = recipients.iter().map(|row| row.id.as_str());
        let helpers = helpers.iter().map(|row| row.id.as_str());
        let sectors = policy.sectors.values().map(|sector| sector.code.as_str());
        let tracks = policy.tracks.values().map(|track| track.code.as_str());
        Ok(Self {
            places: Codes::new("places", "place", places)?,
            recipients: Codes::new("recipients", "recipient", recipients)?,
            helpers: Codes::new("helpers", "helper", helpers)?,
            sectors: Codes::new("policy", "sector", sectors)?,
            tracks: Codes::new("policy", "track", tracks)?,
        })
    }

    fn needs(&self, rows: Vec<NeedRow>) -> Result<Vec<SectorAmount<RecipientId>>, AssembleError> {
        let resolve = |row: NeedRow| {
            Ok(SectorAmount {
                of: self.recipients.find("needs", &row.recipient)?,
                sector: self.sectors.find("needs", &row.sector)?,
                amount: row.amount,
                provenance: row.provenance,
            })
        };
        resolved(rows, resolve, |row| (row.of, row.sector))
    }

    fn supply(&self, rows: Vec<SupplyRow>) -> Result<Vec<SectorAmount<HelperId>>, AssembleError> {
        let resolve = |row: SupplyRow| {
            Ok(SectorAmount {
                of: self.helpers.find("supply", &row.helper)?,
                sector: self.sectors.find("supply", &row.sector)?,
                amount: row.amount,
                provenance: row.provenance,
            })
        };
        resolved(rows, resolve, |row| (row.of, row.sector))
    }

    fn pairs(&self, rows: Vec<PairRow>) -> Result<Vec<PairFact>, AssembleError> {
        let resolve = |row: PairRow| {
            Ok(PairFact {
                helper: self.helpers.find("pairs", &row.helper)?,
                recipient: self.recipients.find("pairs", &row.recipient)?,
                distance: row.distance,
                fit: row.fit,
                load: row.load,
                provenance: row.provenance,
            })
        };
        resolved(rows, resolve, |row| (row.helper, row.recipient))
    }

    fn roads(&self, rows: Vec<RoadRow>) -> Result<Vec<Road>, AssembleError> {
        let resolve = |row: RoadRow| {
            Ok(Road {
                from: self.places.find("roads", &row.from)?,
                to: self.places.find("roads", &row.to)?,
                km: row.km,
                hours: row.hours,
                provenance: row.provenance,
            })
        };
        resolved(rows, resolve, |row| (row.from, row.to, row.km))
    }

    fn history(&self, rows: Vec<HistoryRow>) -> Result<Vec<PreviousPair>, AssembleError> {
        let resolve = |row: HistoryRow| {
            Ok(PreviousPair {
                helper: self.helpers.find("history", &row.helper)?,
                recipient: self.recipients.find("history", &row.recipient)?,
                since: row.since,
                provenance: row.provenance,
            })
        };
        resolved(rows, resolve, |row| (row.helper, row.recipient))
    }

    fn quotas(&self, rows: Vec<QuotaRow>) -> Result<Vec<QuotaOverride>, AssembleError> {
        let resolve = |row: QuotaRow| {
            Ok(QuotaOverride {
                recipient: self.recipients.find("quotas", &row.recipient)?,
                track: self.tracks.find("quotas", &row.track)?,
                min: row.min,
                max: row.max,
                provenance: row.provenance,
            })
        };
        resolved(rows, resolve, |row| (row.recipient, row.track))
    }

    fn decisions(&self, rows: Vec<DecisionRow>) -> Result<Vec<Decision>, AssembleError> {
        let resolve = |row: DecisionRow| {
            Ok(Decision {
                action: row.action,
                helper: self.helpers.find("decisions", &row.helper)?,
                recipient: self.recipients.find("decisions", &row.recipient)?,
                reason: row.reason,
                clause: row.clause,
                author: row.author,
                date: row.date,
                provenance: row.provenance,
            })
        };
        resolved(rows, resolve, |row| (row.helper, row.recipient, row.action))
    }

    fn recipients(
        &self,
        rows: &[RecipientRow],
    ) -> Result<IdVec<RecipientId, Recipient>, AssembleError> {
        rows.iter()
            .map(|row| {
                Ok(Recipient {
                    place: self.places.find("recipients", &row.id)?,
                    weight: row.weight.unwrap_or(Weight::units(1)),
                    provenance: row.provenance.clone(),
                })
            })
            .collect()
    }

    fn helpers(&self, rows: &[HelperRow]) -> Result<IdVec<HelperId, Helper>, AssembleError> {
        rows.iter()
            .map(|row| {
                Ok(Helper {
                    code: row.id.clone(),
                    name: row.name.clone(),
                    track: self.tracks.find("helpers", &row.track)?,
                    place: row
                        .place
                        .as_deref()
                        .map(|place| self.places.find("helpers", place))
                        .transpose()?,
                    budget: row.budget,
                    min_pairs: row.min_pairs,
                    max_pairs: row.max_pairs,
                    max_load: row.max_load,
                    provenance: row.provenance.clone(),
                })
            })
            .collect()
    }
}

/// Rows with ids for codes, sorted; the first code that is unknown ends it.
fn resolved<R, T, K: Ord>(
    rows: Vec<R>,
    resolve: impl Fn(R) -> Result<T, AssembleError>,
    key: impl Fn(&T) -> K,
) -> Result<Vec<T>, AssembleError> {
    let rows: Result<Vec<T>, AssembleError> = rows.into_iter().map(resolve).collect();
    let mut rows = rows?;
    rows.sort_by_key(key);
    Ok(rows)
}

fn resolved_places(rows: Vec<PlaceRow>) -> IdVec<PlaceId, Place> {
    rows.into_iter()
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
        .collect()
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
