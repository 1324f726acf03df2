//! Generated cases as `jiedui generate` makes them, without the files.

#![allow(clippy::unwrap_used, reason = "used by tests, which fail by panicking")]

use jiedui_domain::Case;
use jiedui_generate::{Generated, Order, Shape, generate};
use jiedui_input::policy;

/// The case of so many recipients and helpers, with the shipped policy.
pub fn generated_case(recipients: u32, helpers: u32, seed: u64) -> Case {
    let made = generated_tables(&Order {
        recipients,
        helpers,
        seed,
        shape: Shape::Paired,
    });
    Case::assemble(made.tables, made.policy).unwrap()
}

/// Tables and policy as ordered, with the shipped policy, for a test that changes them before they are a case.
pub fn generated_tables(order: &Order) -> Generated {
    let shipped = include_str!("../../config/sichuan.toml");
    let (shipped, _) = policy::read("sichuan.toml", shipped).unwrap();
    generate(order, shipped).unwrap()
}
