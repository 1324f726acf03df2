//! Tests of the workspace as a whole; see `tests/`. The library tells them where the repository is, and
//! turns public benchmark instances into ordinary cases.

mod decisions;
pub mod outside;

pub use decisions::decide;

use std::path::{Path, PathBuf};

/// The top folder of the checkout.
pub fn repository_root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}
