//! One file a command: arguments and files here, the logic in the crates below.

pub(crate) mod assign;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod evaluate;
mod evaluate_text;
pub(crate) mod explain;
pub(crate) mod explain_code;
pub(crate) mod explain_decisions;
mod explain_exact;
mod explain_prices;
mod explain_resolved;
pub(crate) mod frontier;
mod frontier_text;
pub(crate) mod generate;
pub(crate) mod man;
pub(crate) mod report;
mod report_conflict;
mod report_office;
mod report_page;
pub(crate) mod schema;
pub(crate) mod template;
pub(crate) mod verify;
mod verify_bounds;
pub(crate) mod whatif;
mod whatif_merge;
mod whatif_scenario;
