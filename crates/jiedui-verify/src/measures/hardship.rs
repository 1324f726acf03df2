//! `hardship`: persons sent × hardship classes they climb.

use super::View;
use crate::exact::{MILLION, rational};
use jiedui_domain::{Quantity, SectorUnit};
use num_rational::BigRational;

/// Σ_a max(0, `class[r]` − `class[h]`) · persons sent, over all tracks and all sectors in 人.
///
/// A helper without a place has class 0.
pub(super) fn value(view: &View<'_>) -> BigRational {
    let case = view.audit.case;
    let mut total = 0_i128;
    for entry in view.entries() {
        let there = case.places[case.recipients[entry.recipient].place].hardship_class;
        let seat = case.helpers[entry.helper].place;
        let here = seat.map_or(0, |place| case.places[place].hardship_class);
        let climbed = (i128::from(there) - i128::from(here)).max(0);
        for item in &entry.help {
            if case.policy.sectors[item.sector].unit == SectorUnit::Person {
                total += climbed * i128::from(item.amount.scaled());
            }
        }
    }
    rational(total, MILLION)
}

#[cfg(test)]
mod tests {
    use crate::measures::measure;
    use crate::sample::{Draft, decimal_value};
    use jiedui_domain::Measure;

    #[test]
    fn hardship_counts_persons_up_the_classes() {
        // 2 persons from class 0 to class 3; from class 5 they do not climb;
        // h3 without a place has class 0: 4 persons to p climb 3 each.
        let mut from_above = Draft::valid();
        from_above.place("a").hardship_class = Some(5);
        let mut without_place = Draft::valid();
        without_place.set_help("h3", "p", &[("education", "4")]);
        // h4 of the divisible track sends 1 person from class 0 to class 4.
        let mut divisible = Draft::valid();
        divisible.set_help("h4", "q", &[("education", "1")]);
        for (draft, expected) in [
            (divisible, "10"),
            (Draft::valid(), "6"),
            (from_above, "0"),
            (without_place, "18"),
        ] {
            let (case, plan) = draft.build();
            assert_eq!(
                measure(&case, &plan, Measure::Hardship, &[], false),
                Some(decimal_value(expected))
            );
        }
    }
}
