//! `decision`
//!
//! *For an official:* a pair that a person has locked is formed. A pair that a person has forbidden is
//! no candidate at all, so no row is needed for it.
//! *Ranges over:* locked pairs.
//! *Applies when:* the track forms pairs. A locked pair that another rule excludes keeps its row, which
//! then cannot be met: the contradiction is the user's to resolve, not ours to hide.
//! *Formula:* y[a] ≥ 1.
//! *Clause:* that of the decision itself, where it names one; (二十七) gives the commission the say.

use crate::context::Context;
use crate::program::{Row, RowFamily, RowKey};
use jiedui_domain::{DecisionAction, RuleFamily};

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    for (arc, candidate, columns) in context.arcs() {
        if let Some(pair) = columns.pair
            && candidate.locked
        {
            rows.push(row(RowKey::Arc(arc), vec![(pair, 1.0)]));
        }
    }
    for decision in &context.case.decisions {
        let (helper, recipient) = (decision.helper, decision.recipient);
        let track = context.case.helpers[helper].track;
        if decision.action == DecisionAction::Lock
            && !context.is_divisible(track)
            && context.graph.arc(helper, recipient).is_none()
        {
            rows.push(row(RowKey::HelperRecipient(helper, recipient), Vec::new()));
        }
    }
}

fn row(key: RowKey, terms: Vec<(crate::ColumnId, f64)>) -> Row {
    Row {
        family: RowFamily::Rule(RuleFamily::Decision),
        key,
        terms,
        lower: 1.0,
        upper: f64::INFINITY,
    }
}
