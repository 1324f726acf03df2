//! A case as a workbook: what people leave in one, what a template holds, and that nothing is lost on
//! the way from a folder to a workbook and back.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read its own output should stop"
)]

mod base_case;
mod person_workbook;

use base_case::{base, load_files, replace, text};
use calamine::{Data, Reader, Xlsx};
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Case, DecisionAction, Policy};
use jiedui_input::{
    CaseSource, Loaded, NamedText, Names, Wording, load, policy, read_raw, write_case,
    write_workbook,
};
use jiedui_messages::{Lang, catalogue};
use person_workbook::{Book, Cell, Sheet, load_workbook, text_cell, with_part};
use std::io::Cursor;
use std::path::{Path, PathBuf};

fn words(lang: Lang) -> impl Fn(&str) -> String {
    move |key| catalogue(lang).text(key, &[])
}

fn template(source: Option<&CaseSource>, policy: &Policy, lang: Lang) -> Vec<u8> {
    let raw = source.map(|source| {
        let (raw, problems) = read_raw(source);
        assert!(problems.is_empty(), "{problems:?}");
        raw
    });
    let text = words(lang);
    let names = match lang {
        Lang::Zh => Names::Chinese,
        Lang::En => Names::English,
    };
    let wording = Wording { names, text: &text };
    write_workbook(raw.as_ref(), policy, &wording).unwrap()
}

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

/// Every case of the repository with its policy.
fn cases() -> Vec<(PathBuf, String)> {
    let read = |path: PathBuf| std::fs::read_to_string(path).unwrap();
    let mut cases = vec![(
        seeds().join("sichuan-2025"),
        read(seeds().join("../config/sichuan.toml")),
    )];
    for entry in std::fs::read_dir(seeds().join("mini")).unwrap() {
        let folder = entry.unwrap().path();
        if folder.is_dir() {
            let policy = read(folder.join("policy.toml"));
            cases.push((folder, policy));
        }
    }
    cases
}

fn load_case(source: &CaseSource, policy: &str) -> Result<Loaded, Vec<Diagnostic>> {
    let name = "policy.toml";
    load(source, NamedText { name, text: policy }, &[])
}

fn case_of(source: &CaseSource, policy: &str) -> Case {
    load_case(source, policy)
        .unwrap_or_else(|found| panic!("{source:?}: {found:?}"))
        .case
}

#[test]
fn folder_to_workbook_to_folder_loses_nothing() {
    let cases = cases();
    assert!(cases.len() > 20);
    for (folder, policy_text) in cases {
        let (policy, _) = policy::read("policy.toml", &policy_text).unwrap();
        let source = CaseSource::Folder(folder.clone());
        let before = load_case(&source, &policy_text);
        for lang in Lang::ALL {
            let bytes = template(Some(&source), &policy, lang);
            assert!(
                bytes == template(Some(&source), &policy, lang),
                "{folder:?}: not the same twice"
            );
            let book = CaseSource::WorkbookInMemory("年度表.xlsx".to_owned(), bytes);
            match (&before, load_case(&book, &policy_text)) {
                (Ok(before), Ok(after)) => {
                    assert_eq!(
                        write_case(&before.case),
                        write_case(&after.case),
                        "{folder:?}"
                    );
                    assert_eq!(codes(&before.warnings), codes(&after.warnings));
                }
                // One case is there to be refused.
                (Err(before), Err(after)) => assert_eq!(codes(before), codes(&after)),
                (_, after) => panic!("{folder:?}: {:?}", after.map(|_| ())),
            }
        }
    }
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    let mut codes: Vec<_> = found.iter().map(|problem| problem.code).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn awkward_texts_survive_the_workbook() {
    let mut files = base();
    let reason = "=HYPERLINK(\"\"http://x\"\",\"\"甲\"\")";
    let long = "长".repeat(9_000);
    let places = text(&files, "places.csv")
        .replace("双流区", "\"'=双流\"\"<b>&\"\"\n区\"")
        .replace("彭州市", "_x0041_ 😀\u{202e}彭州");
    replace(&mut files, "places.csv", places);
    replace(
        &mut files,
        "decisions.csv",
        format!(
            "action,helper,recipient,reason,clause,author,date,source\n\
             lock,p510116,513332,\"{reason}\",-1+1,@甲,2025-03-01,{long}\n\
             forbid,p510182,513333,+理由,,2025,三月一日,'=x\n"
        ),
    );
    let before = load_files(files.clone(), &[])
        .unwrap_or_else(|found| panic!("{found:?}"))
        .case;
    let policy_text = text(&files, "policy.toml");
    files.retain(|(name, _)| name != "policy.toml");
    let bytes = template(Some(&CaseSource::Memory(files)), &before.policy, Lang::Zh);
    assert!(!part(&bytes, "xl/worksheets/sheet13.xml").contains("<f>"));
    let book = CaseSource::WorkbookInMemory("年度表.xlsx".to_owned(), bytes);
    let after = case_of(&book, &policy_text);
    assert_eq!(write_case(&before), write_case(&after));
    assert_eq!(after.decisions[0].reason, "=HYPERLINK(\"http://x\",\"甲\")");
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
    text
}

#[test]
fn workbook_as_people_keep_it_is_the_same_case() {
    let plain = load_files(base(), &[]).unwrap().case;
    let mut book = Book::base();
    // A merged title and a blank row above, headers with units, stars and line breaks, text numbers.
    let places = book.sheet("县域");
    let headers = [
        "行政区划\n代码*",
        "名称",
        "所属市州",
        "经度（度）",
        "纬度(度)",
        "艰苦边远类别",
        "人口（万人）",
        "地区生产总值（亿元）",
        "一般公共预算收入（万元）",
    ];
    places.rows[0] = headers.map(text_cell).to_vec();
    places
        .rows
        .insert(0, vec![text_cell("2025年县域基本情况表")]);
    places.rows.insert(1, Vec::new());
    places.merged.push((0, 0, 0, 8));
    places.rows[3][8] = text_cell("９００，０００");
    places.rows[3][0] = text_cell("'510116");
    places.rows[4][7] = text_cell("　620 ");
    // Blank rows, a sum, notes over several merged cells, signatures.
    let needs = book.sheet("需求");
    needs.rows.insert(3, Vec::new());
    needs.rows.push(Vec::new());
    let last = u32::try_from(needs.rows.len()).unwrap();
    needs.rows.push(vec![text_cell("注：按各县上报数填写")]);
    needs.rows.push(vec![
        text_cell("填表人：张三"),
        Cell::Blank,
        text_cell("审核：李四"),
    ]);
    needs.merged.push((last, 0, last, 2));
    let supply = book.sheet("供给");
    supply.rows.push(vec![
        text_cell("合计"),
        Cell::Blank,
        Cell::Formula("=SUM(C2:C9)", "9999"),
    ]);
    // Formulas with results, English and Chinese sheet names, sheets for people, empty ones.
    let weight = book.sheet("受扶地").rows[0].len();
    assert!(weight >= 1);
    book.sheet("帮扶方").name = "helpers".to_owned();
    for name in ["填写说明", "Sheet1", "示例-需求"] {
        book.sheets.push(Sheet {
            name: name.to_owned(),
            ..Sheet::default()
        });
    }
    book.set("填写说明", "A1", text_cell("随便写写"));
    book.set("示例-需求", "A1", text_cell("recipient"));
    book.sheets.reverse();
    let loaded = book.load().unwrap_or_else(|found| panic!("{found:?}"));
    let codes: Vec<_> = loaded.warnings.iter().map(|warning| warning.code).collect();
    assert_eq!(codes, ["W0101", "W0101"], "{:?}", loaded.warnings);
    let info = |case: &Case| {
        let mut files = write_case(case);
        files.retain(|(name, _)| name != "case.toml");
        files
    };
    assert_eq!(info(&plain), info(&loaded.case));
    assert_eq!(loaded.case.info.year, 2025);
    // Rows are those of the sheet, the title and the blank row counted.
    let place = loaded.case.places.values().next().unwrap();
    assert_eq!(&*place.provenance.origin.file, "年度表.xlsx [县域]");
    assert_eq!(place.provenance.origin.row, 4);
    assert_eq!(loaded.inputs[0].0, "年度表.xlsx");
}

#[test]
fn formulas_count_with_their_results() {
    let mut book = Book::base();
    book.set("需求", "C2", Cell::Formula("=1000+500", "1500"));
    book.set("需求", "C3", Cell::Number(0.1 + 0.2));
    let case = book.load().unwrap_or_else(|found| panic!("{found:?}")).case;
    let written = write_case(&case);
    let needs = &written
        .iter()
        .find(|(name, _)| name == "needs.csv")
        .unwrap()
        .1;
    assert!(needs.contains(",1500,"), "{needs}");
}

#[test]
fn dates_are_days_where_dates_belong() {
    let mut book = Book::base();
    let header = ["决定", "帮扶方", "受扶地", "理由", "日期"];
    let row = vec![
        text_cell("锁定"),
        text_cell("p510116"),
        Cell::Number(513_332.0),
        text_cell("延续"),
        Cell::Day(2025, 3, 1),
    ];
    book.sheets.push(Sheet {
        name: "人工决定".to_owned(),
        rows: vec![header.map(text_cell).to_vec(), row],
        ..Sheet::default()
    });
    let case = book.load().unwrap_or_else(|found| panic!("{found:?}")).case;
    assert_eq!(case.decisions[0].date.as_deref(), Some("2025-03-01"));
}

#[test]
fn problem_names_sheet_cell_and_header() {
    let mut book = Book::base();
    book.sheet("需求").rows[0][2] = text_cell("数量");
    book.set("需求", "C3", text_cell("约20"));
    let found = book.load().unwrap_err();
    assert_eq!(found.len(), 1, "{found:?}");
    let place = found[0].location.as_ref().unwrap();
    assert_eq!(place.sheet(), Some(("年度表.xlsx", "需求")));
    assert_eq!(place.cell().as_deref(), Some("C3"));
    assert!(jiedui_diagnostics::title(&found[0], Lang::Zh).contains("“数量”"));
}

#[test]
fn percentage_is_no_amount_but_may_be_a_fit() {
    let mut book = Book::base();
    book.set("需求", "C3", Cell::Percentage(0.3));
    let found = book.load().unwrap_err();
    assert_eq!(codes(&found), ["E0216"]);
    assert!(jiedui_diagnostics::title(&found[0], Lang::Zh).contains("30%"));

    let mut book = Book::base();
    let header = ["帮扶方", "受扶地", "匹配度"].map(text_cell).to_vec();
    let row = vec![
        text_cell("p510116"),
        Cell::Number(513_332.0),
        Cell::Percentage(0.3),
    ];
    book.sheets.push(Sheet {
        name: "配对属性".to_owned(),
        rows: vec![header, row],
        ..Sheet::default()
    });
    let case = book.load().unwrap_or_else(|found| panic!("{found:?}")).case;
    assert_eq!(
        case.pairs[0].fit.map(|fit| fit.to_string()),
        Some("0.3".to_owned())
    );
}

#[test]
fn problem_shows_names_and_headers_as_the_sheet_has_them() {
    let mut book = Book::base();
    book.sheet("需求").rows[0] = ["受扶地", "领域", "数量", "数据性质", "来源"]
        .map(text_cell)
        .to_vec();
    book.set("需求", "B3", text_cell("医疗卫生"));
    book.set("需求", "C3", Cell::Number(12.5));
    let found = book.load().unwrap().warnings;
    let shown = jiedui_diagnostics::render_human(&found, Lang::Zh, false, 100);
    assert!(shown.contains("513332,医疗卫生,12.5,"), "{shown}");
    assert!(shown.contains("医疗卫生 以整数计"), "{shown}");

    book.set("需求", "E1", text_cell("出处栏"));
    let found = book.load().unwrap_err();
    let shown = jiedui_diagnostics::render_human(&found, Lang::Zh, false, 100);
    assert!(
        shown.contains("受扶地,领域,数量,数据性质,出处栏"),
        "{shown}"
    );
}

#[test]
fn year_that_is_no_number_is_told_as_such() {
    let mut book = Book::base();
    book.set("案例", "B2", text_cell("2025年度"));
    let found = book.load().unwrap_err();
    assert_eq!(codes(&found), ["E0209"]);
    let title = jiedui_diagnostics::title(&found[0], Lang::Zh);
    assert_eq!(title, "年份应为数字，却是“2025年度”");
}

#[test]
fn decisions_are_read_in_the_words_of_the_reports() {
    for (word, action) in [
        ("指定结对", DecisionAction::Lock),
        ("必须结对", DecisionAction::Lock),
        ("不得结对", DecisionAction::Forbid),
        ("禁止结对", DecisionAction::Forbid),
    ] {
        let mut files = base();
        let row = format!("action,helper,recipient,reason\n{word},p510116,513332,理由\n");
        replace(&mut files, "decisions.csv", row);
        let case = load_files(files, &[]).unwrap().case;
        assert_eq!(case.decisions[0].action, action, "{word}");
    }
}

#[test]
fn table_that_begins_in_another_column_keeps_its_places() {
    let mut book = Book::base();
    for row in &mut book.sheet("需求").rows {
        row.insert(0, Cell::Blank);
    }
    assert!(book.load().is_ok());
    book.set("需求", "D3", text_cell("约20"));
    let found = book.load().unwrap_err();
    let place = found[0].location.as_ref().unwrap();
    assert_eq!(place.cell().as_deref(), Some("D3"));
}

#[test]
fn missing_and_empty_sheets_are_told() {
    let mut book = Book::base();
    book.sheets
        .retain(|sheet| sheet.name != "案例" && sheet.name != "需求");
    book.sheet("供给").rows.clear();
    let found = book.load().unwrap_err();
    let codes: Vec<_> = found.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["E0101", "E0101", "E0107"], "{found:?}");
    let text = jiedui_diagnostics::render_human(&found, Lang::Zh, false, 100);
    assert!(
        text.contains("工作簿 年度表.xlsx 中缺少工作表“案例”"),
        "{text}"
    );
}

#[test]
fn case_sheet_may_have_its_keys_across() {
    let mut book = Book::base();
    book.sheet("案例").rows = vec![
        ["name", "year", "title", "currency", "sources"]
            .map(text_cell)
            .to_vec(),
        vec![
            text_cell("base"),
            text_cell("２０２５"),
            text_cell("基础"),
            text_cell("万元"),
            text_cell("年鉴"),
        ],
        vec![
            Cell::Blank,
            Cell::Blank,
            Cell::Blank,
            Cell::Blank,
            text_cell("公报"),
        ],
    ];
    let case = book.load().unwrap_or_else(|found| panic!("{found:?}")).case;
    assert_eq!(case.info.year, 2025);
    assert_eq!(case.info.sources, ["年鉴", "公报"]);
}

#[test]
fn other_formats_are_refused_whatever_their_name() {
    let kind = |bytes: Vec<u8>| {
        let found = load_workbook(bytes).map(|_| ()).unwrap_err();
        assert_eq!(found.len(), 1, "{found:?}");
        let kind = found[0].values.iter().find(|(name, _)| *name == "kind");
        (found[0].code, kind.map(|(_, kind)| kind.clone()))
    };
    let of = |code, kind: &str| (code, Some(kind.to_owned()));
    let good = Book::base().bytes();
    assert_eq!(kind("代码,名称\n1,甲\n".into()), of("E0011", "text"));
    assert_eq!(
        kind(with_part(&good, "xl/workbook.bin", |_| String::new())),
        of("E0011", "xlsb")
    );
    assert_eq!(
        kind(with_part(&good, "word/document.xml", |_| String::new())),
        of("E0011", "other")
    );
    assert_eq!(kind(Vec::new()), ("E0014", None));
    assert_eq!(kind(vec![0xff, 0xfe, 0, 1, 2, 3]), ("E0014", None));
    // A package that lies about itself.
    let lying = with_part(&good, "xl/sharedStrings.xml", |xml| {
        xml.replace("uniqueCount=\"", "uniqueCount=\"99999999999")
    });
    assert_eq!(kind(lying), ("E0014", None));
    // As many texts as the part has bytes, and more than any case has where the part is long enough for them.
    let as_long = with_part(&good, "xl/sharedStrings.xml", |xml| {
        xml.replace(
            "uniqueCount=\"",
            &format!("uniqueCount=\"{}\" old=\"", xml.len()),
        )
    });
    assert_eq!(kind(as_long), ("E0014", None));
    let padded = with_part(&good, "xl/sharedStrings.xml", |xml| {
        let padded = xml.replace("</sst>", &format!("{}</sst>", " ".repeat(30_000_000)));
        padded.replace("uniqueCount=\"", "uniqueCount=\"5000001\" old=\"")
    });
    assert_eq!(kind(padded), ("E0014", None));
    let broken = with_part(&good, "xl/worksheets/sheet2.xml", |xml| {
        xml[..xml.len() / 2].to_owned()
    });
    assert_eq!(kind(broken), ("E0014", None));
}

#[test]
fn far_away_cells_and_shared_texts_take_no_memory() {
    // The last cell of a sheet: a reader that fills the rectangle would need a terabyte.
    let good = Book::base().bytes();
    let far = with_part(&good, "xl/worksheets/sheet6.xml", |xml| {
        xml.replace(
            "</sheetData>",
            "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>",
        )
    });
    let found = load_workbook(far).unwrap_err();
    assert_eq!(found[0].code, "E0015");
    // Beyond the last row that a sheet can have: the sheet of the case is held line by line.
    let beyond = with_part(&good, "xl/worksheets/sheet2.xml", |xml| {
        xml.replace(
            "</sheetData>",
            "<row r=\"4000000000\"><c r=\"A4000000000\"><v>1</v></c></row></sheetData>",
        )
    });
    let found = load_workbook(beyond).unwrap_err();
    assert_eq!(found[0].code, "E0014");
    // Many cells that share one long text.
    let many = with_part(&good, "xl/worksheets/sheet6.xml", |xml| {
        let cells: String = (10..200_000)
            .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
            .collect();
        xml.replace("</sheetData>", &format!("{cells}</sheetData>"))
    });
    let many = with_part(&many, "xl/sharedStrings.xml", |xml| {
        xml.replacen("<t>", &format!("<t>{}", "长".repeat(10_000)), 1)
    });
    let found = load_workbook(many).unwrap_err();
    assert!(
        found.iter().any(|problem| problem.code == "E0013"),
        "{:?}",
        found[0]
    );
}

#[test]
fn random_damage_never_panics() {
    let good = Book::base().bytes();
    for step in 0..400_usize {
        let mut bytes = good.clone();
        // Fixed places, all over the file; the same every time.
        for turn in 0..4 {
            let place = (step * 7_919 + turn * 104_729) % bytes.len();
            bytes[place] = bytes[place].wrapping_add(u8::try_from(step % 251).unwrap() + 1);
        }
        let _ = load_workbook(bytes);
    }
    for end in (0..good.len()).step_by(97) {
        assert!(load_workbook(good[..end].to_vec()).is_err());
    }
}

#[test]
fn template_says_what_is_missing_and_nothing_else() {
    let policy_text = std::fs::read_to_string(seeds().join("../config/sichuan.toml")).unwrap();
    let (policy, _) = policy::read("policy.toml", &policy_text).unwrap();
    for lang in Lang::ALL {
        let bytes = template(None, &policy, lang);
        let found = load_workbook(bytes.clone()).unwrap_err();
        let mut codes: Vec<_> = found.iter().map(|problem| problem.code).collect();
        codes.dedup();
        // Name, year and title; a place, a recipient and a helper.
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes, ["E0108", "E0109"], "{found:?}");
        let cells: Vec<_> = found
            .iter()
            .filter_map(|problem| {
                let place = problem.location.as_ref()?;
                place.cell()
            })
            .collect();
        assert_eq!(cells, ["B2", "B3", "B4"], "asked for where they belong");
        // No text of the catalogue is missing, and every header is read as the column it names.
        let mut book = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
        for sheet in book.sheet_names() {
            for row in book.worksheet_range(&sheet).unwrap().rows() {
                let texts = row.iter().map(ToString::to_string);
                assert!(!texts.collect::<String>().contains('⟨'), "{sheet}");
            }
        }
        for name in (1..=10).map(|number| format!("xl/comments{number}.xml")) {
            assert!(!part(&bytes, &name).contains('⟨'), "{name}");
        }
    }
}

/// A row of cells as a script writes them into the sheet.
fn xml_row(number: usize, line: &str) -> String {
    let cells = line.split(',').zip('A'..='Z').map(|(text, column)| {
        if text.is_empty() {
            return String::new();
        }
        match text.parse::<f64>() {
            Ok(_) => format!("<c r=\"{column}{number}\"><v>{text}</v></c>"),
            Err(_) => {
                let place = format!("{column}{number}");
                format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
            }
        }
    });
    format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
}

#[test]
fn template_filled_in_is_the_case() {
    let files = base();
    let (policy, _) = policy::read("policy.toml", &text(&files, "policy.toml")).unwrap();
    let mut bytes = template(None, &policy, Lang::Zh);
    bytes = with_part(&bytes, "xl/worksheets/sheet2.xml", |xml| {
        let cells = [
            ("B2", "t=\"str\"><v>base</v></c>"),
            ("B3", "><v>2025</v></c>"),
            ("B4", "t=\"str\"><v>小案例</v></c>"),
        ];
        let mut xml = xml.to_owned();
        for (cell, content) in cells {
            let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap();
            let end = start + xml[start..].find("/>").unwrap() + 2;
            xml.replace_range(start..end, &format!("<c r=\"{cell}\" {content}"));
        }
        xml
    });
    // The columns of the base case are the first ones of the template, in the same order; the needs
    // end with basis and source, which have no column between.
    let tables = ["places", "recipients", "helpers", "needs", "supply"];
    for (table, number) in tables.iter().zip(3..) {
        let csv = text(&files, &format!("{table}.csv"));
        let rows: String = csv
            .lines()
            .enumerate()
            .skip(1)
            .map(|(row, line)| xml_row(row + 1, line))
            .collect();
        let sheet = format!("xl/worksheets/sheet{number}.xml");
        bytes = with_part(&bytes, &sheet, |xml| {
            assert!(xml.contains("</sheetData>"), "{sheet}");
            xml.replace("</sheetData>", &format!("{rows}</sheetData>"))
        });
    }
    let filled = load_workbook(bytes).unwrap_or_else(|found| panic!("{found:?}"));
    assert!(filled.warnings.is_empty(), "{:?}", filled.warnings);
    let plain = load_files(files, &[]).unwrap().case;
    assert_eq!(write_case(&plain), write_case(&filled.case));
}

#[test]
fn example_of_the_template_is_a_valid_case() {
    let shipped = std::fs::read_to_string(seeds().join("../config/sichuan.toml")).unwrap();
    // The first sector in persons: nobody sends hundreds of them.
    let persons = shipped.replacen("unit   = \"万元\"", "unit   = \"人\"", 1);
    assert_ne!(shipped, persons);
    for (policy_text, lang, prefix, case, need) in [
        (&shipped, Lang::Zh, "示例-", "案例", "500"),
        (&shipped, Lang::En, "example-", "case", "500"),
        (&persons, Lang::Zh, "示例-", "案例", "5"),
    ] {
        let (policy, _) = policy::read("policy.toml", policy_text).unwrap();
        let bytes = template(None, &policy, lang);
        let mut book = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
        let mut sheets = Book::base().sheets;
        sheets.truncate(1);
        sheets[0].name = case.to_owned();
        for sheet in book.sheet_names() {
            let Some(name) = sheet.strip_prefix(prefix) else {
                continue;
            };
            let range = book.worksheet_range(&sheet).unwrap();
            let rows = range.rows().map(|row| row.iter().map(cell_of).collect());
            sheets.push(Sheet {
                name: name.to_owned(),
                rows: rows.collect(),
                ..Sheet::default()
            });
        }
        assert_eq!(sheets.len(), 11);
        let bytes = Book { sheets }.bytes();
        let source = CaseSource::WorkbookInMemory("年度表.xlsx".to_owned(), bytes);
        let case = case_of(&source, policy_text);
        assert_eq!(case.needs[0].amount.to_string(), need);
        assert_eq!(case.decisions.len(), 1);
        assert_eq!(case.helpers.len(), 2);
    }
}

fn cell_of(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Blank,
        Data::Float(number) => Cell::Number(*number),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Cell::Day(year, month, day)
        }
        other => text_cell(&other.to_string()),
    }
}
