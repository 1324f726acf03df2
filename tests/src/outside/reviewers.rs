//! Papers and reviewers of the conference MIDL (Kobren, Saha, McCallum 2019): a matrix of scores with a
//! row for each reviewer, how many reviewers each paper has, how many papers each reviewer takes.

use super::case_folder::{CaseFolder, Matching};
use super::numbers::Numbers;
use super::read;
use std::io;
use std::path::Path;

/// The problem as a case: a reviewer is a helper, a paper a recipient, the score a fit; first the worst-off
/// paper's summed score, then the total.
///
/// *Errors:* a file that is missing or malformed.
pub fn reviewers(instances: &Path) -> io::Result<CaseFolder> {
    let folder = instances.join("reviewer_midl");
    let bad =
        |what: &str| io::Error::new(io::ErrorKind::InvalidData, format!("reviewer_midl: {what}"));
    let wanted = read(&folder.join("covs.csv"))?;
    let wanted = one_number(&wanted)?.ok_or_else(|| bad("papers want different numbers"))?;
    let taken = read(&folder.join("loads.csv"))?;
    let taken = one_number(&taken)?.ok_or_else(|| bad("reviewers take different numbers"))?;
    let scores = read(&folder.join("scores.csv"))?;
    let scores: Vec<Vec<&str>> = scores
        .lines()
        .map(|line| line.split(',').map(str::trim).collect())
        .collect();
    let papers = scores.first().map_or(0, Vec::len);
    if scores.len() != taken.1 || papers != wanted.1 || scores.iter().any(|row| row.len() != papers)
    {
        return Err(bad("the sizes of the files differ"));
    }
    let matching = Matching {
        name: "midl",
        title: "MIDL reviewers",
        per_recipient: (wanted.0, wanted.0),
        per_helper: (0, Some(taken.0)),
        recipients: papers,
        helpers: &vec![None; scores.len()],
        columns: "fit",
        cells: &|reviewer, paper| scores[reviewer][paper].to_owned(),
        objectives: &["fit_floor", "fit"],
    };
    Ok(matching.folder())
}

/// The number that stands on every line, and how many lines; `None` where they differ.
fn one_number(text: &str) -> io::Result<Option<(u32, usize)>> {
    let count = text.split_whitespace().count();
    let mut numbers = Numbers::of("reviewer_midl", text);
    let all: Vec<u32> = numbers.take(count)?;
    let first = all.first().copied().unwrap_or(0);
    Ok(all
        .iter()
        .all(|number| *number == first)
        .then_some((first, count)))
}
