//! `table.csv`: one row a scenario, the base first; codes and plain numbers, for programs.

use jiedui_domain::{CsvText, Measure, RowEnd, Termination};
use jiedui_explain::scenarios::{MeasureRecord, ScenarioRecord, ScenarioTable, TierRecord};

const FIRST: [&str; 12] = [
    "scenario",
    "title",
    "kind",
    "group",
    "settings",
    "status",
    "termination",
    "causes",
    "pairs",
    "kept",
    "added",
    "removed",
];

/// The table. Columns of tiers and measures hold the value, what proves it, and the change against base.
///
/// *Determinism:* equal tables give equal bytes.
pub fn csv(table: &ScenarioTable) -> String {
    let priorities = priorities(table);
    let mut heads: Vec<String> = FIRST.iter().map(|head| (*head).to_owned()).collect();
    for priority in &priorities {
        heads.extend([
            format!("tier_{priority}"),
            format!("tier_{priority}_bound"),
            format!("tier_{priority}_change"),
        ]);
    }
    for measure in Measure::ALL {
        heads.extend([
            measure.code().to_owned(),
            format!("{}_change", measure.code()),
        ]);
    }
    let mut csv = CsvText::new(&heads, RowEnd::Unix);
    let base = &table.base;
    let mut row: Vec<String> = vec![String::new(), base.case_title.clone(), "base".to_owned()];
    row.extend([String::new(), String::new(), "solved".to_owned()]);
    row.extend([termination(base.termination).to_owned(), String::new()]);
    let pairs = base.pairs.len().to_string();
    row.extend([pairs.clone(), pairs, "0".to_owned(), "0".to_owned()]);
    row.extend(figures(table, &priorities, &base.tiers, &base.measures));
    add_row(&mut csv, &row);
    for scenario in &table.scenarios {
        let mut row = beginning(scenario);
        row.extend(figures(
            table,
            &priorities,
            &scenario.tiers,
            &scenario.measures,
        ));
        add_row(&mut csv, &row);
    }
    csv.finish()
}

/// A negative number is a number; any other text that begins so (`-inf` too) could be a formula.
fn add_row(csv: &mut CsvText, row: &[String]) {
    for cell in row {
        if cell.parse().is_ok_and(f64::is_finite) {
            csv.word(cell);
        } else {
            csv.text(cell);
        }
    }
    csv.end();
}

fn beginning(scenario: &ScenarioRecord) -> Vec<String> {
    let settings: Vec<String> = scenario
        .settings
        .iter()
        .map(|setting| format!("{}={}", setting.what, setting.value))
        .collect();
    let solved = |count: usize| {
        scenario
            .pairs
            .map_or_else(String::new, |_| count.to_string())
    };
    vec![
        scenario.name.clone(),
        scenario.title.clone().unwrap_or_default(),
        scenario.kind.clone(),
        scenario.group.clone(),
        settings.join("; "),
        scenario.status.code().to_owned(),
        scenario.termination.map_or("", termination).to_owned(),
        scenario.causes.join(" "),
        solved(scenario.pairs.unwrap_or(0)),
        solved(
            scenario
                .pairs
                .unwrap_or(0)
                .saturating_sub(scenario.added.len()),
        ),
        solved(scenario.added.len()),
        solved(scenario.removed.len()),
    ]
}

fn figures(
    table: &ScenarioTable,
    priorities: &[u32],
    tiers: &[TierRecord],
    measures: &[MeasureRecord],
) -> Vec<String> {
    let mut cells = Vec::new();
    for priority in priorities {
        let find = |tiers: &[TierRecord]| {
            tiers
                .iter()
                .find(|tier| tier.priority == *priority)
                .cloned()
        };
        let (own, base) = (find(tiers), find(&table.base.tiers));
        cells.push(number(own.as_ref().map(|tier| tier.in_plan)));
        cells.push(number(own.as_ref().map(|tier| tier.bound)));
        // A priority that pursues something else is not comparable.
        let same = own.zip(base).filter(|(own, base)| own.pursues_as(base));
        cells.push(number(same.map(|(own, base)| own.in_plan - base.in_plan)));
    }
    for measure in Measure::ALL {
        let own = measures.iter().find(|entry| entry.measure == measure);
        let own = own.and_then(|entry| entry.value);
        cells.push(number(own));
        let change = own
            .zip(table.base.measure(measure))
            .map(|(own, base)| own - base);
        cells.push(number(change));
    }
    cells
}

/// Nothing where there is no number; no negative zero.
fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| (value + 0.0).to_string())
}

fn priorities(table: &ScenarioTable) -> Vec<u32> {
    let scenarios = table.scenarios.iter().flat_map(|scenario| &scenario.tiers);
    let mut found: Vec<u32> = table
        .base
        .tiers
        .iter()
        .chain(scenarios)
        .map(|tier| tier.priority)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The word of `manifest.json`.
fn termination(termination: Termination) -> &'static str {
    match termination {
        Termination::Optimal => "optimal",
        Termination::EffortSpent => "effort_spent",
        Termination::TimeLimit => "time_limit",
        Termination::Interrupted => "interrupted",
    }
}
