//! A helper: its means, what it gives, whom it helps.

use super::{
    candidate_table, excluded_table, heads, helped_now, is_full, named_with_code, pair_story,
    ruled_out_table,
};
use crate::block::Block;
use crate::phrase::{fact_line, pair_line, quota_words};
use crate::wording::Wording;
use crate::{Depth, number};
use jiedui_explain::dossier::{CandidateRow, HelperEntry, UnitOfMeasure};

/// What is said about a helper; headings start at `level`.
pub(crate) fn helper_story(
    wording: Wording<'_>,
    entry: &HelperEntry,
    depth: Depth,
    level: u8,
) -> Vec<Block> {
    let lead = lead(wording, entry);
    if depth == Depth::Line {
        return vec![Block::Paragraph(lead)];
    }
    let title = named_with_code(wording, "exp-helper-title", &entry.name, &entry.code);
    let mut blocks = vec![Block::Heading(level, title), Block::Paragraph(lead)];
    let dossier = wording.dossier;
    let is_divisible = dossier.is_divisible(&entry.track);
    let demanded = dossier.demanded();
    let own = dossier.candidates.iter();
    let ruled_out = own
        .filter(|row| row.helper == entry.code)
        .filter(|row| demanded.rules_out(&row.helper, &row.recipient))
        .count();
    let key = if ruled_out > 0 {
        "exp-helper-quota-ruled-out"
    } else {
        "exp-helper-quota"
    };
    let quota = wording.text(
        key,
        &[
            ("pairs", &entry.pairs.to_string()),
            (
                "quota",
                &quota_words(wording, entry.min_pairs, entry.max_pairs),
            ),
            ("candidates", &number::count(entry.candidates)),
            ("ruledout", &number::count(ruled_out)),
        ],
    );
    // No quota counts what is shared out by amount.
    blocks.extend((!is_divisible).then_some(Block::Paragraph(quota)));
    blocks.extend(supply_table(wording, entry));
    let pairs = wording.dossier.pairs_of_helper(&entry.code);
    if is_full(depth) {
        for pair in pairs {
            blocks.extend(pair_story(wording, pair, depth, level.saturating_add(1)));
        }
        let facts = entry.budget_facts.iter();
        blocks.extend(Block::bullets(
            facts.map(|fact| fact_line(wording, fact)).collect(),
        ));
        blocks.extend(unformed(wording, entry, level));
    } else {
        blocks.extend(Block::bullets(
            pairs.map(|pair| pair_line(wording, pair)).collect(),
        ));
    }
    blocks
}

fn lead(wording: Wording<'_>, entry: &HelperEntry) -> String {
    let budget = entry.budget_wan.map_or_else(
        || wording.word("exp-helper-no-budget"),
        |budget| wording.with_unit(number::spendable(budget), UnitOfMeasure::Wan),
    );
    let helped = wording.dossier.pairs_of_helper(&entry.code).count();
    let share = entry.budget_wan.filter(|budget| *budget > 0.0).map_or_else(
        || "–".to_owned(),
        |budget| number::percent(entry.given_wan / budget),
    );
    let is_divisible = wording.dossier.is_divisible(&entry.track);
    let key = if is_divisible && wording.tells_amounts() {
        "exp-helper-lead-shared"
    } else if entry.idle {
        wording.with_amounts("exp-helper-lead-idle", "exp-helper-lead-idle-bare")
    } else {
        wording.with_amounts("exp-helper-lead", "exp-helper-lead-bare")
    };
    wording.text(
        key,
        &[
            ("name", &wording.own(&entry.name)),
            ("track", &wording.track(&entry.track)),
            ("budget", &budget),
            (
                "given",
                &wording.with_unit(entry.given_wan, UnitOfMeasure::Wan),
            ),
            ("share", &share),
            ("pairs", &entry.pairs.to_string()),
            ("n", &number::count(helped)),
        ],
    )
}

fn supply_table(wording: Wording<'_>, entry: &HelperEntry) -> Option<Block> {
    if !wording.tells_amounts() {
        return None;
    }
    let rows = entry
        .supply
        .iter()
        .map(|supply| {
            vec![
                wording.sector(&supply.sector),
                wording.sector_amount(&supply.sector, supply.supply),
                wording.sector_amount(&supply.sector, supply.given),
            ]
        })
        .collect();
    Block::table(
        heads(
            wording,
            &["exp-head-sector", ">exp-head-supply", ">exp-head-used"],
        ),
        rows,
    )
}

fn unformed(wording: Wording<'_>, entry: &HelperEntry, level: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    let dossier = wording.dossier;
    let demanded = dossier.demanded();
    let is_ruled_out = |row: &&CandidateRow| demanded.rules_out(&row.helper, &row.recipient);
    let own = |row: &&CandidateRow| row.helper == entry.code;
    let rows = dossier.candidates.iter().filter(own);
    let table = candidate_table(
        wording,
        rows.filter(|row| !is_ruled_out(row)),
        |row| wording.recipient(&row.recipient),
        ("exp-head-helped-by", |row| helped_now(wording, row)),
    );
    if let Some(table) = table {
        blocks.push(Block::Heading(
            level.saturating_add(1),
            wording.word("exp-candidates-title-helper"),
        ));
        blocks.push(table);
        blocks.push(Block::Paragraph(wording.word("exp-no-claim")));
    }
    let rows = dossier.candidates.iter().filter(own);
    let table = ruled_out_table(wording, rows.filter(is_ruled_out), |row| {
        wording.recipient(&row.recipient)
    });
    if let Some(table) = table {
        blocks.push(Block::Heading(
            level.saturating_add(1),
            wording.word("exp-ruled-out-title-helper"),
        ));
        blocks.push(table);
    }
    let rows = wording.dossier.excluded.iter();
    let table = excluded_table(
        wording,
        rows.filter(|row| row.helper == entry.code),
        |row| wording.recipient(&row.recipient),
    );
    if let Some(table) = table {
        blocks.push(Block::Heading(
            level.saturating_add(1),
            wording.word("exp-excluded-title-helper"),
        ));
        blocks.push(table);
    }
    blocks
}
