//! Random networks for properties.

use super::super::*;
use proptest::prelude::*;

fn range(limit: i64) -> impl Strategy<Value = (i64, i64)> {
    prop_oneof![
        4 => (0..=limit).prop_map(|most| (0, most)),
        2 => (0..=limit).prop_map(|most| (-most, 0)),
        2 => Just((0, 0)),
        1 => (-limit..=limit).prop_map(|amount| (amount, amount)),
        1 => (-limit..=limit, 0..=limit).prop_map(|(least, width)| (least, least + width)),
    ]
}

fn arc_range(limit: i64) -> impl Strategy<Value = (i64, i64)> {
    prop_oneof![
        6 => (0..=limit).prop_map(|most| (0, most)),
        1 => (-limit..=limit, 0..=limit).prop_map(|(least, width)| (least, least + width)),
    ]
}

/// Networks of any shape; ranges up to `limit`, costs and prices up to `price` in magnitude.
pub fn network(
    nodes: usize,
    arcs: usize,
    limit: i64,
    price: i64,
) -> impl Strategy<Value = Network> {
    let terminals = prop::collection::vec((range(limit), -price..=price), 1..=nodes);
    let ends = any::<[prop::sample::Index; 2]>();
    let arcs = prop::collection::vec((ends, arc_range(limit), -price..=price), 0..=arcs);
    (terminals, arcs).prop_map(|(terminals, arcs)| {
        let nodes = terminals.len();
        let terminals = terminals
            .into_iter()
            .map(|((least, most), price)| Terminal { least, most, price });
        let arcs = arcs
            .into_iter()
            .filter_map(|([source, target], (least, most), cost)| {
                let (source, target) = (source.index(nodes) as u32, target.index(nodes) as u32);
                (source != target).then_some(FlowArc {
                    source,
                    target,
                    least,
                    most,
                    cost,
                })
            });
        Network {
            terminals: terminals.collect(),
            arcs: arcs.collect(),
        }
    })
}

/// Supplies and needs with rewards, or demands where `is_exact`; ties are frequent.
pub fn transportation(side: usize, is_exact: bool) -> impl Strategy<Value = Network> {
    let amounts = prop::collection::vec(prop_oneof![1 => Just(0_i64), 4 => 1..30_i64], 1..=side);
    let arcs = prop::collection::vec(
        (any::<[prop::sample::Index; 2]>(), 0..20_i64, 0..6_i64),
        0..60,
    );
    (amounts.clone(), amounts, arcs).prop_map(move |(supplies, needs, arcs)| {
        let (sources, sinks) = (supplies.len(), needs.len());
        let arcs = arcs
            .into_iter()
            .map(|([source, sink], most, cost)| FlowArc {
                source: source.index(sources) as u32,
                target: (sources + sink.index(sinks)) as u32,
                least: 0,
                // The greatest stands for "as much as both ends have".
                most: if most == 19 { 1_000 } else { most },
                cost,
            });
        let supplies = supplies.into_iter().map(Terminal::supply);
        let needs = needs.into_iter().map(|need| {
            if is_exact {
                Terminal::exactly(-need)
            } else {
                Terminal::need(need, 4)
            }
        });
        Network {
            terminals: supplies.chain(needs).collect(),
            arcs: arcs.collect(),
        }
    })
}
