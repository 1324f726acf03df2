//! Sectors (领域) and tracks (帮扶渠道), as the policy defines them.

use crate::policy::Bilingual;
use crate::quantity::{Km, Share, UnitValue, Wan};
use std::collections::BTreeMap;

/// The unit in which a sector counts help.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SectorUnit {
    /// Money, 万元.
    Wan,
    /// Persons, 人.
    Person,
}

impl SectorUnit {
    /// The word in the policy file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Wan => "万元",
            Self::Person => "人",
        }
    }
}

/// What is helped (policy key `[sectors.CODE]`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sector {
    /// Name in data tables, e.g. `education`.
    pub code: String,
    /// Name for people.
    pub title: Bilingual,
    /// Unit of needs, supplies and help.
    pub unit: SectorUnit,
    /// Whether units cannot be split; the default for 人.
    pub whole: bool,
    /// v_s: 万元 that one unit counts as when sectors are added up.
    pub value: UnitValue,
    /// Clause of the policy document.
    pub clause: Option<String>,
}

/// A layer of help (policy key `[tracks.CODE]`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Track {
    /// Name in data tables, e.g. `place`.
    pub code: String,
    /// Name for people.
    pub title: Bilingual,
    /// Clause of the policy document.
    pub clause: Option<String>,
    /// How many helpers of the track each recipient has; `max` absent = no limit.
    pub recipient_min: u32,
    /// See `recipient_min`.
    pub recipient_max: Option<u32>,
    /// How many recipients each helper has; `max` absent = no limit.
    pub helper_min: u32,
    /// See `helper_min`.
    pub helper_max: Option<u32>,
    /// A divisible track has help but no pairs to form: a pure transportation problem.
    pub divisible: bool,
    /// Pairs farther apart are excluded; absent = no limit.
    pub max_distance: Option<Km>,
    /// Class of the recipient minus class of the helper's place; absent = no limit.
    pub max_hardship_gap: Option<i32>,
    /// m_k: the least value of a pair's help, 万元 a year.
    pub minimum_support: Wan,
    /// e_k: share of its budget that a helper with a pair must deploy.
    pub effort_floor: Share,
    /// Share of the revenue of the year before that a helper's place owes, by year.
    pub funding_rate: BTreeMap<i32, Share>,
    /// How many of last year's pairs may end; absent = no limit.
    pub max_changes: Option<u32>,
    /// A pair of last year younger than this is kept.
    pub min_tenure_years: u32,
}

impl Track {
    /// A track of pairs that sets no limit.
    pub fn without_limits(code: &str, title: Bilingual) -> Self {
        Self {
            code: code.to_owned(),
            title,
            clause: None,
            recipient_min: 0,
            recipient_max: None,
            helper_min: 0,
            helper_max: None,
            divisible: false,
            max_distance: None,
            max_hardship_gap: None,
            minimum_support: Wan::ZERO,
            effort_floor: Share::ZERO,
            funding_rate: BTreeMap::new(),
            max_changes: None,
            min_tenure_years: 0,
        }
    }
}
