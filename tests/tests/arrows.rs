//! The arrows between the crates, as ARCHITECTURE.md states them, held against `cargo metadata`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};
use jiedui_tests::repository_root;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Crate → the crates of ours that it may depend on. A crate that is not here may not exist.
const ARROWS: &[(&str, &[&str])] = &[
    ("jiedui-domain", &[]),
    ("jiedui-messages", &[]),
    ("jiedui-diagnostics", &["jiedui-messages"]),
    ("jiedui-input", &["jiedui-domain", "jiedui-diagnostics"]),
    ("jiedui-generate", &["jiedui-domain"]),
    ("jiedui-graph", &["jiedui-domain"]),
    ("jiedui-model", &["jiedui-domain", "jiedui-graph"]),
    (
        "jiedui-solve",
        &["jiedui-domain", "jiedui-graph", "jiedui-model"],
    ),
    ("jiedui-verify", &["jiedui-domain"]),
    (
        "jiedui-explain",
        &[
            "jiedui-domain",
            "jiedui-graph",
            "jiedui-model",
            "jiedui-verify",
        ],
    ),
    (
        "jiedui-engine",
        &[
            "jiedui-domain",
            "jiedui-graph",
            "jiedui-model",
            "jiedui-solve",
            "jiedui-verify",
            "jiedui-explain",
        ],
    ),
    (
        "jiedui-report",
        &["jiedui-domain", "jiedui-messages", "jiedui-explain"],
    ),
    (
        "jiedui",
        &[
            "jiedui-domain",
            "jiedui-messages",
            "jiedui-diagnostics",
            "jiedui-input",
            "jiedui-engine",
            "jiedui-generate",
            "jiedui-report",
        ],
    ),
    ("jiedui-seeds", &[]),
];

/// Packages that look at the whole from outside and may use any crate; nobody may use them.
const OUTSIDE: &[&str] = &["jiedui-tests", "jiedui-benches"];

/// Libraries that only `jiedui-solve` may name.
const SOLVERS: &[&str] = &["good_lp", "highs", "highs-sys"];

fn workspace() -> Metadata {
    MetadataCommand::new()
        .manifest_path(repository_root().join("Cargo.toml"))
        .no_deps()
        .exec()
        .unwrap()
}

/// Package → the names that it is built from; what only its tests use draws no arrow.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    workspace()
        .packages
        .iter()
        .map(|package| {
            let built_from = package
                .dependencies
                .iter()
                .filter(|dep| dep.kind != DependencyKind::Development);
            let names = built_from.map(|dep| dep.name.clone());
            (package.name.to_string(), names.collect())
        })
        .collect()
}

/// Everything in `found` that the table does not allow, as `from → to`.
fn forbidden_arrows(found: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let mut forbidden = Vec::new();
    for (package, names) in found {
        if OUTSIDE.contains(&package.as_str()) {
            continue;
        }
        let Some(allowed) = allowed.get(package.as_str()) else {
            forbidden.push(format!("{package} (not in the table)"));
            continue;
        };
        for name in names {
            let ours = found.contains_key(name);
            if ours && !allowed.contains(&name.as_str()) {
                forbidden.push(format!("{package} → {name}"));
            }
            if SOLVERS.contains(&name.as_str()) && package != "jiedui-solve" {
                forbidden.push(format!("{package} → {name}"));
            }
        }
    }
    forbidden
}

#[test]
fn arrows_of_the_workspace_are_those_of_the_table() {
    assert_eq!(forbidden_arrows(&dependencies()), Vec::<String>::new());
}

#[test]
fn arrow_added_anywhere_is_found() {
    let clean = dependencies();
    for (from, to) in [
        ("jiedui-verify", "jiedui-graph"),
        ("jiedui-verify", "jiedui-model"),
        ("jiedui-verify", "jiedui-solve"),
        ("jiedui-report", "jiedui-engine"),
        ("jiedui-report", "jiedui-solve"),
        ("jiedui-report", "jiedui-input"),
        ("jiedui-explain", "jiedui-messages"),
        ("jiedui-domain", "jiedui-messages"),
        ("jiedui-engine", "jiedui-input"),
        ("jiedui-engine", "good_lp"),
        ("jiedui-model", "highs"),
        ("jiedui", "highs-sys"),
        ("jiedui", "jiedui-tests"),
    ] {
        let mut spoilt = clean.clone();
        spoilt.get_mut(from).unwrap().insert(to.to_owned());
        assert_eq!(
            forbidden_arrows(&spoilt),
            vec![format!("{from} → {to}")],
            "an arrow from {from} to {to} went unnoticed"
        );
    }
}

#[test]
fn table_names_only_packages_that_exist() {
    let found = dependencies();
    for (package, _) in ARROWS {
        assert!(found.contains_key(*package), "{package} does not exist");
    }
    for package in OUTSIDE {
        assert!(found.contains_key(*package), "{package} does not exist");
    }
}

#[test]
fn architecture_document_states_the_same_arrows() {
    let text = fs::read_to_string(repository_root().join("ARCHITECTURE.md")).unwrap();
    for (package, allowed) in ARROWS {
        let start = format!("| `{package}` |");
        let row = text
            .lines()
            .find(|line| line.starts_with(&start))
            .unwrap_or_else(|| panic!("ARCHITECTURE.md has no row for {package}"));
        let cell = row.trim_end_matches(['|', ' ']).rsplit('|').next().unwrap();
        let stated: BTreeSet<String> = cell
            .split(',')
            .map(|word| word.trim().trim_matches('`').to_owned())
            .filter(|word| !word.is_empty() && word != "—")
            .map(|word| format!("jiedui-{word}"))
            .collect();
        let allowed: BTreeSet<String> = allowed.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(stated, allowed, "the row of {package} in ARCHITECTURE.md");
    }
}

#[test]
fn architecture_document_justifies_every_dependency() {
    let manifest = fs::read_to_string(repository_root().join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let text = fs::read_to_string(repository_root().join("ARCHITECTURE.md")).unwrap();
    let dependencies = manifest["workspace"]["dependencies"].as_table().unwrap();
    let unjustified: Vec<&String> = dependencies
        .keys()
        .filter(|name| !name.starts_with("jiedui-"))
        .filter(|name| !text.contains(&format!("| `{name}` |")))
        .collect();
    assert_eq!(
        unjustified,
        Vec::<&String>::new(),
        "ARCHITECTURE.md, section Libraries, has no row for these"
    );
}
