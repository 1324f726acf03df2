//! The measures of model §4, recomputed exactly; one file a measure.

mod continuity;
mod coverage;
mod coverage_floor;
mod distance;
mod effort_balance;
mod equity;
mod fit;
mod fit_floor;
mod flow_distance;
mod hardship;
mod pairs;

use crate::audit::{Audit, Entry};
use crate::exact::{Worth, to_f64};
use jiedui_domain::{Case, Id, IdVec, Measure, MeasureValue, Plan, RecipientId, TrackId};
use num_rational::BigRational;

/// A plan as one measure sees it.
pub(crate) struct View<'a> {
    audit: &'a Audit<'a>,
    tracks: &'a [TrackId],
    by_age: bool,
}

impl<'a> View<'a> {
    /// All tracks, each kept pair counting once.
    pub(crate) fn whole(audit: &'a Audit<'a>) -> Self {
        Self::of(audit, &[], false)
    }

    /// These tracks; an empty list = all.
    pub(crate) fn of(audit: &'a Audit<'a>, tracks: &'a [TrackId], by_age: bool) -> Self {
        Self {
            audit,
            tracks,
            by_age,
        }
    }

    /// The value of a measure; `None` where nothing defines it.
    pub(crate) fn value(&self, measure: Measure) -> Option<BigRational> {
        match measure {
            Measure::CoverageFloor => coverage_floor::value(self),
            Measure::Coverage => coverage::value(self),
            Measure::Equity => equity::value(self),
            Measure::Fit => Some(fit::value(self)),
            Measure::FitFloor => fit_floor::value(self),
            Measure::Distance => Some(distance::value(self)),
            Measure::FlowDistance => Some(flow_distance::value(self)),
            Measure::Continuity => Some(continuity::value(self)),
            Measure::Hardship => Some(hardship::value(self)),
            Measure::EffortBalance => effort_balance::value(self),
            Measure::Pairs => Some(pairs::value(self)),
        }
    }

    fn counts(&self, track: TrackId) -> bool {
        self.tracks.is_empty() || self.tracks.contains(&track)
    }

    /// All entries of the tracks, divisible ones included.
    fn entries(&self) -> impl Iterator<Item = &'a Entry> {
        let entries = self.audit.entries.iter();
        entries.filter(|entry| self.counts(entry.track))
    }

    /// The pairs formed in the tracks.
    fn formed(&self) -> impl Iterator<Item = &'a Entry> {
        self.entries().filter(|entry| entry.is_pair)
    }

    /// `coverage[r]` = help of the tracks / need, `None` for recipients without need.
    fn coverages(&self) -> IdVec<RecipientId, Option<BigRational>> {
        let mut received = vec![Worth::default(); self.audit.case.recipients.len()];
        for entry in self.entries() {
            received[entry.recipient.index()] += &entry.worth;
        }
        self.audit
            .case
            .recipients
            .map(|id, _| received[id.index()].over(self.audit.facts.needed(id)))
    }

    /// Σ `f[a]`·`y[a]` by recipient, in steps of 1e-9.
    fn fits(&self) -> Vec<num_bigint::BigInt> {
        let mut fits = vec![num_bigint::BigInt::default(); self.audit.case.recipients.len()];
        for entry in self.formed() {
            fits[entry.recipient.index()] += crate::fit::fit(
                self.audit.case,
                &self.audit.facts,
                entry.helper,
                entry.recipient,
            );
        }
        fits
    }
}

/// One measure of a plan, exactly. `tracks` empty = all; `by_age` matters to continuity only.
///
/// *Units:* those of model §4. `None` where nothing defines it: a mean, minimum or maximum over
/// nothing. The plan need not obey its rules; entries outside the case are left out.
///
/// Fit, where `pairs.csv` does not give it: by supply and need Σ_s v_s·min(c, n), the minimum cut to
/// whole units in whole sectors, the sum capped by the budget, over Σ_s v_s·n; by industry
/// ½·Σ|p_h − p_r| over the policy's indicators of the two places, each normalised to the sum 1,
/// falling back to supply and need where a side has no shares. Rounded half up to 1e-9; 0 without
/// need.
pub fn measure(
    case: &Case,
    plan: &Plan,
    measure: Measure,
    tracks: &[TrackId],
    by_age: bool,
) -> Option<BigRational> {
    let audit = Audit::new(case, plan);
    View::of(&audit, tracks, by_age).value(measure)
}

/// All of [`Measure::ALL`] over all tracks, each the nearest `f64` to the exact value.
pub fn measures(case: &Case, plan: &Plan) -> Vec<MeasureValue> {
    let audit = Audit::new(case, plan);
    let view = View::whole(&audit);
    Measure::ALL
        .into_iter()
        .map(|measure| MeasureValue {
            measure,
            value: view.value(measure).as_ref().map(to_f64),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Draft, decimal_value};

    /// The sample's plan worked by hand (see `sample`); each measure's file has the arithmetic.
    fn by_hand(measure: Measure) -> &'static str {
        match measure {
            Measure::CoverageFloor => "0.55",
            Measure::Coverage => "0.6125",
            Measure::Equity => "0.845",
            Measure::Fit => "1.266666667",
            Measure::FitFloor => "0.5",
            Measure::Distance => "670",
            Measure::FlowDistance => "59300",
            Measure::Continuity => "2",
            Measure::Hardship => "6",
            Measure::EffortBalance => "1",
            Measure::Pairs => "3",
        }
    }

    #[test]
    fn every_measure_is_as_worked_by_hand() {
        let (case, plan) = Draft::valid().build();
        let all = measures(&case, &plan);
        assert_eq!(all.len(), Measure::ALL.len());
        for value in all {
            let exact = measure(&case, &plan, value.measure, &[], false);
            let expected = decimal_value(by_hand(value.measure));
            assert_eq!(exact.as_ref(), Some(&expected), "{:?}", value.measure);
            assert_eq!(value.value, Some(to_f64(&expected)), "{:?}", value.measure);
        }
    }

    #[test]
    fn empty_case_defines_sums_only() {
        let mut draft = Draft::valid();
        draft.plan.clear();
        draft.tables = Default::default();
        let (case, plan) = draft.build();
        for value in measures(&case, &plan) {
            let expected = match value.measure {
                Measure::CoverageFloor
                | Measure::Coverage
                | Measure::Equity
                | Measure::FitFloor
                | Measure::EffortBalance => None,
                _ => Some(0.0),
            };
            assert_eq!(value.value, expected, "{:?}", value.measure);
        }
    }
}
