//! The files of the case, from the facts.

use crate::basis::Basis;
use crate::decimal::{Decimal, divide_rounded};
use crate::distance::published_road;
use crate::error::SeedsError;
use crate::facts::Facts;
use crate::figure::{gross_product, revenue};
use crate::need;
use crate::roster::{self, Helper};
use crate::table::Table;
use std::collections::BTreeMap;

const NEED_SOURCE: &str = "需求公式（seeds/README.md）；普查与艰苦边远地区类别";

/// Every file of the case folder that is derived: name and content.
///
/// *Errors:* [`SeedsError::Missing`], [`SeedsError::UnknownWord`], [`SeedsError::Table`].
/// *Determinism:* depends on the facts alone.
pub fn derive(facts: &Facts) -> Result<BTreeMap<String, Vec<u8>>, SeedsError> {
    let helpers = roster::helpers(facts)?;
    let mut files = BTreeMap::new();
    files.insert("case.toml".to_owned(), CASE_TOML.as_bytes().to_vec());
    files.extend([
        places_table(facts)?,
        recipients_table(facts)?,
        helpers_table(&helpers)?,
        needs_table(facts)?,
        supply_table(&helpers)?,
        pairs_table(facts, &helpers)?,
        history_table(facts)?,
    ]);
    Ok(files)
}

const CASE_TOML: &str = "\
# Written by `cargo run -p jiedui-seeds`; do not edit. 由程序生成，请勿手改。
[case]
name     = \"sichuan-2025\"
year     = 2025
title    = \"四川省39个欠发达县域结对共富（2025年度示例）\"
currency = \"万元\"
sources  = [
    \"seeds/facts：公开资料整理，每行注明来源\",
    \"第七次全国人口普查（2020年）\",
    \"国人部发〔2006〕61号（艰苦边远地区类别）\",
    \"估计公式：seeds/README.md\",
]
";

fn places_table(facts: &Facts) -> Result<(String, Vec<u8>), SeedsError> {
    let mut table = Table::new(
        "places",
        &[
            "code",
            "name",
            "prefecture",
            "lon",
            "lat",
            "hardship_class",
            "population",
            "gdp",
            "revenue",
            "basis",
            "source",
        ],
    )?;
    for division in facts.divisions.values() {
        let code = &division.code;
        let helps = facts.helping_places.iter().any(|row| row.code == *code);
        let mut basis = division.basis;
        let mut sources = vec![division.source.clone()];
        let (mut gdp, mut taxes) = (String::new(), String::new());
        if helps {
            let income = revenue(facts, division)?;
            taxes = income.value.to_string();
            basis = basis.max(income.basis);
            sources.push(income.source);
        }
        if helps || facts.finance(code, "gdp").is_some() {
            let product = gross_product(facts, division)?;
            gdp = Decimal::<2>(divide_rounded(product.value, 100)).text();
            basis = basis.max(product.basis);
            sources.push(product.source);
        }
        table.row(&[
            &division.code,
            &division.name,
            &division.prefecture,
            &division.lon.text(),
            &division.lat.text(),
            &division.hardship_class.text(),
            &division.population.text(),
            &gdp,
            &taxes,
            basis.word(),
            &sources.join("；"),
        ])?;
    }
    table.finish()
}

fn recipients_table(facts: &Facts) -> Result<(String, Vec<u8>), SeedsError> {
    let mut table = Table::new("recipients", &["id", "weight", "basis", "source"])?;
    for row in &facts.recipients {
        table.row(&[&row.code, "1", row.basis.word(), &row.source])?;
    }
    table.finish()
}

fn helpers_table(helpers: &[Helper]) -> Result<(String, Vec<u8>), SeedsError> {
    let mut table = Table::new(
        "helpers",
        &["id", "name", "track", "place", "budget", "basis", "source"],
    )?;
    for row in helpers {
        let budget = row.budget.map(|wan| wan.to_string()).unwrap_or_default();
        table.row(&[
            &row.id,
            &row.name,
            &row.track,
            &row.place,
            &budget,
            row.basis.word(),
            &row.source,
        ])?;
    }
    table.finish()
}

fn needs_table(facts: &Facts) -> Result<(String, Vec<u8>), SeedsError> {
    let mut table = Table::new(
        "needs",
        &["recipient", "sector", "amount", "basis", "source"],
    )?;
    for row in &facts.recipients {
        for (sector, amount) in need::of_recipient(facts, &row.code)? {
            table.row(&[
                &row.code,
                sector,
                &amount.to_string(),
                Basis::Estimated.word(),
                NEED_SOURCE,
            ])?;
        }
    }
    table.finish()
}

fn supply_table(helpers: &[Helper]) -> Result<(String, Vec<u8>), SeedsError> {
    let mut table = Table::new("supply", &["helper", "sector", "amount", "basis", "source"])?;
    for helper in helpers {
        for (sector, amount, basis, source) in &helper.offers {
            table.row(&[
                &helper.id,
                sector,
                &amount.to_string(),
                basis.word(),
                source,
            ])?;
        }
    }
    table.finish()
}

fn pairs_table(facts: &Facts, helpers: &[Helper]) -> Result<(String, Vec<u8>), SeedsError> {
    let header = ["helper", "recipient", "distance_km", "basis", "source"];
    let mut table = Table::new("pairs", &header)?;
    for helper in helpers {
        for recipient in &facts.recipients {
            if let Some(road) = published_road(facts, &helper.place, &recipient.code)? {
                let km = road.km.to_string();
                let basis = road.basis.word();
                table.row(&[&helper.id, &recipient.code, &km, basis, &road.source])?;
            }
        }
    }
    table.finish()
}

fn history_table(facts: &Facts) -> Result<(String, Vec<u8>), SeedsError> {
    let mut table = Table::new(
        "history",
        &["helper", "recipient", "since", "basis", "source"],
    )?;
    let mut relations: Vec<_> = facts.history.iter().collect();
    relations.sort_by(|a, b| (&a.helper, &a.recipient).cmp(&(&b.helper, &b.recipient)));
    for row in relations {
        table.row(&[
            &row.helper,
            &row.recipient,
            &row.since.to_string(),
            row.basis.word(),
            &row.source,
        ])?;
    }
    table.finish()
}
