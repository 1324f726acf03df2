//! The tables of facts, as they stand in `seeds/facts`.

use crate::basis::Basis;
use crate::decimal::Decimal;
use crate::error::SeedsError;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::Path;

/// One of the 39 underdeveloped counties.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct RecipientFact {
    pub code: String,
    pub basis: Basis,
    pub source: String,
}

/// A place that may help.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct HelpingPlace {
    pub code: String,
    pub basis: Basis,
    pub source: String,
}

/// A county-level division that the case uses.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct Division {
    pub code: String,
    pub name: String,
    pub prefecture: String,
    pub lon: Decimal<2>,
    pub lat: Decimal<2>,
    pub hardship_class: Decimal<0>,
    /// 万人.
    pub population: Decimal<2>,
    /// Mean years of schooling.
    pub schooling: Decimal<2>,
    pub basis: Basis,
    pub source: String,
}

/// Employment shares of a division, or of the province (code 510000).
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct Employment {
    pub code: String,
    pub agriculture: Decimal<4>,
    pub manufacturing: Decimal<4>,
    pub accommodation_catering: Decimal<4>,
    pub culture_sport: Decimal<4>,
}

impl Employment {
    /// Agriculture, manufacturing, lodging and catering, culture and sport, in 1/10 000.
    pub fn shares(&self) -> [i64; 4] {
        [
            self.agriculture.0,
            self.manufacturing.0,
            self.accommodation_catering.0,
            self.culture_sport.0,
        ]
    }
}

/// Product and population of a prefecture, or of the province.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct Prefecture {
    pub name: String,
    /// 亿元; its last place is 万元.
    pub gdp: Decimal<4>,
    pub year: i32,
    /// 万人.
    pub population: Decimal<2>,
    pub source: String,
}

/// A published figure of a division's finances.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct FinanceFact {
    pub code: String,
    /// `gdp` or `revenue`.
    pub indicator: String,
    /// 亿元; its last place is 万元.
    pub value: Decimal<4>,
    pub year: i32,
    pub source: String,
}

/// An enterprise, hospital, school or institute that could be a candidate.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct Institution {
    pub id: String,
    pub track: String,
    pub name: String,
    /// The prefecture-level city that it sits in.
    pub city: String,
    /// Its county-level division where its name tells; else empty.
    pub place: String,
    /// `province`, `city` or `county` for teams; else empty.
    pub level: String,
    /// Words of [`crate::supply::strength`], separated by spaces.
    pub strengths: String,
    pub basis: Basis,
    pub source: String,
}

/// A documented relation of helper and recipient.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct Relation {
    pub helper: String,
    pub recipient: String,
    pub since: i32,
    pub basis: Basis,
    pub source: String,
}

/// The central district of a city, for institutions of which only the city is known.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct Seat {
    pub prefecture: String,
    pub code: String,
}

/// What a pair is known to have received in a year, for comparison only.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct PublishedFunds {
    pub place: String,
    pub recipient: String,
    /// 万元 a year.
    pub yearly: Decimal<0>,
    pub years: String,
}

/// A published road distance.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the columns")]
pub struct RoadDistance {
    pub from: String,
    pub to: String,
    pub km: Decimal<0>,
    /// `place`: holds for the start only; `prefecture`: also moved to the prefecture's other places.
    pub reach: String,
    pub basis: Basis,
    pub source: String,
}

/// All facts.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the fields are the tables")]
pub struct Facts {
    pub recipients: Vec<RecipientFact>,
    pub helping_places: Vec<HelpingPlace>,
    pub divisions: BTreeMap<String, Division>,
    pub employment: BTreeMap<String, Employment>,
    pub prefectures: BTreeMap<String, Prefecture>,
    pub finance: BTreeMap<(String, String), FinanceFact>,
    pub institutions: Vec<Institution>,
    pub history: Vec<Relation>,
    pub road_distances: Vec<RoadDistance>,
    pub seats: BTreeMap<String, Seat>,
    pub published_funds: Vec<PublishedFunds>,
}

impl Facts {
    /// Reads every table of `folder`.
    ///
    /// *Errors:* [`SeedsError::Table`] for a table that is missing or malformed.
    pub fn read(folder: &Path) -> Result<Self, SeedsError> {
        let divisions: Vec<Division> = rows(folder, "divisions")?;
        let employment: Vec<Employment> = rows(folder, "employment")?;
        let prefectures: Vec<Prefecture> = rows(folder, "prefectures")?;
        let finance: Vec<FinanceFact> = rows(folder, "finance")?;
        let seats: Vec<Seat> = rows(folder, "seats")?;
        let seats = seats.into_iter().map(|row| (row.prefecture.clone(), row));
        let divisions = divisions.into_iter().map(|row| (row.code.clone(), row));
        let employment = employment.into_iter().map(|row| (row.code.clone(), row));
        let prefectures = prefectures.into_iter().map(|row| (row.name.clone(), row));
        let finance = finance
            .into_iter()
            .map(|row| ((row.code.clone(), row.indicator.clone()), row));
        Ok(Self {
            recipients: rows(folder, "recipients")?,
            helping_places: rows(folder, "helping_places")?,
            divisions: divisions.collect(),
            employment: employment.collect(),
            prefectures: prefectures.collect(),
            finance: finance.collect(),
            institutions: rows(folder, "institutions")?,
            history: rows(folder, "history")?,
            road_distances: rows(folder, "road_distance")?,
            seats: seats.collect(),
            published_funds: rows(folder, "published_funds")?,
        })
    }

    /// The division with this code.
    ///
    /// *Errors:* [`SeedsError::Missing`].
    pub fn division(&self, code: &str) -> Result<&Division, SeedsError> {
        self.divisions.get(code).ok_or_else(|| SeedsError::Missing {
            table: "divisions",
            key: code.to_owned(),
        })
    }

    /// The employment shares of a division, or of the province (510000).
    ///
    /// *Errors:* [`SeedsError::Missing`].
    pub fn employment(&self, code: &str) -> Result<&Employment, SeedsError> {
        self.employment
            .get(code)
            .ok_or_else(|| SeedsError::Missing {
                table: "employment",
                key: code.to_owned(),
            })
    }

    /// The prefecture with this name; the province where it has no row of its own.
    ///
    /// *Errors:* [`SeedsError::Missing`].
    pub fn prefecture(&self, name: &str) -> Result<&Prefecture, SeedsError> {
        let own = self.prefectures.get(name);
        own.or_else(|| self.prefectures.get("四川省"))
            .ok_or_else(|| SeedsError::Missing {
                table: "prefectures",
                key: name.to_owned(),
            })
    }

    /// Where an institution sits: its own division where known, else the seat of its city.
    ///
    /// *Errors:* [`SeedsError::Missing`].
    pub fn institution_place(&self, row: &Institution) -> Result<&str, SeedsError> {
        if row.place.is_empty() {
            let seat = self
                .seats
                .get(&row.city)
                .ok_or_else(|| SeedsError::Missing {
                    table: "seats",
                    key: row.city.clone(),
                })?;
            return Ok(&seat.code);
        }
        Ok(&self.division(&row.place)?.code)
    }

    /// A published figure of a division's finances.
    pub fn finance(&self, code: &str, indicator: &str) -> Option<&FinanceFact> {
        self.finance.get(&(code.to_owned(), indicator.to_owned()))
    }
}

fn rows<T: DeserializeOwned>(folder: &Path, table: &'static str) -> Result<Vec<T>, SeedsError> {
    let failed = |source| SeedsError::Table { table, source };
    let mut reader = csv::Reader::from_path(folder.join(format!("{table}.csv"))).map_err(failed)?;
    let mut rows = Vec::new();
    for row in reader.deserialize() {
        rows.push(row.map_err(failed)?);
    }
    Ok(rows)
}
