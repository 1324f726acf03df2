//! The dossier of a small case whose figures are worked out by hand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may fail loudly"
)]

mod comparison;
mod contributions;
mod findings;
mod shape;
mod small_case;
