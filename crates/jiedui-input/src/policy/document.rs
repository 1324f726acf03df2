//! A TOML file as a tree in which every key and value knows where it stands.
//!
//! The tree is owned and can be changed, so that overlays merge into it before anything is
//! validated; a value that an overlay put there points into the overlay's own line.

use jiedui_diagnostics::{Diagnostic, Location};
use jiedui_domain::{Origin, SourceFile};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Syntax problems past this number say nothing new.
const SYNTAX_PROBLEMS_SHOWN: usize = 20;
/// A longer line is not repeated in a diagnostic.
const LINE_LENGTH_SHOWN: usize = 400;
/// A longer value is cut in a diagnostic's text.
const VALUE_LENGTH_SHOWN: usize = 60;
/// Punctuation of a Chinese keyboard that stands where TOML wants its ASCII twin.
const FULL_WIDTH: [char; 19] = [
    '“', '”', '‘', '’', '＂', '＇', '＝', '，', '。', '：', '；', '［', '］', '【', '】', '｛',
    '｝', '＃', '\u{3000}',
];

/// What differs between the kinds of file: the codes under which reading fails, and the size allowed.
pub(crate) struct FileKind {
    /// The text is not TOML.
    pub(crate) syntax: &'static str,
    /// The file is larger than `largest`.
    pub(crate) too_large: &'static str,
    /// Full-width punctuation where TOML wants ASCII.
    pub(crate) full_width: &'static str,
    /// A key stands twice.
    pub(crate) key_twice: &'static str,
    /// Bytes.
    pub(crate) largest: usize,
}

/// A text file with the starts of its lines.
struct Source {
    file: SourceFile,
    text: String,
    line_starts: Vec<usize>,
}

/// A stretch of a file: where a key or a value stands.
#[derive(Clone)]
pub struct Spot {
    source: Arc<Source>,
    start: usize,
    end: usize,
}

impl Spot {
    /// The line, counted from 1.
    pub fn line(&self) -> u32 {
        let index = self
            .source
            .line_starts
            .partition_point(|&start| start <= self.start);
        u32::try_from(index).unwrap_or(u32::MAX)
    }

    /// File and line, as rows and cells of an overlay carry them.
    pub fn origin(&self) -> Origin {
        Origin {
            file: Arc::clone(&self.source.file),
            row: self.line(),
        }
    }

    /// File, line and character of the line.
    pub fn location(&self) -> Location {
        let (line_start, _) = self.line_bounds();
        let before = self.source.text.get(line_start..self.start).unwrap_or("");
        Location {
            file: Arc::clone(&self.source.file),
            row: self.line(),
            column: u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX),
            column_name: None,
        }
    }

    /// The text as written, cut to its first line and to a length that fits a message.
    pub fn snippet(&self) -> String {
        let text = self.first_line();
        match text.char_indices().nth(VALUE_LENGTH_SHOWN) {
            Some((cut, _)) => format!("{}…", &text[..cut]),
            None => text.to_owned(),
        }
    }

    /// A diagnostic at this place that shows the line and underlines the text.
    pub fn diagnostic(&self, code: &'static str) -> Diagnostic {
        let diagnostic = Diagnostic::new(code).at(self.location());
        let (start, end) = self.line_bounds();
        let line = self.source.text.get(start..end).unwrap_or("");
        if line.is_empty() || line.chars().count() > LINE_LENGTH_SHOWN {
            return diagnostic;
        }
        diagnostic.showing(line, self.first_line())
    }

    fn first_line(&self) -> &str {
        let text = self.source.text.get(self.start..self.end).unwrap_or("");
        text.lines().next().unwrap_or("").trim_end()
    }

    fn line_bounds(&self) -> (usize, usize) {
        let text = &self.source.text;
        let index = self.line() as usize;
        let start = self.source.line_starts.get(index - 1).copied().unwrap_or(0);
        let end = text
            .get(start..)
            .and_then(|rest| rest.find('\n'))
            .map_or(text.len(), |length| start + length);
        let end = if end > start && text.as_bytes().get(end - 1) == Some(&b'\r') {
            end - 1
        } else {
            end
        };
        (start, end)
    }
}

impl fmt::Debug for Spot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let location = self.location();
        write!(
            formatter,
            "{}:{}:{}",
            location.file, location.row, location.column
        )
    }
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) at: Spot,
}

/// A value, numbers still as written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Text(String),
    /// Decimal text; `whole` where it was written without point and exponent.
    Number {
        text: String,
        whole: bool,
    },
    Flag(bool),
    Date(String),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// A key of a table with its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) key_at: Spot,
    pub(crate) node: Node,
}

/// Two nodes are equal when they say the same, wherever they stand.
impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.node == other.node
    }
}

impl Node {
    pub(crate) fn as_table(&self) -> Option<&[Entry]> {
        match &self.value {
            Value::Table(entries) => Some(entries),
            _ => None,
        }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.as_table()?
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.node)
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A policy file before it is understood; overlays may change it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub(crate) root: Node,
}

impl Document {
    /// Parses TOML.
    ///
    /// *Errors:* E0501 not TOML, E0502 too large, E0503 full-width punctuation, E0534 key twice.
    /// *Complexity:* linear in the text.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        Self::parse_as(name, text, &super::POLICY_FILE)
    }

    /// Where every key stands, by path (`tracks.place.max_changes`); items of a list are numbered
    /// from 1.
    pub fn cells(&self) -> BTreeMap<String, Origin> {
        let mut cells = BTreeMap::new();
        collect_cells(&self.root, "", &mut cells);
        cells
    }

    pub(crate) fn parse_as(
        name: &str,
        text: &str,
        kind: &FileKind,
    ) -> Result<Self, Vec<Diagnostic>> {
        let file: SourceFile = Arc::from(name);
        if text.len() > kind.largest {
            let diagnostic = Diagnostic::new(kind.too_large)
                .at(Location::file(&file))
                .with("size", text.len().div_ceil(1024))
                .with("allowed", kind.largest / 1024);
            return Err(vec![diagnostic]);
        }
        // Spreadsheet programs and some editors begin UTF-8 files with a byte order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        let source = Arc::new(Source {
            file,
            text,
            line_starts,
        });
        let (table, errors) = DeTable::parse_recoverable(&source.text);
        if errors.is_empty() {
            let at = spot(&source, 0..0);
            let value = table_value(&source, table.get_ref());
            return Ok(Self {
                root: Node { value, at },
            });
        }
        Err(syntax_problems(&source, &errors, kind))
    }
}

fn collect_cells(node: &Node, path: &str, cells: &mut BTreeMap<String, Origin>) {
    let below = |key: &str| match path {
        "" => key.to_owned(),
        path => format!("{path}.{key}"),
    };
    match &node.value {
        Value::Table(entries) => {
            for entry in entries {
                let path = below(&entry.key);
                cells.insert(path.clone(), entry.node.at.origin());
                collect_cells(&entry.node, &path, cells);
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                let path = below(&(index + 1).to_string());
                cells.insert(path.clone(), item.at.origin());
                collect_cells(item, &path, cells);
            }
        }
        _ => {}
    }
}

fn spot(source: &Arc<Source>, span: std::ops::Range<usize>) -> Spot {
    Spot {
        source: Arc::clone(source),
        start: span.start,
        end: span.end,
    }
}

fn node(source: &Arc<Source>, value: &Spanned<DeValue<'_>>) -> Node {
    let at = spot(source, value.span());
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => Value::Number {
            // Other radices become decimals; a number too long for that stays as written and is
            // rejected as no number where it is used.
            text: i128::from_str_radix(number.as_str(), number.radix())
                .map_or_else(|_| number.to_string(), |whole| whole.to_string()),
            whole: true,
        },
        DeValue::Float(number) => Value::Number {
            text: number.as_str().to_owned(),
            whole: false,
        },
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(values) => {
            Value::List(values.iter().map(|value| node(source, value)).collect())
        }
        DeValue::Table(table) => table_value(source, table),
    };
    Node { value, at }
}

fn table_value(source: &Arc<Source>, table: &DeTable<'_>) -> Value {
    let entries = table.iter().map(|(key, value)| Entry {
        key: key.get_ref().to_string(),
        key_at: spot(source, key.span()),
        node: node(source, value),
    });
    Value::Table(entries.collect())
}

/// One problem a line: what follows the first on a line is mostly its echo.
fn syntax_problems(
    source: &Arc<Source>,
    errors: &[toml::de::Error],
    kind: &FileKind,
) -> Vec<Diagnostic> {
    let mut problems: Vec<Diagnostic> = Vec::new();
    let mut last_line = 0;
    let mut errors: Vec<_> = errors
        .iter()
        .map(|error| (error.span().unwrap_or(0..0), error.message()))
        .collect();
    errors.sort_by_key(|(span, _)| span.start);
    for (span, message) in errors {
        let at = visible(spot(source, span));
        if at.line() == last_line || problems.len() == SYNTAX_PROBLEMS_SHOWN {
            continue;
        }
        last_line = at.line();
        problems.push(syntax_problem(source, &at, message, kind));
    }
    problems
}

/// What is missing at the end of a line is shown at the last character before it.
fn visible(mut at: Spot) -> Spot {
    if at.first_line().is_empty() {
        let (line_start, _) = at.line_bounds();
        let before = at.source.text.get(line_start..at.start).unwrap_or("");
        if let Some((offset, last)) = before
            .char_indices()
            .rev()
            .find(|(_, character)| !character.is_whitespace())
        {
            at.start = line_start + offset;
            at.end = at.start + last.len_utf8();
        }
    }
    at
}

fn syntax_problem(source: &Arc<Source>, at: &Spot, message: &str, kind: &FileKind) -> Diagnostic {
    if message.starts_with("duplicate key") {
        return at.diagnostic(kind.key_twice).with("key", at.snippet());
    }
    let (start, end) = at.line_bounds();
    let line = source.text.get(start..end).unwrap_or("");
    if let Some((offset, character)) = full_width_outside_quotes(line) {
        let place = start + offset..start + offset + character.len_utf8();
        return spot(source, place)
            .diagnostic(kind.full_width)
            .with("character", character);
    }
    at.diagnostic(kind.syntax).with("detail", message)
}

fn full_width_outside_quotes(line: &str) -> Option<(usize, char)> {
    let mut quote = None;
    for (offset, character) in line.char_indices() {
        match quote {
            Some(open) if character == open => quote = None,
            Some(_) => {}
            None if character == '"' || character == '\'' => quote = Some(character),
            None if character == '#' => return None,
            None if FULL_WIDTH.contains(&character) => return Some((offset, character)),
            None => {}
        }
    }
    None
}
