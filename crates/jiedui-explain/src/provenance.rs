//! The cells behind a pair, and how good they are.

use crate::counterfactual::DatumKind;
use crate::dossier::{DataQuality, DecisionFact, Fact, FactKind, TableQuality, ValueByBasis};
use crate::evidence::{Evidence, FineWan, value_of, wan};
use jiedui_domain::{
    Basis, Case, Decision, DecisionAction, Helper, HelperId, PreviousPair, Provenance,
    QuotaOverride, RecipientId, SectorAmount, SectorId,
};

fn fact(kind: FactKind, provenance: &Provenance, column: &str) -> Fact {
    let origin = provenance.of_column(column);
    Fact {
        kind,
        sector: None,
        file: origin.file.to_string(),
        row: origin.row,
        basis: provenance.basis,
        source: provenance.source.as_deref().map(str::to_owned),
    }
}

fn sector_fact(case: &Case, kind: FactKind, sector: SectorId, provenance: &Provenance) -> Fact {
    Fact {
        sector: Some(case.policy.sectors[sector].code.clone()),
        ..fact(kind, provenance, "amount")
    }
}

pub(crate) fn need_fact(case: &Case, need: &SectorAmount<RecipientId>) -> Fact {
    sector_fact(case, FactKind::Need, need.sector, &need.provenance)
}

pub(crate) fn supply_fact(case: &Case, supply: &SectorAmount<HelperId>) -> Fact {
    sector_fact(case, FactKind::Supply, supply.sector, &supply.provenance)
}

pub(crate) fn quota_fact(row: &QuotaOverride) -> Fact {
    fact(FactKind::Quota, &row.provenance, "max")
}

pub(crate) fn helper_fact(helper: &Helper, column: &str) -> Fact {
    fact(FactKind::HelperLimit, &helper.provenance, column)
}

pub(crate) fn history_fact(previous: &PreviousPair) -> Fact {
    fact(FactKind::History, &previous.provenance, "since")
}

/// The cell that states the helper's budget, or the revenue from which it follows.
pub(crate) fn budget_facts(case: &Case, helper: HelperId) -> Vec<Fact> {
    if case.budget(helper).is_none() {
        return Vec::new();
    }
    let row = &case.helpers[helper];
    if row.budget.is_some() {
        return vec![fact(FactKind::Budget, &row.provenance, "budget")];
    }
    let place = row.place.map(|place| &case.places[place]);
    place
        .map(|place| fact(FactKind::Revenue, &place.provenance, "revenue"))
        .into_iter()
        .collect()
}

/// The cell that states a datum of a possible pair; `None` where none does.
pub fn datum_fact(
    case: &Case,
    (helper, recipient): (HelperId, RecipientId),
    kind: DatumKind,
    sector: Option<SectorId>,
) -> Option<Fact> {
    let pair = case.pair_fact(helper, recipient);
    let is_given = match kind {
        DatumKind::Budget => return budget_facts(case, helper).into_iter().next(),
        DatumKind::Supply => {
            let mut rows = case.supply_of(helper).iter();
            let row = rows.find(|row| Some(row.sector) == sector);
            return row.map(|row| supply_fact(case, row));
        }
        DatumKind::Need => {
            let mut rows = case.needs_of(recipient).iter();
            let row = rows.find(|row| Some(row.sector) == sector);
            return row.map(|row| need_fact(case, row));
        }
        DatumKind::Distance => pair.is_some_and(|row| row.distance.is_some()),
        DatumKind::Fit => pair.is_some_and(|row| row.fit.is_some()),
    };
    let column = if kind == DatumKind::Fit {
        "fit"
    } else {
        "distance_km"
    };
    pair.filter(|_| is_given)
        .map(|row| fact(FactKind::PairFact, &row.provenance, column))
}

/// A decision as a fact.
pub fn decision_fact(decision: &Decision) -> DecisionFact {
    DecisionFact {
        reason: decision.reason.clone(),
        clause: decision.clause.clone(),
        author: decision.author.clone(),
        date: decision.date.clone(),
        fact: fact(FactKind::Decision, &decision.provenance, "action"),
    }
}

/// The decision that locks a pair.
pub(crate) fn lock_of(
    case: &Case,
    helper: HelperId,
    recipient: RecipientId,
) -> Option<DecisionFact> {
    let decision = case.decisions.iter().find(|decision| {
        decision.action == DecisionAction::Lock
            && (decision.helper, decision.recipient) == (helper, recipient)
    });
    decision.map(decision_fact)
}

/// The cells behind the pair at this place of the plan.
pub(crate) fn facts_of(evidence: &Evidence<'_>, index: usize) -> Vec<Fact> {
    let case = evidence.case;
    let pair = evidence.pair(index);
    let mut facts = Vec::new();
    for help in &pair.help {
        let needs = case.needs_of(pair.recipient).iter();
        let need = needs.filter(|need| need.sector == help.sector);
        facts.extend(need.map(|need| need_fact(case, need)));
        let supply = case.supply_of(pair.helper).iter();
        let supply = supply.filter(|supply| supply.sector == help.sector);
        facts.extend(supply.map(|supply| supply_fact(case, supply)));
    }
    facts.extend(budget_facts(case, pair.helper));
    if let Some(row) = case.pair_fact(pair.helper, pair.recipient) {
        facts.push(fact(FactKind::PairFact, &row.provenance, "distance_km"));
    }
    if let Some(previous) = case.previous_pair(pair.helper, pair.recipient) {
        facts.push(history_fact(previous));
    }
    facts.extend(lock_of(case, pair.helper, pair.recipient).map(|decision| decision.fact));
    facts
}

/// Exact values by the weakest basis of the rows behind them.
#[derive(Clone, Copy, Default)]
pub(crate) struct FineByBasis([FineWan; 4]);

impl FineByBasis {
    pub fn add(&mut self, other: Self) {
        for (mine, others) in self.0.iter_mut().zip(other.0) {
            *mine += others;
        }
    }

    pub fn to_wan(self) -> ValueByBasis {
        let [illustrative, estimated, unstated, published] = self.0.map(wan);
        ValueByBasis {
            published,
            estimated,
            illustrative,
            unstated,
        }
    }
}

/// Place in the order from weakest to strongest.
fn strength(basis: Option<Basis>) -> usize {
    match basis {
        Some(Basis::Illustrative) => 0,
        Some(Basis::Estimated) => 1,
        None => 2,
        Some(Basis::Published) => 3,
    }
}

/// The value of the pair at this place of the plan, by the weakest basis behind each sector's help.
pub(crate) fn value_by_basis(evidence: &Evidence<'_>, index: usize) -> FineByBasis {
    let case = evidence.case;
    let pair = evidence.pair(index);
    let budget = budget_facts(case, pair.helper);
    let mut by_basis = FineByBasis::default();
    for help in &pair.help {
        let needs = case.needs_of(pair.recipient).iter();
        let need = needs.filter(|need| need.sector == help.sector);
        let supply = case.supply_of(pair.helper).iter();
        let supply = supply.filter(|supply| supply.sector == help.sector);
        let weakest = need
            .map(|need| need.provenance.basis)
            .chain(supply.map(|supply| supply.provenance.basis))
            .chain(budget.iter().map(|fact| fact.basis))
            .map(strength)
            .min()
            .unwrap_or(2);
        by_basis.0[weakest] += value_of(case, help.sector, help.amount);
    }
    by_basis
}

/// How good the data of a plan are.
pub(crate) fn data_quality(evidence: &Evidence<'_>) -> DataQuality {
    let mut total = FineByBasis::default();
    for index in 0..evidence.plan.pairs().len() {
        total.add(value_by_basis(evidence, index));
    }
    let case = evidence.case;
    let mut tables = Vec::new();
    let mut table = |name: &str, rows: &mut dyn Iterator<Item = &Provenance>| {
        let mut counts = [0; 4];
        for row in rows {
            counts[strength(row.basis)] += 1;
        }
        let [illustrative, estimated, unstated, published] = counts;
        if counts.iter().sum::<usize>() > 0 {
            tables.push(TableQuality {
                table: name.to_owned(),
                published,
                estimated,
                illustrative,
                unstated,
            });
        }
    };
    table(
        "places",
        &mut case.places.values().map(|row| &row.provenance),
    );
    table(
        "helpers",
        &mut case.helpers.values().map(|row| &row.provenance),
    );
    table("needs", &mut case.needs.iter().map(|row| &row.provenance));
    table("supply", &mut case.supply.iter().map(|row| &row.provenance));
    table("pairs", &mut case.pairs.iter().map(|row| &row.provenance));
    table("roads", &mut case.roads.iter().map(|row| &row.provenance));
    table(
        "history",
        &mut case.history.iter().map(|row| &row.provenance),
    );
    DataQuality {
        value_by_basis: total.to_wan(),
        tables,
    }
}
