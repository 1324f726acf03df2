//! Decisions that a test takes.

use jiedui_domain::{Case, Decision, DecisionAction, HelperId, Provenance, RecipientId};

/// The case with one decision more, in the order in which cases keep them.
pub fn decide(case: &mut Case, action: DecisionAction, helper: HelperId, recipient: RecipientId) {
    case.decisions.push(Decision {
        action,
        helper,
        recipient,
        reason: "test".to_owned(),
        clause: None,
        author: None,
        date: None,
        provenance: Provenance::nowhere(),
    });
    case.decisions
        .sort_by_key(|row| (row.helper, row.recipient, row.action));
}
