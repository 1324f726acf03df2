//! From a verified plan to its dossier.

use crate::contribution::Contributions;
use crate::dossier::{
    Dossier, EndedPair, FORMAT_VERSION, RunFacts, RunInfo, Shortlist, Title, Verdict,
};
use crate::evidence::Evidence;
use crate::{exclusions, given, pairs, parties, provenance, tiers};
use jiedui_domain::{Case, Plan, RuleFamily, TierResult};
use jiedui_graph::CandidateGraph;
use jiedui_verify::{Rule, Verified};

/// What an explanation is made from.
#[derive(Clone, Debug)]
pub struct ExplainInput<'a> {
    /// The case.
    pub case: &'a Case,
    /// The candidate graph of the case.
    pub graph: &'a CandidateGraph,
    /// The candidates among which the plan was sought, where that are not all: only those are listed
    /// with their figures; ranks count all.
    pub listed: Option<&'a CandidateGraph>,
    /// The plan, checked.
    pub plan: &'a Verified<Plan>,
    /// What the solve says about each priority.
    pub tiers: &'a [TierResult],
    /// What only the caller knows.
    pub run: RunFacts,
}

/// Explains a verified plan.
///
/// *Complexity:* O(a log a) in the possible pairs, plus exact sums over the plan.
/// *Determinism:* depends on its input only; equal inputs give equal dossiers.
/// *Source:* model §6 and §7.
pub fn explain(input: ExplainInput<'_>) -> Dossier {
    let ExplainInput {
        case,
        graph,
        listed,
        plan,
        tiers,
        run,
    } = input;
    let evidence = Evidence::gather(case, graph, plan.get());
    let contributions = Contributions::new(&evidence);
    Dossier {
        format_version: FORMAT_VERSION,
        run: run_info(case, run, listed.map(|listed| shortlist(graph, listed))),
        sectors: parties::sectors(case),
        tracks: parties::tracks(&evidence),
        tiers: tiers::tiers(case, plan, tiers),
        measures: tiers::measures(case, plan, &contributions),
        recipients: parties::recipients(&evidence, &contributions),
        helpers: parties::helpers(&evidence),
        pairs: pairs::pairs(&evidence, &contributions),
        ended: ended(&evidence),
        candidates: exclusions::candidate_rows(&evidence, listed),
        excluded: exclusions::excluded_rows(&evidence),
        fairness: crate::fairness::fairness(&evidence),
        data_quality: provenance::data_quality(&evidence),
        given: Some(given::given(case)),
        stability: Vec::new(),
        // Only who can solve knows them.
        regrets: None,
    }
}

fn shortlist(graph: &CandidateGraph, listed: &CandidateGraph) -> Shortlist {
    Shortlist {
        candidates: graph.arcs().len(),
        listed: listed.arcs().len(),
    }
}

fn run_info(case: &Case, run: RunFacts, shortlist: Option<Shortlist>) -> RunInfo {
    RunInfo {
        case_name: case.info.name.clone(),
        case_title: case.info.title.clone(),
        year: case.info.year,
        sources: case.info.sources.clone(),
        policy_name: case.policy.name.clone(),
        policy_title: Title::from(&case.policy.title),
        policy_document: case.policy.document.as_ref().map(Title::from),
        program_version: run.program_version,
        method: run.method,
        termination: run.termination,
        reproducible: run.termination.is_reproducible(),
        // A `Verified<Plan>` exists only where the check found no violation.
        verdict: Verdict::Passed,
        rules_checked: Rule::STRUCTURE
            .into_iter()
            .chain(RuleFamily::ALL.into_iter().map(Rule::Family))
            .map(|rule| rule.code().to_owned())
            .collect(),
        digests: run.digests,
        shortlist,
    }
}

fn ended(evidence: &Evidence<'_>) -> Vec<EndedPair> {
    let case = evidence.case;
    case.history
        .iter()
        .filter(|previous| {
            let track = case.helpers[previous.helper].track;
            let plan = evidence.plan;
            !case.policy.tracks[track].divisible
                && plan.pair(previous.helper, previous.recipient).is_none()
        })
        .map(|previous| EndedPair {
            helper: case.helpers[previous.helper].code.clone(),
            recipient: case.recipient_code(previous.recipient).to_owned(),
            track: case.policy.tracks[case.helpers[previous.helper].track]
                .code
                .clone(),
            since: previous.since,
            excluded: evidence
                .graph
                .arc(previous.helper, previous.recipient)
                .is_none(),
        })
        .collect()
}
