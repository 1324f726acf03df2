//! Least amounts that no sharing out can reach, in words.

use super::evaluate_text::Told;
use jiedui_domain::Quantity;
use jiedui_engine::{OutOfReach, ShortOf};
use jiedui_messages::grouped;

/// Those told one by one.
const LISTED: usize = 10;

impl Told<'_> {
    /// Who cannot reach the least amounts whatever is given, or that nobody was found.
    pub(super) fn out_of_reach(&self) -> Vec<String> {
        let all = &self.evaluation.out_of_reach;
        if all.is_empty() {
            return vec![self.say("eva-reach-none", &[])];
        }
        let lead = self.say("eva-reach", &[]);
        let listed = all.iter().take(LISTED).map(|one| self.short(one));
        let mut lines: Vec<String> = std::iter::once(lead).chain(listed).collect();
        if let Some(more) = all.len().checked_sub(LISTED).filter(|more| *more > 0) {
            lines.push(self.say("eva-more", &[("n", &grouped(more))]));
        }
        lines
    }

    fn short(&self, one: &OutOfReach) -> String {
        let wan = |value: f64| {
            let hundredths = (value * 100.0 - 1e-6).ceil() / 100.0;
            self.say("rep-unit-wan", &[("n", &grouped(hundredths))])
        };
        let (key, helper, recipient, pairs) = match one.short {
            ShortOf::PairSupport(helper, recipient) => {
                ("eva-reach-pair", Some(helper), Some(recipient), 1)
            }
            ShortOf::HelperSupport(helper, pairs) => {
                ("eva-reach-helper", Some(helper), None, pairs)
            }
            ShortOf::Effort(helper) => ("eva-reach-effort", Some(helper), None, 0),
            ShortOf::RecipientSupport(recipient, pairs) => {
                ("eva-reach-recipient", None, Some(recipient), pairs)
            }
        };
        // A share has six decimals, so a percentage has four.
        let percent = helper.map(|helper| {
            let track = self.case.helpers[helper].track;
            let floor = self.case.policy.tracks[track].effort_floor;
            grouped((floor.to_f64() * 1e6).round() / 1e4)
        });
        self.say(
            key,
            &[
                (
                    "helper",
                    &helper.map(|id| self.helper(id)).unwrap_or_default(),
                ),
                (
                    "recipient",
                    &recipient.map(|id| self.recipient(id)).unwrap_or_default(),
                ),
                ("n", &grouped(pairs)),
                ("share", &percent.unwrap_or_default()),
                ("least", &wan(one.least)),
                ("most", &wan(one.most)),
            ],
        )
    }
}
