//! `coverage_floor` (maximise)
//!
//! *For an official:* how well the worst-served county is served: no county is left behind.
//! *Formula:* t with Σ_s v_s x[r,s] / N_r − t ≥ 0 for every recipient with a need, 0 ≤ t ≤ 1.
//! Without such a recipient the measure has no terms.
//! *Scale:* a share.

use super::{Form, Scope, coverage_terms, recipients_in_need};
use crate::context::Context;
use crate::program::{Column, ColumnKind, Row, RowFamily, RowKey};
use jiedui_domain::Measure;

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    let floor = scope.own_column(0);
    let rows: Vec<Row> = recipients_in_need(context)
        .map(|recipient| {
            let mut terms = coverage_terms(context, scope, recipient);
            terms.push((floor, -1.0));
            Row {
                family: RowFamily::Measure(Measure::CoverageFloor),
                key: RowKey::ObjectiveRecipient(scope.index, recipient),
                terms,
                lower: 0.0,
                upper: f64::INFINITY,
            }
        })
        .collect();
    if rows.is_empty() {
        return Form::default();
    }
    Form {
        columns: vec![Column {
            kind: ColumnKind::Extreme(scope.index),
            lower: 0.0,
            upper: 1.0,
            integer: false,
        }],
        rows,
        terms: vec![(floor, 1.0)],
    }
}
