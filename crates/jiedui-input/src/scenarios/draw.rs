//! Random factors: each is a function of its seed, run and cell, so that neither the order of rows nor
//! other cells, nor how the runs are shared out, changes it.

use jiedui_domain::{Fit, Quantity};

/// 2^53: whole numbers up to here are exact.
const STEPS: f64 = 9_007_199_254_740_992.0;

/// The factor of a cell in one run, uniform between 1 − by and 1 + by, in millionths.
///
/// *Determinism:* depends on the arguments only; two sets with the same seed draw the same.
pub fn factor(seed: u64, run: u64, cell: &str, by: f64) -> Fit {
    let share = (hash(seed, run, cell) >> 11) as f64 / STEPS;
    let factor = 1.0 + by * (2.0 * share - 1.0);
    Fit::parse(&format!("{factor:.6}")).map_or(Fit::ZERO, |(factor, _)| factor)
}

/// FNV-1a over the parts, then the finisher of SplitMix64, which spreads neighbouring inputs.
fn hash(seed: u64, run: u64, cell: &str) -> u64 {
    let seed = seed.to_le_bytes();
    let run = run.to_le_bytes();
    let bytes = seed.iter().chain(&run).chain(cell.as_bytes());
    let mut state = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |state, byte| {
        (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_stay_in_bounds_and_spread_evenly() {
        let draws: Vec<f64> = (0..2000)
            .map(|run| factor(7, run, "needs[r1,health].amount", 0.2).to_f64())
            .collect();
        assert!(draws.iter().all(|draw| (0.8..=1.2).contains(draw)));
        let mean = draws.iter().sum::<f64>() / draws.len() as f64;
        let spread = draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>();
        let spread = (spread / draws.len() as f64).sqrt();
        // A uniform draw of width 0.4 has standard deviation 0.4/√12.
        assert!((mean - 1.0).abs() < 0.01, "{mean}");
        assert!((spread - 0.115_47).abs() < 0.005, "{spread}");
    }

    #[test]
    fn seed_run_and_cell_all_matter() {
        let base = factor(1, 1, "a", 0.5);
        assert_eq!(base, factor(1, 1, "a", 0.5));
        for other in [
            factor(2, 1, "a", 0.5),
            factor(1, 2, "a", 0.5),
            factor(1, 1, "b", 0.5),
        ] {
            assert_ne!(base, other);
        }
    }
}
