//! The words for a human decision, as tables and reports have them.

use jiedui_domain::DecisionAction;

/// What a cell of the column `action` says; `None` for a word that means neither.
pub(crate) fn action_of(word: &str) -> Option<DecisionAction> {
    match word.to_ascii_lowercase().as_str() {
        "lock" | "锁定" | "指定结对" | "必须结对" => Some(DecisionAction::Lock),
        "forbid" | "禁止" | "禁止结对" | "不得结对" => Some(DecisionAction::Forbid),
        _ => None,
    }
}
