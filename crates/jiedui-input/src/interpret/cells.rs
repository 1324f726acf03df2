//! Reading one row cell by cell. A cell with a problem is reported and read as absent, so that the
//! row still exists for the checks that come after; a case with an error never comes into being.

use super::view::TableView;
use crate::number::{NumberProblem, plain_number};
use crate::spelling::{half_width, is_code};
use crate::tables::{ColumnSchema, DEGREES, Kind, Presence, table_schema};
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Basis, Provenance, Quantity, QuantityError};
use std::sync::Arc;

/// Which numbers a column takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sign {
    Any,
    NotNegative,
    Positive,
}

/// One row of a table.
pub(crate) struct Cells<'a, 'p> {
    pub(crate) view: TableView<'a>,
    pub(crate) index: usize,
    pub(crate) problems: &'p mut Vec<Diagnostic>,
}

impl<'a> Cells<'a, '_> {
    fn raw(&self, column: &str) -> &'a str {
        self.view.text(self.index, column)
    }

    fn report(&mut self, code: &'static str, column: &str) {
        let problem = self.view.cell_problem(code, self.index, column);
        self.problems.push(problem);
    }

    /// An optional text.
    pub(crate) fn optional_text(&self, column: &str) -> Option<String> {
        Some(self.raw(column).to_owned()).filter(|text| !text.is_empty())
    }

    /// A text that must be there.
    pub(crate) fn text(&mut self, column: &str) -> String {
        self.check_e0112_empty_cell(column);
        self.raw(column).to_owned()
    }

    /// A code that must be there; full-width letters and digits are taken as half-width.
    pub(crate) fn code(&mut self, column: &str) -> String {
        self.check_e0112_empty_cell(column);
        self.optional_code(column).unwrap_or_default()
    }

    /// A code that may be there.
    pub(crate) fn optional_code(&mut self, column: &str) -> Option<String> {
        let text = self.raw(column);
        if text.is_empty() {
            return None;
        }
        let code: String = text.chars().map(half_width).collect();
        self.check_e0212_code_characters(column, &code);
        Some(code)
    }

    /// A number that must be there.
    pub(crate) fn quantity<Q: Quantity>(&mut self, column: &str, sign: Sign) -> Q {
        self.check_e0112_empty_cell(column);
        self.optional_quantity(column, sign)
            .unwrap_or_else(|| Q::from_scaled(0))
    }

    /// A number that may be there.
    pub(crate) fn optional_quantity<Q: Quantity>(&mut self, column: &str, sign: Sign) -> Option<Q> {
        let plain = self.plain(column)?;
        let (value, rounded) = match Q::parse(&plain) {
            Ok(read) => read,
            Err(QuantityError::NotFinite) => {
                self.check_e0202_not_finite(column);
                return None;
            }
            Err(QuantityError::TooLarge) => {
                self.check_e0203_too_large(column, Q::LIMIT);
                return None;
            }
            Err(QuantityError::Empty | QuantityError::NotANumber) => {
                self.check_e0201_not_a_number(column);
                return None;
            }
        };
        let fits = match sign {
            Sign::Any => true,
            Sign::NotNegative => self.check_e0204_negative(column, value),
            Sign::Positive => self.check_e0205_not_positive(column, value),
        };
        if rounded {
            self.check_w0201_rounded(column, value);
        }
        fits.then_some(value)
    }

    /// A whole number that may be there.
    pub(crate) fn optional_whole(&mut self, column: &str) -> Option<i64> {
        // Quantities read every form of number; six decimals are more than enough to see that a
        // number is not whole.
        let value: jiedui_domain::Amount = self.optional_quantity(column, Sign::Any)?;
        if !value.is_whole() {
            self.check_e0206_not_whole(column);
            return None;
        }
        Some(value.scaled() / jiedui_domain::Amount::steps_per_unit())
    }

    /// A count ≥ 0 that may be there.
    pub(crate) fn optional_count(&mut self, column: &str) -> Option<u32> {
        let value = self.optional_whole(column)?;
        match u32::try_from(value) {
            Ok(count) => Some(count),
            Err(_) => {
                self.report("E0204", column);
                None
            }
        }
    }

    /// Where the row came from, how good it is, and what overlays changed.
    pub(crate) fn provenance(&mut self) -> Provenance {
        let Some(row) = self.view.table.rows.get(self.index) else {
            return Provenance::nowhere();
        };
        let changes = self
            .view
            .table
            .columns
            .iter()
            .zip(&row.cells)
            .filter_map(|(column, cell)| {
                let origin = cell.changed_at.clone()?;
                Some((Arc::from(column.as_str()), origin))
            })
            .collect();
        Provenance {
            origin: row.origin.clone(),
            basis: self.check_e0211_unknown_basis(),
            source: self.optional_text("source").map(Arc::from),
            changes,
        }
    }

    fn plain(&mut self, column: &str) -> Option<String> {
        let text = self.raw(column);
        if text.is_empty() {
            return None;
        }
        match plain_number(text) {
            Ok(plain) => Some(plain.into_owned()),
            Err(NumberProblem::Separators) => {
                self.check_e0217_separators(column);
                None
            }
            Err(NumberProblem::Unit) => {
                self.check_e0216_unit_in_number(column);
                None
            }
            Err(NumberProblem::Text) => {
                self.check_e0201_not_a_number(column);
                None
            }
        }
    }

    fn schema(&self, column: &str) -> Option<&'static ColumnSchema> {
        table_schema(self.view.table.name)?.column(column)
    }

    /// E0112: a cell that must be filled is empty.
    fn check_e0112_empty_cell(&mut self, column: &str) {
        // Where the column itself is missing, E0102 has said so.
        if self.raw(column).is_empty() && self.view.column(column).is_some() {
            self.report("E0112", column);
        }
    }

    /// E0201: text where a number belongs.
    fn check_e0201_not_a_number(&mut self, column: &str) {
        let value = self.raw(column);
        let hint = if matches!(
            value,
            "-" | "—" | "——" | "/" | "无" | "N/A" | "n/a" | "NA" | "空"
        ) {
            // An empty cell is no way out where the column has to be filled.
            let schema = self.schema(column);
            if schema.is_some_and(|schema| schema.presence == Presence::Required) {
                "placeholder-required"
            } else {
                "placeholder"
            }
        } else if value.contains(['O', 'o']) && value.contains(|c: char| c.is_ascii_digit()) {
            "letter-o"
        } else if value.contains(['l', 'I']) && value.contains(|c: char| c.is_ascii_digit()) {
            "letter-l"
        } else if value.contains(['°', '度', '′', '分'])
            && self
                .schema(column)
                .is_some_and(|schema| schema.kind == Kind::Signed(DEGREES))
        {
            // 104°30′ is no number with a unit behind it, but a sum to be worked out.
            "degrees"
        } else {
            "none"
        };
        let problem = self.view.cell_problem("E0201", self.index, column);
        self.problems.push(problem.with("hint", hint));
    }

    /// E0202: infinite, or not a number by name.
    fn check_e0202_not_finite(&mut self, column: &str) {
        self.report("E0202", column);
    }

    /// E0203: larger than anything that the column can mean.
    fn check_e0203_too_large(&mut self, column: &str, limit: i64) {
        let problem = self.view.cell_problem("E0203", self.index, column);
        self.problems.push(problem.with("limit", limit));
    }

    /// E0204: negative where that has no meaning.
    fn check_e0204_negative<Q: Quantity>(&mut self, column: &str, value: Q) -> bool {
        if value.scaled() < 0 {
            self.report("E0204", column);
        }
        value.scaled() >= 0
    }

    /// E0205: zero or negative where only a positive number has a meaning.
    fn check_e0205_not_positive<Q: Quantity>(&mut self, column: &str, value: Q) -> bool {
        if value.scaled() <= 0 {
            self.report("E0205", column);
        }
        value.scaled() > 0
    }

    /// E0206: a fraction where a whole number belongs.
    fn check_e0206_not_whole(&mut self, column: &str) {
        self.report("E0206", column);
    }

    /// E0211: a basis that `data.md` does not know.
    fn check_e0211_unknown_basis(&mut self) -> Option<Basis> {
        match self.raw("basis") {
            "" => None,
            "published" | "公布" | "已公布" => Some(Basis::Published),
            "estimated" | "估算" | "推算" => Some(Basis::Estimated),
            "illustrative" | "示例" | "示意" => Some(Basis::Illustrative),
            _ => {
                self.report("E0211", "basis");
                None
            }
        }
    }

    /// E0212: a code with characters that commands, file names and reports cannot carry.
    ///
    /// Of a sector or track the policy says whether there is such a code or name (E0303, E0304).
    fn check_e0212_code_characters(&mut self, column: &str, code: &str) {
        let kind = self.schema(column).map(|schema| &schema.kind);
        if !is_code(code) && !matches!(kind, Some(Kind::Sector | Kind::Track)) {
            self.report("E0212", column);
        }
    }

    /// E0216: a unit or percent sign behind the number. Where it is 元 in a column of 万元, the number
    /// is the wrong one as well.
    fn check_e0216_unit_in_number(&mut self, column: &str) {
        let unit = self.raw(column).trim_start_matches(is_of_number).trim();
        let hint = match self.schema(column).map(|schema| schema.kind) {
            Some(Kind::Number("" | "万元")) if unit == "元" => "yuan",
            Some(Kind::Signed(DEGREES)) => "degrees",
            Some(kind) if kind.may_be_share() => "share",
            _ => "none",
        };
        let problem = self.view.cell_problem("E0216", self.index, column);
        self.problems.push(problem.with("hint", hint));
    }

    /// E0217: separators that leave open which number is meant.
    fn check_e0217_separators(&mut self, column: &str) {
        self.report("E0217", column);
    }

    /// W0201: more decimals than are kept.
    fn check_w0201_rounded<Q: Quantity>(&mut self, column: &str, value: Q) {
        let problem = self.view.cell_problem("W0201", self.index, column);
        self.problems
            .push(problem.with("kept", value).with("decimals", Q::DECIMALS));
    }
}

/// Whether a character can stand in a number.
fn is_of_number(character: char) -> bool {
    let half = half_width(character);
    half.is_ascii_digit() || matches!(half, '.' | ',' | '-' | '+')
}

/// Whether a table has this column at all, of whatever presence.
pub(crate) fn is_known_column(table: &str, column: &str) -> bool {
    table_schema(table).is_some_and(|schema| schema.column(column).is_some())
}
