//! The best use of a fixed set of helpers at one recipient: a small maximum flow, in 万元 of value.
//!
//! Helpers with their budgets on one side, sectors with their needs on the other. Flow through a
//! helper never shrinks while paths are augmented, so serving each helper's least amount first
//! keeps it served.

use smallvec::{SmallVec, smallvec};

/// Sectors that one recipient may need; more are summed up exactly by the allocation afterwards.
pub const MOST_SECTORS: usize = 16;

/// What one helper could give here, in value.
#[derive(Clone, Debug)]
pub struct Giver {
    /// By sector of the recipient.
    pub capacity: [f64; MOST_SECTORS],
    /// Least total.
    pub least: f64,
    /// Greatest total.
    pub most: f64,
}

/// Amounts given, by giver and sector.
pub type Given = Vec<[f64; MOST_SECTORS]>;

const NOTHING: f64 = 1e-9;

/// Fills `given` with a flow of greatest value; returns the shortfall of the least amounts. Sectors beyond
/// the `need` are not served.
pub fn best_use(givers: &[Giver], need: &[f64], given: &mut Given) -> f64 {
    given.clear();
    given.resize(givers.len(), [0.0; MOST_SECTORS]);
    let mut whole = [0.0; MOST_SECTORS];
    let sectors = need.len().min(MOST_SECTORS);
    let room = &mut whole[..sectors];
    room.copy_from_slice(&need[..sectors]);
    let mut totals: SmallVec<[f64; MOST_SECTORS]> = smallvec![0.0; givers.len()];
    let mut shortfall = 0.0;
    if givers.iter().any(|giver| giver.least > NOTHING) {
        for index in 0..givers.len() {
            let Giver { least, most, .. } = givers[index];
            raise(givers, room, given, &mut totals, index, least.min(most));
            shortfall += (least - totals[index]).max(0.0);
        }
    }
    for index in 0..givers.len() {
        let target = givers[index].most;
        raise(givers, room, given, &mut totals, index, target);
    }
    shortfall
}

/// Raises one giver's total towards `target`: directly where there is room, then by rerouting others.
fn raise(
    givers: &[Giver],
    room: &mut [f64],
    given: &mut Given,
    totals: &mut [f64],
    giver: usize,
    target: f64,
) {
    for sector in 0..room.len() {
        let amount = (givers[giver].capacity[sector] - given[giver][sector])
            .min(room[sector])
            .min(target - totals[giver]);
        if amount > NOTHING {
            given[giver][sector] += amount;
            room[sector] -= amount;
            totals[giver] += amount;
        }
    }
    while target - totals[giver] > NOTHING {
        let moved = reroute(givers, room, given, giver, target - totals[giver]);
        if moved <= NOTHING {
            break;
        }
        totals[giver] += moved;
    }
}

/// One augmenting path giver → sector → other giver → sector with room, found breadth first.
fn reroute(
    givers: &[Giver],
    room: &mut [f64],
    given: &mut Given,
    giver: usize,
    wanted: f64,
) -> f64 {
    const NONE: usize = usize::MAX;
    // parent[s] = (giver that would give s, sector that this giver comes from).
    let mut parent = [(NONE, NONE); MOST_SECTORS];
    let mut queue = [0_usize; MOST_SECTORS];
    let (mut head, mut tail) = (0, 0);
    let mut seen_givers = 1_u64 << giver.min(63);
    for sector in 0..room.len() {
        if givers[giver].capacity[sector] - given[giver][sector] > NOTHING {
            parent[sector] = (giver, NONE);
            queue[tail] = sector;
            tail += 1;
        }
    }
    while head < tail {
        let sector = queue[head];
        head += 1;
        if room[sector] > NOTHING {
            return push(givers, room, given, &parent, sector, wanted);
        }
        for other in 0..givers.len().min(63) {
            if seen_givers >> other & 1 == 1 || given[other][sector] <= NOTHING {
                continue;
            }
            seen_givers |= 1 << other;
            for next in 0..room.len() {
                if parent[next].0 == NONE
                    && givers[other].capacity[next] - given[other][next] > NOTHING
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
    givers: &[Giver],
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
        amount = amount.min(givers[from].capacity[sector] - given[from][sector]);
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
        Giver {
            capacity: sectors(capacity),
            least,
            most,
        }
    }

    #[test]
    fn best_use_reroutes_a_flexible_helper() {
        // The first could fill sector 0 alone, but the second can serve nothing else.
        let givers = [
            giver(&[10.0, 10.0], 0.0, 10.0),
            giver(&[10.0, 0.0], 0.0, 10.0),
        ];
        let mut given = Given::new();
        best_use(&givers, &sectors(&[10.0, 10.0]), &mut given);
        assert_eq!(given.iter().flatten().sum::<f64>(), 20.0);
    }

    #[test]
    fn best_use_serves_the_least_amounts_first() {
        let givers = [giver(&[10.0], 0.0, 10.0), giver(&[10.0], 4.0, 10.0)];
        let mut given = Given::new();
        assert_eq!(best_use(&givers, &sectors(&[10.0]), &mut given), 0.0);
        assert_eq!(given[1][0], 4.0);
        assert_eq!(given[0][0], 6.0);
    }

    #[test]
    fn best_use_tells_what_is_short() {
        let givers = [giver(&[3.0], 5.0, 10.0)];
        assert_eq!(best_use(&givers, &sectors(&[10.0]), &mut Given::new()), 2.0);
    }
}
