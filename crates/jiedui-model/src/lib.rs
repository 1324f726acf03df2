//! The solver-neutral program of the yearly assignment (model §2–§5): one file per rule family
//! (`rules/`) and per measure (`measures/`), typed ids, tiers, LP text.

#![allow(
    rustdoc::broken_intra_doc_links,
    reason = "formulas write indices in brackets: x[h,r,s]"
)]

mod build;
mod columns;
mod completion;
mod context;
mod last_priority;
pub mod lp_text;
mod measures;
mod names;
mod program;
mod rules;
mod tiers;

pub use jiedui_graph::ArcId;
pub use program::{
    ArcColumns, Column, ColumnId, ColumnKind, Program, Row, RowFamily, RowId, RowKey, TieBreak,
    Tier, TierObjective,
};
