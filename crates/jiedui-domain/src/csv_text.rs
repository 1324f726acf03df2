//! Tables of a case and of a plan as CSV text, and the one guard against formulas in it.

use std::borrow::Cow;

/// Whether a spreadsheet may take a cell that begins so for a formula. The full-width signs count:
/// input methods turn them into the others.
pub fn is_formula_start(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'])
}

/// The text with an apostrophe in front where a spreadsheet would take it for a formula, or would take
/// off an apostrophe that belongs to the text.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula_start(text.trim_start_matches('\'')) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What [`guarded`] was made from.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula_start(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// A cell that people may have edited: trimmed, and without the apostrophe that keeps spreadsheets from taking
/// text for a formula (`'=A1` → `=A1`).
pub fn cell_text(cell: &str) -> &str {
    unguarded(cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}'))
}

/// Where the next record of a CSV text begins, and the number of blank lines before it; `end` is where the one
/// before was read to.
///
/// A CSV reader skips blank lines without a word; a spreadsheet shows a row for each.
pub fn past_blank_lines(text: &[u8], end: usize) -> (usize, u32) {
    let mut start = end;
    let mut blank = 0;
    // The reader ends a record at the `\r` of `\r\n`: the `\n` is no blank line.
    if start > 0 && text.get(start - 1) == Some(&b'\r') && text.get(start) == Some(&b'\n') {
        start += 1;
    }
    loop {
        match text.get(start) {
            Some(b'\r') if text.get(start + 1) == Some(&b'\n') => start += 2,
            Some(b'\r' | b'\n') => start += 1,
            _ => return (start, blank),
        }
        blank += 1;
    }
}

/// How the rows of a CSV text end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowEnd {
    /// A line feed: for programs.
    Unix,
    /// As spreadsheets on Windows expect it.
    Windows,
}

/// A CSV text that grows cell by cell.
///
/// *Determinism:* the text depends on the cells and their order only.
#[derive(Clone, Debug)]
pub struct CsvText {
    text: String,
    row_end: RowEnd,
    at_start: bool,
}

impl CsvText {
    /// A text that begins with a row of heads.
    pub fn new<S: AsRef<str>>(heads: impl IntoIterator<Item = S>, row_end: RowEnd) -> Self {
        let mut text = Self {
            text: String::new(),
            row_end,
            at_start: true,
        };
        for head in heads {
            text.word(head.as_ref());
        }
        text.end();
        text
    }

    /// A number, or a word of ours.
    pub fn word(&mut self, text: &str) {
        if !self.at_start {
            self.text.push(',');
        }
        self.at_start = false;
        if text.contains([',', '"', '\n', '\r']) {
            self.text.push('"');
            self.text.push_str(&text.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(text);
        }
    }

    /// A text that people typed.
    pub fn text(&mut self, text: &str) {
        self.word(&guarded(text));
    }

    /// Ends the row.
    pub fn end(&mut self) {
        self.text.push_str(match self.row_end {
            RowEnd::Unix => "\n",
            RowEnd::Windows => "\r\n",
        });
        self.at_start = true;
    }

    /// The whole text.
    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guarded_text_is_no_formula_and_comes_back() {
        for text in [
            "=HYPERLINK(\"http://x\")",
            "+1",
            "-甲",
            "@x",
            "＝1+1",
            "'=1",
            "''@",
            "\t=1",
            "'甲",
            "理塘县",
            "",
        ] {
            let guarded = guarded(text);
            assert!(!is_formula_start(&guarded), "{guarded}");
            assert_eq!(unguarded(&guarded), text);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut csv = CsvText::new(["a", "b"], RowEnd::Unix);
        csv.text("=1,2");
        csv.word("-1");
        csv.end();
        csv.text("说\"好\"\n");
        csv.word("");
        csv.end();
        assert_eq!(csv.finish(), "a,b\n\"'=1,2\",-1\n\"说\"\"好\"\"\n\",\n");
    }
}
