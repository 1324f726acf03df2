//! Which pairs of a recipient are alike: forming one or the other makes no difference to what its pairs give and bring.
//! Many helpers offer the same, so that many moves of a search change nothing but names.

use super::Spot;
use std::cmp::Ordering;

/// By spot: its kind. Spots of one recipient and track are of the same kind where they give and bring the same.
pub(super) fn kinds_of(spots: &[Spot]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by(|a, b| compare(&spots[*a], &spots[*b]));
    let mut kinds = vec![0; spots.len()];
    for pair in order.windows(2) {
        let differ = compare(&spots[pair[0]], &spots[pair[1]]).is_ne();
        kinds[pair[1]] = kinds[pair[0]] + u32::from(differ);
    }
    kinds
}

fn compare(a: &Spot, b: &Spot) -> Ordering {
    let place = |spot: &Spot| (spot.recipient, spot.track);
    let by_help = |spot: &Spot| [spot.giver.least, spot.giver.most, spot.effort, spot.budget];
    place(a)
        .cmp(&place(b))
        .then_with(|| a.rate.cmp(&b.rate))
        .then_with(|| a.expression_rate.cmp(&b.expression_rate))
        .then_with(|| compare_all(&by_help(a), &by_help(b)))
        .then_with(|| compare_all(&a.gain, &b.gain))
        .then_with(|| compare_all(&a.expression_gain, &b.expression_gain))
        .then_with(|| compare_all(&a.giver.capacity, &b.giver.capacity))
        .then_with(|| compare_all(&a.supply, &b.supply))
}

fn compare_all(a: &[f64], b: &[f64]) -> Ordering {
    let each = a.iter().zip(b).map(|(a, b)| a.total_cmp(b));
    each.fold(Ordering::Equal, Ordering::then)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::flow::{Giver, MOST_SECTORS};
    use jiedui_domain::Id;
    use jiedui_model::ColumnId;
    use smallvec::smallvec;

    fn spot(column: usize) -> Spot {
        let mut capacity = [0.0; MOST_SECTORS];
        capacity[0] = 5.0;
        Spot {
            pair: ColumnId::from_index(column),
            help: Vec::new(),
            track: 0,
            row: 0,
            column,
            recipient: 0,
            giver: Giver::new(capacity, 1.0, 5.0),
            effort: 2.0,
            budget: 5.0,
            supply: [f64::INFINITY; MOST_SECTORS],
            demanded: false,
            gain: smallvec![0.5],
            rate: smallvec![0],
            expression_gain: smallvec![],
            expression_rate: smallvec![1],
            limits: Vec::new(),
        }
    }

    #[test]
    fn pairs_are_of_one_kind_where_they_give_and_bring_the_same_at_one_recipient() {
        type Change = fn(&mut Spot);
        let changes: [Change; 11] = [
            |spot| spot.recipient = 1,
            |spot| spot.track = 1,
            |spot| spot.giver.capacity[0] = 4.0,
            |spot| spot.giver.least = 2.0,
            |spot| spot.giver.most = 4.0,
            |spot| spot.effort = 3.0,
            |spot| spot.budget = 9.0,
            |spot| spot.supply[0] = 7.0,
            |spot| spot.gain[0] = 0.25,
            |spot| spot.rate[0] = 1,
            |spot| spot.expression_rate[0] = 2,
        ];
        for (place, change) in changes.iter().enumerate() {
            let mut spots = [spot(0), spot(1), spot(2)];
            change(&mut spots[1]);
            let kinds = kinds_of(&spots);
            assert_eq!(kinds[0], kinds[2], "change {place}");
            assert_ne!(kinds[0], kinds[1], "change {place}");
        }
    }
}
