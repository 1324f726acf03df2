//! `jiedui template`, and cases that are one workbook, with the built binary.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod command;

use command::{code, err, mini, run};
use std::fs;

#[test]
fn template_is_written_once_and_never_over_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let first = run(folder.path(), &["template"]);
    assert_eq!(code(&first), 0, "{}", err(&first));
    assert!(first.stdout.is_empty());
    let file = folder.path().join("结对案例.xlsx");
    let bytes = fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"PK"));
    let again = run(folder.path(), &["template"]);
    assert_eq!(code(&again), 1);
    assert!(
        err(&again).contains("结对案例.xlsx 已经存在"),
        "{}",
        err(&again)
    );
    assert_eq!(fs::read(&file).unwrap(), bytes);
    // English has a name of its own; nothing else is left in the folder.
    assert_eq!(code(&run(folder.path(), &["template", "--lang", "en"])), 0);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    // An empty workbook is told cell by cell.
    let check = run(folder.path(), &["check", "结对案例.xlsx"]);
    assert_eq!(code(&check), 1);
    let shown = String::from_utf8(check.stdout).unwrap();
    assert!(shown.contains("结对案例.xlsx [受扶地]"), "{shown}");
}

#[test]
fn template_refuses_what_it_cannot_read_or_write() {
    let folder = tempfile::tempdir().unwrap();
    let gone = run(folder.path(), &["template", "--from", "nowhere"]);
    assert_eq!(code(&gone), 1);
    assert!(err(&gone).contains("E0001"), "{}", err(&gone));
    let closed = run(
        folder.path(),
        &["template", "--xlsx", "no/such/folder/a.xlsx"],
    );
    assert_eq!(code(&closed), 1);
    assert!(err(&closed).contains("E0902"), "{}", err(&closed));
    fs::write(folder.path().join("a.xlsx"), "代码,名称\n1,甲\n").unwrap();
    let renamed = run(folder.path(), &["assign", "a.xlsx"]);
    assert_eq!(code(&renamed), 1);
    assert!(err(&renamed).contains("E0011"), "{}", err(&renamed));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn workbook_gives_the_plan_of_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let case = mini("two-by-two");
    let policy = case.join("policy.toml");
    let (case, policy) = (case.to_str().unwrap(), policy.to_str().unwrap());
    let made = run(
        folder.path(),
        &["template", "--xlsx", "a.xlsx", "--from", case],
    );
    assert_eq!(code(&made), 0, "{}", err(&made));
    // A workbook has no policy: which one it goes with is said.
    let told: String = err(&made).split_whitespace().collect();
    let expected = format!("--policy{policy}");
    assert!(told.contains(&expected), "{told}");
    for (source, out) in [(case, "from-folder"), ("a.xlsx", "from-workbook")] {
        let done = run(
            folder.path(),
            &["assign", source, "--policy", policy, "--out", out],
        );
        assert_eq!(code(&done), 0, "{}", err(&done));
    }
    for name in [
        "plan.csv",
        "pairs.csv",
        "input/places.csv",
        "input/case.toml",
    ] {
        let read = |run: &str| fs::read(folder.path().join(run).join(name)).unwrap();
        assert!(read("from-folder") == read("from-workbook"), "{name}");
    }
    let verified = run(folder.path(), &["verify", "from-workbook"]);
    assert_eq!(code(&verified), 0, "{}", err(&verified));
}

#[test]
fn the_year_after_a_run_begins_with_its_pairs_and_without_its_decisions() {
    let folder = tempfile::tempdir().unwrap();
    let case = mini("tenure");
    let policy = case.join("policy.toml");
    let (case, policy) = (case.to_str().unwrap(), policy.to_str().unwrap());
    let decided = folder.path().join("decided.toml");
    let lock = "name = \"decided\"\n[[change]]\naction = \"lock\"\nhelper = \"h3\"\nrecipient = \"r2\"\nreason = \"甲\"\n";
    fs::write(&decided, lock).unwrap();
    let ran = run(
        folder.path(),
        &["assign", case, "--with", "decided.toml", "--out", "last"],
    );
    assert_eq!(code(&ran), 0, "{}", err(&ran));
    let next = run(
        folder.path(),
        &["template", "--next", "last", "--xlsx", "next.xlsx"],
    );
    assert_eq!(code(&next), 0, "{}", err(&next));
    assert!(err(&next).contains("接续出 2026 年度"), "{}", err(&next));
    assert!(
        err(&next).contains("last/input/policy.toml"),
        "{}",
        err(&next)
    );
    let ran = run(
        folder.path(),
        &["assign", "next.xlsx", "--policy", policy, "--out", "next"],
    );
    assert_eq!(code(&ran), 0, "{}", err(&ran));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert!(read("next/input/case.toml").contains("year = 2026"));
    assert!(!folder.path().join("next/input/decisions.csv").exists());
    // The youngest pair is kept since 2024; the others are new in 2025.
    let began = |line: &str| {
        line.split(',')
            .take(3)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let history: Vec<Vec<String>> = read("next/input/history.csv").lines().map(began).collect();
    let pairs: Vec<Vec<String>> = read("last/pairs.csv").lines().skip(1).map(began).collect();
    assert_eq!(history.len(), 1 + pairs.len());
    for (row, pair) in history.iter().skip(1).zip(&pairs) {
        assert_eq!(row[..2], pair[..2]);
    }
    assert!(history.contains(&["h1", "r1", "2024"].map(str::to_owned).to_vec()));
    assert!(history.contains(&["h3", "r2", "2025"].map(str::to_owned).to_vec()));
}

#[test]
fn what_has_no_plan_leads_to_no_next_year() {
    let folder = tempfile::tempdir().unwrap();
    let case = mini("two-by-two");
    let of_a_case = run(
        folder.path(),
        &["template", "--next", case.to_str().unwrap()],
    );
    assert_eq!(code(&of_a_case), 1);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let both = ["template", "--next", "a", "--from", "b"];
    assert_eq!(code(&run(folder.path(), &both)), 2);
}
