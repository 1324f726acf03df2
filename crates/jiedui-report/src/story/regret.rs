//! What pairs would cost: of one pair, of all pairs by cost, and which of them no plan within a tolerance
//! could change.

use super::heads;
use crate::block::Block;
use crate::phrase::{Loss, loss, loss_sentence, move_sentences, page_moves};
use crate::tier_figure::{tier_difference, tier_difference_at_least, tier_name};
use crate::wording::Wording;
use crate::{Depth, number};
use jiedui_explain::backbone::{Backbone, BackbonePair};
use jiedui_explain::dossier::{PairRegret, RegretState, Regrets, Tier};

/// Moves told at a page; the rest are counted.
const MOVES: usize = 3;
/// Pairs listed at a page.
const SHOWN: usize = 10;

/// What a candidate would cost and whom it would move; nothing where the dossier does not tell.
pub(crate) fn regret_story(
    wording: Wording<'_>,
    helper: &str,
    recipient: &str,
    depth: Depth,
) -> Vec<Block> {
    let regrets = wording.dossier.regrets.as_ref();
    let Some(row) = regrets.and_then(|known| known.pair(helper, recipient)) else {
        return Vec::new();
    };
    if depth != Depth::Full {
        return regret_page(wording, row);
    }
    let mut blocks = vec![Block::Paragraph(loss_sentence(wording, row))];
    blocks.extend(
        move_sentences(wording, row)
            .into_iter()
            .map(Block::Paragraph),
    );
    if !row.least.is_empty() {
        blocks.push(Block::Paragraph(wording.word("rg-basis")));
    }
    blocks
}

/// The cost, the first moves, and how to read the figures.
pub(super) fn regret_page(wording: Wording<'_>, row: &PairRegret) -> Vec<Block> {
    let moves = page_moves(wording, row, MOVES);
    vec![
        Block::Led(loss_sentence(wording, row), moves),
        Block::Paragraph(wording.word("exp-page-reading")),
    ]
}

/// All pairs by what they would cost: the pairs of the plan that would be missed most, then the pairs
/// that could be had for least.
pub(crate) fn costs_story(wording: Wording<'_>, regrets: &Regrets, depth: Depth) -> Vec<Block> {
    let key = |losses: Option<(usize, f64)>| match losses {
        // An earlier priority weighs more than any figure in a later one.
        Some((tier, loss)) => (regrets.tiers.len().saturating_sub(tier), loss),
        None => (0, 0.0),
    };
    let mut formed: Vec<&PairRegret> = regrets.pairs.iter().filter(|row| row.formed).collect();
    formed.sort_by(|a, b| {
        let of = |row: &PairRegret| key(row.proven());
        let (one, other) = (of(a), of(b));
        let most = |row: &PairRegret| row.reached().map_or((usize::MAX, 0.0), key);
        other
            .0
            .cmp(&one.0)
            .then(other.1.total_cmp(&one.1))
            .then(most(b).0.cmp(&most(a).0))
            .then(most(b).1.total_cmp(&most(a).1))
    });
    let mut others: Vec<&PairRegret> = regrets
        .pairs
        .iter()
        .filter(|row| !row.formed && row.achieved.is_some())
        .collect();
    others.sort_by(|a, b| {
        let of = |row: &PairRegret| row.reached().map_or((usize::MAX, 0.0), key);
        let (one, other) = (of(a), of(b));
        one.0.cmp(&other.0).then(one.1.total_cmp(&other.1))
    });
    // Said once, so that the cells of the tables stay short.
    let priorities: Vec<String> = tiers_of(wording, regrets)
        .flatten()
        .map(|tier| {
            let name = tier_name(wording.lang, tier);
            let priority = tier.priority.to_string();
            wording.text("rg-priority", &[("priority", &priority), ("tier", &name)])
        })
        .collect();
    let mut blocks = vec![
        Block::Heading(1, wording.word("rg-costs-title")),
        Block::Paragraph(priorities.join("")),
    ];
    for (lead, rows) in [("rg-costs-formed", &formed), ("rg-costs-others", &others)] {
        let shown = if depth == Depth::Full {
            rows.len()
        } else {
            SHOWN
        };
        blocks.push(Block::Paragraph(wording.word(lead)));
        let table = rows
            .iter()
            .take(shown)
            .map(|row| cost_row(wording, regrets, row));
        blocks.extend(Block::table(
            heads(
                wording,
                &[
                    "exp-head-helper",
                    "rg-head-recipient",
                    "rg-head-least",
                    "rg-head-most",
                ],
            ),
            table.collect(),
        ));
        if rows.len() > shown {
            let more = number::count(rows.len() - shown);
            blocks.push(Block::Paragraph(wording.text("wn-more", &[("n", &more)])));
        }
    }
    blocks.push(Block::Paragraph(wording.word("rg-basis")));
    blocks
}

/// The priorities that the regrets speak of, in their order.
fn tiers_of<'a>(
    wording: Wording<'a>,
    regrets: &'a Regrets,
) -> impl Iterator<Item = Option<&'a Tier>> {
    let of = move |priority: u32| {
        let mut tiers = wording.dossier.tiers.iter();
        tiers.find(|tier| tier.priority == priority)
    };
    regrets.tiers.iter().map(move |own| of(own.priority))
}

fn cost_row(wording: Wording<'_>, regrets: &Regrets, row: &PairRegret) -> Vec<String> {
    let is_unsettled = matches!(loss(wording.dossier, row), Loss::Unsettled(_));
    let cell = |loss: Option<(usize, f64)>, at_most: bool| {
        let Some((place, loss)) = loss else {
            // A loss of nothing was worked out; that nothing is proven says nothing of the loss.
            return wording.word(if at_most { "rg-none" } else { "rg-none-proven" });
        };
        let Some(tier) = tiers_of(wording, regrets).nth(place).flatten() else {
            return String::new();
        };
        let size = if at_most {
            tier_difference(wording.lang, tier, loss, true)
        } else {
            tier_difference_at_least(wording.lang, tier, loss)
        };
        let key = if at_most && is_unsettled {
            "rg-cell-unsettled"
        } else {
            "rg-cell"
        };
        wording.text(
            key,
            &[("priority", &tier.priority.to_string()), ("size", &size)],
        )
    };
    let is_priced = row.state == RegretState::Priced
        && !wording.dossier.is_ruled_out(&row.helper, &row.recipient);
    vec![
        wording.helper(&row.helper),
        wording.recipient(&row.recipient),
        if is_priced {
            cell(row.proven(), false)
        } else {
            wording.word("rg-fixed")
        },
        match row.reached() {
            Some(loss) => cell(loss, true),
            None if is_priced => wording.word("rg-not-known"),
            // There is no such plan to be worked out.
            None => "–".to_owned(),
        },
    ]
}

/// Where people have a choice within a tolerance, and where they have none.
pub(crate) fn backbone_story(wording: Wording<'_>, found: &Backbone, depth: Depth) -> Vec<Block> {
    let mut tiers = wording.dossier.tiers.iter();
    let tier = tiers.find(|tier| tier.priority == found.priority);
    let size = tier.map_or_else(String::new, |tier| {
        tier_difference(wording.lang, tier, found.may_lose, false)
    });
    let name = tier.map_or_else(String::new, |tier| tier_name(wording.lang, tier));
    let formed = |pairs: &[BackbonePair]| pairs.iter().filter(|pair| pair.formed).count();
    let counts = [
        ("within", size),
        ("priority", found.priority.to_string()),
        ("tier", name),
        ("always", number::count(found.always.len())),
        ("never", number::count(found.never.len())),
        ("sometimes", number::count(found.sometimes.len())),
        ("sometimesformed", number::count(formed(&found.sometimes))),
        ("open", number::count(found.open.len())),
        ("openformed", number::count(formed(&found.open))),
    ];
    let values: Vec<(&str, &str)> = counts
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    if depth == Depth::Line {
        return vec![Block::Paragraph(wording.text("rg-backbone-line", &values))];
    }
    let mut blocks = vec![
        Block::Heading(1, wording.word("rg-backbone-title")),
        Block::Paragraph(wording.text("rg-backbone-lead", &values)),
    ];
    let full = depth == Depth::Full;
    let lists = [
        ("rg-backbone-always", &found.always, true),
        ("rg-backbone-sometimes", &found.sometimes, true),
        ("rg-backbone-never", &found.never, full),
        ("rg-backbone-open", &found.open, full),
    ];
    for (key, pairs, listed) in lists {
        blocks.push(Block::Paragraph(wording.text(key, &values)));
        if !listed {
            continue;
        }
        let shown = if full { pairs.len() } else { SHOWN };
        let mut lines: Vec<String> = pairs
            .iter()
            .take(shown)
            .map(|pair| {
                let key = if pair.formed {
                    "rg-backbone-pair-formed"
                } else {
                    "rg-backbone-pair"
                };
                wording.text(
                    key,
                    &[
                        ("helper", &wording.helper(&pair.helper)),
                        ("recipient", &wording.recipient(&pair.recipient)),
                    ],
                )
            })
            .collect();
        if pairs.len() > shown {
            let more = number::count(pairs.len() - shown);
            lines.push(wording.text("wn-more", &[("n", &more)]));
        }
        blocks.extend(Block::bullets(lines));
    }
    blocks.push(Block::Paragraph(wording.word("rg-backbone-basis")));
    blocks
}
