//! The scenarios of a set, one by one, in their order.

use super::{Group, GroupKind, ScenarioSet, draw};
use crate::base::BaseInput;
use crate::overlay::{Cell, Overlay, Variation, cells, varied};
use crate::policy::section::Problems;
use jiedui_diagnostics::{Diagnostic, Severity, sort};
use jiedui_domain::Quantity;
use std::sync::Arc;

/// What kind of group a scenario comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScenarioKind {
    /// A `[[scenario]]`.
    Single,
    /// One of a `[[sweep]]`.
    Sweep,
    /// One of a `[[random]]`.
    Random,
}

impl ScenarioKind {
    /// The word in tables and message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Single => "scenario",
            Self::Sweep => "sweep",
            Self::Random => "random",
        }
    }
}

/// A value of a sweep.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting {
    /// The axis: its name, else the policy's key or table and column.
    pub what: String,
    /// The value as written; a factor begins with `×`.
    pub value: String,
}

/// A cell that a random set moves.
#[derive(Clone, PartialEq, Debug)]
pub struct VariedCell {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: String,
    /// The columns that name the row, with their texts.
    pub key: Vec<(&'static str, String)>,
    /// Largest relative deviation.
    pub by: f64,
}

/// One scenario.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Also the name of its folder.
    pub name: String,
    /// What it is about, in the author's words.
    pub title: Option<String>,
    /// What kind of group it comes from.
    pub kind: ScenarioKind,
    /// The name of its group; its own where it stands alone.
    pub group: String,
    /// The values of a sweep.
    pub settings: Vec<Setting>,
    /// The files that it is made of besides the base: the set where that changes anything, and overlays.
    pub files: Vec<String>,
    /// The factors of a random set, in the order of [`Self::cells`].
    pub factors: Vec<f64>,
    group_data: Arc<GroupData>,
    number: usize,
}

/// What the scenarios of a group share.
#[derive(Debug)]
struct GroupData {
    group: Group,
    random: Vec<(Variation, Cell)>,
    cells: Vec<VariedCell>,
}

impl Scenario {
    /// The cells that its random set moves.
    pub fn cells(&self) -> &[VariedCell] {
        &self.group_data.cells
    }

    /// All its changes, in their order.
    pub fn overlay(&self) -> Overlay {
        let group = &self.group_data.group;
        let mut changes = group.changes.clone();
        match &group.kind {
            GroupKind::Single { .. } => {}
            GroupKind::Sweep(scenarios) => {
                let steps = scenarios.get(self.number).into_iter().flatten();
                changes.extend(steps.map(|step| step.change.clone()));
            }
            GroupKind::Random { seed, .. } => {
                let cells = self.group_data.random.iter().zip(self.cells());
                changes.extend(cells.map(|((variation, cell), shown)| {
                    varied(variation, cell, drawn(*seed, self.number, shown))
                }));
            }
        }
        Overlay::of(&self.name, changes)
    }
}

fn drawn(seed: u64, number: usize, cell: &VariedCell) -> jiedui_domain::Fit {
    draw::factor(seed, number as u64 + 1, &label(cell), cell.by)
}

/// How the draw knows a cell.
fn label(cell: &VariedCell) -> String {
    let key: Vec<String> = cell
        .key
        .iter()
        .map(|(name, text)| format!("{name}={text}"))
        .collect();
    format!("{}[{}].{}", cell.table, key.join(","), cell.column)
}

/// The scenarios of a set, in the order of the file; those of a sweep or random set are numbered.
///
/// *Errors:* what random sets say wrongly about the tables of the base (E0409, E0410, E0419, E0425), and
/// variations that meet no cell (W0402, an error here: nothing would vary).
pub fn expand(set: &ScenarioSet, base: &BaseInput) -> Result<Vec<Scenario>, Vec<Diagnostic>> {
    let (all, problems) = expand_what_is_sound(set, base);
    if problems.is_empty() {
        Ok(all)
    } else {
        Err(problems)
    }
}

/// Whether a problem is one for which a set is refused.
fn refuses(problem: &Diagnostic) -> bool {
    problem.severity() == Severity::Error || problem.code == "W0402"
}

/// As [`expand`], but where there are problems with the scenarios of the groups that have none.
pub fn expand_what_is_sound(
    set: &ScenarioSet,
    base: &BaseInput,
) -> (Vec<Scenario>, Vec<Diagnostic>) {
    let mut problems = Problems::new();
    let mut all = Vec::new();
    for group in &set.groups {
        let before = problems.len();
        let random = random_cells(group, base, &mut problems);
        if problems.iter().skip(before).any(refuses) {
            continue;
        }
        let varied_cells = random
            .iter()
            .map(|(variation, cell)| VariedCell {
                table: variation.table.name,
                column: variation.column.clone(),
                key: cell.key.clone(),
                by: variation.by,
            })
            .collect();
        let data = Arc::new(GroupData {
            group: group.clone(),
            random,
            cells: varied_cells,
        });
        all.extend((0..group.count()).map(|number| scenario(&data, number)));
    }
    sort(&mut problems);
    problems.dedup();
    if !problems.iter().any(refuses) {
        problems.clear();
    }
    (all, problems)
}

fn random_cells(
    group: &Group,
    base: &BaseInput,
    problems: &mut Problems,
) -> Vec<(Variation, Cell)> {
    let GroupKind::Random { vary, .. } = &group.kind else {
        return Vec::new();
    };
    let mut tables = base.tables_after(&Overlay::of(&group.name, group.changes.clone()));
    let mut found = Vec::new();
    for variation in vary {
        let cells = cells(variation, &mut tables, base.titles(), problems);
        found.extend(cells.into_iter().map(|cell| (variation.clone(), cell)));
    }
    found
}

fn scenario(data: &Arc<GroupData>, number: usize) -> Scenario {
    let group = &data.group;
    let mut files = group.overlays.clone();
    let (kind, settings, from_set) = match &group.kind {
        GroupKind::Single { inline } => (ScenarioKind::Single, Vec::new(), *inline),
        GroupKind::Sweep(scenarios) => {
            let steps = scenarios.get(number).into_iter().flatten();
            let settings = steps.map(|step| Setting {
                what: step.what.clone(),
                value: step.value.clone(),
            });
            (ScenarioKind::Sweep, settings.collect(), true)
        }
        GroupKind::Random { .. } => (ScenarioKind::Random, Vec::new(), true),
    };
    if from_set {
        files.push(group.file.clone());
    }
    let factors = match &group.kind {
        GroupKind::Random { seed, .. } => {
            let factors = data
                .cells
                .iter()
                .map(|cell| drawn(*seed, number, cell).to_f64());
            factors.collect()
        }
        _ => Vec::new(),
    };
    Scenario {
        name: group.scenario_name(number),
        title: group.title.clone(),
        kind,
        group: group.name.clone(),
        settings,
        files,
        factors,
        group_data: Arc::clone(data),
        number,
    }
}
