//! The whole input in one step: files, policy and overlays to a case.

use crate::base::BaseInput;
use crate::source::CaseSource;
use jiedui_diagnostics::{Diagnostic, Location};
use jiedui_domain::{Case, Origin};
use std::collections::{BTreeMap, BTreeSet};

/// Problems for which a cell of a workbook was not read.
const REFUSED_CELLS: [&str; 6] = ["E0009", "E0119", "E0120", "E0121", "E0122", "E0125"];

/// A case with all that should be kept of how it came about.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The validated case, overlays merged.
    pub case: Case,
    /// What somebody should look at, sorted by file and row.
    pub warnings: Vec<Diagnostic>,
    /// Where every key of the policy stands, by path (`tracks.place.max_changes`); items of a list are
    /// numbered from 1. Keys that an overlay set stand in the overlay.
    pub policy_cells: BTreeMap<String, Origin>,
    /// How files head their columns, by file and column, where that is not the column's own name.
    pub heads: BTreeMap<(String, String), String>,
    /// Every file that was read, by name, as it was: the case's, then the policy, then the overlays.
    pub inputs: Vec<(String, Vec<u8>)>,
}

/// A text file with the name that diagnostics call it by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NamedText<'a> {
    /// As the user gave it.
    pub name: &'a str,
    /// The content.
    pub text: &'a str,
}

/// Reads a case, merges overlays into case and policy, and validates the result.
///
/// A what-if runs through exactly the same code as the base case: overlays are merged *before*
/// validation, in their order.
///
/// *Errors:* every problem of all files (codes E00–E05), warnings included, sorted by file and row.
/// *Determinism:* the result does not depend on the order of rows or of the files in the folder.
pub fn load(
    source: &CaseSource,
    policy: NamedText<'_>,
    overlays: &[NamedText<'_>],
) -> Result<Loaded, Vec<Diagnostic>> {
    let mut base = BaseInput::read(source, policy, overlays);
    let inputs = std::mem::take(&mut base.inputs);
    let loaded = base.finish(&[])?;
    Ok(Loaded { inputs, ..loaded })
}

/// A cell whose content was refused counts as empty; that it is empty is not to be said as well.
pub(crate) fn drop_consequences(problems: &mut Vec<Diagnostic>) {
    let refused: BTreeSet<Location> = problems
        .iter()
        .filter(|problem| REFUSED_CELLS.contains(&problem.code))
        .filter_map(|problem| problem.location.clone())
        .collect();
    problems.retain(|problem| {
        let place = problem.location.as_ref();
        problem.code != "E0112" || !place.is_some_and(|place| refused.contains(place))
    });
}

/// Shows the line of the overlay for problems with values that an overlay put into a table.
pub(crate) fn show_overlay_lines(overlays: &[NamedText<'_>], problems: &mut [Diagnostic]) {
    for problem in problems.iter_mut().filter(|problem| problem.line.is_none()) {
        let Some(location) = problem.location.as_mut().filter(|place| place.row > 0) else {
            continue;
        };
        let overlay = overlays.iter().find(|file| *file.name == *location.file);
        let line = overlay.and_then(|file| file.text.lines().nth(location.row as usize - 1));
        let Some(line) = line else { continue };
        let value = problem.values.iter().find(|(name, _)| *name == "value");
        problem.mark = value
            .map(|(_, value)| value.clone())
            .filter(|value| line.contains(value.as_str()));
        problem.line = Some(line.to_owned());
    }
}
