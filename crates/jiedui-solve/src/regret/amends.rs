//! Making amends: where the pairs of one track cannot change without leaving a recipient short, a second
//! exchange, mostly in another track, that gives this recipient a helper more.
//!
//! The second exchanges are those that were worked out already for other candidates and cost nothing
//! before the last priority.

use super::{Exchange, PairRegret};
use jiedui_domain::RecipientId;
use jiedui_model::{ArcId, ColumnId, Program};
use std::collections::BTreeMap;

/// Second exchanges looked at for each recipient: so many by how much they bring there, and so many by what
/// they leave in the last priority.
const FOR_EACH: usize = 3;

/// By recipient: exchanges that give it a helper.
pub(super) struct Amends {
    by_recipient: BTreeMap<RecipientId, Vec<Exchange>>,
}

impl Amends {
    /// Collects them from what was worked out; `last` is the place of the last priority.
    pub(super) fn new(program: &Program, rows: &[PairRegret], last: usize) -> Self {
        let arcs = program.arcs();
        let reach = |arc: ArcId| -> f64 {
            let help = arcs[arc].help.iter();
            let most = |column: ColumnId| program.columns()[column].upper;
            help.map(|(_, column)| most(*column)).sum()
        };
        // By recipient: what it brings, what is left in the last priority, the exchange.
        let mut known: BTreeMap<RecipientId, Vec<(f64, f64, &Exchange)>> = BTreeMap::new();
        for row in rows.iter().filter(|row| !row.formed) {
            let Some(found) = &row.achieved else { continue };
            let mut earlier = found.losses.iter().take(last);
            if earlier.any(|loss| *loss > 0.0) {
                continue;
            }
            let at = arcs[row.arc].recipient;
            let here = |list: &[ArcId]| -> f64 {
                let own = list.iter().filter(|arc| arcs[**arc].recipient == at);
                own.map(|arc| reach(*arc)).sum()
            };
            let brings = here(&found.exchange.formed) - here(&found.exchange.dropped);
            let left = found.values.last().copied().unwrap_or(0.0);
            known
                .entry(at)
                .or_default()
                .push((brings, left, &found.exchange));
        }
        let by_recipient = known.into_iter().map(|(recipient, mut all)| {
            let mut chosen: Vec<Exchange> = Vec::with_capacity(2 * FOR_EACH);
            let mut choose = |all: &[(f64, f64, &Exchange)]| {
                let best = all.iter().take(FOR_EACH);
                chosen.extend(best.map(|(.., exchange)| (*exchange).clone()));
            };
            all.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.2.cmp(b.2)));
            choose(&all);
            all.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.2.cmp(b.2)));
            choose(&all);
            chosen.sort();
            chosen.dedup();
            (recipient, chosen)
        });
        Self {
            by_recipient: by_recipient.collect(),
        }
    }

    /// An exchange together with each second one for a recipient that loses a helper by it.
    pub(super) fn with(&self, program: &Program, exchange: &Exchange) -> Vec<Exchange> {
        let arcs = program.arcs();
        let mut short: Vec<RecipientId> = exchange
            .dropped
            .iter()
            .map(|arc| arcs[*arc].recipient)
            .collect();
        short.sort();
        short.dedup();
        let second = short
            .iter()
            .filter_map(|recipient| self.by_recipient.get(recipient))
            .flatten();
        second.filter_map(|second| both(exchange, second)).collect()
    }
}

/// Two exchanges as one; `None` where they speak of the same pair.
fn both(one: &Exchange, other: &Exchange) -> Option<Exchange> {
    let join = |a: &[ArcId], b: &[ArcId]| {
        let mut all = [a, b].concat();
        all.sort();
        all
    };
    let known = |arc: &ArcId| one.dropped.contains(arc) || one.formed.contains(arc);
    let mut arcs = other.dropped.iter().chain(&other.formed);
    (!arcs.any(known)).then(|| Exchange {
        dropped: join(&one.dropped, &other.dropped),
        formed: join(&one.formed, &other.formed),
    })
}
