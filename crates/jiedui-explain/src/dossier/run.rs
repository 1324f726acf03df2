//! What was run, and how the search ended.

use super::Title;
use crate::schema;
use jiedui_domain::Termination;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The digest of one input, as the caller computed it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Digest {
    /// File name relative to the case folder, or another name of the input.
    pub name: String,
    /// The digest, e.g. `blake3:…`.
    pub digest: String,
}

/// What the caller knows about the run and the case does not.
#[derive(Clone, PartialEq, Debug)]
pub struct RunFacts {
    /// Version of the program.
    pub program_version: String,
    /// Why the search ended.
    pub termination: Termination,
    /// How it was solved, the word of the policy file (`decomposition`, `monolithic`).
    pub method: String,
    /// Digests of the inputs, in the caller's order.
    pub digests: Vec<Digest>,
}

/// The verdict of the independent check.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every rule holds; the measures are those that the check recomputed. A dossier can only be
    /// made from a plan that passed.
    Passed,
}

/// What was run.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RunInfo {
    /// Short name of the case.
    pub case_name: String,
    /// Name of the case for people.
    pub case_title: String,
    /// The year of the assignment.
    pub year: i32,
    /// Where the case's figures come from.
    pub sources: Vec<String>,
    /// Short name of the policy.
    pub policy_name: String,
    /// Name of the policy for people.
    pub policy_title: Title,
    /// The document whose clauses are cited; absent where the policy does not name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy_document: Option<Title>,
    /// Version of the program that made the plan.
    pub program_version: String,
    /// How it was solved.
    pub method: String,
    /// Why the search ended.
    #[schemars(schema_with = "schema::termination")]
    pub termination: Termination,
    /// Whether the same input gives the same plan again.
    pub reproducible: bool,
    /// The independent check.
    pub verdict: Verdict,
    /// Names of the rules that the check went through.
    pub rules_checked: Vec<String>,
    /// Digests of the inputs.
    pub digests: Vec<Digest>,
    /// Where the plan was sought among some of the candidates only; absent where it was among all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shortlist: Option<Shortlist>,
}

/// How many of the candidates of a large case the plan was sought among. Bounds speak of all of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Shortlist {
    /// Candidates of the case.
    pub candidates: usize,
    /// Those that entered the program, and that the dossier lists with their figures.
    pub listed: usize,
}
