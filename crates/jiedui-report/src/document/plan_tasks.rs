//! Goals and key tasks of a yearly plan, sector by sector.

use super::paper::{Paper, Set};
use super::people::in_persons;
use crate::number;
use crate::phrase::clause_list;
use crate::wording::Wording;
use jiedui_explain::dossier::{PairEntry, RecipientEntry, SectorBalance};

/// What this pair gives in a sector.
fn given(pair: &PairEntry, sector: &str) -> f64 {
    let help = pair.help.iter().find(|help| help.sector == sector);
    help.map_or(0.0, |help| help.amount)
}

/// What the other pairs at the recipient give in the sector of a balance.
fn by_others(pair: &PairEntry, balance: &SectorBalance) -> f64 {
    // Binary fractions leave dust; amounts have six decimals.
    let others = balance.given - given(pair, &balance.sector);
    ((others * 1e6).round() / 1e6).max(0.0)
}

/// Need, help and gap of every sector, and a column for the goal.
pub(super) fn goals(
    wording: Wording<'_>,
    paper: &mut Paper,
    pair: &PairEntry,
    recipient: &RecipientEntry,
) {
    let rows: Vec<Vec<String>> = recipient
        .sectors
        .iter()
        .map(|balance| {
            let persons = in_persons(wording, &balance.sector);
            let amount = if persons {
                number::quantity
            } else {
                number::money
            };
            vec![
                wording.sector(&balance.sector),
                wording.word(if persons {
                    "wb-unit-person"
                } else {
                    "wb-unit-wan"
                }),
                amount(balance.need),
                amount(given(pair, &balance.sector)),
                amount(by_others(pair, balance)),
                amount(balance.unmet),
                String::new(),
            ]
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    paper.caption("doc-plan-table-goals");
    paper.table(
        &[
            ("doc-plan-head-sector", 22, Set::Left),
            ("wb-head-unit", 13, Set::Centre),
            ("doc-plan-head-need", 14, Set::Right),
            ("doc-plan-head-this", 14, Set::Right),
            ("doc-plan-head-others", 14, Set::Right),
            ("doc-plan-head-gap", 14, Set::Right),
            ("doc-plan-head-target", 20, Set::Left),
        ],
        &rows,
    );
}

/// A section for each sector in which the pair helps.
pub(super) fn tasks(
    wording: Wording<'_>,
    paper: &mut Paper,
    pair: &PairEntry,
    recipient: &RecipientEntry,
) {
    paper.numbered_first(&wording.word("doc-plan-section-tasks"));
    if pair.help.is_empty() {
        paper.body(&wording.word("doc-plan-tasks-none"));
    }
    for help in &pair.help {
        paper.second(&wording.sector(&help.sector));
        let mut sentences = Vec::new();
        let balance = recipient.sectors.iter();
        let balance = balance.filter(|balance| balance.sector == help.sector);
        for balance in balance {
            let amount = |amount| wording.sector_amount(&help.sector, amount);
            let share = if balance.need > 0.0 {
                number::percent(help.amount / balance.need)
            } else {
                wording.word("doc-dash")
            };
            sentences.push(wording.text(
                "doc-plan-task",
                &[
                    ("amount", &amount(help.amount)),
                    ("need", &amount(balance.need)),
                    ("share", &share),
                    ("others", &amount(by_others(pair, balance))),
                    ("unmet", &amount(balance.unmet)),
                ],
            ));
        }
        sentences.push(wording.word(direction(&help.sector)));
        let sector = wording.dossier.sector(&help.sector);
        let clauses: Vec<String> = sector
            .and_then(|sector| sector.clause.clone())
            .into_iter()
            .collect();
        if !clauses.is_empty() {
            let clause = clause_list(wording, &clauses);
            sentences.push(wording.text("doc-plan-task-clause", &[("clause", &clause)]));
        }
        paper.sentences(&sentences);
    }
}

/// What to do in a sector, for those that the shipped policy names.
fn direction(sector: &str) -> &'static str {
    match sector {
        "industry" => "doc-plan-task-industry",
        "agriculture" => "doc-plan-task-agriculture",
        "infrastructure" => "doc-plan-task-infrastructure",
        "culture_tourism" => "doc-plan-task-culture-tourism",
        "labour" => "doc-plan-task-labour",
        "education" => "doc-plan-task-education",
        "health" => "doc-plan-task-health",
        "science" => "doc-plan-task-science",
        "cadre" => "doc-plan-task-cadre",
        _ => "doc-plan-task-other",
    }
}
