//! The rows that couple tracks or pairs: what each becomes before it is scaled, and how large its figures
//! are.

use super::Builder;
use crate::start::PriceName;
use jiedui_domain::{HelperId, RecipientId, RuleFamily, TrackId};
use jiedui_model::{ArcId, ColumnId, ColumnKind, Program, Row, RowFamily, RowKey};
use std::collections::{BTreeMap, BTreeSet};

/// A coupling row before it is scaled: name, terms, lower and upper bound.
pub(super) type Coupling = (PriceName, Vec<(ColumnId, f64)>, f64, f64);

impl Builder<'_> {
    /// A helper with several pairs: Σ v·x ≥ e·B·`y[a]` for each pair implies
    /// Σ v·x ≥ (e·B / max) · Σ y; the price of that one row is enough for the bound.
    pub(super) fn couple_effort(&mut self, helper: HelperId, arcs: &[ArcId], row: &Row) {
        let Some((_, most_pairs)) = self.helper_quota.get(&helper).copied() else {
            return;
        };
        if !most_pairs.is_finite() || most_pairs < 1.0 {
            return;
        }
        let mut floor = 0.0;
        let mut terms: Vec<(ColumnId, f64)> = Vec::with_capacity(row.terms.len());
        for (column, coefficient) in &row.terms {
            if matches!(self.program.columns()[*column].kind, ColumnKind::Pair(_)) {
                floor = *coefficient;
            } else {
                terms.push((*column, *coefficient));
            }
        }
        for arc in arcs {
            if let Some(pair) = self.program.arcs()[*arc].pair {
                terms.push((pair, floor / most_pairs));
                if let Some(block) = self.block(*arc) {
                    block.effort = -floor;
                }
            }
        }
        let name = PriceName::Row(
            RowFamily::Rule(RuleFamily::EffortFloor),
            RowKey::Helper(helper),
        );
        self.coupling.push((name, terms, 0.0, f64::INFINITY));
    }

    /// Keeps a row as coupling; need left unmet becomes slack of the row.
    pub(super) fn couple(&mut self, row: &Row) {
        let mut terms = Vec::with_capacity(row.terms.len());
        let (mut lower, upper) = (row.lower, row.upper);
        for (column, coefficient) in &row.terms {
            let definition = self.program.columns()[*column];
            if matches!(definition.kind, ColumnKind::Unmet(..)) {
                lower -= coefficient * definition.upper;
            } else {
                terms.push((*column, *coefficient));
            }
        }
        if row.family == RowFamily::Rule(RuleFamily::NeedBalance) {
            // Nothing is ever taken away: a lower bound of 0 says nothing.
            lower = f64::NEG_INFINITY;
        }
        self.coupling
            .push((PriceName::Row(row.family, row.key), terms, lower, upper));
    }

    /// Where helpers are priced one by one, the quotas of their recipients need a price too.
    pub(super) fn couple_shared_quotas(&mut self, by_helpers: &BTreeSet<TrackId>) {
        let mut terms: BTreeMap<(RecipientId, TrackId), Vec<(ColumnId, f64)>> = BTreeMap::new();
        for (track, draft) in &self.drafts {
            if !by_helpers.contains(track) {
                continue;
            }
            for pair in &draft.pairs {
                let recipient = self.program.arcs()[pair.arc].recipient;
                let own = terms.entry((recipient, *track)).or_default();
                own.push((pair.pair, 1.0));
            }
        }
        for (key, terms) in terms {
            let Some((lower, upper)) = self.recipient_quota.get(&key).copied() else {
                continue;
            };
            let (recipient, track) = key;
            let name = PriceName::Row(
                RowFamily::Rule(RuleFamily::RecipientQuota),
                RowKey::RecipientTrack(recipient, track),
            );
            self.coupling.push((name, terms, lower, upper));
        }
    }
}

/// The size of a row's figures: its right-hand side, or the most its terms can reach.
pub(super) fn row_magnitude(
    program: &Program,
    terms: &[(ColumnId, f64)],
    lower: f64,
    upper: f64,
) -> f64 {
    let side = [lower, upper]
        .into_iter()
        .filter(|bound| bound.is_finite())
        .map(f64::abs)
        .fold(0.0, f64::max);
    let reach = terms
        .iter()
        .map(|(column, coefficient)| {
            let bound = program.columns()[*column].upper;
            coefficient.abs()
                * if bound.is_finite() {
                    bound.abs().max(1e-9)
                } else {
                    1.0
                }
        })
        .fold(0.0, f64::max);
    let magnitude = if side > 0.0 {
        side.min(reach.max(1e-12))
    } else {
        reach
    };
    if magnitude > 0.0 { magnitude } else { 1.0 }
}
