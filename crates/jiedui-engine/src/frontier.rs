//! The exact frontier between two measures: the plans of which none is better in one without being worse
//! in the other (ε-constraint method).
//!
//! Each point is one ordinary solve of the case with other objectives: the second measure kept at a level,
//! the first optimised, then the second as far as the first allows.

use crate::plan_values::plan_of;
use crate::watch::{EngineWatch, Stage};
use crate::{EngineError, Examination, examine, threads};
use jiedui_domain::{
    Case, Measure, Objective, Plan, Sense, SolverOptions, Termination, TierResult,
};
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
use jiedui_solve::{Outcome, SolveError, Watch, solve, solve_settled};
use jiedui_verify::{Verified, tier_value, verify};

/// One side of a frontier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// A measure of the model, over all tracks.
    Measure(Measure),
    /// Pairs of last year that the plan ends; fewer are better.
    Changes,
}

impl Side {
    /// The name on the command line and in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Measure(measure) => measure.code(),
            Self::Changes => "changes",
        }
    }

    /// The side with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        if code == Self::Changes.code() {
            return Some(Self::Changes);
        }
        Measure::from_code(code).map(Self::Measure)
    }

    /// The measure that is optimised for it.
    pub fn measure(self) -> Measure {
        match self {
            Self::Measure(measure) => measure,
            Self::Changes => Measure::Continuity,
        }
    }

    /// Whether it counts something, so that it moves in steps of 1.
    pub fn is_count(self) -> bool {
        matches!(
            self,
            Self::Changes | Self::Measure(Measure::Continuity | Measure::Pairs)
        )
    }

    /// Whether more is better.
    pub fn more_is_better(self) -> bool {
        match self {
            Self::Measure(measure) => measure.sense() == Sense::Maximise,
            Self::Changes => false,
        }
    }

    /// The side's own figure, from the sum in which more is better.
    pub fn figure(self, case: &Case, oriented: f64) -> f64 {
        match self {
            Self::Changes => last_years_pairs(case) - oriented,
            Self::Measure(measure) if measure.sense() == Sense::Minimise => -oriented,
            Self::Measure(_) => oriented,
        }
    }
}

/// Pairs of last year in tracks that form pairs.
fn last_years_pairs(case: &Case) -> f64 {
    let rows = case.history.iter();
    let formed = rows.filter(|row| !case.policy.tracks[case.helpers[row.helper].track].divisible);
    formed.count() as f64
}

/// How a frontier is sought.
#[derive(Clone, Debug)]
pub struct FrontierOptions {
    /// The two sides; the second is the one kept at levels.
    pub between: (Side, Side),
    /// At most so many points (2 at least): all of a staircase that has no more, else levels at equal
    /// distances.
    pub points: usize,
    /// How each point is solved.
    pub solver: SolverOptions,
}

/// A plan of the frontier.
#[derive(Clone, Debug)]
pub struct FrontierPoint {
    /// Both sides, each in its own figures.
    pub values: (f64, f64),
    /// What no plan can exceed in the first side that is at this level in the second: the proven bound,
    /// in its own figures.
    pub bound: f64,
    /// |bound − value| of the first side.
    pub gap: f64,
    /// The plan, checked.
    pub plan: Verified<Plan>,
}

/// A frontier.
#[derive(Clone, Debug)]
pub struct Frontier {
    /// From the best of the first side to the best of the second; none is better in both than another.
    pub points: Vec<FrontierPoint>,
    /// Whether there is no other point between them: a staircase of which every step was solved.
    pub complete: bool,
    /// Whether every point is proven within the gap asked for.
    pub exact: bool,
    /// Why the search ended, if it was stopped.
    pub stopped: Option<Termination>,
}

/// What became of it.
#[derive(Clone, Debug)]
pub enum FrontierOutcome {
    /// A frontier of at least one point.
    Found(Box<Frontier>),
    /// No plan obeys the rules.
    Infeasible,
    /// Nothing defines the side in this case.
    Undefined(Side),
    /// Stopped before any plan was found.
    NoPlan(Termination),
}

/// Levels closer than this are the same.
const SAME: f64 = 1e-6;

/// Seeks the frontier between two sides.
///
/// *Errors:* [`EngineError`] for failures of the machinery.
/// *Determinism:* as [`crate::assign()`].
/// *Source:* ε-constraint method (Haimes, Lasdon and Wismer 1971).
pub fn frontier(
    case: &Case,
    options: &FrontierOptions,
    watch: &dyn EngineWatch,
) -> Result<FrontierOutcome, EngineError> {
    let pool = threads::pool(options.solver.threads)?;
    pool.install(|| Search::new(case, options, watch)?.run())
}

struct Search<'a> {
    case: &'a Case,
    graph: CandidateGraph,
    holds: bool,
    options: &'a FrontierOptions,
    watch: &'a dyn EngineWatch,
}

/// A point while the frontier is sought, in sums where more is better.
struct Found {
    first: f64,
    second: f64,
    bound: f64,
    proven: bool,
    plan: Verified<Plan>,
}

enum Step {
    Found(Box<Found>),
    Infeasible,
    NoPlan(Termination),
}

impl<'a> Search<'a> {
    fn new(
        case: &'a Case,
        options: &'a FrontierOptions,
        watch: &'a dyn EngineWatch,
    ) -> Result<Self, EngineError> {
        watch.stage(Stage::Graph);
        let examination = examine(case)?;
        let holds = examination.holds();
        let Examination { graph, .. } = examination;
        Ok(Self {
            case,
            graph,
            holds,
            options,
            watch,
        })
    }

    fn run(self) -> Result<FrontierOutcome, EngineError> {
        if !self.holds {
            return Ok(FrontierOutcome::Infeasible);
        }
        let (first, second) = self.options.between;
        for side in [first, second] {
            let value =
                jiedui_verify::measure(self.case, &Plan::default(), side.measure(), &[], false);
            if value.is_none() {
                return Ok(FrontierOutcome::Undefined(side));
            }
        }
        self.watch.stage(Stage::Solve);
        let mut points: Vec<Found> = Vec::new();
        let mut stopped = None;
        for order in [[first, second], [second, first]] {
            match self.solve(&order, &[])? {
                Step::Found(found) => points.push(*found),
                Step::Infeasible => return Ok(FrontierOutcome::Infeasible),
                Step::NoPlan(termination) => return Ok(FrontierOutcome::NoPlan(termination)),
            }
        }
        let (low, high) = match points.as_slice() {
            [one, two] => (one.second, two.second),
            _ => return Ok(FrontierOutcome::Infeasible),
        };
        let steps = if second.is_count() {
            (high - low).round().max(0.0) as usize
        } else {
            usize::MAX
        };
        let room = self.options.points.saturating_sub(2);
        let complete = steps <= room + 1;
        let levels: Vec<f64> = if complete {
            (1..steps).map(|step| low.round() + step as f64).collect()
        } else {
            let part = |step: usize| low + (high - low) * step as f64 / (room + 1) as f64;
            let levels = (1..=room).map(part);
            // A count between two whole numbers is the upper one.
            let whole = |level: f64| {
                if second.is_count() {
                    level.ceil()
                } else {
                    level
                }
            };
            levels.map(whole).collect()
        };
        // Between the ends: a plan found may stand on a higher level than was asked for.
        let mut reached = low;
        let mut every_level = true;
        for level in levels {
            if level <= reached + SAME || level >= high - SAME {
                continue;
            }
            if let Some(termination) = self.watch.stop() {
                stopped = Some(termination);
                break;
            }
            match self.solve(&[second, first, second], &[level])? {
                Step::Found(found) => {
                    reached = found.second;
                    points.push(*found);
                }
                // The end of the second side is a plan at this level, so only the effort is at fault.
                Step::Infeasible | Step::NoPlan(_) => every_level = false,
            }
        }
        Ok(FrontierOutcome::Found(Box::new(self.finish(
            points,
            complete && every_level,
            stopped,
        ))))
    }

    /// One solve: these sides as priorities in order, the first so many settled at levels.
    fn solve(&self, order: &[Side], settled: &[f64]) -> Result<Step, EngineError> {
        let mut case = self.case.clone();
        case.policy.objectives = objectives(order);
        let program = Program::build(&case, &self.graph);
        let watch: &dyn Watch = self.watch;
        let solver = &self.options.solver;
        let outcome = if settled.is_empty() {
            solve(&program, solver, watch)
        } else {
            // A hair less than the level: what is kept is checked in floating point.
            let settled: Vec<f64> = settled
                .iter()
                .map(|level| level - 1e-7 * (1.0 + level.abs()))
                .collect();
            solve_settled(&program, solver, watch, &settled)
        };
        let solution = match outcome {
            Ok(Outcome::Solved(solution)) => solution,
            Ok(Outcome::Infeasible) => return Ok(Step::Infeasible),
            Ok(Outcome::NoPlan(termination)) => return Ok(Step::NoPlan(termination)),
            // One level less is better than no frontier; at an end there is nothing to fall back on.
            Err(SolveError::Rounding) if !settled.is_empty() => {
                return Ok(Step::NoPlan(Termination::EffortSpent));
            }
            Err(error) => return Err(error.into()),
        };
        let plan = plan_of(&program, &solution.values).map_err(|_| SolveError::Rounding)?;
        let plan =
            verify(self.case, plan).map_err(|verdict| EngineError::Refuted(Box::new(verdict)))?;
        let (first, second) = self.options.between;
        let value = |side: Side| tier_value(self.case, &plan, &objectives(&[side]));
        let (first, second) = (value(first), value(second));
        let bound = self.bound(order, settled, &solution.tiers, first);
        Ok(Step::Found(Box::new(Found {
            first,
            second,
            bound,
            proven: solution.termination == Termination::Optimal,
            plan,
        })))
    }

    /// What no plan at this level of the second side can exceed in the first.
    fn bound(&self, order: &[Side], settled: &[f64], tiers: &[TierResult], value: f64) -> f64 {
        let (first, _) = self.options.between;
        let open = order.get(settled.len()..).unwrap_or(&[]);
        let place = open.iter().position(|side| *side == first);
        let tier = place.and_then(|place| tiers.get(place));
        tier.map_or(value, |tier| tier.bound.max(value))
    }

    /// The points that no other dominates, from the best of the first side on.
    fn finish(
        &self,
        mut points: Vec<Found>,
        complete: bool,
        stopped: Option<Termination>,
    ) -> Frontier {
        points.sort_by(|a, b| {
            b.first
                .total_cmp(&a.first)
                .then_with(|| b.second.total_cmp(&a.second))
        });
        let exact = points.iter().all(|point| point.proven);
        let mut kept: Vec<Found> = Vec::new();
        for point in points {
            let better = kept
                .last()
                .is_none_or(|last| point.second > last.second + SAME * last.second.abs().max(1.0));
            if better {
                kept.push(point);
            }
        }
        let (first, second) = self.options.between;
        let points = kept.into_iter().map(|point| FrontierPoint {
            values: (
                first.figure(self.case, point.first),
                second.figure(self.case, point.second),
            ),
            bound: first.figure(self.case, point.bound),
            gap: point.bound - point.first,
            plan: point.plan,
        });
        Frontier {
            points: points.collect(),
            complete: complete && stopped.is_none(),
            exact,
            stopped,
        }
    }
}

/// One priority a side, nothing given up.
fn objectives(order: &[Side]) -> Vec<Objective> {
    let sides = order.iter().zip(1..);
    sides
        .map(|(side, priority)| Objective::plain(side.measure(), priority))
        .collect()
}
