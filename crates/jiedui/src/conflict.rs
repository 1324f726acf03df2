//! The report of a case that has no plan: why, for people and for programs.

use crate::console::Console;
use jiedui_diagnostics::{Diagnostic, render_human, render_json};
use jiedui_messages::{Lang, catalogue};
use serde_json::{Value, json};

/// Columns of the report.
const WIDTH: usize = 100;

/// The report in Markdown.
pub(crate) fn markdown(diagnostics: &[Diagnostic], title: &str, lang: Lang) -> String {
    let words = catalogue(lang);
    let causes = render_human(diagnostics, lang, false, WIDTH);
    words.text("cli-conflict-report", &[("case", title)])
        + "\n\n~~~~text\n"
        + causes.trim_end()
        + "\n~~~~\n"
}

/// The report for programs.
pub(crate) fn json(diagnostics: &[Diagnostic], console: &Console) -> Value {
    let causes: Vec<Value> = render_json(diagnostics, console.lang)
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    json!({ "format_version": 1, "outcome": "infeasible", "causes": causes })
}
