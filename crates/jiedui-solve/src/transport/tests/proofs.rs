//! Whatever is changed in a proof is noticed.

use super::certificate::{Refusal, check_cut, check_optimum, prove};
use super::*;
use proptest::prelude::*;

/// Two supplies, two needs, every arc used or clearly not worth it: potentials have no play.
fn tight() -> (Network, Optimum) {
    let network = Network {
        terminals: vec![
            Terminal::supply(6),
            Terminal {
                least: 0,
                most: 20,
                price: 1,
            },
            Terminal::need(4, 30),
            Terminal::need(9, 40),
        ],
        arcs: vec![
            arc(0, 2, 99, 3),
            arc(0, 3, 99, 5),
            arc(1, 3, 99, 9),
            arc(1, 2, 99, 20),
        ],
    };
    let best = optimum(&network);
    assert_eq!(best.flow, [4, 2, 7, 0]);
    (network, best)
}

#[test]
fn every_flow_is_proved() {
    let (network, best) = tight();
    for place in 0..best.flow.len() {
        for change in [-1, 1] {
            let mut flow = best.flow.clone();
            flow[place] += change;
            assert!(
                check_optimum(&network, &flow, &best.potentials).is_err(),
                "{place}"
            );
        }
    }
}

#[test]
fn every_potential_is_needed() {
    let (network, best) = tight();
    for place in 0..best.potentials.len() {
        for change in [-1, 1, i64::MAX / 2] {
            let mut potentials = best.potentials.clone();
            potentials[place] = potentials[place].saturating_add(change);
            let refusal = check_optimum(&network, &best.flow, &potentials).unwrap_err();
            let Refusal::Gap(proof) = refusal else {
                panic!("{refusal}");
            };
            assert!(proof.bound < proof.cost);
        }
    }
}

#[test]
fn proof_of_another_network_is_refused() {
    let (network, best) = tight();
    let refused = |change: fn(&mut Network)| {
        let mut other = network.clone();
        change(&mut other);
        check_optimum(&other, &best.flow, &best.potentials).is_err()
    };
    assert!(refused(|other| other.arcs[0].cost += 34));
    assert!(refused(|other| other.arcs[3].cost -= 14));
    assert!(refused(|other| other.arcs[1].most = 1));
    assert!(refused(|other| other.arcs[3].least = 1));
    assert!(refused(|other| other.terminals[0].most = 5));
    assert!(refused(|other| other.terminals[0].most = 7));
    assert!(refused(|other| other.terminals[3].least = -10));
    assert!(refused(|other| other.terminals[1].price = 32));
    assert!(refused(|other| other.arcs[2].target = 2));
    assert!(refused(|other| other.arcs[2].target = 9));
    assert!(refused(|other| {
        other.arcs.pop();
    }));
    assert!(refused(|other| {
        other.terminals.pop();
    }));
}

#[test]
fn refusals_name_the_place() {
    let (network, best) = tight();
    let mut flow = best.flow.clone();
    flow[2] = -1;
    let refusal = prove(&network, &flow, &best.potentials);
    assert_eq!(refusal, Err(Refusal::FlowOutOfRange(2)));
    flow[2] = 8;
    let refusal = prove(&network, &flow, &best.potentials);
    assert_eq!(refusal, Err(Refusal::BalanceOutOfRange(3)));
    assert_eq!(
        prove(&network, &flow[1..], &best.potentials),
        Err(Refusal::WrongLength)
    );
}

#[test]
fn cut_of_another_set_is_refused() {
    let network = Network {
        terminals: vec![
            Terminal::supply(5),
            Terminal::exactly(-4),
            Terminal::exactly(-3),
        ],
        arcs: vec![arc(0, 1, 99, 1), arc(0, 2, 99, 1)],
    };
    assert_eq!(check_cut(&network, &[true, true, true]), Ok(2));
    assert_eq!(
        check_cut(&network, &[true, true, false]),
        Err(Refusal::CutNotViolated)
    );
    assert_eq!(
        check_cut(&network, &[false; 3]),
        Err(Refusal::CutNotViolated)
    );
    assert_eq!(check_cut(&network, &[true]), Err(Refusal::WrongLength));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_potentials_give_a_bound(
        network in random::network(6, 12, 9, 9),
        potentials in prop::collection::vec(-40..40_i64, 6),
    ) {
        if let Answer::Optimal(optima) = solve(&network).unwrap() {
            let potentials = &potentials[..network.terminals.len()];
            let proof = prove(&network, &optima[0].flow, potentials).unwrap();
            prop_assert_eq!(proof.cost, optima[0].cost);
            prop_assert!(proof.bound <= proof.cost);
        }
    }

    #[test]
    fn no_cut_is_found_where_there_is_a_flow(
        network in random::network(6, 12, 9, 9),
        inside in prop::collection::vec(any::<bool>(), 6),
    ) {
        if let Answer::Optimal(_) = solve(&network).unwrap() {
            let inside = &inside[..network.terminals.len()];
            prop_assert_eq!(check_cut(&network, inside), Err(Refusal::CutNotViolated));
        }
    }
}
