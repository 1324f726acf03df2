//! The smallest change of one datum that forms a pair: sought by halving, each step a case solved again.

use crate::assign::assign_listing;
use crate::{EngineError, EngineWatch, Knowledge, RunOptions, RunOutcome};
use jiedui_domain::{
    Amount, Case, Fit, HelperId, Km, PairFact, Provenance, Quantity, RecipientId, SectorAmount,
    SectorId, Termination, Wan,
};
use jiedui_explain::counterfactual::{Counterfactuals, DatumKind, Trial, TrialOutcome};
use jiedui_explain::dossier::UnitOfMeasure;
use jiedui_explain::{datum_fact, unit_of_sector};
use jiedui_graph::CandidateGraph;

/// So much of a change must not form the pair yet.
const NEARLY: f64 = 0.95;
/// An upper limit on the solves for one datum.
const SOLVES: usize = 32;
/// Where plans are not proven best, these parts of a change are tried as well: a pair that a search forms
/// by chance is not formed at all of those above and at none of those below.
const ABOVE: [f64; 3] = [1.05, 1.1, 1.25];
const BELOW: [f64; 3] = [0.25, 0.5, 0.75];

/// One datum that may be changed, in steps of its own.
struct Datum {
    kind: DatumKind,
    sector: Option<SectorId>,
    from: f64,
    /// The value one step away is `from + step`; negative where less is wanted.
    step: f64,
    /// Steps to the farthest value.
    steps: u64,
    unit: UnitOfMeasure,
}

impl Datum {
    fn value(&self, steps: u64) -> f64 {
        if steps >= self.steps {
            return self.from + self.step * self.steps as f64;
        }
        self.from + self.step * steps as f64
    }
}

/// What change of one datum would form a pair that a run of this case does not form.
///
/// Every case is solved from what the run left, as a what-if is: another plan must be better by more than
/// the gap asked for.
///
/// *Errors:* [`EngineError`].
/// *Complexity:* one solve for each datum, and some eight more for each that forms the pair.
/// *Determinism:* as [`crate::assign_from`].
/// *Source:* model §7 (counterfactual).
pub fn counterfactuals(
    case: &Case,
    (helper, recipient): (HelperId, RecipientId),
    options: &RunOptions,
    known: Option<&Knowledge>,
    watch: &dyn EngineWatch,
) -> Result<Counterfactuals, EngineError> {
    let graph = CandidateGraph::build(case)?;
    let mut search = Search {
        case,
        helper,
        recipient,
        options,
        known,
        watch,
        solves: 0,
        proven: true,
    };
    if search.forms(case)? == Some(true) {
        return Ok(Counterfactuals {
            unchanged_forms: true,
            trials: Vec::new(),
            solves: search.solves,
        });
    }
    let mut trials = Vec::new();
    for datum in data(case, &graph, helper, recipient)? {
        let outcome = search.seek(&datum)?;
        let sector = datum.sector.map(|id| &case.policy.sectors[id].code);
        trials.push(Trial {
            kind: datum.kind,
            sector: sector.cloned(),
            from: datum.from,
            furthest: datum.value(u64::MAX),
            unit: datum.unit,
            fact: datum_fact(case, (helper, recipient), datum.kind, datum.sector),
            outcome,
        });
    }
    let relative = |trial: &Trial| match trial.outcome {
        TrialOutcome::Forms { to, .. } => (to - trial.from).abs() / trial.from.abs().max(1e-9),
        _ => f64::INFINITY,
    };
    // Stable: equals stay in the order of the kinds.
    trials.sort_by(|a, b| relative(a).total_cmp(&relative(b)));
    Ok(Counterfactuals {
        unchanged_forms: false,
        trials,
        solves: search.solves,
    })
}

/// The case with this datum at another value; `None` where that is no quantity.
pub(crate) fn with_datum(
    case: &Case,
    (helper, recipient): (HelperId, RecipientId),
    kind: DatumKind,
    sector: Option<SectorId>,
    value: f64,
) -> Option<Case> {
    let mut case = case.clone();
    match (kind, sector) {
        (DatumKind::Budget, _) => {
            case.helpers[helper].budget = Some(Wan::from_f64(value).ok()?);
        }
        (DatumKind::Supply, Some(sector)) => {
            set_amount(&mut case.supply, helper, sector, value)?;
        }
        (DatumKind::Need, Some(sector)) => {
            set_amount(&mut case.needs, recipient, sector, value)?;
        }
        (DatumKind::Distance, _) => {
            pair_fact(&mut case, helper, recipient).distance = Some(Km::from_f64(value).ok()?);
        }
        (DatumKind::Fit, _) => {
            pair_fact(&mut case, helper, recipient).fit = Some(Fit::from_f64(value).ok()?);
        }
        _ => return None,
    }
    Some(case)
}

fn set_amount<I: Copy + Ord>(
    rows: &mut Vec<SectorAmount<I>>,
    of: I,
    sector: SectorId,
    value: f64,
) -> Option<()> {
    let amount = Amount::from_f64(value).ok()?;
    match rows.binary_search_by_key(&(of, sector), |row| (row.of, row.sector)) {
        Ok(index) => rows[index].amount = amount,
        Err(index) => rows.insert(
            index,
            SectorAmount {
                of,
                sector,
                amount,
                provenance: Provenance::nowhere(),
            },
        ),
    }
    Some(())
}

fn pair_fact(case: &mut Case, helper: HelperId, recipient: RecipientId) -> &mut PairFact {
    let key = (helper, recipient);
    let found = case
        .pairs
        .binary_search_by_key(&key, |row| (row.helper, row.recipient));
    let index = found.unwrap_or_else(|index| {
        case.pairs.insert(
            index,
            PairFact {
                helper,
                recipient,
                distance: None,
                fit: None,
                load: None,
                provenance: Provenance::nowhere(),
            },
        );
        index
    });
    &mut case.pairs[index]
}

/// The data that bear on a pair, each with the range in which it is changed: budgets, supplies and needs
/// up to twice their value, distances down to nothing, fits up to 1.
fn data(
    case: &Case,
    graph: &CandidateGraph,
    helper: HelperId,
    recipient: RecipientId,
) -> Result<Vec<Datum>, EngineError> {
    let mut data = Vec::new();
    if let Some(budget) = case.budget(helper) {
        // Money is changed by whole 万元.
        let from = budget.to_f64();
        data.push(upwards(DatumKind::Budget, None, from, UnitOfMeasure::Wan));
    }
    let needed = |sector: SectorId| {
        let mut needs = case.needs_of(recipient).iter();
        needs.any(|row| row.sector == sector && row.amount > Amount::ZERO)
    };
    let mut supplies = case.supply_of(helper).iter();
    // A helper takes up something new only where it has nothing else to give here.
    let shares_sector = supplies.any(|row| row.amount > Amount::ZERO && needed(row.sector));
    for sector in case.policy.sectors.ids() {
        let amount = |rows: Option<Amount>| rows.map_or(0.0, |amount| amount.to_f64());
        let supplies = case.supply_of(helper).iter();
        let supply = supplies
            .filter(|row| row.sector == sector)
            .map(|row| row.amount);
        let supply = amount(supply.clone().next());
        let needs = case.needs_of(recipient).iter();
        let need = needs
            .filter(|row| row.sector == sector)
            .map(|row| row.amount);
        let need = amount(need.clone().next());
        let unit = unit_of_sector(&case.policy.sectors[sector]);
        if need > 0.0 && (supply > 0.0 || !shares_sector) {
            let top = if supply > 0.0 { supply } else { need };
            let mut datum = upwards(DatumKind::Supply, Some(sector), supply, unit);
            datum.steps = (top / datum.step).ceil() as u64;
            data.push(datum);
        }
        if supply > 0.0 && need > 0.0 {
            data.push(upwards(DatumKind::Need, Some(sector), need, unit));
        }
    }
    let mut alone = case.clone();
    // What the pair would have if no rule excluded it.
    let track = case.helpers[helper].track;
    alone.policy.tracks[track].max_distance = None;
    let open = CandidateGraph::build(&alone)?;
    let arc = graph
        .arc(helper, recipient)
        .map(|arc| &graph.arcs()[arc])
        .or_else(|| open.arc(helper, recipient).map(|arc| &open.arcs()[arc]));
    if let Some(candidate) = arc {
        if let Some((distance, _)) = candidate.distance {
            let from = distance.to_f64();
            data.push(Datum {
                kind: DatumKind::Distance,
                sector: None,
                from,
                step: -1.0,
                steps: from.floor() as u64,
                unit: UnitOfMeasure::Km,
            });
        }
        let from = candidate.fit.to_f64();
        if from < 1.0 {
            data.push(Datum {
                kind: DatumKind::Fit,
                sector: None,
                from,
                step: 0.001,
                steps: ((1.0 - from) / 0.001).floor() as u64,
                unit: UnitOfMeasure::Plain,
            });
        }
    }
    data.retain(|datum| datum.steps > 0);
    Ok(data)
}

fn upwards(kind: DatumKind, sector: Option<SectorId>, from: f64, unit: UnitOfMeasure) -> Datum {
    Datum {
        kind,
        sector,
        from,
        step: 1.0,
        steps: from.ceil() as u64,
        unit,
    }
}

struct Search<'a> {
    case: &'a Case,
    helper: HelperId,
    recipient: RecipientId,
    options: &'a RunOptions,
    known: Option<&'a Knowledge>,
    watch: &'a dyn EngineWatch,
    solves: usize,
    /// Whether every plan so far is proven best within the gap asked for.
    proven: bool,
}

impl Search<'_> {
    /// Whether the plan of a case has the pair; `None` where no plan was found or it was stopped.
    fn forms(&mut self, case: &Case) -> Result<Option<bool>, EngineError> {
        if self.watch.stop().is_some() {
            return Ok(None);
        }
        self.solves += 1;
        let asked = [(self.helper, self.recipient)];
        let outcome = assign_listing(case, self.options, self.known, &asked, self.watch)?;
        Ok(match outcome {
            RunOutcome::Solved(run) => {
                self.proven &= run.termination == Termination::Optimal;
                Some(run.plan.pair(self.helper, self.recipient).is_some())
            }
            // A case without a plan has no pair either.
            RunOutcome::Refused { .. } | RunOutcome::Infeasible => Some(false),
            RunOutcome::NoPlan(_) => None,
        })
    }

    fn forms_at(&mut self, datum: &Datum, steps: u64) -> Result<Option<bool>, EngineError> {
        let pair = (self.helper, self.recipient);
        let value = datum.value(steps);
        match with_datum(self.case, pair, datum.kind, datum.sector, value) {
            Some(case) => self.forms(&case),
            None => Ok(None),
        }
    }

    /// Halves from the farthest value, so that a change of any size is found to the same part of it.
    fn seek(&mut self, datum: &Datum) -> Result<TrialOutcome, EngineError> {
        match self.forms_at(datum, datum.steps)? {
            None => return Ok(TrialOutcome::Unsettled),
            Some(false) => return Ok(TrialOutcome::NotWithin),
            Some(true) => {}
        }
        let before = self.solves;
        // Not formed at `below`, formed at `above`; 0 steps is the case itself.
        let (mut below, mut above) = (0_u64, datum.steps);
        while below != nearly(above) {
            if self.solves - before > SOLVES {
                return Ok(TrialOutcome::Unsettled);
            }
            // The last step tries 95 % itself, so that what is told was solved.
            let last = below > nearly(above);
            let middle = if last {
                nearly(above)
            } else {
                u64::midpoint(below, above).clamp(below + 1, nearly(above))
            };
            match self.forms_at(datum, middle)? {
                None => return Ok(TrialOutcome::Unsettled),
                Some(true) => {
                    above = middle;
                    if last {
                        // Formed, not formed, formed: the plan does not follow the datum evenly.
                        if !self.proven {
                            return Ok(TrialOutcome::Unsteady);
                        }
                        below = 0;
                    }
                }
                Some(false) => below = middle,
            }
        }
        if !self.proven && !self.is_steady(datum, above)? {
            return Ok(TrialOutcome::Unsteady);
        }
        Ok(TrialOutcome::Forms {
            to: datum.value(above),
            not_yet: datum.value(below),
        })
    }
}

impl Search<'_> {
    /// Whether somewhat more of a change forms the pair, too, and much less of it does not.
    fn is_steady(&mut self, datum: &Datum, steps: u64) -> Result<bool, EngineError> {
        let part = |factor: f64| (steps as f64 * factor).ceil() as u64;
        let more = ABOVE.iter().zip(1..);
        let mut tried: Vec<(u64, bool)> = more
            .map(|(factor, least)| (part(*factor).max(steps + least), true))
            .filter(|(steps, _)| *steps <= datum.steps)
            .collect();
        let less = BELOW.iter().map(|factor| (part(*factor), false));
        tried.extend(less.filter(|(less, _)| *less < steps));
        tried.dedup();
        for (steps, expected) in tried {
            if self.forms_at(datum, steps)? != Some(expected) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The most steps that are no more than 95 % of these.
fn nearly(steps: u64) -> u64 {
    (steps as f64 * NEARLY).floor() as u64
}
