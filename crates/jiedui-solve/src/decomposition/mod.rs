//! Decomposition: one b-matching per track, or one portfolio per helper where helpers have several pairs
//! that share a budget; prices on the rows that couple them.

pub mod blocks;
pub mod coarse;
pub(crate) mod cutoff;
pub mod generation;
pub(crate) mod lacking;
pub(crate) mod master;
pub mod planned;
pub(crate) mod portfolio;
pub(crate) mod pricing;
