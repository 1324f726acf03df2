//! A set of scenarios for people and programs: one table, what moved, and how stable the base is.

mod csv;
mod stability;
mod story;

pub use csv::csv;

use crate::clean::{Medium, clean};
use crate::markdown::render as markdown_render;
use crate::terminal::render as terminal_render;
use jiedui_explain::scenarios::ScenarioTable;
use jiedui_messages::{Lang, catalogue};

/// The set as Markdown, in full; runs of random sets are told together.
pub fn markdown(table: &ScenarioTable, lang: Lang) -> String {
    let told = Told {
        table,
        lang,
        medium: Medium::Markdown,
    };
    markdown_render(&told.blocks())
}

/// The set on a terminal of so many columns; long lists are cut, and say so.
pub fn terminal(table: &ScenarioTable, lang: Lang, width: usize) -> String {
    let told = Told {
        table,
        lang,
        medium: Medium::Terminal,
    };
    terminal_render(&told.blocks(), width)
}

/// The set in one language and one medium.
struct Told<'a> {
    table: &'a ScenarioTable,
    lang: Lang,
    medium: Medium,
}

impl Told<'_> {
    fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        catalogue(self.lang).text(key, values)
    }

    fn word(&self, key: &str) -> String {
        self.text(key, &[])
    }

    /// Text that people typed, harmless here.
    fn own(&self, text: &str) -> String {
        clean(text, self.medium)
    }

    fn list(&self, items: &[String]) -> String {
        items.join(&self.word("rep-list-separator"))
    }

    /// How many of a list are shown: all in Markdown, the first few on a terminal.
    fn shown(&self, on_terminal: usize) -> usize {
        match self.medium {
            Medium::Terminal => on_terminal,
            _ => usize::MAX,
        }
    }

    /// A sentence on what a terminal leaves out.
    fn more(&self, all: usize, shown: usize) -> Option<String> {
        let more = all.checked_sub(shown).filter(|more| *more > 0)?;
        Some(self.text("wi-more", &[("n", &more.to_string())]))
    }
}
