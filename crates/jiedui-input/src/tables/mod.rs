//! Tables of text: which tables and columns there are, and how a CSV file becomes one.

mod action;
mod csv_file;
mod encoding;
mod header;
mod quoting;
mod schema;

pub(crate) use action::action_of;
pub(crate) use csv_file::{MAX_CELL, MAX_COLUMNS, MAX_ROWS, read_csv};
pub use encoding::decode;
pub(crate) use encoding::is_binary;
pub(crate) use header::{
    check_e0104_duplicate_column, check_e0218_unit_of_header, column_name, drop_unnamed_columns,
    location,
};
pub(crate) use schema::{ColumnSchema, DEGREES, Kind, Presence, TABLES, TableSchema, table_schema};
