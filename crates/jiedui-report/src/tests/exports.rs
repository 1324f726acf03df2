//! GeoJSON and CSV: complete, harmless, in the encoding asked for.

use super::small;
use crate::csv_export::{CsvEncoding, export};
use crate::geojson::geojson;
use ::geojson::{FeatureCollection, GeometryValue};
use jiedui_explain::Dossier;
use jiedui_messages::Lang;

fn features(dossier: &Dossier) -> FeatureCollection {
    geojson(dossier).parse().unwrap()
}

#[test]
fn geojson_has_a_point_for_every_party_and_a_line_for_every_pair() {
    let dossier = small();
    let collection = features(&dossier);
    let of_kind = |kind: &str| {
        let all = collection.features.iter();
        all.filter(|feature| {
            feature.property("kind").and_then(|value| value.as_str()) == Some(kind)
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(of_kind("recipient").len(), dossier.recipients.len());
    assert_eq!(of_kind("helper").len(), dossier.helpers.len());
    assert_eq!(of_kind("pair").len(), dossier.pairs.len());
    let pair = &dossier.pairs[0];
    let line = of_kind("pair")[0];
    assert_eq!(
        line.property("value_wan").unwrap().as_f64(),
        Some(pair.value_wan)
    );
    let sector = &pair.help[0];
    let amount = &line.property("help").unwrap()[&sector.sector];
    assert_eq!(amount.as_f64(), Some(sector.amount));
    let coordinates = match &line.geometry.as_ref().unwrap().value {
        GeometryValue::LineString { coordinates } => coordinates.clone(),
        other => unreachable!("a {}", other.type_name()),
    };
    let (from, to) = (
        dossier.helper(&pair.helper).unwrap(),
        dossier.recipient(&pair.recipient).unwrap(),
    );
    // Longitude comes first.
    assert_eq!(
        coordinates[0].as_slice(),
        [from.lon.unwrap(), from.lat.unwrap()]
    );
    assert_eq!(
        coordinates[1].as_slice(),
        [to.lon.unwrap(), to.lat.unwrap()]
    );
}

#[test]
fn geojson_keeps_parties_without_coordinates() {
    let mut dossier = small();
    dossier.recipients[0].lon = None;
    let code = dossier.recipients[0].code.clone();
    let collection = features(&dossier);
    let all = small();
    assert_eq!(
        collection.features.len(),
        all.recipients.len() + all.helpers.len() + all.pairs.len()
    );
    let without: Vec<_> = collection
        .features
        .iter()
        .filter(|feature| feature.geometry.is_none())
        .collect();
    let seatless = |code: &str| {
        let helper = dossier.helper(code).map(|entry| (entry.lon, entry.lat));
        let recipient = dossier.recipient(code).map(|entry| (entry.lon, entry.lat));
        !matches!(helper.or(recipient), Some((Some(_), Some(_))))
    };
    let helpers = dossier.helpers.iter().filter(|entry| seatless(&entry.code));
    let pairs = dossier.pairs.iter();
    let pairs = pairs.filter(|pair| seatless(&pair.helper) || seatless(&pair.recipient));
    assert!(dossier.pairs_of_recipient(&code).count() > 0);
    assert_eq!(without.len(), 1 + helpers.count() + pairs.count());
}

/// The rows of a file, its heads first.
fn rows(dossier: &Dossier, name: &str, encoding: CsvEncoding) -> Vec<Vec<String>> {
    let files = export(dossier, Lang::Zh, encoding);
    let bytes = &files.iter().find(|file| file.name == name).unwrap().bytes;
    let text = match encoding {
        CsvEncoding::Utf8 => {
            assert!(bytes.starts_with(b"\xEF\xBB\xBF"), "no byte order mark");
            String::from_utf8(bytes[3..].to_vec()).unwrap()
        }
        CsvEncoding::Gb18030 => {
            assert!(std::str::from_utf8(bytes).is_err(), "this is UTF-8");
            let (text, _, wrong) = encoding_rs::GB18030.decode(bytes);
            assert!(!wrong);
            text.into_owned()
        }
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn csv_holds_the_same_in_both_encodings() {
    let mut dossier = small();
    dossier.recipients[0].name = "㐂县😀".to_owned();
    for name in [
        "pairs.csv",
        "amounts.csv",
        "recipients.csv",
        "helpers.csv",
        "ended.csv",
        "excluded.csv",
    ] {
        let utf8 = rows(&dossier, name, CsvEncoding::Utf8);
        assert_eq!(utf8, rows(&dossier, name, CsvEncoding::Gb18030), "{name}");
        assert!(utf8.len() > 1, "{name} is empty");
    }
    let pairs = rows(&dossier, "pairs.csv", CsvEncoding::Utf8);
    assert_eq!(pairs.len(), dossier.pairs.len() + 1);
    assert_eq!(pairs[0][1], "帮扶方");
    assert_eq!(pairs[1][0], dossier.pairs[0].helper);
    assert_eq!(
        pairs[1][6].parse::<f64>().unwrap(),
        dossier.pairs[0].value_wan
    );
    let amounts: usize = dossier.pairs.iter().map(|pair| pair.help.len()).sum();
    assert_eq!(
        rows(&dossier, "amounts.csv", CsvEncoding::Utf8).len(),
        amounts + 1
    );
}

#[test]
fn csv_names_are_no_formulas() {
    for name in [
        "=HYPERLINK(\"http://x\")",
        "+1",
        "-1+2",
        "@SUM(A1)",
        "\u{feff}=1",
        " =1",
        "＝1",
    ] {
        let mut dossier = small();
        dossier.recipients[0].name = name.to_owned();
        dossier.recipients[0].prefecture = name.to_owned();
        let found = rows(&dossier, "recipients.csv", CsvEncoding::Utf8);
        let cells = found.iter().flatten();
        for cell in cells.filter(|cell| cell.parse::<f64>().is_err()) {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '＝']),
                "{name}: {cell}"
            );
        }
        assert!(found[1][1].starts_with('\''), "{}", found[1][1]);
    }
}
