//! Diagnostics for people, in the form of rustc: title, place, the line with the cell underlined, one action.

use crate::text::{action, label, printable, title};
use crate::{Diagnostic, Location, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use jiedui_messages::{Lang, catalogue, columns, wrap};
use std::ops::Range;

/// A longer list is cut here, with a line that says how many more there are.
pub const SHOWN_AT_MOST: usize = 200;

/// The fewest columns that diagnostics are set in.
const NARROWEST: usize = 40;

/// The diagnostics as text, in the order given, at most [`SHOWN_AT_MOST`] of them.
///
/// `width` is that of the terminal: sentences are wrapped to it, and longer lines of the user's files are cut
/// around the underlined part.
pub fn render_human(diagnostics: &[Diagnostic], lang: Lang, colour: bool, width: usize) -> String {
    let width = width.max(NARROWEST);
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .term_width(width);
    let mut rendered = String::new();
    for diagnostic in diagnostics.iter().take(SHOWN_AT_MOST) {
        // The renderer pads lines; trailing blanks would only spoil copies and comparisons.
        for line in render_one(diagnostic, lang, &renderer, width).lines() {
            if is_continuation_mark(line) {
                continue;
            }
            rendered.push_str(line.trim_end());
            rendered.push('\n');
        }
        rendered.push('\n');
    }
    let hidden = diagnostics.len().saturating_sub(SHOWN_AT_MOST);
    if hidden > 0 {
        let count = hidden.to_string();
        rendered.push_str(&catalogue(lang).text("diagnostics-more", &[("count", &count)]));
        rendered.push('\n');
    }
    rendered
}

fn render_one(diagnostic: &Diagnostic, lang: Lang, renderer: &Renderer, width: usize) -> String {
    let words = catalogue(lang);
    // The renderer sets further lines of a sentence under its first.
    let fitted = |before: String, text: String| {
        wrap(&text, width.saturating_sub(columns(&before)), "", "").join("\n")
    };
    let (level, name) = match diagnostic.severity() {
        Severity::Error => (Level::ERROR, words.text("diagnostics-error", &[])),
        Severity::Warning => (Level::WARNING, words.text("diagnostics-warning", &[])),
    };
    let sentence = fitted(
        format!("{name}[{}]: ", diagnostic.code),
        title(diagnostic, lang),
    );
    let mut main = Group::with_title(
        level
            .with_name(name)
            .primary_title(sentence)
            .id(diagnostic.code),
    );
    if let Some(location) = &diagnostic.location {
        main = main.element(origin(location));
        if let Some(line) = &diagnostic.line {
            let mut mark = AnnotationKind::Primary.span(marked(diagnostic, location, line));
            if let Some(label) = label(diagnostic, lang) {
                mark = mark.label(label);
            }
            main = main.element(
                Snippet::source(line.as_str())
                    .line_start(location.row.max(1) as usize)
                    .annotation(mark),
            );
        }
    }
    let mut groups = vec![main];
    if !diagnostic.related.is_empty() {
        let mut note = Group::with_title(
            Level::NOTE
                .with_name(words.text("diagnostics-note", &[]))
                .secondary_title(words.text("diagnostics-related", &[])),
        );
        for location in &diagnostic.related {
            note = note.element(origin(location));
        }
        groups.push(note);
    }
    let name = words.text("diagnostics-help", &[]);
    let sentence = fitted(format!("{name}: "), action(diagnostic, lang));
    groups.push(Group::with_title(
        Level::HELP.with_name(name).secondary_title(sentence),
    ));
    renderer.render(&groups)
}

/// The place is given apart from the line, because its column is the table's and not the character's;
/// the renderer then marks the line as a continuation (`:::`), which it is not.
fn is_continuation_mark(line: &str) -> bool {
    let mut text = String::new();
    let mut in_colour = false;
    for character in line.chars() {
        match character {
            '\u{1b}' => in_colour = true,
            'm' if in_colour => in_colour = false,
            other if !in_colour => text.push(other),
            _ => {}
        }
    }
    text.trim() == ":::"
}

fn origin(location: &Location) -> Origin<'static> {
    let file = printable(&location.file, usize::MAX);
    if let Some(cell) = location.cell() {
        return Origin::path(format!("{file}!{cell}"));
    }
    let mut origin = Origin::path(file);
    if location.row > 0 {
        origin = origin.line(location.row as usize);
        if location.column > 0 {
            origin = origin.char_column(location.column as usize);
        }
    }
    origin
}

/// The bytes of the line to underline: the mark, looked for from the named cell or character on;
/// the whole line where there is no mark.
fn marked(diagnostic: &Diagnostic, location: &Location, line: &str) -> Range<usize> {
    let Some(mark) = diagnostic.mark.as_deref().filter(|mark| !mark.is_empty()) else {
        let start = start_of(location, line);
        // An empty cell is underlined where it would stand.
        return if location.column > 0 && start < line.len() {
            start..start + line[start..].chars().next().map_or(0, char::len_utf8)
        } else {
            0..line.len()
        };
    };
    let start = start_of(location, line);
    let found = line[start..].find(mark).map(|offset| start + offset);
    match found.or_else(|| line.find(mark)) {
        Some(start) => start..start + mark.len(),
        None => 0..line.len(),
    }
}

/// Where the cell (for a table) or the character (for other files) of the location begins.
fn start_of(location: &Location, line: &str) -> usize {
    let Some(before) = (location.column as usize).checked_sub(1) else {
        return 0;
    };
    if location.column_name.is_none() {
        return line
            .char_indices()
            .nth(before)
            .map_or(0, |(offset, _)| offset);
    }
    let mut commas = 0;
    let mut quoted = false;
    if before == 0 {
        return 0;
    }
    for (offset, character) in line.char_indices() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                commas += 1;
                if commas == before {
                    return offset + 1;
                }
            }
            _ => {}
        }
    }
    0
}
