//! The solver-neutral program of the yearly assignment (model §2–§5): one file per rule family
//! (`rules/`) and per measure (`measures/`), typed ids, tiers, LP text.

mod program;

pub use program::{
    ArcColumns, Column, ColumnId, ColumnKind, Program, Row, RowFamily, RowId, RowKey, Tier,
    TierObjective,
};
