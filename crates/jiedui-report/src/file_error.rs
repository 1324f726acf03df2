//! What can go wrong while a file for an office program is put together.

use thiserror::Error;

/// A file could not be put together. None of these comes from the dossier's content.
#[derive(Debug, Error)]
pub enum FileError {
    /// The workbook.
    #[error("the workbook could not be put together: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The text document.
    #[error("the document could not be put together: {0}")]
    Document(#[from] std::io::Error),
}
