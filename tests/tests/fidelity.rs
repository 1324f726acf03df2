//! Every figure that the full pages of the shipped case print, in both languages, is recomputed from the
//! tables; and the check notices when one of them is altered.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "fidelity/facts.rs"]
mod facts;
#[path = "fidelity/figures.rs"]
mod figures;
#[path = "fidelity/pages.rs"]
mod pages;

use facts::{Facts, Pair};
use figures::{altered, figures};
use jiedui_domain::{Case, Id};
use jiedui_engine::Dossier;
use jiedui_input::overlay::Overlay;
use jiedui_input::{BaseInput, CaseSource, NamedText};
use jiedui_messages::Lang;
use jiedui_report::{Depth, terminal};
use jiedui_tests::repository_root;
use jiedui_tests::runs::{options_of, solved};
use pages::{Page, Table};
use std::collections::BTreeSet;

/// Wide enough that no line is wrapped.
const WIDTH: usize = 4_000;
/// So little work that the plan is poor; its figures must be true all the same.
const EFFORT: f64 = 0.005;

fn shipped_case() -> Case {
    let policy = "config/sichuan.toml";
    let text = std::fs::read_to_string(repository_root().join(policy)).unwrap();
    let base = BaseInput::read(
        &CaseSource::Folder(repository_root().join("seeds/sichuan-2025")),
        NamedText {
            name: policy,
            text: &text,
        },
        &[],
    );
    let (mut case, _) = base.case(&Overlay::default(), &[]).unwrap();
    case.policy.solver.effort = EFFORT;
    case
}

fn candidates(case: &Case, dossier: &Dossier) -> BTreeSet<Pair> {
    let formed = dossier
        .pairs
        .iter()
        .map(|pair| (&pair.helper, &pair.recipient));
    let others = dossier
        .candidates
        .iter()
        .map(|row| (&row.helper, &row.recipient));
    formed
        .chain(others)
        .map(|(helper, recipient)| {
            let helper = case.helper_by_code(helper).unwrap();
            (helper, case.recipient_by_code(recipient).unwrap())
        })
        .collect()
}

#[test]
fn every_figure_of_the_full_pages_is_true_and_an_altered_one_is_noticed() {
    let case = shipped_case();
    let names = case.helpers.values().map(|row| &row.name);
    let names = names.chain(case.places.values().map(|row| &row.name));
    for name in names {
        assert!(figures(name).is_empty(), "{name} would pass for a figure");
    }
    let run = solved(&case, &options_of(&case));
    let dossier = &run.dossier;
    let facts = Facts::new(&case, run.plan.get(), candidates(&case, dossier));
    assert_eq!(facts.help.len(), dossier.pairs.len());
    for lang in Lang::ALL {
        let mut counted = 0;
        let mut missed = Vec::new();
        for recipient in case.recipients.ids() {
            let code = case.recipient_code(recipient);
            let depth = Depth::Full;
            let text = terminal::explain_recipient(dossier, code, depth, lang, WIDTH).unwrap();
            let mut page = Page {
                facts: &facts,
                lang,
                recipient,
                pair: None,
                table: Table::None,
            };
            let mut pairs = BTreeSet::new();
            for (number, line) in text.lines().enumerate() {
                page.note(line);
                pairs.extend(page.pair);
                let checked = page.check(line);
                let found =
                    checked.unwrap_or_else(|error| panic!("{code}, line {number}: {error}"));
                counted += found;
                if let Some(other) = altered(line, number)
                    && page.check(&other).is_ok()
                {
                    missed.push(other);
                }
            }
            let formed = facts.help.keys().filter(|pair| pair.1 == recipient);
            assert_eq!(pairs, formed.copied().collect(), "every pair has its page");
        }
        pairs_in_a_line_fit_a_screen_and_are_true(dossier, &facts, lang);
        assert!(
            missed.is_empty(),
            "{} altered lines pass: {missed:#?}",
            missed.len()
        );
        assert!(counted > 40_000, "only {counted} figures found");
    }
}

/// A screen of a terminal.
const SCREEN: (usize, usize) = (80, 24);

fn pairs_in_a_line_fit_a_screen_and_are_true(dossier: &Dossier, facts: &Facts<'_>, lang: Lang) {
    for pair in facts.help.keys().copied() {
        let helper = facts.case.helpers[pair.0].code.as_str();
        let recipient = facts.case.recipient_code(pair.1);
        let told = |width| {
            let depth = Depth::Line;
            terminal::explain_pair(dossier, helper, recipient, depth, lang, width).unwrap()
        };
        let (width, height) = SCREEN;
        assert!(told(width).lines().count() <= height, "{}", told(width));
        let page = Page {
            facts,
            lang,
            recipient: pair.1,
            pair: Some(pair),
            table: Table::None,
        };
        let line = told(WIDTH);
        let checked = page.pair_line(line.trim_end());
        assert!(checked.is_ok(), "{checked:?}");
        let other = altered(line.trim_end(), pair.0.index()).unwrap();
        assert!(page.pair_line(&other).is_err(), "{other}");
    }
}
