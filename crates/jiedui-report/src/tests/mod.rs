//! Reports of a saved dossier: what people read, within the width, harmless.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

mod catalogue_keys;
mod comparison;
mod conflict;
mod costs;
mod divisible;
mod document;
mod exports;
mod hostile;
mod readings;
mod resolved;
mod scenarios;
mod snapshots;
mod summary_size;
mod workbook;

use jiedui_explain::Dossier;

/// The dossier that the explanation's own tests keep up to date.
const SAVED: &str = include_str!("../../../jiedui-explain/fixtures/small-dossier.json");

/// The year after.
const SAVED_NEXT: &str = include_str!("../../../jiedui-explain/fixtures/small-dossier-next.json");

fn next() -> Dossier {
    serde_json::from_str(SAVED_NEXT).unwrap()
}

pub(crate) fn small() -> Dossier {
    serde_json::from_str(SAVED).unwrap()
}

/// The small dossier where nobody needs anything: under a policy with sectors, and under one without.
pub(crate) fn without_needs() -> [Dossier; 2] {
    [true, false].map(|has_sectors| {
        let mut dossier = small();
        if !has_sectors {
            dossier.sectors.clear();
        }
        dossier.data_quality.value_by_basis = Default::default();
        for entry in &mut dossier.recipients {
            (entry.need_wan, entry.given_wan, entry.coverage) = (0.0, 0.0, None);
            entry.sectors.clear();
        }
        for pair in &mut dossier.pairs {
            (pair.value_wan, pair.value_by_basis) = (0.0, Default::default());
            pair.help.clear();
            pair.criteria.clear();
        }
        dossier
    })
}

/// Columns of the longest line.
fn widest(text: &str) -> usize {
    text.lines()
        .map(unicode_width::UnicodeWidthStr::width)
        .max()
        .unwrap_or(0)
}

/// A dossier of the size of the province: 39 recipients, 9 tracks, long names.
fn province() -> Dossier {
    let mut dossier = small();
    let recipients: Vec<_> = (0..39)
        .map(|index| {
            let mut entry = dossier.recipients[index % 2].clone();
            entry.code = format!("51{index:04}");
            entry.name = format!("第{index}号欠发达自治县");
            entry
        })
        .collect();
    let tracks: Vec<_> = (0..9)
        .map(|index| {
            let mut track = dossier.tracks[0].clone();
            track.code = format!("track{index}");
            track.title.zh = format!("第{index}渠道教育人才组团式帮扶力量");
            track.title.en = format!("track {index} of teams of teachers and of doctors");
            track.value_wan = 1_234_567.89;
            track
        })
        .collect();
    let mut tier = dossier.tiers[2].clone();
    tier.priority = 4;
    tier.objectives[1].tracks = tracks.iter().map(|track| track.code.clone()).collect();
    dossier.tiers.push(tier);
    dossier.recipients = recipients;
    dossier.tracks = tracks;
    dossier
}
