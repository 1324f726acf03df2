//! The texts that the script shows.

use super::super::{assets, words};
use jiedui_messages::{Lang, catalogue};

/// The names of the values of a text.
fn values_of(text: &str) -> Vec<&str> {
    text.split("{$")
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn every_key_of_the_script_is_in_the_catalogue() {
    let keys = words::keys();
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
fn every_quoted_key_of_the_script_is_found() {
    let keys = words::keys();
    for (name, source) in assets::SCRIPT {
        for start in ["\"html-", "\"exp-", "\"rep-"] {
            for (place, _) in source.match_indices(start) {
                let key = source[place + 1..].split('"').next().unwrap();
                assert!(keys.contains(key), "{name}: {key}");
            }
        }
    }
}

/// The script fills values in by replacing `{$name}`: a text that the catalogue chooses by its
/// values, such as a plural, would come out wrong.
#[test]
fn texts_filled_in_by_the_script_are_those_of_the_catalogue() {
    for lang in Lang::ALL {
        for key in words::keys() {
            let pattern = catalogue(lang).text(key, &[]);
            let names = values_of(&pattern);
            let values: Vec<(&str, String)> = names
                .iter()
                .map(|name| (*name, format!("<{name}>")))
                .collect();
            let borrowed: Vec<(&str, &str)> = values
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let mut filled = pattern.clone();
            for (name, value) in &values {
                filled = filled.replace(&format!("{{${name}}}"), value);
            }
            assert_eq!(filled, catalogue(lang).text(key, &borrowed), "{key}");
        }
    }
    let known = catalogue(Lang::Zh).text("exp-quota-between", &[]);
    assert_eq!(values_of(&known), ["min", "max"]);
}
