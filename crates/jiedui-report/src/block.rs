//! What a report is made of, before it is printed in one medium.

/// How a column of a table is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// A part of a report. Texts are clean for the medium that they will be printed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Block {
    /// A heading; 1 is the title.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    Bullets(Vec<String>),
    /// A sentence with the list that belongs to it, with nothing between them.
    Led(String, Vec<String>),
    /// A table: heads with their alignment, then rows of as many cells.
    Table {
        heads: Vec<(String, Align)>,
        rows: Vec<Vec<String>>,
    },
}

impl Block {
    /// A table, or nothing where there are no rows.
    pub fn table(heads: Vec<(String, Align)>, rows: Vec<Vec<String>>) -> Option<Self> {
        (!rows.is_empty()).then_some(Self::Table { heads, rows })
    }

    /// A list, or nothing where there are no items.
    pub fn bullets(items: Vec<String>) -> Option<Self> {
        (!items.is_empty()).then_some(Self::Bullets(items))
    }
}
