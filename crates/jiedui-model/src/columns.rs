//! The columns of model §2: pairs formed, help given, need left unmet.

use crate::program::{ArcColumns, Column, ColumnId, ColumnKind};
use jiedui_domain::{Case, Id, IdVec, Quantity};
use jiedui_graph::{ArcId, CandidateGraph};

/// The columns that every program has, before the measures add theirs.
///
/// They stand in this order: for each candidate its pair, then its help by sector; then the unmet
/// needs by recipient and sector. Rows that follow candidates or needs in id order therefore list
/// their columns in ascending order without sorting.
pub(crate) struct Layout {
    /// The columns, by id.
    pub(crate) columns: Vec<Column>,
    /// The columns of each candidate.
    pub(crate) arcs: IdVec<ArcId, ArcColumns>,
    /// u[r,s] for each entry of `Case::needs`; `None` where nothing is needed.
    pub(crate) unmet: Vec<Option<ColumnId>>,
}

/// Numbers the columns.
///
/// *Complexity:* linear in candidates × sectors and in needs.
pub(crate) fn lay_out(case: &Case, graph: &CandidateGraph) -> Layout {
    let mut columns = Vec::with_capacity(graph.arcs().len() * 5 + case.needs.len());
    let mut add = |column: Column| {
        let id = ColumnId::from_index(columns.len());
        columns.push(column);
        id
    };
    let arcs = graph.arcs().map(|arc, candidate| ArcColumns {
        helper: candidate.helper,
        recipient: candidate.recipient,
        track: candidate.track,
        pair: (!case.policy.tracks[candidate.track].divisible).then(|| {
            add(Column {
                kind: ColumnKind::Pair(arc),
                // The demand has a row of its own as well (`decision`, `continuity`), which a
                // conflict can name; the bound lets a solver drop the column at once.
                lower: if candidate.is_forced() { 1.0 } else { 0.0 },
                upper: 1.0,
                integer: true,
            })
        }),
        help: candidate
            .capacity
            .iter()
            .map(|(sector, capacity)| {
                let column = add(Column {
                    kind: ColumnKind::Help(arc, *sector),
                    lower: 0.0,
                    upper: capacity.to_f64(),
                    integer: case.policy.sectors[*sector].whole,
                });
                (*sector, column)
            })
            .collect(),
    });
    let unmet = case
        .needs
        .iter()
        .map(|need| {
            (need.amount.scaled() > 0).then(|| {
                add(Column {
                    kind: ColumnKind::Unmet(need.of, need.sector),
                    lower: 0.0,
                    upper: need.amount.to_f64(),
                    // Not even in whole sectors: a need of 2.5 persons leaves 0.5 unmet.
                    integer: false,
                })
            })
        })
        .collect();
    Layout {
        columns,
        arcs,
        unmet,
    }
}
