//! Tracks that share out help by amount form no pairs: nothing may count, price or compare them as pairs.

use super::document::paragraphs_of_proposal;
use super::small;
use crate::terminal::{
    explain_backbone, explain_costs, explain_excluded, explain_fairness, explain_helper,
    explain_pair, explain_recipient, summary,
};
use crate::{Depth, plan_alternatives};
use jiedui_domain::Measure;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{PairEntry, UnitOfMeasure};
use jiedui_explain::plan_alternatives::{AlternativesEnd, PlanAlternatives};
use jiedui_messages::Lang;

/// The small dossier with no other tracks than those that share out help.
fn shared_out() -> Dossier {
    let mut dossier = small();
    dossier.tracks.retain(|track| track.divisible);
    dossier.pairs.retain(|pair| pair.divisible);
    dossier
}

fn page(dossier: &Dossier, pair: &PairEntry, lang: Lang) -> String {
    explain_pair(
        dossier,
        &pair.helper,
        &pair.recipient,
        Depth::Page,
        lang,
        80,
    )
    .unwrap()
}

#[test]
fn sums_of_the_draft_fit_one_another() {
    let dossier = small();
    let formed = dossier.pairs.iter().filter(|pair| !pair.divisible);
    let (kept, new): (Vec<_>, Vec<_>) = formed.partition(|pair| pair.kept_since.is_some());
    assert!(kept.len() + new.len() < dossier.pairs.len());
    let text = paragraphs_of_proposal(&dossier);
    for expected in [
        format!("建议结对 {} 对", kept.len() + new.len()),
        format!("延续上年结对 {} 对，新增 {} 对", kept.len(), new.len()),
        "按量分配 1 项）".to_owned(),
    ] {
        assert!(text.contains(&expected), "{expected}: {text}");
    }
    let all = dossier.helpers.len() * dossier.recipients.len();
    let candidates = dossier.candidates.len() + dossier.pairs.len();
    // A helper that sits in its recipient and the like are excluded: nothing is lost between the two.
    let told = format!("排除 {} 个，其余 {candidates} 个", dossier.excluded.len());
    assert!(text.contains(&told), "{told}: {text}");
    assert!(candidates + dossier.excluded.len() <= all);
    assert!(summary(&dossier, None, Lang::Zh, 80).contains("共 4 对"));
}

#[test]
fn what_is_shared_out_is_no_pair_of_a_helper_or_a_recipient() {
    let dossier = small();
    let of_helpers: u32 = dossier.helpers.iter().map(|entry| entry.pairs).sum();
    let formed = dossier.pairs.iter().filter(|pair| !pair.divisible).count();
    assert_eq!(of_helpers as usize, formed);
    let helper = |dossier: &Dossier| explain_helper(dossier, "h6", Depth::Page, Lang::Zh, 80);
    let text = helper(&dossier).unwrap().replace('\n', "");
    assert!(text.contains("按量分配给 1 个受扶地"), "{text}");
    assert!(!text.contains("结对 "), "{text}");
    let recipient = |dossier: &Dossier| {
        explain_recipient(dossier, "100002", Depth::Page, Lang::Zh, 80).unwrap()
    };
    let text = recipient(&dossier);
    assert!(text.contains("结对 1 家"), "{text}");
    let text = recipient(&shared_out());
    assert!(!text.contains("结对 0 家"), "{text}");
}

#[test]
fn a_draft_without_amounts_claims_nothing_about_their_data() {
    let mut dossier = small();
    dossier.data_quality.value_by_basis = Default::default();
    for entry in &mut dossier.recipients {
        (entry.need_wan, entry.given_wan) = (0.0, 0.0);
    }
    let text = paragraphs_of_proposal(&dossier);
    assert!(!text.contains("依据全部来自公布数据"), "{text}");
    assert!(!text.contains("占报送需求"), "{text}");
}

#[test]
fn drafts_of_yearly_plans_are_promised_for_their_track_alone() {
    let text = paragraphs_of_proposal(&small());
    let promise = text
        .lines()
        .find(|line| line.contains("草案已随本方案生成"));
    let dossier = small();
    let title = &dossier.track("place").unwrap().title.zh;
    assert!(promise.unwrap().contains(title.as_str()), "{promise:?}");
}

#[test]
fn only_what_a_pair_adds_to_an_objective_over_all_tracks_is_told() {
    let mut dossier = small();
    let at = dossier.pairs.iter().position(|pair| pair.divisible);
    let at = at.unwrap();
    let floor = dossier.pairs[at]
        .contributions
        .iter_mut()
        .find(|one| one.measure == Measure::CoverageFloor)
        .unwrap();
    floor.kind = jiedui_explain::dossier::ContributionKind::Binding;
    floor.binding = true;
    let told = |dossier: &Dossier| {
        let text = page(dossier, &dossier.pairs[at], Lang::Zh);
        text.contains("“最低需求满足率”正取决于这里")
    };
    let value = |share: f64| {
        serde_json::from_value(serde_json::json!({ "exact": share.to_string(), "value": share }))
            .unwrap()
    };
    for (share, tracks, expected) in [
        (0.2, vec![], true),
        (0.0, vec![], false),
        (0.2, vec!["place".to_owned()], false),
    ] {
        let floor = &mut dossier.pairs[at].contributions;
        let floor = floor
            .iter_mut()
            .find(|one| one.measure == Measure::CoverageFloor);
        floor.unwrap().value = Some(value(share));
        dossier.tiers[0].objectives[0].tracks = tracks;
        assert_eq!(told(&dossier), expected, "{share}");
    }
}

#[test]
fn others_that_help_there_already_are_not_denied() {
    let mut dossier = small();
    let pair = dossier.pairs[0].clone();
    dossier
        .candidates
        .retain(|row| row.recipient != pair.recipient);
    let none = page(&dossier, &pair, Lang::En);
    assert!(
        none.contains("No other helper of this track may come"),
        "{none}"
    );
    let mut other = pair.clone();
    other.helper = "h2".to_owned();
    dossier.pairs.insert(1, other);
    let here = page(&dossier, &pair, Lang::En);
    assert!(!here.contains("No other helper"), "{here}");
    assert!(here.contains("help here already"), "{here}");
}

#[test]
fn nothing_is_to_be_solved_again_where_no_pair_can_be_demanded() {
    let dossier = small();
    for (helper, recipient, asked) in [("h6", "100001", false), ("h2", "100001", true)] {
        let text = explain_excluded(&dossier, helper, recipient, Depth::Page, Lang::Zh, 80);
        let text = text.unwrap();
        assert_eq!(text.contains("--exact 重新求解"), asked, "{text}");
    }
    let dossier = shared_out();
    for text in [
        explain_costs(&dossier, Depth::Page, Lang::Zh, 80),
        explain_backbone(&dossier, None, Depth::Page, Lang::Zh, 80),
    ] {
        assert!(text.contains("按量分配"), "{text}");
        assert!(!text.contains("--exact"), "{text}");
    }
    let text = summary(&dossier, None, Lang::Zh, 80);
    assert!(!text.contains("共 0 对"), "{text}");
    let found = PlanAlternatives {
        format_version: 1,
        tiers: dossier.tiers.clone(),
        within: 0.02,
        asked: 1,
        pairs: 0,
        plans: Vec::new(),
        ended: Some(AlternativesEnd::NoOther),
    };
    let text = plan_alternatives::terminal(&found, &dossier, Depth::Page, Lang::Zh, 80);
    assert!(!text.contains("已证明"), "{text}");
}

#[test]
fn a_load_that_does_not_fit_is_told() {
    let mut dossier = small();
    let helper = dossier.helpers.iter_mut().find(|entry| entry.code == "h2");
    helper.unwrap().max_load = Some(1.0);
    let text = explain_excluded(&dossier, "h2", "100001", Depth::Page, Lang::Zh, 80).unwrap();
    let told = "工作量已占 1，上限 1；这一对另占 1，容不下";
    assert!(text.replace("\n  ", "").contains(told), "{text}");
}

#[test]
fn nothing_divided_by_nothing_is_no_multiple() {
    let mut dossier = small();
    let fairness = dossier.fairness.as_mut().unwrap();
    fairness.coverage.least = 0.0;
    fairness.coverage.ratio = None;
    fairness.why.cut.clear();
    fairness.why.reachable_wan = 0.0;
    let text = explain_fairness(&dossier, Depth::Page, Lang::Zh, 80);
    assert!(!text.contains("无定义 倍"), "{text}");
    assert!(!text.contains("下列各项之和"), "{text}");
}

#[test]
fn a_figure_with_a_remark_leaves_room_for_texts() {
    let mut dossier = small();
    for pair in &mut dossier.pairs {
        pair.distance_km = None;
    }
    for entry in &mut dossier.measures {
        if entry.measure == Measure::FlowDistance {
            entry.unit = UnitOfMeasure::WanKm;
        }
    }
    let pair = &dossier.pairs[0];
    let (helper, recipient) = (&pair.helper, &pair.recipient);
    let text = explain_pair(&dossier, helper, recipient, Depth::Full, Lang::En, 80).unwrap();
    assert!(text.contains("of unknown distance"), "{text}");
    // Words are whole, which they are not in columns of two letters.
    for word in [" highest ", " recipient;"] {
        assert!(text.contains(word), "{text}");
    }
}
