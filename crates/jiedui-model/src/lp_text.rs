//! The program as text in the CPLEX LP format: for people, golden files, and other solvers.
//!
//! Names follow `Program::name_of_column` and `Program::name_of_row`. A row with two different finite
//! bounds is written as two, with `#min` and `#max` after the name, because not every reader of the
//! format accepts ranges. Figures are the shortest decimals that read back as the same number.

use crate::program::{ColumnId, ColumnKind, Program, Row, RowFamily, RowId, TierObjective};
use jiedui_domain::{Case, IdVec, Sense};
use jiedui_graph::CandidateGraph;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Lines are broken before they grow longer, where a single term allows it.
const LINE_WIDTH: usize = 100;

/// The whole program with the objective of one tier (by index in [`Program::tiers`]).
///
/// A tier that does not exist gives an empty objective.
pub fn write(program: &Program, case: &Case, graph: &CandidateGraph, tier: usize) -> String {
    let names = Names::new(program, case, graph);
    let mut text = String::new();
    let _ = match program.tiers.len() {
        tiers if tier < tiers => {
            writeln!(text, "\\ {}: tier {} of {tiers}", case.info.name, tier + 1)
        }
        _ => writeln!(text, "\\ {}: no objective", case.info.name),
    };
    text.push_str("Maximize\n");
    let terms = program.tiers.get(tier).map_or(&[][..], |tier| &tier.terms);
    names.push_expression(&mut text, "objective", terms, "");
    text.push_str("Subject To\n");
    let mut family = None;
    for (id, row) in program.rows.iter() {
        if family != Some(row.family) {
            family = Some(row.family);
            let _ = writeln!(text, "\\ {}", family_code(row.family));
        }
        names.push_row(&mut text, id, row);
    }
    text.push_str("Bounds\n");
    for id in program.columns.ids() {
        names.push_bounds(&mut text, id);
    }
    let general: Vec<ColumnId> = program
        .columns
        .iter()
        .filter(|(_, column)| column.integer)
        .map(|(id, _)| id)
        .collect();
    if !general.is_empty() {
        text.push_str("General\n");
        let mut line = Line::new();
        for id in general {
            line.push(&mut text, &names.columns[id]);
        }
        line.end(&mut text);
    }
    text.push_str("End\n");
    text
}

/// The rows of one family, as they stand in [`write()`]; empty where the family has none.
pub fn write_family(
    program: &Program,
    case: &Case,
    graph: &CandidateGraph,
    family: RowFamily,
) -> String {
    let names = Names::new(program, case, graph);
    let mut text = String::new();
    for (id, row) in program.rows.iter().filter(|(_, row)| row.family == family) {
        names.push_row(&mut text, id, row);
    }
    text
}

/// One measure by itself: its expression, the rows that define its own columns, and their bounds;
/// empty where it has no terms.
pub fn write_measure(
    program: &Program,
    case: &Case,
    graph: &CandidateGraph,
    part: &TierObjective,
) -> String {
    if part.terms.is_empty() {
        return String::new();
    }
    let measure = part.objective.measure;
    let names = Names::new(program, case, graph);
    let mut text = String::new();
    text.push_str(match measure.sense() {
        Sense::Maximise => "Maximize\n",
        Sense::Minimise => "Minimize\n",
    });
    names.push_expression(&mut text, measure.code(), &part.terms, "");

    let is_own = |column: ColumnId| {
        let kind = program.columns[column].kind;
        matches!(kind, ColumnKind::Extreme(_) | ColumnKind::EquitySegment(..))
    };
    let in_measure: BTreeSet<ColumnId> = part.terms.iter().map(|(column, _)| *column).collect();
    let mut own = BTreeSet::new();
    let mut defining = String::new();
    for (id, row) in program.rows.iter() {
        let of_row = row.terms.iter().map(|(column, _)| *column);
        let of_row: Vec<ColumnId> = of_row.filter(|column| is_own(*column)).collect();
        if of_row.iter().any(|column| in_measure.contains(column)) {
            own.extend(of_row);
            names.push_row(&mut defining, id, row);
        }
    }
    if !own.is_empty() {
        text.push_str("Subject To\n");
        text.push_str(&defining);
        text.push_str("Bounds\n");
        for column in own {
            names.push_bounds(&mut text, column);
        }
    }
    text
}

fn family_code(family: RowFamily) -> &'static str {
    match family {
        RowFamily::Rule(rule) => rule.code(),
        RowFamily::Measure(measure) => measure.code(),
    }
}

/// Names of all columns, made once; names of rows are each needed only once.
struct Names<'a> {
    program: &'a Program,
    case: &'a Case,
    graph: &'a CandidateGraph,
    columns: IdVec<ColumnId, String>,
}

impl<'a> Names<'a> {
    fn new(program: &'a Program, case: &'a Case, graph: &'a CandidateGraph) -> Self {
        let columns = program
            .columns
            .map(|id, _| program.name_of_column(case, graph, id));
        Self {
            program,
            case,
            graph,
            columns,
        }
    }

    fn push_row(&self, text: &mut String, id: RowId, row: &Row) {
        let name = self.program.name_of_row(self.case, self.graph, id);
        let (least, most) = (row.lower.is_finite(), row.upper.is_finite());
        if least && most && row.lower == row.upper {
            self.push_expression(text, &name, &row.terms, &format!("= {}", row.lower));
        } else if least && most {
            let (min, max) = (format!("{name}#min"), format!("{name}#max"));
            self.push_expression(text, &min, &row.terms, &format!(">= {}", row.lower));
            self.push_expression(text, &max, &row.terms, &format!("<= {}", row.upper));
        } else if least {
            self.push_expression(text, &name, &row.terms, &format!(">= {}", row.lower));
        } else if most {
            self.push_expression(text, &name, &row.terms, &format!("<= {}", row.upper));
        }
    }

    /// One expression with what follows it, over as many lines as it takes.
    fn push_expression(
        &self,
        text: &mut String,
        name: &str,
        terms: &[(ColumnId, f64)],
        relation: &str,
    ) {
        let mut line = Line::new();
        line.push(text, &format!("{name}:"));
        for (position, (column, coefficient)) in terms.iter().enumerate() {
            let sign = match (position, *coefficient < 0.0) {
                (_, true) => "- ",
                (0, false) => "",
                (_, false) => "+ ",
            };
            let name = &self.columns[*column];
            let size = coefficient.abs();
            if size == 1.0 {
                line.push(text, &format!("{sign}{name}"));
            } else {
                line.push(text, &format!("{sign}{size} {name}"));
            }
        }
        if terms.is_empty()
            && let Some(first) = self.columns.values().next()
        {
            // The format has no empty expression.
            line.push(text, &format!("0 {first}"));
        }
        if !relation.is_empty() {
            line.push(text, relation);
        }
        line.end(text);
    }

    fn push_bounds(&self, text: &mut String, id: ColumnId) {
        let column = &self.program.columns[id];
        let name = &self.columns[id];
        let _ = if column.lower == column.upper {
            writeln!(text, " {name} = {}", column.lower)
        } else {
            let bound = |value: f64| match value {
                f64::INFINITY => "+inf".to_owned(),
                f64::NEG_INFINITY => "-inf".to_owned(),
                value => value.to_string(),
            };
            writeln!(
                text,
                " {} <= {name} <= {}",
                bound(column.lower),
                bound(column.upper)
            )
        };
    }
}

/// Words separated by blanks, broken into lines of [`LINE_WIDTH`].
struct Line {
    width: usize,
}

impl Line {
    fn new() -> Self {
        Self { width: 0 }
    }

    fn push(&mut self, text: &mut String, word: &str) {
        if self.width > 0 && self.width + 1 + word.len() > LINE_WIDTH {
            text.push_str("\n  ");
            self.width = 2;
        }
        text.push(' ');
        text.push_str(word);
        self.width += 1 + word.len();
    }

    fn end(&mut self, text: &mut String) {
        text.push('\n');
        self.width = 0;
    }
}
