//! Cases without pairs: the network way gives what the whole program gives, and proves it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, Measure, Objective, Proof, SolveMethod, Termination};
use jiedui_generate::{Order, Shape};
use jiedui_tests::generated_tables;
use jiedui_tests::runs::solved_by;

/// A case of one divisible kind of help, first as much as possible, then as near as possible.
fn divisible_case(seed: u64, objectives: &[(Measure, u32)]) -> Case {
    let mut generated = generated_tables(&Order {
        recipients: 7,
        helpers: 24,
        seed,
        shape: Shape::Divisible,
    });
    generated.policy.objectives = objectives
        .iter()
        .map(|(measure, priority)| Objective::plain(*measure, *priority))
        .collect();
    Case::assemble(generated.tables, generated.policy).unwrap()
}

#[test]
fn coverage_then_distance_as_a_network_agrees_with_the_whole_program() {
    for seed in 1..=8 {
        let case = divisible_case(seed, &[(Measure::Coverage, 1), (Measure::FlowDistance, 2)]);
        let network = solved_by(&case, SolveMethod::Decomposition);
        let whole = solved_by(&case, SolveMethod::Monolithic);
        assert_eq!(network.termination, Termination::Optimal);
        for (ours, other) in network.tiers.iter().zip(&whole.tiers) {
            assert_eq!(ours.proof, Proof::NetworkFlow, "seed {seed}");
            let size = 1.0 + other.reached.abs();
            // The whole program is continuous and keeps earlier tiers within its own accuracy.
            assert!(
                (ours.reached - other.reached).abs() <= 1e-4 * size,
                "seed {seed}: {ours:?} {other:?}"
            );
            assert!(ours.bound >= ours.in_plan - 1e-9 * size, "seed {seed}");
        }
    }
}

#[test]
fn floor_of_coverage_is_no_network_and_takes_the_general_way() {
    let case = divisible_case(1, &[(Measure::CoverageFloor, 1)]);
    let run = solved_by(&case, SolveMethod::Decomposition);
    assert!(
        run.tiers
            .iter()
            .all(|tier| tier.proof != Proof::NetworkFlow)
    );
}
