//! The codes of this module.

/// Every code that reading and expanding a scenario set can give, besides those of overlays.
pub const CODES: [&str; 11] = [
    "E0426", "E0427", "E0428", "E0429", "E0430", "E0431", "E0432", "E0433", "E0434", "E0435",
    "E0436",
];
