//! The tables of a case as their authors write them: one row type per table of `data.md`, by codes.

use crate::provenance::Provenance;
use crate::quantity::{
    Amount, Degrees, Fit, Hours, Indicator, Km, Load, Population, Wan, Weight, Yi,
};
use std::collections::BTreeMap;

/// `case.toml`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CaseInfo {
    /// Short name, e.g. `sichuan-2025`.
    pub name: String,
    /// The year of the assignment.
    pub year: i32,
    /// Name for people.
    pub title: String,
    /// `万元`.
    pub currency: String,
    /// Where the figures come from.
    pub sources: Vec<String>,
}

/// A row of `places.csv`.
#[derive(Clone, Debug, Default)]
pub struct PlaceRow {
    /// Six-digit division code, or any identifier.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// Prefecture (市州).
    pub prefecture: String,
    /// Longitude of the seat.
    pub lon: Option<Degrees>,
    /// Latitude of the seat.
    pub lat: Option<Degrees>,
    /// 艰苦边远地区类别 1–6; 0 or absent = not listed.
    pub hardship_class: Option<i32>,
    /// 万人.
    pub population: Option<Population>,
    /// 亿元.
    pub gdp: Option<Yi>,
    /// 万元, general public budget revenue of the year before.
    pub revenue: Option<Wan>,
    /// Further columns that the policy names.
    pub indicators: BTreeMap<String, Indicator>,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// A row of `recipients.csv`.
#[derive(Clone, Debug)]
pub struct RecipientRow {
    /// A place code.
    pub id: String,
    /// w_r, default 1.
    pub weight: Option<Weight>,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// A row of `helpers.csv`.
#[derive(Clone, Debug, Default)]
pub struct HelperRow {
    /// Identifier.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Code of the track that it belongs to.
    pub track: String,
    /// Where it sits.
    pub place: Option<String>,
    /// B_h: 万元 that it can give in the year.
    pub budget: Option<Wan>,
    /// Overrides the track's `pairs_per_helper.min`.
    pub min_pairs: Option<u32>,
    /// Overrides the track's `pairs_per_helper.max`.
    pub max_pairs: Option<u32>,
    /// L_h.
    pub max_load: Option<Load>,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// A row of `needs.csv`.
#[derive(Clone, Debug)]
pub struct NeedRow {
    /// Recipient code.
    pub recipient: String,
    /// Sector code.
    pub sector: String,
    /// `n[r,s]` in the sector's unit.
    pub amount: Amount,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// A row of `supply.csv`.
#[derive(Clone, Debug)]
pub struct SupplyRow {
    /// Helper code.
    pub helper: String,
    /// Sector code.
    pub sector: String,
    /// `c[h,s]` in the sector's unit.
    pub amount: Amount,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// A row of `pairs.csv`: facts about one possible pair.
#[derive(Clone, Debug)]
pub struct PairRow {
    /// Helper code.
    pub helper: String,
    /// Recipient code.
    pub recipient: String,
    /// `d[h,r]`; wins over any computed distance.
    pub distance: Option<Km>,
    /// `f[h,r]`; wins over any computed fit.
    pub fit: Option<Fit>,
    /// `ℓ[h,r]`, default 1.
    pub load: Option<Load>,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// A row of `roads.csv`: a section usable in both directions.
#[derive(Clone, Debug)]
pub struct RoadRow {
    /// Place code.
    pub from: String,
    /// Place code.
    pub to: String,
    /// Length.
    pub km: Km,
    /// Travel time.
    pub hours: Option<Hours>,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// A row of `history.csv`: a pair in force last year.
#[derive(Clone, Debug)]
pub struct HistoryRow {
    /// Helper code.
    pub helper: String,
    /// Recipient code.
    pub recipient: String,
    /// The year it began.
    pub since: i32,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// A row of `quotas.csv`: an override of the track's quota for one recipient.
#[derive(Clone, Debug)]
pub struct QuotaRow {
    /// Recipient code.
    pub recipient: String,
    /// Track code.
    pub track: String,
    /// Overrides `pairs_per_recipient.min`.
    pub min: Option<u32>,
    /// Overrides `pairs_per_recipient.max`.
    pub max: Option<u32>,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// What a human decision says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DecisionAction {
    /// The pair is formed.
    Lock,
    /// The pair is not formed.
    Forbid,
}

impl DecisionAction {
    /// The word in the `action` column.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lock => "lock",
            Self::Forbid => "forbid",
        }
    }
}

/// A row of `decisions.csv`.
#[derive(Clone, Debug)]
pub struct DecisionRow {
    /// Lock or forbid.
    pub action: DecisionAction,
    /// Helper code.
    pub helper: String,
    /// Recipient code.
    pub recipient: String,
    /// Why.
    pub reason: String,
    /// Clause that it rests on.
    pub clause: Option<String>,
    /// Who decided.
    pub author: Option<String>,
    /// When, as written.
    pub date: Option<String>,
    /// Where the row came from.
    pub provenance: Provenance,
}

/// All tables of a case, by codes, in the order of the files.
#[derive(Clone, Debug, Default)]
pub struct CaseTables {
    /// `case.toml`.
    pub info: CaseInfo,
    /// `places.csv`.
    pub places: Vec<PlaceRow>,
    /// `recipients.csv`.
    pub recipients: Vec<RecipientRow>,
    /// `helpers.csv`.
    pub helpers: Vec<HelperRow>,
    /// `needs.csv`.
    pub needs: Vec<NeedRow>,
    /// `supply.csv`.
    pub supply: Vec<SupplyRow>,
    /// `pairs.csv`.
    pub pairs: Vec<PairRow>,
    /// `roads.csv`.
    pub roads: Vec<RoadRow>,
    /// `history.csv`.
    pub history: Vec<HistoryRow>,
    /// `quotas.csv`.
    pub quotas: Vec<QuotaRow>,
    /// `decisions.csv`.
    pub decisions: Vec<DecisionRow>,
}
