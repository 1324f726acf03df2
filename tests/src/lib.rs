//! Tests of the workspace as a whole; see `tests/`. The library tells them where the repository is, makes the
//! cases that they share, and turns public benchmark instances into ordinary cases.

pub mod brute_force;
mod decisions;
mod generated;
pub mod outside;
pub mod random_case;
pub mod random_runs;

pub use decisions::decide;
pub use generated::generated_case;

use std::path::{Path, PathBuf};

/// The top folder of the checkout.
pub fn repository_root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}
