//! Prints blocks as Markdown.

use crate::block::{Align, Block};

/// Blocks with an empty line between them.
pub(crate) fn render(blocks: &[Block]) -> String {
    let parts: Vec<String> = blocks.iter().map(block_text).collect();
    let mut out = parts.join("\n\n");
    out.push('\n');
    out
}

fn block_text(block: &Block) -> String {
    match block {
        Block::Heading(level, text) => {
            format!("{} {text}", "#".repeat(usize::from((*level).clamp(1, 6))))
        }
        Block::Paragraph(text) => text.clone(),
        Block::Bullets(items) => bullets(items),
        Block::Led(lead, items) => format!("{lead}\n\n{}", bullets(items)),
        Block::Table { heads, rows } => {
            let mut lines = Vec::with_capacity(rows.len() + 2);
            lines.push(row_text(heads.iter().map(|(head, _)| head.as_str())));
            lines.push(row_text(heads.iter().map(|(_, align)| match align {
                Align::Left => ":---",
                Align::Right => "---:",
            })));
            for row in rows {
                lines.push(row_text(row.iter().map(String::as_str)));
            }
            lines.join("\n")
        }
    }
}

fn bullets(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| format!("- {item}")).collect();
    items.join("\n")
}

fn row_text<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let cells: Vec<&str> = cells.collect();
    format!("| {} |", cells.join(" | "))
}
