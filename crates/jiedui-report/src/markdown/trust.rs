//! How far the report can be trusted: data, method, what is proven and what is not.

use crate::block::Block;
use crate::number;
use crate::phrase::{basis_sentence, is_solvers_word, table_name};
use crate::story::heads;
use crate::wording::Wording;

/// How good the data are.
pub(crate) fn data(wording: Wording<'_>) -> Vec<Block> {
    let quality = &wording.dossier.data_quality;
    let rows = quality
        .tables
        .iter()
        .map(|table| {
            vec![
                table_name(wording, &table.table),
                number::count(table.published),
                number::count(table.estimated),
                number::count(table.illustrative),
                number::count(table.unstated),
            ]
        })
        .collect();
    let mut blocks = vec![Block::Heading(2, wording.word("rep-section-data"))];
    blocks.extend(basis_sentence(wording, &quality.value_by_basis).map(Block::Paragraph));
    blocks.push(Block::Paragraph(wording.word("rep-data-weakest")));
    blocks.extend(Block::table(
        heads(
            wording,
            &[
                "rep-head-table",
                ">rep-basis-published",
                ">rep-basis-estimated",
                ">rep-basis-illustrative",
                ">rep-basis-unstated",
            ],
        ),
        rows,
    ));
    let sources = wording.dossier.run.sources.iter();
    blocks.extend(Block::bullets(
        sources.map(|source| wording.own(source)).collect(),
    ));
    blocks
}

/// The method in plain words, and what is proven. `tells_costs`: the report says what other pairs would cost.
pub(crate) fn method(wording: Wording<'_>, tells_costs: bool) -> Vec<Block> {
    let run = &wording.dossier.run;
    let how = wording.word(match run.method.as_str() {
        "decomposition" => "rep-method-decomposition",
        "monolithic" => "rep-method-monolithic",
        _ => "rep-method-other",
    });
    let adds_up = wording
        .dossier
        .measures
        .iter()
        .all(|entry| entry.adds_up != Some(false));
    let mut blocks = vec![
        Block::Heading(2, wording.word("rep-section-method")),
        Block::Paragraph(how),
        Block::Bullets(vec![
            wording.word("rep-proven-rules"),
            wording.word(if wording.dossier.tiers.iter().any(is_solvers_word) {
                "rep-proven-bounds-word"
            } else {
                "rep-proven-bounds"
            }),
            wording.word(if adds_up {
                "rep-proven-contributions"
            } else {
                "rep-proven-contributions-not"
            }),
        ]),
        Block::Bullets(vec![
            wording.word("rep-not-proven-data"),
            wording.word(if tells_costs {
                "rep-alternatives-priced"
            } else {
                "rep-not-proven-alternatives"
            }),
            wording.word(if run.reproducible {
                "rep-reproducible"
            } else {
                "rep-not-reproducible"
            }),
        ]),
    ];
    blocks.extend(Block::table(
        heads(wording, &["rep-head-input", "rep-head-digest"]),
        run.digests
            .iter()
            .map(|digest| vec![wording.own(&digest.name), wording.own(&digest.digest)])
            .collect(),
    ));
    blocks
}
