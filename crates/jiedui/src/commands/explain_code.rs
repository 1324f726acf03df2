//! `jiedui explain-code CODE`: an entry of the error index.

use crate::arguments::ExplainCodeArguments;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use jiedui_diagnostics::{CODES, index_entry, is_known};
use jiedui_report::terminal::wrapped;

pub(crate) fn run(arguments: &ExplainCodeArguments, console: &Console) -> Result<Exit, Failure> {
    let code = arguments.code.to_ascii_uppercase();
    let entry = is_known(&code).then(|| index_entry(&code, console.lang));
    if let Some(entry) = entry.flatten() {
        console.out(&wrapped(&format!("{code}\n\n{entry}"), console.width));
        return Ok(Exit::Done);
    }
    let nearest = CODES
        .iter()
        .min_by_key(|known| strsim::osa_distance(known, &code))
        .copied()
        .unwrap_or("");
    Err(Failure::said(
        Exit::Rejected,
        console.text(
            "cli-unknown-code",
            &[("value", &arguments.code), ("nearest", nearest)],
        ),
    ))
}
