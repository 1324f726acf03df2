//! Why a certificate is refused: data, no prose.

use thiserror::Error;

/// What is wrong with a certificate.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum CertificateRefusal {
    /// Not one part for each priority of the policy, in order.
    #[error("the certificate is for priorities {found}, the policy has {expected}")]
    OtherPriorities {
        /// The certificate's, joined by commas.
        found: String,
        /// The policy's.
        expected: String,
    },
    /// A figure that is no exact decimal, or a zero where none may stand.
    #[error("priority {priority}: `{value}` is no figure of `{of}`")]
    NotANumber {
        /// The priority.
        priority: u32,
        /// Whose figure.
        of: String,
        /// As it stands.
        value: String,
    },
    /// A row, track, recipient or helper that the case does not have.
    #[error("priority {priority}: the case has no `{of}`")]
    Unknown {
        /// The priority.
        priority: u32,
        /// As it stands.
        of: String,
    },
    /// Two figures for the same thing.
    #[error("priority {priority}: `{of}` stands twice")]
    Twice {
        /// The priority.
        priority: u32,
        /// As it stands.
        of: String,
    },
    /// A price on the side of a row that has no limit.
    #[error("priority {priority}: the price {value} of `{of}` has the wrong sign")]
    WrongSign {
        /// The priority.
        priority: u32,
        /// The row.
        of: String,
        /// The price.
        value: String,
    },
    /// A part that must not be there, or that is missing.
    #[error("priority {priority}: `{of}` does not belong there or is missing")]
    Misplaced {
        /// The priority.
        priority: u32,
        /// The part.
        of: String,
    },
    /// What the figures prove is not what the certificate states.
    #[error("priority {priority}: the figures prove {proven}, stated is {stated}")]
    NotProven {
        /// The priority.
        priority: u32,
        /// As stated.
        stated: String,
        /// As proven here, rounded up.
        proven: String,
    },
    /// The figures prove that no plan exists at all, although there is one.
    #[error("priority {priority}: the figures prove that there is no plan")]
    ProvesTooMuch {
        /// The priority.
        priority: u32,
    },
    /// The plan does not keep what later priorities presuppose.
    #[error("priority {priority}: the plan reaches {found}, the bounds presuppose {kept}")]
    NotKept {
        /// The priority.
        priority: u32,
        /// As presupposed.
        kept: String,
        /// The plan's value, rounded down.
        found: String,
    },
    /// The plan itself is better than the bound.
    #[error("priority {priority}: the plan reaches {found}, which exceeds the bound {bound}")]
    Exceeded {
        /// The priority.
        priority: u32,
        /// The bound.
        bound: String,
        /// The plan's value, rounded down.
        found: String,
    },
}
