//! Names that try to act in the page.

use super::{embedded, page};
use crate::tests::small;
use jiedui_explain::Dossier;

const NASTY: &str = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>\u{202e}\u{2028}\"'`{{7777*7777}}${1}{$name}=HYPERLINK(\"http://x\")😀\r\nzwei";

fn hostile() -> Dossier {
    let mut dossier = small();
    for entry in &mut dossier.recipients {
        entry.name = NASTY.to_owned();
        entry.prefecture = NASTY.to_owned();
    }
    for entry in &mut dossier.helpers {
        entry.name = NASTY.repeat(100);
        entry.place_name = Some(NASTY.to_owned());
    }
    for track in &mut dossier.tracks {
        track.title.zh = NASTY.to_owned();
        track.title.en = NASTY.to_owned();
        track.clause = Some(NASTY.to_owned());
    }
    for pair in &mut dossier.pairs {
        pair.clauses = vec![NASTY.to_owned()];
        if let Some(decision) = &mut pair.locked {
            decision.reason = NASTY.to_owned();
        }
        for fact in &mut pair.facts {
            fact.file = NASTY.to_owned();
            fact.source = Some(NASTY.to_owned());
        }
    }
    dossier.run.case_title = NASTY.to_owned();
    dossier.run.policy_title.zh = NASTY.to_owned();
    dossier.run.policy_title.en = NASTY.to_owned();
    dossier.run.sources = vec![NASTY.to_owned()];
    dossier
}

#[test]
fn hostile_names_become_no_markup() {
    let page = page(&hostile());
    let plain = super::page(&small());
    // No element more than in the page of a harmless dossier, wherever a name stands.
    for opening in [
        "<script", "</script", "<img", "<!--", "<svg", "<iframe", "<a ",
    ] {
        let count = |text: &str| text.matches(opening).count();
        assert_eq!(count(&page), count(&plain), "{opening}");
    }
    assert!(!page.contains('\u{202e}'), "a direction mark");
    assert!(
        !page.contains('\u{2028}'),
        "a line break that JSON lets through"
    );
    // Templates do not evaluate what stands in names.
    assert!(!page.contains("60481729"), "a name was evaluated");
}

#[test]
fn hostile_names_are_data_as_they_were_typed() {
    let data = embedded(&page(&hostile()), "data");
    let name = data["recipients"][0]["name"].as_str().unwrap();
    assert!(
        name.starts_with("</script><script>alert(1)</script>"),
        "{name}"
    );
    assert!(name.ends_with("😀 zwei"), "{name}");
}
