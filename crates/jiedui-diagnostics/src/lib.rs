//! Coded, located diagnostics: what is wrong, where in the user's own files, what is allowed, what to do.
//!
//! A [`Diagnostic`] is data; text comes from the message catalogue under the code (`E0301`), its
//! one action (`E0301-help`) and its entry in the error index (`E0301-long`).

mod diagnostic;

pub use diagnostic::{Diagnostic, Location, Severity};
