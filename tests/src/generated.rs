//! Generated cases as `jiedui generate` makes them, without the files.

#![allow(clippy::unwrap_used, reason = "used by tests, which fail by panicking")]

use jiedui_domain::Case;
use jiedui_generate::{Order, Shape, generate};
use jiedui_input::policy;

/// The case of so many recipients and helpers, with the shipped policy.
pub fn generated_case(recipients: u32, helpers: u32, seed: u64) -> Case {
    let shipped = include_str!("../../config/sichuan.toml");
    let (shipped, _) = policy::read("sichuan.toml", shipped).unwrap();
    let order = Order {
        recipients,
        helpers,
        seed,
        shape: Shape::Paired,
    };
    let made = generate(&order, shipped).unwrap();
    Case::assemble(made.tables, made.policy).unwrap()
}
