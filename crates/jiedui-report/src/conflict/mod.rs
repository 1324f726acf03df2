//! Why a case has no plan, for people: sets that cannot hold together, their cells, the ways out.

mod phrase;
mod story;

use crate::Depth;
use crate::block::Block;
use crate::clean::{Medium, clean};
use crate::{markdown, terminal};
use jiedui_explain::conflict::{ConflictReport, Party, TrackName};
use jiedui_messages::{Lang, catalogue};

/// The report on a terminal; no line is longer than `width`.
pub fn terminal(report: &ConflictReport, depth: Depth, lang: Lang, width: usize) -> String {
    let words = Words {
        report,
        lang,
        medium: Medium::Terminal,
    };
    terminal::render_blocks(&story::conflict_story(words, depth), width)
}

/// The whole report as Markdown.
pub fn markdown(report: &ConflictReport, lang: Lang) -> String {
    let words = Words {
        report,
        lang,
        medium: Medium::Markdown,
    };
    markdown::render_blocks(&story::conflict_story(words, Depth::Full))
}

/// The whole report as blocks.
pub(crate) fn blocks(report: &ConflictReport, lang: Lang, medium: Medium) -> Vec<Block> {
    let words = Words {
        report,
        lang,
        medium,
    };
    story::conflict_story(words, Depth::Full)
}

/// Who speaks: the report, the language, the medium.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    report: &'a ConflictReport,
    lang: Lang,
    medium: Medium,
}

impl Words<'_> {
    fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        catalogue(self.lang).text(key, values)
    }

    /// Text that people typed, harmless here.
    fn own(&self, text: &str) -> String {
        clean(text, self.medium)
    }

    fn party(&self, party: &Party) -> String {
        self.own(&party.name)
    }

    fn track(&self, track: &TrackName) -> String {
        self.own(match self.lang {
            Lang::Zh => &track.title.zh,
            Lang::En => &track.title.en,
        })
    }

    fn list(&self, items: &[String]) -> String {
        items.join(&self.text("rep-list-separator", &[]))
    }
}
