//! Our network simplex on a network in a file, for `scripts/bench-peers`; the format is that of
//! `benches/peers/lemon_transport.cpp`. Prints one JSON object.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement stops where anything fails, and talks to the terminal"
)]

use jiedui_solve::transport::certificate::check_optimum;
use jiedui_solve::transport::{Answer, FlowArc, Network, Terminal, solve};
use std::time::Instant;

fn main() {
    let path = std::env::args_os().nth(1).unwrap();
    let began = Instant::now();
    let network = read(&std::fs::read_to_string(path).unwrap());
    let read_s = began.elapsed().as_secs_f64();
    let began = Instant::now();
    let answer = solve(&network).unwrap();
    let solve_s = began.elapsed().as_secs_f64();
    let Answer::Optimal(optima) = answer else {
        panic!("the network has no flow");
    };
    let optimum = optima.first().unwrap();
    // The certificate, checked apart from the solve and not timed with it.
    let cost = check_optimum(&network, &optimum.flow, &optimum.potentials).unwrap();
    println!(
        "{{\"read_s\": {read_s:.3}, \"solve_s\": {solve_s:.3}, \"ended\": \"optimal\", \
         \"tiers\": [{{\"value\": -{cost}, \"bound\": -{cost}}}]}}"
    );
}

fn read(text: &str) -> Network {
    let mut numbers = text
        .split_ascii_whitespace()
        .map(|word| word.parse().unwrap());
    let mut next = || -> i64 { numbers.next().unwrap() };
    let (nodes, arcs) = (next(), next());
    let mut network = Network::default();
    for _ in 0..nodes {
        let (least, most, price) = (next(), next(), next());
        network.terminals.push(Terminal { least, most, price });
    }
    for _ in 0..arcs {
        let [source, target] = [next(), next()].map(|node| u32::try_from(node).unwrap());
        let (least, most, cost) = (next(), next(), next());
        network.arcs.push(FlowArc {
            source,
            target,
            least,
            most,
            cost,
        });
    }
    network
}
