//! The best use of a fixed set of helpers at one recipient: a small maximum flow, in 万元 of value.
//!
//! Helpers with their budgets on one side, sectors with their needs on the other. Flow through a
//! helper never shrinks while paths are augmented, so serving each helper's least amount first
//! keeps it served. Most helpers serve two or three sectors of ten, so what a helper serves is walked bit
//! by bit.

use smallvec::{SmallVec, smallvec};

/// Sectors that one recipient may need; more are summed up exactly by the allocation afterwards.
pub const MOST_SECTORS: usize = 16;

/// Sectors of a recipient, from the lowest on.
#[derive(Clone, Copy, Debug)]
pub struct Sectors(u16);

impl Sectors {
    /// Those of them that come before a place.
    fn before(self, place: usize) -> Self {
        let below = 1_u32
            .checked_shl(place as u32)
            .map_or(u32::MAX, |bit| bit - 1);
        Self(self.0 & below as u16)
    }
}

impl Iterator for Sectors {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let first = self.0.trailing_zeros() as usize;
        self.0 &= self.0.wrapping_sub(1);
        (first < MOST_SECTORS).then_some(first)
    }
}

/// What one helper could give here if this were its only pair, in value.
#[derive(Clone, Debug)]
pub struct Giver {
    /// By sector of the recipient.
    pub capacity: [f64; MOST_SECTORS],
    /// Least total.
    pub least: f64,
    /// Greatest total.
    pub most: f64,
    /// Sectors with any capacity.
    pub serves: Sectors,
}

impl Giver {
    /// A giver of these amounts.
    pub fn new(capacity: [f64; MOST_SECTORS], least: f64, most: f64) -> Self {
        let serves = capacity.iter().enumerate();
        let serves = serves.fold(0, |bits, (at, known)| bits | u16::from(*known > 0.0) << at);
        Self {
            capacity,
            least,
            most,
            serves: Sectors(serves),
        }
    }

    /// All that it could give.
    pub fn whole(&self) -> Offer<'_> {
        Offer {
            giver: self,
            part: None,
            least: self.least,
            most: self.most,
        }
    }

    /// What it could give if it may use a part of what it has: of a total by sector, and of a budget.
    pub fn part<'a>(
        &'a self,
        supply: &'a [f64; MOST_SECTORS],
        budget: f64,
        share: f64,
    ) -> Offer<'a> {
        Offer {
            part: Some((supply, share)),
            most: budget.min(f64::MAX) * share,
            ..self.whole()
        }
    }
}

/// What a giver offers: all, or a part.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    giver: &'a Giver,
    part: Option<(&'a [f64; MOST_SECTORS], f64)>,
    least: f64,
    most: f64,
}

impl Offer<'_> {
    /// The same, to be used for at least so much.
    pub fn at_least(self, least: f64) -> Self {
        Self {
            least: self.least.max(least),
            ..self
        }
    }

    fn capacity(&self, sector: usize) -> f64 {
        let whole = self.giver.capacity[sector];
        match self.part {
            Some((supply, share)) => whole.min(supply[sector] * share),
            None => whole,
        }
    }
}

/// Amounts given, by giver and sector.
pub type Given = Vec<[f64; MOST_SECTORS]>;

const NOTHING: f64 = 1e-9;

/// Fills `given` with a flow of greatest value; returns the shortfall of the least amounts. Sectors beyond
/// the `need` are not served.
pub fn best_use(offers: &[Offer<'_>], need: &[f64], given: &mut Given) -> f64 {
    given.clear();
    given.resize(offers.len(), [0.0; MOST_SECTORS]);
    let mut whole = [0.0; MOST_SECTORS];
    let sectors = need.len().min(MOST_SECTORS);
    let room = &mut whole[..sectors];
    room.copy_from_slice(&need[..sectors]);
    let mut totals: SmallVec<[f64; MOST_SECTORS]> = smallvec![0.0; offers.len()];
    let mut shortfall = 0.0;
    if offers.iter().any(|offer| offer.least > NOTHING) {
        for index in 0..offers.len() {
            let Offer { least, most, .. } = offers[index];
            raise(offers, room, given, &mut totals, index, least.min(most));
            shortfall += (least - totals[index]).max(0.0);
        }
    }
    for index in 0..offers.len() {
        let target = offers[index].most;
        raise(offers, room, given, &mut totals, index, target);
    }
    shortfall
}

/// Raises one giver's total towards `target`: directly where there is room, then by rerouting others.
fn raise(
    offers: &[Offer<'_>],
    room: &mut [f64],
    given: &mut Given,
    totals: &mut [f64],
    giver: usize,
    target: f64,
) {
    let offer = &offers[giver];
    let own = &mut given[giver];
    let mut total = totals[giver];
    for sector in offer.giver.serves.before(room.len()) {
        let wanted = target - total;
        if wanted <= NOTHING {
            break;
        }
        let amount = (offer.capacity(sector) - own[sector])
            .min(room[sector])
            .min(wanted);
        if amount > NOTHING {
            own[sector] += amount;
            room[sector] -= amount;
            total += amount;
        }
    }
    while target - total > NOTHING {
        let moved = reroute(offers, room, given, giver, target - total);
        if moved <= NOTHING {
            break;
        }
        total += moved;
    }
    totals[giver] = total;
}

/// One augmenting path giver → sector → other giver → sector with room, found breadth first.
fn reroute(
    offers: &[Offer<'_>],
    room: &mut [f64],
    given: &mut Given,
    giver: usize,
    wanted: f64,
) -> f64 {
    const NONE: usize = usize::MAX;
    if room.iter().all(|room| *room <= NOTHING) {
        return 0.0;
    }
    // parent[s] = (giver that would give s, sector that this giver comes from).
    let mut parent = [(NONE, NONE); MOST_SECTORS];
    let mut queue = [0_usize; MOST_SECTORS];
    let (mut head, mut tail) = (0, 0);
    let mut seen_givers = 1_u64 << giver.min(63);
    for sector in offers[giver].giver.serves.before(room.len()) {
        if offers[giver].capacity(sector) - given[giver][sector] > NOTHING {
            parent[sector] = (giver, NONE);
            queue[tail] = sector;
            tail += 1;
        }
    }
    while head < tail {
        let sector = queue[head];
        head += 1;
        if room[sector] > NOTHING {
            return push(offers, room, given, &parent, sector, wanted);
        }
        for other in 0..offers.len().min(63) {
            if seen_givers >> other & 1 == 1 || given[other][sector] <= NOTHING {
                continue;
            }
            seen_givers |= 1 << other;
            for next in offers[other].giver.serves.before(room.len()) {
                if parent[next].0 == NONE
                    && offers[other].capacity(next) - given[other][next] > NOTHING
                {
                    parent[next] = (other, sector);
                    queue[tail] = next;
                    tail += 1;
                }
            }
        }
    }
    0.0
}

fn push(
    offers: &[Offer<'_>],
    room: &mut [f64],
    given: &mut Given,
    parent: &[(usize, usize); MOST_SECTORS],
    end: usize,
    wanted: f64,
) -> f64 {
    let mut amount = wanted.min(room[end]);
    let mut sector = end;
    loop {
        let (from, previous) = parent[sector];
        amount = amount.min(offers[from].capacity(sector) - given[from][sector]);
        if previous == usize::MAX {
            break;
        }
        amount = amount.min(given[from][previous]);
        sector = previous;
    }
    room[end] -= amount;
    sector = end;
    loop {
        let (from, previous) = parent[sector];
        given[from][sector] += amount;
        if previous == usize::MAX {
            return amount;
        }
        given[from][previous] -= amount;
        sector = previous;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sectors(values: &[f64]) -> [f64; MOST_SECTORS] {
        let mut all = [0.0; MOST_SECTORS];
        all[..values.len()].copy_from_slice(values);
        all
    }

    fn giver(capacity: &[f64], least: f64, most: f64) -> Giver {
        Giver::new(sectors(capacity), least, most)
    }

    #[test]
    fn best_use_reroutes_a_flexible_helper() {
        // The first could fill sector 0 alone, but the second can serve nothing else.
        let givers = [
            giver(&[10.0, 10.0], 0.0, 10.0),
            giver(&[10.0, 0.0], 0.0, 10.0),
        ];
        let mut given = Given::new();
        best_use(
            &givers.each_ref().map(Giver::whole),
            &sectors(&[10.0, 10.0]),
            &mut given,
        );
        assert_eq!(given.iter().flatten().sum::<f64>(), 20.0);
    }

    #[test]
    fn best_use_serves_the_least_amounts_first() {
        let givers = [giver(&[10.0], 0.0, 10.0), giver(&[10.0], 4.0, 10.0)];
        let mut given = Given::new();
        assert_eq!(
            best_use(
                &givers.each_ref().map(Giver::whole),
                &sectors(&[10.0]),
                &mut given
            ),
            0.0
        );
        assert_eq!(given[1][0], 4.0);
        assert_eq!(given[0][0], 6.0);
    }

    #[test]
    fn best_use_tells_what_is_short() {
        let givers = [giver(&[3.0], 5.0, 10.0)];
        assert_eq!(
            best_use(
                &givers.each_ref().map(Giver::whole),
                &sectors(&[10.0]),
                &mut Given::new()
            ),
            2.0
        );
    }

    #[test]
    fn best_use_of_a_part_is_that_of_its_budget_and_supply() {
        let givers = [giver(&[8.0, 8.0], 0.0, 16.0)];
        let supply = sectors(&[10.0, 4.0]);
        let mut given = Given::new();
        let part = givers[0].part(&supply, 12.0, 0.5).at_least(7.0);
        assert_eq!(best_use(&[part], &sectors(&[9.0, 9.0]), &mut given), 1.0);
        assert_eq!(given[0][..2], [5.0, 1.0]);
        let part = givers[0].part(&supply, 20.0, 0.5).at_least(7.0);
        assert_eq!(best_use(&[part], &sectors(&[9.0, 9.0]), &mut given), 0.0);
        assert_eq!(given[0][..2], [5.0, 2.0]);
    }

    #[test]
    fn sectors_are_walked_from_the_lowest_and_no_further_than_asked() {
        let giver = giver(&[0.0, 3.0, 0.0, 1.0], 0.0, 4.0);
        assert_eq!(giver.serves.collect::<Vec<_>>(), [1, 3]);
        assert_eq!(giver.serves.before(3).collect::<Vec<_>>(), [1]);
        assert_eq!(giver.serves.before(MOST_SECTORS).count(), 2);
    }
}
