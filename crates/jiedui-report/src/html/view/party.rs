//! Recipients and helpers.

use super::pair::{FactRow, fact_row};
use super::texts::Texts;
use super::{Figure, Places, own};
use crate::number;
use crate::story::is_told_apart_by_prefecture;
use jiedui_explain::Dossier;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct RecipientView {
    code: String,
    name: String,
    prefecture: String,
    /// Whether the name tells the prefecture.
    apart: bool,
    class: i32,
    coverage: Option<Figure>,
    need: Figure,
    given: Figure,
    /// Sector, need, given, unmet, where the need stands.
    sectors: Vec<(usize, Figure, Figure, Figure, FactRow)>,
    /// Track, pairs, at least, at most, candidates.
    tracks: Vec<(usize, u32, u32, Option<u32>, usize)>,
}

#[derive(Serialize)]
pub(super) struct HelperView {
    code: String,
    name: String,
    track: usize,
    place: Option<String>,
    budget: Option<Figure>,
    given: Figure,
    pairs: u32,
    min: u32,
    max: Option<u32>,
    load: Figure,
    #[serde(rename = "maxLoad")]
    max_load: Option<Figure>,
    idle: bool,
    candidates: usize,
    /// Sector, supply, given, where the supply stands.
    supply: Vec<(usize, Figure, Figure, FactRow)>,
    facts: Vec<FactRow>,
}

pub(super) fn recipients(
    dossier: &Dossier,
    places: &Places<'_>,
    texts: &mut Texts,
) -> Vec<RecipientView> {
    let entries = dossier.recipients.iter();
    entries
        .map(|entry| RecipientView {
            code: own(&entry.code),
            name: own(&entry.name),
            prefecture: own(&entry.prefecture),
            apart: is_told_apart_by_prefecture(entry),
            class: entry.hardship_class,
            coverage: entry.coverage.as_ref().map(|share| Figure(share.value)),
            need: Figure(entry.need_wan),
            given: Figure(entry.given_wan),
            sectors: entry
                .sectors
                .iter()
                .filter_map(|row| {
                    Some((
                        places.sector(&row.sector)?,
                        Figure(row.need),
                        Figure(row.given),
                        Figure(row.unmet),
                        fact_row(&row.fact, places, texts),
                    ))
                })
                .collect(),
            tracks: entry
                .tracks
                .iter()
                .filter_map(|row| {
                    Some((
                        places.track(&row.track)?,
                        row.pairs,
                        row.min,
                        row.max,
                        row.candidates,
                    ))
                })
                .collect(),
        })
        .collect()
}

pub(super) fn helpers(
    dossier: &Dossier,
    places: &Places<'_>,
    texts: &mut Texts,
) -> Vec<HelperView> {
    let entries = dossier.helpers.iter();
    entries
        .map(|entry| HelperView {
            code: own(&entry.code),
            name: own(&entry.name),
            track: places.track(&entry.track).unwrap_or_default(),
            place: entry.place_name.as_deref().map(own),
            budget: entry
                .budget_wan
                .map(|budget| Figure(number::spendable(budget))),
            given: Figure(entry.given_wan),
            pairs: entry.pairs,
            min: entry.min_pairs,
            max: entry.max_pairs,
            load: Figure(entry.load),
            max_load: entry.max_load.map(Figure),
            idle: entry.idle,
            candidates: entry.candidates,
            supply: entry
                .supply
                .iter()
                .filter_map(|row| {
                    Some((
                        places.sector(&row.sector)?,
                        Figure(row.supply),
                        Figure(row.given),
                        fact_row(&row.fact, places, texts),
                    ))
                })
                .collect(),
            facts: entry
                .budget_facts
                .iter()
                .map(|fact| fact_row(fact, places, texts))
                .collect(),
        })
        .collect()
}
