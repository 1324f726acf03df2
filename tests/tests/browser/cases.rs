//! Dossiers to show: the small one that the explanation's own tests keep, and one as large as a province.

use jiedui_explain::Dossier;
use jiedui_explain::dossier::{CandidateRow, ExcludedRow};

const SAVED: &str = include_str!("../../../crates/jiedui-explain/fixtures/small-dossier.json");

/// Helpers of the large dossier; a table of them has more rows than are shown at first.
pub const HELPERS: usize = 240;
/// Recipients of the large dossier.
pub const RECIPIENTS: usize = 39;

pub fn small() -> Dossier {
    serde_json::from_str(SAVED).unwrap()
}

/// Every helper has one pair; what remains is half candidates, half excluded.
pub fn large() -> Dossier {
    let model = small();
    let mut dossier = model.clone();
    dossier.recipients.clear();
    dossier.helpers.clear();
    dossier.pairs.clear();
    dossier.candidates.clear();
    dossier.excluded.clear();
    dossier.ended.clear();
    for index in 0..RECIPIENTS {
        let mut entry = model.recipients[index % model.recipients.len()].clone();
        entry.code = format!("r{index:03}");
        entry.name = format!("第{index}号县");
        entry.lon = Some(98.0 + (index % 8) as f64 * 1.3);
        entry.lat = Some(26.5 + (index / 8) as f64 * 1.4);
        if let Some(coverage) = &mut entry.coverage {
            coverage.value = 0.30 + (index * 7 % RECIPIENTS) as f64 / 100.0;
        }
        dossier.recipients.push(entry);
    }
    for index in 0..HELPERS {
        let mut entry = model.helpers[index % model.helpers.len()].clone();
        entry.code = format!("h{index:03}");
        entry.name = format!("第{index}号单位");
        entry.lon = Some(104.0);
        entry.lat = Some(30.6);
        let mut pair = model.pairs[index % model.pairs.len()].clone();
        pair.helper.clone_from(&entry.code);
        pair.recipient = format!("r{:03}", index % RECIPIENTS);
        pair.track.clone_from(&entry.track);
        pair.value_wan = index as f64;
        pair.alternatives.clear();
        for other in (0..RECIPIENTS).filter(|other| *other != index % RECIPIENTS) {
            let recipient = format!("r{other:03}");
            if other % 2 == 0 {
                dossier.candidates.push(CandidateRow {
                    helper: entry.code.clone(),
                    recipient,
                    ..model.candidates[0].clone()
                });
            } else {
                dossier.excluded.push(ExcludedRow {
                    helper: entry.code.clone(),
                    recipient,
                    ..model.excluded[other % model.excluded.len()].clone()
                });
            }
        }
        dossier.pairs.push(pair);
        dossier.helpers.push(entry);
    }
    dossier
}
