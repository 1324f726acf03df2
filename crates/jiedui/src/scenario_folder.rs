//! The folder of a what-if: what it is about, a run folder and a record for each scenario, the tables.

use crate::arguments::Shard;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::manifest::Manifest;
use crate::new_file::replace_file;
use crate::new_folder::NewFolder;
use crate::partial_folder::check_e0902_unwritable;
use crate::run_folder::{MANIFEST, check_e0901_taken};
use crate::saved_run;
use jiedui_diagnostics::Diagnostic;
use jiedui_engine::Digest;
use jiedui_engine::scenario_records::{
    BaseRecord, CellName, ScenarioRecord, ScenarioTable, SettingRecord, Status, TABLE_VERSION,
    stability,
};
use jiedui_input::scenarios::is_plain_name;
use jiedui_messages::Lang;
use jiedui_report::scenarios;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What the folder is about.
pub(crate) const SET: &str = "set.json";
/// Which part of it, where it is not all.
const SHARD: &str = "shard.json";
/// All scenarios for programs.
pub(crate) const TABLE: &str = "table.json";
/// The run folders.
const RUNS: &str = "runs";
/// What the tables are made of.
const RECORDS: &str = "records";
/// The version of the shape of `set.json`.
const SET_VERSION: u32 = 1;

/// `set.json`: everything that the results depend on, and nothing else: two folders may be joined, or
/// one gone on with, only where it is the same.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Head {
    format_version: u32,
    program_version: String,
    pub(crate) set: String,
    /// The set, what it includes, and overlays.
    files: Vec<Digest>,
    /// The input of the base.
    pub(crate) inputs: Vec<Digest>,
    /// What scenarios start from.
    pub(crate) knowledge: Digest,
    options: crate::manifest::Options,
    pub(crate) base: BaseRecord,
    pub(crate) scenarios: Vec<ScenarioHead>,
    random: Vec<RandomHead>,
}

/// A scenario before it is run.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct ScenarioHead {
    pub(crate) name: String,
    pub(crate) title: Option<String>,
    pub(crate) kind: String,
    pub(crate) group: String,
    pub(crate) settings: Vec<SettingRecord>,
}

/// The cells of a random set.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct RandomHead {
    pub(crate) group: String,
    pub(crate) cells: Vec<CellName>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct ShardHead {
    index: usize,
    count: usize,
}

impl Head {
    /// E0905 for the folder of another version of the program.
    pub(crate) fn check_e0905(&self) -> Result<(), Failure> {
        if self.format_version == SET_VERSION {
            return Ok(());
        }
        let found = self.format_version.to_string();
        Err(saved_run::check_e0905_version(&found, SET_VERSION))
    }

    pub(crate) fn new(
        set: &str,
        files: Vec<Digest>,
        base: &crate::base_run::Base,
        scenarios: Vec<ScenarioHead>,
        random: Vec<RandomHead>,
    ) -> Self {
        let mut options = base.options.clone();
        // How many threads the base had decides nothing.
        options.threads = 1;
        Self {
            format_version: SET_VERSION,
            program_version: base.run.program_version.clone(),
            set: set.to_owned(),
            files,
            inputs: base.digests.clone(),
            knowledge: base.knowledge.clone(),
            options,
            base: base.record.clone(),
            scenarios,
            random,
        }
    }

    /// Where results go without `--out`.
    pub(crate) fn usual_place(&self, shard: Option<Shard>) -> PathBuf {
        let name = match shard {
            None => format!("whatif-{}", self.set),
            Some(Shard { index, count }) => format!("whatif-{}-{index}-of-{count}", self.set),
        };
        Path::new(RUNS).join(name)
    }

    /// Whether every name may become that of a file or folder; the file may be anybody's.
    fn has_plain_names(&self) -> bool {
        let mut scenarios = self.scenarios.iter();
        saved_run::parts_of(&self.set) == Some(1)
            && scenarios.all(|scenario| is_plain_name(&scenario.name))
    }

    /// Whether a scenario, by its place, belongs to a shard.
    pub(crate) fn is_in(place: usize, shard: Option<Shard>) -> bool {
        shard.is_none_or(|shard| place % shard.count + 1 == shard.index)
    }
}

/// The folder of a what-if, there or about to be.
pub(crate) struct ScenarioFolder {
    pub(crate) path: PathBuf,
}

impl ScenarioFolder {
    /// A new folder, or one of the same what-if to go on with.
    ///
    /// *Errors:* E0440 for a folder that is something else, E0902.
    pub(crate) fn open(
        console: &Console,
        path: PathBuf,
        head: &Head,
        shard: Option<Shard>,
    ) -> Result<Self, Failure> {
        let head = pretty(head)?;
        let shard = shard.map(|Shard { index, count }| ShardHead { index, count });
        let shard = shard.as_ref().map(pretty).transpose()?;
        if path.exists() {
            let same = |name: &str, text: Option<&str>| {
                let found = saved_run::bytes(&path, name).ok();
                found.as_deref() == text.map(str::as_bytes)
            };
            if !same(SET, Some(&head)) || !same(SHARD, shard.as_deref()) {
                return Err(check_e0440_other(&path));
            }
            let folder = Self { path };
            folder.remove_unfinished()?;
            return Ok(folder);
        }
        let new = NewFolder::begin(console, &path)?;
        new.write(SET, &head)?;
        if let Some(shard) = shard {
            new.write(SHARD, &shard)?;
        }
        new.complete()?;
        let folder = Self { path };
        folder.make_folders()?;
        Ok(folder)
    }

    /// One that is there. *Errors:* E0441.
    pub(crate) fn existing(path: &Path) -> Result<(Self, Head, String), Failure> {
        let refused = || check_e0441_shard("no-shard", &path.display().to_string());
        let bytes = saved_run::bytes(path, SET).map_err(|_| refused())?;
        let text = String::from_utf8(bytes).map_err(|_| refused())?;
        let head: Head = serde_json::from_str(&text).map_err(|_| refused())?;
        if !head.has_plain_names() {
            return Err(refused());
        }
        let folder = Self {
            path: path.to_owned(),
        };
        Ok((folder, head, text))
    }

    /// One in an empty folder. *Errors:* E0902.
    pub(crate) fn within(path: &Path, head: &Head) -> Result<Self, Failure> {
        let folder = Self {
            path: path.to_owned(),
        };
        folder.make_folders()?;
        folder.replace(SET, &pretty(head)?)?;
        Ok(folder)
    }

    fn make_folders(&self) -> Result<(), Failure> {
        for name in [RUNS, RECORDS] {
            let path = self.path.join(name);
            std::fs::create_dir_all(&path).map_err(|_| check_e0902_unwritable(&path))?;
        }
        Ok(())
    }

    /// What a run that was killed has left behind under temporary names.
    fn remove_unfinished(&self) -> Result<(), Failure> {
        self.make_folders()?;
        let runs = self.path.join(RUNS);
        let entries = std::fs::read_dir(&runs).map_err(|_| check_e0902_unwritable(&runs))?;
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(".jiedui-") && name.ends_with(".partial") {
                std::fs::remove_dir_all(entry.path())
                    .map_err(|_| check_e0902_unwritable(&entry.path()))?;
            }
        }
        Ok(())
    }

    /// Where the run of a scenario goes.
    pub(crate) fn run(&self, name: &str) -> PathBuf {
        self.path.join(RUNS).join(name)
    }

    /// What is known of a scenario that is finished; `None` where it is still to be run.
    ///
    /// *Errors:* E0903, E0904 for a run folder that is not as it was written.
    pub(crate) fn finished(&self, name: &str) -> Result<Option<ScenarioRecord>, Failure> {
        let Some(record) = self.record(name) else {
            return Ok(None);
        };
        let run = self.run(name);
        if !matches!(record.status, Status::Solved | Status::Infeasible) || !run.exists() {
            return Ok(None);
        }
        let manifest: Manifest = saved_run::manifest(&run)?;
        let changed = crate::commands::verify::changed_files(&run, &manifest)?;
        if changed.is_empty() {
            return Ok(Some(record));
        }
        Err(Failure::rejected(changed))
    }

    /// The record of a scenario, whether or not it has a run folder.
    pub(crate) fn record(&self, name: &str) -> Option<ScenarioRecord> {
        let records = self.path.join(RECORDS);
        let bytes = saved_run::bytes(&records, &format!("{name}.json")).ok()?;
        let record: Option<ScenarioRecord> = serde_json::from_slice(&bytes).ok();
        record.filter(|record| record.name == name)
    }

    /// Keeps a record; the run folder comes after it, so that a run folder never lacks its record.
    pub(crate) fn keep(&self, record: &ScenarioRecord) -> Result<(), Failure> {
        let name = format!("{RECORDS}/{}.json", record.name);
        self.replace(&name, &pretty(record)?)
    }

    /// Writes `table.csv`, `table.json`, `table.md`, `table.en.md` and says what they hold.
    pub(crate) fn write_tables(
        &self,
        head: &Head,
        scenarios: Vec<ScenarioRecord>,
    ) -> Result<ScenarioTable, Failure> {
        let accounts = head
            .random
            .iter()
            .filter_map(|random| stability(&random.group, &random.cells, &head.base, &scenarios));
        let table = ScenarioTable {
            format_version: TABLE_VERSION,
            set: head.set.clone(),
            base: head.base.clone(),
            stability: accounts.collect(),
            scenarios,
        };
        self.replace("table.csv", &scenarios::csv(&table))?;
        self.replace(TABLE, &pretty(&table)?)?;
        self.replace("table.md", &scenarios::markdown(&table, Lang::Zh))?;
        self.replace("table.en.md", &scenarios::markdown(&table, Lang::En))?;
        Ok(table)
    }

    /// Writes a file whole or not at all.
    fn replace(&self, name: &str, text: &str) -> Result<(), Failure> {
        let path = self.path.join(name);
        replace_file(&path, text.as_bytes()).map_err(|_| check_e0902_unwritable(&path))
    }
}

/// Copies a run folder whose files are as they were written to a place of its own. *Errors:* E0901–E0904.
pub(crate) fn copy_run(from: &Path, to: &Path) -> Result<(), Failure> {
    let manifest = saved_run::manifest(from)?;
    let changed = crate::commands::verify::changed_files(from, &manifest)?;
    if !changed.is_empty() {
        return Err(Failure::rejected(changed));
    }
    check_e0901_taken(to)?;
    let names = manifest.files.iter().map(|file| file.name.as_str());
    for name in names.chain([MANIFEST]) {
        let target = to.join(name);
        let folder = target.parent().unwrap_or(to);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::copy(from.join(name), &target))
            .map_err(|_| check_e0902_unwritable(&target))?;
    }
    Ok(())
}

/// JSON as everywhere in a what-if's folder.
fn pretty<T: Serialize>(value: &T) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value).map_err(Failure::defect)?;
    Ok(text + "\n")
}

/// E0440: the folder is there, and not of this what-if.
fn check_e0440_other(path: &Path) -> Failure {
    Failure::rejected_for(Diagnostic::new("E0440").with("value", path.display()))
}

/// E0441: what cannot be merged; `reason` is a word of the catalogue.
pub(crate) fn check_e0441_shard(reason: &'static str, value: &str) -> Failure {
    let problem = Diagnostic::new("E0441")
        .with("reason", reason)
        .with("value", value);
    Failure::rejected_for(problem)
}

/// What the command ends with: defects first, then what was left unfinished.
pub(crate) fn exit_of(table: &ScenarioTable) -> Exit {
    let any = |status: Status| {
        table
            .scenarios
            .iter()
            .any(|scenario| scenario.status == status)
    };
    let cut_short = |scenario: &ScenarioRecord| {
        scenario
            .termination
            .is_some_and(|termination| !termination.is_reproducible())
    };
    if any(Status::Failed) {
        Exit::Defect
    } else if any(Status::NoPlan) || table.scenarios.iter().any(cut_short) {
        Exit::Stopped
    } else {
        Exit::Done
    }
}
