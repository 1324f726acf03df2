//! `[[objectives]]`: what is optimised, in which order.

use super::document::{Spot, Value};
use super::section::{Item, Problems, Section};
use super::{checks, keys, warnings};
use jiedui_domain::{IdVec, Measure, Objective, Sector, SectorId, Track, TrackId};
use std::collections::BTreeMap;

/// The objectives, each with its place, sorted by priority (ties: order of the file).
pub(super) type PlacedObjectives = Vec<(Spot, Objective)>;

pub(super) fn read_objectives(
    root: &Section<'_>,
    tracks: &IdVec<TrackId, Track>,
    sectors: &IdVec<SectorId, Sector>,
    problems: &mut Problems,
) -> PlacedObjectives {
    let item = root.optional("objectives");
    checks::check_e0515_no_objectives(root, item.as_ref(), problems);
    let Some(item) = item else {
        return Vec::new();
    };
    let Value::List(nodes) = &item.node.value else {
        checks::check_e0506_type(&item, "tables", problems);
        return Vec::new();
    };
    let by_code: BTreeMap<&str, TrackId> = tracks
        .iter()
        .map(|(id, track)| (track.code.as_str(), id))
        .collect();
    let mut objectives = PlacedObjectives::new();
    for (index, node) in nodes.iter().enumerate() {
        let item = Item {
            path: format!("objectives[{}]", index + 1),
            node,
        };
        let objective = Section::open(&item, &keys::OBJECTIVE, problems)
            .and_then(|section| read_objective(&section, &by_code, problems));
        if let Some(objective) = objective {
            warnings::check_w0507_needs_sectors(
                &item,
                objective.measure,
                sectors.is_empty(),
                problems,
            );
            objectives.push((node.at.clone(), objective));
        }
    }
    checks::check_e0514_twice_in_tier(&objectives, problems);
    objectives.sort_by_key(|(_, objective)| objective.priority);
    warnings::check_w0501_equity_after_exact_tier(&objectives, problems);
    objectives
}

fn read_objective(
    section: &Section<'_>,
    track_ids: &BTreeMap<&str, TrackId>,
    problems: &mut Problems,
) -> Option<Objective> {
    let measures = Measure::ALL.map(|measure| (measure.code(), measure));
    let measure = section
        .required("measure", problems)
        .and_then(|item| item.word("E0509", &measures, problems));
    let priority = section
        .required("priority", problems)
        .and_then(|item| checks::check_e0529_priority(&item, problems));
    let weight = section.optional("weight").map_or(Some(1.0), |item| {
        let weight = item.number(problems)?;
        checks::check_e0527_weight(&item, weight, problems).then_some(weight)
    });
    let tolerance = section.optional("tolerance").map_or(Some(0.0), |item| {
        let tolerance = item.number(problems)?;
        warnings::check_w0505_gives_up_all(&item, measure, tolerance, problems);
        checks::check_e0528_tolerance(&item, measure, tolerance, problems).then_some(tolerance)
    });
    let mut tracks = Vec::new();
    let named = section
        .optional("tracks")
        .and_then(|item| item.list(problems));
    for item in named.unwrap_or_default() {
        let Some(code) = item.text(problems) else {
            continue;
        };
        if let Some(track) = checks::check_e0512_unknown_track(&item, &code, track_ids, problems) {
            checks::check_e0533_twice(&item, tracks.contains(&track), problems);
            tracks.push(track);
        }
    }
    let by_age = section.optional("by_age").and_then(|item| {
        let by_age = item.flag(problems)?;
        checks::check_e0531_by_age(&item, measure, by_age, problems);
        Some(by_age)
    });
    Some(Objective {
        measure: measure?,
        priority: priority?,
        weight: weight?,
        tolerance: tolerance?,
        tracks,
        by_age: by_age.unwrap_or(false),
    })
}
