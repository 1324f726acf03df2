//! `effort_balance`: the helper that is asked for the largest share of its budget.

use super::View;
use crate::exact::Worth;
use jiedui_domain::Id;
use num_rational::BigRational;

/// max_h (value given by h / `B[h]`), over helpers with a budget above 0.
pub(super) fn value(view: &View<'_>) -> Option<BigRational> {
    let case = view.audit.case;
    let mut given = vec![Worth::default(); case.helpers.len()];
    for entry in view.entries() {
        given[entry.helper.index()] += &entry.worth;
    }
    case.helpers
        .iter()
        .filter(|(_, row)| view.counts(row.track))
        .filter_map(|(id, _)| given[id.index()].over(view.audit.facts.budget(id)?))
        .max()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::exact::rational;
    use crate::measures::measure;
    use crate::sample::{Draft, wan};
    use jiedui_domain::Measure;

    #[test]
    fn balance_is_the_largest_share() {
        // h1 80/80, h2 90/100, h4 20/30; h3 has no budget.
        let mut zero = Draft::valid();
        zero.helper("h4").budget = Some(wan("0"));
        for (draft, track, expected) in [
            (Draft::valid(), "place", Some(rational(1, 1))),
            (Draft::valid(), "market", Some(rational(2, 3))),
            (Draft::valid(), "soe", None),
            (zero, "market", None),
        ] {
            let (case, plan) = draft.build();
            let track = case.policy.track_by_code(track).unwrap();
            assert_eq!(
                measure(&case, &plan, Measure::EffortBalance, &[track], false),
                expected
            );
        }
    }
}
