//! A policy as canonical TOML text that reads back as the same policy.

use jiedui_domain::{
    Bilingual, DistanceMethod, EquityCurve, FitMethod, Measure, Objective, Policy, Sector, Track,
};
use std::fmt::Write as _;

/// The policy as TOML: every key that it uses written out, in the order of the documentation.
///
/// *Determinism:* the text depends on the policy only.
pub fn write(policy: &Policy) -> String {
    let mut out = Canonical::default();
    out.table("policy");
    out.text("name", &policy.name);
    out.title(&policy.title);
    if let Some(document) = &policy.document {
        out.in_both_languages("document", document);
    }
    for sector in policy.sectors.values() {
        write_sector(&mut out, sector);
    }
    for track in policy.tracks.values() {
        write_track(&mut out, track);
    }
    out.table("distance");
    out.text(
        "method",
        match policy.distance.method {
            DistanceMethod::GreatCircle => "great_circle",
            DistanceMethod::Roads => "roads",
        },
    );
    out.float("detour_factor", policy.distance.detour_factor);
    out.table("fit");
    out.text(
        "method",
        match policy.fit.method {
            FitMethod::SupplyNeed => "supply_need",
            FitMethod::Industry => "industry",
        },
    );
    if !policy.fit.indicators.is_empty() {
        let names: Vec<String> = policy
            .fit
            .indicators
            .iter()
            .map(|name| quoted(name))
            .collect();
        out.plain("indicators", format_args!("[{}]", names.join(", ")));
    }
    write_equity(&mut out, policy);
    for objective in &policy.objectives {
        write_objective(&mut out, policy, objective);
    }
    out.table("solver");
    out.text("method", policy.solver.method.code());
    out.text("backend", &policy.solver.backend);
    out.float("effort", policy.solver.effort);
    out.float("time_limit_s", policy.solver.time_limit_s);
    out.float("gap", policy.solver.gap);
    out.plain("seed", policy.solver.seed);
    out.plain("threads", policy.solver.threads);
    out.plain("shortlist", policy.solver.shortlist);
    out.text
}

fn write_sector(out: &mut Canonical, sector: &Sector) {
    out.table(&format!("sectors.{}", key(&sector.code)));
    out.title(&sector.title);
    out.text("unit", sector.unit.code());
    out.plain("whole", sector.whole);
    out.plain("value", sector.value);
    out.optional_text("clause", sector.clause.as_deref());
}

fn write_track(out: &mut Canonical, track: &Track) {
    out.table(&format!("tracks.{}", key(&track.code)));
    out.title(&track.title);
    out.optional_text("clause", track.clause.as_deref());
    out.range(
        "pairs_per_recipient",
        track.recipient_min,
        track.recipient_max,
    );
    out.range("pairs_per_helper", track.helper_min, track.helper_max);
    out.plain("divisible", track.divisible);
    if let Some(limit) = track.max_distance {
        out.plain("max_distance_km", limit);
    }
    if let Some(gap) = track.max_hardship_gap {
        out.plain("max_hardship_gap", gap);
    }
    out.plain("minimum_support", track.minimum_support);
    out.plain("effort_floor", track.effort_floor);
    if !track.funding_rate.is_empty() {
        let rates: Vec<String> = track
            .funding_rate
            .iter()
            .map(|(year, rate)| format!("{year} = {rate}"))
            .collect();
        out.plain("funding_rate", format_args!("{{ {} }}", rates.join(", ")));
    }
    if let Some(changes) = track.max_changes {
        out.plain("max_changes", changes);
    }
    out.plain("min_tenure_years", track.min_tenure_years);
}

fn write_equity(out: &mut Canonical, policy: &Policy) {
    let used = policy
        .objectives
        .iter()
        .any(|objective| objective.measure == Measure::Equity);
    if !used && policy.equity == EquityCurve::default() {
        return;
    }
    out.table("equity");
    let points: Vec<String> = policy
        .equity
        .breakpoints
        .iter()
        .map(|(x, y)| format!("[{x}, {y}]"))
        .collect();
    out.plain("breakpoints", format_args!("[{}]", points.join(", ")));
}

fn write_objective(out: &mut Canonical, policy: &Policy, objective: &Objective) {
    out.list_table("objectives");
    out.text("measure", objective.measure.code());
    out.plain("priority", objective.priority);
    out.float("weight", objective.weight);
    out.float("tolerance", objective.tolerance);
    if !objective.tracks.is_empty() {
        let codes: Vec<String> = objective
            .tracks
            .iter()
            .map(|track| quoted(&policy.tracks[*track].code))
            .collect();
        out.plain("tracks", format_args!("[{}]", codes.join(", ")));
    }
    if objective.by_age {
        out.plain("by_age", true);
    }
}

/// The text so far. Writing to a `String` cannot fail, so its results are let go.
#[derive(Default)]
struct Canonical {
    text: String,
}

impl Canonical {
    fn table(&mut self, name: &str) {
        let gap = if self.text.is_empty() { "" } else { "\n" };
        let _ = writeln!(self.text, "{gap}[{name}]");
    }

    fn list_table(&mut self, name: &str) {
        let _ = writeln!(self.text, "\n[[{name}]]");
    }

    fn plain(&mut self, key: &str, value: impl std::fmt::Display) {
        let _ = writeln!(self.text, "{key} = {value}");
    }

    /// The shortest decimal that reads back as the same number, always marked as a decimal.
    fn float(&mut self, key: &str, value: f64) {
        let _ = writeln!(self.text, "{key} = {value:?}");
    }

    fn text(&mut self, key: &str, value: &str) {
        self.plain(key, quoted(value));
    }

    fn optional_text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    fn title(&mut self, title: &Bilingual) {
        self.in_both_languages("title", title);
    }

    fn in_both_languages(&mut self, key: &str, text: &Bilingual) {
        let (zh, en) = (quoted(&text.zh), quoted(&text.en));
        self.plain(key, format_args!("{{ zh = {zh}, en = {en} }}"));
    }

    fn range(&mut self, key: &str, min: u32, max: Option<u32>) {
        match max {
            Some(max) => self.plain(key, format_args!("{{ min = {min}, max = {max} }}")),
            None => self.plain(key, format_args!("{{ min = {min} }}")),
        }
    }
}

/// A key, quoted where TOML wants it.
fn key(code: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if !code.is_empty() && code.bytes().all(bare) {
        code.to_owned()
    } else {
        quoted(code)
    }
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
