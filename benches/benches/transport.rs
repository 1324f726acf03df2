//! The network simplex on transportation problems of 20,000 × 20,000 nodes with 800,000 arcs, and LEMON's
//! beside it in the same run.
//!
//! ```text
//! cargo bench -p jiedui-benches --bench transport
//! LEMON_TRANSPORT=path/to/lemon_transport cargo bench -p jiedui-benches --bench transport
//! cargo bench -p jiedui-benches --bench transport -- --write FOLDER   # only writes the networks
//! ```
//!
//! `lemon_transport` is built from `benches/peers/lemon_transport.cpp`, whose head describes the format of
//! the files. Both sides count processor time of setting up and solving, reading left out (LEMON's without time in the kernel), and run
//! [`REPEATS`] times in turn; the medians are compared. Ours includes the check of the certificate. Different
//! optima stop the run.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark stops where anything fails, and talks to the terminal"
)]

use jiedui_solve::transport::{Answer, FlowArc, Network, Terminal, solve};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const REPEATS: usize = 7;
const SIDE: usize = 20_000;
const ARCS_PER_SOURCE: usize = 40;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let write = arguments.iter().position(|word| word == "--write");
    if let Some(folder) = write.and_then(|place| arguments.get(place + 1)) {
        for (name, network) in cases() {
            store(&network, &Path::new(folder).join(format!("{name}.txt")));
        }
        return;
    }
    let lemon = std::env::var_os("LEMON_TRANSPORT").map(PathBuf::from);
    println!("case                   cost  pivots   seconds  LEMON  ratio");
    for (name, network) in cases() {
        let file = std::env::temp_dir().join(format!("jiedui-{}-{name}.txt", std::process::id()));
        if lemon.is_some() {
            store(&network, &file);
        }
        let (mut own, mut theirs) = (Vec::new(), Vec::new());
        let (mut cost, mut pivots) = (0, 0);
        for _ in 0..REPEATS {
            let from = processor_seconds();
            let Answer::Optimal(optima) = solve(&network).unwrap() else {
                panic!("{name} has a flow by construction");
            };
            own.push(processor_seconds() - from);
            (cost, pivots) = (optima[0].cost, optima[0].pivots);
            if let Some(program) = &lemon {
                let (other, seconds) = by_lemon(program, &file);
                assert_eq!(cost, other, "{name}: LEMON's optimum differs");
                theirs.push(seconds);
            }
        }
        let own = median(own);
        print!("{name:<12} {cost:>14} {pivots:>7} {own:>9.3}");
        if lemon.is_some() {
            let theirs = median(theirs);
            print!(" {theirs:>6.3} {:>6.2}", own / theirs);
            fs::remove_file(&file).unwrap();
        }
        println!();
    }
}

/// The networks, by name.
fn cases() -> Vec<(&'static str, Network)> {
    let mut cases = Vec::new();
    for (name, costs) in [("random", Costs::Random), ("near", Costs::Distance)] {
        cases.push((name, transportation(costs, Limits::Wide, Demands::Exact)));
    }
    cases.push((
        "limited",
        transportation(Costs::Distance, Limits::OfEnds, Demands::Exact),
    ));
    cases.push((
        "rewarded",
        transportation(Costs::Distance, Limits::Wide, Demands::Rewarded),
    ));
    cases
}

#[derive(Clone, Copy, PartialEq)]
enum Costs {
    /// 1 to 10,000.
    Random,
    /// Metres in a square of 1,000 km.
    Distance,
}

#[derive(Clone, Copy, PartialEq)]
enum Limits {
    Wide,
    /// min(supply, need), as the program has them.
    OfEnds,
}

#[derive(Clone, Copy, PartialEq)]
enum Demands {
    Exact,
    /// Worth 600 km per unit.
    Rewarded,
}

/// Joins every source to sinks at random; what is demanded is a flow drawn at random, so there is one.
fn transportation(costs: Costs, limits: Limits, demands: Demands) -> Network {
    let mut random = SplitMix(1);
    let seats: Vec<[f64; 2]> = (0..2 * SIDE)
        .map(|_| [0, 1].map(|_| random.below(1_000_000) as f64))
        .collect();
    let mut arcs = Vec::with_capacity(SIDE * ARCS_PER_SOURCE);
    for source in 0..SIDE {
        for _ in 0..ARCS_PER_SOURCE {
            let target = SIDE + random.below(SIDE as u64) as usize;
            let cost = match costs {
                Costs::Random => 1 + random.below(10_000) as i64,
                Costs::Distance => {
                    let ([x, y], [to_x, to_y]) = (seats[source], seats[target]);
                    (x - to_x).hypot(y - to_y) as i64
                }
            };
            arcs.push(FlowArc {
                source: source as u32,
                target: target as u32,
                least: 0,
                most: 1_000_000,
                cost,
            });
        }
    }
    let mut amounts = vec![0_i64; 2 * SIDE];
    for source in 0..SIDE {
        for _ in 0..2 {
            let place = random.below(ARCS_PER_SOURCE as u64) as usize;
            let arc = &arcs[source * ARCS_PER_SOURCE + place];
            let amount = 1 + random.below(500) as i64;
            amounts[source] += amount;
            amounts[arc.target as usize] += amount;
        }
        amounts[source] += random.below(100) as i64;
    }
    if limits == Limits::OfEnds {
        for arc in &mut arcs {
            arc.most = amounts[arc.source as usize].min(amounts[arc.target as usize]);
        }
    }
    let terminals = amounts.iter().enumerate().map(|(node, amount)| {
        if node < SIDE {
            Terminal::supply(*amount)
        } else if demands == Demands::Exact {
            Terminal::exactly(-amount)
        } else {
            Terminal::need(*amount, 600_000)
        }
    });
    Network {
        terminals: terminals.collect(),
        arcs,
    }
}

fn store(network: &Network, path: &Path) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    writeln!(file, "{} {}", network.terminals.len(), network.arcs.len()).unwrap();
    for node in &network.terminals {
        writeln!(file, "{} {} {}", node.least, node.most, node.price).unwrap();
    }
    for arc in &network.arcs {
        let FlowArc {
            source,
            target,
            least,
            most,
            cost,
        } = arc;
        writeln!(file, "{source} {target} {least} {most} {cost}").unwrap();
    }
    file.flush().unwrap();
}

/// Cost and seconds that LEMON's program prints.
fn by_lemon(program: &Path, file: &Path) -> (i128, f64) {
    let output = Command::new(program).arg(file).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        ["cost", cost, "seconds", seconds] => (cost.parse().unwrap(), seconds.parse().unwrap()),
        _ => panic!("LEMON's program says: {text}"),
    }
}

/// Processor time of this process where the system tells it, else the clock.
fn processor_seconds() -> f64 {
    let nanoseconds = fs::read_to_string("/proc/self/schedstat")
        .ok()
        .and_then(|text| {
            text.split(' ')
                .next()
                .and_then(|word| word.parse::<f64>().ok())
        });
    nanoseconds.map_or_else(
        || {
            static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
            START.get_or_init(Instant::now).elapsed().as_secs_f64()
        },
        |nanoseconds| nanoseconds * 1e-9,
    )
}

fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}

/// Steele, Lea, Flood: *Fast splittable pseudorandom number generators*, 2014.
struct SplitMix(u64);

impl SplitMix {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }
}
