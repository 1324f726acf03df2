//! Every flow of tiny networks, one after the other.

use super::*;
use proptest::prelude::*;

fn cost_of(costs: &Costs, flow: &[i64], put_in: &[i64]) -> i128 {
    let product = |(price, amount): (&i64, &i64)| i128::from(*price) * i128::from(*amount);
    let on_arcs: i128 = costs.costs.iter().zip(flow).map(product).sum();
    on_arcs + costs.prices.iter().zip(put_in).map(product).sum::<i128>()
}

/// The costs of all flows by each objective.
fn enumerate(network: &Network, objectives: &[Costs]) -> Vec<Vec<i128>> {
    let mut flow: Vec<i64> = network.arcs.iter().map(|arc| arc.least).collect();
    let mut found = Vec::new();
    loop {
        let amounts = put_in(network, &flow);
        let keeps = network
            .terminals
            .iter()
            .zip(&amounts)
            .all(|(terminal, amount)| (terminal.least..=terminal.most).contains(amount));
        if keeps {
            let costs = objectives.iter();
            found.push(costs.map(|costs| cost_of(costs, &flow, &amounts)).collect());
        }
        let Some(next) = (0..flow.len()).find(|place| flow[*place] < network.arcs[*place].most)
        else {
            return found;
        };
        flow[next] += 1;
        for (amount, arc) in flow[..next].iter_mut().zip(&network.arcs) {
            *amount = arc.least;
        }
    }
}

fn agree(network: &Network, later: &[Costs]) -> Result<(), TestCaseError> {
    let mut objectives = vec![network.own_costs()];
    objectives.extend(later.iter().cloned());
    // Lexicographic order is the order of vectors.
    let best = enumerate(network, &objectives).into_iter().min();
    match solve_in_order(network, later).unwrap() {
        Answer::Optimal(optima) => {
            let costs: Vec<i128> = optima.iter().map(|optimum| optimum.cost).collect();
            prop_assert_eq!(Some(costs), best);
            assert_complementary(network, &optima[0]);
            let mut face = network.clone();
            for (index, costs) in later.iter().enumerate() {
                face = optimal_face(&face, &optima[index]).with_costs(costs);
                assert_complementary(&face, &optima[index + 1]);
            }
        }
        Answer::Infeasible(cut) => {
            prop_assert_eq!(best, None);
            prop_assert!(cut.excess > 0);
            prop_assert_eq!(certificate::check_cut(network, &cut.inside), Ok(cut.excess));
        }
    }
    Ok(())
}

/// The network with two more objectives.
fn with_later() -> impl Strategy<Value = (Network, Vec<Costs>)> {
    random::network(5, 6, 2, 3).prop_flat_map(|network| {
        let prices = prop::collection::vec(-2..=2_i64, network.terminals.len());
        let costs = prop::collection::vec(-2..=2_i64, network.arcs.len());
        let objective = (prices, costs).prop_map(|(prices, costs)| Costs { prices, costs });
        (Just(network), prop::collection::vec(objective, 0..=2))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn optimum_is_that_of_all_flows((network, later) in with_later()) {
        agree(&network, &later)?;
    }
}
