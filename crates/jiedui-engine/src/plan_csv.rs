//! A plan as CSV: `plan.csv` with the amounts, `pairs.csv` with one row a pair.

use jiedui_domain::{Case, CsvText, Plan, PlannedPair, RowEnd};
use jiedui_graph::CandidateGraph;

/// The columns of `plan.csv`.
pub(crate) const PLAN_COLUMNS: [&str; 5] = ["helper", "recipient", "track", "sector", "amount"];

/// The columns of `pairs.csv`.
const PAIR_COLUMNS: [&str; 6] = [
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
    let mut sheet = CsvText::new(PLAN_COLUMNS, RowEnd::Unix);
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
    sheet.finish()
}

/// Rows `helper,recipient,track,distance_km,fit,status`; `status` is `kept` or `new`.
pub fn pairs_csv(case: &Case, graph: &CandidateGraph, plan: &Plan) -> String {
    let mut sheet = CsvText::new(PAIR_COLUMNS, RowEnd::Unix);
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
    sheet.finish()
}

fn begin(sheet: &mut CsvText, case: &Case, pair: &PlannedPair) {
    let helper = &case.helpers[pair.helper];
    sheet.text(&helper.code);
    sheet.text(case.recipient_code(pair.recipient));
    sheet.text(&case.policy.tracks[helper.track].code);
}
