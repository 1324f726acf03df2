//! `[distance]`, `[fit]` and `[solver]`.

use super::section::{Bounds, Item, Problems, Section};
use super::{checks, keys, warnings};
use jiedui_domain::{DistanceMethod, DistanceRule, FitMethod, FitRule, SolveMethod, SolverOptions};

const DISTANCE_METHODS: [(&str, DistanceMethod); 2] = [
    ("great_circle", DistanceMethod::GreatCircle),
    ("roads", DistanceMethod::Roads),
];
const FIT_METHODS: [(&str, FitMethod); 2] = [
    ("supply_need", FitMethod::SupplyNeed),
    ("industry", FitMethod::Industry),
];
const SOLVE_METHODS: [(&str, SolveMethod); 2] = [
    ("decomposition", SolveMethod::Decomposition),
    ("monolithic", SolveMethod::Monolithic),
];
const BACKENDS: [(&str, &str); 1] = [("highs", "highs")];

const DETOUR: Bounds = Bounds {
    low: f64::MIN_POSITIVE,
    high: 100.0,
    shown: "> 0, ≤ 100",
};
const DETOUR_USUAL: Bounds = Bounds {
    low: 1.0,
    high: 3.0,
    shown: "1–3",
};
/// What `solver.effort` may be.
pub const EFFORT: Bounds = Bounds {
    low: f64::MIN_POSITIVE,
    high: 1_000_000.0,
    shown: "> 0, ≤ 1000000",
};
/// What `solver.time_limit_s` may be.
pub const TIME_LIMIT: Bounds = Bounds {
    low: f64::MIN_POSITIVE,
    high: 10_000_000.0,
    shown: "> 0, ≤ 10000000",
};
/// The largest number below 1 that a file can write is below 1.
const GAP: Bounds = Bounds {
    low: 0.0,
    high: 1.0 - f64::EPSILON / 2.0,
    shown: "≥ 0, < 1",
};
/// What `solver.seed` may be: TOML's own whole numbers end here.
pub const SEED: Bounds = Bounds {
    low: 0.0,
    high: i64::MAX as f64,
    shown: "0–9223372036854775807",
};
/// What `solver.threads` may be.
pub const THREADS: Bounds = Bounds {
    low: 0.0,
    high: 1024.0,
    shown: "0–1024",
};
/// A program of a few candidates finds no plan, and ids end at 32 bits.
const SHORTLIST: Bounds = Bounds {
    low: 1_000.0,
    high: 1e9,
    shown: "1000–1000000000",
};

pub(super) fn read_distance(root: &Section<'_>, problems: &mut Problems) -> Option<DistanceRule> {
    let item = root.required("distance", problems)?;
    let section = Section::open(&item, &keys::DISTANCE, problems)?;
    let method = section
        .required("method", problems)
        .and_then(|item| item.word("E0510", &DISTANCE_METHODS, problems));
    let detour_factor = section
        .required("detour_factor", problems)
        .and_then(|item| {
            let factor = item.number_in(&DETOUR, problems)?;
            warnings::check_w0502_unusual(&item, factor, &DETOUR_USUAL, problems);
            Some(factor)
        });
    Some(DistanceRule {
        method: method?,
        detour_factor: detour_factor?,
    })
}

pub(super) fn read_fit(root: &Section<'_>, problems: &mut Problems) -> Option<FitRule> {
    let item = root.required("fit", problems)?;
    let section = Section::open(&item, &keys::FIT, problems)?;
    let method = section
        .required("method", problems)
        .and_then(|item| item.word("E0510", &FIT_METHODS, problems));
    let given = section.optional("indicators");
    let indicators = given
        .as_ref()
        .map(|item| read_indicators(item, problems))
        .unwrap_or_default();
    checks::check_e0524_indicators(&section, method, given.as_ref(), problems);
    warnings::check_w0508_indicators_unused(method, given.as_ref(), problems);
    Some(FitRule {
        method: method?,
        indicators,
    })
}

fn read_indicators(item: &Item<'_>, problems: &mut Problems) -> Vec<String> {
    let mut indicators: Vec<String> = Vec::new();
    for item in item.list(problems).unwrap_or_default() {
        let Some(name) = item.text(problems) else {
            continue;
        };
        checks::check_e0533_twice(&item, indicators.contains(&name), problems);
        indicators.push(name);
    }
    indicators
}

pub(super) fn read_solver(root: &Section<'_>, problems: &mut Problems) -> SolverOptions {
    let mut options = SolverOptions::default();
    let section = root
        .optional("solver")
        .and_then(|item| Section::open(&item, &keys::SOLVER, problems));
    let Some(section) = section else {
        return options;
    };
    if let Some(item) = section.optional("method") {
        let method = item.word("E0510", &SOLVE_METHODS, problems);
        options.method = method.unwrap_or(options.method);
    }
    if let Some(item) = section.optional("backend") {
        let backend = item.word("E0511", &BACKENDS, problems);
        options.backend = backend.map_or(options.backend, str::to_owned);
    }
    if let Some(item) = section.optional("effort") {
        let effort = item.number_in(&EFFORT, problems);
        options.effort = effort.unwrap_or(options.effort);
        warnings::check_w0503_effort(&item, options.effort, problems);
    }
    if let Some(item) = section.optional("time_limit_s") {
        let limit = item.number_in(&TIME_LIMIT, problems);
        options.time_limit_s = limit.unwrap_or(options.time_limit_s);
    }
    if let Some(item) = section.optional("gap") {
        options.gap = item.number_in(&GAP, problems).unwrap_or(options.gap);
    }
    if let Some(item) = section.optional("seed") {
        options.seed = item.whole_in(&SEED, problems).unwrap_or(options.seed);
    }
    if let Some(item) = section.optional("threads") {
        let threads = item.count_in(&THREADS, problems);
        options.threads = threads.map_or(options.threads, |threads| threads as usize);
    }
    if let Some(item) = section.optional("shortlist") {
        let listed = item.count_in(&SHORTLIST, problems);
        options.shortlist = listed.map_or(options.shortlist, |listed| listed as usize);
    }
    options
}
