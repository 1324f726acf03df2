//! `jiedui report` as web page, GeoJSON and CSV, on the real binary.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod command;

use command::{assigned, err, run};
use std::fs;

#[test]
fn report_writes_page_map_and_tables() {
    let folder = assigned("two-by-two");
    let words = [
        "report",
        "run",
        "--to",
        "html,geojson,csv",
        "--encoding",
        "gb18030",
        "--out",
        "documents",
    ];
    let output = run(folder.path(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let documents = folder.path().join("documents");
    let page = fs::read_to_string(documents.join("结对方案.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
    assert!(page.contains("</html>"));
    let map = fs::read(documents.join("结对方案.geojson")).unwrap();
    let map: serde_json::Value = serde_json::from_slice(&map).unwrap();
    assert_eq!(map["type"], "FeatureCollection");
    let pairs = fs::read(documents.join("csv/pairs.csv")).unwrap();
    assert!(std::str::from_utf8(&pairs).is_err(), "this is UTF-8");
    // A second time nothing is overwritten.
    assert_eq!(run(folder.path(), &words).status.code(), Some(1));
}

#[test]
fn report_compares_runs_on_the_page_only() {
    let folder = assigned("two-by-two");
    let output = run(
        folder.path(),
        &["report", "run", "run", "--to", "html", "--out", "both"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let page = fs::read_to_string(folder.path().join("both/结对方案.html")).unwrap();
    assert!(page.contains("href=\"#/compare\""));
    let output = run(folder.path(), &["report", "run", "run", "--to", "md"]);
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
}

#[test]
fn report_refuses_boundaries_that_it_cannot_draw_e0907() {
    let folder = assigned("two-by-two");
    let metres = r#"{"type":"LineString","coordinates":[[500000,3400000],[500001,3400001]]}"#;
    let files: [(&str, &[u8]); 4] = [
        ("metres.geojson", metres.as_bytes()),
        (
            "point.geojson",
            br#"{"type":"Point","coordinates":[104,30]}"#,
        ),
        ("no.geojson", b"PK\x03\x04\xff\xfe"),
        ("empty.geojson", b""),
    ];
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let missing = [("missing.geojson", &b""[..])];
    for (name, _) in files.iter().chain(&missing) {
        let words = [
            "report",
            "run",
            "--to",
            "html",
            "--boundaries",
            name,
            "--out",
            "there",
        ];
        let output = run(folder.path(), &words);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", err(&output));
        assert!(err(&output).contains("E0907"), "{name}: {}", err(&output));
        assert!(err(&output).contains(name), "{name}: {}", err(&output));
        assert!(!err(&output).contains("{$"), "{name}: {}", err(&output));
        assert!(!folder.path().join("there").exists());
    }
    let long = folder.path().join("long.geojson");
    fs::File::create(&long)
        .and_then(|file| file.set_len(40 * 1024 * 1024))
        .unwrap();
    let words = [
        "report",
        "run",
        "--to",
        "html",
        "--boundaries",
        "long.geojson",
    ];
    let output = run(folder.path(), &words);
    assert!(err(&output).contains("32"), "{}", err(&output));
}
