//! The shape of the dossier in its file.

use super::small_case::{dossier, next_dossier};
use crate::{Dossier, schema};
use serde_json::Value;

/// The dossier of the small case, as saved; the reports are tested on it.
const SAVED: &str = include_str!("../../fixtures/small-dossier.json");
/// The dossier of the year after, for comparisons.
const SAVED_NEXT: &str = include_str!("../../fixtures/small-dossier-next.json");

#[test]
fn dossier_round_trips_through_json() {
    let dossier = dossier();
    let text = serde_json::to_string(&dossier).unwrap();
    assert_eq!(serde_json::from_str::<Dossier>(&text).unwrap(), dossier);
}

#[test]
fn saved_dossier_is_the_one_that_explain_makes() {
    for (dossier, saved) in [(dossier(), SAVED), (next_dossier(), SAVED_NEXT)] {
        let text = serde_json::to_string_pretty(&dossier).unwrap();
        assert_eq!(
            text.trim(),
            saved.trim(),
            "write it anew with: cargo test -p jiedui-explain -- --ignored write_saved_dossier"
        );
    }
}

#[test]
#[ignore = "writes the fixture"]
fn write_saved_dossier() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    for (dossier, name) in [
        (dossier(), "small-dossier.json"),
        (next_dossier(), "small-dossier-next.json"),
    ] {
        let text = serde_json::to_string_pretty(&dossier).unwrap();
        std::fs::write(format!("{folder}/{name}"), text + "\n").unwrap();
    }
}

/// Follows `$ref` within a schema.
fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    match schema.get("$ref").and_then(Value::as_str) {
        Some(reference) => root.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

/// Every object has the fields that the schema requires and no field that it does not know; every
/// word is one that it lists. Returns how many values were compared.
fn check(root: &Value, schema: &Value, value: &Value, path: &str) -> usize {
    let schema = resolve(root, schema);
    if let Some(options) = schema.get("anyOf").and_then(Value::as_array) {
        if value.is_null() {
            return 1;
        }
        return check(root, &options[0], value, path);
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        assert!(words.contains(value), "{path}: {value} is not in {words:?}");
    }
    if let Some(required) = schema.get("required").and_then(Value::as_array) {
        for field in required.iter().filter_map(Value::as_str) {
            assert!(value.get(field).is_some(), "{path} lacks {field}");
        }
    }
    let mut compared = 1;
    if let (Some(fields), Some(object)) = (
        schema.get("properties").and_then(Value::as_object),
        value.as_object(),
    ) {
        for (name, inner) in object {
            let known = fields.get(name);
            let known = known.unwrap_or_else(|| panic!("{path} has the unknown field {name}"));
            compared += check(root, known, inner, &format!("{path}/{name}"));
        }
    }
    if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
        for (index, inner) in list.iter().enumerate() {
            compared += check(root, items, inner, &format!("{path}/{index}"));
        }
    }
    if let (Some(items), Some(list)) = (
        schema.get("prefixItems").and_then(Value::as_array),
        value.as_array(),
    ) {
        assert_eq!(items.len(), list.len(), "{path}");
    }
    compared
}

#[test]
fn saved_dossier_has_the_shape_of_the_schema() {
    let schema = schema();
    let value = serde_json::to_value(dossier()).unwrap();
    assert_eq!(value["format_version"], 1);
    let compared = check(&schema, &schema, &value, "");
    assert!(compared > 500, "only {compared} values were compared");
    for field in [
        "format_version",
        "run",
        "tiers",
        "measures",
        "recipients",
        "pairs",
        "excluded",
    ] {
        let required = schema["required"].as_array().unwrap();
        assert!(
            required.contains(&Value::from(field)),
            "{field} is not required"
        );
    }
}

#[test]
fn check_finds_a_missing_and_an_unknown_field() {
    let schema = schema();
    let good = serde_json::to_value(dossier()).unwrap();
    for spoil in [
        |value: &mut Value| drop(value["run"].as_object_mut().unwrap().remove("year")),
        |value: &mut Value| value["run"]["extra"] = Value::from(1),
        |value: &mut Value| value["measures"][0]["measure"] = Value::from("luck"),
    ] {
        let mut bad = good.clone();
        spoil(&mut bad);
        let outcome = std::panic::catch_unwind(|| check(&schema, &schema, &bad, ""));
        assert!(outcome.is_err());
    }
}

#[test]
fn dossier_of_a_province_stays_below_15_megabytes() {
    let mut dossier = dossier();
    // 39 recipients × 425 helpers: 400 pairs as rich as the richest here, and the rest split
    // between candidates and exclusions.
    dossier.pairs = vec![dossier.pairs[0].clone(); 400];
    dossier.candidates = vec![dossier.candidates[0].clone(); 12_000];
    dossier.excluded = vec![dossier.excluded[0].clone(); 4_200];
    let size = serde_json::to_vec(&dossier).unwrap().len();
    assert!(size < 15_000_000, "{size} bytes");
}
