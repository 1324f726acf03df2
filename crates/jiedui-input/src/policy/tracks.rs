//! `[tracks.X]`: the layers of help, with their quotas, limits and continuity.

use super::section::{Bounds, Item, Problems, Section};
use super::{checks, keys, read_title, warnings};
use jiedui_domain::{IdVec, Km, Quantity, Share, Track, TrackId, Wan};
use std::collections::BTreeMap;

const COUNT: Bounds = Bounds {
    low: 0.0,
    high: 1_000_000.0,
    shown: "0–1000000",
};
const HARDSHIP_GAP: Bounds = Bounds {
    low: 0.0,
    high: 6.0,
    shown: "0–6",
};
const YEARS: Bounds = Bounds {
    low: 0.0,
    high: 100.0,
    shown: "0–100",
};
const NOT_NEGATIVE: Bounds = Bounds {
    low: 0.0,
    high: f64::INFINITY,
    shown: "≥ 0",
};
const DISTANCE_USUAL: Bounds = Bounds {
    low: 10.0,
    high: 5_000.0,
    shown: "10–5000",
};
const SUPPORT_USUAL: Bounds = Bounds {
    low: 0.0,
    high: 100_000.0,
    shown: "0–100000",
};
const RATE_USUAL: Bounds = Bounds {
    low: 0.0,
    high: 0.05,
    shown: "0–0.05",
};

pub(super) fn read_tracks(root: &Section<'_>, problems: &mut Problems) -> IdVec<TrackId, Track> {
    let item = root.optional("tracks");
    let section = item
        .as_ref()
        .and_then(|item| Section::open_free(item, problems));
    checks::check_e0516_no_tracks(root, item.as_ref(), section.as_ref(), problems);
    let mut tracks = Vec::new();
    for (entry, item) in section.iter().flat_map(Section::items) {
        checks::check_e0519_code(&item.path, entry, problems);
        // A track with problems is kept all the same, so that objectives may name it.
        let track = match Section::open(&item, &keys::TRACK, problems) {
            Some(section) => read_track(&entry.key, &section, problems),
            None => Track::without_limits(&entry.key, Default::default()),
        };
        tracks.push(track);
    }
    tracks.into_iter().collect()
}

fn read_track(code: &str, section: &Section<'_>, problems: &mut Problems) -> Track {
    let title = read_title(section, problems);
    let clause = section
        .optional("clause")
        .and_then(|item| item.text(problems));
    let (recipient_min, recipient_max) = read_range(section, "pairs_per_recipient", problems);
    let (helper_min, helper_max) = read_range(section, "pairs_per_helper", problems);
    let divisible = section
        .optional("divisible")
        .and_then(|item| item.flag(problems))
        .unwrap_or(false);
    let max_distance: Option<Km> = section.optional("max_distance_km").and_then(|item| {
        let limit: Km = item.quantity_in(&NOT_NEGATIVE, problems)?;
        warnings::check_w0502_unusual(&item, limit.to_f64(), &DISTANCE_USUAL, problems);
        Some(limit)
    });
    let max_hardship_gap = section
        .optional("max_hardship_gap")
        .and_then(|item| item.count_in(&HARDSHIP_GAP, problems))
        .and_then(|gap| i32::try_from(gap).ok());
    let minimum_support = section
        .optional("minimum_support")
        .and_then(|item| {
            let support: Wan = item.quantity_in(&NOT_NEGATIVE, problems)?;
            warnings::check_w0502_unusual(&item, support.to_f64(), &SUPPORT_USUAL, problems);
            Some(support)
        })
        .unwrap_or(Wan::ZERO);
    let effort_floor = section
        .optional("effort_floor")
        .and_then(|item| read_share(&item, problems))
        .unwrap_or(Share::ZERO);
    let funding_rate = read_funding_rate(section, problems);
    let max_changes = section
        .optional("max_changes")
        .and_then(|item| item.count_in(&COUNT, problems));
    let min_tenure_years = section
        .optional("min_tenure_years")
        .and_then(|item| item.count_in(&YEARS, problems))
        .unwrap_or(0);
    let track = Track {
        code: code.to_owned(),
        title,
        clause,
        recipient_min,
        recipient_max,
        helper_min,
        helper_max,
        divisible,
        max_distance,
        max_hardship_gap,
        minimum_support,
        effort_floor,
        funding_rate,
        max_changes,
        min_tenure_years,
    };
    checks::check_e0530_divisible(section, &track, problems);
    track
}

/// A share written as a decimal.
fn read_share(item: &Item<'_>, problems: &mut Problems) -> Option<Share> {
    let share: Share = item.quantity_in(&NOT_NEGATIVE, problems)?;
    checks::check_e0535_share(item, share, problems).then_some(share)
}

fn read_range(section: &Section<'_>, key: &str, problems: &mut Problems) -> (u32, Option<u32>) {
    let Some(item) = section.optional(key) else {
        return (0, None);
    };
    let Some(range) = Section::open(&item, &keys::RANGE, problems) else {
        return (0, None);
    };
    let min = range
        .optional("min")
        .and_then(|item| item.count_in(&COUNT, problems))
        .unwrap_or(0);
    let max = range
        .optional("max")
        .and_then(|item| item.count_in(&COUNT, problems));
    checks::check_e0513_quota(&item, min, max, problems);
    warnings::check_w0506_quota_zero(&item, max, problems);
    (min, max)
}

fn read_funding_rate(section: &Section<'_>, problems: &mut Problems) -> BTreeMap<i32, Share> {
    let rates = section
        .optional("funding_rate")
        .and_then(|item| Section::open_free(&item, problems));
    let mut by_year = BTreeMap::new();
    for (entry, item) in rates.iter().flat_map(Section::items) {
        let year = checks::check_e0525_year(&item, entry, problems);
        let rate = read_share(&item, problems);
        if let Some(rate) = rate {
            warnings::check_w0502_unusual(&item, rate.to_f64(), &RATE_USUAL, problems);
        }
        if let (Some(year), Some(rate)) = (year, rate) {
            by_year.insert(year, rate);
        }
    }
    by_year
}
