//! The draft assignment: what is proposed, and what is still to be decided.

use super::matters::{ended, matters, next};
use super::paper::{Column, Paper, Set};
use super::{annexes, basis};
use crate::number;
use crate::phrase::{
    clause_list, clauses_of_document, formed_pairs, help_words, score_sentences, status_words,
    tier_name, tier_proof_with_given_up, tier_value,
};
use crate::wording::Wording;
use crate::workbook::by_coverage;
use crate::{Answers, Made};
use jiedui_explain::dossier::{Exact, PairEntry, RecipientEntry, TrackInfo, UnitOfMeasure};

pub(super) fn proposal(
    wording: Wording<'_>,
    answers: &Answers,
    made: Made,
) -> Result<Vec<u8>, std::io::Error> {
    let run = &wording.dossier.run;
    let title = wording.text(
        "doc-proposal-title",
        &[
            ("policy", &wording.title(&run.policy_title)),
            ("year", &run.year.to_string()),
        ],
    );
    let mut paper = Paper::new(wording.lang);
    paper.title(&wording.title(&run.policy_title));
    paper.title(&wording.text(
        "doc-proposal-title-of-year",
        &[("year", &run.year.to_string())],
    ));
    paper.subtitle(&wording.word("doc-draft"));
    paper.gap();
    lead(wording, &mut paper);
    overall(wording, &mut paper);
    aims(wording, &mut paper);
    pairs(wording, &mut paper);
    if wording.tells_amounts() {
        coverage(wording, &mut paper);
    }
    ended(wording, &mut paper);
    matters(wording, answers, &mut paper);
    next(wording, &mut paper);
    annexes::list(wording, answers, &mut paper);
    annexes::reasons(wording, &mut paper);
    annexes::method(wording, &mut paper);
    annexes::data(wording, &mut paper);
    annexes::answers(wording, answers, &mut paper);
    paper.finish(&title, &wording.word("doc-header"), made)
}

fn lead(wording: Wording<'_>, paper: &mut Paper) {
    let dossier = wording.dossier;
    let mut clauses: Vec<String> = Vec::new();
    for track in &dossier.tracks {
        if let Some(clause) = track
            .clause
            .as_ref()
            .filter(|clause| !clauses.contains(*clause))
        {
            clauses.push(clause.clone());
        }
    }
    let key = if clauses.is_empty() {
        "doc-proposal-lead-no-clause"
    } else {
        "doc-proposal-lead"
    };
    paper.body(&wording.text(
        key,
        &[
            ("year", &dossier.run.year.to_string()),
            ("clauses", &clauses_of_document(wording, &clauses)),
            ("recipients", &number::count(dossier.recipients.len())),
            ("pairs", &number::count(formed_pairs(dossier))),
        ],
    ));
    let title = wording.own(&dossier.run.case_title);
    paper.body(&wording.text("doc-case-line", &[("title", &title)]));
    let value = &dossier.data_quality.value_by_basis;
    if value.share_not_published().is_some_and(|share| share > 0.0) {
        paper.sentences(
            &basis::shares(wording, "doc-data-warning", value)
                .into_iter()
                .collect::<Vec<_>>(),
        );
    }
}

/// Sums over the tracks.
pub(super) fn sum(wording: Wording<'_>, count: impl Fn(&TrackInfo) -> usize) -> usize {
    wording.dossier.tracks.iter().map(count).sum()
}

fn overall(wording: Wording<'_>, paper: &mut Paper) {
    let dossier = wording.dossier;
    paper.numbered_first(&wording.word("doc-section-overall"));
    let given: f64 = dossier.recipients.iter().map(|entry| entry.given_wan).sum();
    let need: f64 = dossier.recipients.iter().map(|entry| entry.need_wan).sum();
    let kept = sum(wording, |track| track.kept);
    let new = sum(wording, |track| track.pairs.saturating_sub(track.kept));
    let mut sentences = Vec::new();
    // Of no need there is no share.
    let tells_help = need > 0.0 && wording.tells_amounts();
    if tells_help {
        let helped = dossier.recipients.iter();
        let helped = helped.filter(|entry| entry.given_wan > 0.0).count();
        sentences.push(wording.text(
            "doc-overall-help",
            &[
                ("recipients", &number::count(helped)),
                ("given", &wording.with_unit(given, UnitOfMeasure::Wan)),
                ("need", &wording.with_unit(need, UnitOfMeasure::Wan)),
                ("share", &number::percent(given / need)),
            ],
        ));
    }
    if wording.forms_pairs() {
        let key = if tells_help {
            "doc-overall-pairs"
        } else {
            "doc-overall-pairs-alone"
        };
        sentences.push(wording.text(
            key,
            &[
                ("recipients", &number::count(dossier.recipients.len())),
                ("kept", &number::count(kept)),
                ("new", &number::count(new)),
                ("ended", &number::count(dossier.ended.len())),
            ],
        ));
    }
    let quotas = dossier
        .tracks
        .iter()
        .all(|track| track.all_recipients_within_quota);
    if wording.forms_pairs() {
        sentences.push(wording.word(if quotas {
            "doc-overall-quota"
        } else {
            "doc-overall-quota-short"
        }));
    }
    let ranked = by_coverage(wording);
    let defined: Vec<(&RecipientEntry, &Exact)> = ranked
        .iter()
        .filter_map(|entry| entry.coverage.as_ref().map(|share| (*entry, share)))
        .collect();
    if let (Some((_, lowest)), Some((_, highest))) = (defined.first(), defined.last()) {
        sentences.push(wording.text(
            "doc-overall-range",
            &[
                ("lownames", &covered_so(wording, &defined, lowest)),
                ("low", &number::percent(lowest.value)),
                ("highnames", &covered_so(wording, &defined, highest)),
                ("high", &number::percent(highest.value)),
            ],
        ));
    }
    let rules = dossier.run.rules_checked.len().to_string();
    sentences.push(wording.text("doc-overall-verified", &[("rules", &rules)]));
    paper.sentences(&sentences);
    paper.caption("doc-table-tracks");
    let rows: Vec<Vec<String>> = dossier
        .tracks
        .iter()
        .map(|track| {
            vec![
                wording.title(&track.title),
                number::count(track.pairs),
                number::count(track.kept),
                number::count(track.pairs.saturating_sub(track.kept)),
                number::count(track.ended),
                format!("{}/{}", track.helpers_used, track.helpers),
                number::money(track.value_wan),
            ]
        })
        .collect();
    paper.table(
        told(
            wording,
            &[
                ("doc-head-track", 26, Set::Left),
                ("doc-head-pairs", 9, Set::Right),
                ("doc-head-kept", 9, Set::Right),
                ("doc-head-new", 9, Set::Right),
                ("doc-head-ended", 11, Set::Right),
                ("doc-head-helpers", 18, Set::Centre),
                ("doc-head-value-wan", 20, Set::Right),
            ],
        ),
        &rows,
    );
}

/// The recipients with exactly this coverage: the first few, and how many more.
fn covered_so(wording: Wording<'_>, all: &[(&RecipientEntry, &Exact)], share: &Exact) -> String {
    const NAMED: usize = 3;
    let tied = all.iter().filter(|(_, own)| own.exact == share.exact);
    let names: Vec<String> = tied.map(|(entry, _)| wording.own(&entry.name)).collect();
    let list = wording.list(names.get(..NAMED).unwrap_or(&names));
    match names.len().saturating_sub(NAMED) {
        0 => list,
        more => wording.text(
            "con-and-more",
            &[("list", &list), ("n", &number::count(more))],
        ),
    }
}

fn aims(wording: Wording<'_>, paper: &mut Paper) {
    paper.numbered_first(&wording.word("doc-section-aims"));
    paper.body(&wording.word("doc-aims-lead"));
    paper.caption("doc-table-tiers");
    let rows: Vec<Vec<String>> = wording
        .dossier
        .tiers
        .iter()
        .map(|tier| {
            vec![
                tier.priority.to_string(),
                tier_name(wording, tier),
                tier_value(wording, tier),
                tier_proof_with_given_up(wording, tier),
            ]
        })
        .collect();
    paper.table(
        &[
            ("doc-head-priority", 10, Set::Centre),
            ("doc-head-aim", 40, Set::Left),
            ("doc-head-reached", 16, Set::Right),
            ("doc-head-proof", 34, Set::Left),
        ],
        &rows,
    );
    for tier in &wording.dossier.tiers {
        for sentence in score_sentences(wording, tier) {
            paper.body(&sentence);
        }
    }
}

fn pairs(wording: Wording<'_>, paper: &mut Paper) {
    paper.numbered_first(&wording.word("doc-section-pairs"));
    for track in &wording.dossier.tracks {
        let clauses: Vec<String> = track.clause.iter().cloned().collect();
        let pairs = wording.dossier.pairs.iter();
        let mut pairs: Vec<&PairEntry> = pairs.filter(|pair| pair.track == track.code).collect();
        pairs.sort_by_key(|pair| (&pair.recipient, &pair.helper));
        let key = match (track.divisible, clauses.is_empty()) {
            (false, true) => "doc-pairs-track-no-clause",
            (false, false) => "doc-pairs-track",
            (true, true) => "doc-pairs-track-shared-no-clause",
            (true, false) => "doc-pairs-track-shared",
        };
        paper.second(&wording.text(
            key,
            &[
                ("track", &wording.title(&track.title)),
                ("clause", &clause_list(wording, &clauses)),
                ("pairs", &number::count(pairs.len())),
            ],
        ));
        if pairs.is_empty() {
            paper.body(&wording.word("doc-pairs-track-none"));
            continue;
        }
        let rows: Vec<Vec<String>> = (1..)
            .zip(pairs)
            .map(|(number, pair): (usize, _)| {
                vec![
                    number.to_string(),
                    wording.recipient(&pair.recipient),
                    wording.helper(&pair.helper),
                    status_words(wording, pair),
                    help_words(wording, &pair.help),
                    number::money(pair.value_wan),
                ]
            })
            .collect();
        paper.table(
            told(
                wording,
                &[
                    ("doc-head-number", 6, Set::Centre),
                    ("doc-head-recipient", 14, Set::Left),
                    ("doc-head-helper", 19, Set::Left),
                    ("doc-head-status", 13, Set::Left),
                    ("doc-head-help", 35, Set::Left),
                    ("doc-head-value-wan", 13, Set::Right),
                ],
            ),
            &rows,
        );
    }
}

fn coverage(wording: Wording<'_>, paper: &mut Paper) {
    paper.numbered_first(&wording.word("doc-section-coverage"));
    paper.body(&wording.word("doc-coverage-lead"));
    paper.caption("doc-table-coverage");
    let rows: Vec<Vec<String>> = by_coverage(wording)
        .into_iter()
        .map(|entry| {
            let coverage = entry.coverage.as_ref();
            vec![
                wording.own(&entry.name),
                wording.own(&entry.prefecture),
                entry.hardship_class.to_string(),
                number::money(entry.need_wan),
                number::money(entry.given_wan),
                coverage.map_or_else(
                    || wording.word("doc-dash"),
                    |coverage| number::percent(coverage.value),
                ),
                largest_gap(wording, entry),
            ]
        })
        .collect();
    paper.table(
        &[
            ("doc-head-recipient", 16, Set::Left),
            ("doc-head-prefecture", 18, Set::Left),
            ("doc-head-class", 9, Set::Centre),
            ("doc-head-need-wan", 15, Set::Right),
            ("doc-head-given-wan", 15, Set::Right),
            ("doc-head-coverage", 11, Set::Right),
            ("doc-head-largest-gap", 16, Set::Left),
        ],
        &rows,
    );
}

/// The columns of a table that ends with help or amounts, without these where no amounts are told; cells
/// beyond the columns are left out.
fn told<'c>(wording: Wording<'_>, columns: &'c [Column]) -> &'c [Column] {
    let of_amounts = |column: &&Column| matches!(column.0, "doc-head-help" | "doc-head-value-wan");
    let amounts = columns.iter().rev().take_while(of_amounts).count();
    if wording.tells_amounts() {
        columns
    } else {
        &columns[..columns.len() - amounts]
    }
}

/// 万元 that a unit of a sector counts as.
fn value_of(wording: Wording<'_>, sector: &str) -> f64 {
    let sector = wording.dossier.sector(sector);
    sector.map_or(0.0, |sector| sector.value_wan)
}

/// The sector of a recipient in which most is missing.
fn largest_gap(wording: Wording<'_>, entry: &RecipientEntry) -> String {
    let gap = |balance: &jiedui_explain::dossier::SectorBalance| {
        balance.unmet * value_of(wording, &balance.sector)
    };
    // Of equal gaps the first in policy order.
    let largest = entry
        .sectors
        .iter()
        .rev()
        .max_by(|a, b| gap(a).total_cmp(&gap(b)))
        .filter(|balance| balance.unmet > 0.0);
    largest.map_or_else(
        || wording.word("doc-dash"),
        |balance| wording.sector(&balance.sector),
    )
}
