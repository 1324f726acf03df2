//! What a unit of help brings by sector, each distinct list of rates once.

use crate::search::flow::MOST_SECTORS;
use std::collections::BTreeMap;

/// The distinct rates, each with its index.
pub(super) struct Rates {
    pub(super) distinct: Vec<[f64; MOST_SECTORS]>,
    index: BTreeMap<[u64; MOST_SECTORS], u32>,
}

impl Rates {
    pub(super) fn new() -> Self {
        let nothing = [0.0_f64; MOST_SECTORS];
        Self {
            distinct: vec![nothing],
            index: BTreeMap::from([(nothing.map(f64::to_bits), 0)]),
        }
    }

    pub(super) fn index_of(&mut self, rate: &[f64; MOST_SECTORS]) -> u32 {
        let next = self.distinct.len() as u32;
        let index = *self.index.entry(rate.map(f64::to_bits)).or_insert(next);
        if index == next {
            self.distinct.push(*rate);
        }
        index
    }
}
