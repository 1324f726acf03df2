//! The first pages: result, priorities, measures, tracks.

use crate::block::Block;
use crate::number;
use crate::phrase::{
    clause_list, data_warning, document_meant, given_up, measure_name, measure_value,
    score_sentences, tier_name, tier_proof, tier_value, verdict,
};
use crate::story::{OF_TRACKS, heads, told_table};
use crate::wording::Wording;
use jiedui_domain::Measure;
use jiedui_explain::dossier::MeasureEntry;

/// Title and result.
pub(crate) fn overview(wording: Wording<'_>) -> Vec<Block> {
    let dossier = wording.dossier;
    let run = &dossier.run;
    let title = wording.text(
        "rep-title",
        &[
            ("policy", &wording.title(&run.policy_title)),
            ("year", &run.year.to_string()),
        ],
    );
    let mut items = verdict(wording);
    items.extend(data_warning(wording));
    vec![
        Block::Heading(1, title),
        Block::Paragraph(wording.text(
            "rep-case-line",
            &[
                ("title", &wording.own(&run.case_title)),
                ("name", &wording.own(&run.case_name)),
                ("version", &wording.own(&run.program_version)),
            ],
        )),
        Block::Heading(2, wording.word("rep-section-result")),
        Block::Bullets(items),
    ]
}

/// Priorities, what was reached, and how far from the best it can be.
pub(crate) fn tiers(wording: Wording<'_>) -> Vec<Block> {
    let rows = wording
        .dossier
        .tiers
        .iter()
        .map(|tier| {
            vec![
                tier.priority.to_string(),
                tier_name(wording, tier),
                tier_value(wording, tier),
                tier_proof(wording, tier),
                given_up(wording, tier).unwrap_or_else(|| "–".to_owned()),
            ]
        })
        .collect();
    let mut blocks = vec![
        Block::Heading(2, wording.word("rep-section-tiers")),
        Block::Paragraph(wording.word("rep-tiers-lead")),
    ];
    blocks.extend(Block::table(
        heads(
            wording,
            &[
                ">rep-head-priority",
                "rep-head-objective",
                ">rep-head-reached",
                "rep-head-proof",
                "rep-head-given-up",
            ],
        ),
        rows,
    ));
    for tier in &wording.dossier.tiers {
        let sentences = score_sentences(wording, tier).into_iter();
        blocks.extend(sentences.map(Block::Paragraph));
    }
    blocks
}

/// Every measure of the plan.
pub(crate) fn measures(wording: Wording<'_>) -> Vec<Block> {
    let rows = wording
        .dossier
        .measures
        .iter()
        .filter(|entry| wording.is_told(entry.measure))
        .map(|entry| {
            vec![
                measure_name(wording, entry.measure),
                measure_value(wording, entry),
                wording.word(if entry.maximise {
                    "rep-more-is-better"
                } else {
                    "rep-less-is-better"
                }),
                attained_at(wording, entry),
            ]
        })
        .collect();
    let mut blocks = vec![Block::Heading(2, wording.word("rep-section-measures"))];
    blocks.extend(Block::table(
        heads(
            wording,
            &[
                "rep-head-measure",
                ">rep-head-value-of",
                "rep-head-sense",
                "rep-head-attained",
            ],
        ),
        rows,
    ));
    blocks
}

/// At whom a floor or a maximum is attained; the first few, and how many more.
fn attained_at(wording: Wording<'_>, entry: &MeasureEntry) -> String {
    const SHOWN: usize = 3;
    let names: Vec<String> = entry
        .binding
        .iter()
        .take(SHOWN)
        .map(|code| match entry.measure {
            Measure::EffortBalance => wording.helper(code),
            _ => wording.recipient(code),
        })
        .collect();
    match entry.binding.len() {
        0 => "–".to_owned(),
        all if all > SHOWN => wording.text(
            "rep-and-more",
            &[
                ("list", &wording.list(&names)),
                ("n", &number::count(all - SHOWN)),
            ],
        ),
        _ => wording.list(&names),
    }
}

/// What the plan does in each track.
pub(crate) fn tracks(wording: Wording<'_>) -> Vec<Block> {
    let rows = wording
        .dossier
        .tracks
        .iter()
        .map(|track| {
            let clauses: Vec<String> = track.clause.iter().cloned().collect();
            vec![
                wording.title(&track.title),
                number::count(track.pairs),
                number::count(track.kept),
                number::count(track.pairs - track.kept.min(track.pairs)),
                number::count(track.ended),
                format!(
                    "{}/{}",
                    number::count(track.helpers_used),
                    number::count(track.helpers)
                ),
                number::money(track.value_wan),
                clause_list(wording, &clauses),
            ]
        })
        .collect();
    let mut blocks = vec![Block::Heading(2, wording.word("rep-section-tracks"))];
    blocks.extend(told_table(
        wording,
        &[&OF_TRACKS[..], &["rep-head-clause"]].concat(),
        rows,
    ));
    blocks.extend(document_meant(wording).map(Block::Paragraph));
    blocks
}
