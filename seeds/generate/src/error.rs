//! What can go wrong while a case is derived.

use std::path::PathBuf;
use thiserror::Error;

/// Why no case was derived, or why the committed one is not the derived one.
#[derive(Debug, Error)]
pub enum SeedsError {
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A table of facts is not what it should be.
    #[error("{table}: {source}")]
    Table {
        /// The table.
        table: &'static str,
        /// The cause.
        source: csv::Error,
    },
    /// A table refers to something that no other table defines.
    #[error("{table} has no row for `{key}`")]
    Missing {
        /// The table that should have it.
        table: &'static str,
        /// What is missing.
        key: String,
    },
    /// A word of a table that no formula knows.
    #[error("{table}: `{word}` is not one of the known words")]
    UnknownWord {
        /// The table.
        table: &'static str,
        /// The word.
        word: String,
    },
    /// The committed file is not what the facts give.
    #[error("{path} differs from what the facts give; run `cargo run -p jiedui-seeds`")]
    Differs {
        /// The committed file.
        path: PathBuf,
    },
    /// An argument that the program does not know.
    #[error("unknown argument `{0}`; the only one is --check")]
    Argument(String),
}
