//! Our matching of one track on a case whose pairs carry distances, for `scripts/bench-peers`: the shortest
//! total distance with one partner for everybody. Prints one JSON object.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement stops where anything fails, and talks to the terminal"
)]

use jiedui_solve::matching::{Degree, NO_PAIR, Shape, best_matching};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

/// The median of so many is told, as it is of SciPy's: one takes some thousandths of a second.
const REPEATS: usize = 15;

fn main() {
    let case = PathBuf::from(std::env::args_os().nth(1).unwrap());
    let began = Instant::now();
    let mut rows = csv::Reader::from_path(case.join("pairs.csv")).unwrap();
    let named = rows.headers().unwrap().clone();
    let [recipient, helper, distance] = ["recipient", "helper", "distance_km"]
        .map(|name| named.iter().position(|column| column == name).unwrap());
    let pairs: Vec<(String, String, i64)> = rows
        .records()
        .map(|row| {
            let row = row.unwrap();
            let kilometres = row[distance].parse().unwrap();
            (
                row[recipient].to_owned(),
                row[helper].to_owned(),
                kilometres,
            )
        })
        .collect();
    let recipients = places(pairs.iter().map(|pair| pair.0.as_str()));
    let helpers = places(pairs.iter().map(|pair| pair.1.as_str()));
    let mut weights = vec![NO_PAIR; recipients.len() * helpers.len()];
    for (recipient, helper, kilometres) in &pairs {
        weights[recipients[recipient.as_str()] * helpers.len() + helpers[helper.as_str()]] =
            -kilometres;
    }
    let read_s = began.elapsed().as_secs_f64();

    let one = Degree { min: 1, max: 1 };
    let shape = Shape {
        rows: vec![one; recipients.len()],
        columns: vec![one; helpers.len()],
        demanded: Vec::new(),
    };
    let (mut seconds, mut total) = (Vec::new(), 0);
    for _ in 0..REPEATS {
        let began = Instant::now();
        total = best_matching(&shape, &weights).unwrap().weight;
        seconds.push(began.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    let solve_s = seconds[REPEATS / 2];
    println!(
        "{{\"read_s\": {read_s:.3}, \"solve_s\": {solve_s:.5}, \"ended\": \"optimal\", \
         \"tiers\": [{{\"value\": {total}, \"bound\": {total}}}]}}"
    );
}

/// The place of each name among all, sorted.
fn places<'n>(names: impl Iterator<Item = &'n str>) -> BTreeMap<&'n str, usize> {
    let mut places: BTreeMap<&str, usize> = names.map(|name| (name, 0)).collect();
    for (place, found) in places.values_mut().enumerate() {
        *found = place;
    }
    places
}
