//! A case ten times the size of the shipped one: every row ten times, under other codes.

use crate::SHIPPED;
use csv::{ReaderBuilder, StringRecord, WriterBuilder};
use jiedui_input::CaseSource;

/// How many times each row of the shipped case is there.
pub const COPIES: usize = 10;

/// Seed of the jitter that the benchmarks use.
pub const SEED: u64 = 1;

/// Columns that hold a code of a place, recipient or helper.
const CODES: [&str; 6] = ["code", "id", "place", "helper", "recipient", "name"];

/// Seats move by at most this much, in degrees.
const JITTER: f64 = 0.2;

/// The generated case, as files in memory.
///
/// Tables keep their proportions, so every quota can be met: each copy can keep to itself. Seats are
/// moved at random, so that no two copies tie; a distance stated for a pair stays as it is.
///
/// *Errors:* those of the CSV library, if a shipped table cannot be read.
/// *Determinism:* the same seed gives the same bytes.
pub fn tenfold(seed: u64) -> Result<CaseSource, csv::Error> {
    let mut files = Vec::with_capacity(SHIPPED.len());
    for (name, bytes) in SHIPPED {
        let copied = if name.ends_with(".csv") {
            copy_table(bytes, seed)?
        } else {
            bytes.to_vec()
        };
        files.push(((*name).to_owned(), copied));
    }
    Ok(CaseSource::Memory(files))
}

fn copy_table(bytes: &[u8], seed: u64) -> Result<Vec<u8>, csv::Error> {
    let mut reader = ReaderBuilder::new().from_reader(bytes);
    let header = reader.headers()?.clone();
    let rows = reader.records().collect::<Result<Vec<_>, _>>()?;
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(&header)?;
    let mut random = Random(seed);
    for copy in 0..COPIES {
        for row in &rows {
            writer.write_record(&copy_row(&header, row, copy, &mut random))?;
        }
    }
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

fn copy_row(
    header: &StringRecord,
    row: &StringRecord,
    copy: usize,
    random: &mut Random,
) -> StringRecord {
    header
        .iter()
        .zip(row)
        .map(|(column, cell)| match column {
            _ if cell.is_empty() => cell.to_owned(),
            "lon" | "lat" => moved(cell, random),
            _ if CODES.contains(&column) => format!("{cell}-{copy}"),
            _ => cell.to_owned(),
        })
        .collect()
}

/// A coordinate, moved. What is no number stays: the reading stage will say so.
fn moved(cell: &str, random: &mut Random) -> String {
    match cell.parse::<f64>() {
        Ok(degrees) => format!("{:.4}", degrees + JITTER * (2.0 * random.unit() - 1.0)),
        Err(_) => cell.to_owned(),
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    /// In [0, 1).
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
mod tests {
    use super::*;
    use crate::POLICY;
    use jiedui_input::{NamedText, load};

    fn counts(source: &CaseSource) -> [usize; 7] {
        let policy = NamedText {
            name: "config/sichuan.toml",
            text: POLICY,
        };
        let case = load(source, policy, &[]).unwrap().case;
        [
            case.places.len(),
            case.recipients.len(),
            case.helpers.len(),
            case.needs.len(),
            case.supply.len(),
            case.pairs.len(),
            case.history.len(),
        ]
    }

    #[test]
    fn tenfold_case_passes_validation_with_ten_times_the_rows() {
        let shipped = counts(&crate::shipped());
        assert_eq!(
            counts(&tenfold(SEED).unwrap()),
            shipped.map(|count| count * COPIES)
        );
    }

    #[test]
    fn same_seed_gives_the_same_bytes_and_another_does_not() {
        let bytes = |seed| match tenfold(seed).unwrap() {
            CaseSource::Memory(files) => files,
            other => panic!("not in memory: {other:?}"),
        };
        assert_eq!(bytes(SEED), bytes(SEED));
        assert_ne!(bytes(SEED), bytes(SEED + 1));
    }
}
