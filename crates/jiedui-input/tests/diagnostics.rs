//! Every code of reading and validation has a bad fixture, a snapshot in both languages, and shows.
//!
//! A fixture is a folder `fixtures/case/CODE` whose files replace those of `fixtures/case/base`
//! (`_remove.txt` names files to leave out). What no folder can hold (a file of 65 MB, a link out of
//! the folder) is made in [`made_in_code`].

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read its fixture should stop"
)]

mod base_case;

use base_case::{Files, base, load_files, with_fixture};
use jiedui_diagnostics::{CODES, Diagnostic, render_human};
use jiedui_input::{CaseSource, read_raw};
use jiedui_messages::Lang;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Codes that reading a case cannot give, with the reason.
fn exempt(code: &str) -> Option<&'static str> {
    match &code[1..3] {
        "04" => Some("overlays have fixtures of their own (tests/overlay.rs)"),
        "05" => Some("policies have fixtures of their own (tests/policy.rs)"),
        "06" => Some("candidates are judged on the graph, by the command `check`"),
        "07" => Some("outcomes come from solving"),
        "08" => Some("verification is a defect of ours, never one of the input"),
        "09" => Some("run folders are written and read by the command line"),
        _ => None,
    }
}

fn fixture_codes() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/case");
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "base")
        .collect()
}

/// Fixtures that are not files of a folder.
fn made_in_code(code: &str) -> Option<Vec<Diagnostic>> {
    let memory = |name: &str, content: Vec<u8>| {
        let mut files = base();
        files.retain(|(other, _)| other != name);
        files.push((name.to_owned(), content));
        files
    };
    let read = |files: Files| read_raw(&CaseSource::Memory(files)).1;
    Some(match code {
        "E0001" => read_raw(&CaseSource::Folder(PathBuf::from("no-such-folder"))).1,
        "E0002" => in_folder(|folder| std::fs::create_dir(folder.join("roads.csv")).unwrap()),
        "E0003" => read(memory("roads.csv", vec![b'a'; 65 * 1024 * 1024])),
        #[cfg(unix)]
        "E0006" => in_folder(|folder| {
            let outside = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
            std::os::unix::fs::symlink(outside, folder.join("roads.csv")).unwrap();
        }),
        "E0009" => {
            let long = format!(
                "action,helper,recipient,reason\nlock,p510116,513332,{}\n",
                "长".repeat(10_001)
            );
            read(memory("decisions.csv", long.into_bytes()))
        }
        "E0010" => {
            let many = format!("from\n{}", "a\n".repeat(1_000_001));
            read(memory("roads.csv", many.into_bytes()))
        }
        _ => return None,
    })
}

fn in_folder(spoil: impl FnOnce(&Path)) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in base() {
        std::fs::write(folder.path().join(name), content).unwrap();
    }
    spoil(folder.path());
    read_raw(&CaseSource::Folder(folder.path().to_owned())).1
}

fn diagnostics_of(code: &str) -> Vec<Diagnostic> {
    if let Some(found) = made_in_code(code) {
        return found;
    }
    match load_files(with_fixture(code), &[]) {
        Ok(loaded) => loaded.warnings,
        Err(found) => found,
    }
}

#[test]
fn base_case_has_nothing_to_report() {
    let loaded = load_files(base(), &[]).unwrap();
    assert!(loaded.warnings.is_empty(), "{:?}", loaded.warnings);
    assert_eq!(loaded.case.recipients.len(), 3);
    assert_eq!(loaded.inputs.len(), base().len());
}

#[test]
fn every_code_has_a_fixture() {
    let fixtures = fixture_codes();
    let without: Vec<_> = CODES
        .iter()
        .filter(|code| exempt(code).is_none())
        .filter(|code| !fixtures.contains(**code) && made_in_code(code).is_none())
        .collect();
    assert!(without.is_empty(), "no fixture for {without:?}");
    for fixture in &fixtures {
        assert!(CODES.contains(&fixture.as_str()), "{fixture} is no code");
    }
}

#[test]
fn every_fixture_gives_its_code_and_reads_well() {
    let mut silent = Vec::new();
    for code in CODES.iter().filter(|code| exempt(code).is_none()) {
        let found = diagnostics_of(code);
        let codes: Vec<_> = found.iter().map(|problem| problem.code).collect();
        if !codes.contains(code) {
            silent.push((code, codes));
            continue;
        }
        let shown = format!(
            "{}\n────────\n\n{}",
            render_human(&found, Lang::Zh, false, 100).trim_end(),
            render_human(&found, Lang::En, false, 100).trim_end()
        );
        assert!(
            !shown.contains('⟨') && !shown.contains("{$"),
            "{code}: {shown}"
        );
        insta::assert_snapshot!(*code, shown);
    }
    assert!(silent.is_empty(), "codes that did not come: {silent:?}");
}
