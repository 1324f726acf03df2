//! Prints blocks on a terminal.

use super::wrap::{columns, wrap};
use crate::block::{Align, Block};
use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets::NOTHING,
};

/// The fewest columns that a table is set in.
const NARROWEST: usize = 40;

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

fn table_lines(heads: &[(String, Align)], rows: &[Vec<String>], width: usize) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width.max(NARROWEST)).unwrap_or(u16::MAX));
    table.set_header(heads.iter().map(|(head, _)| head.as_str()));
    for row in rows {
        table.add_row(row.iter().map(String::as_str));
    }
    for (column, (_, align)) in table.column_iter_mut().zip(heads) {
        if *align == Align::Right {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let narrow: Vec<usize> = heads
        .iter()
        .enumerate()
        .filter(|(_, (_, align))| *align == Align::Right)
        .map(|(index, _)| index)
        .collect();
    // Figures are never broken over two lines: their columns are as wide as their widest cell, and
    // as the head where it is no longer than a figure can be.
    for index in narrow {
        let head = heads.get(index).map_or(0, |(head, _)| columns(head));
        let widest = rows
            .iter()
            .filter_map(|row| row.get(index))
            .map(|cell| columns(cell))
            .chain((head <= LONGEST_HEAD).then_some(head))
            .max()
            .unwrap_or(0);
        let padded = u16::try_from(widest + 2).unwrap_or(u16::MAX);
        if let Some(column) = table.column_mut(index) {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(padded)));
        }
    }
    table
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}
