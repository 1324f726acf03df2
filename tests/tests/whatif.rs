//! The example of the book, and what a scenario takes over from its base.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::SolverOptions;
use jiedui_engine::{BaseRun, scenario_options};
use jiedui_input::overlay::{self, Overlay};
use jiedui_input::scenarios::{SetFiles, expand, read};
use jiedui_input::{BaseInput, CaseSource, NamedText};
use jiedui_tests::repository_root;
use std::fs;

fn base_of(case: &str, policy: &str) -> BaseInput {
    let text = fs::read_to_string(repository_root().join(policy)).unwrap();
    let policy = NamedText {
        name: policy,
        text: &text,
    };
    BaseInput::read(
        &CaseSource::Folder(repository_root().join(case)),
        policy,
        &[],
    )
}

#[test]
fn example_of_the_book_fits_the_shipped_case_and_every_change_counts() {
    let base = base_of("seeds/sichuan-2025", "config/sichuan.toml");
    let (_, warnings) = base.case(&Overlay::default(), &[]).unwrap();
    let path = repository_root().join("docs/whatif/scenarios.toml");
    let (files, name) = SetFiles::beside(&path);
    let set = read(&files, &name).unwrap_or_else(|found| panic!("{found:#?}"));
    let scenarios = expand(&set, &base).unwrap_or_else(|found| panic!("{found:#?}"));
    assert_eq!(scenarios.len(), 9);
    for scenario in &scenarios {
        let case = base.case(&scenario.overlay(), set.files());
        let (_, found) = case.unwrap_or_else(|found| panic!("{}: {found:#?}", scenario.name));
        let without_effect = found
            .iter()
            .filter(|problem| problem.code.starts_with("W04"));
        // A sweep holds the value of the base as well.
        let allowed = usize::from(scenario.name == "rate-2");
        assert_eq!(without_effect.count(), allowed, "{}", scenario.name);
        assert!(found.len() >= warnings.len(), "{}", scenario.name);
    }
}

fn base_run(stated: &SolverOptions, used: SolverOptions) -> BaseRun {
    BaseRun {
        program_version: "test".to_owned(),
        stated: stated.clone(),
        used,
        knowledge: None,
    }
}

#[test]
fn scenario_is_solved_as_its_base_was_unless_it_says_otherwise() {
    let base = base_of("seeds/mini/two-by-two", "seeds/mini/two-by-two/policy.toml");
    let (plain, _) = base.case(&Overlay::default(), &[]).unwrap();
    let stated = plain.policy.solver.clone();
    // The command line of the base run asked for another seed and effort, on seven threads.
    let used = SolverOptions {
        seed: 77,
        effort: 0.5,
        threads: 7,
        ..stated.clone()
    };
    let run = base_run(&stated, used);
    let text = "[[change]]\naction = \"set\"\npolicy = \"solver.effort\"\nvalue = 0.25\n";
    let overlay = overlay::read("what-if.toml", text).unwrap();
    let (mut case, _) = base.case(&overlay, &[]).unwrap();
    let solver = run.solver(&case);
    assert_eq!((solver.seed, solver.effort), (77, 0.25));
    assert_eq!(solver.threads, stated.threads);
    case.policy.solver = solver;
    assert_eq!(scenario_options(&run, &case, Vec::new()).solver.threads, 1);
}
