//! Who helps, and what each has to offer.

use crate::geography::{Map, Spot};
use crate::naming::{Codes, made_up};
use crate::random::{Random, divide, scale, to_step};
use jiedui_domain::{Amount, HelperRow, SupplyRow, Wan};

/// Sectors in money, in the order that offers are written in.
pub(crate) const MONEY: [&str; 5] = [
    "industry",
    "agriculture",
    "infrastructure",
    "culture_tourism",
    "labour",
];
/// Offers exceed the budget by half, so that the plan has a choice of sectors; in thousandths.
const CHOICE: i64 = 1_500;
/// Share of a firm's money that it can give in jobs, whatever its trade; in thousandths.
const JOBS: i64 = 100;

/// What kind of helper a track holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// A developed place; its budget follows from its revenue.
    Place,
    /// A firm of about this budget, 万元, that sends this many cadres.
    Firm { budget: i64, cadres: i64 },
    /// A team of one profession, of one of these sizes.
    Team {
        sector: &'static str,
        sizes: &'static [i64],
    },
    /// The cadres of a developed place.
    Cadres,
}

/// A track of the shipped policy: its code, what it holds, its share among 316 helpers, the letter of
/// its helpers' codes and the word in their names.
pub(crate) struct TrackPlan {
    pub(crate) code: &'static str,
    pub(crate) kind: Kind,
    pub(crate) share: usize,
    letter: char,
    word: &'static str,
}

/// The tracks of the shipped policy, with the numbers of helpers of the shipped case.
pub(crate) const TRACKS: [TrackPlan; 8] = [
    TrackPlan {
        code: "place",
        kind: Kind::Place,
        share: 45,
        letter: 'p',
        word: "",
    },
    TrackPlan {
        code: "central_soe",
        kind: Kind::Firm {
            budget: 600,
            cadres: 1,
        },
        share: 44,
        letter: 'c',
        word: "虚拟央企",
    },
    TrackPlan {
        code: "local_soe",
        kind: Kind::Firm {
            budget: 500,
            cadres: 1,
        },
        share: 43,
        letter: 'l',
        word: "虚拟国企",
    },
    TrackPlan {
        code: "private",
        kind: Kind::Firm {
            budget: 200,
            cadres: 0,
        },
        share: 21,
        letter: 'e',
        word: "虚拟民企",
    },
    TrackPlan {
        code: "education",
        kind: Kind::Team {
            sector: "education",
            sizes: &[10, 14, 14, 14],
        },
        share: 43,
        letter: 's',
        word: "虚拟学校",
    },
    TrackPlan {
        code: "health",
        kind: Kind::Team {
            sector: "health",
            sizes: &[10, 12, 12, 15],
        },
        share: 43,
        letter: 'h',
        word: "虚拟医院",
    },
    TrackPlan {
        code: "science",
        kind: Kind::Team {
            sector: "science",
            sizes: &[4, 6, 6],
        },
        share: 32,
        letter: 'i',
        word: "虚拟院所",
    },
    TrackPlan {
        code: "cadre",
        kind: Kind::Cadres,
        share: 45,
        letter: 'k',
        word: "干部",
    },
];

/// Trades of firms: capital factor, and the share of each money sector but jobs; in thousandths.
const TRADES: [(i64, [i64; 5]); 7] = [
    (1_200, [1_000, 0, 0, 0, 0]),
    (1_000, [0, 1_000, 0, 0, 0]),
    (1_400, [0, 0, 1_000, 0, 0]),
    (800, [0, 0, 0, 1_000, 0]),
    (1_300, [500, 0, 500, 0, 0]),
    (900, [300, 200, 500, 0, 0]),
    (900, [0, 600, 0, 200, 200]),
];

/// Somebody who helps.
#[derive(Clone, Debug)]
pub(crate) struct Helper {
    pub(crate) code: String,
    pub(crate) name: String,
    /// Index into [`TRACKS`].
    pub(crate) track: usize,
    /// Index of the town where it sits.
    pub(crate) town: usize,
    /// 万元; `None` where only its persons count.
    pub(crate) budget: Option<i64>,
    /// Sector and amount, in whole units.
    pub(crate) offer: Vec<(&'static str, i64)>,
}

impl Helper {
    pub(crate) fn row(&self, map: &Map) -> HelperRow {
        let plan = &TRACKS[self.track];
        // The engine works out the budget of a place from its revenue.
        let is_place = plan.kind == Kind::Place;
        HelperRow {
            id: self.code.clone(),
            name: self.name.clone(),
            track: plan.code.to_owned(),
            place: map.towns.get(self.town).map(|town| town.code.clone()),
            budget: self.budget.filter(|_| !is_place).map(Wan::units),
            min_pairs: None,
            max_pairs: None,
            max_load: None,
            provenance: made_up(),
        }
    }

    pub(crate) fn supply(&self) -> impl Iterator<Item = SupplyRow> {
        self.offer.iter().map(|(sector, amount)| SupplyRow {
            helper: self.code.clone(),
            sector: (*sector).to_owned(),
            amount: Amount::units(*amount),
            provenance: made_up(),
        })
    }
}

/// How many helpers each track gets: at least one, then in the proportions of the shipped case, the
/// largest remainders first.
pub(crate) fn apportion(helpers: usize) -> [usize; 8] {
    let whole: usize = TRACKS.iter().map(|plan| plan.share).sum();
    let mut counts = [0; 8];
    let mut remainders: Vec<(usize, usize)> = Vec::new();
    for (index, (count, plan)) in counts.iter_mut().zip(&TRACKS).enumerate() {
        *count = helpers * plan.share / whole;
        remainders.push((helpers * plan.share % whole, index));
    }
    remainders.sort_by_key(|(remainder, index)| (std::cmp::Reverse(*remainder), *index));
    let missing = helpers.saturating_sub(counts.iter().sum());
    for (_, index) in remainders.iter().take(missing) {
        counts[*index] += 1;
    }
    // A handful of helpers: those with most give to those with none.
    while let Some(empty) = counts.iter().position(|count| *count == 0) {
        let Some((most, _)) = counts.iter().enumerate().max_by_key(|(_, count)| **count) else {
            break;
        };
        if counts[most] < 2 {
            break;
        }
        counts[most] -= 1;
        counts[empty] += 1;
    }
    counts
}

/// Helpers of all tracks. The budget of a place is `rate` (in millionths) of its revenue.
pub(crate) fn draw(map: &Map, counts: &[usize; 8], rate: i64, random: &mut Random) -> Vec<Helper> {
    let mut all = Vec::new();
    for (track, (plan, count)) in TRACKS.iter().zip(counts).enumerate() {
        let codes = Codes::new(plan.letter, *count);
        for index in 0..*count {
            let town = match plan.kind {
                Kind::Place | Kind::Cadres => index % map.towns.len().max(1),
                Kind::Firm { .. } | Kind::Team { .. } => random.below(map.towns.len()),
            };
            let seat = &map.towns[town];
            let (budget, offer) = draw_offer(plan.kind, seat, rate, random);
            let name = match plan.kind {
                Kind::Place | Kind::Cadres => format!("{}{}", seat.name, plan.word),
                Kind::Firm { .. } | Kind::Team { .. } => {
                    format!("{}{}", plan.word, codes.number(index))
                }
            };
            all.push(Helper {
                code: codes.code(index),
                name,
                track,
                town,
                budget,
                offer: offer
                    .into_iter()
                    .filter(|(_, amount)| *amount > 0)
                    .collect(),
            });
        }
    }
    all.sort_by(|a, b| a.code.cmp(&b.code));
    all
}

type Offer = Vec<(&'static str, i64)>;

fn draw_offer(kind: Kind, seat: &Spot, rate: i64, random: &mut Random) -> (Option<i64>, Offer) {
    match kind {
        Kind::Place => {
            let budget = scale(seat.revenue, rate, 1_000_000);
            // Weights of the sectors in the shipped case, three of them times a location quotient.
            let mut weights = [270, 250, 300, 80, 100].map(|weight| weight * 1_000);
            for sector in [0, 1, 3] {
                weights[sector] = weights[sector] / 1_000 * random.between(500, 2_000);
            }
            (Some(budget), money_offer(budget, weights))
        }
        Kind::Firm { budget, cadres } => {
            let trades: Vec<&(i64, [i64; 5])> = (0..random.between(1, 2))
                .filter_map(|_| random.one_of(&TRADES))
                .collect();
            let count = i64::try_from(trades.len()).unwrap_or(1);
            let capital: i64 = trades.iter().map(|(factor, _)| factor).sum();
            let budget = to_step(divide(budget * capital, 1_000 * count), 10);
            let mut weights = [0; 5];
            for (sector, weight) in weights.iter_mut().enumerate() {
                let total: i64 = trades.iter().map(|(_, shares)| shares[sector]).sum();
                *weight = (1_000 - JOBS) * divide(total, count);
            }
            weights[4] += JOBS * 1_000;
            let mut offer = money_offer(budget, weights);
            offer.push(("cadre", cadres));
            (Some(budget), offer)
        }
        Kind::Team { sector, sizes } => {
            let size = random.one_of(sizes).copied().unwrap_or(0);
            (None, vec![(sector, size)])
        }
        Kind::Cadres => (None, vec![("cadre", (4 + seat.revenue / 250_000).min(9))]),
    }
}

/// 1.5 × budget, spread by weights, to 10 万元.
fn money_offer(budget: i64, weights: [i64; 5]) -> Offer {
    let total: i64 = weights.iter().sum();
    MONEY
        .into_iter()
        .zip(weights)
        .map(|(sector, weight)| {
            let amount = scale(budget * CHOICE, weight, 1_000 * total);
            (sector, to_step(amount, 10))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tracks_get_the_numbers_of_the_shipped_case() {
        let shipped = TRACKS.map(|plan| plan.share);
        assert_eq!(apportion(316), shipped);
        assert_eq!(apportion(3_160), shipped.map(|share| 10 * share));
    }

    #[test]
    fn every_track_gets_a_helper_and_none_is_lost() {
        for helpers in 8..700 {
            let counts = apportion(helpers);
            assert_eq!(counts.iter().sum::<usize>(), helpers);
            assert!(
                counts.iter().all(|count| *count > 0),
                "{helpers}: {counts:?}"
            );
        }
    }

    #[test]
    fn money_offer_is_half_as_much_again_as_the_budget() {
        let offer = money_offer(4_000, [270, 250, 300, 80, 100]);
        let amounts: Vec<i64> = offer.iter().map(|(_, amount)| *amount).collect();
        assert_eq!(amounts, [1_620, 1_500, 1_800, 480, 600]);
    }
}
