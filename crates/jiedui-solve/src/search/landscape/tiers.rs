//! What the objectives of a tier ask for, as far as a search over pairs can see it.

use super::Shaping;
use super::expressions::Expressions;
use super::recipients::Recipients;
use jiedui_model::{ColumnId, ColumnKind, Program, Tier};
use std::collections::BTreeMap;

pub(super) struct SearchedTier {
    /// What forming a pair, or a unit of help, brings.
    pub(super) linear: BTreeMap<ColumnId, f64>,
    /// Floors and curves.
    pub(super) shapings: Vec<Shaping>,
    /// Whether every objective is seen exactly.
    pub(super) seen: bool,
}

/// The priorities: what only breaks ties is not searched for, and comes after them. A program without any has
/// one tier at least.
pub(super) fn searched_tiers(
    program: &Program,
    expressions: &Expressions,
    recipients: &Recipients,
) -> Vec<SearchedTier> {
    let tiers = program.tiers();
    let priorities = tiers.iter().take_while(|tier| tier.priority.is_some());
    let searched = priorities.count().clamp(1, tiers.len().max(1));
    tiers
        .iter()
        .take(searched)
        .map(|tier| SearchedTier::read(program, tier, expressions, recipients))
        .collect()
}

impl SearchedTier {
    fn read(
        program: &Program,
        tier: &Tier,
        expressions: &Expressions,
        recipients: &Recipients,
    ) -> Self {
        let mut read = Self {
            linear: BTreeMap::new(),
            shapings: Vec::new(),
            seen: true,
        };
        // Objective → segments by recipient.
        let mut curves: BTreeMap<usize, Vec<Vec<(f64, f64)>>> = BTreeMap::new();
        for (column, coefficient) in &tier.terms {
            let definition = program.columns()[*column];
            match definition.kind {
                ColumnKind::Pair(_) | ColumnKind::Help(..) => {
                    read.linear.insert(*column, *coefficient);
                }
                ColumnKind::Unmet(..) => read.seen = false,
                ColumnKind::Extreme(objective) => match expressions.of(objective) {
                    Some(expression) if *coefficient > 0.0 => read.shapings.push(Shaping::Floor {
                        expression,
                        weight: *coefficient,
                    }),
                    _ => read.seen = false,
                },
                ColumnKind::EquitySegment(objective, recipient, _) => {
                    let Some(at) = recipients.index_of(recipient) else {
                        read.seen = false;
                        continue;
                    };
                    let by_recipient = curves
                        .entry(objective)
                        .or_insert_with(|| vec![Vec::new(); recipients.count()]);
                    by_recipient[at].push((definition.upper, *coefficient));
                }
            }
        }
        for (objective, segments) in curves {
            match expressions.of(objective) {
                Some(expression) => read.shapings.push(Shaping::Curve {
                    expression,
                    segments,
                }),
                None => read.seen = false,
            }
        }
        read
    }

    pub(super) fn coefficient(&self, column: ColumnId) -> f64 {
        self.linear.get(&column).copied().unwrap_or(0.0)
    }
}
