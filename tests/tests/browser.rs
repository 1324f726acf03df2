//! The web page of a run in a real Chromium: it opens without errors and without network, can be sorted,
//! filtered, switched to English, asked why not, printed, and read on a telephone; and it says the same
//! as the other reports. Where no Chromium is installed these tests say so and do nothing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says why it does nothing"
)]

#[path = "browser/behaviour.rs"]
mod behaviour;
#[path = "browser/cases.rs"]
mod cases;
#[path = "browser/content.rs"]
mod content;
#[path = "browser/costs.rs"]
mod costs;
#[path = "browser/opening.rs"]
mod opening;

use jiedui_explain::Dossier;
use jiedui_messages::Lang;
use jiedui_report::html::{HtmlOptions, report};
use jiedui_tests::chromium::Chromium;
use tempfile::TempDir;

/// A page that is open in a browser.
struct Opened {
    chromium: Chromium,
    address: String,
    _folder: TempDir,
}

/// Opens the page of a dossier; `None` where there is no browser.
fn open(dossier: &Dossier, lang: Lang) -> Option<Opened> {
    let options = HtmlOptions {
        lang,
        ..HtmlOptions::default()
    };
    open_page(&report(dossier, &options).unwrap())
}

fn open_page(page: &str) -> Option<Opened> {
    let mut chromium = Chromium::start()?;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("page.html");
    std::fs::write(&path, page).unwrap();
    let address = format!("file://{}", path.display());
    chromium.load(&address);
    Some(Opened {
        chromium,
        address,
        _folder: folder,
    })
}

impl Opened {
    /// Goes to a page by its address after `#`, from the beginning.
    fn go(&mut self, route: &str) {
        let address = format!("{}#/{route}", self.address);
        self.chromium.load(&address);
    }

    /// The value of an expression in the page.
    fn ask(&mut self, expression: &str) -> serde_json::Value {
        self.chromium.ask(expression)
    }

    fn text(&mut self, expression: &str) -> String {
        let value = self.ask(expression);
        value
            .as_str()
            .unwrap_or_else(|| panic!("{expression}: {value}"))
            .to_owned()
    }

    fn number(&mut self, expression: &str) -> i64 {
        let value = self.ask(expression);
        value
            .as_i64()
            .unwrap_or_else(|| panic!("{expression}: {value}"))
    }

    fn assert_no_problems(&self) {
        assert_eq!(self.chromium.problems, Vec::<String>::new());
    }
}
