//! `fit_floor` (maximise)
//!
//! *For an official:* how well the county with the weakest set of helpers is matched: no county gets only
//! helpers that do not suit it.
//! *Formula:* t with Σ_{a at r} f[a] y[a] − t ≥ 0 for every recipient, whether or not anyone may help it.
//! t may be negative, since given fits may be; no sum of fits leaves ± the largest Σ_{a at r} |f[a]|.
//! Without any recipient the measure has no terms.
//! *Scale:* relative.

use super::{Form, Scope, counted_arcs_of_recipient};
use crate::context::Context;
use crate::program::{Column, ColumnKind, Row, RowFamily, RowKey};
use jiedui_domain::{Measure, Quantity};

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    let floor = scope.own_column(0);
    let mut rows = Vec::with_capacity(context.case.recipients.len());
    let mut bound = 0.0_f64;
    for recipient in context.case.recipients.ids() {
        let mut terms = Vec::new();
        for arc in counted_arcs_of_recipient(context, scope, recipient) {
            let fit = context.candidate(arc).fit.to_f64();
            if let Some(pair) = context.columns_of(arc).pair
                && fit != 0.0
            {
                terms.push((pair, fit));
            }
        }
        bound = bound.max(terms.iter().map(|(_, fit)| fit.abs()).sum());
        terms.push((floor, -1.0));
        rows.push(Row {
            family: RowFamily::Measure(Measure::FitFloor),
            key: RowKey::ObjectiveRecipient(scope.index, recipient),
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
            lower: -bound,
            upper: bound,
            integer: false,
        }],
        rows,
        terms: vec![(floor, 1.0)],
    }
}
