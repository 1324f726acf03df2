//! Stories that other reports tell too, in the layout of official documents.

use super::paper::{Paper, Set};
use crate::block::{Align, Block};
use unicode_width::UnicodeWidthStr;

/// Where a story stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// It is the document: its first heading is the title.
    Document,
    /// In an annex, below a heading of its own.
    Annex,
}

pub(super) fn write(paper: &mut Paper, blocks: &[Block], place: Place) {
    for block in blocks {
        match (block, place) {
            (Block::Heading(1, text), Place::Document) => {
                paper.title(text);
                paper.gap();
            }
            (Block::Heading(2, text), Place::Document) => paper.numbered_first(text),
            (Block::Heading(_, text), _) => paper.second(text),
            (Block::Paragraph(text), Place::Document) => paper.body(text),
            (Block::Paragraph(text), Place::Annex) => paper.small(text),
            (Block::Bullets(items), Place::Document) => {
                paper.count_items_anew();
                items.iter().for_each(|item| paper.item(item));
            }
            (Block::Bullets(items), Place::Annex) => {
                paper.count_items_anew();
                items.iter().for_each(|item| paper.small_item(item));
            }
            (Block::Led(lead, items), place) => {
                let parts = [
                    Block::Paragraph(lead.clone()),
                    Block::Bullets(items.clone()),
                ];
                write(paper, &parts, place);
            }
            (Block::Table { heads, rows }, _) => {
                paper.titled_rows(&columns(heads, rows), rows, false);
            }
        }
    }
}

/// A share of the width for every column, by what stands in it.
fn columns(heads: &[(String, Align)], rows: &[Vec<String>]) -> Vec<(String, usize, Set)> {
    const LEAST: usize = 6;
    const MOST: usize = 40;
    let share = |place: usize, head: &str| {
        let cells = rows.iter().filter_map(|row| row.get(place));
        let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
        widest.max(head.width()).clamp(LEAST, MOST)
    };
    let heads = heads.iter().enumerate();
    heads
        .map(|(place, (text, align))| {
            let set = match align {
                Align::Left => Set::Left,
                Align::Right => Set::Right,
            };
            (text.clone(), share(place, text), set)
        })
        .collect()
}
