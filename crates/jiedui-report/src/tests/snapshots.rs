//! What people read, kept as snapshots in both languages.

use super::{province, small, widest};
use crate::terminal::{explain_excluded, explain_helper, explain_pair, explain_recipient, summary};
use crate::{Depth, ReportError, markdown};
use jiedui_domain::Measure;
use jiedui_explain::dossier::{CriterionKind, TierScale};
use jiedui_messages::Lang;

const DEPTHS: [(Depth, &str); 3] = [
    (Depth::Line, "line"),
    (Depth::Page, "page"),
    (Depth::Full, "full"),
];

#[test]
fn summary_reads() {
    for lang in Lang::ALL {
        let text = summary(&small(), Some("runs/small"), lang, 80);
        insta::assert_snapshot!(format!("summary_{}", lang.code()), text);
        let text = summary(&province(), Some("runs/sichuan-2025"), lang, 80);
        insta::assert_snapshot!(format!("summary_province_{}", lang.code()), text);
    }
}

#[test]
fn explanations_read_at_every_depth() {
    let dossier = small();
    for lang in Lang::ALL {
        for (depth, name) in DEPTHS {
            let texts = [
                (
                    "recipient",
                    explain_recipient(&dossier, "甲县", depth, lang, 80),
                ),
                ("helper", explain_helper(&dossier, "h4", depth, lang, 80)),
                (
                    "pair",
                    explain_pair(&dossier, "h1", "100001", depth, lang, 80),
                ),
            ];
            for (what, text) in texts {
                let text = text.unwrap();
                assert!(widest(&text) <= 80, "{text}");
                insta::assert_snapshot!(format!("{what}_{name}_{}", lang.code()), text);
            }
        }
        for (helper, recipient, name) in [
            ("h4", "100001", "forbidden"),
            ("h4", "100002", "too_far"),
            ("h2", "100001", "not_chosen"),
        ] {
            let text =
                explain_excluded(&dossier, helper, recipient, Depth::Page, lang, 80).unwrap();
            assert!(widest(&text) <= 80, "{text}");
            insta::assert_snapshot!(format!("unformed_{name}_{}", lang.code()), text);
        }
    }
}

#[test]
fn what_is_missing_is_told_as_missing_and_not_as_a_blank_or_a_figure() {
    let mut dossier = small();
    for pair in &mut dossier.pairs {
        pair.distance_km = None;
        pair.clauses.clear();
        for criterion in &mut pair.criteria {
            if criterion.criterion == CriterionKind::Distance {
                (criterion.at_recipient, criterion.at_helper) = (None, None);
            }
        }
    }
    let formed = dossier.pairs.iter().filter(|pair| !pair.divisible).count();
    let report = markdown::report(&dossier, Lang::Zh);
    assert!(report.contains(&format!("（{formed} 对距离未知，按 0 计）")));
    assert!(!report.contains("依据：。") && !report.contains("依据：\n"));
    assert!(report.contains("距离由近到远无法排名"));
}

#[test]
fn continuity_by_age_is_told_in_years() {
    let mut dossier = small();
    let tier = &mut dossier.tiers[0];
    tier.objectives.truncate(1);
    let one = &mut tier.objectives[0];
    (one.measure, one.by_age, one.maximise, one.weight) = (Measure::Continuity, true, true, 1.0);
    tier.scale = TierScale::Relative;
    tier.in_plan = 19.0;
    let text = summary(&dossier, None, Lang::Zh, 80);
    assert!(
        text.contains("延续上年结对（按结对年数计）：19 年"),
        "{text}"
    );
    assert!(text.contains("延续上年结对 "), "{text}");
}

#[test]
fn markdown_reads() {
    for lang in Lang::ALL {
        let text = markdown::report(&small(), lang);
        insta::assert_snapshot!(format!("report_{}", lang.code()), text);
    }
}

#[test]
fn unknown_and_ambiguous_names_are_errors() {
    let mut dossier = small();
    let explain = |dossier: &_, name| explain_recipient(dossier, name, Depth::Line, Lang::Zh, 80);
    assert_eq!(
        explain(&dossier, "丁县"),
        Err(ReportError::UnknownRecipient {
            given: "丁县".to_owned()
        })
    );
    dossier.recipients[1].name = "甲县".to_owned();
    assert_eq!(
        explain(&dossier, "甲县"),
        Err(ReportError::AmbiguousName {
            given: "甲县".to_owned(),
            codes: vec!["100001".to_owned(), "100002".to_owned()]
        })
    );
}
