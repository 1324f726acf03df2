//! Tables of recipients, helpers, ended pairs and exclusions.

use crate::block::Block;
use crate::document::ended_rows;
use crate::number;
use crate::phrase::{count_exclusions, exclusion_sentence};
use crate::story::{heads, told_table};
use crate::wording::Wording;
use jiedui_explain::dossier::ExclusionReason;

/// All recipients in one table.
pub(crate) fn recipients(wording: Wording<'_>) -> Vec<Block> {
    let rows = wording
        .dossier
        .recipients
        .iter()
        .map(|entry| {
            let pairs = wording.dossier.formed_at(&entry.code);
            vec![
                wording.own(&entry.code),
                wording.own(&entry.name),
                wording.own(&entry.prefecture),
                entry.hardship_class.to_string(),
                number::money(entry.need_wan),
                number::money(entry.given_wan),
                entry.coverage.as_ref().map_or_else(
                    || "–".to_owned(),
                    |coverage| number::percent(coverage.value),
                ),
                number::count(pairs),
            ]
        })
        .collect();
    let mut blocks = vec![Block::Heading(2, wording.word("rep-section-recipients"))];
    blocks.extend(told_table(
        wording,
        &[
            "rep-head-code",
            "rep-head-recipient",
            "rep-head-prefecture",
            ">rep-head-class",
            ">rep-head-need",
            ">rep-head-given",
            ">rep-head-coverage",
            ">rep-head-pairs",
        ],
        rows,
    ));
    blocks
}

/// What every helper with a pair gives, and who has none.
pub(crate) fn helpers(wording: Wording<'_>) -> Vec<Block> {
    let dossier = wording.dossier;
    let mut rows = Vec::new();
    for track in &dossier.tracks {
        let helpers = dossier.helpers.iter();
        for entry in helpers.filter(|entry| entry.track == track.code && !entry.idle) {
            rows.push(vec![
                wording.own(&entry.name),
                wording.title(&track.title),
                entry
                    .budget_wan
                    .map(number::spendable)
                    .map_or_else(|| "–".to_owned(), number::money),
                number::money(entry.given_wan),
                entry.budget_wan.filter(|budget| *budget > 0.0).map_or_else(
                    || "–".to_owned(),
                    |budget| number::percent(entry.given_wan / budget),
                ),
                entry.pairs.to_string(),
            ]);
        }
    }
    let idle: Vec<String> = dossier
        .helpers
        .iter()
        .filter(|entry| entry.idle)
        .map(|entry| wording.own(&entry.name))
        .collect();
    let mut blocks = vec![Block::Heading(2, wording.word("rep-section-helpers"))];
    blocks.extend(told_table(
        wording,
        &[
            "rep-head-helper",
            "rep-head-track",
            ">rep-head-budget",
            ">rep-head-given",
            ">rep-head-effort",
            ">rep-head-pairs",
        ],
        rows,
    ));
    if !idle.is_empty() {
        blocks.push(Block::Paragraph(wording.text(
            "rep-helpers-idle",
            &[
                ("n", &number::count(idle.len())),
                ("list", &wording.list(&idle)),
            ],
        )));
    }
    blocks
}

/// Last year's pairs that end.
pub(crate) fn ended(wording: Wording<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, wording.word("rep-section-ended"))];
    match Block::table(
        heads(
            wording,
            &[
                "rep-head-helper",
                "rep-head-recipient",
                "rep-head-track",
                ">rep-head-since",
                "rep-head-why",
            ],
        ),
        ended_rows(wording),
    ) {
        Some(table) => blocks.push(table),
        None => blocks.push(Block::Paragraph(wording.word("rep-ended-none"))),
    }
    blocks
}

/// How many pairs which rule excludes, and every decision in full.
pub(crate) fn excluded(wording: Wording<'_>) -> Vec<Block> {
    let dossier = wording.dossier;
    let mut decisions = Vec::new();
    for row in &dossier.excluded {
        for reason in &row.reasons {
            if matches!(reason, ExclusionReason::Forbidden { .. }) {
                decisions.push(wording.text(
                    "rep-forbidden-pair",
                    &[
                        ("helper", &wording.helper(&row.helper)),
                        ("recipient", &wording.recipient(&row.recipient)),
                        ("reason", &exclusion_sentence(wording, reason)),
                    ],
                ));
            }
        }
    }
    let rows = count_exclusions(wording)
        .into_iter()
        .map(|(name, count)| vec![name, number::count(count)])
        .collect();
    let mut blocks = vec![
        Block::Heading(2, wording.word("rep-section-excluded")),
        Block::Paragraph(wording.text(
            "rep-excluded-lead",
            &[
                ("excluded", &number::count(dossier.excluded.len())),
                ("candidates", &number::count(dossier.unchosen())),
            ],
        )),
    ];
    blocks.extend(Block::table(
        heads(wording, &["rep-head-why", ">rep-head-combinations"]),
        rows,
    ));
    blocks.extend(Block::bullets(decisions));
    blocks
}
