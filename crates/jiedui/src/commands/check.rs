//! `jiedui check`: every problem of the input, and whether enough candidates exist, without solving.

use crate::arguments::CheckArguments;
use crate::console::{Channel, Console};
use crate::exit::{Exit, Failure, Why};
use crate::new_folder::NewFolder;
use crate::{findings, input};
use jiedui_domain::Case;
use jiedui_engine::{CandidateGraph, examine, lp_texts};
use jiedui_messages::grouped;
use jiedui_report::terminal::wrapped;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) fn run(arguments: &CheckArguments, console: &Console) -> Result<Exit, Failure> {
    let loaded = match input::read(&arguments.case) {
        Ok(loaded) => loaded,
        // Here the problems are what was asked for.
        Err(Failure {
            exit,
            why: Why::Diagnostics(problems),
        }) => {
            console.diagnostics(&problems, Channel::Output);
            return Ok(exit);
        }
        Err(other) => return Err(other),
    };
    let case = &loaded.case;
    let examination = examine(case).map_err(Failure::defect)?;
    let mut found = loaded.warnings;
    found.extend(findings::without_choice(console, case, &examination));
    found.extend(findings::refusals(
        console,
        case,
        &examination.graph,
        &examination.forced,
        &examination.shortages,
    ));
    console.diagnostics(&found, Channel::Output);
    if !examination.holds() {
        return Ok(Exit::Infeasible);
    }
    if !console.messages_are_json() {
        let text = figures(console, case, &examination.graph);
        console.out(&wrapped(&text, console.width));
    }
    if let Some(path) = &arguments.lp {
        write_lp(console, case, &examination.graph, path)?;
    }
    Ok(Exit::Done)
}

/// Writes the whole program once a priority, for other solvers.
fn write_lp(
    console: &Console,
    case: &Case,
    graph: &CandidateGraph,
    path: &Path,
) -> Result<(), Failure> {
    let folder = NewFolder::begin(console, path)?;
    for (priority, text) in lp_texts(case, graph) {
        folder.write(&format!("tier-{priority}.lp"), &text)?;
    }
    folder.complete()?;
    let path = path.display().to_string();
    console.note(&console.text("cli-check-lp-written", &[("folder", &path)]));
    Ok(())
}

/// How large the case is, and what the rules leave of it.
fn figures(console: &Console, case: &Case, graph: &CandidateGraph) -> String {
    let separator = console.text("rep-list-separator", &[]);
    let tracks: Vec<String> = case
        .policy
        .tracks
        .iter()
        .map(|(id, track)| {
            let helpers = case.helpers.values().filter(|helper| helper.track == id);
            let name = match console.lang {
                jiedui_messages::Lang::Zh => &track.title.zh,
                jiedui_messages::Lang::En => &track.title.en,
            };
            let count = grouped(helpers.count());
            console.text("cli-track-count", &[("name", name), ("count", &count)])
        })
        .collect();
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for pair in graph.excluded() {
        for reason in &pair.reasons {
            *reasons.entry(reason.code()).or_default() += 1;
        }
    }
    let reasons: Vec<String> = reasons
        .into_iter()
        .map(|(code, count)| {
            let key = format!("cli-reason-{}", code.replace('_', "-"));
            let (name, count) = (console.text(&key, &[]), grouped(count));
            console.text("cli-reason-count", &[("name", &name), ("count", &count)])
        })
        .collect();
    let mut text = console.text(
        "cli-check-figures",
        &[
            ("recipients", &grouped(case.recipients.len())),
            ("helpers", &grouped(case.helpers.len())),
            ("tracks", &tracks.join(&separator)),
            ("candidates", &grouped(graph.arcs().len())),
            ("excluded", &grouped(graph.excluded().len())),
        ],
    );
    text.push('\n');
    if !reasons.is_empty() {
        let list = reasons.join(&separator);
        text.push_str(&console.text("cli-check-reasons", &[("reasons", &list)]));
        text.push('\n');
    }
    text
}
