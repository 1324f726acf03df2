//! What a person does with the workbook, from the empty template to all documents, with the built binary;
//! and files that are no workbook.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod command;
mod filled_workbook;

use calamine::{Data, Reader, Xlsx};
use command::{assigned, done, entries, mini, run, without_plan};
use filled_workbook::Filled;
use std::fs;
use std::io::Cursor;
use std::path::Path;

/// What the officials of the case type: the case of `seeds/mini/decisions`, with names for codes where
/// the drop-downs offer names.
fn fill_in(book: &mut Filled) {
    book.set("案例", "B2", "decisions");
    book.set("案例", "B3", "2025");
    book.set("案例", "B4", "填报演练");
    let place = "先发地区结对帮扶";
    let sector = "产业发展";
    book.rows(
        "县域",
        2,
        &[
            &["r1", "受助县1", "示例州"],
            &["r2", "受助县2", "示例州"],
            &["r3", "受助县3", "示例州"],
        ],
    );
    book.rows("受扶地", 2, &[&["r1"], &["r2"], &["r3"]]);
    book.rows(
        "帮扶方",
        2,
        &[
            &["h1", "帮扶方1", place],
            &["h2", "帮扶方2", place],
            &["h3", "帮扶方3", place],
        ],
    );
    book.rows(
        "需求",
        2,
        &[
            &["r1", sector, "100"],
            &["r2", sector, "100"],
            &["r3", sector, "１００"],
        ],
    );
    book.rows(
        "供给",
        2,
        &[
            &["h1", sector, "90"],
            &["h2", sector, "60"],
            &["h3", sector, "30"],
        ],
    );
    book.rows(
        "配对属性",
        2,
        &[
            &["h1", "r1", "", "0.9"],
            &["h1", "r2", "", "0.2"],
            &["h1", "r3", "", "0.2"],
            &["h2", "r1", "", "0.2"],
            &["h2", "r2", "", "0.9"],
            &["h2", "r3", "", "0.4"],
            &["h3", "r1", "", "0.3"],
            &["h3", "r2", "", "0.3"],
            &["h3", "r3", "", "0.9"],
        ],
    );
    book.rows(
        "人工决定",
        2,
        &[
            &["锁定", "h1", "r3", "延续既有项目", "", "甲", "2025-01-10"],
            &["禁止", "h2", "r2", "企业已退出该县", "", "乙", "2025-01-12"],
        ],
    );
    // Below a blank row people write what they think.
    book.set("需求", "A6", "注：数据由各县上报");
}

fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Vec<Vec<String>> {
    let range = book.worksheet_range(name).unwrap();
    let text = |cell: &Data| cell.to_string();
    range
        .rows()
        .map(|row| row.iter().map(text).collect())
        .collect()
}

#[test]
fn from_the_empty_template_to_all_documents() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let policy = mini("decisions").join("policy.toml");
    let policy = policy.to_str().unwrap();
    done(
        folder.path(),
        &["template", "--xlsx", "empty.xlsx", "--policy", policy],
    );

    // What changes a result is there to be looked at.
    let shown = fs::read(at("empty.xlsx")).unwrap();
    let shown = sheet(&mut Xlsx::new(Cursor::new(shown)).unwrap(), "政策说明");
    let shown: Vec<&str> = shown.iter().flatten().map(String::as_str).collect();
    for head in [
        "可让出的幅度（占比类为百分点）",
        "同级权重",
        "允许的差距",
        "一个单位折合（万元）",
    ] {
        assert!(shown.contains(&head), "{head}: {shown:?}");
    }

    // What a pair is rated by is called as in the reports; a percentage has no point with nothing behind it.
    let empty = || Cursor::new(fs::read(at("empty.xlsx")).unwrap());
    let pairs = sheet(&mut Xlsx::new(empty()).unwrap(), "配对属性");
    assert!(pairs[0].contains(&"契合度".to_owned()), "{pairs:?}");
    let mut package = zip::ZipArchive::new(empty()).unwrap();
    let mut styles = String::new();
    let mut part = package.by_name("xl/styles.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut styles).unwrap();
    assert!(!styles.contains("0.##%"), "{styles}");

    // The instructions name the policy, which a workbook does not bring along; the shipped one needs no name.
    done(folder.path(), &["template", "--xlsx", "shipped.xlsx"]);
    let guide = |name: &str| {
        let book = fs::read(at(name)).unwrap();
        let rows = sheet(&mut Xlsx::new(Cursor::new(book)).unwrap(), "填写说明");
        rows.concat().concat()
    };
    assert!(guide("empty.xlsx").contains(&format!("按政策文件 {policy} 制作")));
    assert!(guide("empty.xlsx").contains("jiedui assign 工作簿.xlsx --policy"));
    assert!(!guide("shipped.xlsx").contains("--policy"));

    // A slip is told with sheet and cell, and nothing is written.
    let mut book = Filled::open(&at("empty.xlsx"));
    fill_in(&mut book);
    book.set("需求", "B3", "产业发屋");
    book.set("需求", "C4", "一百");
    book.save(&at("slips.xlsx"));
    let check = run(folder.path(), &["check", "slips.xlsx", "--policy", policy]);
    assert_eq!(check.status.code(), Some(1));
    let told = String::from_utf8(check.stdout).unwrap();
    for said in [
        "slips.xlsx [需求]!B3",
        "是否应为“产业发展”？现用的政策是",
        "slips.xlsx [需求]!C4",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }

    let mut book = Filled::open(&at("empty.xlsx"));
    fill_in(&mut book);
    book.save(&at("年度表.xlsx"));
    let told = done(folder.path(), &["check", "年度表.xlsx", "--policy", policy]);
    assert!(told.contains("W0101"), "the note is passed over: {told}");
    done(
        folder.path(),
        &["assign", "年度表.xlsx", "--policy", policy, "--out", "run"],
    );
    // The same plan as from the tables that the case is kept in.
    let tables = mini("decisions");
    done(
        folder.path(),
        &["assign", tables.to_str().unwrap(), "--out", "tables"],
    );
    let plan = |run: &str| fs::read_to_string(at(run).join("plan.csv")).unwrap();
    assert_eq!(plan("run"), plan("tables"));
    done(folder.path(), &["verify", "run"]);

    // What decisions and a pair cost is asked, kept, and told by every document.
    done(folder.path(), &["explain", "run", "--decisions", "--save"]);
    done(
        folder.path(),
        &["explain", "run", "--why-not", "h1:r1", "--exact", "--save"],
    );
    done(folder.path(), &["verify", "run"]);
    done(
        folder.path(),
        &[
            "report",
            "run",
            "--to",
            "md,xlsx,docx,html,geojson,csv",
            "--out",
            "documents",
        ],
    );
    assert_eq!(
        entries(&at("documents")),
        [
            "csv",
            "report.md",
            "年度实施计划草案",
            "结对方案.geojson",
            "结对方案.html",
            "结对方案.xlsx",
            "结对方案建议稿.docx"
        ]
    );
    let bytes = fs::read(at("documents/结对方案.xlsx")).unwrap();
    let mut result = Xlsx::new(Cursor::new(bytes)).unwrap();
    let pairs = sheet(&mut result, "结对");
    assert!(pairs.iter().any(|row| row.contains(&"帮扶方1".to_owned())));
    let decisions = sheet(&mut result, "人工决定");
    let priced = decisions.iter().filter(|row| {
        row.iter()
            .any(|cell| cell.contains("0.900") || cell.contains("0.700"))
    });
    assert_eq!(priced.count(), 2, "{decisions:?}");
    let asked = sheet(&mut result, "个别结对测算");
    assert!(asked.iter().flatten().any(|cell| cell == "改为结对"));
    let page = fs::read_to_string(at("documents/结对方案.html")).unwrap();
    assert!(page.contains("href=\"#/decisions\""));
    assert!(page.contains("关于由") || page.contains("\"answers\":[{"));
    let draft = document_text(&at("documents/结对方案建议稿.docx"));
    for said in ["附件4", "人工决定和个别结对的代价", "由帮扶方1帮扶受助县1"]
    {
        assert!(draft.contains(said), "{said}");
    }
    let plans = fs::read_dir(at("documents/年度实施计划草案")).unwrap();
    assert_eq!(plans.count(), 3);

    #[cfg(unix)]
    {
        // Whoever may read the run may read its answers.
        use std::os::unix::fs::PermissionsExt;
        let mode = |name: &str| fs::metadata(at(name)).unwrap().permissions().mode();
        assert_eq!(mode("run/answers/decisions.json"), mode("run/dossier.json"));
    }

    // An answer that belongs to another plan is refused: a wrong reason is worse than none.
    let other = fs::read_to_string(at("run/answers/decisions.json")).unwrap();
    fs::create_dir(at("tables/answers")).unwrap();
    let foreign = other.replace("blake3:", "blake3:0");
    fs::write(at("tables/answers/decisions.json"), foreign).unwrap();
    let refused = run(folder.path(), &["report", "tables", "--to", "xlsx"]);
    assert_eq!(refused.status.code(), Some(1));
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(told.contains("E0904"), "{told}");
}

/// All text of a Word document.
fn document_text(path: &Path) -> String {
    let book = zip::ZipArchive::new(Cursor::new(fs::read(path).unwrap()));
    let mut archive = book.unwrap();
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut xml).unwrap();
    let mut text = String::new();
    for piece in xml.split('<').filter_map(|tag| tag.split_once('>')) {
        text.push_str(piece.1);
    }
    text
}

#[test]
fn a_run_without_a_plan_has_documents_too() {
    let folder = without_plan("quota-conflict");
    done(
        folder.path(),
        &["report", "run", "--to", "md,xlsx,docx,html", "--out", "why"],
    );
    let at = |name: &str| folder.path().join("why").join(name);
    let draft = document_text(&at("没有可行方案的说明.docx"));
    let page = fs::read_to_string(at("没有可行方案的说明.html")).unwrap();
    let bytes = fs::read(at("没有可行方案的说明.xlsx")).unwrap();
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let cells = sheet(&mut book, "没有可行方案的说明").concat().join("\n");
    // The ways out, with the very figures of the report.
    for said in ["300", "900", "直接原因", "出路"] {
        for (name, text) in [("docx", &draft), ("html", &page), ("xlsx", &cells)] {
            assert!(text.contains(said), "{name}: {said}");
        }
    }
    assert!(page.contains("No plan exists") && !page.contains("<script"));
    // There is no map and no table of a plan that does not exist.
    let map = run(folder.path(), &["report", "run", "--to", "geojson"]);
    assert_eq!(map.status.code(), Some(1));
}

#[test]
fn a_markdown_report_is_never_written_over_a_file() {
    let folder = assigned("two-by-two");
    let words = ["report", "run", "--to", "md", "--out", "report.md"];
    done(folder.path(), &words);
    let before = fs::read(folder.path().join("report.md")).unwrap();
    let again = run(folder.path(), &words);
    assert_eq!(again.status.code(), Some(1));
    assert_eq!(fs::read(folder.path().join("report.md")).unwrap(), before);
    let closed = ["report", "run", "--to", "md", "--out", "no/such/report.md"];
    let closed = run(folder.path(), &closed);
    let told = String::from_utf8(closed.stderr).unwrap();
    assert!(told.contains("E0902"), "{told}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn what_is_no_workbook_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    // 200 MB: known by its size, never read.
    let large = fs::File::create(at("large.xlsx")).unwrap();
    large.set_len(200 * 1024 * 1024).unwrap();
    // The old format, the same with a password, text under another name, nothing at all.
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice();
    fs::write(at("old.xlsx"), [old, &[0; 4096]].concat()).unwrap();
    let locked: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    fs::write(
        at("locked.xlsx"),
        [old, &[0; 512], &locked, &[0; 512]].concat(),
    )
    .unwrap();
    fs::write(at("text.xlsx"), "代码,名称\n1,甲\n").unwrap();
    fs::write(at("empty.xlsx"), "").unwrap();
    bomb(&at("bomb.xlsx"));
    for (name, code) in [
        ("large.xlsx", "E0003"),
        ("old.xlsx", "E0011"),
        ("locked.xlsx", "E0012"),
        ("text.xlsx", "E0011"),
        ("empty.xlsx", "E0014"),
        ("bomb.xlsx", "E0013"),
    ] {
        let check = run(folder.path(), &["check", name]);
        assert_eq!(check.status.code(), Some(1), "{name}");
        let told = String::from_utf8(check.stdout).unwrap();
        assert!(told.contains(code), "{name}: {told}");
        assert!(told.contains(name), "{name}: {told}");
    }
}

/// A small file that unpacks to more than any case can be.
fn bomb(path: &Path) {
    use std::io::Write;
    let mut packed = zip::ZipWriter::new(fs::File::create(path).unwrap());
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    packed.start_file("[Content_Types].xml", options).unwrap();
    packed.write_all(b"<Types/>").unwrap();
    packed.start_file("xl/workbook.xml", options).unwrap();
    let zeros = vec![b'0'; 1024 * 1024];
    for _ in 0..300 {
        packed.write_all(&zeros).unwrap();
    }
    packed.finish().unwrap();
    assert!(fs::metadata(path).unwrap().len() < 2 * 1024 * 1024);
}
