//! Tests of the workspace as a whole; see `tests/`. The library tells them where the repository is, makes and
//! solves the cases that they share, looks at all plans of small ones, checks optimal flows, drives a browser,
//! and turns public benchmark instances into ordinary cases.

pub mod brute_force;
pub mod chromium;
mod decisions;
mod first_fitting;
mod generated;
pub mod moves;
pub mod outside;
pub mod random_case;
pub mod random_runs;
pub mod runs;
pub mod transport_certificate;

pub use decisions::decide;
pub use first_fitting::first_fitting;
pub use generated::{generated_case, generated_tables};

use std::path::{Path, PathBuf};

/// The top folder of the checkout.
pub fn repository_root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}
