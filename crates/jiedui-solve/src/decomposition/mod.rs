//! Decomposition: one b-matching per track, prices on the rows that couple them.

pub mod blocks;
pub mod cutoff;
pub mod generation;
pub mod master;
pub mod pricing;
