//! What differs between two runs, for people: inputs, then pairs as chains, then results.

mod inputs;
mod moves;
mod results;

use crate::block::Block;
use crate::clean::Medium;
use crate::markdown::render as markdown_render;
use crate::terminal::render as terminal_render;
use crate::wording::Wording;
use jiedui_explain::Dossier;
use jiedui_explain::comparison::{Comparison, RunName};
use jiedui_messages::Lang;

/// Two runs with their differences and the names of their folders.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The differences, before → after.
    pub comparison: &'a Comparison,
    /// The dossier before.
    pub before: &'a Dossier,
    /// The dossier after.
    pub after: &'a Dossier,
    /// What the runs are called, e.g. their folders.
    pub labels: (&'a str, &'a str),
}

/// The differences on a terminal of so many columns; long lists are cut, and say so.
pub fn terminal(compared: Compared<'_>, lang: Lang, width: usize) -> String {
    let told = Told::new(compared, lang, Medium::Terminal);
    terminal_render(&told.blocks(), width)
}

/// The differences as Markdown, in full.
pub fn markdown(compared: Compared<'_>, lang: Lang) -> String {
    let told = Told::new(compared, lang, Medium::Markdown);
    markdown_render(&told.blocks())
}

/// Items of one list on a terminal before it says how many more there are.
const SHOWN: usize = 8;

/// The comparison in one language and one medium.
struct Told<'a> {
    compared: Compared<'a>,
    /// Names and sectors as they are after.
    after: Wording<'a>,
    /// Names and sectors as they were before, for what is gone.
    before: Wording<'a>,
}

impl<'a> Told<'a> {
    fn new(compared: Compared<'a>, lang: Lang, medium: Medium) -> Self {
        let speak = |dossier| Wording {
            dossier,
            lang,
            medium,
        };
        Self {
            compared,
            after: speak(compared.after),
            before: speak(compared.before),
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let comparison = self.compared.comparison;
        let (before, after) = self.compared.labels;
        let run = |run: &RunName, label| {
            self.text(
                "cmp-run",
                &[
                    ("title", &self.after.own(&run.case_title)),
                    ("year", &run.year.to_string()),
                    ("folder", &self.after.own(label)),
                ],
            )
        };
        let sides = self.text(
            "cmp-direction",
            &[
                ("before", &run(&comparison.before, before)),
                ("after", &run(&comparison.after, after)),
            ],
        );
        let mut blocks = vec![
            Block::Heading(1, self.word("cmp-title")),
            Block::Paragraph(sides),
        ];
        if comparison.is_empty() {
            blocks.push(Block::Paragraph(self.word("cmp-none")));
        }
        if !comparison.inputs_known {
            blocks.push(Block::Paragraph(self.word("cmp-inputs-unknown")));
        }
        if !comparison.is_empty() {
            blocks.extend(self.inputs());
            blocks.extend(self.moves());
            blocks.extend(self.results());
        }
        blocks
    }

    fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.after.text(key, values)
    }

    fn word(&self, key: &str) -> String {
        self.after.word(key)
    }

    fn recipient(&self, code: &str) -> String {
        match self.compared.after.recipient(code) {
            Some(_) => self.after.recipient(code),
            None => self.before.recipient(code),
        }
    }

    fn helper(&self, code: &str) -> String {
        match self.compared.after.helper(code) {
            Some(_) => self.after.helper(code),
            None => self.before.helper(code),
        }
    }

    fn track(&self, code: &str) -> String {
        match self.compared.after.track(code) {
            Some(_) => self.after.track(code),
            None => self.before.track(code),
        }
    }

    fn sector(&self, code: &str) -> Wording<'a> {
        match self.compared.after.sector(code) {
            Some(_) => self.after,
            None => self.before,
        }
    }

    /// A list, on a terminal its first items and how many more there are.
    fn cut(&self, mut items: Vec<String>) -> Vec<String> {
        if self.after.medium == Medium::Terminal && items.len() > SHOWN + 1 {
            let more = items.len() - SHOWN;
            items.truncate(SHOWN);
            items.push(self.text("cmp-more", &[("n", &more.to_string())]));
        }
        items
    }
}
