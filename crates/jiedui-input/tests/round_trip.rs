//! What is written reads back as the same case, and nothing that is read can make the reader fall over.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read its own output should stop"
)]

mod base_case;

use base_case::{Files, base, load_files, replace, text};
use jiedui_domain::Case;
use jiedui_input::{CaseSource, NamedText, read_raw, write_case};
use proptest::prelude::*;

/// Everything of a case but where its rows stand.
fn content(case: &Case) -> Vec<(String, String)> {
    write_case(case)
}

fn rewritten(case: &Case) -> Case {
    let mut files: Files = write_case(case)
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    files.push((
        "policy.toml".to_owned(),
        text(&base(), "policy.toml").into_bytes(),
    ));
    load_files(files, &[])
        .unwrap_or_else(|found| panic!("{found:?}"))
        .case
}

/// The base case with a row in every optional table and with awkward texts.
fn full() -> Files {
    let mut files = base();
    replace(
        &mut files,
        "pairs.csv",
        "helper,recipient,distance_km,fit,load\np510116,513332,820.5,-0.25,\nh01,513432,,,1.5\n",
    );
    replace(
        &mut files,
        "roads.csv",
        "from,to,km,hours\n510116,510182,70,1.2\n513333,513332,410,\n",
    );
    replace(
        &mut files,
        "history.csv",
        "helper,recipient,since\np510116,513332,2021\n",
    );
    replace(
        &mut files,
        "quotas.csv",
        "recipient,track,min,max\n513332,health,1,\n",
    );
    replace(
        &mut files,
        "decisions.csv",
        "action,helper,recipient,reason,clause,author,date,source\nlock,p510116,513332,\"'=省委，\"\"专题\"\"会议\",二十四,,2025-03-01,'@纪要\n禁止,p510182,513333,\"两行\n理由\",,,,\n",
    );
    files
}

#[test]
fn written_case_reads_back_as_itself() {
    let case = load_files(full(), &[])
        .unwrap_or_else(|found| panic!("{found:?}"))
        .case;
    let again = rewritten(&case);
    assert_eq!(content(&case), content(&again));
    // Beyond the text: budgets, decisions and limits are those of the first reading.
    assert_eq!(format!("{:?}", case.info), format!("{:?}", again.info));
    assert_eq!(case.decisions[0].reason, "=省委，\"专题\"会议");
    assert_eq!(
        case.decisions[0].provenance.source.as_deref(),
        Some("@纪要")
    );
    for (a, b) in case.decisions.iter().zip(&again.decisions) {
        assert_eq!(
            (a.action, &a.reason, &a.clause),
            (b.action, &b.reason, &b.clause)
        );
    }
    for id in case.helpers.ids() {
        assert_eq!(case.budget(id), again.budget(id));
        assert_eq!(case.helper_quota(id), again.helper_quota(id));
    }
}

#[test]
fn order_of_rows_changes_nothing() {
    let case = load_files(full(), &[]).unwrap().case;
    let mut shuffled = full();
    for (name, bytes) in &mut shuffled {
        if name.ends_with(".csv") && name != "decisions.csv" {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let mut lines: Vec<&str> = text.lines().collect();
            lines[1..].reverse();
            *bytes = (lines.join("\r\n") + "\r\n").into_bytes();
        }
    }
    assert_eq!(
        content(&case),
        content(&load_files(shuffled, &[]).unwrap().case)
    );
}

#[test]
fn encodings_headers_and_digits_of_spreadsheets_change_nothing() {
    let plain = load_files(base(), &[]).unwrap().case;
    let mut files = base();
    let (gb, _, _) = encoding_rs::GB18030.encode(
        "行政区划代码,名称,所属市州,经度（度）,纬度,艰苦边远类别,常住人口（万人）,地区生产总值（亿元）,一般公共预算收入（万元）\n\
         510116,双流区,成都市,103.92,30.57,0,147,\"1,100\",\"900，000\"\n\
         510182,彭州市,成都市,103.96,30.99,0,78,620,400000\n\
         ５１３３３２,石渠县,甘孜州, 98.10 ,32.98,６,１０,20,6000\n\
         \n,,,,,,,,\n\
         513333,色达县,甘孜州,100.33,32.27,6,6,17,5500,,\n\
         513432,喜德县,凉山州,102.41,28.31,2,17,45,12000\n",
    );
    files.retain(|(name, _)| name != "places.csv");
    files.push(("县域.csv".to_owned(), gb.into_owned()));
    let recipients = text(&files, "recipients.csv");
    replace(
        &mut files,
        "recipients.csv",
        format!("\u{feff}{recipients}"),
    );
    let loaded = load_files(files, &[]).unwrap_or_else(|found| panic!("{found:?}"));
    assert_eq!(content(&plain), content(&loaded.case));
    // Rows count as the spreadsheet shows them, blank ones included.
    let place = loaded
        .case
        .places
        .values()
        .find(|place| place.code == "513333")
        .unwrap();
    assert_eq!(place.provenance.origin.row, 7);
    assert_eq!(&*place.provenance.origin.file, "县域.csv");
}

#[test]
fn fractions_of_persons_round_needs_up_and_supply_down() {
    let mut files = base();
    let needs = text(&files, "needs.csv").replace("health,12,", "health,12.4,");
    let supply = text(&files, "supply.csv").replace("health,15", "health,15.9");
    replace(&mut files, "needs.csv", needs);
    replace(&mut files, "supply.csv", supply);
    let loaded = load_files(files, &[]).unwrap();
    let amounts = |wanted: &str| {
        let written = write_case(&loaded.case);
        let (_, text) = written
            .into_iter()
            .find(|(name, _)| name == wanted)
            .unwrap();
        text
    };
    assert!(amounts("needs.csv").contains("513332,health,13,"));
    assert!(amounts("supply.csv").contains("h01,health,15,"));
    assert_eq!(loaded.warnings.len(), 2);
}

#[test]
fn history_of_those_who_left_is_left_out() {
    let mut files = base();
    replace(
        &mut files,
        "history.csv",
        "helper,recipient,since\ngone,513332,2021\np510116,gone,2021\np510116,513333,2020\n",
    );
    let loaded = load_files(files, &[]).unwrap();
    assert_eq!(loaded.case.history.len(), 1);
    assert_eq!(loaded.case.history[0].since, 2020);
    let codes: Vec<_> = loaded.warnings.iter().map(|warning| warning.code).collect();
    assert_eq!(codes, ["W0304", "W0305"]);
}

#[test]
fn problem_with_an_overlaid_value_points_into_the_overlay() {
    let overlay = NamedText {
        name: "加预算.toml",
        text: "name = \"加预算\"\n\n[[change]]\naction = \"set\"\ntable = \"helpers\"\nkey = { id = \"p510116\" }\nvalues = { budget = -5 }\n",
    };
    let found = load_files(base(), &[overlay]).unwrap_err();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].code, "E0204");
    let place = found[0].location.as_ref().unwrap();
    assert_eq!((&*place.file, place.row), ("加预算.toml", 7));
    assert_eq!(found[0].line.as_deref(), Some("values = { budget = -5 }"));
}

#[test]
fn all_problems_come_at_once_in_order() {
    let mut files = base();
    let needs = text(&files, "needs.csv")
        .replace("513333,industry,1800", "513333,industry,abc")
        .replace("513432,health,9", "513432,heath,-9");
    replace(&mut files, "needs.csv", needs);
    replace(&mut files, "roads.csv", "from,to\n1,2\n");
    let found = load_files(files, &[]).unwrap_err();
    let places: Vec<_> = found
        .iter()
        .map(|problem| {
            let place = problem.location.as_ref().unwrap();
            (problem.code, place.file.to_string(), place.row)
        })
        .collect();
    let at = |code, file: &str, row| (code, file.to_owned(), row);
    assert_eq!(
        places,
        [
            at("E0201", "needs.csv", 4),
            at("E0303", "needs.csv", 6),
            at("E0204", "needs.csv", 6),
            at("E0102", "roads.csv", 1),
            at("E0305", "roads.csv", 2),
            at("E0305", "roads.csv", 2),
        ]
    );
}

#[test]
fn two_hundred_thousand_rows_are_read() {
    let mut files = base();
    let mut pairs = String::from("helper,recipient,distance_km\n");
    for row in 0..200_000 {
        pairs.push_str(&format!("h{row},513332,{row}\n"));
    }
    replace(&mut files, "pairs.csv", pairs);
    let found = load_files(files, &[]).unwrap_err();
    assert_eq!(
        found
            .iter()
            .filter(|problem| problem.code == "E0302")
            .count(),
        200_000
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(
        table in 0_usize..7,
        bytes in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..400),
            proptest::collection::vec(
                proptest::sample::select(b"\",\r\n;\t'=-0159.eE+aNn\xe5\xb7\x9d\xef\xbc\x8c \x81\x30".to_vec()),
                0..400,
            ),
        ],
    ) {
        let names = [
            "places.csv", "recipients.csv", "helpers.csv", "needs.csv", "decisions.csv", "case.toml", "roads.csv",
        ];
        let mut files = base();
        replace(&mut files, names[table], bytes.clone());
        let _ = load_files(files.clone(), &[]);
        // And behind a good header.
        let header = text(&base(), "needs.csv").lines().next().unwrap().to_owned() + "\n";
        replace(&mut files, "needs.csv", [header.as_bytes(), &bytes].concat());
        let _ = read_raw(&CaseSource::Memory(files.clone()));
        let _ = load_files(files, &[]);
    }

    #[test]
    fn random_texts_and_amounts_round_trip(
        names in proptest::collection::vec("[ 甲乙丙a-c'=+@,\"\\-\n]{1,8}", 5),
        amounts in proptest::collection::vec(0_u64..1_000_000_000, 5),
        source in "['=+@\\-x，\"\n]{0,6}",
    ) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let mut files = base();
        let codes = ["510116", "510182", "513332", "513333", "513432"];
        let mut places = String::from("code,name,prefecture,revenue,source\n");
        for (code, (name, amount)) in codes.iter().zip(names.iter().zip(&amounts)) {
            // A leading letter keeps the name from being empty once trimmed.
            let revenue = format!("{}.{:06}", amount / 1_000_000, amount % 1_000_000);
            places.push_str(&format!("{code},{},市,{revenue},{}\n", quoted(&format!("{name}x")), quoted(&source)));
        }
        replace(&mut files, "places.csv", places);
        let case = load_files(files, &[]).unwrap_or_else(|found| panic!("{found:?}")).case;
        let again = rewritten(&case);
        for (a, b) in case.places.values().zip(again.places.values()) {
            prop_assert_eq!(&a.name, &b.name);
            prop_assert_eq!(a.revenue, b.revenue);
            prop_assert_eq!(&a.provenance.source, &b.provenance.source);
        }
    }
}

#[test]
fn sectors_and_tracks_may_be_written_by_name() {
    let plain = load_files(base(), &[]).unwrap().case;
    let mut files = base();
    // Chinese, English, full-width, other case, a space within.
    let needs = text(&files, "needs.csv")
        .replace("513332,industry", "513332,产业发展")
        .replace("513333,industry", "513333,Ｉndustry")
        .replace("513332,health", "513332,医疗 卫生");
    let helpers = text(&files, "helpers.csv")
        .replace("双流区,place", "双流区,先发地区结对帮扶")
        .replace("彭州市,place", "彭州市,Developed places")
        .replace("省人民医院,health", "省人民医院,医疗人才组团帮扶");
    assert!(needs.contains("产业发展") && needs.contains("医疗 卫生"));
    assert!(helpers.contains("医疗人才组团帮扶"));
    replace(&mut files, "needs.csv", needs);
    replace(&mut files, "helpers.csv", helpers);
    // The conditions of overlays name codes, whatever the cells hold.
    let overlay = NamedText {
        name: "more.toml",
        text: "[[change]]\naction = \"scale\"\ntable = \"needs\"\nwhere = { sector = \"industry\" }\ncolumns = [\"amount\"]\nfactor = 1\n",
    };
    let named = load_files(files.clone(), &[]).unwrap_or_else(|found| panic!("{found:?}"));
    assert!(named.warnings.is_empty(), "{:?}", named.warnings);
    assert_eq!(content(&plain), content(&named.case));
    let scaled = load_files(files, &[overlay]).unwrap_or_else(|found| panic!("{found:?}"));
    assert_eq!(content(&plain), content(&scaled.case));
}

#[test]
fn a_misspelt_name_is_told_with_the_nearest_one() {
    let mut files = base();
    let needs = text(&files, "needs.csv").replace("513332,health", "513332,医疗卫牛");
    replace(&mut files, "needs.csv", needs);
    let found = load_files(files, &[]).unwrap_err();
    let problem = found.iter().find(|one| one.code == "E0303").unwrap();
    let nearest = problem.values.iter().find(|(name, _)| *name == "nearest");
    assert_eq!(nearest.unwrap().1, "医疗卫生");
}
