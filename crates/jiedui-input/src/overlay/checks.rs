//! What an overlay may not say: one function a code.

use super::{Pick, PolicyPath};
use crate::policy::Spot;
use crate::policy::document::{Entry, Node};
use crate::policy::section::{Problems, list_or_none, with_choices};
use crate::tables::{TABLES, TableSchema};
use jiedui_diagnostics::Location;
use jiedui_domain::Fit;

/// Changes in one overlay.
const MOST_CHANGES: usize = 100_000;
/// Longest text for a cell, in characters.
const LONGEST_TEXT: usize = 1000;

/// A key that no change has.
pub(super) fn check_e0404_unknown_key(entry: &Entry, known: &[&str], problems: &mut Problems) {
    problems.push(with_choices(
        entry.key_at.diagnostic("E0404").with("value", &entry.key),
        &entry.key,
        known,
    ));
}

/// A key that the change needs.
pub(super) fn check_e0405_missing_key(
    at: &Spot,
    action: &str,
    key: &'static str,
    problems: &mut Problems,
) {
    problems.push(
        at.diagnostic("E0405")
            .with("action", action)
            .with("key", key),
    );
}

/// A value of another kind; `expected` is a word of the catalogue.
pub(super) fn check_e0406_type(
    key: &str,
    node: &Node,
    expected: &'static str,
    problems: &mut Problems,
) {
    problems.push(
        node.at
            .diagnostic("E0406")
            .with("key", key)
            .with("value", node.at.snippet())
            .with("expected", expected),
    );
}

/// An action that there is not.
pub(super) fn check_e0407_unknown_action(
    at: &Spot,
    word: &str,
    known: &[&str],
    problems: &mut Problems,
) {
    problems.push(with_choices(
        at.diagnostic("E0407").with("value", word),
        word,
        known,
    ));
}

/// A table that no case has; otherwise the table.
pub(super) fn check_e0408_unknown_table(
    at: &Spot,
    word: &str,
    problems: &mut Problems,
) -> Option<&'static TableSchema> {
    let found = TABLES
        .iter()
        .find(|table| table.name == word || table.chinese == word);
    if found.is_none() {
        let names: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
        problems.push(with_choices(
            at.diagnostic("E0408").with("value", word),
            word,
            &names,
        ));
    }
    found
}

/// A column that the table does not have.
pub(super) fn check_e0409_unknown_column(
    at: &Spot,
    column: &str,
    table: &str,
    known: &[&str],
    problems: &mut Problems,
) {
    problems.push(with_choices(
        at.diagnostic("E0409")
            .with("value", column)
            .with("table", table),
        column,
        known,
    ));
}

/// `key` names a row that is not there.
pub(super) fn check_e0410_no_row(pick: &Pick, table: &str, near: &str, problems: &mut Problems) {
    problems.push(
        pick.at
            .diagnostic("E0410")
            .with("value", pick.at.snippet())
            .with("table", table)
            .with("meant", "none")
            .with("nearest", near),
    );
}

/// A name where the code of its row belongs.
pub(super) fn check_e0410_name_for_code(
    at: &Spot,
    name: &str,
    code: &str,
    problems: &mut Problems,
) {
    problems.push(
        at.diagnostic("E0410")
            .with("value", name)
            .with("meant", code)
            .with("nearest", "none"),
    );
}

/// `key` names more than one row.
pub(super) fn check_e0411_several_rows(
    pick: &Pick,
    table: &str,
    rows: Vec<Location>,
    count: usize,
    problems: &mut Problems,
) {
    let mut diagnostic = pick
        .at
        .diagnostic("E0411")
        .with("value", pick.at.snippet())
        .with("table", table)
        .with("count", count);
    diagnostic.related = rows;
    problems.push(diagnostic);
}

/// What is to be scaled is no number.
pub(super) fn check_e0412_not_a_number(
    at: &Spot,
    what: &str,
    value: &str,
    place: Option<Location>,
    problems: &mut Problems,
) {
    let mut diagnostic = at
        .diagnostic("E0412")
        .with("what", what)
        .with("value", value);
    diagnostic.related.extend(place);
    problems.push(diagnostic);
}

/// A factor that is negative or not finite, or a result too large to be meant.
pub(super) fn check_e0413_factor(at: &Spot, problems: &mut Problems) {
    problems.push(
        at.diagnostic("E0413")
            .with("value", at.snippet())
            .with("allowed", "0–1000000000"),
    );
}

/// A negative factor is one too; otherwise the factor.
pub(super) fn check_e0413_negative(at: &Spot, factor: Fit, problems: &mut Problems) -> bool {
    let fits = factor >= Fit::ZERO;
    if !fits {
        check_e0413_factor(at, problems);
    }
    fits
}

/// A path that no policy has.
pub(super) fn check_e0414_unknown_policy_key(
    path: &PolicyPath,
    wrong: &str,
    known: &[&str],
    problems: &mut Problems,
) {
    problems.push(with_choices(
        path.at
            .diagnostic("E0414")
            .with("path", path.segments.join("."))
            .with("value", wrong),
        wrong,
        known,
    ));
}

/// A path to something that this policy does not have.
pub(super) fn check_e0415_not_in_policy(
    path: &PolicyPath,
    missing: &str,
    known: &[&str],
    problems: &mut Problems,
) {
    problems.push(with_choices(
        path.at
            .diagnostic("E0415")
            .with("path", path.segments.join("."))
            .with("value", missing),
        missing,
        known,
    ));
}

/// A pair locked by one and forbidden by another.
pub(super) fn check_e0416_lock_and_forbid(
    at: &Spot,
    helper: &str,
    recipient: &str,
    action: &'static str,
    other: Location,
    problems: &mut Problems,
) {
    problems.push(
        at.diagnostic("E0416")
            .with("helper", helper)
            .with("recipient", recipient)
            .with("action", action)
            .with("other_file", &other.file)
            .with("other_row", other.row)
            .related_to(other),
    );
}

/// More changes than an overlay can hold; `true` where it holds them.
pub(super) fn check_e0417_too_many(at: &Spot, count: usize, problems: &mut Problems) -> bool {
    let fits = count <= MOST_CHANGES;
    if !fits {
        problems.push(
            at.diagnostic("E0417")
                .with("count", count)
                .with("allowed", MOST_CHANGES),
        );
    }
    fits
}

/// A key that says nothing with this action.
pub(super) fn check_e0418_does_not_go(
    at: &Spot,
    key: &str,
    action: &str,
    allowed: &[&str],
    problems: &mut Problems,
) {
    problems.push(
        at.diagnostic("E0418")
            .with("key", key)
            .with("action", action)
            .with("allowed", allowed.join(" / ")),
    );
}

/// A table that this case does not have.
pub(super) fn check_e0419_no_table(at: &Spot, table: &str, problems: &mut Problems) {
    problems.push(at.diagnostic("E0419").with("table", table));
}

/// A measure that several objectives have, so that its name alone does not say which.
pub(super) fn check_e0420_several_objectives(
    path: &PolicyPath,
    measure: &str,
    count: usize,
    problems: &mut Problems,
) {
    problems.push(
        path.at
            .diagnostic("E0420")
            .with("value", measure)
            .with("count", count),
    );
}

/// A text that no cell holds.
pub(super) fn check_e0422_text(key: &str, at: &Spot, text: &str, problems: &mut Problems) {
    let length = text.chars().count();
    if length > LONGEST_TEXT || text.chars().any(char::is_control) {
        problems.push(
            at.diagnostic("E0422")
                .with("key", key)
                .with("length", length)
                .with("allowed", LONGEST_TEXT),
        );
    }
}

/// `key` and `where` at once.
pub(super) fn check_e0423_key_and_where(at: &Spot, problems: &mut Problems) {
    problems.push(at.diagnostic("E0423"));
}

/// `add` to something that is no list.
pub(super) fn check_e0424_no_list(path: &PolicyPath, problems: &mut Problems) {
    problems.push(
        path.at
            .diagnostic("E0424")
            .with("path", path.segments.join(".")),
    );
}

/// Braces on a column that holds no codes of another table.
pub(super) fn check_e0425_no_reference(
    at: &Spot,
    column: &str,
    table: &str,
    known: &[&str],
    problems: &mut Problems,
) {
    problems.push(
        at.diagnostic("E0425")
            .with("value", column)
            .with("table", table)
            .with("allowed", list_or_none(known)),
    );
}

/// A change after which everything is as before.
pub(super) fn check_w0401_no_effect(at: &Spot, effect: bool, problems: &mut Problems) {
    if !effect {
        problems.push(at.diagnostic("W0401"));
    }
}

/// A filter that no row meets.
pub(super) fn check_w0402_no_rows(at: &Spot, table: &str, problems: &mut Problems) {
    problems.push(
        at.diagnostic("W0402")
            .with("value", at.snippet())
            .with("table", table),
    );
}

/// Rows whose cells are all empty, so that nothing was multiplied.
pub(super) fn check_w0403_only_empty(
    at: &Spot,
    columns: &str,
    table: &str,
    problems: &mut Problems,
) {
    problems.push(
        at.diagnostic("W0403")
            .with("columns", columns)
            .with("table", table),
    );
}
