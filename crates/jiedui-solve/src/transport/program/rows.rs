//! Rows of a program as limits on help: what a need, a supply or a budget lets through, in steps.

mod layout;

use super::NotTransport;
use super::decimal::{HUNDREDTH, MILLION, ceiling, millionths, narrow, product};
use crate::transport::network::Network;
use jiedui_domain::{Id, IdVec, RuleFamily};
use jiedui_model::{ColumnId, ColumnKind, Program, Row, RowFamily, RowId};

/// A row without free columns may be off by this much, relative to its figures: noise of the held values.
const NOISE: f64 = 1e-6;

/// A free column of help and its arc.
#[derive(Clone, Copy, Debug)]
pub(super) struct HelpArc {
    pub(super) column: ColumnId,
    /// Index in the network.
    pub(super) arc: usize,
    /// Millionths of the sector's unit in one unit of flow.
    pub(super) step: i64,
    least: i64,
    most: i64,
    need: Option<usize>,
    supply: Option<usize>,
    budget: Option<usize>,
}

impl HelpArc {
    pub(super) fn step_in_units(&self) -> f64 {
        self.step as f64 / MILLION as f64
    }
}

/// A need that is still open, with its node.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnmetNeed {
    pub(super) column: ColumnId,
    pub(super) node: usize,
    /// What may still be given, in millionths.
    rest: i64,
    step: i64,
}

impl UnmetNeed {
    pub(super) fn rest_in_units(&self) -> f64 {
        self.rest as f64 / MILLION as f64
    }

    pub(super) fn step_in_units(&self) -> f64 {
        self.step as f64 / MILLION as f64
    }
}

/// The row that limits what passes a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct NodeRow {
    pub(super) row: RowId,
    /// Units of the row in one step.
    pub(super) unit: f64,
    /// The node above, which limits this one and others together.
    pub(super) above: Option<usize>,
}

/// What the rows of a program say.
pub(super) struct Reading {
    pub(super) network: Network,
    pub(super) help: Vec<HelpArc>,
    pub(super) unmet: Vec<UnmetNeed>,
    /// By node; the source of help that nothing limits has none.
    pub(super) rows: Vec<NodeRow>,
    /// No plan moves more steps than all needs together take.
    pub(super) steps: f64,
}

/// The place of every column among the free help.
pub(super) fn place_of(program: &Program, help: &[HelpArc]) -> Vec<Option<usize>> {
    let mut places = vec![None; program.columns().len()];
    for (place, arc) in help.iter().enumerate() {
        places[arc.column.index()] = Some(place);
    }
    places
}

/// A node while rows are read: a limit on the help that goes through it, in steps.
#[derive(Clone, Copy)]
struct Limit {
    least: i64,
    most: i64,
}

struct Reader<'a> {
    program: &'a Program,
    held: &'a IdVec<ColumnId, Option<f64>>,
    help: Vec<HelpArc>,
    places: Vec<Option<usize>>,
    needs: Vec<Limit>,
    unmet: Vec<UnmetNeed>,
    supplies: Vec<i64>,
    budgets: Vec<i64>,
    need_rows: Vec<NodeRow>,
    supply_rows: Vec<NodeRow>,
    budget_rows: Vec<NodeRow>,
}

/// Reads all rows.
pub(super) fn read(
    program: &Program,
    held: &IdVec<ColumnId, Option<f64>>,
) -> Result<Reading, NotTransport> {
    let mut help = Vec::new();
    for (id, column) in program.columns().iter() {
        if held[id].is_some() {
            continue;
        }
        match column.kind {
            ColumnKind::Pair(_) => return Err(NotTransport::OpenColumn(id)),
            ColumnKind::Help(..) => {
                let step = if column.integer { MILLION } else { HUNDREDTH };
                help.push(HelpArc {
                    column: id,
                    arc: 0,
                    step,
                    least: ceiling(millionths(column.lower)?, step),
                    most: millionths(column.upper)?.div_euclid(step),
                    need: None,
                    supply: None,
                    budget: None,
                });
            }
            ColumnKind::Unmet(..) | ColumnKind::Extreme(_) | ColumnKind::EquitySegment(..) => {}
        }
    }
    let mut reader = Reader {
        program,
        held,
        places: place_of(program, &help),
        help,
        needs: Vec::new(),
        unmet: Vec::new(),
        supplies: Vec::new(),
        budgets: Vec::new(),
        need_rows: Vec::new(),
        supply_rows: Vec::new(),
        budget_rows: Vec::new(),
    };
    for (id, row) in program.rows().iter() {
        reader.row(id, row)?;
    }
    reader.finish()
}

impl Reader<'_> {
    fn row(&mut self, id: RowId, row: &Row) -> Result<(), NotTransport> {
        let RowFamily::Rule(family) = row.family else {
            return self.measure_row(id, row);
        };
        if family == RuleFamily::NeedBalance {
            return self.need(id, row);
        }
        let mut free = Vec::new();
        // 1e-12 of 万元, or of whatever the row adds up.
        let mut held = 0_i128;
        let mut size = 0.0_f64;
        for (column, coefficient) in &row.terms {
            match self.held[*column] {
                Some(value) => {
                    held += product(*coefficient, value)?;
                    size += (coefficient * value).abs();
                }
                None => match self.places[column.index()] {
                    Some(place) => free.push((place, *coefficient)),
                    None => return Err(NotTransport::CouplingRow(id)),
                },
            }
        }
        match (family, free.as_slice()) {
            (_, []) => {
                let total = held as f64 / 1e12;
                let slack = NOISE * (1.0 + size);
                if total < row.lower - slack || total > row.upper + slack {
                    return Err(NotTransport::HeldBreaks(id));
                }
                Ok(())
            }
            (_, [(place, coefficient)]) => self.range(id, row, *place, *coefficient, held),
            (RuleFamily::SectorSupply | RuleFamily::Budget, _)
                if row.lower == f64::NEG_INFINITY =>
            {
                self.limit(id, row, family, &free, held)
            }
            _ => Err(NotTransport::CouplingRow(id)),
        }
    }

    /// The rows of a measure never bind while the measure's own columns are free.
    fn measure_row(&self, id: RowId, row: &Row) -> Result<(), NotTransport> {
        let is_held_measure = row.terms.iter().any(|(column, _)| {
            let kind = self.program.columns()[*column].kind;
            let is_own = matches!(kind, ColumnKind::Extreme(_) | ColumnKind::EquitySegment(..));
            is_own && self.held[*column].is_some()
        });
        if is_held_measure {
            Err(NotTransport::CouplingRow(id))
        } else {
            Ok(())
        }
    }

    fn need(&mut self, id: RowId, row: &Row) -> Result<(), NotTransport> {
        let node = self.needs.len();
        let mut rest = millionths(row.upper)?;
        let mut open = None;
        let mut step = HUNDREDTH;
        let mut has_help = false;
        for (column, _) in &row.terms {
            match (self.held[*column], self.places[column.index()]) {
                (Some(value), _) => rest -= millionths(value)?,
                (None, Some(place)) => {
                    let arc = &mut self.help[place];
                    arc.need = Some(node);
                    step = arc.step;
                    has_help = true;
                }
                (None, None) => open = Some(*column),
            }
        }
        let most = rest.div_euclid(step);
        let least = match open {
            Some(column) => {
                let unmet = millionths(self.program.columns()[column].upper)?;
                ceiling(rest - unmet, step).max(0)
            }
            None => ceiling(rest, step),
        };
        if rest < 0 || least > most || (!has_help && least > 0) {
            return Err(NotTransport::HeldBreaks(id));
        }
        if let Some(column) = open {
            self.unmet.push(UnmetNeed {
                column,
                node,
                rest,
                step,
            });
        }
        self.needs.push(Limit { least, most });
        self.need_rows.push(NodeRow {
            row: id,
            unit: step as f64 / MILLION as f64,
            above: None,
        });
        Ok(())
    }

    /// A row with one free column limits that column.
    fn range(
        &mut self,
        id: RowId,
        row: &Row,
        place: usize,
        coefficient: f64,
        held: i128,
    ) -> Result<(), NotTransport> {
        let arc = &mut self.help[place];
        let weight = product(coefficient, arc.step as f64 / MILLION as f64)?;
        if weight <= 0 {
            return Err(NotTransport::CouplingRow(id));
        }
        if row.upper.is_finite() {
            let rest = product(row.upper, 1.0)? - held;
            arc.most = arc.most.min(narrow(rest.div_euclid(weight))?);
        }
        if row.lower.is_finite() {
            let rest = product(row.lower, 1.0)? - held;
            arc.least = arc.least.max(narrow(-(-rest).div_euclid(weight))?);
        }
        if arc.least > arc.most {
            return Err(NotTransport::HeldBreaks(id));
        }
        Ok(())
    }

    /// A supply or a budget over several free columns.
    fn limit(
        &mut self,
        id: RowId,
        row: &Row,
        family: RuleFamily,
        free: &[(usize, f64)],
        held: i128,
    ) -> Result<(), NotTransport> {
        let mut weight = None;
        for (place, coefficient) in free {
            let own = product(*coefficient, self.help[*place].step as f64 / MILLION as f64)?;
            if own <= 0 {
                return Err(NotTransport::CouplingRow(id));
            }
            if *weight.get_or_insert(own) != own {
                return Err(NotTransport::UnequalSteps(id));
            }
        }
        let Some(weight) = weight else {
            return Err(NotTransport::CouplingRow(id));
        };
        let steps = narrow((product(row.upper, 1.0)? - held).div_euclid(weight))?;
        if steps < 0 {
            return Err(NotTransport::HeldBreaks(id));
        }
        let (limits, rows) = if family == RuleFamily::Budget {
            (&mut self.budgets, &mut self.budget_rows)
        } else {
            (&mut self.supplies, &mut self.supply_rows)
        };
        let node = limits.len();
        limits.push(steps);
        rows.push(NodeRow {
            row: id,
            unit: weight as f64 / 1e12,
            above: None,
        });
        for (place, _) in free {
            let arc = &mut self.help[*place];
            let slot = if family == RuleFamily::Budget {
                &mut arc.budget
            } else {
                &mut arc.supply
            };
            *slot = Some(node);
        }
        Ok(())
    }
}
