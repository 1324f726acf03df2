//! A case back to files: what a run folder keeps of its inputs.

use jiedui_domain::{Basis, Case, CsvText, Provenance, RowEnd, SectorAmount};

/// The tables of a case and `case.toml`, as (file name, text). Reading them gives the same case;
/// only the origins differ (rows are in code order, overlays are merged). Tables without rows that a
/// case may lack are left out.
///
/// Text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-` or `@`) gets an
/// apostrophe in front, and so does text that begins with apostrophes before such a character;
/// reading takes one apostrophe off again. Numbers are written as they are.
pub fn write_case(case: &Case) -> Vec<(String, String)> {
    let mut files = vec![
        ("case.toml".to_owned(), case_toml(case)),
        ("places.csv".to_owned(), places(case)),
        ("recipients.csv".to_owned(), recipients(case)),
        ("helpers.csv".to_owned(), helpers(case)),
        ("needs.csv".to_owned(), needs(case)),
        ("supply.csv".to_owned(), supply(case)),
    ];
    let optional: [(&str, bool, WriteTable); 5] = [
        ("pairs.csv", case.pairs.is_empty(), pairs),
        ("roads.csv", case.roads.is_empty(), roads),
        ("history.csv", case.history.is_empty(), history),
        ("quotas.csv", case.quotas.is_empty(), quotas),
        ("decisions.csv", case.decisions.is_empty(), decisions),
    ];
    for (name, is_empty, write) in optional {
        if !is_empty {
            files.push((name.to_owned(), write(case)));
        }
    }
    files
}

/// How to write one table.
type WriteTable = fn(&Case) -> String;

/// A table that grows cell by cell.
struct Sheet {
    csv: CsvText,
}

impl Sheet {
    fn new(columns: &[&str]) -> Self {
        let heads = columns.iter().chain(&["basis", "source"]);
        Self {
            csv: CsvText::new(heads, RowEnd::Unix),
        }
    }

    fn text(&mut self, text: &str) {
        self.csv.text(text);
    }

    fn optional_text(&mut self, text: Option<&str>) {
        self.csv.text(text.unwrap_or(""));
    }

    fn number(&mut self, number: impl ToString) {
        self.csv.word(&number.to_string());
    }

    fn optional(&mut self, number: Option<impl ToString>) {
        let text = number.map_or_else(String::new, |number| number.to_string());
        self.csv.word(&text);
    }

    fn provenance(&mut self, provenance: &Provenance) {
        self.csv.word(provenance.basis.map_or("", Basis::code));
        self.optional_text(provenance.source.as_deref());
        self.csv.end();
    }
}

fn case_toml(case: &Case) -> String {
    let info = &case.info;
    let mut table = toml::Table::new();
    table.insert("name".to_owned(), info.name.clone().into());
    table.insert("year".to_owned(), i64::from(info.year).into());
    table.insert("title".to_owned(), info.title.clone().into());
    table.insert("currency".to_owned(), info.currency.clone().into());
    if !info.sources.is_empty() {
        table.insert("sources".to_owned(), info.sources.clone().into());
    }
    let mut document = toml::Table::new();
    document.insert("case".to_owned(), toml::Value::Table(table));
    document.to_string()
}

fn places(case: &Case) -> String {
    let indicators = &case.policy.fit.indicators;
    let mut columns = vec![
        "code",
        "name",
        "prefecture",
        "lon",
        "lat",
        "hardship_class",
        "population",
        "gdp",
        "revenue",
    ];
    columns.extend(indicators.iter().map(String::as_str));
    let mut sheet = Sheet::new(&columns);
    for place in case.places.values() {
        sheet.text(&place.code);
        sheet.text(&place.name);
        sheet.text(&place.prefecture);
        sheet.optional(place.lon);
        sheet.optional(place.lat);
        sheet.number(place.hardship_class);
        sheet.optional(place.population);
        sheet.optional(place.gdp);
        sheet.optional(place.revenue);
        for name in indicators {
            sheet.optional(place.indicators.get(name));
        }
        sheet.provenance(&place.provenance);
    }
    sheet.csv.finish()
}

fn recipients(case: &Case) -> String {
    let mut sheet = Sheet::new(&["id", "weight"]);
    for (id, recipient) in case.recipients.iter() {
        sheet.text(case.recipient_code(id));
        sheet.number(recipient.weight);
        sheet.provenance(&recipient.provenance);
    }
    sheet.csv.finish()
}

fn helpers(case: &Case) -> String {
    let mut sheet = Sheet::new(&[
        "id",
        "name",
        "track",
        "place",
        "budget",
        "min_pairs",
        "max_pairs",
        "max_load",
    ]);
    for helper in case.helpers.values() {
        sheet.text(&helper.code);
        sheet.text(&helper.name);
        sheet.text(&case.policy.tracks[helper.track].code);
        sheet.optional_text(helper.place.map(|place| case.places[place].code.as_str()));
        sheet.optional(helper.budget);
        sheet.optional(helper.min_pairs);
        sheet.optional(helper.max_pairs);
        sheet.optional(helper.max_load);
        sheet.provenance(&helper.provenance);
    }
    sheet.csv.finish()
}

fn needs(case: &Case) -> String {
    let code = |row: &SectorAmount<_>| case.recipient_code(row.of);
    amounts(case, "recipient", &case.needs, code)
}

fn supply(case: &Case) -> String {
    let code = |row: &SectorAmount<_>| case.helpers[row.of].code.as_str();
    amounts(case, "helper", &case.supply, code)
}

fn amounts<'a, I>(
    case: &'a Case,
    column: &str,
    rows: &'a [SectorAmount<I>],
    code: impl Fn(&'a SectorAmount<I>) -> &'a str,
) -> String {
    let mut sheet = Sheet::new(&[column, "sector", "amount"]);
    for row in rows {
        sheet.text(code(row));
        sheet.text(&case.policy.sectors[row.sector].code);
        sheet.number(row.amount);
        sheet.provenance(&row.provenance);
    }
    sheet.csv.finish()
}

fn pairs(case: &Case) -> String {
    let mut sheet = Sheet::new(&["helper", "recipient", "distance_km", "fit", "load"]);
    for row in &case.pairs {
        sheet.text(&case.helpers[row.helper].code);
        sheet.text(case.recipient_code(row.recipient));
        sheet.optional(row.distance);
        sheet.optional(row.fit);
        sheet.optional(row.load);
        sheet.provenance(&row.provenance);
    }
    sheet.csv.finish()
}

fn roads(case: &Case) -> String {
    let mut sheet = Sheet::new(&["from", "to", "km", "hours"]);
    for row in &case.roads {
        sheet.text(&case.places[row.from].code);
        sheet.text(&case.places[row.to].code);
        sheet.number(row.km);
        sheet.optional(row.hours);
        sheet.provenance(&row.provenance);
    }
    sheet.csv.finish()
}

fn history(case: &Case) -> String {
    let mut sheet = Sheet::new(&["helper", "recipient", "since"]);
    for row in &case.history {
        sheet.text(&case.helpers[row.helper].code);
        sheet.text(case.recipient_code(row.recipient));
        sheet.number(row.since);
        sheet.provenance(&row.provenance);
    }
    sheet.csv.finish()
}

fn quotas(case: &Case) -> String {
    let mut sheet = Sheet::new(&["recipient", "track", "min", "max"]);
    for row in &case.quotas {
        sheet.text(case.recipient_code(row.recipient));
        sheet.text(&case.policy.tracks[row.track].code);
        sheet.optional(row.min);
        sheet.optional(row.max);
        sheet.provenance(&row.provenance);
    }
    sheet.csv.finish()
}

fn decisions(case: &Case) -> String {
    let mut sheet = Sheet::new(&[
        "action",
        "helper",
        "recipient",
        "reason",
        "clause",
        "author",
        "date",
    ]);
    for row in &case.decisions {
        sheet.text(row.action.code());
        sheet.text(&case.helpers[row.helper].code);
        sheet.text(case.recipient_code(row.recipient));
        sheet.text(&row.reason);
        sheet.optional_text(row.clause.as_deref());
        sheet.optional_text(row.author.as_deref());
        sheet.optional_text(row.date.as_deref());
        sheet.provenance(&row.provenance);
    }
    sheet.csv.finish()
}
