//! Tests of the crate through its public interface, on cases made in code.

mod candidates;
mod case_builder;
mod components;
mod distances;
mod exclusions;
mod fits;
mod properties;
mod shortages;
