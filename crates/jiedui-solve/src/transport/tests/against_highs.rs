//! The same network as a linear program, solved by HiGHS.

use super::*;
use highs::{HighsModelStatus, RowProblem, Sense};
use proptest::prelude::*;

/// Least cost by HiGHS; `None` if it finds the network infeasible.
fn by_highs(network: &Network) -> Option<f64> {
    let mut problem = RowProblem::new();
    let columns: Vec<_> = network
        .arcs
        .iter()
        .map(|arc| problem.add_column(arc.cost as f64, arc.least as f64..=arc.most as f64))
        .collect();
    for (node, terminal) in network.terminals.iter().enumerate() {
        let put_in = problem.add_column(
            terminal.price as f64,
            terminal.least as f64..=terminal.most as f64,
        );
        let mut terms = vec![(put_in, -1.0)];
        for (arc, column) in network.arcs.iter().zip(&columns) {
            if arc.source as usize == node {
                terms.push((*column, 1.0));
            }
            if arc.target as usize == node {
                terms.push((*column, -1.0));
            }
        }
        problem.add_row(0.0..=0.0, &terms);
    }
    let mut model = problem.optimise(Sense::Minimise);
    model.make_quiet();
    let solved = model.solve();
    match solved.status() {
        HighsModelStatus::Optimal => Some(solved.objective_value()),
        HighsModelStatus::Infeasible => None,
        status => panic!("{status:?}"),
    }
}

fn agree(network: &Network) -> Result<(), TestCaseError> {
    let expected = by_highs(network);
    match solve(network).unwrap() {
        Answer::Optimal(optima) => {
            let Some(expected) = expected else {
                return Err(TestCaseError::fail("HiGHS finds no flow"));
            };
            let found = optima[0].cost as f64;
            prop_assert!(
                (found - expected).abs() <= 1e-6 * (1.0 + expected.abs()),
                "{found}, by HiGHS {expected}"
            );
            assert_complementary(network, &optima[0]);
        }
        Answer::Infeasible(cut) => {
            prop_assert_eq!(expected, None);
            prop_assert_eq!(certificate::check_cut(network, &cut.inside), Ok(cut.excess));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_network(network in random::network(12, 40, 50, 30)) {
        agree(&network)?;
    }

    #[test]
    fn needs_with_a_reward(network in random::transportation(8, false)) {
        agree(&network)?;
    }

    #[test]
    fn demands_that_must_be_met(network in random::transportation(6, true)) {
        agree(&network)?;
    }

    #[test]
    fn everything_costs_the_same(mut network in random::transportation(8, false)) {
        for arc in &mut network.arcs {
            arc.cost = 1;
        }
        agree(&network)?;
    }
}
