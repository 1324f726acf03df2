//! Certificates: what a run writes holds, and whatever is changed in certificate, plan or input is refused
//! by name.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Amount, Case, CaseTables, Plan, Policy, Proof, Quantity};
use jiedui_engine::{Certificate, CertificateCheck, CertificateRefusal, Run};
use jiedui_generate::{Order, Shape};
use jiedui_tests::generated_tables;
use jiedui_tests::runs::{self, options_of};
use serde_json::Value;

struct Solved {
    tables: CaseTables,
    policy: Policy,
    case: Case,
    run: Run,
}

/// A made-up case with the shipped policy, in the proportions of the shipped case.
fn solved() -> Solved {
    let mut generated = generated_tables(&Order {
        recipients: 8,
        helpers: 64,
        seed: 3,
        shape: Shape::Paired,
    });
    generated.policy.solver.effort = 0.05;
    let case = Case::assemble(generated.tables.clone(), generated.policy.clone()).unwrap();
    let run = runs::solved(&case, &options_of(&case));
    Solved {
        tables: generated.tables,
        policy: generated.policy,
        case,
        run,
    }
}

fn check(case: &Case, plan: &Plan, certificate: &Certificate) -> Result<(), CertificateRefusal> {
    CertificateCheck::new(case)
        .check(plan, certificate)
        .map(drop)
}

/// The certificate with one value of its JSON changed.
fn changed(certificate: &Certificate, path: &str, change: impl FnOnce(&mut Value)) -> Certificate {
    let mut json = serde_json::to_value(certificate).unwrap();
    change(
        json.pointer_mut(path)
            .unwrap_or_else(|| panic!("no {path}")),
    );
    serde_json::from_value(json).unwrap()
}

/// Every leaf of a JSON value, by its path.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, &format!("{path}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                leaves(item, &format!("{path}/{name}"), found);
            }
        }
        Value::Null => {}
        _ => found.push(path.to_owned()),
    }
}

#[test]
fn certificate_of_a_run_holds_and_every_change_of_it_is_refused() {
    let solved = solved();
    let (case, plan) = (&solved.case, solved.run.plan.get());
    let certificate = &solved.run.certificate;
    let proven = CertificateCheck::new(case)
        .check(plan, certificate)
        .unwrap();
    assert_eq!(proven.len(), 3);
    for (tier, proven) in solved.run.tiers.iter().zip(&proven) {
        assert_eq!(tier.proof, Proof::Decomposition);
        assert_eq!(tier.certified, Some(tier.bound));
        let bound: f64 = proven.bound.as_deref().unwrap().parse().unwrap();
        assert_eq!(bound, tier.bound);
    }

    let json = serde_json::to_value(certificate).unwrap();
    let mut paths = Vec::new();
    leaves(&json, "", &mut paths);
    let check_all = CertificateCheck::new(case);
    let mut refused = std::collections::BTreeMap::new();
    // A spread of all parts; each kind of part is among them.
    for (number, path) in paths.iter().enumerate() {
        let part = path.rsplit('/').find(|part| part.parse::<usize>().is_err());
        let part = part.unwrap().to_owned();
        let seen = refused.entry(part.clone()).or_insert(0_usize);
        // The version is compared when the file is read, an unknown kind cannot be read, and the price of a
        // helper's budget only says where the search for its best set begins: the bound is proven all the same.
        let is_hint = ["format_version", "kind", "budget_price"].contains(&part.as_str());
        if is_hint || (*seen >= 12 && number % 41 != 0) {
            continue;
        }
        let bad = changed(certificate, path, |value| {
            *value = match (&value, part.as_str()) {
                (Value::Number(number), _) => Value::from(number.as_u64().unwrap() + 7),
                (_, "bound" | "kept" | "beyond" | "price" | "value" | "best") => {
                    let number: f64 = value.as_str().unwrap().parse().unwrap();
                    Value::from(format!("{:?}", number + 1000.0))
                }
                _ => Value::from(format!("{}x", value.as_str().unwrap())),
            }
        });
        let answer = check_all.check(plan, &bad);
        assert!(answer.is_err(), "{path} may be changed");
        *seen += 1;
    }
    for part in [
        "priority", "bound", "kept", "rule", "of", "price", "track", "value", "helper", "best",
    ] {
        assert!(refused.get(part).is_some_and(|count| *count > 0), "{part}");
    }
}

#[test]
fn refusals_say_what_is_wrong() {
    let solved = solved();
    let (case, plan) = (&solved.case, solved.run.plan.get());
    let good = &solved.run.certificate;
    let text = |value: &'static str| move |found: &mut Value| *found = Value::from(value);
    let double = |found: &mut Value| {
        let items = found.as_array_mut().unwrap();
        let first = items[0].clone();
        items.push(first);
    };
    let first_need = good.tiers[0]
        .prices
        .iter()
        .position(|row| row.rule == "need_balance" || row.rule == "sector_supply")
        .unwrap();
    let price = format!("/tiers/0/prices/{first_need}/price");
    let of = format!("/tiers/0/prices/{first_need}/of/0");
    let is = |bad: Certificate, expected: &dyn Fn(&CertificateRefusal) -> bool| {
        let refusal = check(case, plan, &bad).unwrap_err();
        assert!(expected(&refusal), "{refusal}");
    };
    is(
        changed(good, &price, text("much")),
        &|refusal| matches!(refusal, CertificateRefusal::NotANumber { value, .. } if value == "much"),
    );
    is(changed(good, &price, text("0")), &|refusal| {
        matches!(refusal, CertificateRefusal::NotANumber { .. })
    });
    is(changed(good, &price, text("-1")), &|refusal| {
        matches!(refusal, CertificateRefusal::WrongSign { .. })
    });
    is(
        changed(good, &of, text("nobody")),
        &|refusal| matches!(refusal, CertificateRefusal::Unknown { of, .. } if of.contains("nobody")),
    );
    is(changed(good, "/tiers/0/prices", double), &|refusal| {
        matches!(refusal, CertificateRefusal::Twice { priority: 1, .. })
    });
    is(changed(good, "/tiers/0/tracks", double), &|refusal| {
        matches!(refusal, CertificateRefusal::Twice { .. })
    });
    is(
        changed(good, "/tiers/0/kept", |kept| *kept = Value::Null),
        &|refusal| matches!(refusal, CertificateRefusal::Misplaced { of, .. } if of == "kept"),
    );
    is(
        changed(good, "/tiers/2/kept", |kept| *kept = Value::from("0")),
        &|refusal| matches!(refusal, CertificateRefusal::Misplaced { of, .. } if of == "kept"),
    );
    is(changed(good, "/tiers/0/kept", text("0.999")), &|refusal| {
        matches!(refusal, CertificateRefusal::NotKept { priority: 1, .. })
    });
    is(
        changed(good, "/tiers/1/bound", text("0.1")),
        &|refusal| matches!(refusal, CertificateRefusal::NotProven { priority: 2, stated, .. } if stated == "0.1"),
    );
    is(
        changed(good, "/tiers/1/bound", |bound| *bound = Value::Null),
        &|refusal| matches!(refusal, CertificateRefusal::Misplaced { of, .. } if of == "bound"),
    );
    is(
        changed(good, "/tiers/1/beyond", text("0.1")),
        &|refusal| matches!(refusal, CertificateRefusal::Misplaced { of, .. } if of == "beyond"),
    );
    is(
        changed(good, "/tiers", |tiers| {
            tiers.as_array_mut().unwrap().pop();
        }),
        &|refusal| matches!(refusal, CertificateRefusal::OtherPriorities { .. }),
    );
    // Without its prices a bound falls back on what the pairs alone can do.
    is(
        changed(good, "/tiers/1/prices", |prices| {
            *prices = Value::Array(Vec::new())
        }),
        &|refusal| matches!(refusal, CertificateRefusal::NotProven { priority: 2, .. }),
    );
    is(
        changed(good, "/tiers/1/tracks", |tracks| {
            *tracks = Value::Array(Vec::new())
        }),
        &|refusal| matches!(refusal, CertificateRefusal::NotProven { priority: 2, .. }),
    );
}

/// Changes a case and asks what becomes of the certificate.
fn with_tables(
    solved: &Solved,
    change: impl FnOnce(&mut CaseTables, &mut Policy),
) -> Result<(), CertificateRefusal> {
    let (mut tables, mut policy) = (solved.tables.clone(), solved.policy.clone());
    change(&mut tables, &mut policy);
    let case = Case::assemble(tables, policy).unwrap();
    check(&case, solved.run.plan.get(), &solved.run.certificate)
}

#[test]
fn other_input_or_another_plan_is_refused() {
    let solved = solved();
    let more = |amount: Amount| Amount::from_scaled(amount.scaled() * 2);
    let refused = |answer: Result<(), CertificateRefusal>, what: &str| {
        assert!(answer.is_err(), "{what} may be changed");
    };
    refused(
        with_tables(&solved, |tables, _| {
            for need in &mut tables.needs {
                need.amount = more(need.amount);
            }
        }),
        "needs",
    );
    refused(
        with_tables(&solved, |tables, _| {
            for supply in &mut tables.supply {
                supply.amount = more(supply.amount);
            }
        }),
        "supply",
    );
    refused(
        with_tables(&solved, |tables, _| {
            for helper in &mut tables.helpers {
                helper.budget = helper
                    .budget
                    .map(|budget| jiedui_domain::Wan::from_scaled(budget.scaled() / 2));
            }
            for place in &mut tables.places {
                place.revenue = place
                    .revenue
                    .map(|revenue| jiedui_domain::Wan::from_scaled(revenue.scaled() / 2));
            }
        }),
        "budgets",
    );
    refused(
        with_tables(&solved, |_, policy| policy.distance.detour_factor *= 2.0),
        "distances",
    );
    refused(
        with_tables(&solved, |_, policy| {
            for index in 0..policy.tracks.len() {
                let id = jiedui_domain::Id::from_index(index);
                let track: &mut jiedui_domain::Track = &mut policy.tracks[id];
                track.recipient_max = None;
            }
        }),
        "quotas",
    );
    refused(
        with_tables(&solved, |_, policy| policy.objectives[0].weight = 2.0),
        "weights",
    );
    // A plan without pairs keeps nothing of what the later bounds presuppose.
    let nothing = Plan::new(Vec::new());
    let refusal = check(&solved.case, &nothing, &solved.run.certificate).unwrap_err();
    assert!(
        matches!(refusal, CertificateRefusal::NotKept { priority: 1, .. }),
        "{refusal}"
    );
}
