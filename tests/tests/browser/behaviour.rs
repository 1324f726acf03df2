//! What people do: sort, filter, switch the language, ask why not, toggle tracks, print.

use crate::cases::{HELPERS, RECIPIENTS, large, small};
use crate::{Opened, open};
use jiedui_messages::Lang;
use serde_json::{Value, json};

/// The texts of a column, by its place, of the table with this identifier.
fn column(opened: &mut Opened, table: &str, place: usize) -> Vec<String> {
    let cells = opened.ask(&format!(
        "[...document.querySelectorAll('#{table} tbody tr')].map((row) => row.children[{place}].textContent)"
    ));
    let cells = cells.as_array().unwrap().iter();
    cells
        .map(|cell| cell.as_str().unwrap().to_owned())
        .collect()
}

/// The figures of a column. One that is not known stands at the end in either order, and has none.
fn numbers(cells: &[String]) -> Vec<f64> {
    let known: Vec<&String> = cells.iter().take_while(|cell| *cell != "–").collect();
    assert!(
        cells[known.len()..].iter().all(|cell| cell == "–"),
        "{cells:?}"
    );
    let plain = known.iter().map(|cell| cell.replace([',', '%'], ""));
    plain.map(|cell| cell.parse().unwrap()).collect()
}

fn is_sorted(numbers: &[f64], falling: bool) -> bool {
    numbers.len() > 10
        && numbers.windows(2).all(|two| {
            if falling {
                two[0] >= two[1]
            } else {
                two[0] <= two[1]
            }
        })
}

#[test]
fn a_head_sorts_by_mouse_and_by_keyboard() {
    let Some(mut opened) = open(&large(), Lang::Zh) else {
        return;
    };
    opened.go("recipients");
    let shuffled = column(&mut opened, "recipients", 6);
    let known: Vec<String> = shuffled.into_iter().filter(|cell| cell != "–").collect();
    let before = numbers(&known);
    assert!(!is_sorted(&before, true) && !is_sorted(&before, false));
    let head = "[...document.querySelectorAll('#recipients thead th')].find((head) => head.textContent.startsWith('满足率'))";
    opened.ask(&format!("{head}.querySelector('button').click()"));
    assert_eq!(
        opened.text(&format!("{head}.getAttribute('aria-sort')")),
        "descending"
    );
    assert!(is_sorted(
        &numbers(&column(&mut opened, "recipients", 6)),
        true
    ));
    opened.ask(&format!("{head}.querySelector('button').focus()"));
    opened.chromium.press("Enter", 13, "\r");
    assert_eq!(
        opened.text(&format!("{head}.getAttribute('aria-sort')")),
        "ascending"
    );
    assert!(is_sorted(
        &numbers(&column(&mut opened, "recipients", 6)),
        false
    ));
    let others =
        opened.number("document.querySelectorAll('#recipients th[aria-sort=none]').length");
    assert_eq!(others, 7);
    opened.assert_no_problems();
}

#[test]
fn a_table_filters_by_words_and_by_choice() {
    let Some(mut opened) = open(&large(), Lang::Zh) else {
        return;
    };
    opened.go("pairs");
    let rows = "document.querySelectorAll('#pairs tbody tr').length";
    assert_eq!(opened.number(rows), 100);
    opened.ask("document.querySelector('#pairs .more').click()");
    assert_eq!(opened.number(rows), HELPERS as i64);
    let search = |words: &str| {
        format!(
            "(() => {{ const box = document.querySelector('#pairs input[type=search]');
                box.value = {}; box.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()",
            json!(words)
        )
    };
    opened.ask(&search("第12号县"));
    let found = (0..HELPERS)
        .filter(|index| index % RECIPIENTS == 12)
        .count();
    assert_eq!(opened.number(rows), found as i64);
    assert!(
        column(&mut opened, "pairs", 1)
            .iter()
            .all(|name| name == "第12号县")
    );
    let status = opened.text("document.querySelector('#pairs [role=status]').textContent");
    assert_eq!(status, format!("显示 {found} 行，共 {HELPERS} 行"));
    opened.ask(&search("没有这样的名字"));
    assert_eq!(opened.number(rows), 0);
    opened.ask(&search(""));
    let track = opened.text(
        "(() => { const choice = document.querySelector('#pairs select');
            choice.selectedIndex = 2; choice.dispatchEvent(new Event('change', { bubbles: true }));
            return choice.options[2].text; })()",
    );
    let tracks = column(&mut opened, "pairs", 2);
    assert!(!tracks.is_empty() && tracks.len() < HELPERS);
    assert!(tracks.iter().all(|name| *name == track), "{tracks:?}");
    opened.assert_no_problems();
}

#[test]
fn the_language_switches_everywhere_and_keeps_the_sorting() {
    let Some(mut opened) = open(&large(), Lang::Zh) else {
        return;
    };
    assert_eq!(opened.text("document.documentElement.lang"), "zh-CN");
    assert!(opened.text("document.title").contains("报告"));
    opened.go("recipients");
    opened.ask("document.querySelectorAll('#recipients thead button')[6].click()");
    let before = column(&mut opened, "recipients", 0);
    opened.ask("document.querySelector('[data-switch=en]').click()");
    assert_eq!(opened.text("document.documentElement.lang"), "en");
    assert_eq!(
        opened.text("document.querySelector('#view h1').textContent"),
        "Recipients"
    );
    assert_eq!(column(&mut opened, "recipients", 0), before);
    let pressed = "document.querySelector('[data-switch=en]').getAttribute('aria-pressed')";
    assert_eq!(opened.text(pressed), "true");
    // Names stay as they are; nothing of the frame does.
    let frame = opened.text("document.querySelector('header').innerText.replace('中文', '') + document.querySelector('footer').innerText");
    assert!(
        !frame
            .chars()
            .any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character)),
        "{frame}"
    );
    opened.ask("location.hash = '#/'");
    opened
        .chromium
        .wait_for("!document.getElementById('overview').hidden");
    assert!(
        opened
            .text("document.querySelector('#overview').innerText")
            .contains("Priorities and their proof")
    );
    assert!(
        !opened
            .text("document.querySelector('#overview').innerText")
            .contains("目标与证明")
    );
    opened.assert_no_problems();

    let Some(mut english) = open(&small(), Lang::En) else {
        return;
    };
    assert_eq!(english.text("document.documentElement.lang"), "en");
}

#[test]
fn why_not_is_answered_from_two_lists() {
    let Some(mut opened) = open(&small(), Lang::Zh) else {
        return;
    };
    opened.go("why-not");
    assert_eq!(opened.ask("document.getElementById('answer')"), Value::Null);
    let choose = |list: &str, name: &str| {
        format!(
            "(() => {{ const list = document.getElementById('{list}');
                list.focus(); list.value = [...list.options].find((choice) => choice.text === {}).value;
                list.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()",
            json!(name)
        )
    };
    let dossier = small();
    let name = |helper: &str| dossier.helper(helper).unwrap().name.clone();
    let recipient = |code: &str| dossier.recipient(code).unwrap().name.clone();
    opened.ask(&choose("why-helper", &name("h4")));
    opened.ask(&choose("why-recipient", &recipient("100002")));
    opened
        .chromium
        .wait_for("document.getElementById('answer') !== null");
    let answer = opened.text("document.getElementById('answer').innerText");
    assert!(
        answer.contains("按规则不能结对") && answer.contains("超过本渠道上限"),
        "{answer}"
    );
    // Who chose by keyboard goes on from there.
    assert_eq!(opened.text("document.activeElement.id"), "why-recipient");

    opened.ask(&choose("why-recipient", &recipient("100003")));
    opened
        .chromium
        .wait_for("document.getElementById('answer').innerText.includes('没有规则禁止')");
    let answer = opened.text("document.getElementById('answer').innerText");
    assert!(answer.contains("须重新求解才能知道"), "{answer}");

    opened.ask(&choose("why-helper", &name("h5")));
    opened
        .chromium
        .wait_for("document.getElementById('answer').innerText.includes('本方案已经结对')");
    // The pair asked about is drawn where both seats are known.
    opened.go("why-not/h1/100002");
    assert_eq!(
        opened.number("document.querySelectorAll('#answer .pair-line.wanted').length"),
        1
    );
    opened.assert_no_problems();
}

#[test]
fn tracks_of_the_map_switch_on_and_off() {
    let Some(mut opened) = open(&large(), Lang::Zh) else {
        return;
    };
    opened.go("map");
    let lines = "document.querySelectorAll('.map .pair-line').length";
    let first = opened.number(lines);
    assert!(first > 0 && first < HELPERS as i64);
    opened.ask("document.querySelectorAll('.tracks button')[0].click()");
    assert_eq!(opened.number(lines), HELPERS as i64);
    opened.ask("document.querySelectorAll('.tracks input')[0].click()");
    assert_eq!(opened.number(lines), HELPERS as i64 - first);
    assert_eq!(
        opened.number("document.querySelectorAll('.map .pair-line[data-track=\"0\"]').length"),
        0
    );
    opened.ask(
        "(() => { const only = document.getElementById(document.querySelector('.controls label').htmlFor);
            only.value = '3'; only.dispatchEvent(new Event('change')); })()",
    );
    let one = opened.number(lines);
    assert!(one > 0 && one <= (HELPERS / RECIPIENTS) as i64 + 1, "{one}");
    opened.assert_no_problems();
}

#[test]
fn a_link_moves_the_focus_to_the_heading_and_the_skip_link_to_the_content() {
    let Some(mut opened) = open(&large(), Lang::Zh) else {
        return;
    };
    opened.ask("document.querySelector('nav a[href=\"#/recipients\"]').click()");
    opened
        .chromium
        .wait_for("!document.getElementById('view').hidden");
    assert_eq!(opened.text("document.activeElement.tagName"), "H1");
    let here = "document.querySelector('nav a[aria-current=page]').getAttribute('href')";
    assert_eq!(opened.text(here), "#/recipients");
    opened.ask("document.getElementById('skip').click()");
    assert_eq!(opened.text("document.activeElement.id"), "main");
    assert_eq!(opened.text("location.hash"), "#/recipients");
    // The first stop of the keyboard is the skip link, and it is seen.
    opened.go("recipients");
    opened.chromium.press("Tab", 9, "");
    assert_eq!(opened.text("document.activeElement.id"), "skip");
    assert!(opened.number("document.activeElement.getBoundingClientRect().left") >= 0);
}

#[test]
fn printing_shows_every_row_and_no_controls() {
    let Some(mut opened) = open(&large(), Lang::Zh) else {
        return;
    };
    opened.go("pairs");
    opened.ask("window.most = 0; new MutationObserver(() => { window.most = Math.max(window.most, document.querySelectorAll('#pairs tbody tr').length); }).observe(document.getElementById('pairs'), { childList: true, subtree: true })");
    let printed = opened.chromium.send(
        "Page.printToPDF",
        json!({ "preferCSSPageSize": true, "transferMode": "ReturnAsBase64" }),
    );
    let data = printed["data"].as_str().unwrap();
    // `%PDF-` in base64.
    assert!(
        data.starts_with("JVBERi0"),
        "{}",
        &data[..20.min(data.len())]
    );
    opened
        .chromium
        .wait_for(&format!("window.most === {HELPERS}"));
    opened
        .chromium
        .wait_for("document.querySelectorAll('#pairs tbody tr').length === 100");
    opened
        .chromium
        .send("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    for hidden in ["header", ".controls", ".more", "#skip"] {
        let shown = format!("getComputedStyle(document.querySelector('{hidden}')).display");
        assert_eq!(opened.text(&shown), "none", "{hidden}");
    }
    assert_ne!(
        opened.text("getComputedStyle(document.querySelector('#pairs table')).display"),
        "none"
    );
    opened.assert_no_problems();
}
