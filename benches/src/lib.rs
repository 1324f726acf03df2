//! The cases that the benchmarks run on: the shipped one, and one ten times its size made from it.

mod spent;
mod tenfold;

use jiedui_input::CaseSource;
pub use spent::Spent;
pub use tenfold::{COPIES, SEED, tenfold};

/// The files of the shipped case, by name.
pub const SHIPPED: &[(&str, &[u8])] = &[
    (
        "case.toml",
        include_bytes!("../../seeds/sichuan-2025/case.toml"),
    ),
    (
        "places.csv",
        include_bytes!("../../seeds/sichuan-2025/places.csv"),
    ),
    (
        "recipients.csv",
        include_bytes!("../../seeds/sichuan-2025/recipients.csv"),
    ),
    (
        "helpers.csv",
        include_bytes!("../../seeds/sichuan-2025/helpers.csv"),
    ),
    (
        "needs.csv",
        include_bytes!("../../seeds/sichuan-2025/needs.csv"),
    ),
    (
        "supply.csv",
        include_bytes!("../../seeds/sichuan-2025/supply.csv"),
    ),
    (
        "pairs.csv",
        include_bytes!("../../seeds/sichuan-2025/pairs.csv"),
    ),
    (
        "history.csv",
        include_bytes!("../../seeds/sichuan-2025/history.csv"),
    ),
];

/// The shipped policy.
pub const POLICY: &str = include_str!("../../config/sichuan.toml");

/// The shipped case as the reading stage takes it.
pub fn shipped() -> CaseSource {
    CaseSource::Embedded(SHIPPED)
}
