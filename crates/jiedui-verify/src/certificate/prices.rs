//! The prices of a certificate, resolved against the case.

use super::format::{RowPrice, TierCertificate};
use super::grains::decimal;
use super::ground::Ground;
use super::refusal::CertificateRefusal;
use jiedui_domain::{Case, HelperId, Id, Measure, RecipientId, RuleFamily, SectorId, TrackId};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use std::collections::{BTreeMap, BTreeSet};

/// A row that couples pairs or tracks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum CouplingRow {
    /// Σ_h `x[h,r,s]` ≤ `n[r,s]`.
    Need(RecipientId, SectorId),
    /// Σ_r `x[h,r,s]` ≤ `c[h,s]`.
    Supply(HelperId, SectorId),
    /// Σ v·x ≤ `B[h]`.
    Budget(HelperId),
    /// Σ ℓ·y ≤ `L[h]`.
    Load(HelperId),
    /// Σ v·x ≥ e·`B[h]` / `max[h]` · Σ y, which follows from the effort floor.
    Effort(HelperId),
    /// min ≤ Σ y ≤ max.
    Quota(RecipientId, TrackId),
    /// Σ y ≥ last year's pairs less the changes allowed.
    Changes(TrackId),
    /// The definition of a floor or of a segment of equity, for an objective and a recipient.
    OfRecipient(usize, RecipientId),
    /// The definition of the greatest effort, for an objective and a helper.
    OfHelper(usize, HelperId),
    /// An earlier priority keeps its value; by its place among the priorities.
    Kept(usize),
    /// What the pairs of a track leave lacking beyond a threshold, 1e-12 万元.
    Lacking(TrackId, i128),
}

/// Which prices a row may have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// The row has an upper limit only.
    NotNegative,
    /// The row has a lower limit only.
    NotPositive,
    Any,
}

/// The prices of a tier; rows that are absent have none.
pub(super) type Prices = BTreeMap<CouplingRow, BigRational>;

/// Reads the prices of a tier; `place` is its place among the priorities.
///
/// *Errors:* the first [`CertificateRefusal`].
pub(super) fn read_prices(
    ground: &Ground<'_>,
    priorities: &[u32],
    place: usize,
    tier: &TierCertificate,
) -> Result<Prices, CertificateRefusal> {
    let mut prices = Prices::new();
    let mut seen = BTreeSet::new();
    for row in &tier.prices {
        let of = name(row);
        let unknown = || CertificateRefusal::Unknown {
            priority: tier.priority,
            of: of.clone(),
        };
        let (key, sign) = resolve(ground, priorities, place, row).ok_or_else(unknown)?;
        let price = decimal(&row.price).filter(|price| !price.is_zero());
        let price = price.ok_or_else(|| CertificateRefusal::NotANumber {
            priority: tier.priority,
            of: of.clone(),
            value: row.price.clone(),
        })?;
        let fits = match sign {
            Sign::NotNegative => !price.is_negative(),
            Sign::NotPositive => !price.is_positive(),
            Sign::Any => true,
        };
        if !fits {
            return Err(CertificateRefusal::WrongSign {
                priority: tier.priority,
                of,
                value: row.price.clone(),
            });
        }
        if !seen.insert(key) {
            return Err(CertificateRefusal::Twice {
                priority: tier.priority,
                of,
            });
        }
        prices.insert(key, price);
    }
    Ok(prices)
}

/// A row as messages name it.
pub(super) fn name(row: &RowPrice) -> String {
    let mut parts = vec![row.rule.as_str()];
    parts.extend(row.of.iter().map(String::as_str));
    parts.join("/")
}

fn resolve(
    ground: &Ground<'_>,
    priorities: &[u32],
    place: usize,
    row: &RowPrice,
) -> Option<(CouplingRow, Sign)> {
    let case = ground.case;
    let of: Vec<&str> = row.of.iter().map(String::as_str).collect();
    if row.rule == "kept" {
        let [priority] = of.as_slice() else {
            return None;
        };
        let priority: u32 = priority.parse().ok()?;
        let kept = priorities.iter().position(|known| *known == priority)?;
        return (kept < place).then_some((CouplingRow::Kept(kept), Sign::NotPositive));
    }
    if row.rule == "lacking" {
        return resolve_lacking(ground, &of);
    }
    if let Some(measure) = Measure::from_code(&row.rule)
        && measure != Measure::Continuity
    {
        return resolve_measure(ground, measure, &of);
    }
    let family = RuleFamily::ALL
        .into_iter()
        .find(|family| family.code() == row.rule)?;
    match (family, of.as_slice()) {
        (RuleFamily::NeedBalance, [recipient, sector]) => Some((
            CouplingRow::Need(
                case.recipient_by_code(recipient)?,
                case.policy.sector_by_code(sector)?,
            ),
            Sign::NotNegative,
        )),
        (RuleFamily::SectorSupply, [helper, sector]) => Some((
            CouplingRow::Supply(
                case.helper_by_code(helper)?,
                case.policy.sector_by_code(sector)?,
            ),
            Sign::NotNegative,
        )),
        (RuleFamily::Budget, [helper]) => {
            let helper = case.helper_by_code(helper)?;
            ground.budgets[helper.index()]?;
            Some((CouplingRow::Budget(helper), Sign::NotNegative))
        }
        (RuleFamily::HelperLoad, [helper]) => {
            let helper = pairing(case, case.helper_by_code(helper)?)?;
            case.helpers[helper].max_load?;
            Some((CouplingRow::Load(helper), Sign::NotNegative))
        }
        (RuleFamily::EffortFloor, [helper]) => {
            let helper = pairing(case, case.helper_by_code(helper)?)?;
            let most = ground.helper_pairs[helper.index()].most?;
            (most > 0 && ground.efforts[helper.index()] > 0)
                .then_some((CouplingRow::Effort(helper), Sign::NotPositive))
        }
        (RuleFamily::RecipientQuota, [recipient, track]) => {
            let track = case.policy.track_by_code(track)?;
            (!case.policy.tracks[track].divisible).then_some((
                CouplingRow::Quota(case.recipient_by_code(recipient)?, track),
                Sign::Any,
            ))
        }
        (RuleFamily::Continuity, [track]) => {
            let track = case.policy.track_by_code(track)?;
            let policy = &case.policy.tracks[track];
            policy.max_changes?;
            (!policy.divisible).then_some((CouplingRow::Changes(track), Sign::NotPositive))
        }
        _ => None,
    }
}

/// A track of which every recipient has one helper at most, and a threshold in 万元 that is not negative.
fn resolve_lacking(ground: &Ground<'_>, of: &[&str]) -> Option<(CouplingRow, Sign)> {
    let [track, threshold] = of else { return None };
    let case = ground.case;
    let track = case.policy.track_by_code(track)?;
    let mut recipients = case.recipients.ids();
    let one_each = recipients.all(|recipient| {
        let most = ground.wanted(recipient, track).most;
        most.is_some_and(|most| most <= 1)
    });
    let threshold = decimal(threshold)? * BigInt::from(10).pow(12);
    let fits = threshold.is_integer() && !threshold.is_negative();
    let known = one_each && fits && !case.policy.tracks[track].divisible;
    known.then_some((
        CouplingRow::Lacking(track, threshold.to_integer().to_i128()?),
        Sign::NotNegative,
    ))
}

/// The helper, if its track forms pairs.
fn pairing(case: &Case, helper: HelperId) -> Option<HelperId> {
    let track = case.helpers[helper].track;
    (!case.policy.tracks[track].divisible).then_some(helper)
}

fn resolve_measure(
    ground: &Ground<'_>,
    measure: Measure,
    of: &[&str],
) -> Option<(CouplingRow, Sign)> {
    let case = ground.case;
    let [number, code] = of else { return None };
    let objective = number.parse::<usize>().ok()?.checked_sub(1)?;
    if case.policy.objectives.get(objective)?.measure != measure {
        return None;
    }
    let in_need = |recipient| ground.need_worth(recipient) > 0;
    match measure {
        Measure::CoverageFloor | Measure::Equity => {
            let recipient = case.recipient_by_code(code).filter(|id| in_need(*id))?;
            let sign = if measure == Measure::Equity {
                Sign::Any
            } else {
                Sign::NotPositive
            };
            Some((CouplingRow::OfRecipient(objective, recipient), sign))
        }
        Measure::FitFloor => Some((
            CouplingRow::OfRecipient(objective, case.recipient_by_code(code)?),
            Sign::NotPositive,
        )),
        Measure::EffortBalance => {
            let helper = case.helper_by_code(code)?;
            let has_budget = ground
                .facts
                .budget(helper)
                .is_some_and(crate::exact::Worth::is_positive);
            has_budget.then_some((CouplingRow::OfHelper(objective, helper), Sign::NotPositive))
        }
        _ => None,
    }
}
