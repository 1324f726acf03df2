//! What people read of two runs compared.

use super::{next, small, widest};
use crate::comparison::{Compared, markdown, terminal};
use jiedui_explain::Dossier;
use jiedui_explain::comparison::compare;
use jiedui_messages::Lang;

fn texts(before: &Dossier, after: &Dossier, lang: Lang) -> (String, String) {
    let comparison = compare(before, after);
    let compared = Compared {
        comparison: &comparison,
        before,
        after,
        labels: ("runs/2025", "runs/2026"),
    };
    (terminal(compared, lang, 80), markdown(compared, lang))
}

#[test]
fn comparison_reads() {
    for lang in Lang::ALL {
        let (shown, written) = texts(&small(), &next(), lang);
        assert!(widest(&shown) <= 80, "{shown}");
        insta::assert_snapshot!(format!("comparison_terminal_{}", lang.code()), shown);
        insta::assert_snapshot!(format!("comparison_markdown_{}", lang.code()), written);
    }
}

#[test]
fn a_run_compared_with_itself_says_so() {
    for lang in Lang::ALL {
        let (shown, _) = texts(&small(), &small(), lang);
        insta::assert_snapshot!(format!("comparison_same_{}", lang.code()), shown);
    }
}

#[test]
fn every_sentence_of_an_input_is_in_the_catalogue() {
    for kind in ["recipient", "helper", "lock", "forbid", "previous"] {
        for how in ["new", "gone", "changed"] {
            let key = format!("cmp-input-{kind}-{how}");
            for lang in Lang::ALL {
                assert!(jiedui_messages::catalogue(lang).has(&key), "{key}");
            }
        }
    }
}

#[test]
fn names_that_people_typed_are_harmless() {
    let mut dossier = next();
    for helper in &mut dossier.helpers {
        helper.name = "东\u{1b}[31m|<b>区".to_owned();
    }
    for lang in Lang::ALL {
        let (shown, written) = texts(&small(), &dossier, lang);
        assert!(!shown.contains('\u{1b}'));
        assert!(!written.contains("<b>"));
    }
}
