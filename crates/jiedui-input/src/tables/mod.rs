//! Tables of text: which tables and columns there are, and how a CSV file becomes one.

mod csv_file;
mod encoding;
mod schema;

pub(crate) use csv_file::read_csv;
pub(crate) use encoding::decode;
pub(crate) use schema::{Presence, TABLES, TableSchema, table_schema};
