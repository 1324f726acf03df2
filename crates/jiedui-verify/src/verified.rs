//! The proof that a plan was checked: a value that only this crate can make.

use crate::audit::Audit;
use crate::findings::Findings;
use crate::violation::Verdict;
use crate::{rules, structure};
use jiedui_domain::{Case, Plan};
use std::ops::Deref;

/// Something that [`verify`] has checked and found to obey every rule of its case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verified<T>(T);

impl<T> Verified<T> {
    /// What was checked.
    pub fn get(&self) -> &T {
        &self.0
    }

    /// What was checked, without the proof.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Verified<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// Checks a plan against every rule of its case, from the raw rows, exactly.
///
/// *Errors:* a [`Verdict`] with every violation (codes [`crate::CODES`], V01–V25).
/// *Complexity:* O((entries + rows) log rows), and one shortest-path run per recipient of the plan
/// where distances come from roads.
pub fn verify(case: &Case, plan: Plan) -> Result<Verified<Plan>, Verdict> {
    let verdict = check(case, &plan);
    if verdict.holds() {
        Ok(Verified(plan))
    } else {
        Err(verdict)
    }
}

/// The verdict on a plan, also where it obeys every rule: what was checked, and how many rows.
pub fn check(case: &Case, plan: &Plan) -> Verdict {
    let audit = Audit::new(case, plan);
    let mut findings = Findings::default();
    structure::check(&audit, &mut findings);
    rules::check(&audit, &mut findings);
    findings.into_verdict()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::sample::Draft;
    use crate::violation::Rule;

    #[test]
    fn verify_valid_plan_gives_it_back() {
        let (case, plan) = Draft::valid().build();
        let verified = verify(&case, plan.clone()).unwrap();
        assert_eq!(verified.get(), &plan);
        assert_eq!(verified.pairs().len(), 4);
        assert_eq!(verified.into_inner(), plan);
    }

    #[test]
    fn check_counts_rows_of_every_rule() {
        let (case, plan) = Draft::valid().build();
        let verdict = check(&case, &plan);
        assert!(verdict.holds());
        assert_eq!(verdict.rules_checked.len(), 21);
        for count in verdict.rules_checked {
            assert!(count.rows > 0, "{:?} was not exercised", count.rule);
            assert_ne!(count.rule, Rule::Claim);
        }
    }
}
