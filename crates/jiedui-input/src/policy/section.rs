//! A table of the document while it is read: its path, its keys, its problems.

use super::checks;
use super::document::{Entry, Node, Spot, Value};
use super::keys::Key;
use super::warnings;
use crate::spelling;
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::Quantity;

/// Everything found so far, errors and warnings.
pub(crate) type Problems = Vec<Diagnostic>;

/// The known name nearest to a mistyped one; `none`, for the catalogue, where none is near.
pub(crate) fn nearest<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> &'n str {
    spelling::nearest(word, known).unwrap_or("none")
}

/// A problem with a word that is none of those known: which of them it is nearest to, and which there are.
pub(crate) fn with_choices(problem: Diagnostic, word: &str, known: &[&str]) -> Diagnostic {
    problem
        .with("nearest", nearest(word, known.iter().copied()))
        .with("allowed", list_or_none(known))
}

/// The names as a list; `none`, for the catalogue, where there is none.
pub(crate) fn list_or_none(names: &[&str]) -> String {
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(" / ")
    }
}

/// A table with its dotted path, e.g. `tracks.place`.
pub(super) struct Section<'d> {
    pub(super) path: String,
    pub(super) at: &'d Spot,
    pub(super) entries: &'d [Entry],
}

/// A value with its dotted path, e.g. `tracks.place.clause`.
pub(super) struct Item<'d> {
    pub(super) path: String,
    pub(super) node: &'d Node,
}

/// Numbers that a key allows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bounds {
    pub(super) low: f64,
    pub(super) high: f64,
    /// As the diagnostic shows it.
    pub(super) shown: &'static str,
}

impl Bounds {
    /// Whether the number is one of them.
    pub fn allow(&self, number: f64) -> bool {
        number >= self.low && number <= self.high
    }

    /// The bounds as people read them, without words: `> 0, ≤ 100`.
    pub fn shown(&self) -> &'static str {
        self.shown
    }
}

impl<'d> Section<'d> {
    /// The table under `item`; its unknown keys are reported.
    pub(super) fn open(item: &Item<'d>, known: &[Key], problems: &mut Problems) -> Option<Self> {
        let section = Self::open_free(item, problems)?;
        for entry in section.entries {
            if known.iter().all(|key| key.name != entry.key) {
                checks::check_e0504_unknown_key(&section, entry, known, problems);
            }
        }
        Some(section)
    }

    /// The table under `item`, whose keys the author chooses.
    pub(super) fn open_free(item: &Item<'d>, problems: &mut Problems) -> Option<Self> {
        let Some(entries) = item.node.as_table() else {
            checks::check_e0506_type(item, "table", problems);
            return None;
        };
        Some(Self {
            path: item.path.clone(),
            at: &item.node.at,
            entries,
        })
    }

    /// The value of a key that may be absent.
    pub(super) fn optional(&self, key: &str) -> Option<Item<'d>> {
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        Some(self.item(entry))
    }

    /// The value of a key that must be there.
    pub(super) fn required(&self, key: &str, problems: &mut Problems) -> Option<Item<'d>> {
        let item = self.optional(key);
        if item.is_none() {
            checks::check_e0505_missing_key(self, key, problems);
        }
        item
    }

    /// The items in the order of the file.
    pub(super) fn items(&self) -> impl Iterator<Item = (&'d Entry, Item<'d>)> {
        self.entries.iter().map(|entry| (entry, self.item(entry)))
    }

    /// The dotted path of a key.
    pub(super) fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    fn item(&self, entry: &'d Entry) -> Item<'d> {
        Item {
            path: self.path_of(&entry.key),
            node: &entry.node,
        }
    }
}

impl<'d> Item<'d> {
    /// A diagnostic about this value.
    pub(super) fn diagnostic(&self, code: &'static str) -> Diagnostic {
        self.node
            .at
            .diagnostic(code)
            .with("key", &self.path)
            .with("value", self.shown())
    }

    /// A text without its quotes; anything else as written.
    fn shown(&self) -> String {
        self.node
            .as_text()
            .map_or_else(|| self.node.at.snippet(), str::to_owned)
    }

    /// A text fit for a name or a clause.
    pub(super) fn text(&self, problems: &mut Problems) -> Option<String> {
        let Some(text) = self.node.as_text() else {
            checks::check_e0506_type(self, "text", problems);
            return None;
        };
        checks::check_e0518_text(self, text, problems);
        Some(text.to_owned())
    }

    /// One of a list of words; the check names the code of this kind of word.
    pub(super) fn word<T: Copy>(
        &self,
        code: &'static str,
        known: &[(&'static str, T)],
        problems: &mut Problems,
    ) -> Option<T> {
        let Some(text) = self.node.as_text() else {
            checks::check_e0506_type(self, "text", problems);
            return None;
        };
        let found = known.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            problems.push(
                self.diagnostic(code)
                    .with("allowed", words.join(" / "))
                    .with("nearest", nearest(text, words.iter().copied())),
            );
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, problems: &mut Problems) -> Option<bool> {
        match self.node.value {
            Value::Flag(flag) => Some(flag),
            _ => {
                checks::check_e0506_type(self, "flag", problems);
                None
            }
        }
    }

    /// A finite number.
    pub(super) fn number(&self, problems: &mut Problems) -> Option<f64> {
        let Value::Number { text, .. } = &self.node.value else {
            checks::check_e0506_type(self, "number", problems);
            return None;
        };
        let number: Option<f64> = text.parse().ok().filter(|number: &f64| number.is_finite());
        if number.is_none() {
            checks::check_e0507_not_finite(self, problems);
        }
        number
    }

    /// A finite number within bounds.
    pub(super) fn number_in(&self, bounds: &Bounds, problems: &mut Problems) -> Option<f64> {
        let number = self.number(problems)?;
        checks::check_e0507_range(self, number, bounds, problems).then_some(number)
    }

    /// A whole number within bounds.
    pub(super) fn whole_in(&self, bounds: &Bounds, problems: &mut Problems) -> Option<u64> {
        let Value::Number { text, whole } = &self.node.value else {
            checks::check_e0506_type(self, "whole", problems);
            return None;
        };
        if !whole {
            checks::check_e0506_type(self, "whole", problems);
            return None;
        }
        let number: f64 = text.parse().unwrap_or(f64::INFINITY);
        if !checks::check_e0507_range(self, number, bounds, problems) {
            return None;
        }
        text.parse().ok()
    }

    /// A whole number within bounds that are those of `u32` or narrower.
    pub(super) fn count_in(&self, bounds: &Bounds, problems: &mut Problems) -> Option<u32> {
        self.whole_in(bounds, problems)
            .and_then(|number| u32::try_from(number).ok())
    }

    /// A quantity; decimals past the last kept place are reported.
    pub(super) fn quantity<Q: Quantity>(&self, problems: &mut Problems) -> Option<Q> {
        let Value::Number { text, .. } = &self.node.value else {
            checks::check_e0506_type(self, "number", problems);
            return None;
        };
        match Q::parse(text) {
            Ok((quantity, rounded)) => {
                warnings::check_w0504_decimals(self, rounded, Q::DECIMALS, problems);
                Some(quantity)
            }
            Err(_) => {
                checks::check_e0507_not_finite(self, problems);
                None
            }
        }
    }

    /// A quantity within bounds.
    pub(super) fn quantity_in<Q: Quantity>(
        &self,
        bounds: &Bounds,
        problems: &mut Problems,
    ) -> Option<Q> {
        let quantity: Q = self.quantity(problems)?;
        checks::check_e0507_range(self, quantity.to_f64(), bounds, problems).then_some(quantity)
    }

    /// The items of a list, at least one.
    pub(super) fn list(&self, problems: &mut Problems) -> Option<Vec<Item<'d>>> {
        let Value::List(nodes) = &self.node.value else {
            checks::check_e0506_type(self, "list", problems);
            return None;
        };
        if nodes.is_empty() {
            checks::check_e0532_empty_list(self, problems);
            return None;
        }
        let items = nodes.iter().enumerate().map(|(index, node)| Item {
            path: format!("{}[{}]", self.path, index + 1),
            node,
        });
        Some(items.collect())
    }
}
