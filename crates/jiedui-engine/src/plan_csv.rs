//! A plan as CSV: `plan.csv` with the amounts, `pairs.csv` with one row a pair.

use jiedui_domain::{Case, Plan, PlannedPair};
use jiedui_graph::CandidateGraph;
use std::borrow::Cow;

/// The columns of `plan.csv`.
pub const PLAN_COLUMNS: [&str; 5] = ["helper", "recipient", "track", "sector", "amount"];

/// The columns of `pairs.csv`.
pub const PAIR_COLUMNS: [&str; 6] = [
    "helper",
    "recipient",
    "track",
    "distance_km",
    "fit",
    "status",
];

/// Rows `helper,recipient,track,sector,amount`; a pair without amounts has one row with an empty sector.
///
/// *Determinism:* by helper, recipient and sector; the text depends on the plan only.
pub fn plan_csv(case: &Case, plan: &Plan) -> String {
    let mut sheet = Sheet::new(&PLAN_COLUMNS);
    for pair in plan.pairs() {
        if pair.help.is_empty() {
            begin(&mut sheet, case, pair);
            sheet.word("");
            sheet.word("");
            sheet.end();
        }
        for help in &pair.help {
            begin(&mut sheet, case, pair);
            sheet.text(&case.policy.sectors[help.sector].code);
            sheet.word(&help.amount.to_string());
            sheet.end();
        }
    }
    sheet.text
}

/// Rows `helper,recipient,track,distance_km,fit,status`; `status` is `kept` or `new`.
pub fn pairs_csv(case: &Case, graph: &CandidateGraph, plan: &Plan) -> String {
    let mut sheet = Sheet::new(&PAIR_COLUMNS);
    for pair in plan.pairs() {
        let candidate = graph
            .arc(pair.helper, pair.recipient)
            .map(|arc| &graph.arcs()[arc]);
        let distance = candidate.and_then(|candidate| candidate.distance);
        let kept = case.previous_pair(pair.helper, pair.recipient).is_some();
        begin(&mut sheet, case, pair);
        sheet.word(&distance.map_or_else(String::new, |(km, _)| km.to_string()));
        sheet.word(&candidate.map_or_else(String::new, |candidate| candidate.fit.to_string()));
        sheet.word(if kept { "kept" } else { "new" });
        sheet.end();
    }
    sheet.text
}

fn begin(sheet: &mut Sheet, case: &Case, pair: &PlannedPair) {
    let helper = &case.helpers[pair.helper];
    sheet.text(&helper.code);
    sheet.text(case.recipient_code(pair.recipient));
    sheet.text(&case.policy.tracks[helper.track].code);
}

/// A reader of spreadsheets takes a cell that begins so for a formula.
pub(crate) fn is_formula_start(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A text of the user's with an apostrophe in front where a spreadsheet would take it for a formula.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula_start(text.trim_start_matches('\'')) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A CSV text that grows cell by cell.
struct Sheet {
    text: String,
    at_start: bool,
}

impl Sheet {
    fn new(columns: &[&str]) -> Self {
        let mut sheet = Self {
            text: String::new(),
            at_start: true,
        };
        for column in columns {
            sheet.word(column);
        }
        sheet.end();
        sheet
    }

    /// A number or a word of ours.
    fn word(&mut self, text: &str) {
        if !self.at_start {
            self.text.push(',');
        }
        self.at_start = false;
        if text.contains([',', '"', '\n', '\r']) {
            self.text.push('"');
            self.text.push_str(&text.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(text);
        }
    }

    /// A text of the user's.
    fn text(&mut self, text: &str) {
        self.word(&guarded(text));
    }

    fn end(&mut self) {
        self.text.push('\n');
        self.at_start = true;
    }
}
