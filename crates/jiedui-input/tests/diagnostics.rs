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
mod person_workbook;

use base_case::{Files, base, load_files, replace, text, with_fixture};
use jiedui_diagnostics::{CODES, Diagnostic, render_human};
use jiedui_input::{CaseSource, read_raw};
use jiedui_messages::Lang;
use person_workbook::{Book, Cell, Sheet, load_workbook, text_cell, with_part};
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

/// Workbooks, made as a person would leave them: a packed file in the repository shows nobody what
/// is wrong with it.
fn workbook_for(code: &str) -> Option<Vec<Diagnostic>> {
    let spoilt = |spoil: &dyn Fn(&mut Book)| {
        let mut book = Book::base();
        spoil(&mut book);
        found(book.load())
    };
    let read = |bytes: Vec<u8>| found(load_workbook(bytes));
    let encrypted: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    Some(match code {
        "E0011" => read([&old[..], &[0; 4096]].concat()),
        "E0012" => read([&old[..], &[0; 512], &encrypted, &[0; 512]].concat()),
        "E0013" => read(with_part(&Book::base().bytes(), "xl/media/bomb", |_| {
            "0".repeat(257 * 1024 * 1024)
        })),
        "E0014" => {
            let bytes = Book::base().bytes();
            read(bytes[..bytes.len() / 2].to_vec())
        }
        "E0015" => spoilt(&|book| {
            book.sheet("供给").rows[1].resize(300, Cell::Blank);
            book.sheet("供给").rows[1][250] = text_cell("误粘贴");
        }),
        "W0002" => spoilt(&|book| {
            let name = "路网".to_owned();
            book.sheets.push(Sheet {
                name,
                is_hidden: true,
                ..Sheet::default()
            });
        }),
        "E0116" => spoilt(&|book| {
            let mut sheet = book.sheet("需求").clone();
            sheet.name = "需求表".to_owned();
            book.sheets.push(sheet);
        }),
        "E0117" => spoilt(&|book| {
            book.sheet("供给").rows[0] = ["甲", "乙", "丙"].map(text_cell).to_vec();
        }),
        "E0118" => spoilt(&|book| {
            book.sheet("供给").merged.push((0, 1, 0, 2));
            book.sheet("需求").merged.push((1, 0, 2, 0));
            book.sheet("需求").rows[2][0] = Cell::Blank;
        }),
        "E0119" => {
            let mut book = Book::base();
            book.set("需求", "C3", Cell::Formula("=C2*1.2", "12345"));
            let sheet = "xl/worksheets/sheet5.xml";
            read(with_part(&book.bytes(), sheet, |xml| {
                xml.replace("<v>12345</v>", "")
            }))
        }
        "E0120" => spoilt(&|book| {
            book.set("需求", "C3", Cell::Formula("=C2/0", "#DIV/0!"));
        }),
        "E0121" => spoilt(&|book| book.set("需求", "C3", Cell::Boolean(true))),
        "E0122" => spoilt(&|book| {
            book.set("需求", "C3", Cell::Day(2025, 1, 2));
            book.set("需求", "A4", Cell::Day(2025, 1, 2));
        }),
        "E0123" => spoilt(&|book| {
            let rows = &mut book.sheet("需求").rows;
            let last = rows.pop().unwrap();
            rows.push(vec![text_cell("注：数据由各县上报")]);
            rows.push(last);
        }),
        "E0125" => spoilt(&|book| book.set("需求", "B3", text_cell("industry\u{1}"))),
        "E0124" => spoilt(&|book| {
            let rows = &mut book.sheet("案例").rows;
            rows.push(vec![text_cell("年份"), Cell::Number(2026.0)]);
        }),
        "W0101" => spoilt(&|book| {
            let rows = &mut book.sheet("需求").rows;
            rows.push(Vec::new());
            rows.push(vec![text_cell("注：数据由各县上报")]);
            rows.push(vec![text_cell("填表人：张三"), text_cell("审核：李四")]);
        }),
        _ => return None,
    })
}

fn found(loaded: Result<jiedui_input::Loaded, Vec<Diagnostic>>) -> Vec<Diagnostic> {
    loaded.map_or_else(|found| found, |loaded| loaded.warnings)
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
    if let Some(found) = made_in_code(code).or_else(|| workbook_for(code)) {
        return found;
    }
    match load_files(with_fixture(code), &[]) {
        Ok(loaded) => loaded.warnings,
        Err(found) => found,
    }
}

/// Nobody writes into the pipe: whoever opens it waits for ever.
#[cfg(unix)]
#[test]
fn pipe_in_place_of_a_table_is_told_at_once() {
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let found = in_folder(|folder| {
            let made = std::process::Command::new("mkfifo")
                .arg(folder.join("roads.csv"))
                .status();
            assert!(made.unwrap().success());
        });
        send.send(found)
    });
    let found = receive.recv_timeout(std::time::Duration::from_secs(20));
    let codes: Vec<&str> = found.unwrap().iter().map(|one| one.code).collect();
    assert_eq!(codes, ["E0002"]);
}

/// A line of a hundred thousand headings would be compared with itself for an hour.
#[test]
fn headings_without_end_are_refused_unread() {
    let headings = |count: usize| -> Vec<Diagnostic> {
        let headings = (0..count).map(|number| format!("heading{number}"));
        let text = headings.collect::<Vec<String>>().join(",");
        let files = vec![("roads.csv".to_owned(), text.into_bytes())];
        let found = read_raw(&CaseSource::Memory(files)).1;
        found
            .into_iter()
            .filter(|one| one.code == "E0015")
            .collect()
    };
    assert_eq!(headings(200), Vec::new());
    let found = headings(100_000);
    let places = found.iter().map(|one| one.location.as_ref().unwrap());
    let columns: Vec<u32> = places.map(|place| place.column).collect();
    assert_eq!(columns, [201]);
}

#[test]
fn base_case_has_nothing_to_report() {
    let loaded = load_files(base(), &[]).unwrap();
    assert!(loaded.warnings.is_empty(), "{:?}", loaded.warnings);
    assert_eq!(loaded.case.recipients.len(), 3);
    assert_eq!(loaded.inputs.len(), base().len());
}

#[test]
fn a_seat_that_is_none_is_far_from_nowhere() {
    let mut files = base();
    let places = text(&files, "places.csv").replace("103.92", "1039.2");
    replace(&mut files, "places.csv", places);
    let pairs = "helper,recipient,distance_km\np510116,513332,900\n";
    replace(&mut files, "pairs.csv", pairs);
    let found = load_files(files, &[]).unwrap_err();
    let codes: Vec<&str> = found.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["E0207"], "{found:#?}");
}

#[test]
fn a_helper_without_a_place_is_told_that_and_not_of_revenue() {
    let told = |place: &str| {
        let mut files = base();
        let helpers =
            text(&files, "helpers.csv").replace("place,510182,2800,", &format!("place,{place},,"));
        replace(&mut files, "helpers.csv", helpers);
        let places = text(&files, "places.csv").replace(",400000", ",");
        replace(&mut files, "places.csv", places);
        let found = load_files(files, &[]).unwrap().warnings;
        let one = found.iter().find(|one| one.code == "W0306").unwrap();
        render_human(std::slice::from_ref(one), Lang::Zh, false, 100)
    };
    let (without, poor) = (told(""), told("510182"));
    assert!(without.contains("没有填所在地"), "{without}");
    assert!(without.contains("请填写 place"), "{without}");
    assert!(poor.contains("所在地也没有财政收入数据"), "{poor}");
}

/// Looking for a column with nearly such a name would take minutes.
#[test]
fn a_heading_longer_than_any_is_refused_at_once() {
    let heading = format!("recipient,sector,amount,{}\n", "z".repeat(5_000_000));
    let mut files = base();
    files.retain(|(name, _)| name != "needs.csv");
    files.push(("needs.csv".to_owned(), heading.into_bytes()));
    let found = read_raw(&CaseSource::Memory(files)).1;
    let codes: Vec<_> = found.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["E0009"]);
    assert!(render_human(&found, Lang::En, false, 100).len() < 1_000);
}

#[test]
fn every_code_has_a_fixture() {
    let fixtures = fixture_codes();
    let without: Vec<_> = CODES
        .iter()
        .filter(|code| exempt(code).is_none())
        .filter(|code| !fixtures.contains(**code) && made_in_code(code).is_none())
        .filter(|code| workbook_for(code).is_none())
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
