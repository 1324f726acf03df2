//! Whether a case has any plan: maximum flow first, the solver only where flow cannot tell.

use crate::{EngineError, examine};
use jiedui_domain::{Case, Quantity, SolverOptions, Track, TrackId};
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
use jiedui_solve::Watch;

/// What is known about a case having a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CaseFeasibility {
    /// A plan exists.
    Yes,
    /// None exists: a pair is demanded that a rule excludes.
    NoForcedPair,
    /// None exists: no set of pairs meets the numbers asked for.
    NoMaximumFlow,
    /// None exists, as the solver proved.
    NoSolver,
    /// Not settled within the effort.
    Unknown,
}

impl CaseFeasibility {
    /// Whether it is proven that no plan exists.
    pub fn is_no(self) -> bool {
        matches!(
            self,
            Self::NoForcedPair | Self::NoMaximumFlow | Self::NoSolver
        )
    }
}

/// Whether a case has any plan; its objectives are not looked at.
///
/// Where no rule speaks of amounts, loads or changes, the early check decides exactly: pairs without
/// help are a plan. The solver is asked about the other tracks only, since pairs without help take
/// nothing from any need.
///
/// *Errors:* [`EngineError`].
/// *Determinism:* the effort of `options` is the limit, unless the watch or the time limit strikes.
pub fn is_feasible(
    case: &Case,
    options: &SolverOptions,
    watch: &dyn Watch,
) -> Result<CaseFeasibility, EngineError> {
    let examination = examine(case)?;
    if !examination.forced.is_empty() {
        return Ok(CaseFeasibility::NoForcedPair);
    }
    if !examination.shortages.is_empty() {
        return Ok(CaseFeasibility::NoMaximumFlow);
    }
    let tracks = case.policy.tracks.ids();
    let (hard, easy): (Vec<TrackId>, Vec<TrackId>) =
        tracks.partition(|track| takes_more_than_flow(case, *track));
    if hard.is_empty() {
        return Ok(CaseFeasibility::Yes);
    }
    let narrowed = without_tracks(case, &easy);
    let graph = CandidateGraph::build(&narrowed)?;
    let program = Program::build(&narrowed, &graph);
    Ok(match jiedui_solve::is_feasible(&program, options, watch)? {
        jiedui_solve::Feasibility::Yes => CaseFeasibility::Yes,
        jiedui_solve::Feasibility::No => CaseFeasibility::NoSolver,
        jiedui_solve::Feasibility::Unknown => CaseFeasibility::Unknown,
    })
}

/// Whether rules of the track speak of more than numbers of pairs.
fn takes_more_than_flow(case: &Case, id: TrackId) -> bool {
    let track: &Track = &case.policy.tracks[id];
    let of_track = || case.helpers.values().filter(|helper| helper.track == id);
    !track.divisible
        && (track.minimum_support.scaled() > 0
            || track.effort_floor.scaled() > 0
            || track.max_changes.is_some()
            || of_track().any(|helper| helper.max_load.is_some()))
}

/// The case without pairs and help in these tracks, and without objectives.
fn without_tracks(case: &Case, tracks: &[TrackId]) -> Case {
    let mut case = case.clone();
    case.policy.objectives.clear();
    let silent = |track: TrackId| tracks.contains(&track);
    for id in tracks {
        let track = &mut case.policy.tracks[*id];
        track.recipient_min = 0;
        track.recipient_max = Some(0);
        track.helper_min = 0;
        track.helper_max = Some(0);
        track.min_tenure_years = 0;
    }
    case.quotas.retain(|row| !silent(row.track));
    let helpers = case.helpers.map(|_, helper| silent(helper.track));
    for helper in case.helpers.ids() {
        if helpers[helper] {
            case.helpers[helper].min_pairs = None;
            case.helpers[helper].max_pairs = None;
        }
    }
    case.supply.retain(|row| !helpers[row.of]);
    case.decisions.retain(|row| !helpers[row.helper]);
    case.history.retain(|row| !helpers[row.helper]);
    case
}
