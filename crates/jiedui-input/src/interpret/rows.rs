//! Tables of text to typed rows, one for one.

use super::cells::{Cells, Sign};
use super::view::TableView;
use crate::tables::action_of;
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{
    DecisionAction, DecisionRow, HelperRow, HistoryRow, NeedRow, PairRow, PlaceRow, QuotaRow,
    RecipientRow, RoadRow, SupplyRow,
};

/// A row type that can be read from a table.
pub(crate) trait ReadRow: Sized {
    fn read(cells: &mut Cells<'_, '_>, indicators: &[String]) -> Self;
}

/// All rows of a table, in its order; none where the table is missing.
pub(crate) fn read_rows<R: ReadRow>(
    view: Option<TableView<'_>>,
    indicators: &[String],
    problems: &mut Vec<Diagnostic>,
) -> Vec<R> {
    let Some(view) = view else { return Vec::new() };
    (0..view.len())
        .map(|index| {
            let mut cells = Cells {
                view,
                index,
                problems: &mut *problems,
            };
            R::read(&mut cells, indicators)
        })
        .collect()
}

impl ReadRow for PlaceRow {
    fn read(cells: &mut Cells<'_, '_>, indicators: &[String]) -> Self {
        let values = indicators
            .iter()
            .filter_map(|name| {
                let value = cells.optional_quantity(name, Sign::NotNegative)?;
                Some((name.clone(), value))
            })
            .collect();
        Self {
            code: cells.code("code"),
            name: cells.text("name"),
            prefecture: cells.text("prefecture"),
            lon: cells.optional_quantity("lon", Sign::Any),
            lat: cells.optional_quantity("lat", Sign::Any),
            hardship_class: cells
                .optional_whole("hardship_class")
                .map(|class| i32::try_from(class).unwrap_or(i32::MAX)),
            population: cells.optional_quantity("population", Sign::NotNegative),
            gdp: cells.optional_quantity("gdp", Sign::NotNegative),
            revenue: cells.optional_quantity("revenue", Sign::NotNegative),
            indicators: values,
            provenance: cells.provenance(),
        }
    }
}

impl ReadRow for RecipientRow {
    fn read(cells: &mut Cells<'_, '_>, _: &[String]) -> Self {
        Self {
            id: cells.code("id"),
            weight: cells.optional_quantity("weight", Sign::Positive),
            provenance: cells.provenance(),
        }
    }
}

impl ReadRow for HelperRow {
    fn read(cells: &mut Cells<'_, '_>, _: &[String]) -> Self {
        Self {
            id: cells.code("id"),
            name: cells.text("name"),
            track: cells.code("track"),
            place: cells.optional_code("place"),
            budget: cells.optional_quantity("budget", Sign::NotNegative),
            min_pairs: cells.optional_count("min_pairs"),
            max_pairs: cells.optional_count("max_pairs"),
            max_load: cells.optional_quantity("max_load", Sign::NotNegative),
            provenance: cells.provenance(),
        }
    }
}

impl ReadRow for NeedRow {
    fn read(cells: &mut Cells<'_, '_>, _: &[String]) -> Self {
        Self {
            recipient: cells.code("recipient"),
            sector: cells.code("sector"),
            amount: cells.quantity("amount", Sign::NotNegative),
            provenance: cells.provenance(),
        }
    }
}

impl ReadRow for SupplyRow {
    fn read(cells: &mut Cells<'_, '_>, _: &[String]) -> Self {
        Self {
            helper: cells.code("helper"),
            sector: cells.code("sector"),
            amount: cells.quantity("amount", Sign::NotNegative),
            provenance: cells.provenance(),
        }
    }
}

impl ReadRow for PairRow {
    fn read(cells: &mut Cells<'_, '_>, _: &[String]) -> Self {
        Self {
            helper: cells.code("helper"),
            recipient: cells.code("recipient"),
            distance: cells.optional_quantity("distance_km", Sign::NotNegative),
            fit: cells.optional_quantity("fit", Sign::Any),
            load: cells.optional_quantity("load", Sign::Positive),
            provenance: cells.provenance(),
        }
    }
}

impl ReadRow for RoadRow {
    fn read(cells: &mut Cells<'_, '_>, _: &[String]) -> Self {
        Self {
            from: cells.code("from"),
            to: cells.code("to"),
            km: cells.quantity("km", Sign::Positive),
            hours: cells.optional_quantity("hours", Sign::Positive),
            provenance: cells.provenance(),
        }
    }
}

impl ReadRow for HistoryRow {
    fn read(cells: &mut Cells<'_, '_>, _: &[String]) -> Self {
        let since = cells.text("since");
        let year = if since.is_empty() {
            None
        } else {
            cells.optional_whole("since")
        };
        Self {
            helper: cells.code("helper"),
            recipient: cells.code("recipient"),
            // 0 stands for a cell that could not be read, -1 for a year 0, which is told like any that cannot be.
            since: year.map_or(0, |year| match i32::try_from(year) {
                Ok(0) => -1,
                year => year.unwrap_or(i32::MAX),
            }),
            provenance: cells.provenance(),
        }
    }
}

impl ReadRow for QuotaRow {
    fn read(cells: &mut Cells<'_, '_>, _: &[String]) -> Self {
        Self {
            recipient: cells.code("recipient"),
            track: cells.code("track"),
            min: cells.optional_count("min"),
            max: cells.optional_count("max"),
            provenance: cells.provenance(),
        }
    }
}

impl ReadRow for DecisionRow {
    fn read(cells: &mut Cells<'_, '_>, _: &[String]) -> Self {
        Self {
            action: check_e0210_unknown_action(cells),
            helper: cells.code("helper"),
            recipient: cells.code("recipient"),
            reason: cells.text("reason"),
            clause: cells.optional_text("clause"),
            author: cells.optional_text("author"),
            date: cells.optional_text("date"),
            provenance: cells.provenance(),
        }
    }
}

/// E0210: a decision that is neither to lock nor to forbid a pair.
fn check_e0210_unknown_action(cells: &mut Cells<'_, '_>) -> DecisionAction {
    let word = cells.text("action");
    action_of(&word).unwrap_or_else(|| {
        // Empty: E0112 has been said.
        if !word.is_empty() {
            let problem = cells.view.cell_problem("E0210", cells.index, "action");
            cells.problems.push(problem);
        }
        DecisionAction::Forbid
    })
}
