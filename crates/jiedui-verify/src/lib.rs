//! Independent check of a plan against the raw case in exact arithmetic (model §6.3).
//!
//! Shares no code with formulation or solver: it depends on the nouns only.
