//! Generalised assignment problems (Cattrysse, OR-Library): m agents and n jobs, m × n costs, m × n
//! loads, m capacities.

use super::case_folder::{CaseFolder, Matching};
use super::numbers::Numbers;
use super::read;
use std::io;
use std::path::Path;

/// The problem of this name as a case: an agent is a helper with a limit on its load, a job a recipient
/// with exactly one pair, the cost a distance.
///
/// *Errors:* a file that is missing or malformed.
pub fn generalised_assignment(instances: &Path, name: &str) -> io::Result<CaseFolder> {
    let text = read(&instances.join("gap").join(name))?;
    let mut numbers = Numbers::of(name, &text);
    let (agents, jobs): (usize, usize) = (numbers.next()?, numbers.next()?);
    let costs: Vec<u32> = numbers.take(agents * jobs)?;
    let loads: Vec<u32> = numbers.take(agents * jobs)?;
    let capacities: Vec<u32> = numbers.take(agents)?;
    numbers.end()?;
    let limits: Vec<Option<u32>> = capacities.into_iter().map(Some).collect();
    let matching = Matching {
        name,
        title: "generalised assignment",
        per_recipient: (1, 1),
        per_helper: (0, None),
        recipients: jobs,
        helpers: &limits,
        columns: "distance_km,load",
        cells: &|agent, job| {
            let index = agent * jobs + job;
            format!("{},{}", costs[index], loads[index])
        },
        objectives: &["distance"],
    };
    Ok(matching.folder())
}

/// Names and optima of the problems, from `optima.csv`.
///
/// *Errors:* the file is missing or malformed.
pub fn optima(instances: &Path) -> io::Result<Vec<(String, u32)>> {
    let text = read(&instances.join("gap/optima.csv"))?;
    let rows = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    rows.map(|line| {
        let cells = line.split_once(',');
        let row =
            cells.and_then(|(name, optimum)| Some((name.to_owned(), optimum.trim().parse().ok()?)));
        let bad = || io::Error::new(io::ErrorKind::InvalidData, format!("optima.csv: `{line}`"));
        row.ok_or_else(bad)
    })
    .collect()
}
