//! How evenly help is spread, and why the least coverage cannot be higher.

use super::heads;
use crate::block::Block;
use crate::phrase::is_solvers_word;
use crate::wording::Wording;
use crate::{Depth, number};
use jiedui_domain::Measure;
use jiedui_explain::dossier::{BindingCut, CutKind, CutRow, Fairness, Spread, UnitOfMeasure};

/// Limits told on a page; the others are counted.
const ROWS_ON_A_PAGE: usize = 6;
/// Names told in a sentence.
const NAMES: usize = 12;

/// The whole story; a sentence at a line.
pub(crate) fn fairness_story(
    wording: Wording<'_>,
    fairness: &Fairness,
    depth: Depth,
) -> Vec<Block> {
    let lead = wording.text(
        if fairness.coverage.ratio.is_some() {
            "exp-fair-lead"
        } else {
            "exp-fair-lead-nothing"
        },
        &[
            ("worst", &names(wording, &fairness.worst)),
            ("least", &number::percent(fairness.coverage.least)),
            ("greatest", &number::percent(fairness.coverage.greatest)),
            ("ratio", &ratio(wording, &fairness.coverage)),
            ("gini", &gini(wording, &fairness.coverage)),
        ],
    );
    if depth == Depth::Line {
        return vec![Block::Paragraph(lead)];
    }
    let mut blocks = vec![
        Block::Heading(1, wording.word("exp-fair-title")),
        Block::Paragraph(lead),
    ];
    blocks.extend(why(wording, fairness, depth));
    blocks.push(Block::Heading(2, wording.word("exp-fair-spread-title")));
    blocks.extend(spreads(wording, fairness));
    blocks.extend(left_out(wording, fairness));
    blocks.push(Block::Heading(2, wording.word("exp-fair-zones-title")));
    blocks.extend(zones(wording, fairness));
    blocks.push(Block::Heading(2, wording.word("exp-fair-tracks-title")));
    blocks.extend(tracks(wording, fairness));
    blocks.push(Block::Paragraph(wording.word("exp-fair-reading")));
    blocks
}

fn names(wording: Wording<'_>, codes: &[String]) -> String {
    let named: Vec<String> = codes
        .iter()
        .take(NAMES)
        .map(|code| wording.recipient(code))
        .collect();
    let list = wording.list(&named);
    match codes.len().saturating_sub(NAMES) {
        0 => list,
        more => wording.text(
            "con-and-more",
            &[("list", &list), ("n", &number::count(more))],
        ),
    }
}

fn ratio(wording: Wording<'_>, spread: &Spread) -> String {
    let ratio = spread.ratio.map(number::money);
    ratio.unwrap_or_else(|| wording.word("rep-undefined"))
}

fn gini(wording: Wording<'_>, spread: &Spread) -> String {
    let gini = spread.gini.map(number::fit);
    gini.unwrap_or_else(|| wording.word("rep-undefined"))
}

fn why(wording: Wording<'_>, fairness: &Fairness, depth: Depth) -> Vec<Block> {
    let cut: &BindingCut = &fairness.why;
    let is_elsewhere = !fairness.worst.iter().any(|code| cut.among.contains(code));
    let money = |value: f64| wording.with_unit(value, UnitOfMeasure::Wan);
    let mut blocks = if pursues_floor(wording) {
        vec![Block::Heading(2, wording.word("exp-fair-why-title"))]
    } else {
        vec![
            Block::Heading(2, wording.word("exp-fair-limit-title")),
            Block::Paragraph(wording.word("exp-fair-not-pursued")),
        ]
    };
    blocks.push(Block::Paragraph(wording.text(
        if cut.cut.is_empty() {
            "exp-fair-why-nobody"
        } else if is_elsewhere {
            "exp-fair-why-elsewhere"
        } else {
            "exp-fair-why"
        },
        &[
            ("n", &number::count(cut.among.len())),
            ("among", &names(wording, &cut.among)),
            ("need", &money(cut.need_wan)),
            ("reachable", &money(cut.reachable_wan)),
            ("most", &at_most(cut.at_most.value)),
            ("least", &number::percent(fairness.coverage.least)),
            ("worst", &names(wording, &fairness.worst)),
        ],
    )));
    let shown = match depth {
        Depth::Full => cut.cut.len(),
        _ => cut.cut.len().min(ROWS_ON_A_PAGE),
    };
    let mut rows: Vec<String> = cut
        .cut
        .iter()
        .take(shown)
        .map(|row| cut_row(wording, row))
        .collect();
    if cut.cut.len() > shown {
        let more = number::count(cut.cut.len() - shown);
        let rest: f64 = cut.cut.iter().skip(shown).map(|row| row.wan).sum();
        rows.push(wording.text("exp-fair-cut-more", &[("n", &more), ("sum", &money(rest))]));
    }
    blocks.extend(Block::bullets(rows));
    blocks.push(Block::Paragraph(over_all_pairings(
        wording,
        cut.at_most.value,
    )));
    blocks
}

/// Whether any priority asks for the least coverage over all tracks; else it is as high as the other objectives happen
/// to leave it.
fn pursues_floor(wording: Wording<'_>) -> bool {
    let tiers = wording.dossier.tiers.iter();
    tiers
        .flat_map(|tier| &tier.objectives)
        .any(|one| one.measure == Measure::CoverageFloor && one.tracks.is_empty())
}

/// A share as per cent, never rounded down: "at most" must stay true.
fn at_most(share: f64) -> String {
    number::percent((share * 1000.0 - 1e-9).ceil() / 1000.0)
}

/// What the run proved of the floor over all pairings, where its first priority is that floor. That may be
/// less than the limit of the cut, which looks at amounts for these pairs alone.
fn over_all_pairings(wording: Wording<'_>, of_cut: f64) -> String {
    let floor = wording.dossier.tiers.first().and_then(|tier| {
        let [one] = tier.objectives.as_slice() else {
            return None;
        };
        let is_floor = one.measure == Measure::CoverageFloor && one.tracks.is_empty();
        (is_floor && one.weight > 0.0).then(|| (tier.bound / one.weight, is_solvers_word(tier)))
    });
    match floor {
        Some((bound, is_word)) => {
            let key = match (bound < of_cut, is_word) {
                (true, false) => "exp-fair-all-pairings-stricter",
                (false, false) => "exp-fair-all-pairings",
                (true, true) => "exp-fair-all-pairings-stricter-word",
                (false, true) => "exp-fair-all-pairings-word",
            };
            wording.text(key, &[("most", &at_most(bound.min(1.0)))])
        }
        None => wording.word("exp-fair-all-pairings-unknown"),
    }
}

fn cut_row(wording: Wording<'_>, row: &CutRow) -> String {
    let helper = row.helper.as_deref().map(|code| wording.helper(code));
    let recipient = row.recipient.as_deref().map(|code| wording.recipient(code));
    let sector = row.sector.as_deref().map(|code| wording.sector(code));
    let key = match row.kind {
        CutKind::Budget => "exp-fair-cut-budget",
        CutKind::Supply => "exp-fair-cut-supply",
        CutKind::Need => "exp-fair-cut-need",
    };
    wording.text(
        key,
        &[
            ("helper", &helper.unwrap_or_default()),
            ("recipient", &recipient.unwrap_or_default()),
            ("sector", &sector.unwrap_or_default()),
            ("value", &wording.with_unit(row.wan, UnitOfMeasure::Wan)),
        ],
    )
}

fn spreads(wording: Wording<'_>, fairness: &Fairness) -> Option<Block> {
    let mut rows = vec![spread_row(
        wording,
        wording.word("exp-fair-coverage"),
        &fairness.coverage,
        number::percent,
    )];
    if let Some(per_head) = &fairness.per_head_yuan {
        let name = wording.word("exp-fair-per-head");
        rows.push(spread_row(wording, name, per_head, number::money));
    }
    Block::table(
        heads(
            wording,
            &[
                "exp-fair-head-figure",
                ">exp-fair-head-counties",
                ">exp-fair-head-least",
                ">exp-fair-head-greatest",
                ">exp-fair-head-mean",
                ">exp-fair-head-ratio",
                ">exp-fair-head-gini",
            ],
        ),
        rows,
    )
}

/// Whom the figures leave out, where they leave out anybody.
fn left_out(wording: Wording<'_>, fairness: &Fairness) -> Option<Block> {
    let recipients = wording.dossier.recipients.iter();
    let needless = recipients.filter(|entry| entry.coverage.is_none());
    let needless: Vec<String> = needless.map(|entry| entry.code.clone()).collect();
    let counted = fairness.per_head_yuan.map(|spread| spread.recipients);
    let uncounted = counted.map_or(0, |counted| {
        fairness.coverage.recipients.saturating_sub(counted)
    });
    let mut sentences = Vec::new();
    if !needless.is_empty() {
        let names = names(wording, &needless);
        sentences.push(wording.text("exp-fair-needless", &[("names", &names)]));
    }
    if uncounted > 0 {
        let n = number::count(uncounted);
        sentences.push(wording.text("exp-fair-uncounted", &[("n", &n)]));
    }
    Block::bullets(sentences)
}

fn spread_row(
    wording: Wording<'_>,
    name: String,
    spread: &Spread,
    show: impl Fn(f64) -> String,
) -> Vec<String> {
    vec![
        name,
        number::count(spread.recipients),
        show(spread.least),
        show(spread.greatest),
        show(spread.mean),
        ratio(wording, spread),
        gini(wording, spread),
    ]
}

fn zones(wording: Wording<'_>, fairness: &Fairness) -> Option<Block> {
    let rows = fairness.zones.iter().map(|zone| {
        let whole = zone.given_wan / zone.need_wan;
        vec![
            wording.own(&zone.prefecture),
            number::count(zone.coverage.recipients),
            number::money(zone.given_wan),
            number::percent(whole),
            number::percent(zone.coverage.least),
            number::percent(zone.coverage.greatest),
        ]
    });
    Block::table(
        heads(
            wording,
            &[
                "exp-fair-head-zone",
                ">exp-fair-head-counties",
                ">exp-fair-head-given",
                ">exp-fair-head-whole",
                ">exp-fair-head-least",
                ">exp-fair-head-greatest",
            ],
        ),
        rows.collect(),
    )
}

fn tracks(wording: Wording<'_>, fairness: &Fairness) -> Option<Block> {
    let rows = fairness.tracks.iter().map(|track| {
        vec![
            wording.track(&track.track),
            number::count(track.served),
            number::money(track.given_wan),
            number::percent(track.share_of_need.least),
            number::percent(track.share_of_need.greatest),
            gini(wording, &track.share_of_need),
        ]
    });
    Block::table(
        heads(
            wording,
            &[
                "exp-head-track",
                ">exp-fair-head-served",
                ">exp-fair-head-given",
                ">exp-fair-head-least",
                ">exp-fair-head-greatest",
                ">exp-fair-head-gini",
            ],
        ),
        rows.collect(),
    )
}
