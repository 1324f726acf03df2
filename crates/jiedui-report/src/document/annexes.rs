//! The annexes of the draft assignment: reasons, method, data.

use super::note::{self, Place};
use super::paper::{Paper, Set};
use super::reason::{Usual, reason};
use crate::number;
use crate::phrase::{Loss, count_exclusions, formed_pairs, is_solvers_word, loss, sought_among};
use crate::story::recipient_lead;
use crate::wording::Wording;
use crate::{Answers, Depth, decisions, why_not};
use jiedui_explain::dossier::{FitOrigin, Regrets};
use jiedui_explain::why_not::Asked;

/// The annexes by their names, then where the document is signed.
pub(super) fn list(wording: Wording<'_>, answers: &Answers, paper: &mut Paper) {
    paper.gap();
    let mut annexes = vec![
        ("doc-attachments-1", "doc-annex-reasons"),
        ("doc-attachments-2", "doc-annex-method"),
        ("doc-attachments-3", "doc-annex-data"),
    ];
    if !answers.is_empty() {
        annexes.push(("doc-attachments-4", "doc-annex-answers"));
    }
    for (line, title) in annexes {
        paper.body(&wording.text(line, &[("title", &wording.word(title))]));
    }
    paper.plain_with_next("");
    paper.right_with_next(&wording.word("doc-signature-office"));
    paper.right(&wording.word("doc-signature-date"));
}

fn open(wording: Wording<'_>, paper: &mut Paper, label: &str, title: &str) {
    paper.new_page();
    paper.plain(&wording.word(label));
    paper.title(&wording.word(title));
    paper.gap();
}

/// Recipient by recipient, pair by pair.
pub(super) fn reasons(wording: Wording<'_>, paper: &mut Paper) {
    open(wording, paper, "doc-attachment-1", "doc-annex-reasons");
    let lead = match wording.dossier.regrets {
        Some(_) => "doc-reasons-lead-priced",
        None => "doc-reasons-lead",
    };
    let usual = Usual::of(&wording.dossier.pairs);
    let mut sentences = vec![wording.word(lead)];
    sentences.extend(usual.sentence(wording));
    paper.sentences(&sentences);
    for entry in &wording.dossier.recipients {
        paper.second(&wording.own(&entry.name));
        paper.small(&recipient_lead(wording, entry));
        for track in &wording.dossier.tracks {
            let pairs = wording.dossier.pairs_of_recipient(&entry.code);
            for pair in pairs.filter(|pair| pair.track == track.code) {
                let sentences = paper.joined(&reason(wording, pair, usual));
                paper.small_item(&sentences);
            }
        }
    }
}

/// What decisions and single pairs cost, as far as that was asked and solved.
pub(super) fn answers(wording: Wording<'_>, answers: &Answers, paper: &mut Paper) {
    if answers.is_empty() {
        return;
    }
    open(wording, paper, "doc-attachment-4", "doc-annex-answers");
    paper.body(&wording.word("doc-answers-lead"));
    if let Some(prices) = &answers.decisions {
        let story = decisions::blocks(prices, Depth::Page, wording.lang, wording.medium);
        note::write(paper, &story, Place::Annex);
    }
    for answer in &answers.pairs {
        let key = match answer.asked {
            Asked::Formed => "doc-answers-formed",
            Asked::NotFormed => "doc-answers-unformed",
        };
        let helper = wording.own(&answer.helper.name);
        let recipient = wording.own(&answer.recipient.name);
        paper.second(&wording.text(key, &[("helper", &helper), ("recipient", &recipient)]));
        note::write(paper, &why_not::brief(answer, wording), Place::Annex);
    }
}

/// The method in plain words.
pub(super) fn method(wording: Wording<'_>, paper: &mut Paper) {
    let dossier = wording.dossier;
    open(wording, paper, "doc-attachment-2", "doc-annex-method");
    paper.first(&wording.word("doc-method-candidates-title"));
    paper.body(&wording.text(
        "doc-method-candidates",
        &[
            ("excluded", &number::count(dossier.excluded.len())),
            (
                "candidates",
                &number::count(dossier.unchosen() + dossier.pairs.len()),
            ),
            ("pairs", &number::count(formed_pairs(dossier))),
            ("tracks", kinds_of_tracks(wording)),
            (
                "shared",
                &number::count(dossier.pairs.len() - formed_pairs(dossier)),
            ),
        ],
    ));
    if let Some(sentence) = sought_among(wording) {
        paper.body(&sentence);
    }
    let rows: Vec<Vec<String>> = count_exclusions(wording)
        .into_iter()
        .map(|(name, count)| vec![name, number::count(count)])
        .collect();
    if !rows.is_empty() {
        paper.table(
            &[
                ("doc-head-rule", 70, Set::Left),
                ("doc-head-count", 30, Set::Right),
            ],
            &rows,
        );
    }
    paper.first(&wording.word("doc-method-choice-title"));
    paper.body(&wording.word("doc-method-choice"));
    paper.body(&wording.word(match dossier.run.method.as_str() {
        "decomposition" => "rep-method-decomposition",
        "monolithic" => "rep-method-monolithic",
        _ => "rep-method-other",
    }));
    paper.first(&wording.word("doc-method-check-title"));
    paper.body(&wording.word("doc-method-check"));
    paper.first(&wording.word("doc-method-trust-title"));
    let bounds = if dossier.tiers.iter().any(is_solvers_word) {
        "doc-method-proven-bounds-word"
    } else {
        "doc-method-proven-bounds"
    };
    for key in ["doc-method-proven-rules", bounds, "doc-method-open-data"] {
        paper.item(&wording.word(key));
    }
    paper.item(&match &dossier.regrets {
        Some(regrets) => priced(wording, regrets),
        None => wording.word("doc-method-open-alternatives"),
    });
    paper.item(&wording.word(if dossier.run.reproducible {
        "rep-reproducible"
    } else {
        "rep-not-reproducible"
    }));
    paper.first(&wording.word("doc-method-terms-title"));
    let fits = [
        (FitOrigin::SupplyNeed, "doc-term-fit-supply-need"),
        (FitOrigin::Industry, "doc-term-fit-industry"),
        (FitOrigin::Given, "doc-term-fit-given"),
    ];
    // Only what the fits of this plan are.
    let fits = fits.into_iter().filter(|(origin, _)| {
        let mut pairs = dossier.pairs.iter();
        pairs.any(|pair| pair.fit_origin == Some(*origin))
    });
    let (first, last): (&[&str], &[&str]) = if wording.tells_amounts() {
        (
            &["doc-term-coverage", "doc-term-value"],
            &["doc-term-equity", "doc-term-limit"],
        )
    } else {
        (&[], &["doc-term-limit"])
    };
    let terms = first.iter().copied().chain(fits.map(|(_, key)| key));
    for key in terms.chain(last.iter().copied()) {
        paper.item(&wording.word(key));
    }
}

/// Whether tracks form pairs, share out help by amount, or some do this and some that.
fn kinds_of_tracks(wording: Wording<'_>) -> &'static str {
    let mut tracks = wording.dossier.tracks.iter();
    match (wording.forms_pairs(), tracks.any(|track| track.divisible)) {
        (true, false) => "paired",
        (true, true) => "mixed",
        (false, _) => "divisible",
    }
}

/// For how many pairs that the plan does not form it is known what they would cost.
fn priced(wording: Wording<'_>, regrets: &Regrets) -> String {
    let (mut with_limit, mut ruled_out, mut open) = (0, 0, 0);
    for row in regrets.pairs.iter().filter(|row| !row.formed) {
        match loss(wording.dossier, row) {
            Loss::Impossible => ruled_out += 1,
            Loss::AtLeast(_) | Loss::Unknown => open += 1,
            _ => with_limit += 1,
        }
    }
    let counts = [
        ("all", with_limit + ruled_out + open),
        ("priced", with_limit),
        ("ruledout", ruled_out),
        ("open", open),
    ]
    .map(|(name, n)| (name, number::count(n)));
    let mut values: Vec<(&str, &str)> =
        counts.iter().map(|(name, n)| (*name, n.as_str())).collect();
    values.push(("tracks", kinds_of_tracks(wording)));
    wording.text("doc-method-alternatives-priced", &values)
}

/// The data, their nature and their sources.
pub(super) fn data(wording: Wording<'_>, paper: &mut Paper) {
    let dossier = wording.dossier;
    open(wording, paper, "doc-attachment-3", "doc-annex-data");
    paper.body(&wording.word("doc-data-lead"));
    paper.first(&wording.word("doc-data-tables-title"));
    let rows: Vec<Vec<String>> = dossier
        .data_quality
        .tables
        .iter()
        .map(|table| {
            vec![
                crate::phrase::table_name(wording, &table.table),
                number::count(table.published),
                number::count(table.estimated),
                number::count(table.illustrative),
                number::count(table.unstated),
            ]
        })
        .collect();
    paper.table(
        &[
            ("doc-head-table", 28, Set::Left),
            ("rep-basis-published", 18, Set::Right),
            ("rep-basis-estimated", 18, Set::Right),
            ("rep-basis-illustrative", 18, Set::Right),
            ("rep-basis-unstated", 18, Set::Right),
        ],
        &rows,
    );
    paper.first(&wording.word("doc-data-sources-title"));
    if dossier.run.sources.is_empty() {
        paper.body(&wording.word("doc-none"));
    }
    for source in &dossier.run.sources {
        paper.item(&wording.own(source));
    }
    paper.first(&wording.word("doc-data-files-title"));
    paper.body(&wording.word("doc-data-files"));
    let rows: Vec<Vec<String>> = dossier
        .run
        .digests
        .iter()
        .map(|digest| vec![wording.own(&digest.name), wording.own(&digest.digest)])
        .collect();
    paper.table(
        &[
            ("doc-head-file", 28, Set::Left),
            ("doc-head-digest", 72, Set::Left),
        ],
        &rows,
    );
}
