//! The Word documents, read back by their XML: figures, layout, marks of a draft, harmless texts.
#![allow(clippy::panic, reason = "tests may fail loudly")]

use super::costs::priced;
use super::workbook::parts;
use super::{small, without_needs};
use crate::clean::Medium;
use crate::document::{NamedFile, plans, proposal};
use crate::wording::text_in;
use crate::{Answers, Made, number};
use jiedui_domain::Gap;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::RecipientEntry;
use jiedui_messages::Lang;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::Cursor;

const STARTED: &str = "2026-03-01T08:30:05Z";

fn made() -> Made {
    Made::of(Some(STARTED), 2025)
}

/// The paragraphs outside tables, and the tables as rows of cells.
#[derive(Default)]
struct Content {
    paragraphs: Vec<String>,
    tables: Vec<Vec<Vec<String>>>,
}

impl Content {
    /// Reads a part; a part that is no well-formed XML fails the test.
    fn of(xml: &str) -> Self {
        let mut content = Self::default();
        let mut reader = Reader::from_str(xml);
        let (mut text, mut in_table, mut depth) = (String::new(), false, 0_i32);
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Start(tag) => {
                    depth += 1;
                    match tag.name().as_ref() {
                        "w:tbl" => {
                            in_table = true;
                            content.tables.push(Vec::new());
                        }
                        "w:tr" => content.tables.last_mut().unwrap().push(Vec::new()),
                        "w:p" => text.clear(),
                        _ => {}
                    }
                }
                Event::End(tag) => {
                    depth -= 1;
                    match tag.name().as_ref() {
                        "w:tbl" => in_table = false,
                        "w:p" if in_table => {
                            let row = content.tables.last_mut().unwrap().last_mut().unwrap();
                            row.push(text.clone());
                        }
                        "w:p" => content.paragraphs.push(text.clone()),
                        _ => {}
                    }
                }
                Event::Text(part) => text.push_str(&part),
                Event::GeneralRef(name) => text.push_str(match name.as_ref() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("{other:?}"),
                }),
                _ => {}
            }
        }
        assert_eq!(depth, 0);
        content
    }

    /// The table whose head begins with these words.
    fn table(&self, head: &str) -> &[Vec<String>] {
        let found = self.tables.iter().find(|table| table[0][0] == head);
        &found.unwrap_or_else(|| panic!("no table {head}"))[1..]
    }

    fn says(&self, words: &str) -> bool {
        self.paragraphs.iter().any(|text| text.contains(words))
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(known, _)| known == name);
    found.unwrap_or_else(|| panic!("no part {name}")).1
}

fn body(file: &NamedFile) -> Content {
    Content::of(&part(&file.bytes, "word/document.xml"))
}

fn chinese(dossier: &Dossier) -> (Content, Vec<Content>) {
    let draft = proposal(dossier, &Answers::default(), Lang::Zh, made()).unwrap();
    let plans = plans(dossier, Lang::Zh, made()).unwrap();
    (body(&draft), plans.iter().map(body).collect())
}

/// The paragraphs of the draft in Chinese, a line each.
pub(super) fn paragraphs_of_proposal(dossier: &Dossier) -> String {
    chinese(dossier).0.paragraphs.join("\n")
}

#[test]
fn proposal_states_every_pair_with_its_amount_and_reason() {
    let dossier = small();
    let (draft, _) = chinese(&dossier);
    let listed: Vec<&Vec<String>> = draft
        .tables
        .iter()
        .filter(|table| table[0][0] == "序号")
        .flat_map(|table| &table[1..])
        .collect();
    assert_eq!(listed.len(), dossier.pairs.len());
    for pair in &dossier.pairs {
        let helper = &dossier.helper(&pair.helper).unwrap().name;
        let recipient = &dossier.recipient(&pair.recipient).unwrap().name;
        let value = number::money(pair.value_wan);
        assert!(
            listed
                .iter()
                .any(|row| row[1] == *recipient && row[2] == *helper && row[5] == value),
            "{helper} {recipient} {value}"
        );
        let track = &dossier.track(&pair.track).unwrap().title.zh;
        let reasons = draft
            .paragraphs
            .iter()
            .filter(|text| text.contains(&format!(". {helper}（{track}）：")))
            .filter(|text| {
                text.contains(&format!("折合 {value} 万元"))
                    || (pair.help.is_empty() && text.contains("没有为本对安排具体帮扶量"))
            });
        assert!(reasons.count() >= 1, "{helper} {recipient}");
    }
}

#[test]
fn proposal_tables_hold_the_figures_of_the_dossier() {
    let dossier = small();
    let (draft, _) = chinese(&dossier);
    let tracks = draft.table("渠道");
    assert_eq!(tracks.len(), dossier.tracks.len());
    for (row, track) in tracks.iter().zip(&dossier.tracks) {
        assert_eq!(row[0], track.title.zh);
        assert_eq!(row[1], track.pairs.to_string());
        assert_eq!(row[2], track.kept.to_string());
        assert_eq!(row[4], track.ended.to_string());
        assert_eq!(row[6], number::money(track.value_wan));
    }
    let coverage = draft.table("受扶地");
    assert_eq!(coverage.len(), dossier.recipients.len());
    for entry in &dossier.recipients {
        let row = coverage.iter().find(|row| row[0] == entry.name).unwrap();
        assert_eq!(row[3], number::money(entry.need_wan));
        assert_eq!(row[4], number::money(entry.given_wan));
        let share = entry.coverage.as_ref().map(|share| share.value);
        assert_eq!(row[5], share.map_or("—".to_owned(), number::percent));
    }
    assert_eq!(draft.table("帮扶方").len(), dossier.ended.len());
    assert_eq!(draft.table("输入文件").len(), dossier.run.digests.len());
}

#[test]
fn a_plan_for_each_pair_of_places_holds_its_figures_and_cites_the_clause() {
    let dossier = small();
    let files = plans(&dossier, Lang::Zh, made()).unwrap();
    let mut pairs: Vec<_> = dossier
        .pairs
        .iter()
        .filter(|p| p.track == "place")
        .collect();
    pairs.sort_by_key(|pair| &pair.recipient);
    assert!(pairs.len() >= 3);
    assert_eq!(files.len(), pairs.len());
    for ((number, file), pair) in (1..).zip(&files).zip(pairs) {
        let helper = &dossier.helper(&pair.helper).unwrap().name;
        let recipient = dossier.recipient(&pair.recipient).unwrap();
        assert_eq!(
            file.name,
            format!("{number:02}-{helper}帮扶{}.docx", recipient.name)
        );
        let plan = body(file);
        for section in [
            "一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、",
        ] {
            assert!(plan.paragraphs.iter().any(|text| text.starts_with(section)));
        }
        assert!(plan.says("（草案）"));
        let clause = dossier.track("place").unwrap().clause.as_ref().unwrap();
        assert!(
            plan.says(&format!("第（{clause}）条")),
            "{}",
            plan.paragraphs[4]
        );
        let goals = plan
            .tables
            .iter()
            .find(|table| table[0].len() == 7 && table[0][1] == "单位");
        let goals = goals.map_or(&[][..], |table| &table[1..]);
        assert_eq!(goals.len(), recipient.sectors.len());
        for (row, balance) in goals.iter().zip(&recipient.sectors) {
            let help = pair.help.iter().find(|help| help.sector == balance.sector);
            let given = help.map_or(0.0, |help| help.amount);
            let shown = |value: f64| match row[1].as_str() {
                "人" => number::quantity(value),
                _ => number::money(value),
            };
            assert_eq!(row[2], shown(balance.need));
            assert_eq!(row[3], shown(given));
            assert_eq!(row[4], shown(balance.given - given));
            assert_eq!(row[5], shown(balance.unmet));
            assert_eq!(row[6], "", "to fill in");
        }
        let funds = plan
            .tables
            .iter()
            .find(|table| table[0].contains(&"折合（万元）".to_owned()))
            .unwrap();
        assert_eq!(funds.last().unwrap()[2], number::money(pair.value_wan));
        let own = number::money(pair.value_wan);
        let means = format!("：用于{} {own} 万元，没有其他受扶地，尚余", recipient.name);
        assert!(plan.says(&means), "{means}");
    }
}

#[test]
fn all_that_are_covered_least_are_named() {
    let mut dossier = small();
    let least = |dossier: &Dossier| {
        let entries = dossier.recipients.iter();
        let entries = entries.filter(|entry| entry.coverage.is_some());
        let value = |entry: &RecipientEntry| entry.coverage.as_ref().unwrap().value;
        entries
            .min_by(|a, b| value(a).total_cmp(&value(b)))
            .unwrap()
            .clone()
    };
    let low = least(&dossier);
    let told = chinese(&dossier).0;
    assert!(told.says(&format!("（{}），最高为", low.name)));
    for index in 1..5 {
        let mut entry = low.clone();
        entry.code = format!("9{index}");
        entry.name = format!("并列{index}县");
        dossier.recipients.push(entry);
        let told = chinese(&dossier).0;
        let expected = match index {
            1 => format!("（{}、并列1县），最高为", low.name),
            2 => format!("（{}、并列1县、并列2县），最高为", low.name),
            more => format!(
                "（{}、并列1县、并列2县 等（另 {} 个）），最高为",
                low.name,
                more - 2
            ),
        };
        assert!(told.says(&expected), "{expected}: {:?}", told.paragraphs);
    }
}

#[test]
fn what_is_given_up_is_no_wide_gap() {
    let mut dossier = small();
    let tier = &mut dossier.tiers[1];
    tier.in_plan = tier.bound - 0.2;
    tier.gap = Gap::between(tier.in_plan, tier.bound);
    tier.reached = tier.bound;
    let told = chinese(&dossier).0;
    assert!(!told.says("差距较大的目标"), "{:?}", told.paragraphs);
    let aims = told.table("次序");
    assert!(aims[1][3].contains("含让出的 20.00"), "{:?}", aims[1]);
    let tier = &mut dossier.tiers[1];
    tier.reached = tier.in_plan;
    assert!(chinese(&dossier).0.says("差距较大的目标"));
}

#[test]
fn layout_is_that_of_official_documents() {
    let dossier = small();
    let mut files = plans(&dossier, Lang::Zh, made()).unwrap();
    files.push(proposal(&dossier, &Answers::default(), Lang::Zh, made()).unwrap());
    for file in &files {
        let xml = part(&file.bytes, "word/document.xml");
        assert!(xml.contains(r#"w:w="11906" w:h="16838""#), "A4");
        for margin in [
            r#"w:top="2098""#,
            r#"w:bottom="1984""#,
            r#"w:left="1587""#,
            r#"w:right="1473""#,
        ] {
            assert!(xml.contains(margin), "{margin}");
        }
        let styles = part(&file.bytes, "word/styles.xml");
        for words in [
            "方正小标宋简体",
            "黑体",
            "楷体_GB2312",
            "仿宋_GB2312",
            r#"w:line="578" w:lineRule="exact""#,
            r#"<w:sz w:val="32" />"#,
        ] {
            assert!(styles.contains(words), "{words}");
        }
        let footer = part(&file.bytes, "word/footer1.xml");
        assert!(footer.contains("PAGE"));
        let number: String = Content::of(&footer).paragraphs.concat();
        assert!(
            number.starts_with("— ") && number.ends_with(" —"),
            "{number}"
        );
        let header = Content::of(&part(&file.bytes, "word/header1.xml"));
        assert!(header.says("未经审定不作为执行依据"));
        // The head of every table is repeated, and only the head.
        let tables = xml.matches("<w:tbl>").count();
        assert!(tables > 0);
        assert_eq!(xml.matches("<w:tblHeader/>").count(), tables);
    }
}

#[test]
fn what_is_estimated_says_so() {
    let mut dossier = small();
    for pair in &mut dossier.pairs {
        pair.value_by_basis.published = 0.0;
        pair.value_by_basis.unstated = 0.0;
        pair.value_by_basis.illustrative = 0.0;
        pair.value_by_basis.estimated = pair.value_wan.max(1.0);
    }
    let total = &mut dossier.data_quality.value_by_basis;
    *total = dossier.pairs[0].value_by_basis;
    let (draft, plans) = chinese(&dossier);
    assert!(draft.says("用到估算数据的占 100.0%"));
    for plan in plans {
        assert!(plan.says("用到估算、示意或者未注明性质的数据的占 100.0%"));
    }
    let total = &mut dossier.data_quality.value_by_basis;
    total.published = total.estimated;
    total.estimated = 0.0;
    let (draft, _) = chinese(&dossier);
    assert!(!draft.says("用到估算数据的占"));
}

#[test]
fn hostile_texts_are_harmless() {
    let nasty =
        "../x\u{0}\u{1b}[2J\u{202e}</w:t><script> w14:paraId=\"1\" <w:tbl>&amp;\"'\u{ffff}\r\n😀";
    let shown = "../x[2J</w:t><script> w14:paraId=\"1\" <w:tbl>&amp;\"' 😀";
    let mut dossier = small();
    for entry in &mut dossier.recipients {
        entry.name = nasty.to_owned();
        entry.prefecture = nasty.to_owned();
    }
    for entry in &mut dossier.helpers {
        entry.name = "很".repeat(10_000);
    }
    for sector in &mut dossier.sectors {
        sector.title.zh = nasty.to_owned();
    }
    dossier.run.policy_title.zh = nasty.to_owned();
    dossier.run.sources = vec![nasty.to_owned()];
    let draft = proposal(&dossier, &Answers::default(), Lang::Zh, made()).unwrap();
    let files = plans(&dossier, Lang::Zh, made()).unwrap();
    assert!(
        body(&draft).says(shown),
        "{:?}",
        body(&draft).paragraphs.last()
    );
    let tables = |file| part(file, "word/document.xml").matches("<w:tbl>").count();
    let plain = proposal(&small(), &Answers::default(), Lang::Zh, made()).unwrap();
    assert_eq!(tables(&draft.bytes), tables(&plain.bytes));
    let mut names = Vec::new();
    for file in &files {
        for (name, xml) in parts(&file.bytes) {
            assert!(
                !xml.contains(['\u{0}', '\u{1b}', '\u{202e}', '\u{ffff}']),
                "{name}"
            );
            Content::of(&xml);
        }
        assert!(
            !file.name.contains(['/', '\\', ':', '<', '"']),
            "{}",
            file.name
        );
        assert!(file.name.len() < 255, "{}", file.name);
        names.push(&file.name);
    }
    names.dedup();
    assert_eq!(names.len(), files.len());
}

#[test]
fn equal_dossiers_give_equal_bytes_with_the_date_of_the_run() {
    for lang in Lang::ALL {
        let dossier = small();
        let first = proposal(&dossier, &Answers::default(), lang, made()).unwrap();
        assert_eq!(
            first,
            proposal(&dossier, &Answers::default(), lang, made()).unwrap()
        );
        assert_eq!(
            plans(&dossier, lang, made()).unwrap(),
            plans(&dossier, lang, made()).unwrap()
        );
        assert!(part(&first.bytes, "docProps/core.xml").contains(STARTED));
        let mut archive = zip::ZipArchive::new(Cursor::new(&first.bytes)).unwrap();
        for index in 0..archive.len() {
            let entry = archive.by_index(index).unwrap();
            assert_eq!(entry.last_modified().unwrap(), zip::DateTime::default());
        }
    }
}

#[test]
fn every_text_is_in_the_catalogue() {
    for lang in Lang::ALL {
        let mut files = plans(&small(), lang, made()).unwrap();
        files.push(proposal(&small(), &Answers::default(), lang, made()).unwrap());
        for file in files {
            assert!(!file.name.contains('⟨'), "{}", file.name);
            for (name, xml) in parts(&file.bytes) {
                assert!(!xml.contains('⟨'), "{name} of {}", file.name);
            }
        }
    }
}

#[test]
fn a_document_names_no_command() {
    let draft = paragraphs_of_proposal(&priced());
    assert!(!draft.contains("--"), "{draft}");
    for lang in Lang::ALL {
        for key in [
            "rep-loss-unsettled",
            "wn-basis",
            "wn-cost-better",
            "wn-do-impossible",
            "wn-do-locked",
            "wn-do-not-found",
            "wn-do-time-limit",
            "con-price-better",
            "con-price-better-open",
            "con-price-run-short",
            "exp-ruled-out-withdraw",
            "exp-ruled-out-withdraw-one",
        ] {
            let told = text_in(lang, Medium::Office, key, &[]);
            assert!(!told.contains("--") && !told.contains("jiedui "), "{told}");
        }
        // On a terminal the command is what helps.
        let told = text_in(lang, Medium::Terminal, "wn-basis", &[]);
        assert!(told.contains("--costs"), "{told}");
    }
}

#[test]
fn without_needs_nothing_is_said_of_amounts() {
    for dossier in without_needs() {
        let (draft, plans) = chinese(&dossier);
        for paper in plans.iter().chain([&draft]) {
            for words in [
                "折合金额",
                "占报送需求",
                "折合 0",
                "没有资金限额",
                "需求满足情况",
            ] {
                assert!(!paper.says(words), "{words}");
            }
        }
        // Said once, and by whom it concerns: a policy without sectors asks for no needs.
        assert_eq!(draft.says("数据中没有需求"), !dossier.sectors.is_empty());
        // What is left out leaves no hole in the numbers.
        let body = draft.paragraphs.iter();
        let body = body.take_while(|text| !text.starts_with("附件"));
        let heads = body.filter_map(|text| text.chars().next().zip(text.chars().nth(1)));
        let numbers: String = heads
            .filter(|(_, mark)| *mark == '、')
            .map(|(number, _)| number)
            .collect();
        assert_eq!(numbers, "一二三四五六");
    }
}

#[test]
fn a_recipient_that_gets_nothing_is_not_counted_as_helped() {
    let mut dossier = small();
    let helped = dossier.recipients.iter();
    let helped = helped.filter(|entry| entry.given_wan > 0.0).count();
    let first = dossier
        .recipients
        .iter_mut()
        .find(|entry| entry.given_wan > 0.0);
    first.unwrap().given_wan = 0.0;
    let (draft, _) = chinese(&dossier);
    let words = format!("方案为 {} 个受扶地安排帮扶资金", helped - 1);
    assert!(draft.says(&words), "{words}");
}

#[test]
fn a_plan_without_pairs_is_a_document_too() {
    let mut dossier = small();
    dossier.pairs.clear();
    dossier.ended.clear();
    dossier.tracks.clear();
    dossier.tiers.clear();
    assert!(plans(&dossier, Lang::Zh, made()).unwrap().is_empty());
    let draft = body(&proposal(&dossier, &Answers::default(), Lang::Zh, made()).unwrap());
    assert!(draft.says("上年结对没有终止的。"));
}
