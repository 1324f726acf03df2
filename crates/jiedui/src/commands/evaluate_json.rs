//! The judgement on a plan as JSON.

use super::evaluate_text::Told;
use jiedui_domain::{HelperId, RecipientId};
use jiedui_engine::{AmountsBy, ShortOf};
use serde_json::{Value, json};

impl Told<'_> {
    pub(super) fn json(&self) -> Value {
        let case = self.case;
        let evaluation = self.evaluation;
        let pair = |(helper, recipient): &(HelperId, RecipientId)| {
            json!([case.helpers[*helper].code, case.recipient_code(*recipient)])
        };
        let pairs = |all: &[(HelperId, RecipientId)]| all.iter().map(pair).collect::<Vec<_>>();
        json!({
            "format_version": 1,
            "plan": self.plan.display().to_string(),
            "pairs": self.formed(),
            "amounts": match evaluation.amounts {
                AmountsBy::People => "given",
                AmountsBy::AllRules => "allocated",
                AmountsBy::WithoutRulesOfPairs => "allocated_without_rules_of_pairs",
                AmountsBy::WithoutRulesOfEffort => "allocated_without_rules_of_effort",
            },
            "out_of_reach": self.out_of_reach_json(),
            "holds": evaluation.verdict.holds(),
            "violations": evaluation.verdict.violations.iter().map(|one| json!({
                "rule": one.rule.code(),
                "code": one.code,
                "helper": one.helper.map(|id| &case.helpers[id].code),
                "recipient": one.recipient.map(|id| case.recipient_code(id)),
                "track": one.track.map(|id| &case.policy.tracks[id].code),
                "sector": one.sector.map(|id| &case.policy.sectors[id].code),
                "found": one.found,
                "allowed": one.allowed,
                "cells": one.facts.iter().map(|origin| json!({
                    "file": &*origin.file, "row": origin.row,
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "tiers": evaluation.standings.iter().enumerate().map(|(index, one)| {
                let best = self.best.and_then(|best| best.get(index));
                json!({
                    "priority": one.priority,
                    "value": one.value,
                    "best": best.map(|best| best.value),
                    "bound": best.map(|best| best.bound),
                })
            }).collect::<Vec<_>>(),
            "measures": evaluation.measures.iter().map(|one| json!({
                "measure": one.measure, "value": one.value,
            })).collect::<Vec<_>>(),
            "best_amounts": evaluation.best_amounts.as_ref().map(|(violations, tiers)| json!({
                "violations": violations, "tiers": tiers,
            })),
            "changes_thought_of": evaluation.changes_tried.0,
            "changes_tried": evaluation.changes_tried.1,
            "improvements": evaluation.improvements.iter().map(|one| json!({
                "ended": pairs(&one.change.ended),
                "begun": pairs(&one.change.begun),
                "violations": one.violations,
                "tiers": one.values,
            })).collect::<Vec<_>>(),
        })
    }

    fn out_of_reach_json(&self) -> Vec<Value> {
        let all = self.evaluation.out_of_reach.iter();
        all.map(|one| {
            let (rule, helper, recipient) = match one.short {
                ShortOf::PairSupport(helper, recipient) => {
                    ("minimum_support", Some(helper), Some(recipient))
                }
                ShortOf::HelperSupport(helper, _) => ("minimum_support", Some(helper), None),
                ShortOf::Effort(helper) => ("effort_floor", Some(helper), None),
                ShortOf::RecipientSupport(recipient, _) => {
                    ("minimum_support", None, Some(recipient))
                }
            };
            json!({
                "rule": rule,
                "helper": helper.map(|id| &self.case.helpers[id].code),
                "recipient": recipient.map(|id| self.case.recipient_code(id)),
                "least_wan": one.least,
                "most_wan": one.most,
            })
        })
        .collect()
    }
}
