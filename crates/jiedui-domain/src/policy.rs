//! The policy: the rules of the action as data (`config/*.toml`).

use crate::ids::{IdVec, SectorId, TrackId};
use crate::measure::Measure;
use crate::quantity::Share;
use crate::track::{Sector, Track};
use serde::{Deserialize, Serialize};

/// A name in both languages of the reports.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The same text in both languages.
    pub fn same(text: &str) -> Self {
        Self {
            zh: text.to_owned(),
            en: text.to_owned(),
        }
    }
}

/// The rules of a year's assignment.
#[derive(Clone, PartialEq, Debug)]
pub struct Policy {
    /// Short name, e.g. `sichuan`.
    pub name: String,
    /// Name for people.
    pub title: Bilingual,
    /// The document whose clauses are cited, as it is to be cited; where it is named.
    pub document: Option<Bilingual>,
    /// In the order of the file.
    pub sectors: IdVec<SectorId, Sector>,
    /// In the order of the file.
    pub tracks: IdVec<TrackId, Track>,
    /// How distances come about.
    pub distance: DistanceRule,
    /// How fits come about.
    pub fit: FitRule,
    /// φ of measure `equity`.
    pub equity: EquityCurve,
    /// What is optimised, sorted by priority (ties: order of the file).
    pub objectives: Vec<Objective>,
    /// How it is solved.
    pub solver: SolverOptions,
}

impl Policy {
    /// The track with this code.
    pub fn track_by_code(&self, code: &str) -> Option<TrackId> {
        self.tracks
            .iter()
            .find(|(_, track)| track.code == code)
            .map(|(id, _)| id)
    }

    /// The sector with this code.
    pub fn sector_by_code(&self, code: &str) -> Option<SectorId> {
        self.sectors
            .iter()
            .find(|(_, sector)| sector.code == code)
            .map(|(id, _)| id)
    }
}

/// Policy key `[distance]`; a distance given in `pairs.csv` always wins.
#[derive(Clone, PartialEq, Debug)]
pub struct DistanceRule {
    /// How a distance that is not given is computed.
    pub method: DistanceMethod,
    /// Road km per straight-line km, for great-circle distances.
    pub detour_factor: f64,
}

/// How a distance that `pairs.csv` does not give is computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DistanceMethod {
    /// Great circle between the seats × the detour factor.
    GreatCircle,
    /// Shortest path on `roads.csv`; great circle where the network does not connect the pair.
    Roads,
}

/// Policy key `[fit]`; a fit given in `pairs.csv` always wins.
#[derive(Clone, PartialEq, Debug)]
pub struct FitRule {
    /// How a fit that is not given is computed.
    pub method: FitMethod,
    /// For [`FitMethod::Industry`]: the indicator columns of `places.csv` that hold industry shares.
    pub indicators: Vec<String>,
}

/// How a fit that `pairs.csv` does not give is computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FitMethod {
    /// Σ_s v_s·min(`c[h,s]`, `n[r,s]`), capped by the budget, over Σ_s v_s·`n[r,s]`.
    SupplyNeed,
    /// Dissimilarity of industry shares ½·Σ_i |p_h,i − p_r,i| (Krugman 1991), shares normalised to 1;
    /// supply-need where helper or recipient has no shares.
    Industry,
}

/// φ: concave, piecewise linear, φ(0) = 0, φ(1) = 1 (policy key `[equity]`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EquityCurve {
    /// Points (coverage, φ) from (0, 0) to (1, 1), ascending in both.
    pub breakpoints: Vec<(Share, Share)>,
}

impl Default for EquityCurve {
    /// The identity: equity equals coverage.
    fn default() -> Self {
        Self {
            breakpoints: vec![
                (Share::units(0), Share::units(0)),
                (Share::units(1), Share::units(1)),
            ],
        }
    }
}

/// Policy key `[[objectives]]`.
#[derive(Clone, PartialEq, Debug)]
pub struct Objective {
    /// What is measured.
    pub measure: Measure,
    /// Lower numbers are optimised first.
    pub priority: u32,
    /// Within one priority, the weight; a minimised measure enters with the opposite sign.
    pub weight: f64,
    /// How much of the value later tiers may give up: absolute for shares, relative otherwise.
    pub tolerance: f64,
    /// The tracks that count; empty = all.
    pub tracks: Vec<TrackId>,
    /// For `continuity`: a kept pair counts its age in years instead of 1.
    pub by_age: bool,
}

impl Objective {
    /// A measure over all tracks that is a priority by itself and gives nothing up.
    pub fn plain(measure: Measure, priority: u32) -> Self {
        Self {
            measure,
            priority,
            weight: 1.0,
            tolerance: 0.0,
            tracks: Vec::new(),
            by_age: false,
        }
    }
}

/// Policy key `[solver]`.
#[derive(Clone, PartialEq, Debug)]
pub struct SolverOptions {
    /// The way to solve.
    pub method: SolveMethod,
    /// Name of the back end; only `highs` so far.
    pub backend: String,
    /// Deterministic work budget, relative to the default of 1.
    pub effort: f64,
    /// Safety net in seconds; a run that it stops is marked as not reproducible.
    pub time_limit_s: f64,
    /// Gap at which a tier counts as optimal: absolute for shares, relative otherwise.
    pub gap: f64,
    /// Seed of every random choice.
    pub seed: u64,
    /// Worker threads; 0 = all. The plan does not depend on it.
    pub threads: usize,
    /// How many candidates enter the program, about; those that look most promising where a case has more.
    /// Bounds hold for all of them.
    pub shortlist: usize,
    /// From how many columns on a program is solved in the ways for large ones. No key of the policy: the
    /// ways were measured against each other, and only tests, whose cases are small, lower it.
    pub large_program: usize,
}

impl Default for SolverOptions {
    fn default() -> Self {
        Self {
            method: SolveMethod::Decomposition,
            backend: "highs".to_owned(),
            effort: 1.0,
            time_limit_s: 300.0,
            gap: 0.001,
            seed: 1,
            threads: 0,
            shortlist: 250_000,
            large_program: 250_000,
        }
    }
}

/// The way to solve.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SolveMethod {
    /// One matching per track as pricing problem, prices on the rows that couple them.
    Decomposition,
    /// The whole program handed to the MIP solver.
    Monolithic,
}

impl SolveMethod {
    /// The word in the policy file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Decomposition => "decomposition",
            Self::Monolithic => "monolithic",
        }
    }
}
