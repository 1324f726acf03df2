//! Made-up cases: the same bytes for the same seed, accepted without a complaint, and solvable.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Basis, Case, Policy, Quantity};
use jiedui_engine::examine;
use jiedui_generate::{GenerateError, Order, Shape, generate};
use jiedui_input::{CaseSource, Loaded, NamedText, load, policy, write_case};
use jiedui_tests::repository_root;
use jiedui_tests::runs::{options_of, solved};
use std::fs;

fn order(recipients: u32, helpers: u32, seed: u64) -> Order {
    Order {
        recipients,
        helpers,
        seed,
        shape: Shape::Paired,
    }
}

fn shipped_policy() -> Policy {
    let text = fs::read_to_string(repository_root().join("config/sichuan.toml")).unwrap();
    policy::read("sichuan.toml", &text).unwrap().0
}

/// The files of a case and its policy, as the command writes them.
fn files(order: &Order) -> Vec<(String, String)> {
    let generated = generate(order, shipped_policy()).unwrap();
    let case = Case::assemble(generated.tables, generated.policy).unwrap();
    let mut files = write_case(&case);
    files.push(("policy.toml".to_owned(), policy::write(&case.policy)));
    files
}

/// Read back from its files.
fn loaded(order: &Order) -> Loaded {
    let mut files = files(order);
    let (name, text) = files.pop().unwrap();
    let bytes = files
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()));
    let source = CaseSource::Memory(bytes.collect());
    let policy = NamedText {
        name: &name,
        text: &text,
    };
    match load(&source, policy, &[]) {
        Ok(loaded) => loaded,
        Err(problems) => panic!("{order:?}: {problems:?}"),
    }
}

/// FNV-1a, 64 bits.
fn digest(files: &[(String, String)]) -> u64 {
    let parts = files.iter().flat_map(|(name, text)| [name, text]);
    let bytes = parts.flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

#[test]
fn same_seed_gives_the_same_bytes_on_every_machine() {
    // The policy is left out: it follows the shipped one.
    let mut made = files(&order(39, 316, 1));
    made.pop();
    // Seen on the machine where this was written: another figure elsewhere is a defect, unless the
    // generator or the shipped policy has been changed on purpose.
    assert_eq!(format!("{:016x}", digest(&made)), "03c66542f0109169");
    assert_ne!(files(&order(39, 316, 1)), files(&order(39, 316, 2)));
}

#[test]
fn cases_of_many_sizes_are_accepted_and_their_quotas_can_be_met() {
    let mut sizes = vec![
        (39, 316),
        (160, 2_000),
        (1, 8),
        (2, 9),
        (7, 31),
        (41, 330),
        (80, 200),
    ];
    sizes.extend([(39, 60), (200, 1_000), (20, 2_000), (90, 720), (300, 2_400)]);
    for (recipients, helpers) in sizes {
        for seed in 1..=5 {
            let order = order(recipients, helpers, seed);
            let loaded = loaded(&order);
            let codes: Vec<&str> = loaded.warnings.iter().map(|warning| warning.code).collect();
            assert!(codes.is_empty(), "{order:?}: {codes:?}");
            let case = loaded.case;
            assert_eq!(case.recipients.len(), recipients as usize);
            assert_eq!(case.helpers.len(), helpers as usize);
            let examination = examine(&case).unwrap();
            assert!(
                examination.holds(),
                "{order:?}: {:?} {:?}",
                examination.forced,
                examination.shortages
            );
        }
    }
}

#[test]
fn case_of_the_shipped_size_keeps_the_shipped_quotas() {
    let policy = loaded(&order(39, 316, 1)).case.policy;
    let shipped = shipped_policy();
    for (made, shipped) in policy.tracks.values().zip(shipped.tracks.values()) {
        assert_eq!(format!("{made:?}"), format!("{shipped:?}"));
    }
    let sparse = loaded(&order(39, 60, 1)).case.policy;
    let asks_none = |track: &jiedui_domain::Track| track.recipient_min == 0;
    assert!(sparse.tracks.values().all(asks_none));
}

#[test]
fn supply_within_budgets_is_thirty_to_sixty_percent_of_need() {
    for (recipients, helpers) in [(39, 316), (160, 2_000)] {
        let case = loaded(&order(recipients, helpers, 1)).case;
        let value = |sector| case.policy.sectors[sector].value.to_f64();
        let needs = case.needs.iter();
        let need: f64 = needs
            .map(|row| row.amount.to_f64() * value(row.sector))
            .sum();
        let supply: f64 = case
            .helpers
            .ids()
            .map(|helper| {
                let offers = case.supply_of(helper).iter();
                let offer: f64 = offers
                    .map(|row| row.amount.to_f64() * value(row.sector))
                    .sum();
                let budget = case.budget(helper).map_or(f64::INFINITY, Quantity::to_f64);
                offer.min(budget)
            })
            .sum();
        let share = supply / need;
        assert!((0.3..0.6).contains(&share), "{recipients}: {share}");
    }
}

#[test]
fn every_row_is_illustrative_and_every_name_made_up() {
    let case = loaded(&order(39, 316, 1)).case;
    let places = case.places.values().map(|row| (&row.provenance, &row.name));
    let helpers = case
        .helpers
        .values()
        .map(|row| (&row.provenance, &row.name));
    for (provenance, name) in places.chain(helpers) {
        assert_eq!(provenance.basis, Some(Basis::Illustrative));
        assert!(name.starts_with("虚拟"), "{name}");
    }
    let needs = case.needs.iter().map(|row| &row.provenance);
    let supply = case.supply.iter().map(|row| &row.provenance);
    let history = case.history.iter().map(|row| &row.provenance);
    for provenance in needs.chain(supply).chain(history) {
        assert_eq!(provenance.basis, Some(Basis::Illustrative));
    }
}

#[test]
fn plan_of_a_case_of_the_shipped_size_is_found_and_verified() {
    let case = loaded(&order(39, 316, 1)).case;
    let mut options = options_of(&case);
    options.solver.effort = 0.05;
    let run = solved(&case, &options);
    // Each county has at least one pair in each of the six tracks that ask for one.
    assert!(run.plan.pairs().len() >= 6 * case.recipients.len());
}

#[test]
fn divisible_case_is_one_sparse_transportation_problem() {
    let order = Order {
        shape: Shape::Divisible,
        ..order(200, 300, 1)
    };
    let loaded = loaded(&order);
    assert!(loaded.warnings.is_empty(), "{:?}", loaded.warnings);
    let case = loaded.case;
    assert!(case.policy.tracks.values().all(|track| track.divisible));
    assert_eq!(case.supply.len(), 300);
    let arcs = examine(&case).unwrap().graph.arcs().len();
    assert!((2_000..60_000).contains(&arcs), "{arcs}");
}

#[test]
fn sizes_that_cannot_be_had_are_refused() {
    for (recipients, helpers) in [(0, 316), (39, 7), (100_001, 316), (39, 100_001)] {
        let refused = generate(&order(recipients, helpers, 1), shipped_policy());
        assert!(matches!(refused, Err(GenerateError::Size { .. })));
    }
    let mut policy = shipped_policy();
    let kept = policy.tracks.values().filter(|track| track.code != "cadre");
    policy.tracks = kept.cloned().collect();
    let refused = generate(&order(39, 316, 1), policy).unwrap_err();
    let missing = GenerateError::Missing {
        kind: "track",
        code: "cadre",
    };
    assert_eq!(refused, missing);
}
