//! The limits that hold a pair where it is, computed exactly from the plan.
//!
//! An upper limit binds where what is left is less than the smallest step that could still be
//! added there (0.01 of a splittable sector, one person, one pair); a lower limit where less than the
//! smallest step could be taken away.

use crate::dossier::{Limit, LimitKind, LimitSide, LimitState, UnitOfMeasure};
use crate::evidence::{Evidence, FINE, wan};
use crate::provenance;
use jiedui_domain::{Amount, Load, Quantity, Sector, SectorId, SectorUnit, Wan};

/// A limit counts as near from this share of it on.
const NEAR: f64 = 0.95;

/// The limits that bind, or nearly do, at the pair at this place of the plan.
pub(crate) fn limits_of(evidence: &Evidence<'_>, index: usize) -> Vec<Limit> {
    let mut limits = Vec::new();
    sector_limits(evidence, index, &mut limits);
    money_limits(evidence, index, &mut limits);
    if evidence.is_formed(evidence.pair(index)) {
        quota_limits(evidence, index, &mut limits);
        pair_limits(evidence, index, &mut limits);
    }
    limits.sort_by_key(|limit| (limit.state == LimitState::Near, limit.kind));
    limits
}

/// The unit of a sector's amounts.
pub fn unit_of_sector(sector: &Sector) -> UnitOfMeasure {
    unit_of(sector.unit)
}

/// The unit of a sector's amounts.
pub(crate) fn unit_of(unit: SectorUnit) -> UnitOfMeasure {
    match unit {
        SectorUnit::Wan => UnitOfMeasure::Wan,
        SectorUnit::Person => UnitOfMeasure::Person,
    }
}

fn binding(kind: LimitKind, side: LimitSide, unit: UnitOfMeasure, used: f64, limit: f64) -> Limit {
    Limit {
        kind,
        side,
        state: LimitState::Binding,
        sector: None,
        used: Some(used),
        limit: Some(limit),
        unit,
        fact: None,
    }
}

/// Sectors in which the pair could carry something.
fn sectors_at(evidence: &Evidence<'_>, index: usize) -> Vec<SectorId> {
    match evidence.candidate(index) {
        Some(candidate) => candidate
            .capacity
            .iter()
            .map(|(sector, _)| *sector)
            .collect(),
        None => {
            let help = evidence.pair(index).help.iter();
            help.map(|help| help.sector).collect()
        }
    }
}

fn sector_limits(evidence: &Evidence<'_>, index: usize, limits: &mut Vec<Limit>) {
    let case = evidence.case;
    let pair = evidence.pair(index);
    for sector in sectors_at(evidence, index) {
        let row = &case.policy.sectors[sector];
        let step = evidence.step(sector);
        let mut check = |kind, used: i64, limit: Amount, fact| {
            if limit.scaled() - used < step {
                limits.push(Limit {
                    sector: Some(row.code.clone()),
                    fact: Some(fact),
                    ..binding(
                        kind,
                        LimitSide::Upper,
                        unit_of(row.unit),
                        Amount::from_scaled(used).to_f64(),
                        limit.to_f64(),
                    )
                });
            }
        };
        let supply = case.supply_of(pair.helper);
        if let Some(supply) = supply.iter().find(|supply| supply.sector == sector) {
            let used = evidence.given.get(&(pair.helper, sector)).copied();
            let fact = provenance::supply_fact(case, supply);
            check(
                LimitKind::SectorSupply,
                used.unwrap_or(0),
                supply.amount,
                fact,
            );
        }
        let needs = case.needs_of(pair.recipient);
        if let Some(need) = needs.iter().find(|need| need.sector == sector) {
            let used = evidence.received.get(&(pair.recipient, sector)).copied();
            let fact = provenance::need_fact(case, need);
            check(LimitKind::NeedMet, used.unwrap_or(0), need.amount, fact);
        }
    }
}

fn money_limits(evidence: &Evidence<'_>, index: usize, limits: &mut Vec<Limit>) {
    let case = evidence.case;
    let pair = evidence.pair(index);
    let track = &case.policy.tracks[evidence.track_of(pair)];
    let given = evidence.given_by_helper[pair.helper];
    let smallest = |sectors: &mut dyn Iterator<Item = SectorId>| {
        sectors
            .map(|sector| evidence.step_value(sector))
            .filter(|step| *step > 0)
            .min()
            .unwrap_or(FINE / 100)
    };
    if let Some(budget) = case.budget(pair.helper) {
        let fine = i128::from(budget.scaled()) * 1_000_000;
        let step = smallest(&mut sectors_at(evidence, index).into_iter());
        let facts = provenance::budget_facts(case, pair.helper);
        if fine - given < step {
            limits.push(Limit {
                fact: facts.first().cloned(),
                ..binding(
                    LimitKind::Budget,
                    LimitSide::Upper,
                    UnitOfMeasure::Wan,
                    wan(given),
                    budget.to_f64(),
                )
            });
        }
        let floor = fine / 1_000_000 * i128::from(track.effort_floor.scaled());
        let all = &evidence.pairs_of_helper[pair.helper];
        let mut helped = all
            .iter()
            .flat_map(|other| evidence.pair(*other).help.iter().map(|help| help.sector));
        if floor > 0 && !track.divisible && given - floor < smallest(&mut helped) {
            limits.push(Limit {
                fact: facts.first().cloned(),
                ..binding(
                    LimitKind::EffortFloor,
                    LimitSide::Lower,
                    UnitOfMeasure::Wan,
                    wan(given),
                    wan(floor),
                )
            });
        }
    }
    let required = evidence
        .candidate(index)
        .map_or(track.minimum_support, |candidate| candidate.minimum_support);
    let surplus = evidence.value[index] - i128::from(required.scaled()) * 1_000_000;
    let mut helped = pair.help.iter().map(|help| help.sector);
    if required > Wan::ZERO && !track.divisible && surplus < smallest(&mut helped) {
        limits.push(binding(
            LimitKind::MinimumSupport,
            LimitSide::Lower,
            UnitOfMeasure::Wan,
            wan(evidence.value[index]),
            required.to_f64(),
        ));
    }
}

fn quota_limits(evidence: &Evidence<'_>, index: usize, limits: &mut Vec<Limit>) {
    let case = evidence.case;
    let pair = evidence.pair(index);
    let track = evidence.track_of(pair);
    let pairs = |kind, side, used: u32, limit: u32| {
        binding(
            kind,
            side,
            UnitOfMeasure::Pairs,
            f64::from(used),
            f64::from(limit),
        )
    };
    let used = evidence.pairs_in_track(pair.recipient, track);
    let quota = case.recipient_quota(pair.recipient, track);
    let row = case
        .quotas
        .iter()
        .find(|row| (row.recipient, row.track) == (pair.recipient, track));
    let fact = row.map(provenance::quota_fact);
    if let Some(max) = quota.max.filter(|max| used >= *max) {
        limits.push(Limit {
            fact: fact.clone(),
            ..pairs(LimitKind::RecipientQuotaMax, LimitSide::Upper, used, max)
        });
    }
    if used <= quota.min {
        limits.push(Limit {
            fact,
            ..pairs(
                LimitKind::RecipientQuotaMin,
                LimitSide::Lower,
                used,
                quota.min,
            )
        });
    }
    let used = crate::evidence::count(evidence.pairs_of_helper[pair.helper].iter());
    let quota = case.helper_quota(pair.helper);
    let helper = &case.helpers[pair.helper];
    if let Some(max) = quota.max.filter(|max| used >= *max) {
        limits.push(Limit {
            fact: helper
                .max_pairs
                .map(|_| provenance::helper_fact(helper, "max_pairs")),
            ..pairs(LimitKind::HelperQuotaMax, LimitSide::Upper, used, max)
        });
    }
    if used <= quota.min {
        limits.push(Limit {
            fact: helper
                .min_pairs
                .map(|_| provenance::helper_fact(helper, "min_pairs")),
            ..pairs(LimitKind::HelperQuotaMin, LimitSide::Lower, used, quota.min)
        });
    }
    let load = evidence.load(pair.helper);
    if let Some(max) = helper.max_load.filter(|max| load >= max.scaled()) {
        limits.push(Limit {
            fact: Some(provenance::helper_fact(helper, "max_load")),
            ..binding(
                LimitKind::HelperLoad,
                LimitSide::Upper,
                UnitOfMeasure::Load,
                Load::from_scaled(load).to_f64(),
                max.to_f64(),
            )
        });
    }
}

fn pair_limits(evidence: &Evidence<'_>, index: usize, limits: &mut Vec<Limit>) {
    let case = evidence.case;
    let pair = evidence.pair(index);
    let track_id = evidence.track_of(pair);
    let track = &case.policy.tracks[track_id];
    let Some(candidate) = evidence.candidate(index) else {
        return;
    };
    if let (Some((distance, _)), Some(limit)) = (candidate.distance, track.max_distance) {
        let (used, limit) = (distance.to_f64(), limit.to_f64());
        if used >= NEAR * limit {
            limits.push(Limit {
                state: LimitState::Near,
                ..binding(
                    LimitKind::Distance,
                    LimitSide::Upper,
                    UnitOfMeasure::Km,
                    used,
                    limit,
                )
            });
        }
    }
    if let Some(since) = candidate.previous_since {
        let changes = evidence.changes(track_id);
        if let Some(max) = track.max_changes.filter(|max| changes >= *max) {
            limits.push(binding(
                LimitKind::Changes,
                LimitSide::Upper,
                UnitOfMeasure::Pairs,
                f64::from(changes),
                f64::from(max),
            ));
        }
        if candidate.within_tenure {
            let previous = case.previous_pair(pair.helper, pair.recipient);
            limits.push(Limit {
                fact: previous.map(provenance::history_fact),
                ..binding(
                    LimitKind::Tenure,
                    LimitSide::Lower,
                    UnitOfMeasure::Years,
                    f64::from(case.info.year.saturating_sub(since)),
                    f64::from(track.min_tenure_years),
                )
            });
        }
    }
    if let Some(decision) = provenance::lock_of(case, pair.helper, pair.recipient) {
        limits.push(Limit {
            kind: LimitKind::Locked,
            side: LimitSide::Lower,
            state: LimitState::Binding,
            sector: None,
            used: None,
            limit: None,
            unit: UnitOfMeasure::Plain,
            fact: Some(decision.fact),
        });
    }
}
