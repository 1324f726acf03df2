//! Least, greatest, mean, ratio and Gini coefficient of figures.

use crate::dossier::Spread;

/// The spread of figures that are not negative; `None` where there are none.
pub(super) fn spread_of(figures: impl Iterator<Item = f64>) -> Option<Spread> {
    let mut sorted: Vec<f64> = figures.collect();
    sorted.sort_by(f64::total_cmp);
    let (least, greatest) = (*sorted.first()?, *sorted.last()?);
    let count = sorted.len() as f64;
    let sum: f64 = sorted.iter().sum();
    // Σ_i Σ_j |x_i − x_j| = 2 Σ_i (2i − n + 1) x_i over the sorted figures, i from 0.
    let ranked: f64 = sorted
        .iter()
        .enumerate()
        .map(|(rank, figure)| (2.0 * rank as f64 - count + 1.0) * figure)
        .sum();
    Some(Spread {
        recipients: sorted.len(),
        least,
        greatest,
        mean: sum / count,
        ratio: (least > 0.0).then(|| greatest / least),
        gini: (sum > 0.0).then(|| (ranked / (count * sum)).max(0.0)),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn gini_is_half_the_mean_difference_over_the_mean() {
        let figures = [0.5, 0.2, 0.9, 0.2, 0.0];
        let found = spread_of(figures.into_iter()).unwrap();
        let pairs = figures
            .iter()
            .flat_map(|a| figures.iter().map(move |b| (a - b).abs()));
        let count = figures.len() as f64;
        let mean = figures.iter().sum::<f64>() / count;
        let expected = pairs.sum::<f64>() / (count * count) / 2.0 / mean;
        assert!((found.gini.unwrap() - expected).abs() < 1e-12);
        assert_eq!((found.least, found.greatest, found.ratio), (0.0, 0.9, None));
        assert!((found.mean - mean).abs() < 1e-12);
    }

    #[test]
    fn all_alike_has_gini_zero_and_nothing_has_none() {
        let alike = spread_of([0.3; 4].into_iter()).unwrap();
        assert!(alike.gini.unwrap() < 1e-12);
        assert_eq!(alike.ratio, Some(1.0));
        assert_eq!(spread_of([0.0; 2].into_iter()).unwrap().gini, None);
        assert_eq!(spread_of(std::iter::empty()), None);
    }
}
