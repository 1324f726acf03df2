//! The whole program as LP text, for other solvers.

use jiedui_domain::Case;
use jiedui_graph::CandidateGraph;
use jiedui_model::{Program, lp_text};

/// The whole program of a case once for each priority of its policy, as (position counted from 1, text
/// in the CPLEX LP format). The texts differ in the objective only: what an earlier priority has reached
/// is for the reader to keep. The stages that break ties are left out.
///
/// *Complexity:* time and memory linear in the program, which has a row for every arc and sector.
pub fn lp_texts<'a>(
    case: &'a Case,
    graph: &'a CandidateGraph,
) -> impl Iterator<Item = (usize, String)> + 'a {
    let program = Program::build(case, graph);
    let tiers = program.tiers().iter();
    let priorities = tiers.filter(|tier| tier.priority.is_some()).count();
    (0..priorities).map(move |tier| (tier + 1, lp_text::write(&program, case, graph, tier)))
}
