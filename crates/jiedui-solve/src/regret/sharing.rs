//! A plan worked out for one pair answers for every other pair that it forms or ends as well.

use super::losses::{agree, order};
use super::{Achieved, PairRegret, State};
use jiedui_domain::Id;
use jiedui_model::ArcId;

/// Gives every pair the best plan that was worked out for any pair and is as asked of this one.
///
/// `rows` are ascending by candidate. Without it, doing without a pair could read dearer than forming the
/// one that would take its place.
pub(super) fn share(rows: &mut [PairRegret]) {
    let own = rows.iter().enumerate();
    let mut best: Vec<Option<usize>> = own
        .map(|(place, row)| row.achieved.as_ref().map(|_| place))
        .collect();
    for (source, row) in rows.iter().enumerate() {
        let Some(found) = &row.achieved else { continue };
        let ended = found.exchange.dropped.iter().map(|arc| (*arc, true));
        let begun = found.exchange.formed.iter().map(|arc| (*arc, false));
        for (arc, formed) in ended.chain(begun) {
            let Some(place) = place_of(rows, arc) else {
                continue;
            };
            if rows[place].formed != formed || rows[place].state != State::Priced {
                continue;
            }
            let known = best[place].and_then(|known| rows[known].achieved.as_ref());
            let is_better = known.is_none_or(|known| {
                order(&found.losses, &found.values, &known.losses, &known.values).is_lt()
            });
            if is_better {
                best[place] = Some(source);
            }
        }
    }
    let shared: Vec<(usize, Achieved)> = best
        .iter()
        .enumerate()
        .filter_map(|(place, source)| Some((place, (*source)?)))
        .filter(|(place, source)| place != source)
        .filter_map(|(place, source)| Some((place, rows[source].achieved.clone()?)))
        .collect();
    for (place, plan) in shared {
        let row = &mut rows[place];
        agree(&mut row.least, &plan.losses);
        row.achieved = Some(plan);
    }
}

fn place_of(rows: &[PairRegret], arc: ArcId) -> Option<usize> {
    rows.binary_search_by_key(&arc.index(), |row| row.arc.index())
        .ok()
}
