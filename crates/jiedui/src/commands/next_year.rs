//! The case of a run, moved on by a year: what the plan formed is what was in force.

use super::explain_decisions::check_own_files;
use crate::console::Console;
use crate::exit::Failure;
use crate::input::POLICY_FILE;
use crate::run_folder::INPUT;
use crate::saved_run;
use jiedui_domain::Origin;
use jiedui_engine::Dossier;
use jiedui_input::{RawCase, RawCell, RawRow, RawTable, RawValue};
use std::path::{Path, PathBuf};

const HISTORY: &str = "history";
const DECISIONS: &str = "decisions";

/// The pairs of a run as those of last year.
pub(crate) struct NextYear {
    dossier: Dossier,
    /// The policy that the run was made with, which no workbook holds.
    policy: PathBuf,
}

impl NextYear {
    /// *Errors:* as [`saved_run::dossier`]: a run without a plan has nothing to go on with. E0904 where its input is not
    /// what it was.
    pub(crate) fn after(run: &Path) -> Result<Self, Failure> {
        let dossier = saved_run::dossier(run)?;
        check_own_files(run)?;
        let policy = run.join(INPUT).join(POLICY_FILE);
        Ok(Self { dossier, policy })
    }

    /// The tables as the year after begins with them. What people decided was decided for their year, so
    /// decisions are not carried over; all other figures stay, for people to bring up to date.
    pub(crate) fn take_over(&self, case: &mut RawCase, console: &Console) {
        case.tables
            .retain(|table| table.name != DECISIONS && table.name != HISTORY);
        case.tables.extend(self.history(console));
        let entries = case.info.iter_mut().flat_map(|info| &mut info.entries);
        for entry in entries.filter(|entry| entry.key == "year") {
            entry.value = RawValue::Whole(self.year().to_string());
        }
    }

    /// What was carried over, and what is to be brought up to date.
    pub(crate) fn told(&self, file: &str, console: &Console) -> String {
        let pairs = self.formed().count().to_string();
        let (last, year) = (self.dossier.run.year.to_string(), self.year().to_string());
        let values = [
            ("file", file),
            ("pairs", &pairs),
            ("last", &last),
            ("year", &year),
            ("policy", &self.policy.display().to_string()),
        ];
        console.text("cli-template-next", &values)
    }

    fn year(&self) -> i32 {
        self.dossier.run.year.saturating_add(1)
    }

    /// The pairs; help that a divisible track shares out is none.
    fn formed(&self) -> impl Iterator<Item = (&str, &str, i32)> {
        let pairs = self.dossier.pairs.iter().filter(|pair| !pair.divisible);
        let began = self.dossier.run.year;
        pairs.map(move |pair| {
            let since = pair.kept_since.unwrap_or(began);
            (pair.helper.as_str(), pair.recipient.as_str(), since)
        })
    }

    fn history(&self, console: &Console) -> Option<RawTable> {
        let mut table = RawCase::empty_table(HISTORY)?;
        let last = self.dossier.run.year.to_string();
        let source = console.text("cli-template-next-source", &[("last", &last)]);
        for (place, (helper, recipient, since)) in self.formed().enumerate() {
            let cells = table.columns.iter().map(|column| {
                RawCell::new(match column.as_str() {
                    "helper" => helper.to_owned(),
                    "recipient" => recipient.to_owned(),
                    "since" => since.to_string(),
                    "source" => source.clone(),
                    _ => String::new(),
                })
            });
            let row = u32::try_from(place).unwrap_or(u32::MAX).saturating_add(2);
            table.rows.push(RawRow {
                origin: Origin {
                    file: table.file.clone(),
                    row,
                },
                cells: cells.collect(),
            });
        }
        Some(table)
    }
}
