//! What is said about a pair fits one screen: 40 lines of 80 columns, for every pair and every candidate of
//! a generated case, in both languages.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_engine::{Dossier, price_pairs};
use jiedui_messages::Lang;
use jiedui_report::{Depth, terminal};
use jiedui_tests::generated_case;
use jiedui_tests::runs::{options_of, solved};

const LINES: usize = 40;
const COLUMNS: usize = 80;

fn generated() -> Dossier {
    let case = generated_case(3, 24, 4);
    let mut options = options_of(&case);
    options.solver.effort = 0.01;
    let mut run = solved(&case, &options);
    price_pairs(&case, &mut run, 1).unwrap();
    run.dossier
}

fn fits(dossier: &Dossier, helper: &str, recipient: &str) {
    for lang in Lang::ALL {
        let depth = Depth::Page;
        let text = terminal::explain_pair(dossier, helper, recipient, depth, lang, COLUMNS);
        let text = text.unwrap();
        assert!(text.lines().count() <= LINES, "{text}");
    }
}

#[test]
fn every_pair_and_every_candidate_fits_a_screen() {
    let dossier = generated();
    assert!(dossier.pairs.len() >= 10, "{}", dossier.pairs.len());
    assert!(dossier.regrets.is_some());
    for pair in &dossier.pairs {
        fits(&dossier, &pair.helper, &pair.recipient);
    }
    for row in &dossier.candidates {
        fits(&dossier, &row.helper, &row.recipient);
    }
    for row in &dossier.excluded {
        fits(&dossier, &row.helper, &row.recipient);
    }
}
