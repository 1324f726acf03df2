//! The bounds of a run, proven from its certificate and the raw case alone.
//!
//! A certificate states prices of the rows that couple pairs and tracks, and how each track answers to
//! them. By weak duality the prices bound the value of every plan, whatever they are: so nothing that a
//! solver got wrong can make a bound wrong here, only weaker than stated, and then it is refused.
//!
//! Everything is derived a second time from the rows as they were read: who may help whom, what a pair can
//! carry, what a floor that is kept demands of single pairs. The sums are in whole numbers (grains of
//! 10^-40), and what does not come out even is rounded towards the weaker bound.
//!
//! *Source:* Lagrangian duality (Geoffrion 1974); potentials of matchings as in Ahuja, Magnanti, Orlin:
//! *Network Flows*, 1993, §12.

mod curve;
mod floor;
mod format;
mod gains;
mod grains;
mod ground;
mod lacking;
mod portfolio;
mod priced;
mod prices;
mod refusal;
mod tracks;

#[cfg(test)]
mod tests;

pub use format::{
    Certificate, FORMAT_VERSION, Figure, Portfolio, RowPrice, TierCertificate, TrackProof,
    certificate_schema,
};
pub use priced::{Bounded, PricedPair, PricedTier, PricedTrack};
pub use refusal::CertificateRefusal;

use crate::claims::exact_tier_value;
use floor::{Least, floor_of_tier, tighten, untightened};
use gains::{Factors, Gains, counts_once, gains, nothing_counts};
use grains::{decimal, grains, grains_below, stated, stated_below};
use ground::Ground;
use jiedui_domain::{Case, Objective, Plan};
use lacking::Lacking;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;
use prices::{CouplingRow, Prices, read_prices};
use tracks::most_of_tracks;

/// What a certificate proves of one priority.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProvenTier {
    /// The priority.
    pub priority: u32,
    /// No plan that keeps the earlier priorities exceeds this exact decimal; `None` where nothing is proven.
    pub bound: Option<String>,
    /// What later priorities presuppose of this one, an exact decimal; `None` for the last.
    pub kept: Option<String>,
}

/// Checks certificates of one case.
pub struct CertificateCheck<'a> {
    ground: Ground<'a>,
    /// The priorities, ascending, each with its objectives by place in the policy.
    tiers: Vec<(u32, Vec<usize>)>,
}

impl<'a> CertificateCheck<'a> {
    /// Derives what certificates of the case are checked against.
    ///
    /// *Complexity:* linear in helpers × recipients × sectors.
    pub fn new(case: &'a Case) -> Self {
        let mut tiers: Vec<(u32, Vec<usize>)> = Vec::new();
        for (index, objective) in case.policy.objectives.iter().enumerate() {
            match tiers.iter_mut().find(|tier| tier.0 == objective.priority) {
                Some((_, objectives)) => objectives.push(index),
                None => tiers.push((objective.priority, vec![index])),
            }
        }
        tiers.sort();
        Self {
            ground: Ground::new(case),
            tiers,
        }
    }

    /// What the figures of one priority prove, rounded up to twelve places; what the certificate states as
    /// its bound is not looked at.
    ///
    /// `place` counts the priorities from 0.
    /// *Errors:* [`CertificateRefusal`].
    pub fn prove(
        &self,
        certificate: &Certificate,
        place: usize,
    ) -> Result<String, CertificateRefusal> {
        self.check_priorities(certificate)?;
        self.bound(certificate, place).map(|bound| stated(&bound))
    }

    /// Checks a whole certificate: every stated bound is what its figures prove, and the plan keeps what
    /// the bounds presuppose and exceeds none of them.
    ///
    /// *Errors:* the first [`CertificateRefusal`].
    /// *Complexity:* linear in the arcs for matchings; for tracks cut by helpers a bounded search each.
    pub fn check(
        &self,
        plan: &Plan,
        certificate: &Certificate,
    ) -> Result<Vec<ProvenTier>, CertificateRefusal> {
        self.check_priorities(certificate)?;
        let mut proven = Vec::with_capacity(certificate.tiers.len());
        for (place, tier) in certificate.tiers.iter().enumerate() {
            let priority = tier.priority;
            let value = self.value(plan, place);
            self.check_kept(certificate, place, value.as_ref())?;
            if let Some(bound) = &tier.bound {
                let found = self.bound(certificate, place)?;
                if stated(&found) != *bound {
                    return Err(CertificateRefusal::NotProven {
                        priority,
                        stated: bound.clone(),
                        proven: stated(&found),
                    });
                }
                if let Some(value) = value.filter(|value| grains_below(value) > found) {
                    return Err(CertificateRefusal::Exceeded {
                        priority,
                        bound: bound.clone(),
                        found: stated_below(&value),
                    });
                }
            } else if !tier.prices.is_empty() || !tier.tracks.is_empty() || tier.beyond.is_some() {
                return Err(misplaced(priority, "bound"));
            }
            proven.push(ProvenTier {
                priority,
                bound: tier.bound.clone(),
                kept: tier.kept.clone(),
            });
        }
        Ok(proven)
    }

    /// The value of a plan in a priority as a certificate may state it to be kept: rounded down.
    pub fn kept_by(&self, plan: &Plan, place: usize) -> Option<String> {
        self.value(plan, place).map(|value| stated_below(&value))
    }

    /// The smaller of two decimals as the certificate writes them; `None` if one is no decimal.
    pub fn smaller(one: &str, other: &str) -> Option<String> {
        let (one, other) = (decimal(one)?, decimal(other)?);
        Some(stated_below(&one.min(other)))
    }

    fn check_priorities(&self, certificate: &Certificate) -> Result<(), CertificateRefusal> {
        let expected: Vec<u32> = self.tiers.iter().map(|(priority, _)| *priority).collect();
        let found: Vec<u32> = certificate.tiers.iter().map(|tier| tier.priority).collect();
        if expected == found {
            return Ok(());
        }
        let joined = |priorities: &[u32]| {
            let texts: Vec<String> = priorities.iter().map(ToString::to_string).collect();
            texts.join(", ")
        };
        Err(CertificateRefusal::OtherPriorities {
            found: joined(&found),
            expected: joined(&expected),
        })
    }

    /// Every priority but the last states what is kept of it, and the plan keeps that.
    fn check_kept(
        &self,
        certificate: &Certificate,
        place: usize,
        value: Option<&BigRational>,
    ) -> Result<(), CertificateRefusal> {
        let Some(tier) = certificate.tiers.get(place) else {
            return Ok(());
        };
        let is_last = place + 1 == certificate.tiers.len();
        if is_last {
            return match tier.kept {
                Some(_) => Err(misplaced(tier.priority, "kept")),
                None => Ok(()),
            };
        }
        let kept = kept_value(tier)?;
        let holds = value.is_some_and(|value| *value >= kept);
        if holds {
            Ok(())
        } else {
            Err(CertificateRefusal::NotKept {
                priority: tier.priority,
                kept: tier.kept.clone().unwrap_or_default(),
                found: value.map(stated_below).unwrap_or_default(),
            })
        }
    }

    /// The plan's value in a priority; `None` where a weight is no number.
    fn value(&self, plan: &Plan, place: usize) -> Option<BigRational> {
        let (_, indices) = self.tiers.get(place)?;
        let all = &self.ground.case.policy.objectives;
        let objectives: Vec<Objective> = indices
            .iter()
            .filter_map(|index| all.get(*index).cloned())
            .collect();
        exact_tier_value(self.ground.case, plan, &objectives)
    }

    /// A priority at its prices, for what every candidate gains at them; `None` where the figures do not hold together,
    /// which [`Self::prove`] tells.
    ///
    /// A certificate states potentials; any do, and the best for all candidates prove most.
    pub fn priced<'c>(
        &'c self,
        certificate: &Certificate,
        place: usize,
    ) -> Option<PricedTier<'c, 'a>> {
        let stand = self.stand(certificate, place).ok()?;
        Some(PricedTier::new(&self.ground, stand.gains, stand.least))
    }

    /// The bound that the figures of one priority prove, in grains.
    fn bound(&self, certificate: &Certificate, place: usize) -> Result<BigInt, CertificateRefusal> {
        let Stand {
            kept,
            prices,
            least,
            beyond,
            gains,
        } = self.stand(certificate, place)?;
        let Some(tier) = certificate.tiers.get(place) else {
            return Err(misplaced(0, "priority"));
        };
        let priority = tier.priority;
        let most = most_of_tracks(&self.ground, &gains, &least, priority, &tier.tracks)?;
        let mut total = most.map(|most| most + gains.constant);
        for (earlier, kept) in kept.iter().enumerate() {
            if let Some(price) = prices.get(&CouplingRow::Kept(earlier)) {
                total = total.map(|total| total + grains(&(price * kept)));
            }
        }
        match (total, beyond) {
            (Some(total), Some(beyond)) => Ok(total.max(beyond)),
            (Some(total), None) => Ok(total),
            // No plan is beyond it.
            (None, Some(beyond)) => Ok(beyond),
            (None, None) => Err(CertificateRefusal::ProvesTooMuch { priority }),
        }
    }

    /// The figures of one priority, read and worked out as far as they do not depend on the tracks.
    fn stand(
        &self,
        certificate: &Certificate,
        place: usize,
    ) -> Result<Stand<'_, 'a>, CertificateRefusal> {
        let (Some(tier), Some((_, own))) = (certificate.tiers.get(place), self.tiers.get(place))
        else {
            return Err(misplaced(0, "priority"));
        };
        let priority = tier.priority;
        let kept = certificate.tiers[..place]
            .iter()
            .map(kept_value)
            .collect::<Result<Vec<_>, _>>()?;
        let numbers: Vec<u32> = self.tiers.iter().map(|(number, _)| *number).collect();
        let prices = read_prices(&self.ground, &numbers, place, tier)?;
        let mut least = untightened(&self.ground);
        let mut lacking = Lacking::none(&self.ground);
        for ((_, objectives), kept) in self.tiers.iter().zip(&kept) {
            if let Some((objective, weight)) = floor_of_tier(&self.ground, objectives) {
                tighten(&self.ground, &mut least, objective, &(kept / &weight));
                lacking.keep(&self.ground, objective, &(kept / &weight));
            }
        }
        let mut beyond = None;
        if let Some(text) = &tier.beyond {
            let value = decimal(text).ok_or_else(|| not_a_number(priority, "beyond", text))?;
            let (objective, weight) =
                floor_of_tier(&self.ground, own).ok_or_else(|| misplaced(priority, "beyond"))?;
            let level = &value / weight;
            tighten(&self.ground, &mut least, objective, &level);
            lacking.keep(&self.ground, objective, &level);
            beyond = Some(grains(&value));
        }
        let factors = Factors::new(
            &self.ground.case.policy.objectives,
            &self.counted(place, &prices),
        )
        .ok_or_else(|| misplaced(priority, "weight"))?;
        let mut gains = gains(&self.ground, &prices, &factors);
        lacking.price(&prices);
        gains.constant += lacking.constant(&self.ground, &least);
        gains.lacking = lacking;
        Ok(Stand {
            kept,
            prices,
            least,
            beyond,
            gains,
        })
    }

    /// What each objective counts: the tier's own once, those of earlier tiers by the price of keeping them.
    fn counted(&self, place: usize, prices: &Prices) -> Vec<BigRational> {
        let mut counted = nothing_counts(self.ground.case.policy.objectives.len());
        for (earlier, (_, objectives)) in self.tiers.iter().enumerate().take(place + 1) {
            let counts = if earlier == place {
                counts_once()
            } else {
                let price = prices.get(&CouplingRow::Kept(earlier));
                price.map_or_else(BigRational::default, |price| price.abs())
            };
            for objective in objectives {
                counted[*objective] = counts.clone();
            }
        }
        counted
    }
}

/// What the figures of one priority say.
struct Stand<'g, 'a> {
    kept: Vec<BigRational>,
    prices: Prices,
    least: Least,
    beyond: Option<BigInt>,
    gains: Gains<'g, 'a>,
}

fn kept_value(tier: &TierCertificate) -> Result<BigRational, CertificateRefusal> {
    let text = tier
        .kept
        .as_ref()
        .ok_or_else(|| misplaced(tier.priority, "kept"))?;
    decimal(text).ok_or_else(|| not_a_number(tier.priority, "kept", text))
}

fn misplaced(priority: u32, of: &str) -> CertificateRefusal {
    CertificateRefusal::Misplaced {
        priority,
        of: of.to_owned(),
    }
}

fn not_a_number(priority: u32, of: &str, value: &str) -> CertificateRefusal {
    CertificateRefusal::NotANumber {
        priority,
        of: of.to_owned(),
        value: value.to_owned(),
    }
}
