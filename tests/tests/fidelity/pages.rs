//! Every line of a county's page, recognised by the sentences of the catalogue, and what its figures
//! should be.

use crate::facts::{Facts, Pair, Rank, spendable};
use crate::figures::{figures, read_back, shows};
use jiedui_domain::{HelperId, Measure, Quantity, RecipientId, SectorId, TrackId};
use jiedui_messages::{Lang, catalogue};
use std::collections::BTreeMap;

/// Values of the sentences on how a helper's means are divided.
const MEANS: [&str; 8] = [
    "helper",
    "recipient",
    "budget",
    "given",
    "own",
    "n",
    "others",
    "left",
];

/// The table that lines stand in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Table {
    None,
    Sectors,
    Tracks,
    Criteria,
    Measures,
    Helpers,
    Reasons,
}

/// Where in a page a line stands.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    pub facts: &'a Facts<'a>,
    pub lang: Lang,
    pub recipient: RecipientId,
    pub pair: Option<Pair>,
    pub table: Table,
}

type Checked = Result<usize, String>;

impl Page<'_> {
    fn word(&self, key: &str) -> String {
        catalogue(self.lang).text(key, &[])
    }

    fn title(&self, zh: &str, en: &str) -> String {
        match self.lang {
            Lang::Zh => zh.to_owned(),
            Lang::En => en.to_owned(),
        }
    }

    fn sector_title(&self, sector: SectorId) -> String {
        let title = &self.facts.case.policy.sectors[sector].title;
        self.title(&title.zh, &title.en)
    }

    fn track_title(&self, track: TrackId) -> String {
        let title = &self.facts.case.policy.tracks[track].title;
        self.title(&title.zh, &title.en)
    }

    fn sector(&self, title: &str) -> Option<SectorId> {
        let mut sectors = self.facts.case.policy.sectors.ids();
        sectors.find(|sector| self.sector_title(*sector) == title)
    }

    /// The helper whose name a row begins with.
    fn helper_at(&self, row: &str) -> Option<HelperId> {
        let helpers = self.facts.case.helpers.iter();
        helpers
            .filter(|(_, helper)| row.starts_with(&helper.name))
            .max_by_key(|(_, helper)| helper.name.len())
            .map(|(id, _)| id)
    }

    fn recipient_name(&self) -> &str {
        &self.facts.case.recipient_place(self.recipient).name
    }

    /// Takes note of what a line without figures says about those after it.
    pub fn note(&mut self, line: &str) {
        if line.is_empty() {
            self.table = Table::None;
            return;
        }
        let head = |key: &str| line.trim_start().starts_with(&self.word(key));
        if line.starts_with(' ') && self.table == Table::None {
            let reasons = line.contains(&self.word("exp-head-reasons"));
            let tables = [
                ("exp-head-sector", Table::Sectors),
                ("exp-head-track", Table::Tracks),
                ("exp-head-criterion", Table::Criteria),
                ("exp-head-measure", Table::Measures),
            ];
            let found = tables.iter().find(|(key, _)| head(key));
            self.table = match found {
                Some((_, table)) => *table,
                None if reasons => Table::Reasons,
                None => Table::Helpers,
            };
            return;
        }
        let names = ["helper", "recipient", "track"];
        if let Some(found) = read_back(self.lang, "exp-pair-title", &names, line)
            && found["recipient"] == self.recipient_name()
        {
            let mut helpers = self.facts.case.helpers.iter();
            let helper = helpers.find(|(_, helper)| helper.name == found["helper"]);
            self.pair = helper.map(|(id, _)| (id, self.recipient));
        } else if line == self.word("exp-candidates-title")
            || line == self.word("exp-excluded-title")
        {
            self.pair = None;
        }
    }

    /// Whether every figure of a line is true, and how many there are; a line with figures that nothing
    /// here recomputes is an error.
    pub fn check(&self, line: &str) -> Checked {
        if figures(line).is_empty() {
            return Ok(0);
        }
        if self.document_meant().as_deref() == Some(line) {
            return Ok(figures(line).len());
        }
        if let Some(item) = line.strip_prefix("- ") {
            return self.item(item);
        }
        match (line.strip_prefix(' '), self.table) {
            (Some(row), Table::Sectors) => self.sector_row(row),
            (Some(row), Table::Tracks) => self.track_row(row),
            (Some(row), Table::Criteria) => self.criterion(row),
            (Some(row), Table::Measures) => self.measure(row),
            (Some(row), Table::Helpers) => self.helper_row(row),
            (Some(row), Table::Reasons) => self.reasons(row),
            _ => self.sentence(line),
        }
    }

    /// The line that says which document the clauses are of.
    fn document_meant(&self) -> Option<String> {
        let document = self.facts.case.policy.document.as_ref()?;
        let document = self.title(&document.zh, &document.en);
        Some(catalogue(self.lang).text("rep-document-meant", &[("document", &document)]))
    }

    fn unknown(line: &str) -> Checked {
        Err(format!("nothing recomputes `{line}`"))
    }

    fn sentence(&self, line: &str) -> Checked {
        let (facts, r) = (self.facts, self.recipient);
        let place = facts.case.recipient_place(r);
        if let Some(found) = read_back(self.lang, "exp-recipient-title", &["name", "code"], line) {
            return if found["code"] == place.code {
                Ok(1)
            } else {
                Err(format!("another code: {line}"))
            };
        }
        let names = ["place", "coverage", "pairs", "given", "need"];
        if let Some(found) = read_back(self.lang, "exp-recipient-lead", &names, line) {
            let pairs = facts.help.keys().filter(|pair| pair.1 == r).count();
            let names = ["name", "prefecture", "class"];
            let told = read_back(self.lang, "exp-recipient-place", &names, &found["place"]);
            let told = told.ok_or_else(|| format!("{line}: no place in it"))?;
            return Ok(shows(&told["class"], &[f64::from(place.hardship_class)])?
                + shows(&found["coverage"], &[100.0 * facts.coverage(r)])?
                + shows(&found["pairs"], &[pairs as f64])?
                + shows(&found["given"], &[facts.value_at(r)])?
                + shows(&found["need"], &[facts.need_value(r)])?);
        }
        let names = ["published", "estimated", "illustrative", "unstated"];
        if let (Some(found), Some(pair)) =
            (read_back(self.lang, "exp-basis", &names, line), self.pair)
        {
            let mut count = 0;
            for (name, value) in names.iter().zip(facts.by_basis(pair)) {
                count += shows(&found[name], &[100.0 * value / facts.value(pair)])?;
            }
            return Ok(count);
        }
        Self::unknown(line)
    }

    /// A pair in a line.
    pub fn pair_line(&self, line: &str) -> Checked {
        let names = [
            "helper",
            "recipient",
            "track",
            "status",
            "value",
            "distance",
            "fit",
        ];
        let found = read_back(self.lang, "exp-pair-line", &names, line);
        let (Some(found), Some(pair), facts) = (found, self.pair, self.facts) else {
            return Self::unknown(line);
        };
        let since = facts.since(pair).map(f64::from);
        Ok(shows(&found["status"], since.as_slice())?
            + shows(&found["value"], &[facts.value(pair)])?
            + shows(&found["distance"], &[facts.known(pair).1])?
            + shows(&found["fit"], &[facts.known(pair).0])?)
    }

    fn sector_row(&self, row: &str) -> Checked {
        let (facts, r) = (self.facts, self.recipient);
        let mut sectors = facts.case.policy.sectors.ids();
        let Some(sector) = sectors.find(|s| row.starts_with(&self.sector_title(*s))) else {
            return Self::unknown(row);
        };
        let (need, given) = (facts.need(r, sector), facts.received(r, sector));
        shows(row, &[need, given, need - given, 100.0 * given / need])
    }

    fn track_row(&self, row: &str) -> Checked {
        let (facts, r) = (self.facts, self.recipient);
        let tracks = facts.case.policy.tracks.ids();
        let track = tracks
            .filter(|track| row.starts_with(&self.track_title(*track)))
            .max_by_key(|track| self.track_title(*track).len());
        let Some(track) = track else {
            return Self::unknown(row);
        };
        let rules = &facts.case.policy.tracks[track];
        let mut expected = vec![facts.pairs_at(r, track)];
        expected.extend(quota(rules.recipient_min, rules.recipient_max));
        let here = facts.candidates.iter();
        let here = here.filter(|pair| pair.1 == r && facts.track(pair.0) == track);
        expected.push(here.count() as f64);
        shows(row, &expected)
    }

    fn criterion(&self, row: &str) -> Checked {
        let (Some(pair), facts) = (self.pair, self.facts) else {
            return Self::unknown(row);
        };
        let is = |key: &str| row.starts_with(&self.word(key));
        let known = facts.known(pair);
        let far = |one: Pair| f64::from(facts.since(one).unwrap_or(i32::MAX));
        let (value, (here, there)) = if is("exp-criterion-coverage-added") {
            (
                100.0 * facts.share_of_need(pair),
                facts.ranks_by_share(pair),
            )
        } else if is("exp-criterion-fit") {
            (known.0, facts.ranks(pair, |one| -facts.known(one).0))
        } else if is("exp-criterion-distance") {
            (known.1, facts.ranks(pair, |one| facts.known(one).1))
        } else if is("exp-criterion-hardship-steps") {
            (facts.steps(pair), facts.ranks(pair, |one| facts.steps(one)))
        } else if is("exp-criterion-continuity") {
            (facts.years(pair), facts.ranks(pair, far))
        } else if is("exp-criterion-capacity") {
            (
                spendable(facts.capacity(pair)),
                facts.ranks(pair, |one| -facts.known(one).2),
            )
        } else {
            return Self::unknown(row);
        };
        let ranks = [here, there].into_iter().flat_map(Rank::figures);
        let expected: Vec<f64> = std::iter::once(value).chain(ranks).collect();
        shows(row, &expected)
    }

    fn measure(&self, row: &str) -> Checked {
        let (Some(pair), facts) = (self.pair, self.facts) else {
            return Self::unknown(row);
        };
        let name = |measure: Measure| {
            let code = measure.code().replace('_', "-");
            self.word(&format!("rep-measure-{code}"))
        };
        let measures = Measure::ALL.into_iter();
        let measure = measures
            .filter(|measure| row.starts_with(&name(*measure)))
            .max_by_key(|measure| name(*measure).len());
        let Some(measure) = measure else {
            return Self::unknown(row);
        };
        let scale = match measure {
            Measure::CoverageFloor
            | Measure::Coverage
            | Measure::Equity
            | Measure::EffortBalance => 100.0,
            _ => 1.0,
        };
        let mut expected: Vec<f64> = facts.part(measure, pair).into_iter().collect();
        expected.push(facts.measure(measure));
        let expected: Vec<f64> = expected.iter().map(|value| scale * value).collect();
        shows(row, &expected)
    }

    /// A candidate beside others: year of last year's pair, distance, fit, capacity, whom it helps now.
    fn helper_row(&self, row: &str) -> Checked {
        let facts = self.facts;
        let Some(helper) = self.helper_at(row) else {
            return Self::unknown(row);
        };
        let pair = (helper, self.recipient);
        let (fit, distance, _) = facts.known(pair);
        let capacity = spendable(facts.capacity(pair));
        let mut expected = Vec::new();
        let this = self.pair == Some(pair);
        let last_year = [
            ("helper", facts.case.helpers[helper].name.as_str()),
            ("since", ""),
        ];
        let last_year = catalogue(self.lang).text("exp-alternative-previous", &last_year);
        let last_year = last_year
            .split_once(&facts.case.helpers[helper].name)
            .unwrap()
            .1;
        let mark: String = last_year.chars().take(3).collect();
        let after_name = &row[facts.case.helpers[helper].name.len()..];
        if !this && after_name.starts_with(&mark) {
            expected.extend(facts.since(pair).map(f64::from));
        }
        expected.extend(distance.is_finite().then_some(distance));
        expected.extend([fit, capacity]);
        if !this {
            let now = facts.help.keys().filter(|one| one.0 == helper);
            expected.extend(now.map(|one| facts.value(*one)));
        }
        shows(row, &expected)
    }

    fn reasons(&self, row: &str) -> Checked {
        let Some(helper) = self.helper_at(row) else {
            return Self::unknown(row);
        };
        let reasons = row[self.facts.case.helpers[helper].name.len()..].trim();
        let mut count = 0;
        for reason in reasons.split(&self.word("exp-reason-separator")) {
            count += self.reason(reason, (helper, self.recipient))?;
        }
        Ok(count)
    }

    fn reason(&self, text: &str, pair: Pair) -> Checked {
        if figures(text).is_empty() {
            return Ok(0);
        }
        let facts = self.facts;
        let rules = &facts.case.policy.tracks[facts.track(pair.0)];
        let floor = || rules.effort_floor.to_f64() * facts.budget(pair.0).unwrap_or(0.0);
        let support = rules.minimum_support.to_f64().min(facts.need_value(pair.1));
        let limit = rules.max_distance.map_or(0.0, |limit| limit.to_f64());
        let distance = facts.distance(pair).unwrap_or(0.0);
        let of_helper = facts.case.helper_quota(pair.0).max;
        // The recipient's first: the track's name would pass for a helper's.
        for (key, names, max) in [
            (
                "exp-ruled-out-recipient",
                &["recipient", "track", "max", "held"][..],
                rules.recipient_max,
            ),
            (
                "exp-ruled-out-helper",
                &["helper", "max", "held"],
                of_helper,
            ),
        ] {
            if let Some(found) = read_back(self.lang, key, names, text) {
                return shows(&found["max"], &[max.map_or(0.0, f64::from)]);
            }
        }
        for (key, value, limit) in [
            ("exp-excluded-beyond-distance", distance, limit),
            (
                "exp-excluded-minimum-support",
                facts.capacity(pair),
                support,
            ),
            ("exp-excluded-effort-floor", facts.capacity(pair), floor()),
        ] {
            if let Some(found) = read_back(self.lang, key, &["value", "limit"], text) {
                return Ok(shows(&found["value"], &[value])? + shows(&found["limit"], &[limit])?);
            }
        }
        Self::unknown(text)
    }

    /// A line of a list about a pair.
    fn item(&self, item: &str) -> Checked {
        let (Some(pair), facts) = (self.pair, self.facts) else {
            return Self::unknown(item);
        };
        let read = |key: &str, names: &[&'static str]| read_back(self.lang, key, names, item);
        if let Some(found) = read("exp-pair-status", &["status"]) {
            let since = facts.since(pair).map(f64::from);
            return shows(&found["status"], since.as_slice());
        }
        if let Some(found) = read("exp-pair-help", &["help", "value"]) {
            let amounts: Vec<f64> = facts.help[&pair].values().copied().collect();
            return Ok(
                shows(&found["help"], &amounts)? + shows(&found["value"], &[facts.value(pair)])?
            );
        }
        for key in [
            "exp-pair-means",
            "exp-pair-means-alone",
            "exp-pair-means-no-budget",
        ] {
            if let Some(found) = read(key, &MEANS) {
                return self.means(&found, pair);
            }
        }
        if let Some(found) = read("exp-pair-distance", &["distance", "origin"]) {
            return shows(&found["distance"], &[facts.known(pair).1]);
        }
        if let Some(found) = read("exp-pair-fit", &["fit", "origin"]) {
            return shows(&found["fit"], &[facts.known(pair).0]);
        }
        if let Some(checked) = self.limit(item, pair) {
            return checked;
        }
        let names = ["what", "file", "row", "basis", "source"];
        if let Some(found) = read("exp-fact-line-source", &names) {
            return self.cell(&found["what"], &found["row"], Some(&found["source"]), pair);
        }
        if let Some(found) = read("exp-fact-line", &names[..4]) {
            return self.cell(&found["what"], &found["row"], None, pair);
        }
        Self::unknown(item)
    }

    /// How the means of a pair's helper are divided.
    fn means(&self, told: &BTreeMap<&str, String>, pair: Pair) -> Checked {
        let facts = self.facts;
        let all = facts.value_of_helper(pair.0);
        let others = all - facts.value(pair);
        let budget = facts.budget(pair.0).map(spendable);
        let elsewhere = facts.help.keys().filter(|one| one.0 == pair.0).count() - 1;
        let mut count = 0;
        for (name, shown) in told {
            let truth = match *name {
                "budget" => budget,
                "left" => budget.map(|budget| budget - all),
                "given" => Some(all),
                "own" => Some(facts.value(pair)),
                "others" => Some(others),
                "n" => Some(elsewhere as f64),
                _ => continue,
            };
            let truth = truth.ok_or_else(|| format!("{shown} of no budget"))?;
            count += shows(shown, &[truth])?;
        }
        Ok(count)
    }

    fn limit(&self, item: &str, (helper, recipient): Pair) -> Option<Checked> {
        let facts = self.facts;
        let pair = (helper, recipient);
        let track = facts.track(helper);
        let rules = &facts.case.policy.tracks[track];
        let count = |count: Option<u32>| count.map_or(0.0, f64::from);
        let here = facts.pairs_at(recipient, track);
        let of_helper = facts.case.helper_quota(helper);
        let age = facts.years(pair);
        let budget = facts.budget(helper).unwrap_or(0.0);
        let support = rules
            .minimum_support
            .to_f64()
            .min(facts.need_value(recipient));
        let figures = [
            (
                "exp-limit-budget",
                facts.value_of_helper(helper),
                spendable(budget),
            ),
            ("exp-limit-minimum-support", facts.value(pair), support),
            (
                "exp-limit-effort-floor",
                facts.value_of_helper(helper),
                rules.effort_floor.to_f64() * budget,
            ),
            (
                "exp-limit-recipient-quota-max",
                here,
                count(rules.recipient_max),
            ),
            (
                "exp-limit-recipient-quota-min",
                here,
                f64::from(rules.recipient_min),
            ),
            (
                "exp-limit-helper-quota-max",
                facts.pairs_of(helper),
                count(of_helper.max),
            ),
            (
                "exp-limit-helper-quota-min",
                facts.pairs_of(helper),
                f64::from(of_helper.min),
            ),
            (
                "exp-limit-distance",
                facts.known(pair).1,
                rules.max_distance.map_or(0.0, |limit| limit.to_f64()),
            ),
            ("exp-limit-tenure", age, f64::from(rules.min_tenure_years)),
        ];
        let names = ["helper", "recipient", "sector", "used", "limit", "decision"];
        for (key, used, limit) in figures {
            if let Some(found) = read_back(self.lang, key, &names, item) {
                let checked = shows(&found["used"], &[used]);
                return Some(checked.and_then(|n| Ok(n + shows(&found["limit"], &[limit])?)));
            }
        }
        for key in ["exp-limit-sector-supply", "exp-limit-need-met"] {
            let Some(found) = read_back(self.lang, key, &names, item) else {
                continue;
            };
            let Some(sector) = self.sector(&found["sector"]) else {
                return Some(Self::unknown(item));
            };
            let (used, limit) = if key == "exp-limit-need-met" {
                (
                    facts.received(recipient, sector),
                    facts.need(recipient, sector),
                )
            } else {
                (facts.given(helper, sector), facts.supply(helper, sector))
            };
            let checked = shows(&found["used"], &[used]);
            return Some(checked.and_then(|n| Ok(n + shows(&found["limit"], &[limit])?)));
        }
        None
    }

    /// The row of a cell, and its source word for word.
    fn cell(&self, what: &str, row: &str, source: Option<&String>, pair: Pair) -> Checked {
        let facts = self.facts;
        let sector = |key: &str| {
            let kind = self.word(key);
            let mut sectors = facts.case.policy.sectors.ids();
            sectors.find(|sector| {
                let names = [
                    ("kind", kind.as_str()),
                    ("sector", &self.sector_title(*sector)),
                ];
                catalogue(self.lang).text("exp-fact-of-sector", &names) == what
            })
        };
        let (provenance, column) = if let Some(sector) = sector("exp-fact-need") {
            (facts.need_row(pair.1, sector), "amount")
        } else if let Some(sector) = sector("exp-fact-supply") {
            (facts.supply_row(pair.0, sector), "amount")
        } else if what == self.word("exp-fact-budget") {
            (facts.budget_row(pair.0), "budget")
        } else if what == self.word("exp-fact-revenue") {
            (facts.budget_row(pair.0), "revenue")
        } else if what == self.word("exp-fact-pair") {
            (facts.pair_provenance(pair), "distance_km")
        } else if what == self.word("exp-fact-history") {
            (facts.history_row(pair), "since")
        } else {
            (None, "")
        };
        let Some(provenance) = provenance else {
            return Self::unknown(what);
        };
        let stated = provenance.source.as_deref().map(str::to_owned);
        if source.cloned() != stated {
            return Err(format!("`{source:?}` is not the source of {what}"));
        }
        let origin = provenance.of_column(column);
        let of_source = stated.map_or(0, |source| figures(&source).len());
        Ok(shows(row, &[f64::from(origin.row)])? + of_source)
    }
}

/// A quota as it is printed.
fn quota(min: u32, max: Option<u32>) -> Vec<f64> {
    match max {
        Some(max) if max == min => vec![f64::from(min)],
        Some(max) => vec![f64::from(min), f64::from(max)],
        None if min == 0 => Vec::new(),
        None => vec![f64::from(min)],
    }
}
