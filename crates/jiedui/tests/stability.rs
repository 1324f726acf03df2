//! How often pairs stay when figures vary, told with the explanations of the base.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod command;

use command::{mini, told};
use std::fs;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

const SET: &str = r#"
[[random]]
name  = "能力"
count = 60
seed  = 7
[[random.vary]]
table  = "supply"
column = "amount"
by     = 0.6
"#;

/// A run of the case worked by hand, and a what-if of it.
fn prepared() -> TempDir {
    let folder = TempDir::new().unwrap();
    let case = mini("two-by-two");
    let case = case.to_str().unwrap();
    fs::write(folder.path().join("set.toml"), SET).unwrap();
    assert_eq!(
        told(folder.path(), &["-q", "assign", case, "--out", "base"]).0,
        0
    );
    let words = ["-q", "whatif", "set.toml", "--base", "base", "--out", "all"];
    assert_eq!(told(folder.path(), &words).0, 0);
    folder
}

#[test]
fn explanations_say_how_often_a_pair_stays_and_one_comes_in() {
    let folder = prepared();
    let table = fs::read_to_string(folder.path().join("all/table.json")).unwrap();
    let table: serde_json::Value = serde_json::from_str(&table).unwrap();
    let account = &table["stability"][0];
    let kept = account["pairs"][0]["kept"].as_u64().unwrap();
    // The swap moves both pairs at once, so all four figures are of the same runs.
    assert_eq!(account["pairs"][1]["kept"].as_u64(), Some(kept));
    assert_eq!(account["newcomers"][0]["formed"].as_u64(), Some(60 - kept));
    assert!(kept > 30 && kept < 60, "{kept}");
    let explained = |words: &[&str]| {
        let all = [&["explain", "base", "--stability", "all"], words].concat();
        let (code, text, error) = told(folder.path(), &all);
        assert_eq!(code, 0, "{error}");
        assert!(text.lines().all(|line| line.width() <= 80), "{text}");
        assert!(!text.contains('⟨'), "{text}");
        text.replace(['\n', ' ', '　'], "")
    };
    let stays = format!("60次试算中有{kept}次保留这一对");
    let comes = format!("60次试算中有{}次选了这一对", 60 - kept);
    let pair = explained(&["--pair", "h1:r1"]);
    assert!(
        pair.contains(&stays) && pair.contains("95%置信区间"),
        "{pair}"
    );
    let full = explained(&["--pair", "h1:r1", "--depth", "full"]);
    // The names of the row, not its codes.
    assert!(
        full.contains("关联最强的数据") && full.contains("帮扶方1"),
        "{full}"
    );
    let line = explained(&["--pair", "h1:r1", "--depth", "line"]);
    assert!(line.contains("数据随机变动时保留"), "{line}");
    assert!(explained(&["--recipient", "r1"]).contains("数据随机变动时保留"));
    assert!(explained(&["--helper", "h2"]).contains("数据随机变动时保留"));
    let other = explained(&["--why-not", "h1:r2"]);
    assert!(other.contains(&comes), "{other}");
    let english = explained(&["--pair", "h1:r1", "--lang", "en"]);
    assert!(
        english.contains(&format!("thispairstaysin{kept}of60runs")),
        "{english}"
    );
    // Nobody who does not ask is told.
    let plain = told(folder.path(), &["explain", "base", "--pair", "h1:r1"]).1;
    assert!(!plain.contains("稳定性"));
}

#[test]
fn a_shard_tells_as_much_as_it_knows() {
    let folder = prepared();
    let words = [
        "-q", "whatif", "set.toml", "--base", "base", "--shard", "1/3", "--out", "part",
    ];
    assert_eq!(told(folder.path(), &words).0, 0);
    let words = ["explain", "base", "--pair", "h1:r1", "--stability", "part"];
    let (code, text, _) = told(folder.path(), &words);
    assert_eq!(code, 0);
    assert!(text.contains("20 次试算"), "{text}");
}

#[test]
fn e0442_what_says_nothing_about_this_run_is_refused() {
    let folder = prepared();
    let refused = |run_folder: &str, whatif: &str, reason: &str| {
        let words = [
            "explain",
            run_folder,
            "--pair",
            "h1:r1",
            "--stability",
            whatif,
        ];
        let (code, _, error) = told(folder.path(), &words);
        assert_eq!(code, 1, "{error}");
        let flat = error.replace(['\n', ' '], "");
        assert!(flat.contains("E0442") && flat.contains(reason), "{error}");
    };
    refused("base", "nowhere", "不是试算的结果文件夹");
    refused("base", "base", "不是试算的结果文件夹");
    // The same plan from other data is another run.
    let other = folder.path().join("other.toml");
    let change = "[[change]]\naction = \"scale\"\ntable = \"supply\"\nwhere = { helper = \"h1\" }\ncolumn = \"amount\"\nfactor = 1.01\n";
    fs::write(other, change).unwrap();
    let case = mini("two-by-two");
    let case = case.to_str().unwrap();
    let words = [
        "-q",
        "assign",
        case,
        "--with",
        "other.toml",
        "--out",
        "second",
    ];
    assert_eq!(told(folder.path(), &words).0, 0);
    refused("second", "all", "它的基准是另一次运行");
    let single = "[[scenario]]\nname = \"a\"\n[[scenario.change]]\naction = \"forbid\"\nhelper = \"h1\"\nrecipient = \"r1\"\nreason = \"x\"\n";
    fs::write(folder.path().join("single.toml"), single).unwrap();
    let words = [
        "-q",
        "whatif",
        "single.toml",
        "--base",
        "base",
        "--out",
        "one",
    ];
    assert_eq!(told(folder.path(), &words).0, 0);
    refused("base", "one", "没有随机组");
    fs::remove_file(folder.path().join("all/table.json")).unwrap();
    refused("base", "all", "还没有算完");
}
