//! One file a command: arguments and files here, the logic in the crates below.

pub(crate) mod assign;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod explain_code;
pub(crate) mod man;
pub(crate) mod report;
pub(crate) mod schema;
pub(crate) mod verify;
