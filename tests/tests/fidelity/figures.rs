//! Figures as people read them, and sentences of the catalogue read back.

use jiedui_messages::{Lang, catalogue};
use std::collections::BTreeMap;

/// A figure in a text.
pub struct Figure {
    pub value: f64,
    /// One in its last place.
    pub step: f64,
    /// Where its last digit stands.
    pub last: usize,
}

/// All figures of a text, in order: digits with thousands separated and decimals.
pub fn figures(text: &str) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        let mut decimals = None;
        while digit(at)
            || (digit(at + 1)
                && match bytes.get(at) {
                    Some(b',') => decimals.is_none(),
                    Some(b'.') => decimals.is_none(),
                    _ => false,
                })
        {
            match bytes[at] {
                b'.' => decimals = Some(0),
                b',' => {}
                _ => decimals = decimals.map(|count: i32| count + 1),
            }
            at += 1;
        }
        let negative = start > 0 && bytes[start - 1] == b'-';
        let plain: String = text[start..at].chars().filter(|one| *one != ',').collect();
        let value: f64 = plain.parse().unwrap();
        found.push(Figure {
            value: if negative { -value } else { value },
            step: 10_f64.powi(-decimals.unwrap_or(0)),
            last: at - 1,
        });
    }
    found
}

/// Whether a text shows just these figures, each rounded to what is shown.
pub fn shows(text: &str, expected: &[f64]) -> Result<usize, String> {
    let found = figures(text);
    let agrees = |(shown, truth): (&Figure, &f64)| {
        (shown.value - truth).abs() <= 0.5 * shown.step + 1e-6 * shown.step + 1e-9 * truth.abs()
    };
    if found.len() == expected.len() && found.iter().zip(expected).all(agrees) {
        return Ok(found.len());
    }
    Err(format!("`{text}` should show {expected:?}"))
}

/// The text with another last digit in one of its figures.
pub fn altered(text: &str, which: usize) -> Option<String> {
    let found = figures(text);
    let figure = found.get(which % found.len().max(1))?;
    let mut bytes = text.as_bytes().to_vec();
    let old = bytes[figure.last] - b'0';
    bytes[figure.last] = b'0' + (old + 5) % 10;
    String::from_utf8(bytes).ok()
}

/// The values of a sentence of the catalogue, by name; `None` where the text is not that sentence.
pub fn read_back(
    lang: Lang,
    key: &str,
    names: &[&'static str],
    text: &str,
) -> Option<BTreeMap<&'static str, String>> {
    let marks: Vec<String> = (0..names.len())
        .map(|index| format!("\u{1}{index}\u{2}"))
        .collect();
    let values: Vec<(&str, &str)> = names
        .iter()
        .copied()
        .zip(marks.iter().map(String::as_str))
        .collect();
    let pattern = catalogue(lang).text(key, &values);
    let mut parts = pattern.split('\u{1}');
    let mut rest = text.strip_prefix(parts.next()?)?;
    let parts: Vec<(usize, &str)> = parts
        .map(|part| {
            let (index, literal) = part.split_once('\u{2}').unwrap();
            (index.parse().unwrap(), literal)
        })
        .collect();
    let mut found = BTreeMap::new();
    for (place, (index, literal)) in parts.iter().enumerate() {
        let end = if place + 1 == parts.len() {
            let end = rest.len().checked_sub(literal.len())?;
            (rest.is_char_boundary(end) && rest.ends_with(literal)).then_some(end)?
        } else {
            rest.find(literal)?
        };
        found.insert(names[*index], rest[..end].to_owned());
        rest = &rest[end + literal.len()..];
    }
    Some(found)
}
