//! The backbone (model §7): which pairs are in every plan within a stated tolerance of the plan in hand,
//! in none, or in some, as far as that is proven or shown.
//!
//! *Within a tolerance* are the plans that keep every earlier priority as the policy demands and lose at
//! most so much in the last one. Every pair that is proven to cost more is in all of these plans (where
//! doing without it costs more) or in none (where forming it does). A pair that a plan within the tolerance
//! was worked out without, or with, is a real choice. The rest is open: no claim is made.

use crate::dossier::{Dossier, PairRegret, RegretState, TierScale};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the shape that this program writes.
pub const FORMAT_VERSION: u32 = 1;

/// What is known of a pair over all plans within the tolerance.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// In every plan: proven.
    Always,
    /// In no plan: proven.
    Never,
    /// In some plans and not in others: both are at hand.
    Sometimes,
    /// Neither is proven nor shown.
    Open,
}

/// A pair by its codes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct BackbonePair {
    /// The helper.
    pub helper: String,
    /// The recipient.
    pub recipient: String,
    /// Whether the plan in hand forms it.
    pub formed: bool,
}

/// Every candidate by what is known of it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Backbone {
    /// Version of this shape; 1.
    pub format_version: u32,
    /// The tolerance as stated: as in the policy, absolute for shares, else relative to the plan's value.
    pub within: f64,
    /// The priority in which it may be lost: the last one.
    pub priority: u32,
    /// What may be lost there, in the priority's own sums.
    pub may_lose: f64,
    /// Pairs in every plan.
    pub always: Vec<BackbonePair>,
    /// Pairs in no plan, though no single rule excludes them.
    pub never: Vec<BackbonePair>,
    /// Pairs that some plans have and others have not.
    pub sometimes: Vec<BackbonePair>,
    /// Pairs of which nothing is proven or shown.
    pub open: Vec<BackbonePair>,
}

/// Figures closer than this, relative above 1, could be rounding: no claim rests on them.
const NOISE: f64 = 1e-7;

/// The backbone of a run; `None` where the dossier has no regrets.
///
/// `within` is a tolerance as the policy states them, 0 or more.
pub fn backbone(dossier: &Dossier, within: f64) -> Option<Backbone> {
    let regrets = dossier.regrets.as_ref()?;
    let last = regrets.tiers.len().checked_sub(1)?;
    let against = regrets.tiers.get(last)?;
    let mut tiers = dossier.tiers.iter();
    let tier = tiers.find(|tier| tier.priority == against.priority)?;
    let size = match tier.scale {
        TierScale::Share => tier.objectives.iter().map(|one| one.weight.abs()).sum(),
        TierScale::Relative => against.in_plan.abs(),
    };
    let may_lose = within * size;
    let mut found = Backbone {
        format_version: FORMAT_VERSION,
        within,
        priority: against.priority,
        may_lose,
        always: Vec::new(),
        never: Vec::new(),
        sometimes: Vec::new(),
        open: Vec::new(),
    };
    let demanded = dossier.demanded();
    for row in &regrets.pairs {
        // The rules alone may say what no plan can have, whatever was worked out of the pair.
        let standing = if demanded.rules_out(&row.helper, &row.recipient) {
            Standing::Never
        } else {
            standing(row, last, may_lose)
        };
        let list = match standing {
            Standing::Always => &mut found.always,
            Standing::Never => &mut found.never,
            Standing::Sometimes => &mut found.sometimes,
            Standing::Open => &mut found.open,
        };
        list.push(BackbonePair {
            helper: row.helper.clone(),
            recipient: row.recipient.clone(),
            formed: row.formed,
        });
    }
    Some(found)
}

/// What is known of one candidate; `last` is the place of the last priority.
fn standing(row: &PairRegret, last: usize, may_lose: f64) -> Standing {
    let noise = NOISE * may_lose.max(1.0);
    let proven = match row.state {
        RegretState::Demanded | RegretState::Impossible => true,
        RegretState::Priced => row
            .proven()
            .is_some_and(|(tier, loss)| tier < last || loss > may_lose + noise),
    };
    if proven {
        return if row.formed {
            Standing::Always
        } else {
            Standing::Never
        };
    }
    match row.reached() {
        Some(None) => Standing::Sometimes,
        Some(Some((tier, loss))) if tier == last && loss <= may_lose => Standing::Sometimes,
        _ => Standing::Open,
    }
}

/// The JSON Schema of [`Backbone`].
pub fn schema_of_backbone() -> serde_json::Value {
    schemars::schema_for!(Backbone).to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(formed: bool, least: &[f64], achieved: Option<&[f64]>) -> PairRegret {
        PairRegret {
            helper: "h1".to_owned(),
            recipient: "100001".to_owned(),
            formed,
            state: RegretState::Priced,
            least: least.to_vec(),
            achieved: achieved.map(<[f64]>::to_vec),
            moves: Vec::new(),
            gain: None,
        }
    }

    #[test]
    fn only_what_is_proven_or_shown_is_claimed() {
        // Proven to lose more than allowed.
        assert_eq!(
            standing(&row(true, &[0.0, 0.3], None), 1, 0.2),
            Standing::Always
        );
        assert_eq!(
            standing(&row(false, &[0.0, 0.3], None), 1, 0.2),
            Standing::Never
        );
        // Proven to lose in an earlier priority, whatever may be lost in the last.
        assert_eq!(standing(&row(false, &[0.1], None), 1, 9.0), Standing::Never);
        // Proven to lose, but within what is allowed.
        assert_eq!(
            standing(&row(true, &[0.0, 0.3], None), 1, 0.4),
            Standing::Open
        );
        // Shown.
        let shown = row(false, &[0.0, 0.0], Some(&[0.0, 0.3]));
        assert_eq!(standing(&shown, 1, 0.4), Standing::Sometimes);
        assert_eq!(standing(&shown, 1, 0.2), Standing::Open);
        // The plan worked out loses in an earlier priority: nothing is shown.
        let earlier = row(false, &[0.0, 0.0], Some(&[0.3]));
        assert_eq!(standing(&earlier, 1, 9.0), Standing::Open);
        let impossible = PairRegret {
            state: RegretState::Impossible,
            ..row(false, &[], None)
        };
        assert_eq!(standing(&impossible, 1, 9.0), Standing::Never);
    }
}
