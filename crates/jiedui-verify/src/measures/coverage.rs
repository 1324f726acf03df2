//! `coverage`: the weighted mean of the shares of need met.

use super::View;
use crate::exact::{rational, sum};
use jiedui_domain::Quantity;
use num_rational::BigRational;

/// Σ_r `w[r]`·`coverage[r]` / Σ_r `w[r]`, over recipients with need.
pub(super) fn value(view: &View<'_>) -> Option<BigRational> {
    weighted_mean(view, |coverage| coverage)
}

/// The weighted mean of a function of coverage; `None` without recipients that have need.
pub(super) fn weighted_mean(
    view: &View<'_>,
    of: impl Fn(BigRational) -> BigRational,
) -> Option<BigRational> {
    let mut weights = 0_i128;
    let mut terms = Vec::new();
    let recipients = view.audit.case.recipients.values();
    for (coverage, recipient) in view.coverages().values().zip(recipients) {
        if let Some(coverage) = coverage {
            let weight = i128::from(recipient.weight.scaled());
            weights += weight;
            terms.push(of(coverage.clone()) * rational(weight, 1));
        }
    }
    (weights > 0).then(|| sum(terms) / rational(weights, 1))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::audit::Audit;
    use crate::measures::{View, measure};
    use crate::sample::{Draft, decimal_value};
    use jiedui_domain::Measure;

    #[test]
    fn coverage_is_weighted_over_recipients_with_need() {
        // p: (30 + 40 + 2·25)/150 = 0.8, weight 1; q: (90 + 20)/200 = 0.55, weight 3.
        let (case, plan) = Draft::valid().build();
        let shares = View::whole(&Audit::new(&case, &plan)).coverages();
        let expected = [Some(decimal_value("0.8")), Some(decimal_value("0.55"))];
        assert_eq!(shares.as_slice(), &expected);
        let mut draft = Draft::valid();
        draft.tables.needs.retain(|row| row.recipient != "q");
        draft.remove("h2", "q");
        draft.remove("h4", "q");
        let (case, plan) = draft.build();
        assert_eq!(
            measure(&case, &plan, Measure::Coverage, &[], false),
            Some(decimal_value("0.8"))
        );
    }

    #[test]
    fn coverage_of_one_track_counts_its_help_over_the_whole_need() {
        let (case, plan) = Draft::valid().build();
        let soe = case.policy.track_by_code("soe").unwrap();
        let market = case.policy.track_by_code("market").unwrap();
        // soe: p 40/150, q 0 → (4/15)/4 = 1/15; market: q 20/200 → 3·0.1/4 = 0.075.
        let of = |tracks: &[_]| measure(&case, &plan, Measure::Coverage, tracks, false).unwrap();
        assert_eq!(of(&[soe]), crate::exact::rational(1, 15));
        assert_eq!(of(&[market]), decimal_value("0.075"));
        assert_eq!(of(&[soe, market]), of(&[soe]) + of(&[market]));
    }
}
