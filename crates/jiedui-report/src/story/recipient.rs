//! A recipient: its needs, its pairs, who could not or did not come.

use super::outside::{Outside, OutsideOne};
use super::{
    candidate_table, excluded_table, heads, helps_now, is_full, named_with_code, pair_story,
    ruled_out_table,
};
use crate::block::Block;
use crate::phrase::{clause_list, document_meant, limit_sentence, pair_line, quota_words, ranking};
use crate::wording::Wording;
use crate::{Depth, number};
use jiedui_domain::undistinguished;
use jiedui_explain::dossier::{
    CandidateRow, CriterionKind, LimitState, PairEntry, RecipientEntry, UnitOfMeasure,
};

/// What is said about a recipient; headings start at `level`. `others` are those who are not paired with it.
pub(crate) fn recipient_story(
    wording: Wording<'_>,
    entry: &RecipientEntry,
    others: &Outside<'_>,
    depth: Depth,
    level: u8,
) -> Vec<Block> {
    let lead = recipient_lead(wording, entry);
    if depth == Depth::Line {
        return vec![Block::Paragraph(lead)];
    }
    let title = named_with_code(wording, "exp-recipient-title", &entry.name, &entry.code);
    let mut blocks = vec![Block::Heading(level, title), Block::Paragraph(lead)];
    blocks.extend(sector_table(wording, entry));
    blocks.extend(track_table(wording, entry));
    if is_full(depth) {
        for pair in wording.dossier.pairs_of_recipient(&entry.code) {
            blocks.extend(pair_story(wording, pair, depth, level.saturating_add(1)));
        }
        blocks.extend(unformed(wording, entry, level));
    } else {
        blocks.extend(pair_list(wording, entry));
        blocks.push(Block::Paragraph(outside(wording, entry, others)));
    }
    // A report says it once for all.
    if level == 1 {
        blocks.extend(document_meant(wording).map(Block::Paragraph));
    }
    blocks
}

/// A recipient in one sentence.
pub(crate) fn recipient_lead(wording: Wording<'_>, entry: &RecipientEntry) -> String {
    let coverage = entry.coverage.as_ref().map_or_else(
        || wording.word("rep-undefined"),
        |coverage| number::percent(coverage.value),
    );
    let pairs = wording.dossier.formed_at(&entry.code);
    // The prefecture is not told again behind a name that it tells apart.
    let key = if is_told_apart_by_prefecture(entry) || entry.prefecture.is_empty() {
        "exp-recipient-place-known"
    } else {
        "exp-recipient-place"
    };
    let place = wording.text(
        key,
        &[
            ("name", &wording.own(&entry.name)),
            ("prefecture", &wording.own(&entry.prefecture)),
            ("class", &entry.hardship_class.to_string()),
        ],
    );
    let key = if entry.need_wan > 0.0 && !wording.forms_pairs() {
        "exp-recipient-lead-shared"
    } else if entry.need_wan > 0.0 {
        "exp-recipient-lead"
    } else {
        wording.with_amounts("exp-recipient-lead-no-needs", "exp-recipient-lead-bare")
    };
    wording.text(
        key,
        &[
            ("place", &place),
            ("coverage", &coverage),
            ("pairs", &pairs.to_string()),
            (
                "given",
                &wording.with_unit(entry.given_wan, UnitOfMeasure::Wan),
            ),
            (
                "need",
                &wording.with_unit(entry.need_wan, UnitOfMeasure::Wan),
            ),
        ],
    )
}

/// Whether the name ends with the prefecture in brackets, because others have it, too.
pub(crate) fn is_told_apart_by_prefecture(entry: &RecipientEntry) -> bool {
    undistinguished(&entry.name, "", &entry.prefecture) != entry.name
}

/// Needs, help and what is left, by sector.
fn sector_table(wording: Wording<'_>, entry: &RecipientEntry) -> Option<Block> {
    let rows = entry
        .sectors
        .iter()
        .map(|balance| {
            let share = if balance.need > 0.0 {
                number::percent(balance.given / balance.need)
            } else {
                "–".to_owned()
            };
            vec![
                wording.sector(&balance.sector),
                wording.sector_amount(&balance.sector, balance.need),
                wording.sector_amount(&balance.sector, balance.given),
                wording.sector_amount(&balance.sector, balance.unmet),
                share,
            ]
        })
        .collect();
    Block::table(
        heads(
            wording,
            &[
                "exp-head-sector",
                ">exp-head-need",
                ">exp-head-given",
                ">exp-head-unmet",
                ">exp-head-met",
            ],
        ),
        rows,
    )
}

fn track_table(wording: Wording<'_>, entry: &RecipientEntry) -> Option<Block> {
    let rows = entry
        .tracks
        .iter()
        .map(|track| {
            let (pairs, quota) = if wording.dossier.is_divisible(&track.track) {
                ("–".to_owned(), wording.word("exp-status-divisible"))
            } else {
                let quota = quota_words(wording, track.min, track.max);
                (track.pairs.to_string(), quota)
            };
            vec![
                wording.track(&track.track),
                pairs,
                quota,
                track.candidates.to_string(),
            ]
        })
        .collect();
    Block::table(
        heads(
            wording,
            &[
                "exp-head-track",
                ">exp-head-pairs",
                ">exp-head-quota",
                ">exp-head-candidates",
            ],
        ),
        rows,
    )
}

/// The pairs in policy order of their tracks, each with the limits that bind at it.
fn pair_list(wording: Wording<'_>, entry: &RecipientEntry) -> Option<Block> {
    let mut items = Vec::new();
    for track in &wording.dossier.tracks {
        let pairs = wording.dossier.pairs_of_recipient(&entry.code);
        for pair in pairs.filter(|pair| pair.track == track.code) {
            let limits: Vec<String> = pair
                .limits
                .iter()
                .filter(|limit| limit.state == LimitState::Binding)
                .map(|limit| limit_sentence(wording, pair, limit))
                .collect();
            let limits = limits.join(&wording.word("exp-reason-separator"));
            // A track may cite no clause; then nothing is said of one.
            let clauses = if pair.clauses.is_empty() {
                String::new()
            } else {
                let clauses = clause_list(wording, &pair.clauses);
                wording.text("exp-pair-and-clauses", &[("clauses", &clauses)])
            };
            items.push(wording.text(
                if limits.is_empty() {
                    "exp-pair-with-ranks"
                } else {
                    "exp-pair-with-limits"
                },
                &[
                    ("pair", &pair_line(wording, pair)),
                    ("fitrank", &rank_of(wording, pair, CriterionKind::Fit)),
                    (
                        "distancerank",
                        &rank_of(wording, pair, CriterionKind::Distance),
                    ),
                    ("clauses", &clauses),
                    ("limits", &limits),
                ],
            ));
        }
    }
    Block::bullets(items)
}

fn rank_of(wording: Wording<'_>, pair: &PairEntry, kind: CriterionKind) -> String {
    let found = pair.criteria.iter().find(|entry| entry.criterion == kind);
    match found.and_then(|entry| entry.at_recipient) {
        Some(found) => ranking(wording, Some(found)),
        None => wording.word("exp-rank-none"),
    }
}

fn outside(wording: Wording<'_>, entry: &RecipientEntry, others: &Outside<'_>) -> String {
    let dossier = wording.dossier;
    let OutsideOne {
        listed,
        ruled_out,
        excluded,
    } = others.at(&entry.code);
    let candidates = if dossier.run.shortlist.is_some() {
        // The dossier has the rows of some of them only.
        let allowed: usize = entry.tracks.iter().map(|track| track.candidates).sum();
        allowed.saturating_sub(dossier.pairs_of_recipient(&entry.code).count())
    } else {
        listed
    };
    let key = if ruled_out > 0 {
        "exp-recipient-outside-ruled-out"
    } else {
        "exp-recipient-outside"
    };
    wording.text(
        key,
        &[
            (
                "candidates",
                &number::count(candidates.saturating_sub(ruled_out)),
            ),
            ("ruledout", &number::count(ruled_out)),
            ("excluded", &number::count(excluded)),
        ],
    )
}

fn unformed(wording: Wording<'_>, entry: &RecipientEntry, level: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    let dossier = wording.dossier;
    let demanded = dossier.demanded();
    let is_ruled_out = |row: &&CandidateRow| demanded.rules_out(&row.helper, &row.recipient);
    let here = |row: &&CandidateRow| row.recipient == entry.code;
    let rows = dossier.candidates.iter().filter(here);
    let table = candidate_table(
        wording,
        rows.filter(|row| !is_ruled_out(row)),
        |row| wording.helper(&row.helper),
        ("exp-head-now", |row| helps_now(wording, row)),
    );
    if let Some(table) = table {
        blocks.push(Block::Heading(
            level.saturating_add(1),
            wording.word("exp-candidates-title"),
        ));
        blocks.push(table);
        if wording.dossier.run.shortlist.is_some() {
            blocks.push(Block::Paragraph(wording.word("exp-candidates-listed")));
        }
        blocks.push(Block::Paragraph(wording.word("exp-no-claim")));
    }
    let rows = dossier.candidates.iter().filter(here);
    let table = ruled_out_table(wording, rows.filter(is_ruled_out), |row| {
        wording.helper(&row.helper)
    });
    if let Some(table) = table {
        blocks.push(Block::Heading(
            level.saturating_add(1),
            wording.word("exp-ruled-out-title"),
        ));
        blocks.push(table);
    }
    let rows = wording.dossier.excluded.iter();
    let table = excluded_table(
        wording,
        rows.filter(|row| row.recipient == entry.code),
        |row| wording.helper(&row.helper),
    );
    if let Some(table) = table {
        blocks.push(Block::Heading(
            level.saturating_add(1),
            wording.word("exp-excluded-title"),
        ));
        blocks.push(table);
    }
    blocks
}
