//! The helpers of the case and what each of them offers.

use crate::basis::Basis;
use crate::error::SeedsError;
use crate::facts::{Division, Facts, Institution};
use crate::figure::revenue;
use crate::finance;
use crate::structure::{ONE, location_quotient};
use crate::supply::{self, MONEY_SECTORS};

const OFFER_SOURCE: &str = "供给公式（seeds/README.md）";
const STATE_FIRM_CADRE_SOURCE: &str =
    "78户国企选派78名干部 https://sadc.net.cn/listing/newsshow.php?id=28454";

/// A helper with all that the tables say of it.
#[derive(Clone, Debug)]
pub struct Helper {
    /// Identifier.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Code of the track.
    pub track: String,
    /// Where it sits.
    pub place: String,
    /// The column `budget`, 万元; `None` for places, whose budget the engine computes, and teams.
    pub budget: Option<i64>,
    /// What it can give over all sectors, 万元; `None` = as much as it offers.
    pub funds: Option<i64>,
    /// Trust in the row.
    pub basis: Basis,
    /// Where the row comes from.
    pub source: String,
    /// Sector, amount, basis and source of each offer.
    pub offers: Vec<(&'static str, i64, Basis, &'static str)>,
}

/// Name of a helping place: districts carry the name of their city.
fn full_name(division: &Division) -> String {
    if division.name.ends_with('区') {
        format!("{}{}", division.prefecture, division.name)
    } else {
        division.name.clone()
    }
}

/// All helpers, in code order.
///
/// *Errors:* [`SeedsError::Missing`], [`SeedsError::UnknownWord`].
pub fn helpers(facts: &Facts) -> Result<Vec<Helper>, SeedsError> {
    let mut helpers = Vec::new();
    let province = facts.employment("510000")?.shares();
    for row in &facts.helping_places {
        let division = facts.division(&row.code)?;
        let revenue = revenue(facts, division)?.value;
        let funds = finance::place_funds(revenue);
        let shares = facts.employment(&row.code)?.shares();
        let quotient = |i: usize| location_quotient(shares[i], province[i], ONE / 2, 2 * ONE);
        let tourism = (quotient(2) + quotient(3)) / 2;
        let amounts = supply::place_offer(funds, quotient(1), quotient(0), tourism);
        helpers.push(Helper {
            id: format!("p{}", row.code),
            name: full_name(division),
            track: "place".to_owned(),
            place: row.code.clone(),
            budget: None,
            funds: Some(funds),
            basis: row.basis,
            source: row.source.clone(),
            offers: money_offers(amounts, Basis::Estimated),
        });
        helpers.push(Helper {
            id: format!("k{}", row.code),
            name: format!("{}选派干部", full_name(division)),
            track: "cadre".to_owned(),
            place: row.code.clone(),
            budget: None,
            funds: None,
            basis: Basis::Illustrative,
            source: "每个帮扶地一支选派干部队伍".to_owned(),
            offers: vec![(
                "cadre",
                supply::cadre_pool(revenue),
                Basis::Illustrative,
                OFFER_SOURCE,
            )],
        });
    }
    for row in &facts.institutions {
        helpers.push(institution_helper(facts, row)?);
    }
    helpers.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(helpers)
}

fn money_offers(amounts: [i64; 5], basis: Basis) -> Vec<(&'static str, i64, Basis, &'static str)> {
    let offers = MONEY_SECTORS.into_iter().zip(amounts);
    offers
        .filter(|(_, amount)| *amount > 0)
        .map(|(sector, amount)| (sector, amount, basis, OFFER_SOURCE))
        .collect()
}

fn institution_helper(facts: &Facts, row: &Institution) -> Result<Helper, SeedsError> {
    let base = match row.track.as_str() {
        "central_soe" => Some(600),
        "local_soe" => Some(500),
        "private" => Some(200),
        _ => None,
    };
    let unknown = |word: &str| SeedsError::UnknownWord {
        table: "institutions",
        word: word.to_owned(),
    };
    let (budget, offers) = if let Some(base) = base {
        let mut factors = Vec::new();
        let mut shares = Vec::new();
        for word in row.strengths.split_whitespace() {
            let (factor, share) = supply::strength(word).ok_or_else(|| unknown(word))?;
            factors.push(factor);
            shares.push(share);
        }
        let budget = finance::firm_budget(base, &factors);
        let mut offers = money_offers(supply::firm_offer(budget, &shares), Basis::Illustrative);
        if row.track != "private" {
            let cadres = supply::CADRES_OF_A_STATE_FIRM;
            offers.push(("cadre", cadres, Basis::Published, STATE_FIRM_CADRE_SOURCE));
        }
        (Some(budget), offers)
    } else {
        let sector = match row.track.as_str() {
            "education" => "education",
            "health" => "health",
            "science" => "science",
            other => return Err(unknown(other)),
        };
        let persons =
            supply::team_size(&row.track, &row.level).ok_or_else(|| unknown(&row.level))?;
        (
            None,
            vec![(sector, persons, Basis::Illustrative, OFFER_SOURCE)],
        )
    };
    let source = if row.place.is_empty() {
        format!("{}；只知在{}，所在地取其中心城区", row.source, row.city)
    } else {
        row.source.clone()
    };
    Ok(Helper {
        id: row.id.clone(),
        name: row.name.clone(),
        track: row.track.clone(),
        place: facts.institution_place(row)?.to_owned(),
        budget,
        funds: budget,
        basis: row.basis,
        source,
        offers,
    })
}
