//! `effort_balance` (minimise)
//!
//! *For an official:* how hard the most burdened helper is pressed, as a share of its budget.
//! *Formula:* t with t − Σ_{r,s} v_s x[h,r,s] / B[h] ≥ 0 for every helper with a positive budget, 0 ≤ t ≤ 1.
//! Helpers whose help has no value in 万元, or that can help nobody, have no row; without any row the measure has no terms.
//! *Scale:* a share.

use super::{Form, Scope};
use crate::context::Context;
use crate::program::{Column, ColumnKind, Row, RowFamily, RowKey};
use jiedui_domain::{Measure, Quantity};

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    let greatest = scope.own_column(0);
    let mut rows = Vec::new();
    for (helper, row) in context.case.helpers.iter() {
        let Some(budget) = context.budget(helper).filter(|budget| budget.scaled() > 0) else {
            continue;
        };
        if !scope.counts(row.track) {
            continue;
        }
        let mut terms = Vec::new();
        for arc in context.graph.arcs_of_helper(helper) {
            context.push_help_value(*arc, -budget.to_f64(), &mut terms);
        }
        if terms.is_empty() {
            continue;
        }
        terms.push((greatest, 1.0));
        rows.push(Row {
            family: RowFamily::Measure(Measure::EffortBalance),
            key: RowKey::ObjectiveHelper(scope.index, helper),
            terms,
            lower: 0.0,
            upper: f64::INFINITY,
        });
    }
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
        terms: vec![(greatest, 1.0)],
    }
}
