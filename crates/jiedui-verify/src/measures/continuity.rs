//! `continuity`: pairs of last year that are kept.

use super::View;
use crate::exact::rational;
use num_rational::BigRational;

/// Σ_{a ∈ P} `y[a]`; by age, each counts max(1, year − since).
pub(super) fn value(view: &View<'_>) -> BigRational {
    let mut total = 0_i128;
    for entry in view.formed() {
        if let Some(age) = view.audit.facts.age(entry.helper, entry.recipient) {
            total += if view.by_age {
                i128::from(age.max(1))
            } else {
                1
            };
        }
    }
    rational(total, 1)
}

#[cfg(test)]
mod tests {
    use crate::measures::measure;
    use crate::sample::{Draft, decimal_value};
    use jiedui_domain::Measure;

    #[test]
    fn kept_pairs_count_once_or_by_age() {
        // h1–p since 2022 (3 years), h2–q since 2024 (1 year), h3–p of this very year (0 → 1);
        // h1–q ended, h4–q is divisible.
        let mut draft = Draft::valid();
        draft.history("h3", "p", 2025);
        draft.history("h1", "q", 2010);
        draft.history("h4", "q", 2010);
        let (case, plan) = draft.build();
        for (by_age, expected) in [(false, "3"), (true, "5")] {
            assert_eq!(
                measure(&case, &plan, Measure::Continuity, &[], by_age),
                Some(decimal_value(expected))
            );
        }
    }
}
