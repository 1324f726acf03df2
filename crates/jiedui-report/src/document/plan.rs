//! The draft yearly implementation plan of one pair: what the assignment fixes is filled in, what
//! both sides have to agree is a table with room to write.

use super::basis;
use super::paper::{Paper, Set};
use super::people::{in_persons, other_helpers, other_people, persons};
use super::plan_tasks::{goals, tasks};
use super::reason::{Usual, reason, share_of_need};
use crate::Made;
use crate::number;
use crate::phrase::{clauses_of_document, fact_basis, fact_name, help_words, means_words};
use crate::wording::Wording;
use jiedui_explain::dossier::{PairEntry, RecipientEntry, UnitOfMeasure};

/// Empty rows of a table to fill in.
const ROWS_TO_FILL: usize = 4;

pub(super) fn plan(
    wording: Wording<'_>,
    pair: &PairEntry,
    made: Made,
) -> Result<Vec<u8>, std::io::Error> {
    let names = names(wording, pair);
    let title = wording.text("doc-plan-title", &borrowed(&names));
    let mut paper = Paper::new(wording.lang);
    paper.title(&title);
    paper.title(&wording.text("doc-plan-subtitle", &borrowed(&names)));
    paper.subtitle(&wording.word("doc-plan-draft"));
    paper.gap();
    lead(wording, &mut paper, pair);
    let recipient = wording.dossier.recipient(&pair.recipient);
    if let Some(recipient) = recipient {
        goal(wording, &mut paper, pair, recipient);
        tasks(wording, &mut paper, pair, recipient);
    }
    projects(wording, &mut paper, pair);
    funds(wording, &mut paper, pair);
    people(wording, &mut paper, pair);
    duties(wording, &mut paper, pair);
    schedule(wording, &mut paper);
    notes(wording, &mut paper, pair);
    paper.plain_with_next("");
    paper.plain_with_next(&wording.word("doc-plan-sign"));
    paper.right(&wording.word("doc-signature-date"));
    paper.finish(&title, &wording.word("doc-plan-header"), made)
}

fn names(wording: Wording<'_>, pair: &PairEntry) -> [(&'static str, String); 3] {
    [
        ("helper", wording.helper(&pair.helper)),
        ("recipient", wording.recipient(&pair.recipient)),
        ("year", wording.dossier.run.year.to_string()),
    ]
}

fn borrowed<'a, const N: usize>(values: &'a [(&'a str, String); N]) -> Vec<(&'a str, &'a str)> {
    values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}

fn wan(wording: Wording<'_>, value: f64) -> String {
    wording.with_unit(value, UnitOfMeasure::Wan)
}

fn lead(wording: Wording<'_>, paper: &mut Paper, pair: &PairEntry) {
    let run = &wording.dossier.run;
    let clauses: Vec<String> = wording
        .dossier
        .track(&pair.track)
        .and_then(|track| track.clause.clone())
        .into_iter()
        .collect();
    let key = if clauses.is_empty() {
        "doc-plan-lead-no-clause"
    } else {
        "doc-plan-lead"
    };
    paper.body(&wording.text(
        key,
        &[
            ("clause", &clauses_of_document(wording, &clauses)),
            ("policy", &wording.title(&run.policy_title)),
            ("year", &run.year.to_string()),
        ],
    ));
    let weak = pair.value_by_basis.share_not_published();
    if let Some(share) = weak.filter(|share| *share > 0.0) {
        let share = number::percent(share);
        paper.body(&wording.text("doc-plan-estimated", &[("share", &share)]));
    }
}

fn goal(wording: Wording<'_>, paper: &mut Paper, pair: &PairEntry, recipient: &RecipientEntry) {
    paper.numbered_first(&wording.word("doc-plan-section-goals"));
    let class = match recipient.hardship_class {
        0 => wording.word("doc-class-none"),
        class => wording.text("doc-class-of", &[("class", &class.to_string())]),
    };
    let population = recipient.population.map(number::quantity);
    let situation = wording.text(
        if population.is_some() {
            "doc-plan-situation"
        } else {
            "doc-plan-situation-no-population"
        },
        &[
            ("recipient", &wording.own(&recipient.name)),
            ("prefecture", &wording.own(&recipient.prefecture)),
            ("class", &class),
            ("population", population.as_deref().unwrap_or_default()),
        ],
    );
    let coverage = recipient.coverage.as_ref().map_or_else(
        || wording.word("rep-undefined"),
        |coverage| number::percent(coverage.value),
    );
    let need = wording.text(
        "doc-plan-need",
        &[
            ("need", &wan(wording, recipient.need_wan)),
            ("given", &wan(wording, recipient.given_wan)),
            ("coverage", &coverage),
        ],
    );
    let mut sentences = vec![situation];
    if wording.tells_amounts() {
        sentences.push(need);
    }
    paper.sentences(&sentences);
    let share = share_of_need(pair).map_or_else(|| wording.word("doc-dash"), number::percent);
    let goal = wording.text(
        wording.with_amounts("doc-plan-goal", "doc-plan-goal-bare"),
        &[
            ("helper", &wording.helper(&pair.helper)),
            ("recipient", &wording.own(&recipient.name)),
            ("help", &help_words(wording, &pair.help)),
            ("value", &wan(wording, pair.value_wan)),
            ("share", &share),
        ],
    );
    let since = match pair.kept_since {
        Some(since) => wording.text("doc-plan-goal-continued", &[("since", &since.to_string())]),
        None => wording.word("doc-plan-goal-new"),
    };
    paper.sentences(&[goal, since]);
    goals(wording, paper, pair, recipient);
}

fn projects(wording: Wording<'_>, paper: &mut Paper, pair: &PairEntry) {
    paper.numbered_first(&wording.word("doc-plan-section-projects"));
    paper.body(&wording.word("doc-plan-projects-lead"));
    paper.caption("doc-plan-table-projects");
    let mut rows = Vec::new();
    for help in &pair.help {
        let planned = wording.text(
            "doc-plan-projects-planned",
            &[
                ("sector", &wording.sector(&help.sector)),
                ("amount", &wording.sector_amount(&help.sector, help.amount)),
            ],
        );
        rows.push([vec![planned], empty(6)].concat());
        rows.push(empty(7));
    }
    if rows.is_empty() {
        rows = vec![empty(7); ROWS_TO_FILL];
    }
    paper.form(
        &[
            ("doc-plan-head-sector", 20, Set::Left),
            ("doc-plan-head-project", 18, Set::Left),
            ("doc-plan-head-content", 20, Set::Left),
            ("doc-plan-head-total", 11, Set::Right),
            ("doc-plan-head-support", 12, Set::Right),
            ("doc-plan-head-period", 11, Set::Left),
            ("doc-plan-head-charge", 12, Set::Left),
        ],
        &rows,
    );
}

fn empty(cells: usize) -> Vec<String> {
    vec![String::new(); cells]
}

fn funds(wording: Wording<'_>, paper: &mut Paper, pair: &PairEntry) {
    paper.numbered_first(&wording.word("doc-plan-section-funds"));
    let in_money = pair.help.iter();
    let in_money = in_money.filter(|help| !in_persons(wording, &help.sector));
    let money: f64 = in_money.map(|help| help.value_wan).sum();
    let mut sentences = Vec::new();
    if wording.tells_amounts() {
        let money = wan(wording, money);
        sentences.push(wording.text("doc-plan-funds", &[("money", &money)]));
        sentences.push(match means_words(wording, pair) {
            Some(means) => wording.text("doc-plan-funds-means", &[("means", &means)]),
            None => wording.text(
                "doc-plan-funds-no-budget",
                &[("helper", &wording.helper(&pair.helper))],
            ),
        });
    }
    if !persons(wording, pair).is_empty() {
        sentences.push(wording.word("doc-plan-funds-persons"));
    }
    paper.sentences(&sentences);
    paper.caption("doc-plan-table-funds");
    let mut rows: Vec<Vec<String>> = pair
        .help
        .iter()
        .map(|help| {
            vec![
                wording.sector(&help.sector),
                wording.sector_amount(&help.sector, help.amount),
                number::money(help.value_wan),
                basis::of_sector(wording, pair, &help.sector),
                String::new(),
                String::new(),
            ]
        })
        .collect();
    if rows.is_empty() {
        rows = vec![empty(6); ROWS_TO_FILL];
    }
    rows.push(vec![
        wording.word("doc-plan-total"),
        String::new(),
        if wording.tells_amounts() {
            number::money(pair.value_wan)
        } else {
            String::new()
        },
        String::new(),
        String::new(),
        String::new(),
    ]);
    paper.form(
        &[
            ("doc-plan-head-sector", 20, Set::Left),
            ("doc-plan-head-amount", 21, Set::Right),
            ("doc-plan-head-value", 15, Set::Right),
            ("doc-plan-head-basis", 14, Set::Centre),
            ("doc-plan-head-channel", 20, Set::Left),
            ("doc-plan-head-paid", 18, Set::Left),
        ],
        &rows,
    );
}

fn people(wording: Wording<'_>, paper: &mut Paper, pair: &PairEntry) {
    paper.numbered_first(&wording.word("doc-plan-section-people"));
    let persons = persons(wording, pair);
    let mut sentences = vec![if persons.is_empty() {
        wording.word("doc-plan-people-none")
    } else {
        let persons = help_words(wording, &persons);
        wording.text("doc-plan-people", &[("persons", &persons)])
    }];
    if let Some(list) = other_people(wording, pair) {
        sentences.push(wording.text("doc-plan-people-others", &[("list", &list)]));
    }
    paper.sentences(&sentences);
    paper.caption("doc-plan-table-people");
    paper.form(
        &[
            ("doc-plan-head-name", 14, Set::Left),
            ("doc-plan-head-office", 26, Set::Left),
            ("doc-plan-head-post", 26, Set::Left),
            ("doc-plan-head-term", 18, Set::Left),
            ("doc-plan-head-note", 16, Set::Left),
        ],
        &vec![empty(5); ROWS_TO_FILL],
    );
}

fn duties(wording: Wording<'_>, paper: &mut Paper, pair: &PairEntry) {
    paper.numbered_first(&wording.word("doc-plan-section-duty"));
    if let Some(list) = other_helpers(wording, pair) {
        paper.body(&wording.text("doc-plan-duty-others", &[("list", &list)]));
    }
    paper.caption("doc-plan-table-duty");
    let row = |party: String, duty: &str| vec![party, wording.word(duty), String::new()];
    paper.form(
        &[
            ("doc-plan-head-party", 20, Set::Left),
            ("doc-plan-head-duty", 50, Set::Left),
            ("doc-plan-head-contact", 30, Set::Left),
        ],
        &[
            row(wording.helper(&pair.helper), "doc-plan-duty-helper"),
            row(
                wording.recipient(&pair.recipient),
                "doc-plan-duty-recipient",
            ),
            row(
                wording.word("doc-plan-party-office"),
                "doc-plan-duty-office",
            ),
        ],
    );
}

fn schedule(wording: Wording<'_>, paper: &mut Paper) {
    paper.numbered_first(&wording.word("doc-plan-section-schedule"));
    paper.caption("doc-plan-table-schedule");
    let rows: Vec<Vec<String>> = [
        ("doc-plan-quarter-1", "doc-plan-work-1"),
        ("doc-plan-quarter-2", "doc-plan-work-2"),
        ("doc-plan-quarter-3", "doc-plan-work-3"),
        ("doc-plan-quarter-4", "doc-plan-work-4"),
    ]
    .iter()
    .map(|(when, work)| vec![wording.word(when), wording.word(work), String::new()])
    .collect();
    paper.form(
        &[
            ("doc-plan-head-when", 18, Set::Centre),
            ("doc-plan-head-work", 50, Set::Left),
            ("doc-plan-head-mark", 32, Set::Left),
        ],
        &rows,
    );
}

fn notes(wording: Wording<'_>, paper: &mut Paper, pair: &PairEntry) {
    paper.numbered_first(&wording.word("doc-plan-section-notes"));
    paper.sentences(&reason(wording, pair, Usual::default()));
    if pair.facts.is_empty() {
        return;
    }
    paper.caption("doc-plan-table-facts");
    let rows: Vec<Vec<String>> = pair
        .facts
        .iter()
        .map(|fact| {
            vec![
                fact_name(wording, fact),
                fact_basis(wording, fact),
                wording.own(&fact.file),
                fact.row.to_string(),
                wording.own(fact.source.as_deref().unwrap_or_default()),
            ]
        })
        .collect();
    paper.table(
        &[
            ("doc-plan-head-fact", 24, Set::Left),
            ("doc-plan-head-basis", 13, Set::Centre),
            ("doc-head-file", 15, Set::Left),
            ("doc-plan-head-row", 8, Set::Right),
            ("doc-plan-head-source", 43, Set::Left),
        ],
        &rows,
    );
}
