//! `jiedui whatif`: a set of scenarios, each its own run, and one table of them all.

use super::whatif_merge;
use super::whatif_scenario::{Ended, Runner, head_of, record_of};
use crate::arguments::{WhatifArguments, WhatifCommand};
use crate::base_run::{self, Base};
use crate::console::{Channel, Console};
use crate::exit::{Exit, Failure};
use crate::interrupt;
use crate::manifest::digest;
use crate::scenario_folder::{Head, RandomHead, ScenarioFolder, exit_of};
use crate::scenario_progress::ScenarioProgress;
use jiedui_diagnostics::{Diagnostic, Severity, sort};
use jiedui_engine::run_scenarios;
use jiedui_engine::scenario_records::{CellName, ScenarioRecord};
use jiedui_input::scenarios::{
    Scenario, ScenarioKind, ScenarioSet, SetFiles, expand_what_is_sound, read_what_is_sound,
};
use jiedui_report::scenarios;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

pub(crate) fn run(arguments: &WhatifArguments, console: &Console) -> Result<Exit, Failure> {
    if let Some(WhatifCommand::Merge(arguments)) = &arguments.other {
        return whatif_merge::run(arguments, console);
    }
    let (Some(set), Some(base)) = (&arguments.set, &arguments.base) else {
        return Err(Failure::defect("the command line lacks SET or --base"));
    };
    let base = base_run::read(base)?;
    let (files, name) = SetFiles::beside(set);
    let (set, mut refused) = read_what_is_sound(&files, &name);
    let (scenarios, found) = expand_what_is_sound(&set, &base.input);
    refused.extend(found);
    let jobs = match arguments.jobs {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        jobs => jobs,
    };
    check_all(console, &base, &set, &scenarios, jobs, refused)?;
    let head = head(&set, &scenarios, &base);
    let place = arguments.out.clone();
    let place = place.unwrap_or_else(|| head.usual_place(arguments.shard));
    interrupt::listen(console);
    let folder = ScenarioFolder::open(console, place, &head, arguments.shard)?;
    let own: Vec<&Scenario> = scenarios
        .iter()
        .enumerate()
        .filter(|(place, _)| Head::is_in(*place, arguments.shard))
        .map(|(_, scenario)| scenario)
        .collect();
    let runner = Runner {
        console,
        base: &base,
        set: &set,
        folder: &folder,
        writing: Mutex::new(()),
    };
    let Some(records) = run_all(&runner, &own, jobs)? else {
        return Ok(Exit::Stopped);
    };
    let table = folder.write_tables(&head, records)?;
    console.out(&scenarios::terminal(&table, console.lang, console.width));
    let shown = folder.path.display().to_string();
    let sentence = match arguments.shard {
        None => console.text("whatif-written", &[("folder", &shown)]),
        Some(shard) => console.text(
            "whatif-shard-written",
            &[
                ("index", &shard.index.to_string()),
                ("count", &shard.count.to_string()),
                ("folder", &shown),
            ],
        ),
    };
    console.out(&format!("\n{sentence}\n"));
    Ok(exit_of(&table))
}

/// Every scenario's case is made and checked before any is run. `refused` is what the set is refused for anyway.
///
/// *Errors:* every problem of the set (E0426–E0436, and those of overlays) and of every scenario, each once.
fn check_all(
    console: &Console,
    base: &Base,
    set: &ScenarioSet,
    scenarios: &[Scenario],
    jobs: usize,
    refused: Vec<Diagnostic>,
) -> Result<(), Failure> {
    let is_refused = !refused.is_empty();
    let found: Mutex<Vec<Diagnostic>> = Mutex::default();
    let one = |number: usize| {
        let Some(scenario) = scenarios.get(number) else {
            return Vec::new();
        };
        let mut problems = match base.input.case(&scenario.overlay(), set.files()) {
            Ok((_, warnings)) => warnings,
            Err(problems) => problems,
        };
        if scenario.kind != ScenarioKind::Single {
            // The value that the base has belongs into many a sweep.
            problems.retain(|problem| problem.code != "W0401");
        }
        problems
    };
    let done = |_: usize, problems: Result<Vec<Diagnostic>, String>| {
        let problems =
            problems.unwrap_or_else(|panic| vec![Diagnostic::new("E0803").with("detail", panic)]);
        if let Ok(mut found) = found.lock() {
            let new = problems
                .into_iter()
                .filter(|problem| !base.warnings.contains(problem));
            found.extend(new);
        }
    };
    run_scenarios(scenarios.len(), jobs, &|| false, &one, &done);
    let mut problems = found.into_inner().unwrap_or_default();
    problems.extend(refused);
    sort(&mut problems);
    problems.dedup();
    let mut all = problems.iter();
    if is_refused || all.any(|problem| problem.severity() == Severity::Error) {
        return Err(Failure::rejected(problems));
    }
    if console.quiet {
        return Ok(());
    }
    // A change without effect is worth a word in any case; the rest is told to those who ask.
    let (shown, counted): (Vec<Diagnostic>, Vec<Diagnostic>) = problems
        .into_iter()
        .partition(|problem| console.verbose || problem.code.starts_with("W04"));
    console.diagnostics(&shown, Channel::Error);
    if !counted.is_empty() {
        let count = counted.len().to_string();
        console.note(&console.text("whatif-warnings", &[("count", &count)]));
    }
    Ok(())
}

fn head(set: &ScenarioSet, scenarios: &[Scenario], base: &Base) -> Head {
    let files = set.files().iter();
    let files = files
        .map(|(name, text)| digest(name, text.as_bytes()))
        .collect();
    let mut random: Vec<RandomHead> = Vec::new();
    for scenario in scenarios
        .iter()
        .filter(|scenario| !scenario.cells().is_empty())
    {
        if random
            .last()
            .is_some_and(|last| last.group == scenario.group)
        {
            continue;
        }
        let cells = scenario.cells().iter().map(|cell| CellName {
            table: cell.table.to_owned(),
            column: cell.column.clone(),
            key: cell
                .key
                .iter()
                .map(|(name, text)| ((*name).to_owned(), text.clone()))
                .collect(),
            by: cell.by,
        });
        random.push(RandomHead {
            group: scenario.group.clone(),
            cells: cells.collect(),
        });
    }
    Head::new(
        &set.name,
        files,
        base,
        scenarios.iter().map(head_of).collect(),
        random,
    )
}

/// Runs what is not finished; the records of all in the order of the set, or `None` where somebody asked
/// to stop.
fn run_all(
    runner: &Runner<'_>,
    own: &[&Scenario],
    jobs: usize,
) -> Result<Option<Vec<ScenarioRecord>>, Failure> {
    let console = runner.console;
    let mut records: BTreeMap<&str, ScenarioRecord> = BTreeMap::new();
    for scenario in own {
        if let Some(record) = runner.folder.finished(&scenario.name)? {
            records.insert(&scenario.name, record);
        }
    }
    let open: Vec<&Scenario> = own
        .iter()
        .filter(|scenario| !records.contains_key(scenario.name.as_str()))
        .copied()
        .collect();
    if !records.is_empty() && !console.quiet {
        let (done, left) = (records.len().to_string(), open.len().to_string());
        console.note(&console.text("whatif-resumed", &[("done", &done), ("left", &left)]));
    }
    let progress = ScenarioProgress::start(console, records.len(), own.len());
    let found: Mutex<Vec<(usize, Ended)>> = Mutex::default();
    let failed: Mutex<Option<Failure>> = Mutex::default();
    let halt = AtomicBool::new(false);
    let stop = || interrupt::asked() || halt.load(Ordering::Relaxed);
    let one = |number: usize| match open.get(number) {
        Some(scenario) => runner.run(scenario),
        None => Err(Failure::defect("a scenario that does not exist")),
    };
    let done = |number: usize, ended: Result<Result<Ended, Failure>, String>| {
        let ended = ended.unwrap_or_else(|panic| match open.get(number) {
            Some(scenario) => runner.defect(record_of(scenario), "E0803", &panic),
            None => Err(Failure::defect(panic)),
        });
        match ended {
            Ok(ended) => {
                if !matches!(ended, Ended::Interrupted) {
                    progress.one_more();
                }
                if let Ok(mut found) = found.lock() {
                    found.push((number, ended));
                }
            }
            Err(failure) => {
                halt.store(true, Ordering::Relaxed);
                if let Ok(mut failed) = failed.lock() {
                    failed.get_or_insert(failure);
                }
            }
        }
    };
    run_scenarios(open.len(), jobs, &stop, &one, &done);
    progress.end();
    if let Some(failure) = failed.into_inner().unwrap_or_default() {
        return Err(failure);
    }
    let mut found = found.into_inner().unwrap_or_default();
    found.sort_by_key(|(number, _)| *number);
    for (number, ended) in found {
        let (Some(scenario), record) = (open.get(number), ended) else {
            continue;
        };
        let record = match record {
            Ended::Recorded(record) => record,
            Ended::Defect(record, detail) => {
                let values = [("scenario", scenario.name.as_str()), ("detail", &detail)];
                console.note(&console.text("whatif-defect", &values));
                record
            }
            Ended::Interrupted => continue,
        };
        records.insert(&scenario.name, *record);
    }
    let in_order: Vec<ScenarioRecord> = own
        .iter()
        .filter_map(|scenario| records.remove(scenario.name.as_str()))
        .collect();
    if in_order.len() == own.len() {
        return Ok(Some(in_order));
    }
    let (done, count) = (progress.finished().to_string(), own.len().to_string());
    let folder = runner.folder.path.display().to_string();
    let values = [
        ("done", done.as_str()),
        ("count", &count),
        ("folder", &folder),
    ];
    console.note(&console.text("whatif-stopped", &values));
    Ok(None)
}
