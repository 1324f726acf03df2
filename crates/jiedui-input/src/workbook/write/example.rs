//! A small case that fits the policy in force, to look at while filling in.

use super::Wording;
use super::columns::Layout;
use jiedui_domain::{Policy, Sector, SectorUnit};

/// Cells by the name of their column.
type Row = Vec<(&'static str, String)>;

/// The rows of the example of a table, cell by cell in the order of the sheet's columns.
pub(super) fn rows(layout: &Layout, policy: &Policy, wording: &Wording<'_>) -> Vec<Vec<String>> {
    let source = wording.text("template-example-source");
    let in_order = |row: Row| {
        let cell = |name: &str| match name {
            "basis" => "illustrative".to_owned(),
            "source" => source.clone(),
            name => {
                let found = row.iter().find(|(other, _)| *other == name);
                found.map_or_else(String::new, |(_, text)| text.clone())
            }
        };
        layout
            .columns
            .iter()
            .map(|column| cell(&column.name))
            .collect()
    };
    let example = example(layout.schema.name, policy, wording);
    example.into_iter().map(in_order).collect()
}

/// What each table says of a case of three places.
fn example(table: &str, policy: &Policy, wording: &Wording<'_>) -> Vec<Row> {
    let word = |key: &str| wording.text(&format!("template-example-{key}"));
    let tracks: Vec<&str> = policy
        .tracks
        .values()
        .map(|track| track.code.as_str())
        .collect();
    let sectors: Vec<&Sector> = policy.sectors.values().collect();
    let Some(track) = tracks.first() else {
        return Vec::new();
    };
    let second = tracks.get(1).unwrap_or(track);
    let text = str::to_owned;
    match table {
        "places" => vec![
            place(
                "510001",
                word("place-1"),
                word("prefecture-1"),
                ["104.07", "30.57", "0"],
            ),
            place(
                "510002",
                word("place-2"),
                word("prefecture-2"),
                ["101.96", "30.05", "3"],
            ),
            place(
                "510003",
                word("place-3"),
                word("prefecture-2"),
                ["99.99", "31.62", "5"],
            ),
        ],
        "recipients" => ["510002", "510003"]
            .map(|code| vec![("id", text(code)), ("weight", text("1"))])
            .to_vec(),
        "helpers" => vec![
            helper("a001", word("helper-1"), track),
            helper("b001", word("helper-2"), second),
        ],
        "needs" => amounts("recipient", &["510002", "510003"], &sectors, &[500, 320]),
        "supply" => amounts("helper", &["a001", "b001"], &sectors, &[300, 120]),
        "pairs" => vec![vec![
            ("helper", text("a001")),
            ("recipient", text("510003")),
            ("distance_km", text("620")),
        ]],
        "roads" => vec![vec![
            ("from", text("510001")),
            ("to", text("510002")),
            ("km", text("268")),
            ("hours", text("4.5")),
        ]],
        "history" => vec![vec![
            ("helper", text("a001")),
            ("recipient", text("510002")),
            ("since", text("2021")),
        ]],
        "quotas" => vec![vec![
            ("recipient", text("510003")),
            ("track", text(track)),
            ("min", text("1")),
            ("max", text("2")),
        ]],
        "decisions" => vec![vec![
            ("action", text("lock")),
            ("helper", text("a001")),
            ("recipient", text("510002")),
            ("reason", word("reason")),
            ("author", word("author")),
            ("date", text("2025-03-01")),
        ]],
        _ => Vec::new(),
    }
}

fn place(code: &str, name: String, prefecture: String, [lon, lat, class]: [&str; 3]) -> Row {
    vec![
        ("code", code.to_owned()),
        ("name", name),
        ("prefecture", prefecture),
        ("lon", lon.to_owned()),
        ("lat", lat.to_owned()),
        ("hardship_class", class.to_owned()),
        ("population", "12.5".to_owned()),
        ("gdp", "86".to_owned()),
        ("revenue", "35000".to_owned()),
    ]
}

fn helper(code: &str, name: String, track: &str) -> Row {
    vec![
        ("id", code.to_owned()),
        ("name", name),
        ("track", track.to_owned()),
        ("place", "510001".to_owned()),
        ("budget", "600".to_owned()),
        ("max_pairs", "2".to_owned()),
    ]
}

/// The first two sectors, or none where the policy has none.
fn amounts(party: &'static str, codes: &[&str], sectors: &[&Sector], wan: &[u32]) -> Vec<Row> {
    // Nobody has hundreds of people to send.
    let amount = |sector: &Sector, wan: u32| match sector.unit {
        SectorUnit::Wan => wan,
        SectorUnit::Person => wan / 100,
    };
    let sectors = || sectors.iter().take(2);
    let rows = codes.iter().zip(wan).flat_map(|(code, wan)| {
        sectors().map(|sector| {
            vec![
                (party, (*code).to_owned()),
                ("sector", sector.code.clone()),
                ("amount", amount(sector, *wan).to_string()),
            ]
        })
    });
    rows.collect()
}
