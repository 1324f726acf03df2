//! One run from a case to a dossier: graph, program, solution, verification, explanation.
//!
//! [`examine()`] finds out, before anything is solved, whether enough candidates exist; [`assign()`] does
//! the whole. The engine reads no clock and no environment: threads, seeds and limits come in through
//! [`RunOptions`], time and interruption through the [`EngineWatch`].

mod assign;
mod certificate;
mod conflict;
mod counterfactual;
mod decisions;
mod error;
mod evaluate;
mod examine;
mod feasibility;
mod frontier;
mod gainful;
mod knowledge;
mod limit_prices;
mod listed;
mod lp_files;
mod parties;
mod plan_alternatives;
mod plan_csv;
mod plan_reading;
mod plan_values;
mod potentials;
mod regret;
mod scenarios;
mod threads;
mod watch;
mod why_not;
mod widening;

pub use assign::{Run, RunOptions, RunOutcome, assign, assign_from};
pub use conflict::{PolicyCells, explain_conflict};
pub use counterfactual::counterfactuals;
pub use decisions::decision_prices;
pub use error::EngineError;
pub use evaluate::{
    AmountsBy, Change, EvaluateOptions, Evaluation, Improvement, OutOfReach, ShortOf, Standing,
    evaluate, standings,
};
pub use examine::{Examination, examine};
pub use feasibility::{CaseFeasibility, is_feasible};
pub use frontier::{Frontier, FrontierOptions, FrontierOutcome, FrontierPoint, Side, frontier};
pub use jiedui_explain::comparison::{Comparison, compare};
pub use jiedui_explain::{
    Digest, Dossier, backbone as backbone_report, conflict as conflict_report,
    counterfactual as counterfactual_report, decisions as decision_report, dossier,
    limit_prices as limit_report, plan_alternatives as alternatives_report,
    scenarios as scenario_records, schema, tier_objective, why_not as why_not_report,
};
pub use jiedui_graph::{CandidateGraph, Exclusion, QuotaShortage, ShortageKind};
pub use jiedui_solve::{Effort, SolveError, Watch};
pub use jiedui_verify::certificate::{
    Certificate, CertificateCheck, CertificateRefusal, FORMAT_VERSION as CERTIFICATE_VERSION,
    ProvenTier, certificate_schema,
};
pub use jiedui_verify::{
    Rule, Verdict, Verified, Violation, check, check_claims, measures, tier_value, verify,
};
pub use knowledge::{Knowledge, KnownPair, KnownTier};
pub use limit_prices::{WhichLimits, limit_prices};
pub use lp_files::lp_texts;
pub use plan_alternatives::{AlternativesAsked, plan_alternatives};
pub use plan_csv::{pairs_csv, plan_csv};
pub use plan_reading::{PlanFileError, PlanFileProblem, read_plan_csv, read_plan_of_people};
pub use regret::price_pairs;
pub use scenarios::{BaseRun, panic_text, run_scenarios, scenario_options};
pub use watch::{EngineWatch, Stage, Unwatched};
pub use why_not::{PairAnswer, why_not};
