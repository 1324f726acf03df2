//! Watching a run from outside: where it is, and asking it to stop.

use jiedui_solve::Watch;

/// A part of a run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Stage {
    /// Judging every possible pair, and the early check of quotas.
    Graph,
    /// Stating the program.
    Program,
    /// Seeking the plan, tier by tier.
    Solve,
    /// The independent check.
    Verify,
    /// Making the dossier.
    Explain,
    /// Finding out why there is no plan, and the ways out.
    Conflict,
}

impl Stage {
    /// All stages, in order.
    pub const ALL: [Self; 6] = [
        Self::Graph,
        Self::Program,
        Self::Solve,
        Self::Verify,
        Self::Explain,
        Self::Conflict,
    ];

    /// The name in the manifest and in message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Graph => "graph",
            Self::Program => "program",
            Self::Solve => "solve",
            Self::Verify => "verify",
            Self::Explain => "explain",
            Self::Conflict => "conflict",
        }
    }
}

/// What a run reports and asks; what the solver reports within [`Stage::Solve`] is in [`Watch`].
pub trait EngineWatch: Watch {
    /// A stage begins (and the one before it has ended).
    fn stage(&self, _stage: Stage) {}
}

/// Nobody watches.
pub struct Unwatched;

impl Watch for Unwatched {}
impl EngineWatch for Unwatched {}
