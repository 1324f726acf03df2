//! Last step of input: tables of text and a policy to a validated [`Case`], all problems at once.

mod cells;
mod completeness;
mod decisions;
mod duplicates;
mod facts;
mod history;
pub(crate) mod info;
pub(crate) mod names;
mod plausibility;
mod quotas;
mod ranges;
mod references;
mod rows;
mod structure;
mod view;
mod whole;

use crate::raw::RawCase;
use facts::{Facts, Views};
use jiedui_diagnostics::{Diagnostic, Severity, sort};
use jiedui_domain::{AssembleError, Case, CaseTables, Policy};
use rows::read_rows;

/// Makes a case of tables of text.
///
/// *Returns* the case and the warnings. Rows of `history.csv` whose helper or recipient is no longer
/// there are left out (W0304, W0305); fractions in sectors whose units cannot be split are rounded (W0204).
///
/// *Errors:* where tables could not be read in full (`read_raw` has said so), whatever else was found;
/// else every problem, warnings included, sorted by file and row; codes E01, E02, E03.
pub fn interpret(
    mut raw: RawCase,
    policy: &Policy,
) -> Result<(Case, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut problems = Vec::new();
    names::use_codes(&mut raw, policy);
    let tables = validated(&raw, policy, &mut problems);
    sort(&mut problems);
    let rejected = problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error);
    // What could not be read has been reported by `read_raw`; no case comes out of the rest.
    if rejected || !raw.unreadable.is_empty() || !raw.incomplete.is_empty() {
        return Err(problems);
    }
    match Case::assemble(tables, policy.clone()) {
        Ok(case) => Ok((case, problems)),
        Err(error) => {
            problems.push(unassembled(&error));
            Err(problems)
        }
    }
}

fn validated(raw: &RawCase, policy: &Policy, problems: &mut Vec<Diagnostic>) -> CaseTables {
    structure::check(raw, policy, problems);
    let views = Views::new(raw);
    let indicators = &policy.fit.indicators;
    let mut tables = CaseTables {
        info: info::read(raw, problems),
        places: read_rows(views.get("places"), indicators, problems),
        recipients: read_rows(views.get("recipients"), indicators, problems),
        helpers: read_rows(views.get("helpers"), indicators, problems),
        needs: read_rows(views.get("needs"), indicators, problems),
        supply: read_rows(views.get("supply"), indicators, problems),
        pairs: read_rows(views.get("pairs"), indicators, problems),
        roads: read_rows(views.get("roads"), indicators, problems),
        history: read_rows(views.get("history"), indicators, problems),
        quotas: read_rows(views.get("quotas"), indicators, problems),
        decisions: read_rows(views.get("decisions"), indicators, problems),
    };
    whole::round_whole_sectors(&mut tables, policy, &views, problems);
    let facts = Facts::new(&tables, policy, views);
    ranges::check(&facts, problems);
    references::check(&facts, problems);
    duplicates::check(&facts, problems);
    decisions::check(&facts, problems);
    quotas::check(&facts, problems);
    completeness::check(&facts, raw.info.as_ref(), problems);
    plausibility::check(&facts, problems);
    let kept = history::check(&facts, problems);
    let mut kept = kept.into_iter();
    tables.history.retain(|_| kept.next().unwrap_or(true));
    tables
}

/// What `Case::assemble` refuses has been reported by the checks before it; should one of them ever
/// miss something, the input is still rejected with the code that fits.
fn unassembled(error: &AssembleError) -> Diagnostic {
    match error {
        AssembleError::Unknown { table, kind, code } => {
            let number = match *kind {
                "recipient" => "E0301",
                "helper" => "E0302",
                "sector" => "E0303",
                "track" => "E0304",
                _ => "E0305",
            };
            Diagnostic::new(number)
                .with("value", code)
                .with("table", table)
                .with("nearest", "none")
                .with("hint", "none")
        }
        AssembleError::Duplicate { table, key } => Diagnostic::new("E0307")
            .with("value", key)
            .with("table", table)
            .with("first", "?")
            .with("kind", "row"),
    }
}
