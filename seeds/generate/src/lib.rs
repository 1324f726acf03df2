//! Derives the shipped case `seeds/sichuan-2025` from the tables in `seeds/facts`.
//!
//! Every estimated figure comes from one documented function: finances in [`finance`], what a
//! county needs in [`need`], what a helper has in [`supply`], distances in [`distance`].
//! All arithmetic but the great circle is on whole numbers, so the output is the same to the byte
//! on every machine.

pub mod basis;
pub mod case_files;
pub mod decimal;
pub mod distance;
pub mod error;
pub mod facts;
pub mod figure;
pub mod finance;
pub mod folder;
pub mod need;
pub mod roster;
pub mod structure;
pub mod summary;
pub mod supply;
pub mod table;

/// The year that the case is for.
pub const CASE_YEAR: i32 = 2025;
/// The year of the revenue that the budgets of places rest on: the year before.
pub const REVENUE_YEAR: i32 = CASE_YEAR - 1;
