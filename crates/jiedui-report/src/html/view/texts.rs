//! Words that repeat, each written once.

use super::own;
use serde::Serialize;
use std::collections::BTreeMap;

/// A list of words, each with its place.
#[derive(Default)]
pub(super) struct Texts {
    places: BTreeMap<String, usize>,
    list: Vec<String>,
}

impl Texts {
    /// The place of a text that people typed.
    pub(super) fn typed(&mut self, text: &str) -> usize {
        self.place(own(text))
    }

    /// The place of a word of the program, as it stands in the dossier.
    pub(super) fn kind<T: Serialize>(&mut self, kind: &T) -> usize {
        self.place(word(kind))
    }

    fn place(&mut self, text: String) -> usize {
        if let Some(place) = self.places.get(&text) {
            return *place;
        }
        let place = self.list.len();
        self.list.push(text.clone());
        self.places.insert(text, place);
        place
    }

    pub(super) fn into_list(self) -> Vec<String> {
        self.list
    }
}

/// How an enumeration is written in the dossier.
pub(super) fn word<T: Serialize>(kind: &T) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
