//! From case and candidates to the program.

use crate::columns::{Layout, lay_out};
use crate::context::Context;
use crate::measures::{self, Form, Scope};
use crate::program::{ColumnId, Program, Row};
use crate::rules;
use crate::tiers;
use jiedui_domain::{Case, Id, IdVec, RuleFamily};
use jiedui_graph::CandidateGraph;

impl Program {
    /// The program of a case (model §2–§5).
    ///
    /// `graph` must be the candidate graph of `case`.
    ///
    /// *Complexity:* linear in candidates × sectors, but for `effort_floor`, whose rows hold all the
    /// help of a helper once per candidate of the helper, where it may have several pairs.
    /// *Determinism:* columns and rows depend on nothing but the case.
    pub fn build(case: &Case, graph: &CandidateGraph) -> Self {
        let Layout {
            mut columns,
            arcs,
            unmet,
        } = lay_out(case, graph);
        let context = Context::new(case, graph, &arcs, &unmet);

        let mut rows = Vec::with_capacity(columns.len());
        for family in RuleFamily::ALL {
            rules::append_rows(family, &context, &mut rows);
        }

        let mut measure_rows: Vec<Row> = Vec::new();
        let mut measured = Vec::with_capacity(case.policy.objectives.len());
        for (index, objective) in case.policy.objectives.iter().enumerate() {
            let scope = Scope::new(
                index,
                objective,
                &case.policy,
                ColumnId::from_index(columns.len()),
            );
            let Form {
                columns: own,
                rows: defining,
                terms,
            } = measures::express(&context, &scope);
            columns.extend(own);
            measure_rows.extend(defining);
            measured.push(terms);
        }
        measure_rows.sort_by_key(|row| (row.family, row.key));
        rows.extend(measure_rows);

        let mut tiers = tiers::of_policy(&case.policy.objectives, measured, columns.len());
        tiers.extend(tiers::tie_breaks(&context, columns.len()));
        Self {
            columns: IdVec::from(columns),
            rows: IdVec::from(rows),
            arcs,
            tiers,
        }
    }
}
