//! What a pair would cost, on the page: regret with its chain, answers solved again, decisions.

use super::cases::small;
use super::{Opened, open, open_page};
use jiedui_explain::Dossier;
use jiedui_explain::conflict::{Party, TrackName};
use jiedui_explain::dossier::{
    DecisionFact, PairRegret, REGRET_VERSION, RegretMove, RegretState, RegretTier, Regrets,
};
use jiedui_explain::why_not::{Answer, Asked, Cost, WhyNot};
use jiedui_messages::Lang;
use jiedui_report::Answers;
use jiedui_report::html::{HtmlOptions, report};
use serde_json::json;

/// A candidate of the small dossier, and who helps there now in the same track.
fn asked(dossier: &Dossier) -> (String, String, String) {
    let found = dossier.candidates.iter().find_map(|row| {
        let track = &dossier.helper(&row.helper)?.track;
        let mut pairs = dossier.pairs_of_recipient(&row.recipient);
        let pair = pairs.find(|pair| pair.track == *track)?;
        Some((
            row.helper.clone(),
            row.recipient.clone(),
            pair.helper.clone(),
        ))
    });
    found.unwrap()
}

fn moves(helper: &str, recipient: &str, rival: &str) -> Vec<RegretMove> {
    let one = |helper: &str, from: Option<&str>, to: Option<&str>| RegretMove {
        helper: helper.to_owned(),
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
    };
    vec![
        one(helper, None, Some(recipient)),
        one(rival, Some(recipient), None),
    ]
}

fn answer_of(opened: &mut Opened) -> String {
    opened.text("document.getElementById('answer').innerText")
}

#[test]
fn the_cost_of_a_candidate_is_told_and_its_chain_is_drawn() {
    let mut dossier = small();
    let (helper, recipient, rival) = asked(&dossier);
    dossier.regrets = Some(Regrets {
        version: REGRET_VERSION,
        tiers: dossier
            .tiers
            .iter()
            .map(|tier| RegretTier {
                priority: tier.priority,
                in_plan: tier.in_plan,
                keeps: tier.in_plan,
            })
            .collect(),
        pairs: vec![PairRegret {
            helper: helper.clone(),
            recipient: recipient.clone(),
            formed: false,
            state: RegretState::Priced,
            least: vec![0.25],
            achieved: Some(vec![0.5]),
            moves: moves(&helper, &recipient, &rival),
            gain: None,
        }],
    });
    let Some(mut opened) = open(&dossier, Lang::Zh) else {
        return;
    };
    opened.go(&format!("why-not/{helper}/{recipient}"));
    let answer = answer_of(&mut opened);
    assert!(
        answer.contains("至少损失") && answer.contains("至多损失"),
        "{answer}"
    );
    // What is known is told instead of the remark that it is not.
    assert!(!answer.contains("须重新求解才能知道"), "{answer}");
    let count = |opened: &mut Opened, what: &str| {
        opened.number(&format!(
            "document.querySelectorAll('#answer {what}').length"
        ))
    };
    assert_eq!(count(&mut opened, "ol.moves li"), 2);
    let seated = |code: &str| dossier.helper(code).unwrap().lon.is_some();
    let drawn = |code: &str| {
        i64::from(seated(code) && dossier.recipient(&recipient).unwrap().lon.is_some())
    };
    assert_eq!(count(&mut opened, ".pair-line.wanted"), drawn(&helper));
    assert_eq!(count(&mut opened, ".pair-line.lost"), drawn(&rival));
    opened.ask("document.querySelector('[data-switch=en]').click()");
    let answer = answer_of(&mut opened);
    assert!(answer.contains("loses at least"), "{answer}");
    opened.assert_no_problems();
}

#[test]
fn answers_solved_again_and_decisions_are_shown() {
    let mut dossier = small();
    let (helper, recipient, rival) = asked(&dossier);
    let nasty = "<img src=x onerror=window.hacked=1>\u{202e}理由";
    dossier.pairs[0].locked = Some(DecisionFact {
        reason: nasty.to_owned(),
        clause: None,
        author: Some("甲".to_owned()),
        date: None,
        fact: dossier.pairs[0].facts[0].clone(),
    });
    let party = |code: &str, name: &str| Party {
        code: code.to_owned(),
        name: name.to_owned(),
    };
    let tier = &dossier.tiers[0];
    let moved: Vec<_> = moves(&helper, &recipient, &rival)
        .into_iter()
        .map(|one| json!({ "helper": one.helper, "from": one.from, "to": one.to }))
        .collect();
    let track = &dossier.helper(&helper).unwrap().track;
    let cost = json!({
        "finding": { "kind": "loses", "priority": tier.priority },
        "tiers": [{ "priority": tier.priority, "run": tier.reached, "asked": tier.reached - 0.01,
            "comparable": true, "least": 0.0, "achieved": 0.01 }],
        "termination": "effort_spent",
        "moves": [{ "track": track, "kept": 0, "ended": 1, "begun": 1, "chains": [{ "closed": false, "moves": moved }] }],
        "falls": [], "rises": [],
    });
    let cost: Cost = serde_json::from_value(cost).unwrap();
    let answers = Answers {
        decisions: None,
        pairs: vec![WhyNot {
            format_version: 1,
            asked: Asked::Formed,
            track: TrackName {
                code: track.clone(),
                title: dossier.track(track).unwrap().title.clone(),
            },
            helper: party(&helper, &dossier.helper(&helper).unwrap().name),
            recipient: party(&recipient, &dossier.recipient(&recipient).unwrap().name),
            tiers: dossier.tiers.clone(),
            answer: Answer::Priced(cost),
            counterfactuals: None,
        }],
    };
    let options = HtmlOptions {
        answers: Some(&answers),
        ..HtmlOptions::default()
    };
    let Some(mut opened) = open_page(&report(&dossier, &options).unwrap()) else {
        return;
    };
    // The questions that were asked are listed where one asks, and lead to their answers.
    opened.go("why-not");
    let target = opened.text("document.querySelector('#view li a').getAttribute('href')");
    assert_eq!(target, format!("#/why-not/{helper}/{recipient}"));
    opened.go(&target[2..]);
    let answer = answer_of(&mut opened);
    assert!(
        answer.contains("重新求解的结果") && answer.contains("损失"),
        "{answer}"
    );
    opened.go("decisions");
    let page = opened.text("document.getElementById('view').innerText");
    assert!(
        page.contains("必须结对") && page.contains("<img src=x"),
        "{page}"
    );
    assert!(page.contains("没有测算"), "{page}");
    assert_eq!(opened.ask("window.hacked === undefined"), true);
    opened.assert_no_problems();
}
