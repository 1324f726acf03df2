//! Sentences that were true of the figures and that a county head took for something else.

use super::small;
use crate::Depth;
use crate::clean::Medium;
use crate::document::why_ended;
use crate::terminal::{
    explain_costs, explain_fairness, explain_helper, explain_pair, explain_recipient,
};
use crate::wording::Wording;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{
    CriterionKind, PairRegret, REGRET_VERSION, RegretState, RegretTier, Regrets,
};
use jiedui_messages::Lang;

/// Columns wide enough that no sentence is broken.
const WIDE: usize = 4000;

/// One row of regrets for every candidate, all alike.
fn with_regrets(state: RegretState, achieved: Option<f64>) -> Dossier {
    let mut dossier = small();
    let candidates = dossier.candidates.iter();
    let pairs = candidates.map(|row| PairRegret {
        helper: row.helper.clone(),
        recipient: row.recipient.clone(),
        formed: false,
        state,
        least: vec![0.0],
        achieved: achieved.map(|loss| vec![loss]),
        moves: Vec::new(),
        gain: None,
    });
    let pairs = pairs.collect();
    let tiers = dossier.tiers.iter();
    let tiers = tiers.map(|tier| RegretTier {
        priority: tier.priority,
        in_plan: tier.in_plan,
        keeps: tier.in_plan,
    });
    dossier.regrets = Some(Regrets {
        version: REGRET_VERSION,
        tiers: tiers.collect(),
        pairs,
    });
    dossier
}

#[test]
fn a_county_beside_a_helper_is_not_said_to_help() {
    let dossier = small();
    let row = dossier.candidates.iter().find(|row| row.helper == "h1");
    let row = row.unwrap();
    let recipient = dossier.recipient(&row.recipient).unwrap();
    let text = explain_helper(&dossier, "h1", Depth::Full, Lang::Zh, WIDE).unwrap();
    let (_, listed) = text.split_once("可以结对但本方案没有选的受扶地").unwrap();
    let mut lines = listed.lines();
    assert!(
        lines.any(|line| line.contains("本渠道现有帮扶方")),
        "{text}"
    );
    let line = lines.find(|line| line.trim_start().starts_with(&recipient.name));
    let line = line.unwrap();
    let track = &dossier.helper("h1").unwrap().track;
    let mut now = dossier.pairs_of_recipient(&row.recipient);
    let helper = now
        .find(|pair| &pair.track == track)
        .map(|pair| &pair.helper);
    let now = helper.map_or("无", |code| &dossier.helper(code).unwrap().name);
    assert!(line.contains(now) && !line.contains("帮扶受扶"), "{line}");
}

#[test]
fn helpers_that_no_plan_can_have_are_not_denied() {
    let dossier = with_regrets(RegretState::Impossible, None);
    let mut seen = 0;
    for pair in &dossier.pairs {
        let of_track = |helper: &str| dossier.helper(helper).unwrap().track == pair.track;
        let mut candidates = dossier.candidates.iter();
        let has_rivals =
            candidates.any(|row| row.recipient == pair.recipient && of_track(&row.helper));
        let mut here = dossier.pairs_of_recipient(&pair.recipient);
        if !has_rivals || here.any(|one| one.helper != pair.helper && one.track == pair.track) {
            continue;
        }
        seen += 1;
        for depth in [Depth::Page, Depth::Full] {
            let text = explain_pair(
                &dossier,
                &pair.helper,
                &pair.recipient,
                depth,
                Lang::Zh,
                WIDE,
            );
            let text = text.unwrap();
            assert!(!text.contains("没有其他可选的帮扶方"), "{text}");
            assert!(text.contains("没有任何方案能由它们再来帮扶"), "{text}");
        }
    }
    assert!(seen > 0);
}

#[test]
fn nothing_proven_is_not_told_as_a_proof_of_nothing() {
    let dossier = with_regrets(RegretState::Priced, Some(0.25));
    let text = explain_costs(&dossier, Depth::Full, Lang::Zh, WIDE);
    let rows: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("第 1 级 "))
        .collect();
    assert_eq!(rows.len(), dossier.candidates.len(), "{text}");
    assert!(rows.iter().all(|row| row.contains("没有证明")), "{text}");
}

#[test]
fn a_limit_elsewhere_is_not_told_as_that_of_the_worst_off() {
    let mut dossier = small();
    let worst = dossier.fairness.as_ref().unwrap().worst.clone();
    let told = |dossier: &Dossier| explain_fairness(dossier, Depth::Page, Lang::Zh, WIDE);
    let others = dossier.recipients.iter().map(|entry| entry.code.clone());
    let others: Vec<String> = others.filter(|code| !worst.contains(code)).collect();
    for (among, elsewhere) in [(worst, false), (others, true)] {
        dossier.fairness.as_mut().unwrap().why.among = among;
        let text = told(&dossier);
        assert_eq!(text.contains("不在其中"), elsewhere, "{text}");
    }
}

#[test]
fn a_floor_that_no_priority_asks_for_is_not_said_to_be_as_high_as_can_be() {
    let mut dossier = small();
    let told = |dossier: &Dossier| explain_fairness(dossier, Depth::Page, Lang::Zh, WIDE);
    assert!(told(&dossier).contains("为什么最低的满足率不能再高"));
    dossier.tiers.remove(0);
    let text = told(&dossier);
    assert!(!text.contains("不能再高"), "{text}");
    assert!(text.contains("方案并不追求它"), "{text}");
    // A floor of some tracks alone is another.
    let mut dossier = small();
    let track = dossier.tracks[0].code.clone();
    dossier.tiers[0].objectives[0].tracks = vec![track];
    assert!(!told(&dossier).contains("不能再高"));
}

#[test]
fn a_code_that_a_name_ends_with_is_not_told_twice() {
    let mut dossier = small();
    let helper =
        |dossier: &Dossier| explain_helper(dossier, "h1", Depth::Page, Lang::Zh, WIDE).unwrap();
    assert!(helper(&dossier).contains("（h1）"));
    let at = dossier.helpers.iter().position(|entry| entry.code == "h1");
    dossier.helpers[at.unwrap()].name.push_str("（h1）");
    let text = helper(&dossier);
    assert!(!text.contains("（h1）（h1）"), "{text}");
    let entry = &mut dossier.recipients[0];
    let (code, told) = (entry.code.clone(), format!("（{}）", entry.code));
    entry.name.push_str(&told);
    let text = explain_recipient(&dossier, &code, Depth::Page, Lang::Zh, WIDE).unwrap();
    assert!(text.contains(&told), "{text}");
    assert!(!text.contains(&format!("{told}{told}")), "{text}");
}

#[test]
fn a_rank_by_distance_counts_those_whose_distance_is_known() {
    let mut dossier = small();
    let pair = dossier.pairs[0].clone();
    let told = |dossier: &Dossier| {
        let (helper, recipient) = (&pair.helper, &pair.recipient);
        explain_pair(dossier, helper, recipient, Depth::Page, Lang::Zh, WIDE).unwrap()
    };
    assert!(!told(&dossier).contains("距离已知"));
    let mut criteria = dossier.pairs[0].criteria.iter_mut();
    let distance = criteria.find(|one| one.criterion == CriterionKind::Distance);
    let ranking = distance.unwrap().at_recipient.as_mut().unwrap();
    (ranking.rank, ranking.of, ranking.tied) = (1, 1, 1);
    let text = told(&dossier);
    assert!(text.contains("距离已知的 1 家中由近到远排第 1"), "{text}");
}

#[test]
fn a_pair_that_ends_is_told_with_what_going_on_would_cost() {
    let ended = |dossier: &Dossier| {
        let pair = dossier.ended.iter().find(|pair| !pair.excluded).unwrap();
        let wording = Wording {
            dossier,
            lang: Lang::Zh,
            medium: Medium::Markdown,
        };
        why_ended(wording, &pair.helper, &pair.recipient)
    };
    assert_eq!(ended(&small()), "可以继续，但本方案没有选");
    let priced = ended(&with_regrets(RegretState::Priced, Some(0.25)));
    assert!(
        priced.starts_with("可以继续，但本方案没有选；如果继续："),
        "{priced}"
    );
    // Of one plan, in the first priority, and nothing of it proven.
    assert!(priced.contains("代价未定"), "{priced}");
    assert!(priced.contains("损失 25.00 个百分点"), "{priced}");
    let impossible = ended(&with_regrets(RegretState::Impossible, None));
    assert!(impossible.contains("没有任何方案能有"), "{impossible}");
    assert!(!impossible.contains("可以继续"), "{impossible}");
}
