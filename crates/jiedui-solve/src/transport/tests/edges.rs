//! Cases at the edge, worked by hand.

use super::*;
use proptest::prelude::*;

#[test]
fn nothing_at_all_costs_nothing() {
    assert_eq!(optimum(&Network::default()).cost, 0);
    let alone = Network {
        terminals: vec![Terminal::supply(5), Terminal::THROUGH, Terminal::need(3, 9)],
        arcs: Vec::new(),
    };
    assert_eq!(optimum(&alone).cost, 0);
}

#[test]
fn reward_decides_who_is_served() {
    // One supply of 5; needs of 4 each, worth 10 and 3, at cost 4 and 1: 4 · 6 + 1 · 2.
    let network = Network {
        terminals: vec![
            Terminal::supply(5),
            Terminal::need(4, 10),
            Terminal::need(4, 3),
        ],
        arcs: vec![arc(0, 1, 100, 4), arc(0, 2, 100, 1)],
    };
    let best = optimum(&network);
    assert_eq!((best.flow.as_slice(), best.cost), (&[4, 1][..], -26));
    assert_complementary(&network, &best);
}

#[test]
fn need_worth_less_than_its_way_is_left_unmet() {
    let network = Network {
        terminals: vec![Terminal::supply(5), Terminal::need(4, 3)],
        arcs: vec![arc(0, 1, 100, 4)],
    };
    assert_eq!(optimum(&network).flow, [0]);
}

#[test]
fn serve_as_much_as_possible_then_as_cheaply_as_possible() {
    // Serving all 6 needs the dear arc for 2; the cheap one alone serves 4.
    let network = Network {
        terminals: vec![
            Terminal::supply(4),
            Terminal::supply(4),
            Terminal::need(6, 1),
        ],
        arcs: vec![arc(0, 2, 100, 0), arc(1, 2, 100, 0)],
    };
    let cheapest = Costs {
        prices: vec![0; 3],
        costs: vec![5, 7],
    };
    let Answer::Optimal(optima) = solve_in_order(&network, &[cheapest]).unwrap() else {
        panic!("there is a flow");
    };
    assert_eq!(optima[0].cost, -6);
    assert_eq!(
        (optima[1].flow.as_slice(), optima[1].cost),
        (&[4, 2][..], 34)
    );
}

#[test]
fn budget_over_two_sectors_is_a_node_above_them() {
    // Budget 10 over supplies of 8 and 8 through nodes 1 and 2; needs of 6 and 9 worth 5 and 4.
    let network = Network {
        terminals: vec![
            Terminal::supply(10),
            Terminal::THROUGH,
            Terminal::THROUGH,
            Terminal::need(6, 5),
            Terminal::need(9, 4),
        ],
        arcs: vec![
            arc(0, 1, 8, 0),
            arc(0, 2, 8, 0),
            arc(1, 3, 6, 1),
            arc(2, 4, 8, 1),
        ],
    };
    let best = optimum(&network);
    assert_eq!(best.flow, [6, 4, 6, 4]);
    assert_eq!(best.cost, -(6 * 4 + 4 * 3));
}

#[test]
fn zero_supplies_give_zero_flow_or_a_cut() {
    let mut network = Network {
        terminals: vec![
            Terminal::supply(0),
            Terminal::supply(0),
            Terminal::need(5, 9),
        ],
        arcs: vec![arc(0, 2, 10, 1), arc(1, 2, 10, 1)],
    };
    assert_eq!(optimum(&network).flow, [0, 0]);
    network.terminals[2] = Terminal::exactly(-5);
    assert_eq!(cut(&network).excess, 5);
}

#[test]
fn cut_names_those_who_share_too_little() {
    // Needs 2 and 3 share supply 0; need 4 has supply 1 for itself.
    let network = Network {
        terminals: vec![
            Terminal::supply(5),
            Terminal::supply(50),
            Terminal::exactly(-4),
            Terminal::exactly(-3),
            Terminal::exactly(-10),
        ],
        arcs: vec![arc(0, 2, 99, 1), arc(0, 3, 99, 1), arc(1, 4, 99, 1)],
    };
    let cut = cut(&network);
    assert_eq!(cut.excess, 2);
    assert_eq!(cut.inside, [true, false, true, true, false]);
}

#[test]
fn surplus_that_must_go_somewhere_has_a_cut_as_well() {
    let network = Network {
        terminals: vec![
            Terminal::exactly(7),
            Terminal::THROUGH,
            Terminal::need(9, 1),
        ],
        arcs: vec![arc(0, 1, 20, 1), arc(1, 2, 4, 1)],
    };
    let cut = cut(&network);
    assert_eq!(cut.excess, 3);
    assert_eq!(cut.inside, [true, true, false]);
}

#[test]
fn circle_that_pays_is_used_to_the_full() {
    let network = Network {
        terminals: vec![Terminal::THROUGH; 3],
        arcs: vec![arc(0, 1, 7, -5), arc(1, 2, 9, 1), arc(2, 0, 8, 1)],
    };
    let best = optimum(&network);
    assert_eq!((best.flow.as_slice(), best.cost), (&[7, 7, 7][..], -21));
}

#[test]
fn node_may_take_from_others_and_have_a_supply_of_its_own() {
    // Node 1 passes on and has 3 of its own at price 2; node 0 has 10 at price 5 and the way costs 1.
    let network = Network {
        terminals: vec![
            Terminal {
                least: 0,
                most: 10,
                price: 5,
            },
            Terminal {
                least: 0,
                most: 3,
                price: 2,
            },
            Terminal::exactly(-8),
        ],
        arcs: vec![arc(0, 1, 100, 1), arc(1, 2, 100, 0)],
    };
    let best = optimum(&network);
    assert_eq!((best.flow.as_slice(), best.cost), (&[5, 8][..], 36));
}

#[test]
fn lower_ends_are_kept() {
    let network = Network {
        terminals: vec![
            Terminal::supply(10),
            Terminal::need(4, 9),
            Terminal::need(9, 1),
        ],
        arcs: vec![
            arc(0, 1, 100, 1),
            FlowArc {
                least: 8,
                ..arc(0, 2, 100, 5)
            },
        ],
    };
    let best = optimum(&network);
    assert_eq!((best.flow.as_slice(), best.cost), (&[2, 8][..], -16 + 32));
}

#[test]
fn refused_networks_say_why() {
    let ends = |source, target| Network {
        terminals: vec![Terminal::supply(1), Terminal::need(1, 1)],
        arcs: vec![arc(source, target, 1, 1)],
    };
    assert_eq!(solve(&ends(0, 2)), Err(TransportError::NoSuchNode(0)));
    assert_eq!(solve(&ends(1, 1)), Err(TransportError::Loop(0)));
    let mut network = ends(0, 1);
    network.arcs[0].least = 2;
    assert_eq!(solve(&network), Err(TransportError::EmptyArcRange(0)));
    network.arcs[0] = arc(0, 1, LARGEST_AMOUNT + 1, 1);
    assert_eq!(solve(&network), Err(TransportError::AmountTooLarge));
    network.arcs[0] = arc(0, 1, 1, largest_cost(2) + 1);
    assert_eq!(solve(&network), Err(TransportError::CostTooLarge));
    network.arcs[0] = arc(0, 1, 1, i64::MIN);
    assert_eq!(solve(&network), Err(TransportError::CostTooLarge));
    network = ends(0, 1);
    network.terminals[1].most = i64::MIN;
    assert_eq!(solve(&network), Err(TransportError::EmptyTerminalRange(1)));
    network.terminals[1] = Terminal {
        least: i64::MIN,
        most: 0,
        price: 0,
    };
    assert_eq!(solve(&network), Err(TransportError::AmountTooLarge));
    let short = Costs::default();
    let refused = solve_in_order(&ends(0, 1), &[short]);
    assert_eq!(refused, Err(TransportError::CostsDoNotFit));
}

#[test]
fn largest_figures_add_up() {
    let cost = largest_cost(4);
    let network = Network {
        terminals: vec![
            Terminal {
                least: 0,
                most: LARGEST_AMOUNT,
                price: cost,
            },
            Terminal::THROUGH,
            Terminal::THROUGH,
            Terminal {
                least: -LARGEST_AMOUNT,
                most: -LARGEST_AMOUNT,
                price: -cost,
            },
        ],
        arcs: vec![
            arc(0, 1, LARGEST_AMOUNT, cost),
            arc(1, 2, LARGEST_AMOUNT, cost),
            arc(2, 3, LARGEST_AMOUNT, -cost),
            arc(1, 3, LARGEST_AMOUNT / 2, cost),
        ],
    };
    let best = optimum(&network);
    let (amount, cost) = (i128::from(LARGEST_AMOUNT), i128::from(cost));
    // By 2 it costs cost + cost − cost, by 1 directly cost + cost; price and reward add twice the cost.
    assert_eq!(best.cost, amount * cost * 3);
    assert_complementary(&network, &best);
    let mut network = network;
    network.terminals[0].most -= 1;
    assert_eq!(cut(&network).excess, 1);
}

/// Every source joined to every sink.
fn complete(supplies: &[i64], needs: &[i64], cost: impl Fn(usize, usize) -> i64) -> Network {
    let terminals = supplies.iter().map(|limit| Terminal::supply(*limit));
    let terminals = terminals.chain(needs.iter().map(|need| Terminal::exactly(-need)));
    let mut arcs = Vec::new();
    for (source, supply) in supplies.iter().enumerate() {
        for (sink, need) in needs.iter().enumerate() {
            let most = *supply.min(need);
            let target = (supplies.len() + sink) as u32;
            arcs.push(arc(source as u32, target, most, cost(source, sink)));
        }
    }
    Network {
        terminals: terminals.collect(),
        arcs,
    }
}

#[test]
fn ties_everywhere_end_and_cost_what_they_must() {
    // Every basis is degenerate: all amounts 1, all costs 1.
    let ones = [1_i64; 60];
    let network = complete(&ones, &ones, |_, _| 1);
    let best = optimum(&network);
    assert_eq!(best.cost, 60);
    assert_complementary(&network, &best);
    // Costs i · j: the assignment that pairs high with low, by the rearrangement inequality.
    let network = complete(&ones, &ones, |source, sink| (source * sink) as i64);
    let expected: usize = (0..60).map(|source| source * (59 - source)).sum();
    assert_eq!(optimum(&network).cost, expected as i128);
}

#[test]
fn one_supplier_serves_all() {
    let needs: Vec<i64> = (0..500).map(|sink| 1_000_000_000 - sink).collect();
    let total: i64 = needs.iter().sum();
    let network = complete(&[total], &needs, |_, sink| sink as i64);
    let best = optimum(&network);
    assert_eq!(best.flow, needs);
    assert_complementary(&network, &best);
    assert_eq!(cut(&complete(&[total - 1], &needs, |_, _| 1)).excess, 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn amounts_up_to_a_billion_scale(
        mut network in random::network(8, 20, 9, 9),
        factor in prop_oneof![Just(1_000_000_000_i64), 2..1_000_000_000_i64],
    ) {
        let small = solve(&network).unwrap();
        for arc in &mut network.arcs {
            arc.least *= factor;
            arc.most *= factor;
            arc.cost *= factor;
        }
        for terminal in &mut network.terminals {
            terminal.least *= factor;
            terminal.most *= factor;
            terminal.price *= factor;
        }
        match (small, solve(&network).unwrap()) {
            (Answer::Optimal(small), Answer::Optimal(large)) => {
                let factor = i128::from(factor);
                prop_assert_eq!(small[0].cost * factor * factor, large[0].cost);
                assert_complementary(&network, &large[0]);
            }
            (Answer::Infeasible(small), Answer::Infeasible(large)) => {
                // Each cut shows some excess; that of the large one is the same cut's, scaled.
                let other = certificate::check_cut(&network, &small.inside).unwrap();
                prop_assert_eq!(other, small.excess * i128::from(factor));
                prop_assert!(large.excess >= i128::from(factor));
            }
            (small, large) => prop_assert!(false, "{small:?} {large:?}"),
        }
    }

    #[test]
    fn same_network_same_flow(network in random::network(10, 30, 20, 5)) {
        prop_assert_eq!(solve(&network), solve(&network));
    }
}
