//! Exit codes, and how a command fails.

use jiedui_diagnostics::Diagnostic;
use jiedui_engine::{EngineError, SolveError};
use std::process::ExitCode;

/// What the process says to its caller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// Done.
    Done,
    /// The input is rejected.
    Rejected,
    /// The command line is not understood.
    Usage,
    /// No plan exists; the conflict report is written.
    Infeasible,
    /// Stopped by a limit; the best plan is written.
    Stopped,
    /// A defect of this program.
    Defect,
}

impl Exit {
    pub(crate) fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Done => 0,
            Self::Rejected => 1,
            Self::Usage => 2,
            Self::Infeasible => 3,
            Self::Stopped => 4,
            Self::Defect => 70,
        })
    }
}

/// Why a command ends early.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    pub(crate) why: Why,
}

/// What is said about it.
#[derive(Debug)]
pub(crate) enum Why {
    /// Coded problems.
    Diagnostics(Vec<Diagnostic>),
    /// A sentence from the catalogue.
    Said(String),
}

impl Failure {
    /// The input is rejected for these reasons.
    pub(crate) fn rejected(diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            exit: Exit::Rejected,
            why: Why::Diagnostics(diagnostics),
        }
    }

    /// The input is rejected for this reason.
    pub(crate) fn rejected_for(diagnostic: Diagnostic) -> Self {
        Self::rejected(vec![diagnostic])
    }

    /// Something asked for does not exist.
    pub(crate) fn said(exit: Exit, sentence: String) -> Self {
        Self {
            exit,
            why: Why::Said(sentence),
        }
    }

    /// Solving ended without an outcome: the case is so tight that the plan found has no amounts in steps (E0706), or
    /// something happened that ought not to (E0803).
    pub(crate) fn unsolved(error: EngineError) -> Self {
        match error {
            EngineError::Solve(SolveError::Rounding) => Self {
                exit: Exit::Stopped,
                why: Why::Diagnostics(vec![Diagnostic::new("E0706")]),
            },
            other => Self::defect(other),
        }
    }

    /// Something that ought not to happen (E0803).
    pub(crate) fn defect(detail: impl ToString) -> Self {
        Self {
            exit: Exit::Defect,
            why: Why::Diagnostics(vec![Diagnostic::new("E0803").with("detail", detail)]),
        }
    }
}
