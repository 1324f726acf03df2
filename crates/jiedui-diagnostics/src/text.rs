//! The words of a diagnostic, from the catalogue.

use crate::{Diagnostic, column_letters};
use jiedui_messages::{Lang, catalogue};

/// Longer values are cut in sentences; the underlined line shows the cell itself.
const VALUE_LENGTH: usize = 60;
/// The same for lists that the program makes: whoever reads one chooses from it, or looks for a name in it.
const LIST_LENGTH: usize = 1_000;
/// Values that are such lists.
const LISTS: [&str; 4] = ["allowed", "recipients", "helpers", "who"];

/// What is wrong, in one line.
pub fn title(diagnostic: &Diagnostic, lang: Lang) -> String {
    filled(diagnostic, diagnostic.code, lang)
}

/// The one thing to do.
pub fn action(diagnostic: &Diagnostic, lang: Lang) -> String {
    filled(diagnostic, &format!("{}-help", diagnostic.code), lang)
}

/// The words under the underlined text, where the catalogue has any for these values.
pub(crate) fn label(diagnostic: &Diagnostic, lang: Lang) -> Option<String> {
    let key = format!("{}-label", diagnostic.code);
    if !catalogue(lang).has(&key) {
        return None;
    }
    Some(filled(diagnostic, &key, lang)).filter(|text| !text.is_empty())
}

/// The entry of a code in the error index; `None` for an unknown code.
pub fn index_entry(code: &str, lang: Lang) -> Option<String> {
    let key = format!("{code}-long");
    catalogue(lang)
        .has(&key)
        .then(|| catalogue(lang).text(&key, &[]))
}

/// A text with the diagnostic's own values, and its place as `file`, `row`, `column` and `field`;
/// `place` is `sheet` in a workbook, where columns have letters, and `file` elsewhere.
fn filled(diagnostic: &Diagnostic, key: &str, lang: Lang) -> String {
    let mut values: Vec<(&str, String)> = Vec::with_capacity(diagnostic.values.len() + 5);
    if let Some(location) = &diagnostic.location {
        values.push(("file", printable(&location.file, VALUE_LENGTH)));
        values.push(("row", location.row.to_string()));
        let (place, column) = if location.sheet().is_some() {
            ("sheet", column_letters(location.column))
        } else {
            ("file", location.column.to_string())
        };
        values.push(("place", place.to_owned()));
        values.push(("column", column));
        if let Some(name) = &location.column_name {
            values.push(("field", printable(name, VALUE_LENGTH)));
        }
    }
    for (name, value) in &diagnostic.values {
        let longest = if LISTS.contains(name) {
            LIST_LENGTH
        } else {
            VALUE_LENGTH
        };
        values.push((name, printable(value, longest)));
    }
    let borrowed: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    catalogue(lang).text(key, &borrowed)
}

/// A value from a user's file, safe to print: no control characters (a file must not be able to
/// steer the terminal), and cut when long.
pub(crate) fn printable(value: &str, longest: usize) -> String {
    let mut text: String = value
        .chars()
        .take(longest)
        .map(|character| match character {
            '\n' | '\r' | '\t' => ' ',
            other if other.is_control() || is_direction_mark(other) => '\u{fffd}',
            other => other,
        })
        .collect();
    if value.chars().nth(longest).is_some() {
        text.push('…');
    }
    text
}

/// Marks that reorder the text around them, as used to disguise what a line says.
fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
