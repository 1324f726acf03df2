//! Every page opens: no error, no request, no page that is wider than a telephone, every control named.

use crate::cases::{large, small};
use crate::{open, open_page};
use jiedui_domain::Measure;
use jiedui_explain::Dossier;
use jiedui_messages::Lang;
use jiedui_report::html::{Boundaries, Compared, HtmlOptions, report};

/// One of each kind of page of the large dossier.
const ROUTES: [&str; 13] = [
    "",
    "map",
    "recipients",
    "recipients/r004",
    "helpers",
    "helpers/h007",
    "pairs",
    "pairs/h007/r007",
    "why-not",
    "why-not/h007/r001",
    "load",
    "excluded",
    "decisions",
];

#[test]
fn every_page_opens_without_errors_and_without_network() {
    let Some(mut opened) = open(&large(), Lang::Zh) else {
        return;
    };
    for route in ROUTES {
        opened.go(route);
        let visible = "[...document.querySelectorAll('h1')].filter((h) => h.offsetParent !== null)";
        assert_eq!(opened.number(&format!("{visible}.length")), 1, "{route}");
        let body = opened.text("document.getElementById('main').innerText");
        for broken in ["undefined", "[object", "NaN", "⟨", "{$"] {
            assert!(!body.contains(broken), "{route} shows {broken}: {body}");
        }
    }
    opened.assert_no_problems();
    let own = opened.address.clone();
    let others: Vec<_> = opened
        .chromium
        .requests
        .iter()
        .filter(|url| !url.starts_with(&own) && *url != "about:blank")
        .collect();
    assert!(others.is_empty(), "{others:?}");
    assert!(!opened.chromium.requests.is_empty());
}

#[test]
fn no_page_is_wider_than_a_telephone() {
    let Some(mut opened) = open(&large(), Lang::Zh) else {
        return;
    };
    opened.chromium.resize(375, 780, true);
    for route in ROUTES {
        for language in ["zh", "en"] {
            opened.go(route);
            opened.ask(&format!(
                "document.querySelector('[data-switch={language}]').click()"
            ));
            let width = opened.number("document.documentElement.scrollWidth");
            assert!(width <= 375, "{route} in {language} is {width} wide");
        }
    }
    opened.assert_no_problems();
}

#[test]
fn every_control_and_drawing_has_a_name() {
    let Some(mut opened) = open(&large(), Lang::Zh) else {
        return;
    };
    for route in ROUTES {
        opened.go(route);
        let nameless = opened.ask(
            "[...document.querySelectorAll('input, select')].filter((e) => !e.labels || e.labels.length === 0)
                .concat([...document.querySelectorAll('button, main a')].filter((e) => !(e.textContent.trim() || e.getAttribute('aria-label'))))
                .concat([...document.querySelectorAll('svg')].filter((e) => e.getAttribute('aria-hidden') !== 'true'
                    && !(e.getAttribute('aria-labelledby') || '').split(' ').every((id) => document.getElementById(id))))
                .map((e) => e.outerHTML.slice(0, 200))",
        );
        assert_eq!(nameless, serde_json::json!([]), "{route}");
        let landmarks = "['header', 'nav[aria-label]', 'main', 'footer'].every((name) => document.querySelector(name))";
        assert_eq!(opened.ask(landmarks), true);
    }
}

#[test]
fn an_address_that_names_nothing_is_said_to() {
    let Some(mut opened) = open(&small(), Lang::Zh) else {
        return;
    };
    for route in [
        "nowhere",
        "recipients/999",
        "pairs/h1/999",
        "compare",
        "%E0%A4",
        "__proto__",
    ] {
        opened.go(route);
        assert_eq!(
            opened.text("document.querySelector('#view h1').textContent"),
            "没有这一页",
            "{route}"
        );
    }
    opened.assert_no_problems();
}

#[test]
fn boundaries_and_what_ifs_are_shown_where_they_are_given() {
    let mut base = small();
    let mut other = small();
    let gone = other.pairs.remove(0);
    // Two shares that read alike, 0.0098 points apart, and 10.4 km and 11.6 km, which read 10 and 12.
    let set = |dossier: &mut Dossier, measure: Measure, value: f64| {
        let mut entries = dossier.measures.iter_mut();
        let entry = entries.find(|entry| entry.measure == measure).unwrap();
        entry.value.as_mut().unwrap().value = value;
    };
    set(&mut base, Measure::CoverageFloor, 0.799_951);
    set(&mut other, Measure::CoverageFloor, 0.800_049);
    set(&mut base, Measure::Distance, 10.4);
    set(&mut other, Measure::Distance, 11.6);
    let boundaries = Boundaries::parse(
        r#"{"type":"Polygon","coordinates":[[[97,26],[108,26],[108,34],[97,34],[97,26]]]}"#,
    )
    .unwrap();
    let compared = [Compared {
        label: "runs/what-if",
        dossier: &other,
    }];
    let options = HtmlOptions {
        boundaries: Some(&boundaries),
        compared: &compared,
        ..HtmlOptions::default()
    };
    let Some(mut opened) = open_page(&report(&base, &options).unwrap()) else {
        return;
    };
    opened.go("map");
    assert_eq!(
        opened.number("document.querySelectorAll('.map .boundaries').length"),
        1
    );
    opened.go("compare");
    let name = &base.helper(&gone.helper).unwrap().name;
    let removed = opened.text("document.querySelector('#compare-removed-0').innerText");
    assert!(removed.contains(name.as_str()), "{removed}");
    assert_eq!(
        opened.ask("document.querySelector('#compare-added-0')"),
        serde_json::Value::Null
    );
    assert!(
        opened
            .text("document.querySelector('#view').innerText")
            .contains("runs/what-if")
    );
    let measures = opened.text("document.querySelector('#compare-measures-0').innerText");
    for told in [
        "80.00%",
        "+0.0098 个百分点",
        "10 公里",
        "12 公里",
        "+2 公里",
    ] {
        assert!(measures.contains(told), "{told}: {measures}");
    }
    opened.assert_no_problems();

    let Some(mut plain) = open(&base, Lang::Zh) else {
        return;
    };
    plain.go("map");
    assert_eq!(
        plain.number("document.querySelectorAll('.map .boundaries').length"),
        0
    );
    assert_eq!(
        plain.number("document.querySelectorAll('nav a[href=\"#/compare\"]').length"),
        0
    );
}
