//! One exchange carried through: pairs ended and begun, the amounts of those concerned shared out anew, and
//! of several exchanges the one whose plan loses least.

use super::ledger::Ledger;
use super::losses::{losses, order};
use super::measures::Measures;
use super::{Achieved, Exchange, Regret, TRIED_AT_MOST};
use jiedui_domain::{HelperId, Id, IdVec, RecipientId};
use jiedui_model::{ArcId, ColumnId, ColumnKind, Program};
use std::collections::BTreeMap;

/// Arcs that may give in the plan.
pub(super) struct Giving {
    at_recipient: BTreeMap<RecipientId, Vec<ArcId>>,
    by_helper: BTreeMap<HelperId, Vec<ArcId>>,
}

impl Giving {
    pub(super) fn new(program: &Program, formed: &IdVec<ArcId, bool>) -> Self {
        let mut giving = Self {
            at_recipient: BTreeMap::new(),
            by_helper: BTreeMap::new(),
        };
        for (arc, columns) in program.arcs().iter() {
            if formed[arc] || columns.pair.is_none() {
                let at = giving.at_recipient.entry(columns.recipient).or_default();
                at.push(arc);
                giving
                    .by_helper
                    .entry(columns.helper)
                    .or_default()
                    .push(arc);
            }
        }
        giving
    }
}

impl Regret<'_> {
    pub(super) fn best_exchange(
        &self,
        exchanges: Vec<Exchange>,
        enough: usize,
        ledger: &mut Ledger<'_>,
    ) -> Option<Achieved> {
        let measures = self.measures.as_ref()?;
        let mut best: Option<Achieved> = None;
        for (tried, exchange) in exchanges.into_iter().enumerate() {
            if tried >= TRIED_AT_MOST || (tried >= enough && best.is_some()) {
                break;
            }
            let found = self.work_out(&exchange, measures, ledger);
            ledger.back_to(0);
            let Some((losses, values, _)) = found else {
                continue;
            };
            let better = best
                .as_ref()
                .is_none_or(|known| order(&losses, &values, &known.losses, &known.values).is_lt());
            if better {
                best = Some(Achieved {
                    losses,
                    exchange,
                    values,
                });
            }
        }
        best
    }

    /// The plan after an exchange: every column's value; `None` where no amounts were found that hold
    /// every rule.
    pub fn plan_after(&self, exchange: &Exchange) -> Option<Vec<f64>> {
        let measures = self.measures.as_ref()?;
        let mut ledger = Ledger::new(&self.rules, self.program, self.values);
        let (_, _, mark) = self.work_out(exchange, measures, &mut ledger)?;
        ledger.back_to(mark);
        let mut values = self.values.to_vec();
        for (column, step) in ledger.changes() {
            let amount = (values[column.index()] * 100.0).round() + step as f64;
            values[column.index()] = amount / 100.0;
        }
        self.program.complete(&mut values);
        Some(values)
    }

    /// Makes an exchange and shares out the amounts of those concerned: first no more than the rules ask
    /// for, then all that who comes can give, then all that anyone concerned can. The best of the three:
    /// its losses, its values, and where the ledger stood.
    fn work_out(
        &self,
        exchange: &Exchange,
        measures: &Measures,
        ledger: &mut Ledger<'_>,
    ) -> Option<(Vec<f64>, Vec<f64>, usize)> {
        self.make(exchange, ledger)?;
        if !ledger.lift(|ledger, column| self.gives(ledger, column)) {
            return None;
        }
        self.share_out(exchange, measures, ledger)
    }

    /// Ends and begins the pairs; `None` where the rules of pairs alone break.
    fn make(&self, exchange: &Exchange, ledger: &mut Ledger<'_>) -> Option<()> {
        let arcs = self.program.arcs();
        for arc in &exchange.dropped {
            ledger.form(arcs[*arc].pair?, false);
            for (_, help) in &arcs[*arc].help {
                ledger.set(*help, 0);
            }
        }
        for arc in &exchange.formed {
            ledger.form(arcs[*arc].pair?, true);
        }
        ledger.pairs_hold().then_some(())
    }

    fn share_out(
        &self,
        exchange: &Exchange,
        measures: &Measures,
        ledger: &mut Ledger<'_>,
    ) -> Option<(Vec<f64>, Vec<f64>, usize)> {
        let mut best: Option<(Vec<f64>, Vec<f64>, usize)> = None;
        for stage in 0..3 {
            let before = ledger.mark();
            match stage {
                0 => {}
                1 => self.fill(ledger, exchange.formed.iter().copied()),
                _ => {
                    let concerned = self.concerned(ledger, exchange);
                    self.fill(ledger, concerned.into_iter());
                }
            }
            if stage > 0 && ledger.mark() == before {
                continue;
            }
            if !ledger.everything_holds() {
                continue;
            }
            let values = measures.after(&ledger.changes());
            let losses = losses(&self.in_plan(), &self.keeps(), &values);
            let better = best
                .as_ref()
                .is_none_or(|(known, worth, _)| order(&losses, &values, known, worth).is_lt());
            if better {
                best = Some((losses, values, ledger.mark()));
            }
        }
        best
    }

    /// Whether a column is help that may be given.
    fn gives(&self, ledger: &Ledger<'_>, column: ColumnId) -> bool {
        match self.program.columns()[column].kind {
            ColumnKind::Help(arc, _) => self.program.arcs()[arc]
                .pair
                .is_none_or(|pair| ledger.amount(pair) > 0),
            _ => false,
        }
    }

    fn fill(&self, ledger: &mut Ledger<'_>, arcs: impl Iterator<Item = ArcId>) {
        for arc in arcs {
            for (_, help) in &self.program.arcs()[arc].help {
                ledger.fill(*help);
            }
        }
    }

    /// The pairs formed at recipients and helpers whose pairs or amounts changed, by id.
    fn concerned(&self, ledger: &Ledger<'_>, exchange: &Exchange) -> Vec<ArcId> {
        let arcs = self.program.arcs();
        let (mut recipients, mut helpers) = (Vec::new(), Vec::new());
        for (column, _) in ledger.changes() {
            if let ColumnKind::Pair(arc) | ColumnKind::Help(arc, _) =
                self.program.columns()[column].kind
            {
                recipients.push(arcs[arc].recipient);
                helpers.push(arcs[arc].helper);
            }
        }
        recipients.sort_unstable();
        recipients.dedup();
        helpers.sort_unstable();
        helpers.dedup();
        let at = recipients
            .iter()
            .filter_map(|recipient| self.giving.at_recipient.get(recipient));
        let by = helpers
            .iter()
            .filter_map(|helper| self.giving.by_helper.get(helper));
        let mut concerned = exchange.formed.clone();
        concerned.extend(at.chain(by).flatten());
        concerned.sort_unstable();
        concerned.dedup();
        let is_formed = |arc: &ArcId| arcs[*arc].pair.is_none_or(|pair| ledger.amount(pair) > 0);
        concerned.retain(is_formed);
        concerned
    }
}
