//! `jiedui verify RUN`: the independent check of a run folder, from its files alone.

use super::evaluate_figures::figure;
use super::verify_bounds::check_bounds;
use super::verify_tiers::wrong_tiers;
use crate::arguments::RunArguments;
use crate::console::{Channel, Console};
use crate::exit::{Exit, Failure};
use crate::manifest::{Manifest, Outcome, digest};
use crate::progress::measure_name;
use crate::run_folder::INPUT;
use crate::saved_run::{CONFLICT, DOSSIER, PLAN};
use crate::{input, saved_run};
use jiedui_diagnostics::{Diagnostic, Location};
use jiedui_domain::{Case, Measure, MeasureValue, Names, Plan, Quantity, SectorId};
use jiedui_engine::dossier::Exact;
use jiedui_engine::{
    Dossier, PlanFileError, Rule, Verdict, Violation, check, check_claims, measures, read_plan_csv,
    tier_objective,
};
use jiedui_messages::grouped;
use jiedui_report::terminal::{typed, wrapped};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// How far a stated figure may be from the recomputed one.
pub(super) const TOLERANCE: f64 = 1e-6;
/// What stands where there is no figure.
const UNSTATED: &str = "–";
/// Violations listed one by one.
const LISTED: usize = 10;

pub(crate) fn run(arguments: &RunArguments, console: &Console) -> Result<Exit, Failure> {
    let run = &arguments.run;
    let manifest = saved_run::manifest(run)?;
    let mut problems = changed_files(run, &manifest)?;
    problems.extend(unlisted_files(run, &manifest));
    if manifest.outcome == Outcome::Infeasible {
        let sentence = console.text("cli-verify-no-plan", &[]);
        if problems.is_empty() {
            console.out(&wrapped(&sentence, console.width));
            return Ok(Exit::Done);
        }
        return Err(Failure::rejected(problems));
    }
    let dossier = saved_run::dossier_as_it_is(run)?;
    let case = input::read_archived(run)?.case;
    let bytes = saved_run::bytes(run, PLAN)?;
    let name: Arc<str> = Arc::from(PLAN);
    let plan = read_plan_csv(&case, &bytes).map_err(|rows| {
        problems.extend(rows.iter().map(|row| unreadable_row(&name, row)));
        Failure::rejected(std::mem::take(&mut problems))
    })?;
    let verdict = check(&case, &plan);
    let is_changed = !problems.is_empty();
    problems.extend(broken_rules(console, &verdict, is_changed));
    let wrong = wrong_measures(console, &case, &plan, &dossier).into_iter();
    let wrong = wrong.chain(unstated_measures(console, &case, &plan, &dossier));
    let wrong = wrong.chain(wrong_figures(console, &case, &plan, &dossier));
    let wrong = wrong.chain(wrong_tiers(console, &case, &plan, &dossier));
    problems.extend(wrong.map(|one| one.with("changed", yes_or_no(is_changed))));
    if !same_pairs(&case, &plan, &dossier) {
        problems.push(check_e0904_two_plans());
    }
    let (wrong, bounds) = check_bounds(run, &manifest, console, &case, &plan, &dossier)?;
    problems.extend(wrong);
    if problems.is_empty() {
        let passed = passed(console, &verdict, &dossier);
        for line in std::iter::once(passed).chain(bounds) {
            console.out(&wrapped(&line, console.width));
        }
        return Ok(Exit::Done);
    }
    console.diagnostics(&problems, Channel::Error);
    let listed = verdict.violations.iter().take(LISTED);
    let names = Names::of(&case);
    for violation in listed {
        let line = violation_line(console, &case, &names, violation);
        console.note(wrapped(&line, console.width).trim_end());
    }
    if let Some(more) = verdict
        .violations
        .len()
        .checked_sub(LISTED)
        .filter(|n| *n > 0)
    {
        console.note(&console.text("cli-violations-more", &[("count", &more.to_string())]));
    }
    console.note(&console.text("cli-verify-failed", &[]));
    Ok(Exit::Rejected)
}

/// E0904 for every file that is not as the manifest says. *Errors:* E0903 for a file that is missing.
pub(crate) fn changed_files(run: &Path, manifest: &Manifest) -> Result<Vec<Diagnostic>, Failure> {
    let mut problems = Vec::new();
    for stated in &manifest.files {
        let bytes = saved_run::bytes(run, &stated.name)?;
        if digest(&stated.name, &bytes) != *stated {
            problems.push(saved_run::check_e0904(&stated.name));
        }
    }
    Ok(problems)
}

/// E0904 for every file that a run must have, or that would be read of it, and that its manifest does not name: nobody
/// knows what it was.
fn unlisted_files(run: &Path, manifest: &Manifest) -> Vec<Diagnostic> {
    let conflict = format!("{CONFLICT}.json");
    let (must, must_not): (Vec<&str>, &[&str]) = match manifest.outcome {
        Outcome::Infeasible => (vec![&conflict], &[PLAN, DOSSIER]),
        Outcome::Solved => (vec![PLAN, DOSSIER], &[]),
    };
    let missing = must.into_iter().filter(|name| !is_listed(manifest, name));
    let strange = must_not.iter().copied();
    let strange = strange.filter(|name| run.join(name).exists());
    let mut problems = unlisted_tables(run, manifest);
    problems.extend(missing.chain(strange).map(saved_run::check_e0904_unlisted));
    problems
}

/// E0904 for every table or policy of the input that the manifest does not name.
pub(crate) fn unlisted_tables(run: &Path, manifest: &Manifest) -> Vec<Diagnostic> {
    let tables = tables(run).into_iter();
    tables
        .filter(|name| !is_listed(manifest, name))
        .map(|name| saved_run::check_e0904_unlisted(&name))
        .collect()
}

fn is_listed(manifest: &Manifest, name: &str) -> bool {
    manifest.files.iter().any(|file| file.name == name)
}

/// What the folder of the input holds that is read of a case: tables and policies, under whatever names and in whatever
/// case.
fn tables(run: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(run.join(INPUT)).into_iter().flatten();
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names
        .filter(|name| {
            let name = name.to_ascii_lowercase();
            name.ends_with(".csv") || name.ends_with(".toml")
        })
        .map(|name| format!("{INPUT}/{name}"))
        .collect();
    names.sort();
    names
}

/// E0906 for a row of a plan.
pub(crate) fn unreadable_row(file: &Arc<str>, error: &PlanFileError) -> Diagnostic {
    Diagnostic::new("E0906")
        .at(Location::row(file, error.row))
        .with("reason", error.problem.code())
        .with("value", &error.value)
}

/// E0801, once a rule, with the number of its rows that the plan breaks.
///
/// A plan out of a run folder whose files were changed need not hold, which is nobody's defect.
pub(crate) fn broken_rules(
    console: &Console,
    verdict: &Verdict,
    is_changed: bool,
) -> Vec<Diagnostic> {
    let mut rules: Vec<Rule> = verdict.violations.iter().map(|found| found.rule).collect();
    rules.sort();
    rules
        .chunk_by(|a, b| a == b)
        .map(|rules| {
            let title = rules
                .first()
                .map_or_else(String::new, |rule| rule_title(console, *rule));
            Diagnostic::new("E0801")
                .with("rule", title)
                .with("count", rules.len())
                .with("changed", yes_or_no(is_changed))
        })
        .collect()
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

pub(crate) fn rule_title(console: &Console, rule: Rule) -> String {
    console.text(&format!("rule-{}", rule.code().replace('_', "-")), &[])
}

/// One broken row: who, what the plan has, what is allowed.
fn violation_line(
    console: &Console,
    case: &Case,
    names: &Names<'_>,
    violation: &Violation,
) -> String {
    let chinese = console.lang == jiedui_messages::Lang::Zh;
    let title = |title: &jiedui_domain::Bilingual| {
        if chinese {
            title.zh.clone()
        } else {
            title.en.clone()
        }
    };
    let helper = violation.helper.map(|id| typed(&names.helper(id)));
    let recipient = violation.recipient.map(|id| typed(&names.recipient(id)));
    let track = violation
        .track
        .map(|id| title(&case.policy.tracks[id].title));
    let sector = violation
        .sector
        .map(|id| title(&case.policy.sectors[id].title));
    let who: Vec<String> = [helper, recipient, track, sector]
        .into_iter()
        .flatten()
        .collect();
    console.text(
        "cli-violation",
        &[
            ("rule", &rule_title(console, violation.rule)),
            ("who", &who.join(&console.text("rep-list-separator", &[]))),
            ("found", &figure(console, case, violation, &violation.found)),
            (
                "allowed",
                &figure(console, case, violation, &violation.allowed),
            ),
            ("bound", violation.allowed_is().code()),
        ],
    )
}

/// E0802 for every measure of the dossier that is not the plan's.
fn wrong_measures(
    console: &Console,
    case: &Case,
    plan: &Plan,
    dossier: &Dossier,
) -> Vec<Diagnostic> {
    let claimed: Vec<MeasureValue> = dossier
        .measures
        .iter()
        .map(|entry| MeasureValue {
            measure: entry.measure,
            value: entry.value.as_ref().map(|exact| exact.value),
        })
        .collect();
    check_claims(case, plan, &claimed, TOLERANCE)
        .iter()
        .map(|violation| {
            let name = violation
                .measure
                .map(|measure| measure_name(console, measure));
            Diagnostic::new("E0802")
                .with("measure", name.unwrap_or_default())
                .with("stated", &violation.found)
                .with("found", &violation.allowed)
        })
        .collect()
}

/// E0802 for every measure of the policy that the dossier does not state.
fn unstated_measures(
    console: &Console,
    case: &Case,
    plan: &Plan,
    dossier: &Dossier,
) -> Vec<Diagnostic> {
    let stated: BTreeSet<Measure> = dossier.measures.iter().map(|entry| entry.measure).collect();
    let asked: BTreeSet<Measure> = case
        .policy
        .objectives
        .iter()
        .map(|one| one.measure)
        .collect();
    let unstated = measures(case, plan)
        .into_iter()
        .filter(|found| asked.contains(&found.measure) && !stated.contains(&found.measure));
    unstated
        .map(|found| {
            let value = found.value.map(|value| value.to_string());
            Diagnostic::new("E0802")
                .with("measure", measure_name(console, found.measure))
                .with("stated", UNSTATED)
                .with("found", value.as_deref().unwrap_or(UNSTATED))
        })
        .collect()
}

/// E0802 for every recipient whose share of its need is not the plan's, for every objective that comes to something
/// else, and for every measure or share whose exact text is another number than the one beside it.
fn wrong_figures(
    console: &Console,
    case: &Case,
    plan: &Plan,
    dossier: &Dossier,
) -> Vec<Diagnostic> {
    let worth = |sector: SectorId, amount: f64| case.policy.sectors[sector].value.to_f64() * amount;
    let mut shares: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for row in &case.needs {
        let share = shares.entry(case.recipient_code(row.of)).or_default();
        share.1 += worth(row.sector, row.amount.to_f64());
    }
    for pair in plan.pairs() {
        let share = shares
            .entry(case.recipient_code(pair.recipient))
            .or_default();
        let help = pair.help.iter();
        share.0 += help
            .map(|help| worth(help.sector, help.amount.to_f64()))
            .sum::<f64>();
    }
    let stated = dossier.recipients.iter().map(|entry| {
        let found = shares.get(entry.code.as_str());
        let found = found
            .filter(|(_, need)| *need > 0.0)
            .map(|(given, need)| given / need);
        let what = || {
            let measure = measure_name(console, Measure::Coverage);
            format!("{measure} · {}", entry.code)
        };
        (what(), entry.coverage.as_ref(), found)
    });
    let measures = dossier.measures.iter().map(|entry| {
        let value = entry.value.as_ref();
        let found = value.map(|exact| exact.value);
        (measure_name(console, entry.measure), value, found)
    });
    // Dossiers of earlier versions do not tell what an objective comes to.
    let objectives = dossier.tiers.iter().flat_map(|tier| {
        let own = case.policy.objectives.iter();
        let own = own.filter(|objective| objective.priority == tier.priority);
        let told = tier.objectives.iter().zip(own);
        told.filter_map(move |(told, objective)| {
            let stated = told.value.as_ref()?;
            let found = tier_objective(case, plan, objective).value;
            let what = format!(
                "{} · {}",
                measure_name(console, told.measure),
                tier.priority
            );
            Some((what, Some(stated), found.map(|exact| exact.value)))
        })
    });
    let is_near = |one: f64, other: f64| (one - other).abs() <= TOLERANCE * other.abs().max(1.0);
    let holds = |stated: Option<&Exact>, found: Option<f64>| match (stated, found) {
        (None, None) => true,
        (Some(stated), Some(found)) => {
            let exact = stated.nearest();
            is_near(stated.value, found) && exact.is_some_and(|exact| is_near(exact, found))
        }
        _ => false,
    };
    let text = |value: Option<String>| value.unwrap_or_else(|| UNSTATED.to_owned());
    stated
        .chain(measures)
        .chain(objectives)
        .filter(|(_, stated, found)| !holds(*stated, *found))
        .map(|(what, stated, found)| {
            Diagnostic::new("E0802")
                .with("measure", what)
                .with("stated", text(stated.map(|exact| exact.exact.clone())))
                .with("found", text(found.map(|found| found.to_string())))
        })
        .collect()
}

/// E0904: which of the two is as it was written, nobody can say here.
fn check_e0904_two_plans() -> Diagnostic {
    Diagnostic::new("E0904").with("reason", "two-plans")
}

/// Whether the dossier speaks of the same pairs and amounts as `plan.csv`.
fn same_pairs(case: &Case, plan: &Plan, dossier: &Dossier) -> bool {
    plan.pairs().len() == dossier.pairs.len()
        && plan
            .pairs()
            .iter()
            .zip(&dossier.pairs)
            .all(|(pair, entry)| {
                let codes = (
                    case.helpers[pair.helper].code.as_str(),
                    case.recipient_code(pair.recipient),
                );
                let help = pair.help.iter().map(|help| {
                    let sector = case.policy.sectors[help.sector].code.as_str();
                    (sector, help.amount.to_f64())
                });
                let stated = entry.help.iter();
                codes == (entry.helper.as_str(), entry.recipient.as_str())
                    && help.eq(stated.map(|help| (help.sector.as_str(), help.amount)))
            })
}

fn passed(console: &Console, verdict: &Verdict, dossier: &Dossier) -> String {
    let rows: usize = verdict.rules_checked.iter().map(|count| count.rows).sum();
    console.text(
        "cli-verify-passed",
        &[
            (
                "pairs",
                &dossier
                    .pairs
                    .iter()
                    .filter(|pair| !pair.divisible)
                    .count()
                    .to_string(),
            ),
            ("rules", &verdict.rules_checked.len().to_string()),
            ("rows", &grouped(rows)),
            ("measures", &dossier.measures.len().to_string()),
        ],
    )
}
