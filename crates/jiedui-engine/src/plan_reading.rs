//! Reads `plan.csv` back, as [`crate::plan_csv()`] writes it or as a person edited it.

use crate::plan_csv::PLAN_COLUMNS;
use jiedui_domain::{
    Amount, Case, Help, HelperId, Names, Plan, PlannedPair, Quantity, RecipientId, SectorId,
    TrackId, cell_text, past_blank_lines,
};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// Why a row of a plan cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlanFileProblem {
    /// No helper of the case has this code.
    Helper,
    /// No recipient of the case has this code.
    Recipient,
    /// Several have this name.
    Namesakes,
    /// No sector of the policy has this code.
    Sector,
    /// The track is not that of the helper.
    Track,
    /// Not a decimal number with six places at most.
    Amount,
    /// Pair and sector stand in an earlier row.
    Duplicate,
    /// Columns that are needed are missing, or a row has more or fewer cells than the first.
    Shape,
}

impl PlanFileProblem {
    /// The word in the message catalogue (E0906, `reason`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Helper => "helper",
            Self::Recipient => "recipient",
            Self::Namesakes => "namesakes",
            Self::Sector => "sector",
            Self::Track => "track",
            Self::Amount => "amount",
            Self::Duplicate => "duplicate",
            Self::Shape => "shape",
        }
    }
}

/// A row that cannot be read (E0906).
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("row {row}: {problem:?} `{value}`")]
pub struct PlanFileError {
    /// Row as a spreadsheet shows it: blank lines count, line breaks within a cell do not.
    pub row: u32,
    /// What is wrong.
    pub problem: PlanFileProblem,
    /// The text that is wrong.
    pub value: String,
}

/// The plan in a `plan.csv`. It is read, not judged: whether it obeys the rules is for
/// [`jiedui_verify::check`] to say.
///
/// *Errors:* every row that cannot be read, in order.
pub fn read_plan_csv(case: &Case, bytes: &[u8]) -> Result<Plan, Vec<PlanFileError>> {
    read(case, bytes, None, |headers| {
        (headers == PLAN_COLUMNS).then_some([Some(0), Some(1), Some(2), Some(3), Some(4)])
    })
}

/// What the columns of [`PLAN_COLUMNS`] are called as well, those of codes before those of names: as reports
/// and workbooks head them.
const OTHER_HEADS: [&[&str]; 5] = [
    &["helper code", "帮扶方代码", "帮扶方编号", "帮扶方"],
    &["recipient code", "受扶地代码", "受扶地编号", "受扶地"],
    &["渠道"],
    &["领域"],
    &["数量"],
];

/// The plan in a table that people wrote: the columns `helper` and `recipient` in any place, `track`,
/// `sector` and `amount` where there are any, under these heads or Chinese ones; other columns are not looked
/// at. Parties, tracks and sectors may be named by their code, or by a name that only one has; `plain` turns
/// numbers as people write them into plain decimals.
///
/// *Errors:* every row that cannot be read, in order.
pub fn read_plan_of_people(
    case: &Case,
    bytes: &[u8],
    plain: impl Fn(&str) -> String,
) -> Result<Plan, Vec<PlanFileError>> {
    read(case, bytes, Some(&plain), |headers| {
        let is_twice = |name: &&str| headers.iter().filter(|header| header == name).count() > 1;
        if PLAN_COLUMNS
            .iter()
            .chain(OTHER_HEADS.concat().iter())
            .any(is_twice)
        {
            return None;
        }
        let at = |name: &str| headers.iter().position(|header| header == name);
        let mut places: Places = [None; 5];
        for ((place, own), others) in places.iter_mut().zip(PLAN_COLUMNS).zip(OTHER_HEADS) {
            // Reports have code and name side by side, and head the name `helper` in English.
            let (codes, names) = others.split_at(others.len().saturating_sub(1));
            let mut heads = codes
                .iter()
                .copied()
                .chain([own])
                .chain(names.iter().copied());
            *place = heads.find_map(at);
        }
        let [helper, recipient, _, sector, amount] = places;
        let amounts = sector.is_some() == amount.is_some();
        (helper.is_some() && recipient.is_some() && amounts).then_some(places)
    })
}

/// Where the five columns stand; `None` for one that the table does not have.
type Places = [Option<usize>; 5];

fn read(
    case: &Case,
    bytes: &[u8],
    plain: Option<&dyn Fn(&str) -> String>,
    places: impl Fn(&[String]) -> Option<Places>,
) -> Result<Plan, Vec<PlanFileError>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut rows = Rows::new(bytes);
    let (row, headers) = rows.next().map_or((1, Vec::new()), |(row, cells)| {
        (row, cells.unwrap_or_default())
    });
    let Some(places) = places(&headers) else {
        return Err(vec![PlanFileError {
            row,
            problem: PlanFileProblem::Shape,
            value: headers.join(","),
        }]);
    };
    let mut reading = Reading {
        case,
        names: Names::of(case),
        places,
        columns: headers.len(),
        plain,
        pairs: BTreeMap::new(),
        seen: BTreeSet::new(),
    };
    let mut problems = Vec::new();
    for (row, cells) in rows {
        let read = cells
            .map_err(|error| (PlanFileProblem::Shape, error.to_string()))
            .and_then(|cells| reading.take(&cells));
        if let Err((problem, value)) = read {
            problems.push(PlanFileError {
                row,
                problem,
                value,
            });
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let pairs = reading.pairs.into_iter();
    let pairs = pairs.map(|((helper, recipient), help)| PlannedPair {
        helper,
        recipient,
        help,
    });
    Ok(Plan::new(pairs.collect()))
}

/// The rows of a table that are not blank, their cells trimmed, numbered as a spreadsheet shows them.
struct Rows<'a> {
    bytes: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
    row: u32,
}

impl<'a> Rows<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).from_reader(bytes);
        Self {
            bytes,
            reader,
            row: 0,
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = (u32, Result<Vec<String>, csv::Error>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let end = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
            let (_, blank) = past_blank_lines(self.bytes, end);
            let mut record = csv::StringRecord::new();
            let read = self.reader.read_record(&mut record);
            self.row = self.row.saturating_add(blank).saturating_add(1);
            match read {
                Ok(false) => return None,
                Ok(true) if record.iter().all(|cell| cell_text(cell).is_empty()) => {}
                Ok(true) => {
                    let cells = record.iter().map(|cell| cell_text(cell).to_owned());
                    return Some((self.row, Ok(cells.collect())));
                }
                Err(error) => return Some((self.row, Err(error))),
            }
        }
    }
}

struct Reading<'a> {
    case: &'a Case,
    names: Names<'a>,
    places: Places,
    columns: usize,
    /// Of a table that people wrote: how numbers become plain. Names stand for codes there, too.
    plain: Option<&'a dyn Fn(&str) -> String>,
    pairs: BTreeMap<(HelperId, RecipientId), Vec<Help>>,
    seen: BTreeSet<(HelperId, RecipientId, Option<SectorId>)>,
}

impl Reading<'_> {
    fn take(&mut self, cells: &[String]) -> Result<(), (PlanFileProblem, String)> {
        if cells.len() != self.columns {
            return Err((PlanFileProblem::Shape, cells.join(",")));
        }
        let cell =
            |place: Option<usize>| place.and_then(|place| cells.get(place).map(String::as_str));
        let [helper, recipient, track, sector, amount] = self.places.map(cell);
        let (helper, recipient) = (helper.unwrap_or_default(), recipient.unwrap_or_default());
        let (sector, amount) = (sector.unwrap_or_default(), amount.unwrap_or_default());
        let wrong = |problem, value: &str| (problem, value.to_owned());
        let by_name = self.plain.is_some();
        let helper_id = match self.case.helper_by_code(helper) {
            Some(id) => Ok(id),
            None if by_name => self.helper_by_name(helper),
            None => Err(PlanFileProblem::Helper),
        };
        let helper_id = helper_id.map_err(|problem| wrong(problem, helper))?;
        let recipient_id = match self.case.recipient_by_code(recipient) {
            Some(id) => Ok(id),
            None if by_name => self.recipient_by_name(recipient),
            None => Err(PlanFileProblem::Recipient),
        };
        let recipient_id = recipient_id.map_err(|problem| wrong(problem, recipient))?;
        let policy = &self.case.policy;
        if let Some(track) = track
            && policy
                .track_by_code(track)
                .or_else(|| by_name.then(|| self.track_by_title(track))?)
                != Some(self.case.helpers[helper_id].track)
        {
            return Err(wrong(PlanFileProblem::Track, track));
        }
        let sector_id = match sector {
            "" => None,
            code => Some(
                policy
                    .sector_by_code(code)
                    .or_else(|| by_name.then(|| self.sector_by_title(code))?)
                    .ok_or_else(|| wrong(PlanFileProblem::Sector, code))?,
            ),
        };
        let key = (helper_id, recipient_id, sector_id);
        let without_amounts = (helper_id, recipient_id, None);
        let known = self.pairs.contains_key(&(helper_id, recipient_id));
        // A row without a sector says that the pair has no amounts: it stands alone.
        let contradicts = known && (sector_id.is_none() || self.seen.contains(&without_amounts));
        if contradicts || !self.seen.insert(key) {
            return Err(wrong(PlanFileProblem::Duplicate, &cells.join(",")));
        }
        let help = match sector_id {
            None if amount.is_empty() => None,
            None => return Err(wrong(PlanFileProblem::Amount, amount)),
            Some(sector) => match Amount::parse(&self.plain(amount)) {
                Ok((amount, false)) => Some(Help { sector, amount }),
                _ => return Err(wrong(PlanFileProblem::Amount, amount)),
            },
        };
        self.pairs
            .entry((helper_id, recipient_id))
            .or_default()
            .extend(help);
        Ok(())
    }
}

impl Reading<'_> {
    fn plain(&self, number: &str) -> String {
        self.plain
            .map_or_else(|| number.to_owned(), |plain| plain(number))
    }

    fn track_by_title(&self, title: &str) -> Option<TrackId> {
        let tracks = self.case.policy.tracks.iter();
        let found = tracks.filter(|(_, track)| {
            [track.title.zh.as_str(), track.title.en.as_str()].contains(&title)
        });
        only(found.map(|(id, _)| id))
    }

    fn sector_by_title(&self, title: &str) -> Option<SectorId> {
        let sectors = self.case.policy.sectors.iter();
        let found = sectors.filter(|(_, sector)| {
            [sector.title.zh.as_str(), sector.title.en.as_str()].contains(&title)
        });
        only(found.map(|(id, _)| id))
    }

    /// The only helper of this name.
    fn helper_by_name(&self, name: &str) -> Result<HelperId, PlanFileProblem> {
        let plain = |id: HelperId| self.case.helpers[id].name.as_str();
        let near: Vec<HelperId> = self
            .case
            .helpers
            .ids()
            .filter(|id| name.starts_with(plain(*id)))
            .collect();
        let told_apart = |id: HelperId| self.names.helper(id);
        named(name, &near, plain, told_apart).unwrap_or(Err(PlanFileProblem::Helper))
    }

    fn recipient_by_name(&self, name: &str) -> Result<RecipientId, PlanFileProblem> {
        let plain = |id: RecipientId| self.case.recipient_place(id).name.as_str();
        let near: Vec<RecipientId> = self
            .case
            .recipients
            .ids()
            .filter(|id| name.starts_with(plain(*id)))
            .collect();
        let told_apart = |id: RecipientId| self.names.recipient(id);
        named(name, &near, plain, told_apart).unwrap_or(Err(PlanFileProblem::Recipient))
    }
}

/// Who is called so, be it as the case has it or as reports tell namesakes apart; `None` where nobody is.
fn named<'a, I: Copy>(
    name: &str,
    near: &[I],
    plain: impl Fn(I) -> &'a str,
    told_apart: impl Fn(I) -> String,
) -> Option<Result<I, PlanFileProblem>> {
    let called: Vec<I> = near
        .iter()
        .copied()
        .filter(|id| plain(*id) == name)
        .collect();
    match called.as_slice() {
        [] => only(near.iter().filter(|id| told_apart(**id) == name)).map(|id| Ok(*id)),
        [one] => Some(Ok(*one)),
        _ => Some(Err(PlanFileProblem::Namesakes)),
    }
}

fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiedui_domain::{guarded, unguarded};

    #[test]
    fn rows_are_counted_as_a_spreadsheet_shows_them_and_cells_trimmed() {
        let text = "\r\na, b\r\n\r\n\"x\ny\" ,\u{3000}'=1\r\n , \r\n\n1,2";
        let rows: Vec<(u32, Vec<String>)> = Rows::new(text.as_bytes())
            .map(|(row, cells)| (row, cells.unwrap_or_default()))
            .collect();
        let expected = [(2, ["a", "b"]), (4, ["x\ny", "=1"]), (7, ["1", "2"])];
        let expected = expected.map(|(row, cells)| (row, cells.map(str::to_owned).to_vec()));
        assert_eq!(rows, expected);
    }

    #[test]
    fn text_that_looks_like_a_formula_is_guarded_and_reads_back_as_itself() {
        for (text, written) in [
            ("h1", "h1"),
            ("=1+1", "'=1+1"),
            ("-h1", "'-h1"),
            ("@h", "'@h"),
            ("'=1", "''=1"),
            ("'h1", "'h1"),
            ("", ""),
        ] {
            let cell = guarded(text);
            assert_eq!(cell, written);
            assert_eq!(unguarded(&cell), text);
        }
    }
}
