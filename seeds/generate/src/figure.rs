//! Finances of the divisions of the case: published and carried forward, or estimated.

use crate::basis::Basis;
use crate::decimal::Decimal;
use crate::error::SeedsError;
use crate::facts::{Division, Facts};
use crate::{REVENUE_YEAR, finance};

/// A figure with the words on where it comes from.
#[derive(Clone, Debug)]
pub struct Figure {
    /// 万元.
    pub value: i64,
    /// Whether it was carried forward or estimated.
    pub basis: Basis,
    /// How it came about.
    pub source: String,
}

/// Product of a division in the revenue year: published and carried forward, or by population.
///
/// *Errors:* [`SeedsError::Missing`].
pub fn gross_product(facts: &Facts, division: &Division) -> Result<Figure, SeedsError> {
    if let Some(fact) = facts.finance(&division.code, "gdp") {
        return Ok(carried(
            "地区生产总值",
            fact.value.0,
            fact.year,
            &fact.source,
        ));
    }
    let prefecture = facts.prefecture(&division.prefecture)?;
    let total = finance::carry_forward(prefecture.gdp.0, prefecture.year, REVENUE_YEAR);
    let value = finance::gdp_from_population(
        division.population.0,
        facts.employment(&division.code)?.agriculture.0,
        total,
        prefecture.population.0,
    );
    Ok(Figure {
        value,
        basis: Basis::Estimated,
        source: format!("地区生产总值按人口与{}人均值估计", prefecture.name),
    })
}

/// Revenue of a helping place in the revenue year: published and carried forward, or from product.
///
/// *Errors:* [`SeedsError::Missing`].
pub fn revenue(facts: &Facts, division: &Division) -> Result<Figure, SeedsError> {
    if let Some(fact) = facts.finance(&division.code, "revenue") {
        return Ok(carried(
            "一般公共预算收入",
            fact.value.0,
            fact.year,
            &fact.source,
        ));
    }
    let agriculture = facts.employment(&division.code)?.agriculture.0;
    let rate = finance::revenue_rate(division.prefecture == "成都市", agriculture);
    let product = gross_product(facts, division)?;
    Ok(Figure {
        value: finance::revenue_from_gdp(product.value, rate),
        basis: Basis::Estimated,
        source: format!(
            "一般公共预算收入按地区生产总值的{}%估计",
            Decimal::<2>(rate).text()
        ),
    })
}

fn carried(what: &str, value: i64, year: i32, source: &str) -> Figure {
    let carried = finance::carry_forward(value, year, REVENUE_YEAR);
    let (basis, how) = if year == REVENUE_YEAR {
        (Basis::Published, format!("{what}{year}年 {source}"))
    } else {
        let how = format!("{what}由{year}年公布值按年增5.6%推算至{REVENUE_YEAR}年 {source}");
        (Basis::Estimated, how)
    };
    Figure {
        value: carried,
        basis,
        source: how,
    }
}
