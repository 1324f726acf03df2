//! Tests of the program: golden LP text per family and measure, completion, tiers, facts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails panics"
)]

mod completion;
mod golden;
mod measure_cases;
mod rule_cases;
mod shape;
mod tiny;
