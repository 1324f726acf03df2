//! `fit_floor`: no recipient gets only weak helpers.

use super::View;
use crate::exact::BILLION;
use num_bigint::BigInt;
use num_rational::BigRational;

/// min_r Σ_{a at r} `f[a]`·`y[a]`, over all recipients.
pub(super) fn value(view: &View<'_>) -> Option<BigRational> {
    let least = view.fits().into_iter().min()?;
    Some(BigRational::new(least, BigInt::from(BILLION)))
}

#[cfg(test)]
mod tests {
    use crate::measures::measure;
    use crate::sample::{Draft, decimal_value};
    use jiedui_domain::Measure;

    #[test]
    fn floor_is_zero_where_a_recipient_has_no_pair() {
        // p: 0.5 + 0.266666667; q: 0.5, or nothing but divisible help.
        let mut draft = Draft::valid();
        draft.remove("h2", "q");
        for (draft, floor) in [(Draft::valid(), "0.5"), (draft, "0")] {
            let (case, plan) = draft.build();
            assert_eq!(
                measure(&case, &plan, Measure::FitFloor, &[], false),
                Some(decimal_value(floor))
            );
        }
    }
}
