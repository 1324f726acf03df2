//! Why no plan exists, as a workbook of one sheet.

use super::column::{Cell, Kind};
use super::style::Styles;
use super::table::{for_paper, height_of, lines_of, of_text, write_cell, write_paragraph};
use crate::block::{Align, Block};
use jiedui_messages::{Lang, catalogue};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Widths of the columns, in characters; a table of the story has no more columns than these.
const WIDTHS: [f64; 8] = [12.0, 30.0, 22.0, 22.0, 16.0, 16.0, 16.0, 16.0];

pub(super) fn sheet(blocks: &[Block], lang: Lang, styles: &Styles) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(catalogue(lang).text("wb-sheet-conflict", &[]))?;
    for (index, width) in (0_u16..).zip(WIDTHS) {
        sheet.set_column_width(index, width)?;
    }
    let last = u16::try_from(WIDTHS.len() - 1).unwrap_or(u16::MAX);
    let width: f64 = WIDTHS.iter().sum();
    let text = styles.cell(Kind::Wrapped);
    let mut row = 0;
    for block in blocks {
        match block {
            Block::Heading(1, title) => {
                write_paragraph(&mut sheet, row, last, width, title, &styles.title)?;
                sheet.set_row_height(row, 30.0)?;
                row += 1;
            }
            Block::Heading(_, heading) => {
                row += 1;
                write_paragraph(&mut sheet, row, last, width, heading, &styles.section)?;
                sheet.set_row_height(row, 22.0)?;
                row += 1;
            }
            Block::Paragraph(words) => {
                write_paragraph(&mut sheet, row, last, width, words, &styles.note)?;
                row += 1;
            }
            Block::Led(lead, items) => {
                for words in std::iter::once(lead).chain(items) {
                    write_paragraph(&mut sheet, row, last, width, words, &text)?;
                    row += 1;
                }
            }
            Block::Bullets(items) => {
                for item in items {
                    write_paragraph(&mut sheet, row, last, width, item, &text)?;
                    row += 1;
                }
            }
            Block::Table { heads, rows } => {
                for (place, (head, _)) in (0_u16..).zip(heads) {
                    let format = of_text(&styles.head, head);
                    sheet.write_string_with_format(row, place, head, &format)?;
                }
                sheet.set_row_height(row, 30.0)?;
                row += 1;
                for cells in rows {
                    let mut lines = 1.0_f64;
                    for ((place, cell), width) in (0_u16..).zip(cells).zip(WIDTHS) {
                        let right = heads
                            .get(usize::from(place))
                            .is_some_and(|(_, align)| *align == Align::Right);
                        let kind = if right { Kind::Centred } else { Kind::Wrapped };
                        lines = lines.max(lines_of(cell, width));
                        let cell = Cell::Text(cell.clone());
                        write_cell(&mut sheet, row, place, &cell, &styles.cell(kind))?;
                    }
                    sheet.set_row_height(row, height_of(lines))?;
                    row += 1;
                }
            }
        }
    }
    sheet.set_screen_gridlines(false);
    for_paper(&mut sheet, lang);
    Ok(sheet)
}
