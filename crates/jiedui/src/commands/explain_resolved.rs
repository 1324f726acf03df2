//! A run read back for questions that solve again: its dossier, its own input, its plan, and what it left.

use super::explain_decisions::own_case;
use crate::commands::verify::unreadable_row;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::manifest::PROGRAM_VERSION;
use crate::saved_run::{self, DOSSIER, KNOWLEDGE, PLAN};
use jiedui_domain::{Case, HelperId, Plan, RecipientId};
use jiedui_engine::{Dossier, Knowledge, RunOptions, read_plan_csv};
use std::path::Path;
use std::sync::Arc;

/// A run, whole again.
pub(super) struct OwnRun {
    pub(super) dossier: Dossier,
    pub(super) case: Case,
    pub(super) plan: Plan,
    /// A hint: without it answers take longer, and are no less true.
    pub(super) known: Option<Knowledge>,
}

impl OwnRun {
    /// *Errors:* E0903–E0906; the sentence `no_plan` where the run found no plan.
    pub(super) fn read(run: &Path, no_plan: &str, console: &Console) -> Result<Self, Failure> {
        if !run.join(DOSSIER).exists() && saved_run::conflict(run).is_ok() {
            let sentence = console.text(no_plan, &[]);
            return Err(Failure::said(Exit::Rejected, sentence));
        }
        let (dossier, case) = own_case(run)?;
        let plan = read_plan_csv(&case, &saved_run::bytes(run, PLAN)?).map_err(|rows| {
            let file = Arc::from(PLAN);
            let rows = rows.iter().map(|row| unreadable_row(&file, row));
            Failure::rejected(rows.collect())
        })?;
        Ok(Self {
            dossier,
            case,
            plan,
            known: known(run)?,
        })
    }

    /// How the case is solved again: as the run was.
    pub(super) fn options(&self) -> RunOptions {
        RunOptions {
            solver: self.case.policy.solver.clone(),
            program_version: PROGRAM_VERSION.to_owned(),
            digests: Vec::new(),
        }
    }

    /// The helper with this code in the input.
    pub(super) fn helper(&self, code: &str) -> Result<HelperId, Failure> {
        let found = self.case.helper_by_code(code);
        // The dossier and the input are of one run, so both know the same parties.
        found.ok_or_else(|| Failure::defect("the input does not have the helper"))
    }

    /// The recipient with this code in the input.
    pub(super) fn recipient(&self, code: &str) -> Result<RecipientId, Failure> {
        let found = self.case.recipient_by_code(code);
        found.ok_or_else(|| Failure::defect("the input does not have the recipient"))
    }
}

/// What a run left for later ones. *Errors:* E0904.
pub(super) fn known(run: &Path) -> Result<Option<Knowledge>, Failure> {
    if !run.join(KNOWLEDGE).exists() {
        return Ok(None);
    }
    Ok(Some(saved_run::knowledge(run)?.0))
}
