//! Shares of survival in random sets: what can be worked out by hand, and what two seeds agree on.
//!
//! The benchmark `survival` does the same with 1,000 runs on a case of a tenth of the shipped one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_input::{BaseInput, CaseSource, NamedText};
use jiedui_tests::random_runs::{Base, furthest, generated, sampling_error};
use jiedui_tests::repository_root;
use std::fs;

fn two_by_two() -> Base {
    let folder = repository_root().join("seeds/mini/two-by-two");
    let text = fs::read_to_string(folder.join("policy.toml")).unwrap();
    let policy = NamedText {
        name: "policy.toml",
        text: &text,
    };
    Base::new(
        BaseInput::read(&CaseSource::Folder(folder), policy, &[]),
        1.0,
    )
}

/// Two helpers with 80·a and 40·b, two counties that need 100 and 50. The pairs of the base stay unless
/// a < b / 2. With a and b even between 0.4 and 1.6 that has a chance of
/// ∫ (b/2 − 0.4) db / 1.44 from 0.8 to 1.6 = 0.16 / 1.44 = 1/9.
#[test]
fn a_thousand_runs_find_the_share_that_is_worked_out_by_hand_and_so_do_another_thousand() {
    const RUNS: usize = 1_000;
    let base = two_by_two();
    let vary = [("supply", "amount", 0.6)];
    let (one, first) = base.sample(1, RUNS, &vary);
    let (two, second) = base.sample(2, RUNS, &vary);
    assert_ne!(first, second, "two seeds that draw the same prove nothing");
    let error = (8.0 / 81.0 / RUNS as f64).sqrt();
    for account in [&one, &two] {
        assert_eq!((account.runs, account.cells), (RUNS, 2));
        for pair in &account.pairs {
            let away = (pair.share - 8.0 / 9.0).abs() / error;
            assert!(
                away < sampling_error(1),
                "{} is {away:.1} errors away",
                pair.share
            );
            assert!(pair.low < 8.0 / 9.0 && 8.0 / 9.0 < pair.high, "{pair:?}");
        }
    }
    assert!(furthest(&one, &two).0 < sampling_error(2));
    // The same comparison tells apart what differs: figures that are known twice as well.
    let (narrow, _) = base.sample(3, RUNS / 10, &[("supply", "amount", 0.3)]);
    assert!(furthest(&one, &narrow).0 > sampling_error(2));
    // Both cells go with the loss, one low and one high.
    let signs: Vec<(String, bool)> = one
        .weightiest
        .iter()
        .map(|weight| (weight.cell.key[0].1.clone(), weight.correlation > 0.0))
        .collect();
    assert!(one.weightiest.iter().all(|weight| weight.beyond_chance));
    assert!(signs.contains(&("h1".to_owned(), false)), "{signs:?}");
    assert!(signs.contains(&("h2".to_owned(), true)), "{signs:?}");
}

/// Figures of the whole case vary, and plans come from search, as on the shipped case.
#[test]
fn two_seeds_agree_within_sampling_error_on_a_generated_case() {
    const RUNS: usize = 25;
    let base = Base::new(generated(8, 64, 1), 0.005);
    let vary = [("needs", "amount", 0.2), ("helpers", "budget", 0.1)];
    let (one, first) = base.sample(1, RUNS, &vary);
    let (two, second) = base.sample(2, RUNS, &vary);
    assert_ne!(first, second);
    assert_eq!((one.runs, two.runs), (RUNS, RUNS));
    let (worst, varying) = furthest(&one, &two);
    // Shares that are all 0 or 1 would agree whatever is done.
    assert!(varying > 20, "{varying}");
    let limit = sampling_error(varying);
    assert!(worst < limit, "{worst:.2} errors apart, limit {limit:.2}");
}
