//! `equity` (maximise)
//!
//! *For an official:* as `coverage`, but the first part of a county's need counts more than the last, so
//! help goes first where little has been met.
//! *Formula:* Σ_r w_r / W · φ(coverage_r), φ the policy's curve. The coverage of a recipient is laid out
//! over the segments of φ: Σ_j e[r,j] − Σ_s v_s x[r,s] / N_r = 0, 0 ≤ e[r,j] ≤ length of segment j, and
//! the measure is Σ_r w_r / W · Σ_j slope_j e[r,j]. Because φ is concave, filling the segments in order
//! is best, so the sum is φ(coverage_r) at the optimum and never more elsewhere.
//! *Scale:* a share.

use super::{Form, Scope, coverage_terms, recipients_in_need, weight_shares};
use crate::context::Context;
use crate::program::{Column, ColumnKind, Row, RowFamily, RowKey};
use jiedui_domain::{Measure, Quantity, Share};

/// A piece of φ.
struct Segment {
    length: f64,
    slope: f64,
}

pub(super) fn express(context: &Context, scope: &Scope) -> Form {
    let segments = segments(scope);
    let shares = weight_shares(context);
    let mut form = Form::default();
    for recipient in recipients_in_need(context) {
        let mut terms = coverage_terms(context, scope, recipient);
        for (_, coefficient) in &mut terms {
            *coefficient = -*coefficient;
        }
        for (number, segment) in segments.iter().enumerate() {
            let column = scope.own_column(form.columns.len());
            form.columns.push(Column {
                kind: ColumnKind::EquitySegment(scope.index, recipient, number),
                lower: 0.0,
                upper: segment.length,
                integer: false,
            });
            terms.push((column, 1.0));
            let worth = shares[recipient] * segment.slope;
            if worth != 0.0 {
                form.terms.push((column, worth));
            }
        }
        form.rows.push(Row {
            family: RowFamily::Measure(Measure::Equity),
            key: RowKey::ObjectiveRecipient(scope.index, recipient),
            terms,
            lower: 0.0,
            upper: 0.0,
        });
    }
    form
}

/// The segments of the policy's curve; that it is concave is checked when the policy is read.
fn segments(scope: &Scope) -> Vec<Segment> {
    let points = &scope.policy.equity.breakpoints;
    points
        .windows(2)
        .filter_map(|ends| match ends {
            [(from, low), (to, high)] if from < to => {
                let length = (to.scaled() - from.scaled()) as f64;
                let rise = (high.scaled() - low.scaled()) as f64;
                Some(Segment {
                    length: length / Share::steps_per_unit() as f64,
                    slope: rise / length,
                })
            }
            _ => None,
        })
        .collect()
}
