//! The report as blocks.

use super::Words;
use crate::block::{Align, Block};
use crate::tier_figure::tier_name;
use crate::{Depth, number};
use jiedui_explain::conflict::{Cause, ConflictSet, InfeasibilityProof, Repair};
use jiedui_explain::dossier::ExclusionReason;

/// Sets told on a page; the others are counted.
const SETS_ON_A_PAGE: usize = 4;

/// The whole story at a depth.
pub(super) fn conflict_story(words: Words<'_>, depth: Depth) -> Vec<Block> {
    if depth == Depth::Line {
        return vec![Block::Paragraph(line(words))];
    }
    let report = words.report;
    let mut blocks = vec![
        Block::Heading(
            1,
            words.text("con-title", &[("case", &words.own(&report.case_title))]),
        ),
        Block::Paragraph(words.text("con-lead", &[])),
        Block::Heading(2, words.text("con-causes-title", &[])),
    ];
    let causes = together(&report.causes);
    blocks.extend(Block::bullets(
        causes.iter().map(|cause| words.cause(cause)).collect(),
    ));
    blocks.push(Block::Heading(2, words.text("con-sets-title", &[])));
    blocks.push(Block::Paragraph(words.text("con-sets-lead", &[])));
    let shown = match depth {
        Depth::Full => report.sets.len(),
        _ => report.sets.len().min(SETS_ON_A_PAGE),
    };
    for (index, set) in report.sets.iter().take(shown).enumerate() {
        blocks.extend(set_story(words, index, set, depth));
    }
    if let Some(more) = report
        .sets
        .len()
        .checked_sub(shown)
        .filter(|more| *more > 0)
    {
        let more = number::count(more);
        blocks.push(Block::Paragraph(
            words.text("con-sets-more", &[("n", &more)]),
        ));
    }
    blocks.push(Block::Paragraph(how_far(words)));
    blocks.extend(ways_out(words));
    if depth == Depth::Full {
        blocks.push(Block::Heading(2, words.text("con-method-title", &[])));
        blocks.push(Block::Paragraph(words.text(
            "con-method",
            &[
                ("elements", &number::count(report.search.elements)),
                ("checks", &number::count(report.search.checks)),
                ("unsettled", &number::count(report.search.unsettled)),
            ],
        )));
    }
    blocks
}

/// Counties of one track without any helper are told in one sentence, not one each.
fn together(causes: &[Cause]) -> Vec<Cause> {
    let mut told: Vec<Cause> = Vec::new();
    for cause in causes {
        let merged = match (told.last_mut(), cause) {
            (
                Some(Cause::RecipientsShortOfHelpers {
                    track,
                    recipients,
                    helpers,
                    demanded,
                    ruled_out,
                    ..
                }),
                Cause::RecipientsShortOfHelpers {
                    track: same,
                    recipients: more,
                    helpers: none,
                    demanded: also,
                    ruled_out: also_out,
                    ..
                },
            ) if track == same && helpers.is_empty() && none.is_empty() => {
                recipients.extend_from_slice(more);
                *demanded += also;
                for one in also_out {
                    let mut known = ruled_out.iter_mut();
                    match known.find(|known| is_same_rule(&known.reason, &one.reason)) {
                        Some(known) => known.pairs += one.pairs,
                        None => ruled_out.push(one.clone()),
                    }
                }
                true
            }
            _ => false,
        };
        if !merged {
            told.push(cause.clone());
        }
    }
    told
}

/// Whether two reasons are one rule, whatever their figures are.
fn is_same_rule(a: &ExclusionReason, b: &ExclusionReason) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

fn line(words: Words<'_>) -> String {
    let report = words.report;
    let sets = number::count(report.sets.len());
    match report.repairs.first() {
        Some(repair) => words.text(
            "con-line",
            &[("sets", &sets), ("changes", &words.changes(repair))],
        ),
        None => words.text("con-line-no-way", &[("sets", &sets)]),
    }
}

fn set_story(words: Words<'_>, index: usize, set: &ConflictSet, depth: Depth) -> Vec<Block> {
    let elements = || {
        let members = set.elements.iter();
        members.filter_map(|place| words.report.elements.get(*place))
    };
    let number = (index + 1).to_string();
    let title = if set.elements.len() == 1 {
        words.text("con-set-title-alone", &[("number", &number)])
    } else {
        let count = number::count(set.elements.len());
        words.text("con-set-title", &[("number", &number), ("n", &count)])
    };
    let mut blocks = vec![Block::Heading(3, title)];
    let items = elements()
        .map(|element| {
            words.text(
                "con-element-with-cells",
                &[
                    ("element", &words.element(element)),
                    ("cells", &words.cells(element)),
                ],
            )
        })
        .collect();
    blocks.extend(Block::bullets(items));
    if depth == Depth::Full || set.causes.len() == 1 {
        let causes = together(&set.causes);
        let told = causes.iter().map(|cause| words.cause(cause));
        blocks.extend(told.map(Block::Paragraph));
    }
    if !set.is_minimal() {
        let unsettled: Vec<String> = set
            .unsettled
            .iter()
            .filter_map(|place| words.report.elements.get(*place))
            .map(|element| words.element(element))
            .collect();
        blocks.push(Block::Paragraph(words.text(
            "con-set-unsettled",
            &[("elements", &words.list(&unsettled))],
        )));
    }
    if depth == Depth::Full {
        let key = match set.proof {
            InfeasibilityProof::ForcedPair => "con-proof-forced",
            InfeasibilityProof::MaximumFlow => "con-proof-flow",
            InfeasibilityProof::Solver => "con-proof-solver",
        };
        blocks.push(Block::Paragraph(words.text(key, &[])));
    }
    blocks
}

fn how_far(words: Words<'_>) -> String {
    let search = &words.report.search;
    let key = if search.stopped {
        "con-search-stopped"
    } else if search.complete {
        "con-search-complete"
    } else {
        "con-search-bounded"
    };
    words.text(key, &[("most", &number::count(search.most_sets))])
}

fn ways_out(words: Words<'_>) -> Vec<Block> {
    let report = words.report;
    let mut blocks = vec![Block::Heading(2, words.text("con-repairs-title", &[]))];
    let Some(first) = report.repairs.first() else {
        blocks.push(Block::Paragraph(words.text("con-repairs-none", &[])));
        return blocks;
    };
    blocks.push(Block::Paragraph(words.text("con-repairs-lead", &[])));
    let changes = || report.repairs.iter().flat_map(|repair| &repair.changes);
    let mut figures = changes().filter(|change| change.to.is_some()).peekable();
    if figures.peek().is_some() && figures.all(|change| change.step.is_some()) {
        blocks.push(Block::Paragraph(words.text("con-repairs-least", &[])));
    }
    let items = report.repairs.iter().enumerate().map(|(index, repair)| {
        let number = (index + 1).to_string();
        let values = [
            ("number", number.as_str()),
            ("changes", &words.changes(repair)),
        ];
        words.text("con-repair", &values)
    });
    blocks.extend(Block::bullets(items.collect()));
    let mut heads = vec![(words.text("con-head-way", &[]), Align::Right)];
    heads.extend(
        first
            .tiers
            .iter()
            .map(|tier| (tier_name(words.lang, tier), Align::Left)),
    );
    heads.push((words.text("con-head-pairs", &[]), Align::Right));
    heads.push((words.text("con-head-kept", &[]), Align::Right));
    let rows = report.repairs.iter().enumerate();
    blocks.extend(Block::table(
        heads,
        rows.map(|(index, repair)| row(words, index, repair))
            .collect(),
    ));
    if report.search.repairs_unconfirmed > 0 {
        let count = number::count(report.search.repairs_unconfirmed);
        blocks.push(Block::Paragraph(
            words.text("con-repairs-unconfirmed", &[("n", &count)]),
        ));
    }
    blocks
}

fn row(words: Words<'_>, index: usize, repair: &Repair) -> Vec<String> {
    let mut cells = vec![(index + 1).to_string()];
    cells.extend(repair.tiers.iter().map(|tier| words.tier_value(tier)));
    cells.push(number::count(repair.pairs));
    cells.push(number::count(repair.kept_pairs));
    cells
}
