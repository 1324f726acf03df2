//! Random sets: how often each pair of the base survives, and which figures its loss goes with.
//!
//! These are estimates from a sample. Correlation is no proof of cause, and with many cells some look
//! important by chance alone: [`CellWeight::beyond_chance`] says which stand out from that.

use super::record::{BaseRecord, CellName, PairName, ScenarioRecord, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Cells that are told for a pair.
const CELLS_OF_A_PAIR: usize = 5;
/// Cells that are told for the whole plan.
const CELLS_OF_THE_PLAN: usize = 20;
/// Fewest runs from which correlations are told.
const FEWEST_RUNS: usize = 10;
/// How often, over all cells together, chance alone may look like more than chance.
const FALSE_ALARM: f64 = 0.05;

/// A random set's account.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Stability {
    /// The name of the random set.
    pub group: String,
    /// Runs with a plan: what everything here is counted over.
    pub runs: usize,
    /// Runs without a plan.
    pub without_plan: usize,
    /// How many cells vary.
    pub cells: usize,
    /// Every pair of the base, least stable first, then by code.
    pub pairs: Vec<PairStability>,
    /// Pairs that the base does not have and some run has, most often first, then by code.
    #[serde(default)]
    pub newcomers: Vec<Newcomer>,
    /// The cells that go most with the number of pairs lost, at most 20; empty below 10 runs.
    pub weightiest: Vec<CellWeight>,
}

/// How a pair of the base fares.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PairStability {
    /// The pair.
    pub pair: PairName,
    /// In how many runs it is in the plan.
    pub kept: usize,
    /// `kept` over the runs.
    pub share: f64,
    /// Wilson's interval for the share, 95 %: what so many runs can tell.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// The cells that go most with its loss, at most 5; empty where it is always or never kept.
    pub cells: Vec<CellWeight>,
}

/// How often a pair that the base does not have comes into the plan.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Newcomer {
    /// The pair.
    pub pair: PairName,
    /// In how many runs it is in the plan.
    pub formed: usize,
    /// `formed` over the runs.
    pub share: f64,
    /// Wilson's interval for the share, 95 %.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Stability {
    /// How a pair of the base fares.
    pub fn pair(&self, helper: &str, recipient: &str) -> Option<&PairStability> {
        let mut pairs = self.pairs.iter();
        pairs.find(|known| known.pair.helper == helper && known.pair.recipient == recipient)
    }

    /// How often a pair that the base does not have comes in; `None` where no run has it.
    pub fn newcomer(&self, helper: &str, recipient: &str) -> Option<&Newcomer> {
        let mut pairs = self.newcomers.iter();
        pairs.find(|known| known.pair.helper == helper && known.pair.recipient == recipient)
    }

    /// The share of runs that have a pair which none of `self.runs` runs has, and its interval.
    pub fn never(&self) -> (f64, f64) {
        wilson(0, self.runs)
    }
}

/// How a cell goes with a loss.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CellWeight {
    /// The cell.
    pub cell: CellName,
    /// Correlation of the cell's factor with the loss, −1 to 1: above 0, a larger figure goes with loss.
    pub correlation: f64,
    /// Mean factor in runs with the loss (for the plan: with more pairs lost than the median run) …
    pub mean_lost: f64,
    /// … and in the others.
    pub mean_kept: f64,
    /// Whether the correlation is larger than chance alone makes any of the cells look, in 19 of 20 sets.
    pub beyond_chance: bool,
}

/// The account of one random set; `None` where no run has a plan.
///
/// *Complexity:* pairs × cells × runs. *Determinism:* depends on the records only.
pub fn stability(
    group: &str,
    cells: &[CellName],
    base: &BaseRecord,
    scenarios: &[ScenarioRecord],
) -> Option<Stability> {
    let own: Vec<&ScenarioRecord> = scenarios
        .iter()
        .filter(|scenario| scenario.kind == "random" && scenario.group == group)
        .collect();
    let runs: Vec<&ScenarioRecord> = own
        .iter()
        .copied()
        .filter(|scenario| scenario.status == Status::Solved)
        .collect();
    if runs.is_empty() {
        return None;
    }
    let count = runs.len();
    let mut pairs: Vec<PairStability> = base
        .pairs
        .iter()
        .map(|pair| {
            let lost: Vec<f64> = runs
                .iter()
                .map(|run| f64::from(u8::from(run.removed.iter().any(|removed| removed.is(pair)))))
                .collect();
            let kept = lost.iter().filter(|lost| **lost == 0.0).count();
            let (low, high) = wilson(kept, count);
            PairStability {
                pair: pair.clone(),
                kept,
                share: kept as f64 / count as f64,
                low,
                high,
                cells: weightiest(cells, &runs, &lost, 0.5, CELLS_OF_A_PAIR),
            }
        })
        .collect();
    pairs.sort_by(|a, b| a.kept.cmp(&b.kept).then_with(|| a.pair.cmp(&b.pair)));
    let losses: Vec<f64> = runs.iter().map(|run| run.removed.len() as f64).collect();
    let middle = median(&losses);
    Some(Stability {
        group: group.to_owned(),
        runs: count,
        without_plan: own.len() - count,
        cells: cells.len(),
        pairs,
        newcomers: newcomers(&runs),
        weightiest: weightiest(cells, &runs, &losses, middle, CELLS_OF_THE_PLAN),
    })
}

/// The pairs that runs have and the base has not.
fn newcomers(runs: &[&ScenarioRecord]) -> Vec<Newcomer> {
    let mut formed: BTreeMap<&PairName, usize> = BTreeMap::new();
    for pair in runs.iter().flat_map(|run| &run.added) {
        *formed.entry(pair).or_default() += 1;
    }
    let mut found: Vec<Newcomer> = formed
        .into_iter()
        .map(|(pair, formed)| {
            let (low, high) = wilson(formed, runs.len());
            Newcomer {
                pair: pair.clone(),
                formed,
                share: formed as f64 / runs.len() as f64,
                low,
                high,
            }
        })
        .collect();
    // The map is in the order of codes, which the sort keeps among equals.
    found.sort_by_key(|newcomer| std::cmp::Reverse(newcomer.formed));
    found
}

/// The cells whose factors go most with an outcome, strongest first, then in their own order.
fn weightiest(
    cells: &[CellName],
    runs: &[&ScenarioRecord],
    outcome: &[f64],
    threshold: f64,
    most: usize,
) -> Vec<CellWeight> {
    if runs.len() < FEWEST_RUNS {
        return Vec::new();
    }
    let chance = chance_level(cells.len(), runs.len());
    let mut found: Vec<CellWeight> = cells
        .iter()
        .enumerate()
        .filter_map(|(place, cell)| {
            let factors: Option<Vec<f64>> = runs
                .iter()
                .map(|run| run.factors.get(place).copied())
                .collect();
            let factors = factors?;
            let correlation = correlation(&factors, outcome)?;
            let mean = |lost: bool| {
                let chosen = factors.iter().zip(outcome);
                let chosen = chosen.filter(|(_, outcome)| (**outcome > threshold) == lost);
                mean(&chosen.map(|(factor, _)| *factor).collect::<Vec<f64>>())
            };
            Some(CellWeight {
                cell: cell.clone(),
                correlation,
                mean_lost: mean(true)?,
                mean_kept: mean(false)?,
                beyond_chance: correlation.abs() > chance,
            })
        })
        .collect();
    found.sort_by(|a, b| b.correlation.abs().total_cmp(&a.correlation.abs()));
    found.truncate(most);
    found
}

/// The correlation that the strongest of `cells` independent cells exceeds by chance in at most one set
/// of twenty: the normal tail is at most e^(−t²/2), so t = √(2·ln(cells / 0.05)), over √runs.
fn chance_level(cells: usize, runs: usize) -> f64 {
    let bound = 2.0 * (cells.max(1) as f64 / FALSE_ALARM).ln();
    (bound / runs as f64).sqrt()
}

/// Wilson's score interval for a share, 95 %.
fn wilson(kept: usize, runs: usize) -> (f64, f64) {
    const Z: f64 = 1.959_964;
    let (n, p) = (runs as f64, kept as f64 / runs as f64);
    let centre = p + Z * Z / (2.0 * n);
    let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    let low = ((centre - spread) / scale).max(0.0);
    let high = ((centre + spread) / scale).min(1.0);
    // Rounding must not put an end past a share that is all or nothing.
    (low.min(p), high.max(p))
}

fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    Some(values.iter().sum::<f64>() / values.len() as f64)
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
        .get(sorted.len().saturating_sub(1) / 2)
        .copied()
        .unwrap_or(0.0)
}

/// Pearson's correlation; `None` where one side does not vary.
fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let (mean_a, mean_b) = (mean(a)?, mean(b)?);
    let sum = |left: &[f64], left_mean: f64, right: &[f64], right_mean: f64| -> f64 {
        let products = left
            .iter()
            .zip(right)
            .map(|(x, y)| (x - left_mean) * (y - right_mean));
        products.sum()
    };
    let both = sum(a, mean_a, b, mean_b);
    let (alone_a, alone_b) = (sum(a, mean_a, a, mean_a), sum(b, mean_b, b, mean_b));
    (alone_a > 0.0 && alone_b > 0.0).then(|| both / (alone_a * alone_b).sqrt())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use jiedui_domain::Termination;

    fn pair(helper: &str) -> PairName {
        PairName {
            helper: helper.to_owned(),
            recipient: "r".to_owned(),
            track: "t".to_owned(),
            helper_name: helper.to_owned(),
            recipient_name: "r".to_owned(),
        }
    }

    fn cell(name: &str) -> CellName {
        CellName {
            table: "needs".to_owned(),
            column: "amount".to_owned(),
            key: vec![("recipient".to_owned(), name.to_owned())],
            by: 0.2,
        }
    }

    /// Run k of 40: cell a runs from low to high, cell b goes back and forth; pair `h2` is lost where
    /// cell a is high.
    fn run(k: usize) -> ScenarioRecord {
        let a = 0.8 + 0.01 * k as f64;
        ScenarioRecord {
            name: format!("n-{k}"),
            title: None,
            kind: "random".to_owned(),
            group: "n".to_owned(),
            settings: Vec::new(),
            factors: vec![a, if k.is_multiple_of(2) { 0.9 } else { 1.1 }],
            status: if k == 40 {
                Status::Infeasible
            } else {
                Status::Solved
            },
            termination: None,
            causes: Vec::new(),
            tiers: Vec::new(),
            measures: Vec::new(),
            pairs: Some(2),
            added: if k.is_multiple_of(10) {
                vec![pair("h3")]
            } else {
                Vec::new()
            },
            removed: if a > 1.095 {
                vec![pair("h2")]
            } else {
                Vec::new()
            },
        }
    }

    fn account(runs: usize) -> Stability {
        let base = BaseRecord {
            case: "c".to_owned(),
            case_title: "c".to_owned(),
            year: 2025,
            termination: Termination::Optimal,
            tiers: Vec::new(),
            measures: Vec::new(),
            pairs: vec![pair("h1"), pair("h2")],
        };
        let runs: Vec<ScenarioRecord> = (0..runs).map(run).collect();
        stability("n", &[cell("a"), cell("b")], &base, &runs).unwrap()
    }

    #[test]
    fn shares_and_weights_are_those_of_the_runs() {
        let found = account(41);
        assert_eq!((found.runs, found.without_plan), (40, 1));
        assert_eq!(found.pairs[0].pair.helper, "h2");
        assert_eq!((found.pairs[0].kept, found.pairs[0].share), (30, 0.75));
        // Wilson's interval for 30 of 40.
        assert!(
            (found.pairs[0].low - 0.5981).abs() < 1e-3,
            "{}",
            found.pairs[0].low
        );
        assert!(
            (found.pairs[0].high - 0.8581).abs() < 1e-3,
            "{}",
            found.pairs[0].high
        );
        let first = &found.pairs[0].cells[0];
        assert_eq!(first.cell.key[0].1, "a");
        assert!(first.correlation > 0.7 && first.beyond_chance);
        assert!((first.mean_lost - 1.145).abs() < 1e-9 && (first.mean_kept - 0.945).abs() < 1e-9);
        assert!(!found.pairs[0].cells[1].beyond_chance);
        assert!(found.pairs[1].cells.is_empty() && found.pairs[1].share == 1.0);
        assert_eq!(found.pair("h2", "r"), Some(&found.pairs[0]));
        // Runs 0, 10, 20 and 30; run 40 has no plan.
        let newcomer = found.newcomer("h3", "r").unwrap();
        assert_eq!((newcomer.formed, newcomer.share), (4, 0.1));
        assert!(newcomer.low < 0.1 && newcomer.high > 0.1);
        assert!(found.newcomer("h2", "r").is_none());
        assert!(found.never().0 == 0.0 && found.never().1 < 0.1);
        assert_eq!(found.weightiest[0].cell.key[0].1, "a");
    }

    #[test]
    fn few_runs_tell_no_correlation() {
        let found = account(9);
        assert_eq!(found.runs, 9);
        assert!(
            found.weightiest.is_empty() && found.pairs.iter().all(|pair| pair.cells.is_empty())
        );
    }
}
