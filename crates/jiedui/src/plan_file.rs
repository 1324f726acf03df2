//! A plan in a file of its own: one that people made, or that an answer left.

use crate::commands::verify::unreadable_row;
use crate::exit::Failure;
use crate::manifest::digest;
use jiedui_domain::{Case, Plan};
use jiedui_engine::{Digest, read_plan_of_people};
use std::path::Path;
use std::sync::Arc;

/// What the digest of a plan is called that a run started at.
pub(crate) const START: &str = "start.csv";

/// The plan in the file. *Errors:* E0002, E0003, E0004, E0005, E0906 for every row that cannot be read.
pub(crate) fn read(case: &Case, path: &Path) -> Result<Plan, Failure> {
    Ok(read_with_digest(case, path)?.0)
}

/// The same, and the digest of the file as what a run started at. *Errors:* as [`read`].
pub(crate) fn read_with_digest(case: &Case, path: &Path) -> Result<(Plan, Digest), Failure> {
    let name: Arc<str> = Arc::from(path.display().to_string());
    let bytes = jiedui_input::read_named(path, &name).map_err(Failure::rejected_for)?;
    let text = jiedui_input::decode(&name, &bytes).map_err(Failure::rejected_for)?;
    let plan = read_plan_of_people(case, text.as_bytes(), jiedui_input::plain_decimal);
    let plan = plan.map_err(|rows| {
        let rows = rows.iter().map(|row| unreadable_row(&name, row));
        Failure::rejected(rows.collect())
    })?;
    Ok((plan, digest(START, &bytes)))
}
