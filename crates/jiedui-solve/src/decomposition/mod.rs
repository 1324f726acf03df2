//! Decomposition: one b-matching per track, or one portfolio per helper where helpers have several pairs
//! that share a budget; prices on the rows that couple them.

pub mod blocks;
pub mod coarse;
pub mod cutoff;
pub mod generation;
pub mod lacking;
pub mod master;
pub mod planned;
pub mod portfolio;
pub mod pricing;
