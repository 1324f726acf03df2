//! The texts that the script shows, in both languages.
//!
//! The script names keys of the catalogue in double quotes, as the sources of this crate do; they are
//! read off it here, so that there is no second list to keep. A text goes into the page as the
//! catalogue writes it without values: `{$name}` where a value belongs.

use super::assets::SCRIPT;
use jiedui_messages::{Lang, catalogue};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The first word of the keys of the page.
const AREAS: [&str; 3] = ["html", "exp", "rep"];

/// The keys that the script names.
pub(crate) fn keys() -> BTreeSet<&'static str> {
    SCRIPT
        .iter()
        .flat_map(|(_, source)| source.split('"').skip(1).step_by(2))
        .filter(|text| {
            text.split_once('-')
                .is_some_and(|(area, _)| AREAS.contains(&area))
        })
        .collect()
}

/// Language → key → text; under `key:one` what is said of one, where that differs.
pub(crate) fn words() -> Value {
    let mut languages = Map::new();
    for lang in Lang::ALL {
        let mut texts = Map::new();
        for key in keys() {
            let text = catalogue(lang).text(key, &[]);
            let one = catalogue(lang).text(key, &[("n", "1")]);
            if one != text.replace("{$n}", "1") {
                texts.insert(format!("{key}:one"), Value::from(one));
            }
            texts.insert(key.to_owned(), Value::from(text));
        }
        languages.insert(lang.code().to_owned(), Value::Object(texts));
    }
    Value::Object(languages)
}
