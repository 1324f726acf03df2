//! Displacement chains: how one set of pairs becomes another (model §7).
//!
//! The pairs that only one of two plans has are split into alternating paths and cycles of the
//! bipartite graph. At every helper and every recipient as many ended pairs as possible are joined to
//! new ones, smallest codes first, so that the number of chains is the least that any split can have.
//! A chain is walked so that a helper is left for a new recipient, whose former helper is told next;
//! this fixes its direction, and where it begins.

use std::collections::{BTreeMap, BTreeSet};

/// One pair that ends or begins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Link<H, R> {
    /// Who helps.
    pub helper: H,
    /// Who is helped.
    pub recipient: R,
    /// Whether the pair begins; else it ends.
    pub begins: bool,
}

/// An alternating path or cycle: links that follow each other share a helper or a recipient, and one of
/// the two ends where the other begins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chain<H, R> {
    /// Whether the last link meets the first again.
    pub closed: bool,
    /// In the order of telling; never empty.
    pub links: Vec<Link<H, R>>,
}

/// What one helper does in a chain: which recipient it leaves, which one it goes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Move<H, R> {
    /// Who moves.
    pub helper: H,
    /// Whom it helped before and no longer helps.
    pub from: Option<R>,
    /// Whom it helps now and did not help before.
    pub to: Option<R>,
}

impl<H: Ord + Copy, R: Ord + Copy> Chain<H, R> {
    /// The chain as moves of helpers, in order.
    pub fn moves(&self) -> Vec<Move<H, R>> {
        let mut moves: Vec<Move<H, R>> = Vec::new();
        for link in &self.links {
            if link.begins {
                // The link before, if any, is the same helper's pair that ends.
                match moves.last_mut() {
                    Some(last) if last.helper == link.helper && last.to.is_none() => {
                        last.to = Some(link.recipient);
                    }
                    _ => moves.push(Move {
                        helper: link.helper,
                        from: None,
                        to: Some(link.recipient),
                    }),
                }
            } else {
                moves.push(Move {
                    helper: link.helper,
                    from: Some(link.recipient),
                    to: None,
                });
            }
        }
        moves
    }
}

/// The chains that turn `before` into `after`, for the pairs of one track.
///
/// Each pair that only one of the two has is in exactly one chain; pairs that both have are in none.
/// Chains come by their smallest pair.
///
/// *Complexity:* O(n log n) in the pairs.
/// *Determinism:* depends on the two sets only.
/// *Source:* model §7 (displacement chain).
pub fn chains<H: Ord + Copy, R: Ord + Copy>(
    before: &BTreeSet<(H, R)>,
    after: &BTreeSet<(H, R)>,
) -> Vec<Chain<H, R>> {
    let ended = before.difference(after).map(|pair| (*pair, false));
    let begun = after.difference(before).map(|pair| (*pair, true));
    let mut links: Vec<Link<H, R>> = ended
        .chain(begun)
        .map(|((helper, recipient), begins)| Link {
            helper,
            recipient,
            begins,
        })
        .collect();
    links.sort();
    let next = join(&links);
    let mut previous: Vec<Option<usize>> = vec![None; links.len()];
    for (link, follower) in next.iter().enumerate() {
        if let Some(follower) = follower {
            previous[*follower] = Some(link);
        }
    }
    let mut told = vec![false; links.len()];
    let mut chains: Vec<(usize, Chain<H, R>)> = Vec::new();
    let walk = |start: usize, told: &mut Vec<bool>| {
        let mut order = vec![start];
        told[start] = true;
        let mut at = start;
        while let Some(follower) = next[at].filter(|follower| !told[*follower]) {
            told[follower] = true;
            order.push(follower);
            at = follower;
        }
        let smallest = order.iter().copied().min().unwrap_or(start);
        (smallest, order, next[at] == Some(start))
    };
    let starts = (0..links.len()).filter(|link| previous[*link].is_none());
    for start in starts {
        let (smallest, order, closed) = walk(start, &mut told);
        chains.push((smallest, chain(&links, &order, closed)));
    }
    // What is left are cycles; each begins with an ended pair, so that a helper moves first.
    for start in 0..links.len() {
        if told[start] || links[start].begins {
            continue;
        }
        let (smallest, order, closed) = walk(start, &mut told);
        chains.push((smallest, chain(&links, &order, closed)));
    }
    chains.sort_by_key(|(smallest, _)| *smallest);
    chains.into_iter().map(|(_, chain)| chain).collect()
}

/// The chains of each track by itself, in the order of the tracks: helpers of different tracks do not stand in for
/// one another. `track` is that of a helper.
///
/// *Complexity:* and *Determinism:* as [`chains`].
pub fn chains_by_track<H: Ord + Copy, R: Ord + Copy, K: Ord>(
    before: &BTreeSet<(H, R)>,
    after: &BTreeSet<(H, R)>,
    track: impl Fn(H) -> K,
) -> Vec<Chain<H, R>> {
    let mut sides: BTreeMap<K, [BTreeSet<(H, R)>; 2]> = BTreeMap::new();
    for (side, pairs) in [before, after].into_iter().enumerate() {
        for pair in pairs {
            sides.entry(track(pair.0)).or_default()[side].insert(*pair);
        }
    }
    let sides = sides.values();
    sides
        .flat_map(|[before, after]| chains(before, after))
        .collect()
}

fn chain<H: Copy, R: Copy>(links: &[Link<H, R>], order: &[usize], closed: bool) -> Chain<H, R> {
    Chain {
        closed,
        links: order.iter().map(|link| links[*link]).collect(),
    }
}

/// Which link follows which: at a helper a begun pair follows an ended one, at a recipient the other
/// way round.
fn join<H: Ord + Copy, R: Ord + Copy>(links: &[Link<H, R>]) -> Vec<Option<usize>> {
    let mut next = vec![None; links.len()];
    let mut at_helper: BTreeMap<H, [Vec<usize>; 2]> = BTreeMap::new();
    let mut at_recipient: BTreeMap<R, [Vec<usize>; 2]> = BTreeMap::new();
    for (index, link) in links.iter().enumerate() {
        let kind = usize::from(link.begins);
        at_helper.entry(link.helper).or_default()[kind].push(index);
        at_recipient.entry(link.recipient).or_default()[kind].push(index);
    }
    for [ended, begun] in at_helper.values() {
        for (ended, begun) in ended.iter().zip(begun) {
            next[*ended] = Some(*begun);
        }
    }
    for [ended, begun] in at_recipient.values() {
        for (begun, ended) in begun.iter().zip(ended) {
            next[*begun] = Some(*ended);
        }
    }
    next
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Pairs = BTreeSet<(u8, u8)>;

    fn set(pairs: &[(u8, u8)]) -> Pairs {
        pairs.iter().copied().collect()
    }

    type Moved = (u8, Option<u8>, Option<u8>);

    fn moves(before: &[(u8, u8)], after: &[(u8, u8)]) -> Vec<Vec<Moved>> {
        chains(&set(before), &set(after))
            .iter()
            .map(|chain| {
                let moves = chain.moves().into_iter();
                moves.map(|one| (one.helper, one.from, one.to)).collect()
            })
            .collect()
    }

    #[test]
    fn a_helper_of_another_track_fills_no_place() {
        // 10 to 19 are of one track, 20 to 29 of another: 11 leaves the recipient that 21 comes to.
        let (before, after) = (set(&[(11, 1)]), set(&[(11, 2), (21, 1)]));
        assert_eq!(chains(&before, &after).len(), 1);
        let told = chains_by_track(&before, &after, |helper| helper / 10);
        let moves: Vec<Vec<Move<u8, u8>>> = told.iter().map(Chain::moves).collect();
        assert_eq!(moves.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
        assert_eq!((moves[0][0].helper, moves[1][0].helper), (11, 21));
    }

    #[test]
    fn equal_sets_have_no_chain() {
        assert!(chains(&set(&[(1, 1), (2, 2)]), &set(&[(1, 1), (2, 2)])).is_empty());
    }

    #[test]
    fn a_swap_is_a_cycle_told_by_helpers() {
        let (before, after) = ([(1, 1), (2, 2)], [(1, 2), (2, 1)]);
        assert_eq!(
            moves(&before, &after),
            [[(1, Some(1), Some(2)), (2, Some(2), Some(1))]]
        );
        assert!(chains(&set(&before), &set(&after))[0].closed);
    }

    #[test]
    fn an_idle_helper_that_comes_in_begins_the_chain() {
        // 9 comes to 1, whose helper 1 goes to 2, whose helper 2 is left without a pair.
        assert_eq!(
            moves(&[(1, 1), (2, 2)], &[(9, 1), (1, 2)]),
            [vec![
                (9, None, Some(1)),
                (1, Some(1), Some(2)),
                (2, Some(2), None)
            ]]
        );
    }

    #[test]
    fn chains_apart_are_told_apart_by_their_smallest_pair() {
        assert_eq!(
            moves(&[(5, 5), (1, 1)], &[(5, 6), (1, 2)]),
            [[(1, Some(1), Some(2))], [(5, Some(5), Some(6))]]
        );
    }

    /// The chains applied one after the other.
    fn applied(before: &Pairs, chains: &[Chain<u8, u8>]) -> Pairs {
        let mut pairs = before.clone();
        for link in chains.iter().flat_map(|chain| &chain.links) {
            let pair = (link.helper, link.recipient);
            let changed = if link.begins {
                pairs.insert(pair)
            } else {
                pairs.remove(&pair)
            };
            assert!(changed, "{pair:?} is told twice");
        }
        pairs
    }

    fn pairs() -> impl Strategy<Value = Pairs> {
        prop::collection::btree_set((0_u8..6, 0_u8..6), 0..20)
    }

    proptest! {
        #[test]
        fn chains_turn_one_plan_into_the_other(before in pairs(), after in pairs()) {
            let chains = chains(&before, &after);
            prop_assert_eq!(applied(&before, &chains), after.clone());
            for chain in &chains {
                let ends = if chain.closed { chain.links.len() } else { chain.links.len() - 1 };
                for index in 0..ends {
                    let one = &chain.links[index];
                    let two = &chain.links[(index + 1) % chain.links.len()];
                    prop_assert_ne!(one.begins, two.begins);
                    // A helper goes from what ends to what begins, a recipient the other way.
                    if one.begins {
                        prop_assert_eq!(one.recipient, two.recipient);
                    } else {
                        prop_assert_eq!(one.helper, two.helper);
                    }
                }
                let from_moves: usize = chain
                    .moves()
                    .iter()
                    .map(|one| usize::from(one.from.is_some()) + usize::from(one.to.is_some()))
                    .sum();
                prop_assert_eq!(from_moves, chain.links.len());
            }
        }

        #[test]
        fn no_split_has_fewer_open_chains(before in pairs(), after in pairs()) {
            // Every node with more of one kind than of the other must end that many chains.
            let mut surplus: BTreeMap<(bool, u8), i32> = BTreeMap::new();
            for (helper, recipient) in before.difference(&after) {
                *surplus.entry((true, *helper)).or_default() -= 1;
                *surplus.entry((false, *recipient)).or_default() -= 1;
            }
            for (helper, recipient) in after.difference(&before) {
                *surplus.entry((true, *helper)).or_default() += 1;
                *surplus.entry((false, *recipient)).or_default() += 1;
            }
            let ends: i32 = surplus.values().map(|count| count.abs()).sum();
            let open = chains(&before, &after).iter().filter(|chain| !chain.closed).count();
            prop_assert_eq!(i32::try_from(open).unwrap() * 2, ends);
        }
    }
}
