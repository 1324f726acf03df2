//! Every key that the sources name is in the catalogue.

use jiedui_messages::{Lang, catalogue};
use std::path::Path;

/// The quoted texts of the sources that look like keys of this crate's files.
fn keys_in(folder: &Path, keys: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("tests") {
                keys_in(&path, keys);
            }
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        for text in source.split('"').skip(1).step_by(2) {
            let key = text.strip_prefix('>').unwrap_or(text);
            let named = [
                "rep-", "exp-", "html-", "doc-", "wb-", "con-", "cmp-", "wi-", "wn-", "lim-",
                "alt-", "rg-",
            ]
            .iter()
            .any(|area| key.starts_with(area));
            if named && !key.contains('{') {
                keys.push(key.to_owned());
            }
        }
    }
}

#[test]
fn every_key_of_the_sources_is_in_the_catalogue() {
    let mut keys = Vec::new();
    keys_in(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut keys,
    );
    assert!(keys.len() > 150, "only {} keys found", keys.len());
    for lang in Lang::ALL {
        let missing: Vec<_> = keys
            .iter()
            .filter(|key| !catalogue(lang).has(key))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn every_built_key_is_in_the_catalogue() {
    let measures = jiedui_domain::Measure::ALL
        .iter()
        .map(|measure| format!("rep-measure-{}", measure.code().replace('_', "-")));
    let tables = [
        "places", "helpers", "needs", "supply", "pairs", "roads", "history", "other",
    ]
    .iter()
    .map(|table| format!("rep-table-{table}"));
    let reasons = [
        "forbidden",
        "beyond-distance",
        "distance-unknown",
        "no-common-sector",
        "hardship-gap",
        "same-place",
        "minimum-support",
        "effort-floor",
        "recipient-quota-zero",
        "helper-quota-zero",
        "load-too-large",
    ];
    let reasons = reasons.iter().flat_map(|key| {
        [
            format!("exp-excluded-{key}"),
            format!("exp-excluded-name-{key}"),
            format!("wn-remedy-{key}"),
        ]
    });
    for key in measures.chain(tables).chain(reasons) {
        for lang in Lang::ALL {
            assert!(catalogue(lang).has(&key), "{key}");
        }
    }
}
