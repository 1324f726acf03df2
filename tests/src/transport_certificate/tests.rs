#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;

/// Owned parts, so that a test can corrupt each.
#[derive(Clone)]
struct Claim {
    nodes: Vec<PricedRange>,
    ends: Vec<(u32, u32)>,
    arcs: Vec<PricedRange>,
    flow: Vec<i64>,
    potentials: Vec<i64>,
    cost: i128,
}

impl Claim {
    fn check(&self) -> Result<(), TransportRefusal> {
        check_transport_optimum(self.network(), &self.flow, &self.potentials, self.cost)
    }

    fn network(&self) -> TransportNetwork<'_> {
        TransportNetwork {
            nodes: &self.nodes,
            ends: &self.ends,
            arcs: &self.arcs,
        }
    }

    /// The refusal of the claim with one thing changed.
    fn refusal(&self, change: impl FnOnce(&mut Self)) -> TransportRefusal {
        let mut other = self.clone();
        change(&mut other);
        other.check().unwrap_err()
    }
}

fn range(least: i64, most: i64, cost: i64) -> PricedRange {
    PricedRange { least, most, cost }
}

/// Supplies 6 (free) and 20 (1 each), needs of 4 (worth 30) and 9 (worth 40). Way costs 3 and 5 from the
/// first supply, 9 to the second need and 20 to the first from the second supply.
///
/// The second supply's unit costs 1, so potentials are 1 there, 10 at the second need (9 on), 5 at the
/// first supply (5 less) and 8 at the first need (3 on).
/// Cost: 4·3 + 2·5 + 7·9 + 7·1 − 4·30 − 9·40 = −388.
fn claim() -> Claim {
    Claim {
        nodes: vec![
            range(0, 6, 0),
            range(0, 20, 1),
            range(-4, 0, 30),
            range(-9, 0, 40),
        ],
        ends: vec![(0, 2), (0, 3), (1, 3), (1, 2)],
        arcs: vec![
            range(0, 99, 3),
            range(0, 99, 5),
            range(0, 99, 9),
            range(0, 99, 20),
        ],
        flow: vec![4, 2, 7, 0],
        potentials: vec![5, 1, 8, 10],
        cost: -388,
    }
}

#[test]
fn optimum_by_hand_is_accepted() {
    assert_eq!(claim().check(), Ok(()));
}

#[test]
fn every_changed_flow_is_refused() {
    for place in 0..4 {
        for change in [-1, 1, 1_000] {
            claim().refusal(|claim| claim.flow[place] += change);
        }
    }
    let refusal = claim().refusal(|claim| claim.flow[3] = -1);
    assert_eq!(refusal, TransportRefusal::ArcOutOfRange(3));
    let refusal = claim().refusal(|claim| claim.flow[0] += 1);
    assert_eq!(refusal, TransportRefusal::NodeOutOfRange(0));
}

#[test]
fn every_changed_potential_is_refused() {
    for place in 0..4 {
        for change in [-1, 1, 1_000, i64::MIN / 2] {
            let refusal = claim().refusal(|claim| claim.potentials[place] += change);
            let TransportRefusal::NotProved { cost, bound } = refusal else {
                unreachable!("{refusal}");
            };
            assert!(bound < cost);
        }
    }
}

#[test]
fn every_changed_datum_that_matters_is_refused() {
    for place in 0..3 {
        for change in [-1, 1] {
            claim().refusal(|claim| claim.arcs[place].cost += change);
        }
        claim().refusal(|claim| claim.arcs[place].most = 1);
        claim().refusal(|claim| claim.arcs[place].least = 8);
        claim().refusal(|claim| claim.ends[place].1 = claim.ends[place].0);
    }
    // The arc that is not used: dearer is no matter, cheaper than 8 − 1 is.
    claim().refusal(|claim| claim.arcs[3].cost = 6);
    claim().refusal(|claim| claim.arcs[3].least = 1);
    for node in 0..4 {
        claim().refusal(|claim| claim.nodes[node].cost += 50);
    }
    for node in [2, 3] {
        claim().refusal(|claim| claim.nodes[node].least -= 100);
    }
    claim().refusal(|claim| claim.nodes[0].most = 7);
    claim().refusal(|claim| claim.nodes[1].most = 6);
    claim().refusal(|claim| claim.nodes[2].least = -3);
    let refusal = claim().refusal(|claim| claim.ends[1].1 = 4);
    assert_eq!(refusal, TransportRefusal::UnknownNode(1));
}

#[test]
fn changed_claim_and_changed_lengths_are_refused() {
    let refusal = claim().refusal(|claim| claim.cost += 1);
    assert!(matches!(
        refusal,
        TransportRefusal::OtherCost { actual: -388, .. }
    ));
    let mismatch = TransportRefusal::Mismatch;
    assert_eq!(claim().refusal(|claim| claim.flow.push(0)), mismatch);
    assert_eq!(
        claim().refusal(|claim| claim.potentials.truncate(3)),
        mismatch
    );
    assert_eq!(claim().refusal(|claim| claim.nodes.truncate(3)), mismatch);
    assert_eq!(claim().refusal(|claim| claim.ends.truncate(3)), mismatch);
    assert_eq!(claim().refusal(|claim| claim.arcs.truncate(3)), mismatch);
}

#[test]
fn flow_that_is_not_the_best_is_refused() {
    // The second need takes all of the first supply: 4·20 + 6·5 + 3·9 + 7·1 − 120 − 360 = −336.
    let refusal = claim().refusal(|claim| {
        claim.flow = vec![0, 6, 3, 4];
        claim.cost = -336;
    });
    let (cost, bound) = (-336, -388);
    assert_eq!(refusal, TransportRefusal::NotProved { cost, bound });
}

#[test]
fn figures_beyond_all_bounds_are_refused() {
    let refusal = claim().refusal(|claim| {
        claim.nodes[0].most = i64::MAX;
        claim.potentials[0] = i64::MAX;
        claim.nodes[1].most = i64::MAX;
        claim.potentials[1] = i64::MAX;
        claim.nodes[2].least = i64::MIN;
        claim.potentials[2] = i64::MIN;
        claim.nodes[3].least = i64::MIN;
        claim.potentials[3] = i64::MIN;
        claim.arcs[0].most = i64::MAX;
        claim.arcs[0].least = i64::MIN;
    });
    assert_eq!(refusal, TransportRefusal::Overflow);
}

#[test]
fn cut_by_hand_is_accepted_and_others_are_not() {
    // Supply 5 for demands of 4 and 3: two short.
    let nodes = [range(0, 5, 0), range(-4, -4, 0), range(-3, -3, 0)];
    let ends = [(0, 1), (0, 2)];
    let arcs = [range(0, 99, 1), range(0, 99, 1)];
    let network = TransportNetwork {
        nodes: &nodes,
        ends: &ends,
        arcs: &arcs,
    };
    assert_eq!(check_transport_cut(network, &[true, true, true]), Ok(()));
    let nothing = Err(TransportRefusal::CutProvesNothing);
    for inside in [[true, true, false], [false, true, true], [false; 3]] {
        assert_eq!(check_transport_cut(network, &inside), nothing);
    }
    let mismatch = Err(TransportRefusal::Mismatch);
    assert_eq!(check_transport_cut(network, &[true]), mismatch);
    let enough = [range(0, 7, 0), nodes[1], nodes[2]];
    let network = TransportNetwork {
        nodes: &enough,
        ..network
    };
    assert_eq!(check_transport_cut(network, &[true, true, true]), nothing);
    // Narrow arcs: 3 cannot reach the second demand of 4 through 3.
    let narrow = [range(0, 3, 1), range(0, 99, 1)];
    let network = TransportNetwork {
        arcs: &narrow,
        ..network
    };
    assert_eq!(check_transport_cut(network, &[false, true, false]), Ok(()));
}
