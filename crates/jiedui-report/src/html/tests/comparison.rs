//! What-ifs beside the base.

use super::embedded;
use crate::html::{Compared, HtmlOptions, report};
use crate::tests::small;
use serde_json::Value;

fn compared(change: impl Fn(&mut jiedui_explain::Dossier)) -> Value {
    let base = small();
    let mut other = small();
    change(&mut other);
    let compared = [Compared {
        label: "what-if",
        dossier: &other,
    }];
    let options = HtmlOptions {
        compared: &compared,
        ..HtmlOptions::default()
    };
    embedded(&report(&base, &options).unwrap(), "data")["comparison"][0].clone()
}

#[test]
fn a_run_compared_with_itself_shows_no_change() {
    let same = compared(|_| ());
    assert_eq!(same["sameTiers"], true);
    // What divisible tracks share out is no pair.
    let formed = small().pairs.iter().filter(|pair| !pair.divisible).count();
    assert!(formed < small().pairs.len());
    assert_eq!(same["kept"], formed);
    for list in ["added", "removed", "changed", "shared"] {
        assert_eq!(same[list].as_array().unwrap().len(), 0, "{list}");
    }
    for row in same["coverage"].as_array().unwrap() {
        assert_eq!(row["before"], row["after"]);
    }
}

#[test]
fn what_plans_come_to_is_no_other_objective() {
    let other = compared(|other| other.tiers[0].objectives[0].value = None);
    assert_ne!(small().tiers[0].objectives[0].value, None);
    assert_eq!(other["sameTiers"], true);
}

#[test]
fn a_priority_that_pursues_something_else_is_named_by_both() {
    use jiedui_domain::Measure;
    let other = compared(|other| {
        let objective = &mut other.tiers[0].objectives[0];
        assert_ne!(objective.measure, Measure::EffortBalance);
        objective.measure = Measure::EffortBalance;
        objective.maximise = false;
    });
    assert_eq!(other["sameTiers"], false);
    for lang in ["zh", "en"] {
        let name = other["tiers"][0][lang]["name"].as_str().unwrap();
        assert!(name.contains(" → "), "{name}");
        let name = other["tiers"][1][lang]["name"].as_str().unwrap();
        assert!(!name.contains(" → "), "{name}");
    }
}

#[test]
fn help_that_is_shared_out_changes_without_pairs() {
    let other = compared(|other| {
        let at = other.pairs.iter().position(|pair| pair.divisible).unwrap();
        other.pairs.remove(at);
    });
    for list in ["added", "removed", "changed"] {
        assert_eq!(other[list].as_array().unwrap().len(), 0, "{list}");
    }
    assert_eq!(other["shared"].as_array().unwrap().len(), 1);
    assert!(other["shared"][0]["after"].is_null());
}

#[test]
fn changes_read_from_base_to_what_if() {
    let dossier = small();
    let (gone, dearer) = (&dossier.pairs[0], &dossier.pairs[1]);
    let other = compared(|other| {
        other.pairs.remove(0);
        other.pairs[0].value_wan += 10.0;
        other.recipients[0].coverage = None;
        other.tiers[0].objectives[0].weight += 1.0;
    });
    assert_eq!(other["sameTiers"], false);
    assert_eq!(other["added"].as_array().unwrap().len(), 0);
    let removed = &other["removed"][0];
    let helper = dossier.helper(&gone.helper).unwrap();
    assert_eq!(removed["helper"], helper.name.as_str());
    assert_eq!(removed["before"].as_f64(), Some(gone.value_wan));
    assert!(removed["after"].is_null());
    let changed = &other["changed"][0];
    assert_eq!(changed["before"].as_f64(), Some(dearer.value_wan));
    assert_eq!(changed["after"].as_f64(), Some(dearer.value_wan + 10.0));
    assert!(other["coverage"][0]["after"].is_null());
    assert!(other["coverage"][0]["before"].is_number());
}
