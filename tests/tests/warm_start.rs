//! What-ifs from a base: no worse than from nothing, near the base, and shares that two seeds agree on.
//!
//! Generated cases, so that the search is what finds the plans: too large to be closed by branch and
//! bound, small enough for a test.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, SolverOptions};
use jiedui_engine::{BaseRun, Run, RunOutcome, Unwatched, assign_from, scenario_options};
use jiedui_generate::{Order, Shape, generate};
use jiedui_input::overlay::{self, Overlay};
use jiedui_input::{BaseInput, CaseSource, NamedText, policy, write_case};
use jiedui_tests::repository_root;
use std::collections::BTreeSet;

/// A generated case, its run, and the same as a base with and without what the run found out.
struct World {
    input: BaseInput,
    cold: BaseRun,
    warm: BaseRun,
    base: Run,
}

impl World {
    fn new(recipients: u32, helpers: u32, seed: u64, effort: f64) -> Self {
        let shipped = std::fs::read_to_string(repository_root().join("config/sichuan.toml"));
        let (shipped, _) = policy::read("sichuan.toml", &shipped.unwrap()).unwrap();
        let order = Order {
            recipients,
            helpers,
            seed,
            shape: Shape::Paired,
        };
        let generated = generate(&order, shipped).unwrap();
        let case = Case::assemble(generated.tables, generated.policy).unwrap();
        let files = write_case(&case)
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()));
        let text = policy::write(&case.policy);
        let policy = NamedText {
            name: "policy.toml",
            text: &text,
        };
        let input = BaseInput::read(&CaseSource::Memory(files.collect()), policy, &[]);
        let (plain, _) = input.case(&Overlay::default(), &[]).unwrap();
        let stated = plain.policy.solver.clone();
        let cold = BaseRun {
            program_version: "test".to_owned(),
            used: SolverOptions {
                effort,
                ..stated.clone()
            },
            stated,
            knowledge: None,
        };
        let base = solved(&cold, plain);
        let warm = BaseRun {
            knowledge: Some(base.knowledge.clone()),
            ..cold.clone()
        };
        Self {
            input,
            cold,
            warm,
            base,
        }
    }

    fn changed(&self, change: &str) -> Case {
        let overlay = overlay::read("what-if.toml", change).unwrap();
        let case = self.input.case(&overlay, &[]);
        case.unwrap_or_else(|found| panic!("{change}: {found:#?}"))
            .0
    }
}

fn solved(base: &BaseRun, mut case: Case) -> Run {
    case.policy.solver = base.solver(&case);
    let options = scenario_options(base, &case, Vec::new());
    match assign_from(&case, &options, base.knowledge.as_ref(), &Unwatched).unwrap() {
        RunOutcome::Solved(run) => *run,
        other => panic!("no plan: {other:?}"),
    }
}

/// The pairs of a plan.
fn pairs(run: &Run) -> BTreeSet<(&str, &str)> {
    let pairs = run.dossier.pairs.iter();
    pairs
        .map(|pair| (pair.helper.as_str(), pair.recipient.as_str()))
        .collect()
}

/// Pairs that only one of the two plans has.
fn moved(a: &Run, b: &Run) -> usize {
    pairs(a).symmetric_difference(&pairs(b)).count()
}

#[test]
fn probe() {
    let env = |name: &str, usual: f64| {
        std::env::var(name)
            .ok()
            .map_or(usual, |text| text.parse().unwrap())
    };
    let (r, h, effort) = (env("R", 12.0) as u32, env("H", 96.0) as u32, env("E", 0.05));
    let begin = std::time::Instant::now();
    let world = World::new(r, h, 1, effort);
    println!(
        "base {:?}, {} pairs, {} candidates",
        begin.elapsed(),
        world.base.dossier.pairs.len(),
        world.base.dossier.candidates.len()
    );
    for tier in &world.base.tiers {
        println!("   {} of {}", tier.in_plan, tier.bound);
    }
    let wishes: Vec<(String, String)> = world
        .base
        .dossier
        .candidates
        .iter()
        .filter(|row| world.base.dossier.helper(&row.helper).unwrap().track == "place")
        .step_by(7)
        .take(6)
        .map(|row| (row.helper.clone(), row.recipient.clone()))
        .collect();
    for (helper, recipient) in wishes {
        let text = format!(
            "[[change]]\naction = \"lock\"\nhelper = \"{helper}\"\nrecipient = \"{recipient}\"\nreason = \"x\"\n"
        );
        let case = world.changed(&text);
        let begin = std::time::Instant::now();
        let warm = solved(&world.warm, case.clone());
        let warm_time = begin.elapsed();
        let begin = std::time::Instant::now();
        let cold = solved(&world.cold, case);
        println!(
            "wish {helper}:{recipient} warm {:?} cold {:?} moved warm {} cold {}",
            warm_time,
            begin.elapsed(),
            moved(&world.base, &warm),
            moved(&world.base, &cold)
        );
        for (c, w) in cold.tiers.iter().zip(&warm.tiers) {
            println!(
                "     cold {:.5}/{:.5} warm {:.5}/{:.5}",
                c.in_plan, c.bound, w.in_plan, w.bound
            );
        }
    }
    let codes: Vec<String> = world
        .base
        .dossier
        .recipients
        .iter()
        .map(|r| r.code.clone())
        .collect();
    for code in codes.iter().take(6) {
        let text = format!(
            "[[change]]\naction = \"scale\"\ntable = \"needs\"\nwhere = {{ recipient = \"{code}\" }}\ncolumn = \"amount\"\nfactor = 1.2\n"
        );
        let case = world.changed(&text);
        let begin = std::time::Instant::now();
        let warm = solved(&world.warm, case.clone());
        let warm_time = begin.elapsed();
        let begin = std::time::Instant::now();
        let cold = solved(&world.cold, case);
        println!(
            "need {code} warm {:?} cold {:?} moved warm {} cold {}",
            warm_time,
            begin.elapsed(),
            moved(&world.base, &warm),
            moved(&world.base, &cold)
        );
        for (c, w) in cold.tiers.iter().zip(&warm.tiers) {
            println!(
                "     cold {:.5}/{:.5} warm {:.5}/{:.5}",
                c.in_plan, c.bound, w.in_plan, w.bound
            );
        }
    }
}
