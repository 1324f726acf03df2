//! Linear assignment problems of the OR-Library (Beasley 1990): the size n, then n × n costs by rows.

use super::case_folder::{CaseFolder, Matching};
use super::numbers::Numbers;
use super::read;
use std::io;
use std::path::Path;

/// The problem of a size as a case: every helper and every recipient in exactly one pair, the cost as
/// distance.
///
/// *Errors:* a file that is missing or malformed.
pub fn assignment(instances: &Path, size: usize) -> io::Result<CaseFolder> {
    let name = format!("assign{size}");
    let text = read(&instances.join("orlib_assign").join(format!("{name}.txt")))?;
    let mut numbers = Numbers::of(&name, &text);
    let stated: usize = numbers.next()?;
    let costs: Vec<u32> = numbers.take(stated * stated)?;
    numbers.end()?;
    let matching = Matching {
        name: &name,
        title: "OR-Library assignment",
        per_recipient: (1, 1),
        per_helper: (1, Some(1)),
        recipients: stated,
        helpers: &vec![None; stated],
        columns: "distance_km",
        cells: &|helper, recipient| costs[helper * stated + recipient].to_string(),
        objectives: &["distance"],
    };
    Ok(matching.folder())
}
