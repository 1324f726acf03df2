//! A document while it is written: paragraphs and tables, one after the other.

use super::layout::{self, ROW_TO_FILL, TEXT_WIDTH, style};
use super::ordinal::ordinal;
use super::package;
use crate::Made;
use docx_rs::{
    AlignmentType, DocGrid, Docx, Footer, Header, HeightRule, PageNum, Paragraph, Run, Table,
    TableAlignmentType, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType,
    WidthType,
};
use jiedui_messages::{Lang, catalogue};

/// How the cells of a column are set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Set {
    /// Words.
    Left,
    /// Short words.
    Centre,
    /// Figures.
    Right,
}

/// A column of a table: the catalogue key of its head, its share of the width, how it is set.
pub(super) type Column = (&'static str, usize, Set);

/// Forms with no more rows stay on one page.
const MOST_KEPT: usize = 8;

enum Piece {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// A document.
pub(super) struct Paper {
    lang: Lang,
    pieces: Vec<Piece>,
    first: usize,
    second: usize,
    third: usize,
    tables: usize,
    breaks: bool,
}

impl Paper {
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            pieces: Vec::new(),
            first: 0,
            second: 0,
            third: 0,
            tables: 0,
            breaks: false,
        }
    }

    fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        catalogue(self.lang).text(key, values)
    }

    fn word(&self, key: &str) -> String {
        self.text(key, &[])
    }

    /// Sentences one after the other, as the language sets them.
    pub fn joined(&self, sentences: &[String]) -> String {
        sentences.join(&self.word("doc-sentence-space"))
    }

    /// A line of the title.
    pub fn title(&mut self, text: &str) {
        self.styled(style::TITLE, text);
    }

    /// A line below the title.
    pub fn subtitle(&mut self, text: &str) {
        self.styled(style::SUBTITLE, text);
    }

    /// A heading that carries its own number: 一、
    pub fn first(&mut self, text: &str) {
        self.second = 0;
        self.third = 0;
        self.styled(style::FIRST, text);
    }

    /// A heading that is numbered here: 一、
    pub fn numbered_first(&mut self, text: &str) {
        self.first += 1;
        let number = ordinal(self.lang, self.first);
        let text = self.text("doc-ordinal-first", &[("n", &number), ("text", text)]);
        self.first(&text);
    }

    /// The next numbered paragraph is the first of its list.
    pub fn count_items_anew(&mut self) {
        self.third = 0;
    }

    /// A heading of the second level: （一）
    pub fn second(&mut self, text: &str) {
        self.second += 1;
        self.third = 0;
        let number = ordinal(self.lang, self.second);
        let text = self.text("doc-ordinal-second", &[("n", &number), ("text", text)]);
        self.styled(style::SECOND, &text);
    }

    /// A numbered paragraph: 1.
    pub fn item(&mut self, text: &str) {
        self.third += 1;
        let number = self.third.to_string();
        let text = self.text("doc-ordinal-third", &[("n", &number), ("text", text)]);
        self.styled(style::BODY, &text);
    }

    /// A numbered paragraph of a long annex.
    pub fn small_item(&mut self, text: &str) {
        self.third += 1;
        let number = self.third.to_string();
        let text = self.text("doc-ordinal-third", &[("n", &number), ("text", text)]);
        self.styled(style::SMALL, &text);
    }

    /// A paragraph of a long annex.
    pub fn small(&mut self, text: &str) {
        self.styled(style::SMALL, text);
    }

    /// A paragraph.
    pub fn body(&mut self, text: &str) {
        self.styled(style::BODY, text);
    }

    /// A paragraph made of sentences.
    pub fn sentences(&mut self, sentences: &[String]) {
        let text = self.joined(sentences);
        self.body(&text);
    }

    /// A paragraph that does not begin with an indent.
    pub fn plain(&mut self, text: &str) {
        self.styled(style::PLAIN, text);
    }

    /// A paragraph at the right edge that stays on the page of the next.
    pub fn right_with_next(&mut self, text: &str) {
        let paragraph = paragraph(style::PLAIN, text).align(AlignmentType::Right);
        self.push(paragraph.keep_next(true));
    }

    /// A paragraph at the right edge.
    pub fn right(&mut self, text: &str) {
        let paragraph = paragraph(style::PLAIN, text).align(AlignmentType::Right);
        self.push(paragraph);
    }

    /// A line that stays on the page of the next.
    pub fn plain_with_next(&mut self, text: &str) {
        self.push(paragraph(style::PLAIN, text).keep_next(true));
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.styled(style::PLAIN, "");
    }

    /// What comes next begins a page.
    pub fn new_page(&mut self) {
        self.second = 0;
        self.third = 0;
        self.breaks = true;
    }

    /// The caption of the table that comes next, numbered here: 表1
    pub fn caption(&mut self, key: &str) {
        self.tables += 1;
        let (number, text) = (self.tables.to_string(), self.word(key));
        let text = self.text("doc-caption", &[("n", &number), ("text", &text)]);
        self.styled(style::CAPTION, &text);
    }

    /// A table whose head is repeated on every page.
    pub fn table(&mut self, columns: &[Column], rows: &[Vec<String>]) {
        self.rows(columns, rows, false);
    }

    /// A table with room to write by hand.
    pub fn form(&mut self, columns: &[Column], rows: &[Vec<String>]) {
        self.rows(columns, rows, true);
    }

    fn rows(&mut self, columns: &[Column], rows: &[Vec<String>], to_fill: bool) {
        let columns: Vec<(String, usize, Set)> = columns
            .iter()
            .map(|(key, share, set)| (self.word(key), *share, *set))
            .collect();
        self.titled_rows(&columns, rows, to_fill);
    }

    /// A table whose heads are texts.
    pub fn titled_rows(
        &mut self,
        columns: &[(String, usize, Set)],
        rows: &[Vec<String>],
        to_fill: bool,
    ) {
        let widths = widths(columns);
        let head = columns.iter().zip(&widths).map(|((text, _, _), width)| {
            cell(paragraph(style::HEAD, text).keep_next(true), *width)
        });
        let mut table_rows = vec![TableRow::new(head.collect()).cant_split()];
        // A form that fits a page is not torn apart: each row stays with the next.
        let last = rows.len().saturating_sub(1);
        for (number, row) in rows.iter().enumerate() {
            let keep = to_fill && rows.len() <= MOST_KEPT && number < last;
            let cells = row
                .iter()
                .zip(columns)
                .zip(&widths)
                .map(|((text, (_, _, set)), width)| {
                    let align = match set {
                        Set::Left => AlignmentType::Left,
                        Set::Centre => AlignmentType::Center,
                        Set::Right => AlignmentType::Right,
                    };
                    let text = paragraph(style::CELL, text).align(align);
                    let text = if keep { text.keep_next(true) } else { text };
                    cell(text, *width)
                });
            let mut row = TableRow::new(cells.collect()).cant_split();
            if to_fill {
                row = row.row_height(ROW_TO_FILL).height_rule(HeightRule::AtLeast);
            }
            table_rows.push(row);
        }
        let table = Table::new(table_rows)
            .set_grid(widths)
            .width(TEXT_WIDTH, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .align(TableAlignmentType::Center)
            .margins(TableCellMargins::new().margin(20, 60, 20, 60));
        self.pieces.push(Piece::Table(Box::new(table)));
        self.styled(style::SPACER, "");
    }

    fn styled(&mut self, style: &str, text: &str) {
        self.push(paragraph(style, text));
    }

    fn push(&mut self, mut paragraph: Paragraph) {
        if self.breaks {
            paragraph = paragraph.page_break_before(true);
            self.breaks = false;
        }
        self.pieces.push(Piece::Paragraph(Box::new(paragraph)));
    }

    /// The file.
    pub fn finish(self, title: &str, header: &str, made: Made) -> Result<Vec<u8>, std::io::Error> {
        let (lang, draft) = (self.lang, self.word("doc-draft"));
        let (width, height) = layout::PAGE;
        let edge = paragraph(style::EDGE, "");
        let page = self.text("doc-page", &[("page", "\t")]);
        let (before, after) = page.split_once('\t').unwrap_or(("", ""));
        let number = edge
            .clone()
            .add_run(Run::new().add_text(before))
            .add_page_num(PageNum::new())
            .add_run(Run::new().add_text(after));
        let header = edge.add_run(Run::new().size(18).color("7F7F7F").add_text(header));
        let mut docx = Docx::new()
            .page_size(width, height)
            .page_margin(layout::margins())
            .header(Header::new().add_paragraph(header))
            .footer(Footer::new().add_paragraph(number));
        docx.document = docx.document.doc_grid(DocGrid::with_empty());
        for style in layout::styles(lang) {
            docx = docx.add_style(style);
        }
        for piece in self.pieces {
            docx = match piece {
                Piece::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
                Piece::Table(table) => docx.add_table(*table),
            };
        }
        package::package(docx, title, &draft, made)
    }
}

fn paragraph(style: &str, text: &str) -> Paragraph {
    let paragraph = Paragraph::new().style(style);
    if text.is_empty() {
        return paragraph;
    }
    paragraph.add_run(Run::new().add_text(text))
}

fn cell(paragraph: Paragraph, width: usize) -> TableCell {
    TableCell::new()
        .add_paragraph(paragraph)
        .vertical_align(VAlignType::Center)
        .width(width, WidthType::Dxa)
}

/// The width of each column by its share.
fn widths(columns: &[(String, usize, Set)]) -> Vec<usize> {
    let shares: usize = columns.iter().map(|(_, share, _)| share).sum();
    columns
        .iter()
        .map(|(_, share, _)| TEXT_WIDTH * share / shares.max(1))
        .collect()
}
