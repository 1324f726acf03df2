//! Those who are helped, those who help, and the names of sectors and tracks.

use super::{Exact, Fact};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A name in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Title {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl From<&jiedui_domain::Bilingual> for Title {
    fn from(title: &jiedui_domain::Bilingual) -> Self {
        Self {
            zh: title.zh.clone(),
            en: title.en.clone(),
        }
    }
}

/// The unit of a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitOfMeasure {
    /// Kilometres.
    Km,
    /// 万元.
    Wan,
    /// 人.
    Person,
    /// A share, 0–1.
    Share,
    /// Steps of hardship class.
    Steps,
    /// Steps of hardship class × persons.
    StepPersons,
    /// Years.
    Years,
    /// Number of pairs.
    Pairs,
    /// 万元·km.
    WanKm,
    /// Load, in the case's own unit.
    Load,
    /// A bare number.
    Plain,
}

/// A sector of the policy.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct SectorInfo {
    /// Name in data tables.
    pub code: String,
    /// Name for people.
    pub title: Title,
    /// Unit of its amounts: 万元 or 人.
    pub unit: UnitOfMeasure,
    /// Whether units cannot be split.
    pub whole: bool,
    /// 万元 that one unit counts as.
    pub value_wan: f64,
    /// Clause of the policy document.
    pub clause: Option<String>,
}

/// A track of the policy, with what the plan does in it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TrackInfo {
    /// Name in data tables.
    pub code: String,
    /// Name for people.
    pub title: Title,
    /// Clause of the policy document.
    pub clause: Option<String>,
    /// Help without pairs to form.
    pub divisible: bool,
    /// Pairs of the plan; a divisible track forms none.
    pub pairs: usize,
    /// Pairs that were in force last year.
    pub kept: usize,
    /// Pairs of last year that the plan ends.
    pub ended: usize,
    /// Helpers of the track.
    pub helpers: usize,
    /// Helpers with at least one pair.
    pub helpers_used: usize,
    /// Value of the help given, 万元.
    pub value_wan: f64,
    /// Possible pairs that no rule excludes, formed ones among them.
    pub candidates: usize,
    /// Possible pairs that a rule excludes.
    pub excluded: usize,
    /// Whether every recipient has as many helpers as its quota asks for.
    pub all_recipients_within_quota: bool,
    /// How many of last year's pairs may end; null = no limit.
    pub max_changes: Option<u32>,
}

/// One sector of a recipient.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct SectorBalance {
    /// The sector.
    pub sector: String,
    /// `n[r,s]`, in the sector's unit.
    pub need: f64,
    /// Help received.
    pub given: f64,
    /// `u[r,s]`.
    pub unmet: f64,
    /// The row of the need.
    pub fact: Fact,
}

/// What one track does for a recipient.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecipientTrack {
    /// The track.
    pub track: String,
    /// Pairs of the plan; a divisible track forms none.
    pub pairs: u32,
    /// At least.
    pub min: u32,
    /// At most; null = no limit.
    pub max: Option<u32>,
    /// Helpers of the track that no rule excludes here.
    pub candidates: usize,
}

/// A recipient.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RecipientEntry {
    /// The place code.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// Prefecture.
    pub prefecture: String,
    /// 艰苦边远地区类别; 0 = not listed.
    pub hardship_class: i32,
    /// 万人.
    pub population: Option<f64>,
    /// Longitude of the seat.
    pub lon: Option<f64>,
    /// Latitude of the seat.
    pub lat: Option<f64>,
    /// w_r.
    pub weight: f64,
    /// Share of its need that is met; null without needs.
    pub coverage: Option<Exact>,
    /// What it adds to `equity`: w_r·φ(coverage)/Σ w. These add up exactly.
    pub equity_part: Option<Exact>,
    /// Value of its needs, 万元.
    pub need_wan: f64,
    /// Value of the help received, 万元.
    pub given_wan: f64,
    /// Needs and help by sector, in policy order.
    pub sectors: Vec<SectorBalance>,
    /// Pairs by track, in policy order; tracks without quota, candidates and pairs are left out.
    pub tracks: Vec<RecipientTrack>,
}

/// One sector of a helper.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct SupplyUse {
    /// The sector.
    pub sector: String,
    /// `c[h,s]`, in the sector's unit.
    pub supply: f64,
    /// Help given.
    pub given: f64,
    /// The row of the supply.
    pub fact: Fact,
}

/// A helper.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct HelperEntry {
    /// Identifier.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// Its track.
    pub track: String,
    /// Code of the place where it sits.
    pub place: Option<String>,
    /// Name of the place where it sits.
    pub place_name: Option<String>,
    /// Longitude of the place's seat.
    pub lon: Option<f64>,
    /// Latitude of the place's seat.
    pub lat: Option<f64>,
    /// B_h, 万元; null = no limit.
    pub budget_wan: Option<f64>,
    /// The cells behind the budget.
    pub budget_facts: Vec<Fact>,
    /// Value given, 万元.
    pub given_wan: f64,
    /// Pairs of the plan; a divisible track forms none.
    pub pairs: u32,
    /// At least.
    pub min_pairs: u32,
    /// At most; null = no limit.
    pub max_pairs: Option<u32>,
    /// Load of its pairs.
    pub load: f64,
    /// L_h; null = no limit.
    pub max_load: Option<f64>,
    /// Whether it has no pair and gives nothing.
    pub idle: bool,
    /// Recipients that no rule excludes.
    pub candidates: usize,
    /// Supplies and their use by sector, in policy order.
    pub supply: Vec<SupplyUse>,
}
