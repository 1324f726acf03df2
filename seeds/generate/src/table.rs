//! Tables as they are written: UTF-8 without a byte order mark, LF, header as in the file format.

use crate::error::SeedsError;

/// A table under construction.
pub struct Table {
    name: &'static str,
    columns: usize,
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    /// An empty table with its header.
    ///
    /// *Errors:* [`SeedsError::Table`].
    pub fn new(name: &'static str, header: &[&str]) -> Result<Self, SeedsError> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let written = writer.write_record(header);
        written.map_err(|source| SeedsError::Table {
            table: name,
            source,
        })?;
        Ok(Self {
            name,
            columns: header.len(),
            writer,
        })
    }

    /// Adds a row, which has a value for every column.
    ///
    /// *Errors:* [`SeedsError::Table`], also where the number of values is not that of the columns.
    pub fn row(&mut self, values: &[&str]) -> Result<(), SeedsError> {
        debug_assert_eq!(values.len(), self.columns, "{}", self.name);
        let written = self.writer.write_record(values);
        written.map_err(|source| SeedsError::Table {
            table: self.name,
            source,
        })
    }

    /// File name and content.
    ///
    /// *Errors:* [`SeedsError::Table`].
    pub fn finish(self) -> Result<(String, Vec<u8>), SeedsError> {
        let name = self.name;
        let bytes = self
            .writer
            .into_inner()
            .map_err(|error| SeedsError::Table {
                table: name,
                source: error.into_error().into(),
            })?;
        Ok((format!("{name}.csv"), bytes))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn table_is_plain_utf8_with_line_feeds() {
        let mut table = Table::new("needs", &["recipient", "source"]).unwrap();
        table.row(&["513332", "甲,乙"]).unwrap();
        let (name, bytes) = table.finish().unwrap();
        assert_eq!(name, "needs.csv");
        assert_eq!(bytes, "recipient,source\n513332,\"甲,乙\"\n".as_bytes());
    }
}
