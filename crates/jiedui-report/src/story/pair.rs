//! A pair of the plan.

use super::pair_page::{distance_origin, fit_origin, pair_page};
use super::{heads, is_full, nobody_else, told_table};
use crate::block::Block;
use crate::phrase::{
    basis_sentence, clause_list, contribution_note, contribution_value, criterion_name,
    criterion_shown, decision_words, document_meant, fact_line, help_words, limit_sentence,
    means_words, measure_name, measure_value, now_words, pair_line, ranking, status_words,
    survival,
};
use crate::wording::{Wording, is_criterion_told};
use crate::{Depth, number};
use jiedui_explain::dossier::{PairEntry, UnitOfMeasure};

/// What is said about a pair; headings start at `level`.
pub(crate) fn pair_story(
    wording: Wording<'_>,
    pair: &PairEntry,
    depth: Depth,
    level: u8,
) -> Vec<Block> {
    if depth == Depth::Line {
        return vec![Block::Paragraph(pair_line(wording, pair))];
    }
    let mut blocks = vec![Block::Heading(level, title(wording, pair))];
    if !is_full(depth) {
        blocks.extend(pair_page(wording, pair));
        return blocks;
    }
    blocks.push(Block::Bullets(facts(wording, pair)));
    blocks.extend(criteria_table(wording, pair));
    blocks.extend(contribution_table(wording, pair));
    let limits: Vec<String> = pair
        .limits
        .iter()
        .map(|limit| limit_sentence(wording, pair, limit))
        .collect();
    if let Some(list) = Block::bullets(limits) {
        blocks.push(Block::Paragraph(wording.word("exp-limits-lead")));
        blocks.push(list);
    }
    blocks.extend(alternatives(wording, pair));
    if let Some(basis) = basis_sentence(wording, &pair.value_by_basis) {
        blocks.push(Block::Paragraph(basis));
    }
    let facts = pair.facts.iter().map(|fact| fact_line(wording, fact));
    if let Some(list) = Block::bullets(facts.collect()) {
        blocks.push(Block::Paragraph(wording.word("exp-facts-lead")));
        blocks.push(list);
    }
    // Where pairs are told one after the other, it is said once for all.
    if level == 1 && !pair.clauses.is_empty() {
        blocks.extend(document_meant(wording).map(Block::Paragraph));
    }
    blocks
}

fn title(wording: Wording<'_>, pair: &PairEntry) -> String {
    wording.text(
        "exp-pair-title",
        &[
            ("helper", &wording.helper(&pair.helper)),
            ("recipient", &wording.recipient(&pair.recipient)),
            ("track", &wording.track(&pair.track)),
        ],
    )
}

fn facts(wording: Wording<'_>, pair: &PairEntry) -> Vec<String> {
    let distance_origin = distance_origin(wording, pair);
    let fit_origin = fit_origin(wording, pair);
    let fit = pair.fit.map_or_else(|| "–".to_owned(), number::fit);
    let mut items = vec![
        wording.text(
            "exp-pair-status",
            &[("status", &status_words(wording, pair))],
        ),
        wording.text(
            "exp-pair-distance",
            &[
                ("distance", &wording.distance(pair.distance_km)),
                ("origin", &distance_origin),
            ],
        ),
        wording.text("exp-pair-fit", &[("fit", &fit), ("origin", &fit_origin)]),
    ];
    if wording.tells_amounts() {
        let help = help_words(wording, &pair.help);
        let value = wording.with_unit(pair.value_wan, UnitOfMeasure::Wan);
        let values = [("help", help.as_str()), ("value", &value)];
        items.insert(1, wording.text("exp-pair-help", &values));
        if let Some(means) = means_words(wording, pair) {
            items.insert(2, means);
        }
    }
    if !pair.clauses.is_empty() {
        let clauses = clause_list(wording, &pair.clauses);
        items.push(wording.text("exp-pair-clauses", &[("clauses", &clauses)]));
    }
    if let Some(decision) = &pair.locked {
        let decision = decision_words(wording, decision);
        items.push(wording.text("exp-pair-locked", &[("decision", &decision)]));
    }
    items.extend(survival(wording, &pair.helper, &pair.recipient, usize::MAX));
    items
}

fn criteria_table(wording: Wording<'_>, pair: &PairEntry) -> Option<Block> {
    let rows = pair
        .criteria
        .iter()
        .filter(|criterion| is_criterion_told(wording.dossier, criterion.criterion))
        .map(|criterion| {
            vec![
                criterion_name(wording, criterion.criterion),
                criterion_shown(criterion).map_or_else(
                    || "–".to_owned(),
                    |value| wording.with_unit(value, criterion.unit),
                ),
                ranking(wording, criterion.at_recipient),
                ranking(wording, criterion.at_helper),
            ]
        })
        .collect();
    Block::table(
        heads(
            wording,
            &[
                "exp-head-criterion",
                ">exp-head-value",
                "exp-head-at-recipient",
                "exp-head-at-helper",
            ],
        ),
        rows,
    )
}

/// All measures, with the reason where the pair has no part in one.
fn contribution_table(wording: Wording<'_>, pair: &PairEntry) -> Option<Block> {
    let rows = pair
        .contributions
        .iter()
        .filter(|contribution| wording.is_told(contribution.measure))
        .map(|contribution| {
            let measure = wording
                .dossier
                .measures
                .iter()
                .find(|entry| entry.measure == contribution.measure);
            vec![
                measure_name(wording, contribution.measure),
                contribution_value(wording, contribution),
                measure.map_or_else(|| "–".to_owned(), |entry| measure_value(wording, entry)),
                contribution_note(wording, contribution),
            ]
        })
        .collect();
    Block::table(
        heads(
            wording,
            &[
                "exp-head-measure",
                ">exp-head-contribution",
                ">exp-head-plan",
                "exp-head-reading",
            ],
        ),
        rows,
    )
}

fn alternatives(wording: Wording<'_>, pair: &PairEntry) -> Vec<Block> {
    let mut rows: Vec<Vec<String>> = wording
        .dossier
        .open_alternatives(pair)
        .map(|other| {
            let name = wording.helper(&other.helper);
            let name = match other.previous_since {
                Some(since) => wording.text(
                    "exp-alternative-previous",
                    &[("helper", &name), ("since", &since.to_string())],
                ),
                None => name,
            };
            vec![
                name,
                other.distance_km.map_or_else(|| "–".to_owned(), number::km),
                number::fit(other.fit),
                number::money(number::spendable(other.capacity_wan)),
                now_words(wording, &other.now),
            ]
        })
        .collect();
    if rows.is_empty() {
        return vec![Block::Paragraph(nobody_else(wording, pair))];
    }
    let capacity = pair
        .criteria
        .iter()
        .find(|criterion| criterion.criterion == jiedui_explain::dossier::CriterionKind::Capacity)
        .and_then(criterion_shown);
    let this = vec![
        wording.text(
            "exp-alternative-this",
            &[("helper", &wording.helper(&pair.helper))],
        ),
        pair.distance_km.map_or_else(|| "–".to_owned(), number::km),
        pair.fit.map_or_else(|| "–".to_owned(), number::fit),
        capacity.map_or_else(|| "–".to_owned(), number::money),
        wording.word("exp-alternative-chosen"),
    ];
    rows.insert(0, this);
    let table = told_table(
        wording,
        &[
            "exp-head-helper",
            ">exp-head-km",
            ">exp-head-fit",
            ">exp-head-capacity",
            "exp-head-now",
        ],
        rows,
    );
    let mut blocks = vec![Block::Paragraph(wording.word("exp-alternatives-lead"))];
    blocks.extend(table);
    blocks.push(Block::Paragraph(wording.word("exp-no-claim")));
    blocks
}
