//! What a policy file may say but hardly means: one function a code.

use super::objectives::PlacedObjectives;
use super::section::{Bounds, Item, Problems};
use jiedui_domain::{FitMethod, Measure, MeasureScale, SectorUnit};

/// 人 worth more than this look like 元.
const MOST_WAN_PER_PERSON: f64 = 1000.0;

/// Equity has little left to decide behind a tier that may give up nothing.
pub(super) fn check_w0501_equity_after_exact_tier(
    objectives: &PlacedObjectives,
    problems: &mut Problems,
) {
    for (spot, objective) in objectives {
        if objective.measure != Measure::Equity {
            continue;
        }
        let exact = objectives
            .iter()
            .find(|(_, earlier)| earlier.priority < objective.priority && earlier.tolerance == 0.0);
        if let Some((earlier_spot, earlier)) = exact {
            problems.push(
                spot.diagnostic("W0501")
                    .with("priority", earlier.priority)
                    .with("measure", earlier.measure.code())
                    .related_to(earlier_spot.location()),
            );
        }
    }
}

/// A value that is allowed but looks like a slip of unit.
pub(super) fn check_w0502_unusual(
    item: &Item<'_>,
    number: f64,
    usual: &Bounds,
    problems: &mut Problems,
) {
    if number < usual.low || number > usual.high {
        problems.push(item.diagnostic("W0502").with("usual", usual.shown));
    }
}

/// 万元 count as themselves; a person is not worth more than ten million yuan a year (also W0502).
pub(super) fn check_w0502_sector_value(
    item: &Item<'_>,
    unit: SectorUnit,
    value: f64,
    problems: &mut Problems,
) {
    let (unusual, usual) = match unit {
        SectorUnit::Wan => (value != 1.0, "1"),
        SectorUnit::Person => (value > MOST_WAN_PER_PERSON, "0–1000"),
    };
    if unusual && value > 0.0 {
        problems.push(item.diagnostic("W0502").with("usual", usual));
    }
}

/// A run that nobody will wait for.
pub(super) fn check_w0503_effort(item: &Item<'_>, effort: f64, problems: &mut Problems) {
    if effort > 100.0 {
        problems.push(item.diagnostic("W0503"));
    }
}

/// Decimals that are not kept.
pub(super) fn check_w0504_decimals(
    item: &Item<'_>,
    rounded: bool,
    decimals: u32,
    problems: &mut Problems,
) {
    if rounded {
        problems.push(item.diagnostic("W0504").with("decimals", decimals));
    }
}

/// A relative tolerance of 1 gives the whole tier away.
pub(super) fn check_w0505_gives_up_all(
    item: &Item<'_>,
    measure: Option<Measure>,
    tolerance: f64,
    problems: &mut Problems,
) {
    if let Some(measure) = measure
        && measure.scale() == MeasureScale::Relative
        && tolerance >= 1.0
    {
        problems.push(item.diagnostic("W0505").with("measure", measure.code()));
    }
}

/// A quota of nobody switches the track off.
pub(super) fn check_w0506_quota_zero(item: &Item<'_>, max: Option<u32>, problems: &mut Problems) {
    if max == Some(0) {
        problems.push(item.diagnostic("W0506"));
    }
}

/// A measure of help where help has no sectors.
pub(super) fn check_w0507_needs_sectors(
    item: &Item<'_>,
    measure: Measure,
    no_sectors: bool,
    problems: &mut Problems,
) {
    if no_sectors && measure.is_of_amounts() {
        problems.push(item.diagnostic("W0507").with("measure", measure.code()));
    }
}

/// Indicators that the chosen fit does not read.
pub(super) fn check_w0508_indicators_unused(
    method: Option<FitMethod>,
    given: Option<&Item<'_>>,
    problems: &mut Problems,
) {
    if let Some(item) = given.filter(|_| method == Some(FitMethod::SupplyNeed)) {
        problems.push(item.diagnostic("W0508"));
    }
}
