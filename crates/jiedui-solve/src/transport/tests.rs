#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod against_highs;
mod brute_force;
mod edges;
mod proofs;
mod random;

use super::*;

/// The only optimum, of a network that must have one.
fn optimum(network: &Network) -> Optimum {
    match solve(network).unwrap() {
        Answer::Optimal(mut optima) => optima.remove(0),
        Answer::Infeasible(cut) => panic!("infeasible by {}", cut.excess),
    }
}

fn cut(network: &Network) -> Cut {
    match solve(network).unwrap() {
        Answer::Infeasible(cut) => cut,
        Answer::Optimal(optima) => panic!("optimal at {}", optima[0].cost),
    }
}

/// What each node puts in.
fn put_in(network: &Network, flow: &[i64]) -> Vec<i64> {
    let mut put_in = vec![0; network.terminals.len()];
    for (arc, amount) in network.arcs.iter().zip(flow) {
        put_in[arc.source as usize] += amount;
        put_in[arc.target as usize] -= amount;
    }
    put_in
}

/// Complementary slackness, arc by arc and node by node, without the code of the certificate.
fn assert_complementary(network: &Network, optimum: &Optimum) {
    let held_at = |reduced: i64, amount: i64, least: i64, most: i64| {
        assert!(
            (least..=most).contains(&amount),
            "{amount} in {least}..={most}"
        );
        match reduced.signum() {
            1 => assert_eq!(amount, least, "reduced cost {reduced}"),
            -1 => assert_eq!(amount, most, "reduced cost {reduced}"),
            _ => {}
        }
    };
    let potentials = &optimum.potentials;
    for (arc, amount) in network.arcs.iter().zip(&optimum.flow) {
        let reduced = arc.cost + potentials[arc.source as usize] - potentials[arc.target as usize];
        held_at(reduced, *amount, arc.least, arc.most);
    }
    let amounts = put_in(network, &optimum.flow);
    for ((terminal, amount), potential) in network.terminals.iter().zip(amounts).zip(potentials) {
        held_at(
            terminal.price - potential,
            amount,
            terminal.least,
            terminal.most,
        );
    }
    assert_eq!(
        certificate::check_optimum(network, &optimum.flow, potentials),
        Ok(optimum.cost)
    );
}

fn arc(source: u32, target: u32, most: i64, cost: i64) -> FlowArc {
    FlowArc {
        source,
        target,
        least: 0,
        most,
        cost,
    }
}
