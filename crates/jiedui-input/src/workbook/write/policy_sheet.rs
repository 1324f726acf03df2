//! The policy in force, to look at while filling in: a workbook brings none of its own.
//!
//! Every key that changes a result is here, table after table, under the words of the catalogue.

use super::styles::Styles;
use super::{Wording, new_sheet};
use jiedui_domain::{
    Bilingual, DistanceMethod, FitMethod, Objective, Policy, Quantity, Sector, SolveMethod, Track,
};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// Widths of the first and of the other columns, in characters.
const WIDTHS: [f64; 2] = [30.0, 13.0];

/// What stands in a cell.
enum Cell {
    Text(String),
    Number(f64),
    /// A fraction of one, shown as a percentage.
    Share(f64),
    /// The policy sets no limit.
    Nothing,
}

/// A table: the keys of its heads, behind `template-policy-`, and its rows.
struct Table {
    heads: &'static [&'static str],
    rows: Vec<Vec<Cell>>,
}

pub(super) fn sheet(
    policy: &Policy,
    wording: &Wording<'_>,
    styles: &Styles,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = new_sheet(wording.pick("政策说明", "policy notes"))?;
    let banner = wording.text("template-policy-banner");
    sheet.write_string_with_format(0, 0, banner, &styles.banner)?;
    sheet.set_row_height(0, 24)?;
    sheet.write_string_with_format(1, 0, title(&policy.title, wording), &styles.title)?;
    sheet.set_row_height(1, 28)?;
    let text = styles.list.clone().set_text_wrap();
    let share = Shares {
        whole: styles.list.clone().set_num_format("0%"),
        broken: styles.list.clone().set_num_format("0.0#%"),
    };
    let tables = tables(policy, wording);
    let widest = tables.iter().map(|table| table.heads.len()).max();
    for (place, _) in (0_u16..).zip(0..widest.unwrap_or(0)) {
        let width = WIDTHS[usize::from(place > 0)];
        sheet.set_column_width(place, width)?;
    }
    let mut row = 3;
    for table in tables.iter().filter(|table| !table.rows.is_empty()) {
        for (key, place) in table.heads.iter().zip(0_u16..) {
            let head = wording.text(&format!("template-policy-{key}"));
            sheet.write_string_with_format(row, place, head, &styles.required)?;
        }
        sheet.set_row_height(row, 46)?;
        row += 1;
        for cells in &table.rows {
            for (cell, place) in cells.iter().zip(0_u16..) {
                write(
                    &mut sheet,
                    (row, place),
                    cell,
                    [&styles.list, &text],
                    &share,
                )?;
            }
            row += 1;
        }
        row += 1;
    }
    sheet.set_freeze_panes(3, 1)?;
    sheet.set_tab_color(0xA9_D18E);
    Ok(sheet)
}

/// How percentages are shown: without a point where nothing follows it.
struct Shares {
    whole: Format,
    broken: Format,
}

impl Shares {
    fn format(&self, share: f64) -> &Format {
        let percent = share * 100.0;
        if (percent - percent.round()).abs() < 1e-9 {
            &self.whole
        } else {
            &self.broken
        }
    }
}

fn write(
    sheet: &mut Worksheet,
    (row, place): (u32, u16),
    cell: &Cell,
    [plain, text]: [&Format; 2],
    share: &Shares,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(words) => sheet.write_string_with_format(row, place, words, text)?,
        Cell::Number(value) => sheet.write_number_with_format(row, place, *value, plain)?,
        Cell::Share(value) => {
            sheet.write_number_with_format(row, place, *value, share.format(*value))?
        }
        Cell::Nothing => sheet.write_blank(row, place, plain)?,
    };
    Ok(())
}

fn tables(policy: &Policy, wording: &Wording<'_>) -> Vec<Table> {
    let tracks = policy.tracks.values();
    let rates = policy.tracks.values().flat_map(|track| {
        let rates = track.funding_rate.iter();
        rates.map(|(year, rate)| {
            vec![
                Cell::Text(title(&track.title, wording)),
                Cell::Number(f64::from(*year)),
                Cell::Share(rate.to_f64()),
            ]
        })
    });
    let sectors = policy.sectors.values();
    let objectives = policy.objectives.iter();
    let points = policy.equity.breakpoints.iter();
    vec![
        Table {
            heads: &[
                "track",
                "recipient-min",
                "recipient-max",
                "helper-min",
                "helper-max",
                "divisible",
                "support",
                "effort-floor",
                "distance",
                "hardship",
                "changes",
                "tenure",
            ],
            rows: tracks.map(|track| of_track(track, wording)).collect(),
        },
        Table {
            heads: &["track", "rate-year", "rate"],
            rows: rates.collect(),
        },
        Table {
            heads: &["sector", "unit", "whole", "value"],
            rows: sectors.map(|sector| of_sector(sector, wording)).collect(),
        },
        Table {
            heads: &[
                "measure",
                "priority",
                "weight",
                "tolerance",
                "by-age",
                "counted",
            ],
            rows: objectives
                .map(|objective| of_objective(objective, policy, wording))
                .collect(),
        },
        Table {
            heads: &["coverage", "worth"],
            rows: points
                .map(|(coverage, worth)| {
                    vec![Cell::Share(coverage.to_f64()), Cell::Share(worth.to_f64())]
                })
                .collect(),
        },
        Table {
            heads: &["item", "setting"],
            rows: settings(policy, wording),
        },
    ]
}

/// The figures of a track behind its name; nothing where the policy sets no limit.
fn of_track(track: &Track, wording: &Wording<'_>) -> Vec<Cell> {
    let limit = |value: Option<f64>| value.map_or(Cell::Nothing, Cell::Number);
    let positive = |value: f64| limit((value > 0.0).then_some(value));
    let counted = |count: Option<u32>| limit(count.map(f64::from));
    let effort = track.effort_floor.to_f64();
    vec![
        Cell::Text(title(&track.title, wording)),
        Cell::Number(f64::from(track.recipient_min)),
        counted(track.recipient_max),
        Cell::Number(f64::from(track.helper_min)),
        counted(track.helper_max),
        yes_or_no(track.divisible, wording),
        positive(track.minimum_support.to_f64()),
        if effort > 0.0 {
            Cell::Share(effort)
        } else {
            Cell::Nothing
        },
        limit(track.max_distance.map(Quantity::to_f64)),
        limit(track.max_hardship_gap.map(f64::from)),
        counted(track.max_changes),
        positive(f64::from(track.min_tenure_years)),
    ]
}

fn of_sector(sector: &Sector, wording: &Wording<'_>) -> Vec<Cell> {
    vec![
        Cell::Text(title(&sector.title, wording)),
        Cell::Text(sector.unit.code().to_owned()),
        yes_or_no(sector.whole, wording),
        Cell::Number(sector.value.to_f64()),
    ]
}

fn of_objective(objective: &Objective, policy: &Policy, wording: &Wording<'_>) -> Vec<Cell> {
    let code = objective.measure.code().replace('_', "-");
    let tracks = objective.tracks.iter();
    let tracks: Vec<String> = tracks
        .map(|track| title(&policy.tracks[*track].title, wording))
        .collect();
    let counted = if tracks.is_empty() {
        wording.text("template-policy-all-tracks")
    } else {
        tracks.join(&wording.text("rep-list-separator"))
    };
    vec![
        Cell::Text(wording.text(&format!("rep-measure-{code}"))),
        Cell::Number(f64::from(objective.priority)),
        Cell::Number(objective.weight),
        Cell::Share(objective.tolerance),
        yes_or_no(objective.by_age, wording),
        Cell::Text(counted),
    ]
}

/// How distance and fit are computed, and how the plan is sought.
fn settings(policy: &Policy, wording: &Wording<'_>) -> Vec<Vec<Cell>> {
    let word = |key: &str| Cell::Text(wording.text(&format!("template-policy-{key}")));
    let distance = word(match policy.distance.method {
        DistanceMethod::GreatCircle => "great-circle",
        DistanceMethod::Roads => "roads",
    });
    let fit = word(match policy.fit.method {
        FitMethod::SupplyNeed => "supply-need",
        FitMethod::Industry => "industry",
    });
    let solving = word(match policy.solver.method {
        SolveMethod::Decomposition => "decomposition",
        SolveMethod::Monolithic => "monolithic",
    });
    let indicators = policy
        .fit
        .indicators
        .join(&wording.text("rep-list-separator"));
    let solver = &policy.solver;
    let mut rows = vec![
        vec![word("distance-method"), distance],
        vec![word("detour"), Cell::Number(policy.distance.detour_factor)],
        vec![word("fit-method"), fit],
    ];
    if !indicators.is_empty() {
        rows.push(vec![word("indicators"), Cell::Text(indicators)]);
    }
    rows.extend([
        vec![word("solving"), solving],
        vec![word("gap"), Cell::Share(solver.gap)],
        vec![word("effort"), Cell::Number(solver.effort)],
        vec![word("time-limit"), Cell::Number(solver.time_limit_s)],
        vec![word("seed"), Cell::Number(solver.seed as f64)],
        vec![word("shortlist"), Cell::Number(solver.shortlist as f64)],
    ]);
    rows
}

fn title(title: &Bilingual, wording: &Wording<'_>) -> String {
    wording.pick(&title.zh, &title.en).to_owned()
}

fn yes_or_no(is: bool, wording: &Wording<'_>) -> Cell {
    Cell::Text(wording.text(if is { "wb-yes" } else { "wb-no" }))
}
