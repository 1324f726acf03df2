//! A sheet that is one table: title, what it is, totals, head, rows; filtered, frozen, ready to print.

use super::column::{Bar, Cell, Column, Kind};
use super::style::{BAR, ESTIMATED, ILLUSTRATIVE, Styles};
use crate::wording::Wording;
use jiedui_messages::{Lang, catalogue};
use rust_xlsxwriter::{
    Color, ConditionalFormatDataBar, ConditionalFormatText, ConditionalFormatTextRule,
    ConditionalFormatType, Format, Formula, Worksheet, XlsxError, cell_range,
};

/// The last row of a sheet, from 0.
const LAST_ROW: u32 = 1_048_575;
/// Longer texts do not fit a cell.
const MOST_CHARACTERS: usize = 32_000;
/// Paper size 9 of the file format.
pub(super) const A4: u8 = 9;
/// Height of a line of a note, in points.
const LINE_HEIGHT: f64 = 15.0;
/// Characters across that can be read on A4 landscape.
const MOST_PRINTED: f64 = 226.0;
/// A row cannot be higher than this many lines.
const MOST_LINES: f64 = 26.0;

/// Heads of columns that hold nothing where no amounts are told.
const OF_AMOUNTS: [&str; 14] = [
    "wb-head-budget",
    "wb-head-capacity",
    "wb-head-coverage",
    "wb-head-effort",
    "wb-head-estimated-share",
    "wb-head-gap-wan",
    "wb-head-given-wan",
    "wb-head-help",
    "wb-head-illustrative-share",
    "wb-head-left",
    "wb-head-need-wan",
    "wb-head-share-of-need",
    "wb-head-spent",
    "wb-head-value",
];

/// A sheet before it is written.
pub(super) struct Table<'a, R> {
    /// Catalogue key of the sheet's name and title.
    pub name: &'static str,
    /// Catalogue key of what is said about it.
    pub note: &'static str,
    pub columns: Vec<Column<'a, R>>,
    pub rows: Vec<R>,
    /// Columns that stay in view.
    pub frozen_columns: u16,
}

/// A written sheet, and where its rows are.
pub(super) struct Placed {
    pub sheet: Worksheet,
    pub name: String,
    heads: Vec<String>,
    first_row: u32,
    rows: usize,
}

impl Placed {
    /// The cells of a column as (sheet, first row, column, last row, column), its first `rows` only.
    pub fn cells(&self, head: &str, rows: usize) -> Option<(&str, u32, u16, u32, u16)> {
        let column = self.heads.iter().position(|known| known == head)?;
        let column = u16::try_from(column).ok()?;
        let count = u32::try_from(rows.min(self.rows)).ok()?;
        let last = self.first_row + count.checked_sub(1)?;
        Some((&self.name, self.first_row, column, last, column))
    }
}

impl<R> Table<'_, R> {
    /// Writes the sheet.
    pub fn write(mut self, wording: Wording<'_>, styles: &Styles) -> Result<Placed, XlsxError> {
        if !wording.tells_amounts() {
            let of_amounts = OF_AMOUNTS.map(|key| wording.word(key));
            self.columns
                .retain(|column| !of_amounts.contains(&column.head));
        }
        let name = wording.word(self.name);
        let mut sheet = Worksheet::new();
        sheet.set_name(&name)?;
        let last_column = u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.write_string_with_format(0, 0, &name, &styles.title)?;
        sheet.set_row_height(0, 26.0)?;
        self.write_note(&mut sheet, &wording.word(self.note), last_column, styles)?;
        let totalled = self.columns.iter().any(|column| column.total);
        let head_row = if totalled { 3 } else { 2 };
        let first_row = head_row + 1;
        // The last row that a sheet has tells how many found no room.
        let left_out = self
            .rows
            .len()
            .saturating_sub((LAST_ROW - first_row) as usize);
        self.rows.truncate(self.rows.len() - left_out);
        let last_row = head_row + u32::try_from(self.rows.len()).unwrap_or(u32::MAX - head_row);
        for (index, column) in (0_u16..).zip(&self.columns) {
            sheet.set_column_width(index, column.width)?;
            let format = of_text(&styles.head, &column.head);
            sheet.write_string_with_format(head_row, index, &column.head, &format)?;
        }
        sheet.set_row_height(head_row, 32.0)?;
        for (row, entry) in (first_row..).zip(&self.rows) {
            let mut lines = 1.0_f64;
            for (index, column) in (0_u16..).zip(&self.columns) {
                let cell = (column.value)(entry);
                if let (Kind::Wrapped, Cell::Text(text)) = (column.kind, &cell) {
                    lines = lines.max(lines_of(text, column.width));
                }
                let format = styles.cell(column.kind);
                write_cell(&mut sheet, row, index, &cell, &format)?;
            }
            if lines > 1.0 {
                sheet.set_row_height(row, height_of(lines))?;
            }
        }
        if self.rows.is_empty() {
            sheet.write_string_with_format(first_row, 0, wording.word("wb-none"), &styles.note)?;
        } else {
            sheet.autofilter(head_row, 0, last_row, last_column)?;
            self.conditional_formats(&mut sheet, wording, first_row, last_row)?;
        }
        if left_out > 0 {
            let count = left_out.to_string();
            let words = wording.text("wb-left-out", &[("count", &count)]);
            sheet.write_string_with_format(last_row + 1, 0, words, &styles.note)?;
        }
        if totalled {
            let words = wording.word("wb-total");
            sheet.write_string_with_format(
                2,
                0,
                words,
                &styles.section.clone().set_font_size(11),
            )?;
            self.write_totals(&mut sheet, styles, first_row, last_row)?;
        }
        sheet.set_freeze_panes(first_row, self.frozen_columns)?;
        sheet.set_repeat_rows(head_row, head_row)?;
        // On paper a sheet is one page wide: with every column of a wide one nobody could read it.
        sheet.set_print_area(0, 0, last_row.max(first_row), self.last_printed())?;
        for_paper(&mut sheet, wording.lang);
        Ok(Placed {
            sheet,
            name,
            heads: self
                .columns
                .iter()
                .map(|column| column.head.clone())
                .collect(),
            first_row,
            rows: self.rows.len(),
        })
    }

    /// The last of the leading columns that are printed.
    fn last_printed(&self) -> u16 {
        let mut width = 0.0;
        let fits = self.columns.iter().take_while(|column| {
            width += column.width;
            width <= MOST_PRINTED
        });
        let count = fits.count().max(1);
        u16::try_from(count - 1).unwrap_or(u16::MAX)
    }

    fn write_note(
        &self,
        sheet: &mut Worksheet,
        note: &str,
        last_column: u16,
        styles: &Styles,
    ) -> Result<(), XlsxError> {
        // A note over more columns than a screen is wide would be read by scrolling.
        const SCREEN: f64 = 110.0;
        let mut width = 0.0;
        let mut span = 0;
        for (index, column) in (0_u16..=last_column).zip(&self.columns) {
            if index > 0 && width + column.width > SCREEN {
                break;
            }
            width += column.width;
            span = index;
        }
        write_paragraph(sheet, 1, span, width, note, &styles.note)
    }

    fn write_totals(
        &self,
        sheet: &mut Worksheet,
        styles: &Styles,
        first_row: u32,
        last_row: u32,
    ) -> Result<(), XlsxError> {
        for (index, column) in (0_u16..).zip(&self.columns) {
            if !column.total {
                continue;
            }
            let sum: f64 = self
                .rows
                .iter()
                .map(|row| match (column.value)(row) {
                    Cell::Number(value) => value,
                    Cell::Text(_) | Cell::Empty => 0.0,
                })
                .sum();
            let cells = cell_range(first_row, index, last_row.max(first_row), index);
            // What a program shows that does not compute formulas; binary dust is no figure.
            let shown = ((sum * 1e6).round() / 1e6).to_string();
            let formula = Formula::new(format!("=SUBTOTAL(109,{cells})")).set_result(shown);
            sheet.write_formula_with_format(2, index, formula, &styles.total(column.kind))?;
        }
        Ok(())
    }

    fn conditional_formats(
        &self,
        sheet: &mut Worksheet,
        wording: Wording<'_>,
        first_row: u32,
        last_row: u32,
    ) -> Result<(), XlsxError> {
        for (index, column) in (0_u16..).zip(&self.columns) {
            if let Some(bar) = column.bar {
                let mut format = ConditionalFormatDataBar::new()
                    .set_fill_color(Color::RGB(BAR))
                    .set_solid_fill(true)
                    .set_border_off(true)
                    .set_minimum(ConditionalFormatType::Number, 0);
                if bar == Bar::Share {
                    format = format.set_maximum(ConditionalFormatType::Number, 1);
                }
                sheet.add_conditional_format(first_row, index, last_row, index, &format)?;
            }
            if column.marked {
                for (key, colour) in [
                    ("rep-basis-estimated", ESTIMATED),
                    ("rep-basis-illustrative", ILLUSTRATIVE),
                ] {
                    let format = ConditionalFormatText::new()
                        .set_rule(ConditionalFormatTextRule::BeginsWith(wording.word(key)))
                        .set_format(Format::new().set_background_color(Color::RGB(colour)));
                    sheet.add_conditional_format(first_row, index, last_row, index, &format)?;
                }
            }
        }
        Ok(())
    }
}

/// The format of a text: one that a program might take for a formula when it is edited carries the mark of text.
pub(super) fn of_text(format: &Format, text: &str) -> Format {
    let format = format.clone();
    if jiedui_domain::is_formula_start(text) {
        format.set_quote_prefix()
    } else {
        format
    }
}

/// Writes a cell. Text is always a string, never a formula, a link or a number.
pub(super) fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => {
            let text: String = if text.chars().count() > MOST_CHARACTERS {
                let kept = text.chars().take(MOST_CHARACTERS - 1);
                kept.chain(['…']).collect()
            } else {
                text.clone()
            };
            let format = of_text(format, &text);
            sheet.write_string_with_format(row, column, text, &format)?;
        }
        Cell::Number(value) if value.is_finite() => {
            sheet.write_number_with_format(row, column, *value, format)?;
        }
        Cell::Number(_) | Cell::Empty => {
            sheet.write_blank(row, column, format)?;
        }
    }
    Ok(())
}

/// Lines that a text takes in a column so many characters wide. Programs that open the file do not
/// all fit rows to wrapped text, so the height is stated; it is a little generous.
pub(super) fn lines_of(text: &str, width: f64) -> f64 {
    let columns = unicode_width::UnicodeWidthStr::width(text) as f64;
    (columns * 1.15 / (width - 2.0).max(1.0))
        .ceil()
        .clamp(1.0, MOST_LINES)
}

/// The height of a row of so many lines, in points.
pub(super) fn height_of(lines: f64) -> f64 {
    lines * LINE_HEIGHT + 3.0
}

/// Writes words across the first columns, in a row that is high enough for them.
pub(super) fn write_paragraph(
    sheet: &mut Worksheet,
    row: u32,
    last_column: u16,
    width: f64,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.set_row_height(row, height_of(lines_of(text, width)))?;
    let format = of_text(format, text);
    if last_column == 0 {
        sheet.write_string_with_format(row, 0, text, &format)?;
    } else {
        sheet.merge_range(row, 0, row, last_column, text, &format)?;
    }
    Ok(())
}

/// Landscape A4, as many pages long as it takes, one page wide, with what it is and the page number.
pub(super) fn for_paper(sheet: &mut Worksheet, lang: Lang) {
    let word = |key| catalogue(lang).text(key, &[]);
    sheet.set_paper_size(A4);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    sheet.set_header(format!("&R{}", word("wb-draft")));
    sheet.set_footer(format!("&C{}", word("wb-footer-page")));
}
