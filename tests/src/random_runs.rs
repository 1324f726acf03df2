//! Random sets solved from a base as `whatif` solves them, and how far apart two accounts are.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "used by tests, which fail by panicking"
)]

use crate::generated_case;
use jiedui_domain::{Case, SolverOptions};
use jiedui_engine::scenario_records::{
    BaseRecord, CellName, ScenarioRecord, Stability, Status, stability,
};
use jiedui_engine::{
    BaseRun, Run, RunOutcome, Unwatched, assign_from, run_scenarios, scenario_options,
};
use jiedui_input::overlay::Overlay;
use jiedui_input::scenarios::{Scenario, SetFiles, expand, read};
use jiedui_input::{BaseInput, CaseSource, NamedText, policy, write_case};
use std::sync::Mutex;

/// A generated case under the shipped policy, from its files.
pub fn generated(recipients: u32, helpers: u32, seed: u64) -> BaseInput {
    let case = generated_case(recipients, helpers, seed);
    let files = write_case(&case)
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()));
    let text = policy::write(&case.policy);
    let policy = NamedText {
        name: "policy.toml",
        text: &text,
    };
    BaseInput::read(&CaseSource::Memory(files.collect()), policy, &[])
}

/// A base: its input, its run, and what scenarios take over.
pub struct Base {
    input: BaseInput,
    run: BaseRun,
    record: BaseRecord,
}

impl Base {
    /// Solves the case as it is.
    pub fn new(input: BaseInput, effort: f64) -> Self {
        let (plain, _) = input.case(&Overlay::default(), &[]).unwrap();
        let stated = plain.policy.solver.clone();
        let mut run = BaseRun {
            program_version: "test".to_owned(),
            used: SolverOptions {
                effort,
                ..stated.clone()
            },
            stated,
            knowledge: None,
        };
        let found = solved(&run, plain).unwrap();
        run.knowledge = Some(found.knowledge.clone());
        Self {
            input,
            run,
            record: BaseRecord::of(&found.dossier),
        }
    }

    /// How the base's pairs fare over `count` runs in which figures of these tables vary by as much,
    /// with the factors of the first run.
    pub fn sample(
        &self,
        seed: u64,
        count: usize,
        vary: &[(&str, &str, f64)],
    ) -> (Stability, Vec<f64>) {
        let mut text = format!("[[random]]\nname = \"vary\"\ncount = {count}\nseed = {seed}\n");
        for (table, column, by) in vary {
            text += &format!(
                "[[random.vary]]\ntable = \"{table}\"\ncolumn = \"{column}\"\nby = {by}\n"
            );
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("set.toml");
        std::fs::write(&path, text).unwrap();
        let (files, name) = SetFiles::beside(&path);
        let set = read(&files, &name).unwrap_or_else(|found| panic!("{found:#?}"));
        let scenarios = expand(&set, &self.input).unwrap_or_else(|found| panic!("{found:#?}"));
        let found = Mutex::new(Vec::new());
        let one = |number: usize| {
            let scenario = &scenarios[number];
            let (case, _) = self.input.case(&scenario.overlay(), set.files()).unwrap();
            self.recorded(scenario, case)
        };
        let done = |number: usize, record: Result<ScenarioRecord, String>| {
            found.lock().unwrap().push((number, record.unwrap()));
        };
        let jobs = std::thread::available_parallelism().map_or(1, usize::from);
        run_scenarios(count, jobs, &|| false, &one, &done);
        let mut records = found.into_inner().unwrap();
        records.sort_by_key(|(number, _)| *number);
        let records: Vec<ScenarioRecord> = records.into_iter().map(|(_, record)| record).collect();
        let cells = scenarios[0].cells().iter().map(|cell| CellName {
            table: cell.table.to_owned(),
            column: cell.column.clone(),
            key: cell
                .key
                .iter()
                .map(|(name, text)| ((*name).to_owned(), text.clone()))
                .collect(),
            by: cell.by,
        });
        let cells: Vec<CellName> = cells.collect();
        let account = stability("vary", &cells, &self.record, &records).unwrap();
        (account, records[0].factors.clone())
    }

    fn recorded(&self, scenario: &Scenario, case: Case) -> ScenarioRecord {
        let record = ScenarioRecord {
            name: scenario.name.clone(),
            title: None,
            kind: scenario.kind.code().to_owned(),
            group: scenario.group.clone(),
            settings: Vec::new(),
            factors: scenario.factors.clone(),
            status: Status::Infeasible,
            termination: None,
            causes: Vec::new(),
            tiers: Vec::new(),
            measures: Vec::new(),
            pairs: None,
            added: Vec::new(),
            removed: Vec::new(),
        };
        match solved(&self.run, case) {
            Some(run) => record.solved(&run.dossier, &self.record),
            None => record,
        }
    }
}

fn solved(base: &BaseRun, mut case: Case) -> Option<Run> {
    case.policy.solver = base.solver(&case);
    let options = scenario_options(base, &case, Vec::new());
    match assign_from(&case, &options, base.knowledge.as_ref(), &Unwatched).unwrap() {
        RunOutcome::Solved(run) => Some(*run),
        RunOutcome::Refused { .. } | RunOutcome::Infeasible => None,
        RunOutcome::NoPlan(why) => panic!("stopped: {why:?}"),
    }
}

/// Standard errors between two shares of so many runs each, if both come from the same chance.
pub fn apart(a: (usize, usize), b: (usize, usize)) -> f64 {
    let (runs_a, runs_b) = (a.1 as f64, b.1 as f64);
    let (share_a, share_b) = (a.0 as f64 / runs_a, b.0 as f64 / runs_b);
    let pooled = (a.0 + b.0) as f64 / (runs_a + runs_b);
    let error = (pooled * (1.0 - pooled) * (1.0 / runs_a + 1.0 / runs_b)).sqrt();
    if error == 0.0 {
        return 0.0;
    }
    (share_a - share_b).abs() / error
}

/// The pair whose shares in two accounts lie furthest apart, in standard errors, and how many pairs
/// vary at all.
pub fn furthest(a: &Stability, b: &Stability) -> (f64, usize) {
    let mut worst = 0.0_f64;
    let mut varying = 0;
    for pair in &a.pairs {
        let other = b.pair(&pair.pair.helper, &pair.pair.recipient).unwrap();
        if pair.kept < a.runs || other.kept < b.runs {
            varying += 1;
            worst = worst.max(apart((pair.kept, a.runs), (other.kept, b.runs)));
        }
    }
    (worst, varying)
}

/// What the furthest of so many pairs exceeds by chance in at most one comparison of a hundred: the two
/// tails of the normal law are together at most 2·e^(−t²/2).
pub fn sampling_error(pairs: usize) -> f64 {
    (2.0 * (2.0 * pairs.max(1) as f64 / 0.01).ln()).sqrt()
}
