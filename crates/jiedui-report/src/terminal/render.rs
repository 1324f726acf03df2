//! Prints blocks on a terminal.

use crate::block::{Align, Block};
use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets::NOTHING,
};
use jiedui_messages::{columns, wrap};

/// The fewest columns that a table is set in.
const NARROWEST: usize = 40;

/// Columns of a table that its cells do not use: one on each side.
const PADDING: usize = 2;

/// The fewest columns that a column of texts is set in.
const NARROWEST_TEXT: usize = 6;

/// Heads of columns of figures up to this width stay on one line.
const LONGEST_HEAD: usize = 14;

/// Blocks with an empty line between them; no line is longer than `width`.
pub(crate) fn render(blocks: &[Block], width: usize) -> String {
    let parts: Vec<String> = blocks
        .iter()
        .map(|block| block_lines(block, width).join("\n"))
        .collect();
    let mut out = parts.join("\n\n");
    out.push('\n');
    out
}

/// The lines of one block.
pub(crate) fn block_lines(block: &Block, width: usize) -> Vec<String> {
    match block {
        Block::Heading(level, text) => {
            let lines = wrap(text, width, "", "");
            let longest = lines.iter().map(|line| columns(line)).max().unwrap_or(0);
            let rule = match level {
                1 => "=",
                2 => "-",
                _ => return lines,
            };
            let mut lines = lines;
            lines.push(rule.repeat(longest));
            lines
        }
        Block::Paragraph(text) => wrap(text, width, "", ""),
        Block::Bullets(items) => bullets(items, width),
        Block::Led(lead, items) => {
            let mut lines = wrap(lead, width, "", "");
            lines.extend(bullets(items, width));
            lines
        }
        Block::Table { heads, rows } => table_lines(heads, rows, width),
    }
}

fn bullets(items: &[String], width: usize) -> Vec<String> {
    let items = items.iter();
    items
        .flat_map(|item| wrap(item, width, "- ", "  "))
        .collect()
}

/// Cells are wrapped as sentences are before the table is set, so that no number or bracket breaks in them.
fn table_lines(heads: &[(String, Align)], rows: &[Vec<String>], width: usize) -> Vec<String> {
    let width = width.max(NARROWEST);
    let widths = column_widths(heads, rows, width);
    let fitted = |text: &str, index: usize| match widths.as_ref().and_then(|all| all.get(index)) {
        Some(wide) => wrap(text, *wide, "", "").join("\n"),
        None => text.to_owned(),
    };
    let mut table = Table::new();
    table.load_style(NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    let head = |(index, (head, _)): (usize, &(String, Align))| fitted(head, index);
    table.set_header(heads.iter().enumerate().map(head));
    for row in rows {
        let cells = row.iter().enumerate();
        table.add_row(cells.map(|(index, cell)| fitted(cell, index)));
    }
    for (index, (column, (_, align))) in table.column_iter_mut().zip(heads).enumerate() {
        if *align == Align::Right {
            column.set_cell_alignment(CellAlignment::Right);
            let padded = u16::try_from(figures_width(heads, rows, index) + PADDING);
            let padded = padded.unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(padded)));
        }
    }
    table
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// What is wider than this in a column of figures is a figure with a remark, which may be broken.
const LONGEST_FIGURE: usize = 32;

/// Figures are never broken over two lines: their columns are as wide as their widest cell, and as the
/// head where it is no longer than a figure can be.
fn figures_width(heads: &[(String, Align)], rows: &[Vec<String>], index: usize) -> usize {
    let head = heads.get(index).map_or(0, |(head, _)| columns(head));
    let cells = rows.iter().filter_map(|row| row.get(index));
    let widest = cells.map(|cell| columns(cell)).max().unwrap_or(0);
    let head = if head <= LONGEST_HEAD { head } else { 0 };
    widest.min(LONGEST_FIGURE).max(head)
}

/// How wide each column is where the table does not fit at full width: figures take what they need, texts
/// share what is left, none more than it needs. Nothing where all fits, or where figures leave no room.
fn column_widths(
    heads: &[(String, Align)],
    rows: &[Vec<String>],
    width: usize,
) -> Option<Vec<usize>> {
    let mut widths: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(index, (head, align))| {
            let texts = rows.iter().filter_map(|row| row.get(index));
            match align {
                Align::Right => figures_width(heads, rows, index),
                Align::Left => texts
                    .map(|text| columns(text))
                    .fold(columns(head), usize::max),
            }
        })
        .collect();
    let room = width.saturating_sub(PADDING * heads.len());
    if widths.iter().sum::<usize>() <= room {
        return None;
    }
    let texts = heads.iter().enumerate();
    let texts = texts.filter(|(_, (_, align))| *align == Align::Left);
    let mut open: Vec<usize> = texts.map(|(index, _)| index).collect();
    // The narrowest first: what it does not need of its share is left to the others.
    open.sort_by_key(|index| widths[*index]);
    let fixed: usize = (0..heads.len())
        .filter(|index| !open.contains(index))
        .map(|index| widths[index])
        .sum();
    let mut left = room.checked_sub(fixed)?;
    if left < NARROWEST_TEXT * open.len() {
        return None;
    }
    let mut sharing = open.len();
    for index in open {
        widths[index] = widths[index].min(left / sharing);
        left -= widths[index];
        sharing -= 1;
    }
    Some(widths)
}
