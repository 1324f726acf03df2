//! What the derived case amounts to: supply against need, and the funds of a pair.

use crate::decimal::{Decimal, divide_rounded};
use crate::distance::road;
use crate::error::SeedsError;
use crate::facts::Facts;
use crate::figure::revenue;
use crate::finance::place_funds as place_funds_of;
use crate::need;
use crate::roster;
use std::collections::BTreeMap;
use std::fmt;

/// 万元 that a person counts as in a year, as in the policy file.
const PERSON_VALUE: i64 = 25;

fn value_of(sector: &str) -> i64 {
    match sector {
        "education" | "health" | "science" | "cadre" => PERSON_VALUE,
        _ => 1,
    }
}

/// The published funds of a pair beside what the case has for its helper.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Helper and recipient.
    pub pair: String,
    /// The years that the published figure is for.
    pub years: String,
    /// Published, 万元 a year.
    pub published: i64,
    /// 0.5 % of the revenue of the case: the rate of the rounds that most published figures are of.
    pub at_former_rate: i64,
    /// 0.8 % of it: the rate of 2025.
    pub at_present_rate: i64,
}

/// Figures of the case.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Sector → need and supply in its unit. An offer counts as far as its helper's funds reach.
    pub sectors: BTreeMap<&'static str, (i64, i64)>,
    /// All need, 万元.
    pub need: i64,
    /// All supply, 万元, within the funds of its helpers.
    pub supply: i64,
    /// Money of each helping place, 万元, ascending.
    pub place_funds: Vec<i64>,
    /// What pairs are known to have received in a year.
    pub comparisons: Vec<Comparison>,
    /// Track → number of helpers.
    pub tracks: BTreeMap<String, usize>,
    /// For the recipient with the fewest: its code, and how many helping places could spend 80 %
    /// of their funds there within 1100 km.
    pub scarcest: (String, usize),
}

impl Summary {
    /// Computes the figures.
    ///
    /// *Errors:* those of [`roster::helpers`] and [`need::of_recipient`].
    pub fn of(facts: &Facts) -> Result<Self, SeedsError> {
        let helpers = roster::helpers(facts)?;
        let mut sectors: BTreeMap<&'static str, (i64, i64)> = BTreeMap::new();
        let mut tracks: BTreeMap<String, usize> = BTreeMap::new();
        let (mut need, mut supply) = (0, 0);
        let mut place_funds = Vec::new();
        for helper in &helpers {
            *tracks.entry(helper.track.clone()).or_default() += 1;
            let offers = &helper.offers;
            let offered: i64 = offers
                .iter()
                .map(|(s, amount, ..)| value_of(s) * amount)
                .sum();
            let reach = helper.funds.unwrap_or(offered).min(offered);
            supply += reach;
            for (sector, amount, ..) in offers {
                let part = divide_rounded(amount * reach, offered.max(1));
                sectors.entry(sector).or_default().1 += part;
            }
            if helper.track == "place" {
                place_funds.extend(helper.funds);
            }
        }
        place_funds.sort_unstable();
        let mut scarcest: Option<(String, usize)> = None;
        for row in &facts.recipients {
            let needs = need::of_recipient(facts, &row.code)?;
            for (sector, amount) in needs {
                sectors.entry(sector).or_default().0 += amount;
                need += value_of(sector) * amount;
            }
            let mut able = 0;
            for helper in helpers.iter().filter(|helper| helper.track == "place") {
                let km = road(facts, &helper.place, &row.code)?;
                let usable: i64 = helper
                    .offers
                    .iter()
                    .filter_map(|(sector, amount, ..)| {
                        let need = needs.iter().find(|(name, _)| name == sector)?.1;
                        Some(need.min(*amount))
                    })
                    .sum();
                if km <= 1_100.0 && usable * 10 >= helper.funds.unwrap_or(0) * 8 {
                    able += 1;
                }
            }
            if scarcest.as_ref().is_none_or(|(_, least)| able < *least) {
                scarcest = Some((row.code.clone(), able));
            }
        }
        let mut comparisons = Vec::new();
        for row in &facts.published_funds {
            let (from, to) = (facts.division(&row.place)?, facts.division(&row.recipient)?);
            let income = revenue(facts, from)?.value;
            comparisons.push(Comparison {
                pair: format!("{}→{}", from.name, to.name),
                years: row.years.clone(),
                published: row.yearly.0,
                at_former_rate: divide_rounded(income * 5, 1_000),
                at_present_rate: place_funds_of(income),
            });
        }
        Ok(Self {
            comparisons,
            sectors,
            need,
            supply,
            place_funds,
            tracks,
            scarcest: scarcest.unwrap_or_default(),
        })
    }

    /// Supply over need, in thousandths.
    pub fn ratio(&self) -> i64 {
        divide_rounded(self.supply * 1_000, self.need.max(1))
    }

    fn funds_within(&self, from: i64, to: i64) -> usize {
        let funds = self.place_funds.iter();
        funds.filter(|wan| (from..=to).contains(*wan)).count()
    }
}

/// A share in thousandths, as a percentage.
fn percent(thousandths: i64) -> String {
    format!("{} %", Decimal::<1>(thousandths).text())
}

impl fmt::Display for Summary {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "helpers by track")?;
        for (track, count) in &self.tracks {
            writeln!(out, "  {track:<16}{count:>8}")?;
        }
        writeln!(out, "sector                need  supply   supply/need")?;
        for (sector, (need, supply)) in &self.sectors {
            let ratio = percent(divide_rounded(supply * 1_000, (*need).max(1)));
            writeln!(out, "  {sector:<16}{need:>8}{supply:>8}{ratio:>14}")?;
        }
        let (need, supply, ratio) = (self.need, self.supply, percent(self.ratio()));
        writeln!(out, "  all, in 万元    {need:>8}{supply:>8}{ratio:>14}")?;
        let count = self.place_funds.len();
        let at = |index: usize| self.place_funds.get(index).copied().unwrap_or(0);
        writeln!(
            out,
            "funds of a helping place, 万元: least {}, median {}, most {}",
            at(0),
            at(count / 2),
            at(count.saturating_sub(1))
        )?;
        writeln!(
            out,
            "  of {count}: {} within 2 300–12 000 (published range), {} within 2 500–6 500",
            self.funds_within(2_300, 12_000),
            self.funds_within(2_500, 6_500)
        )?;
        writeln!(
            out,
            "published a year, then 0.5 % and 0.8 % of the revenue of the case, 万元"
        )?;
        for row in &self.comparisons {
            let (published, former, present) =
                (row.published, row.at_former_rate, row.at_present_rate);
            let (pair, years) = (&row.pair, &row.years);
            writeln!(
                out,
                "{published:>8}{former:>8}{present:>8}  {pair} ({years})"
            )?;
        }
        let (code, able) = &self.scarcest;
        writeln!(
            out,
            "fewest helping places within reach and able to spend 80 % there: {able} ({code})"
        )
    }
}
