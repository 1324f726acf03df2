//! Independent check of a plan against the raw case in exact arithmetic.
