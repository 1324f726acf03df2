//! What the page says is what the other reports say, and hostile names stay names.

use crate::cases::small;
use crate::open;
use jiedui_messages::{Lang, catalogue};
use jiedui_report::Depth;
use jiedui_report::terminal::explain_pair;

/// Wide enough that nothing is wrapped.
const UNWRAPPED: usize = 100_000;

/// Cells and sentences of a report on the terminal.
fn statements(report: &str) -> Vec<String> {
    report
        .lines()
        .filter(|line| !line.starts_with("==") && !line.starts_with("--"))
        .flat_map(|line| line.trim_start_matches("- ").split("  "))
        .map(squeezed)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Without spaces: they are set differently in a table of the terminal.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_page_says_of_every_pair_what_the_terminal_says() {
    let dossier = small();
    for lang in Lang::ALL {
        let Some(mut opened) = open(&dossier, lang) else {
            return;
        };
        let mut compared = 0;
        for helper in &dossier.helpers {
            for recipient in &dossier.recipients {
                let (helper, recipient) = (&helper.code, &recipient.code);
                let formed = dossier.pair(helper, recipient).is_some();
                let page = if formed { "pairs" } else { "why-not" };
                opened.go(&format!("{page}/{helper}/{recipient}"));
                let shown = squeezed(&opened.text("document.getElementById('view').textContent"));
                let report =
                    explain_pair(&dossier, helper, recipient, Depth::Full, lang, UNWRAPPED);
                // The page has a heading in the place of this line.
                let lead = squeezed(&catalogue(lang).text("exp-facts-lead", &[]));
                let said = statements(&report.unwrap());
                for statement in said.into_iter().filter(|statement| *statement != lead) {
                    assert!(
                        shown.contains(&statement),
                        "{helper}:{recipient} lacks {statement}"
                    );
                    compared += 1;
                }
            }
        }
        assert!(compared > 400, "only {compared} statements");
        opened.assert_no_problems();
    }
}

#[test]
fn numbers_are_rounded_as_the_other_reports_round_them() {
    // Halves that binary fractions hold exactly, and some that they do not.
    let values = [
        0.125,
        0.375,
        2.5,
        1.005,
        1_234_567.885,
        0.0,
        1e9 + 0.625,
        99.995,
    ];
    for some in values.chunks(small().pairs.len()) {
        let mut dossier = small();
        for (pair, value) in dossier.pairs.iter_mut().zip(some) {
            pair.value_wan = *value;
            pair.distance_km = Some(*value);
        }
        let Some(mut opened) = open(&dossier, Lang::Zh) else {
            return;
        };
        for (pair, value) in dossier.pairs.iter().zip(some) {
            let (helper, recipient) = (&pair.helper, &pair.recipient);
            opened.go(&format!("pairs/{helper}/{recipient}"));
            let shown = squeezed(&opened.text("document.querySelector('#view ul').textContent"));
            let report = explain_pair(
                &dossier,
                helper,
                recipient,
                Depth::Full,
                Lang::Zh,
                UNWRAPPED,
            );
            let report = report.unwrap();
            let lines = report.lines().filter_map(|line| line.strip_prefix("- "));
            for line in lines.take(3).map(squeezed) {
                assert!(shown.contains(&line), "{value}: {line} is not in {shown}");
            }
        }
    }
}

const NASTY: &str = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2>\"'{$helper}&lt;b&gt;javascript:window.hacked=3 =HYPERLINK(\"x\") 😀";

#[test]
fn hostile_names_are_shown_and_do_nothing() {
    let mut dossier = small();
    for entry in &mut dossier.recipients {
        entry.name = NASTY.to_owned();
        entry.prefecture = NASTY.to_owned();
    }
    for entry in &mut dossier.helpers {
        entry.name = format!("{NASTY}{}", "长".repeat(10_000));
    }
    for track in &mut dossier.tracks {
        track.title.zh = NASTY.to_owned();
    }
    for sector in &mut dossier.sectors {
        sector.title.zh = NASTY.to_owned();
    }
    dossier.run.policy_title.zh = NASTY.to_owned();
    let Some(mut opened) = open(&dossier, Lang::Zh) else {
        return;
    };
    opened.chromium.resize(375, 780, true);
    for route in [
        "",
        "map",
        "recipients",
        "recipients/100001",
        "helpers/h4",
        "pairs",
        "pairs/h1/100001",
        "why-not/h4/100001",
        "load",
        "excluded",
    ] {
        opened.go(route);
        assert_eq!(opened.text("typeof window.hacked"), "undefined", "{route}");
        assert_eq!(
            opened.number("document.querySelectorAll('main img, main script').length"),
            0
        );
        let width = opened.number("document.documentElement.scrollWidth");
        assert!(width <= 375, "{route} is {width} wide");
    }
    opened.go("recipients/100001");
    let heading = opened.text("document.querySelector('#view h1').textContent");
    assert!(heading.starts_with(NASTY), "{heading}");
    opened.assert_no_problems();
}
