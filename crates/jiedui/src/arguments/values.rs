//! The values that options take: one of a few words, or a number within bounds.

use clap::ValueEnum;
use jiedui_input::policy::{Bounds, options};
use std::str::FromStr;

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Language {
    Zh,
    En,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    Human,
    Json,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TextForm {
    Human,
    Json,
    Md,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Method {
    Decomposition,
    Monolithic,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Depth {
    Line,
    Page,
    Full,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DocumentForm {
    Md,
    Html,
    Xlsx,
    Docx,
    Geojson,
    Csv,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Encoding {
    #[value(name = "utf-8")]
    Utf8,
    Gb18030,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SchemaOf {
    Dossier,
    Certificate,
    Conflict,
    Decisions,
    WhyNot,
    Limits,
    Alternatives,
    Backbone,
}

/// Every `count`-th scenario, beginning with number `index` (from 1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Shard {
    pub(crate) index: usize,
    pub(crate) count: usize,
}

pub(super) fn effort(text: &str) -> Result<f64, String> {
    within(text, &options::EFFORT, |number| number)
}

pub(super) fn time_limit(text: &str) -> Result<f64, String> {
    within(text, &options::TIME_LIMIT, |number| number)
}

pub(super) fn seed(text: &str) -> Result<u64, String> {
    // Not every whole number of this size is an `f64`.
    let fits = text
        .parse()
        .ok()
        .filter(|seed| i64::try_from(*seed).is_ok());
    fits.ok_or_else(|| options::SEED.shown().to_owned())
}

pub(super) fn threads(text: &str) -> Result<usize, String> {
    within(text, &options::THREADS, |number: u32| number.into()).map(|number| number as usize)
}

/// A value that the policy could have as well: it goes into that of the run folder, which is read again.
fn within<N: FromStr + Copy>(
    text: &str,
    bounds: &Bounds,
    number: impl Fn(N) -> f64,
) -> Result<N, String> {
    let read = text.parse().ok();
    let allowed = read.filter(|value| bounds.allow(number(*value)));
    allowed.ok_or_else(|| bounds.shown().to_owned())
}

pub(super) fn share(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if (0.0..=1.0).contains(&number) => Ok(number),
        _ => Err("0–1".to_owned()),
    }
}

pub(super) fn shard(text: &str) -> Result<Shard, String> {
    let parts = text.split_once('/');
    let numbers = parts.and_then(|(index, count)| Some((index.parse().ok()?, count.parse().ok()?)));
    match numbers {
        Some((index, count)) if (1..=count).contains(&index) => Ok(Shard { index, count }),
        _ => Err("i/n".to_owned()),
    }
}
