//! `jiedui whatif merge`: shards to the folder that the unsharded run would have written.

use crate::arguments::MergeArguments;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::partial_folder::{PartialFolder, check_e0902_unwritable, parent_of};
use crate::scenario_folder::{Head, ScenarioFolder, check_e0441_shard, copy_run, exit_of};
use jiedui_engine::scenario_records::{ScenarioRecord, ScenarioTable, Status};
use jiedui_report::scenarios;
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn run(arguments: &MergeArguments, console: &Console) -> Result<Exit, Failure> {
    let mut shards: Vec<(&Path, ScenarioFolder)> = Vec::new();
    let mut first: Option<(Head, String)> = None;
    for path in &arguments.shards {
        let (folder, head, text) = ScenarioFolder::existing(path)?;
        head.check_e0905()?;
        match &first {
            None => first = Some((head, text)),
            Some((_, known)) if *known == text => {}
            Some(_) => return Err(check_e0441_shard("different", &path.display().to_string())),
        }
        shards.push((path, folder));
    }
    let Some((head, _)) = first else {
        return Err(Failure::defect("no shard is named"));
    };
    let found = collect(&head, &shards)?;
    let place = arguments
        .out
        .clone()
        .unwrap_or_else(|| head.usual_place(None));
    if place.exists() {
        let shown = place.display().to_string();
        let taken = console.text("cli-folder-taken", &[("folder", &shown)]);
        return Err(Failure::said(Exit::Rejected, taken));
    }
    let mut partial = PartialFolder::begin(&parent_of(&place))?;
    let folder = ScenarioFolder::within(partial.path(), &head)?;
    let table = fill(&folder, &head, found)?;
    let renamed = partial.rename(&place);
    renamed.map_err(|_| check_e0902_unwritable(&place))?;
    console.out(&scenarios::terminal(&table, console.lang, console.width));
    let shown = place.display().to_string();
    let sentence = console.text("whatif-written", &[("folder", &shown)]);
    console.out(&format!("\n{sentence}\n"));
    Ok(exit_of(&table))
}

fn fill(
    folder: &ScenarioFolder,
    head: &Head,
    found: Vec<(ScenarioRecord, &ScenarioFolder)>,
) -> Result<ScenarioTable, Failure> {
    let mut records = Vec::new();
    for (record, shard) in found {
        folder.keep(&record)?;
        if matches!(record.status, Status::Solved | Status::Infeasible) {
            copy_run(&shard.run(&record.name), &folder.run(&record.name))?;
        }
        records.push(record);
    }
    folder.write_tables(head, records)
}

/// Every scenario with the shard that has it, in the order of the set. *Errors:* E0441.
fn collect<'s>(
    head: &Head,
    shards: &'s [(&Path, ScenarioFolder)],
) -> Result<Vec<(ScenarioRecord, &'s ScenarioFolder)>, Failure> {
    let mut by_name: BTreeMap<&str, (ScenarioRecord, &ScenarioFolder)> = BTreeMap::new();
    for (path, folder) in shards {
        for scenario in &head.scenarios {
            let Some(record) = folder.record(&scenario.name) else {
                continue;
            };
            if by_name.insert(&scenario.name, (record, folder)).is_some() {
                return Err(check_e0441_shard("twice", &path.display().to_string()));
            }
        }
    }
    let scenarios = head.scenarios.iter().map(|scenario| {
        let found = by_name.remove(scenario.name.as_str());
        found.ok_or_else(|| check_e0441_shard("missing", &scenario.name))
    });
    scenarios.collect()
}
