//! No plan where helpers must give more than can be taken: whose needs fall short, and by how little a way out may change
//! a figure.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod command;

use command::{code, copy, err, out, run, without_plan};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The page of a run without a plan, without any space: lines are broken where there is one, and between characters.
fn page(folder: &Path, lang: &str) -> String {
    let output = run(folder, &["explain", "run", "--lang", lang]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    squeezed(&out(&output))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The case worked by hand with other tables, run.
fn changed(changes: &[(&str, &str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    let case = copy("effort-beyond-needs", folder.path());
    for (file, from, to) in changes {
        let text = fs::read_to_string(case.join(file)).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        fs::write(case.join(file), text.replace(from, to)).unwrap();
    }
    let output = run(folder.path(), &["assign", "case", "--out", "run"]);
    assert_eq!(code(&output), 3, "{}", err(&output));
    folder
}

fn report(folder: &TempDir) -> serde_json::Value {
    let json = fs::read(folder.path().join("run/conflict.json")).unwrap();
    serde_json::from_slice(&json).unwrap()
}

/// The figures to which single elements are changed, by the kind of the element.
fn ways_out(report: &serde_json::Value) -> Vec<(String, f64)> {
    let repairs = report["repairs"].as_array().unwrap().iter();
    let single = repairs.filter(|repair| repair["changes"].as_array().unwrap().len() == 1);
    let mut ways: Vec<(String, f64)> = single
        .filter_map(|repair| {
            let change = &repair["changes"][0];
            let place = usize::try_from(change["element"].as_u64()?).ok()?;
            let kind = report["elements"][place]["kind"].as_str()?.to_owned();
            Some((kind, change["to"].as_f64()?))
        })
        .collect();
    ways.sort_by(|a, b| a.0.cmp(&b.0));
    ways
}

#[test]
fn needs_that_fall_short_are_named_with_what_they_add_up_to() {
    let folder = without_plan("effort-beyond-needs");
    let zh = page(folder.path(), "zh");
    let told = "帮扶方1若结对，至少须投入 80.00 万元；能由其帮扶的 2 个受扶地（受助县1、\
                受助县2）在其供给的领域（产业发展）里，需求合计只有 70.50 万元";
    // Among the causes, and under the set.
    assert_eq!(zh.matches(&squeezed(told)).count(), 2, "{zh}");
    let en = page(folder.path(), "en");
    let told = "帮扶方1 must give at least 80.00 万元. All 2 counties within reach (受助县1, 受助县2), \
                in the sectors supplied (industry), need only 70.50 万元";
    assert_eq!(en.matches(&squeezed(told)).count(), 2, "{en}");
    let markdown = fs::read_to_string(folder.path().join("run/conflict.md")).unwrap();
    assert!(markdown.contains("需求合计只有 70.50 万元"), "{markdown}");
}

#[test]
fn ways_out_change_figures_by_as_little_as_will_do() {
    let report = report(&without_plan("effort-beyond-needs"));
    let expected = [
        ("budget", 88.12),
        ("effort_floor", 0.705),
        ("track_recipient_min", 0.0),
    ];
    let expected = expected.map(|(kind, to)| (kind.to_owned(), to));
    assert_eq!(ways_out(&report), expected);
}

#[test]
fn a_budget_is_raised_no_further_than_a_share_of_it_can_be_given() {
    // Two pairs of at least 50 take a budget of 100; of more than 125 the supply of 100 is less than 80 %.
    let folder = changed(&[
        (
            "policy.toml",
            "minimum_support     = 0",
            "minimum_support     = 50",
        ),
        ("helpers.csv", "place,100", "place,80"),
        ("needs.csv", "30.5", "500"),
        ("needs.csv", "r2,industry,40", "r2,industry,500"),
    ]);
    let report = report(&folder);
    let budget = ways_out(&report)
        .into_iter()
        .find(|(kind, _)| kind == "budget");
    assert_eq!(budget, Some(("budget".to_owned(), 100.0)), "{report}");
}

#[test]
fn no_needs_no_supply_and_too_few_pairs_are_told_apart() {
    let other = (
        "needs.csv",
        "r1,industry,30.5\nr2,industry,40\nr2,health,500\n",
        "",
    );
    let no_needs = page(changed(&[other]).path(), "zh");
    assert!(
        no_needs.contains(&squeezed(
            "（受助县1、受助县2）在其供给的领域（产业发展）里，没有填报任何需求"
        )),
        "{no_needs}"
    );
    let plenty = [
        ("needs.csv", "30.5", "500"),
        ("needs.csv", "r2,industry,40", "r2,industry,500"),
    ];
    let little = [plenty.as_slice(), &[("supply.csv", "100", "60")]].concat();
    let little = page(changed(&little).path(), "zh");
    assert!(
        little.contains(&squeezed("而其填报的供给（产业发展）合计只有 60.00 万元")),
        "{little}"
    );
    assert!(!little.contains(&squeezed("需求合计只有")), "{little}");
    // Both needs together would do, but each pair alone does not, and there may be only one.
    let one_pair = changed(&[
        ("needs.csv", "30.5", "50"),
        (
            "policy.toml",
            "pairs_per_helper    = { min = 0, max = 2 }",
            "pairs_per_helper    = { min = 1, max = 1 }",
        ),
        (
            "policy.toml",
            "pairs_per_recipient = { min = 1, max = 1 }",
            "pairs_per_recipient = { min = 0, max = 1 }",
        ),
    ]);
    let one_pair = page(one_pair.path(), "zh");
    assert!(
        one_pair.contains(&squeezed("以及可结对数核算，至多能投入 50.00 万元")),
        "{one_pair}"
    );
    assert!(
        one_pair.contains(&squeezed(
            "这 1 家帮扶方（帮扶方1）一个可选的受扶地也没有；要求 1 对"
        )),
        "{one_pair}"
    );
}

#[test]
fn helpers_that_only_together_cannot_give_enough_are_told_together() {
    // Each of two must give 40, and there are needs of 70.5.
    let folder = changed(&[
        (
            "helpers.csv",
            "h1,帮扶方1,place,100\n",
            "h1,帮扶方1,place,50\nh2,帮扶方2,place,50\n",
        ),
        (
            "supply.csv",
            "h1,industry,100\n",
            "h1,industry,100\nh2,industry,100\n",
        ),
        (
            "policy.toml",
            "pairs_per_helper    = { min = 0, max = 2 }",
            "pairs_per_helper    = { min = 1, max = 2 }",
        ),
        (
            "policy.toml",
            "pairs_per_recipient = { min = 1, max = 1 }",
            "pairs_per_recipient = { min = 0, max = 2 }",
        ),
    ]);
    let zh = page(folder.path(), "zh");
    assert!(
        zh.contains(&squeezed(
            "帮扶方1、帮扶方2若都结对，合计至少须投入 80.00 万元"
        )),
        "{zh}"
    );
    assert!(zh.contains(&squeezed("需求合计只有 70.50 万元")), "{zh}");
}
