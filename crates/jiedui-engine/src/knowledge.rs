//! What a run leaves for later runs of a similar case: the plan of every priority and the prices of its
//! bound, by codes, so that it fits a case in which rows came or went.
//!
//! A hint and nothing more: bounds are computed anew and plans are verified, whatever stands here.

use jiedui_domain::{Case, Id, Plan, Quantity};
use jiedui_model::{ColumnId, Program, RowFamily, RowKey};
use jiedui_solve::{PriceName, Prices, Start, TierStart};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is known, one per priority in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Knowledge {
    /// The priorities.
    pub tiers: Vec<KnownTier>,
}

/// What is known of one priority.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KnownTier {
    /// The pairs of its plan.
    pub pairs: Vec<KnownPair>,
    /// Prices by the name of their row, per unit of the row, in the priority's own scale.
    pub prices: Vec<(String, f64)>,
}

/// A pair of a plan, by codes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownPair {
    /// Code of the helper.
    pub helper: String,
    /// Code of the recipient.
    pub recipient: String,
    /// Sector code and amount in the sector's unit.
    pub help: Vec<(String, f64)>,
}

impl Knowledge {
    /// Tells by codes what a solve found out.
    pub(crate) fn of(case: &Case, program: &Program, start: &Start) -> Self {
        let tiers = start.iter();
        let tiers = tiers.map(|tier| KnownTier {
            pairs: pairs_of(case, program, &tier.values),
            prices: tier
                .prices
                .iter()
                .map(|(name, price)| (row_name(case, program, *name), *price))
                .collect(),
        });
        Self {
            tiers: tiers.collect(),
        }
    }

    /// The same with another plan for the last priority to start from, the one that the search stays near. Where
    /// earlier priorities come out as they did, the plan found is no worse in the last one.
    pub fn starting_at(mut self, case: &Case, plan: &Plan) -> Self {
        if let Some(last) = self.tiers.last_mut() {
            let pairs = plan.pairs().iter().map(|pair| KnownPair {
                helper: case.helpers[pair.helper].code.clone(),
                recipient: case.recipient_code(pair.recipient).to_owned(),
                help: pair
                    .help
                    .iter()
                    .map(|help| {
                        let sector = &case.policy.sectors[help.sector];
                        (sector.code.clone(), help.amount.to_f64())
                    })
                    .collect(),
            });
            last.pairs = pairs.collect();
        }
        self
    }

    /// The same for the program of another case; codes that it does not know are left out.
    pub fn start_for(&self, case: &Case, program: &Program) -> Start {
        let columns: BTreeMap<(&str, &str), _> = program
            .arcs()
            .values()
            .map(|arc| {
                let helper = case.helpers[arc.helper].code.as_str();
                ((helper, case.recipient_code(arc.recipient)), arc)
            })
            .collect();
        let names = row_names(case, program, self.tiers.len());
        let tiers = self.tiers.iter();
        tiers
            .map(|tier| {
                let mut values = vec![0.0; program.columns().len()];
                for pair in &tier.pairs {
                    let key = (pair.helper.as_str(), pair.recipient.as_str());
                    let Some(arc) = columns.get(&key) else {
                        continue;
                    };
                    if let Some(formed) = arc.pair {
                        values[formed.index()] = 1.0;
                    }
                    for (sector, column) in &arc.help {
                        let code = &case.policy.sectors[*sector].code;
                        let known = pair.help.iter().find(|(known, _)| known == code);
                        if let Some((_, amount)) = known {
                            values[column.index()] = within(program, *column, *amount);
                        }
                    }
                }
                let prices: Prices = tier
                    .prices
                    .iter()
                    .filter(|(_, price)| price.is_finite())
                    .filter_map(|(name, price)| {
                        let row = names.get(name).copied();
                        Some((row.or_else(|| lacking_row(case, name))?, *price))
                    })
                    .collect();
                TierStart { values, prices }
            })
            .collect()
    }
}

fn within(program: &Program, column: ColumnId, amount: f64) -> f64 {
    let definition = program.columns()[column];
    if amount.is_finite() {
        amount.max(definition.lower).min(definition.upper)
    } else {
        0.0
    }
}

fn pairs_of(case: &Case, program: &Program, values: &[f64]) -> Vec<KnownPair> {
    let value = |column: ColumnId| values.get(column.index()).copied().unwrap_or(0.0);
    let mut pairs = Vec::new();
    for arc in program.arcs().values() {
        let help: Vec<(String, f64)> = arc
            .help
            .iter()
            .filter(|(_, column)| value(*column) > 0.0)
            .map(|(sector, column)| (case.policy.sectors[*sector].code.clone(), value(*column)))
            .collect();
        let formed = match arc.pair {
            Some(pair) => value(pair) > 0.5,
            None => !help.is_empty(),
        };
        if formed {
            pairs.push(KnownPair {
                helper: case.helpers[arc.helper].code.clone(),
                recipient: case.recipient_code(arc.recipient).to_owned(),
                help,
            });
        }
    }
    pairs
}

/// The names of all rows that may have a price.
fn row_names(case: &Case, program: &Program, tiers: usize) -> BTreeMap<String, PriceName> {
    let rows = program
        .rows()
        .values()
        .map(|row| PriceName::Row(row.family, row.key));
    // The effort floors of a helper's pairs have one price together.
    let efforts = case.helpers.ids().map(|helper| {
        let family = RowFamily::Rule(jiedui_domain::RuleFamily::EffortFloor);
        PriceName::Row(family, RowKey::Helper(helper))
    });
    rows.chain(efforts)
        .chain((0..tiers).map(PriceName::Kept))
        .map(|name| (row_name(case, program, name), name))
        .collect()
}

/// A threshold of what a track leaves lacking, whose rows are none of the program.
fn lacking_row(case: &Case, name: &str) -> Option<PriceName> {
    let (track, threshold) = name.strip_prefix("lacking/")?.rsplit_once('/')?;
    let track = case.policy.track_by_code(track)?;
    Some(PriceName::Lacking(track, threshold.parse().ok()?))
}

/// A row by codes: family, then the parts of its key.
fn row_name(case: &Case, program: &Program, name: PriceName) -> String {
    let (family, key) = match name {
        PriceName::Kept(tier) => return format!("kept/{tier}"),
        PriceName::Lacking(track, threshold) => {
            let track = &case.policy.tracks[track].code;
            return format!("lacking/{track}/{threshold}");
        }
        PriceName::Row(family, key) => (family, key),
    };
    let family = match family {
        RowFamily::Rule(rule) => rule.code(),
        RowFamily::Measure(measure) => measure.code(),
    };
    let helper = |id| case.helpers[id].code.as_str();
    let recipient = |id| case.recipient_code(id);
    let sector = |id| case.policy.sectors[id].code.as_str();
    let track = |id| case.policy.tracks[id].code.as_str();
    let number;
    let (first, second): (&str, &str) = match key {
        RowKey::RecipientSector(r, s) => (recipient(r), sector(s)),
        RowKey::HelperSector(h, s) => (helper(h), sector(s)),
        RowKey::Helper(h) => (helper(h), ""),
        RowKey::ArcSector(arc, _) | RowKey::Arc(arc) => {
            let arc = &program.arcs()[arc];
            (helper(arc.helper), recipient(arc.recipient))
        }
        RowKey::RecipientTrack(r, k) => (recipient(r), track(k)),
        RowKey::Track(k) => (track(k), ""),
        RowKey::HelperRecipient(h, r) => (helper(h), recipient(r)),
        RowKey::ObjectiveRecipient(objective, r) => {
            number = objective.to_string();
            (recipient(r), &number)
        }
        RowKey::ObjectiveHelper(objective, h) => {
            number = objective.to_string();
            (helper(h), &number)
        }
    };
    format!("{family}/{first}/{second}")
}
