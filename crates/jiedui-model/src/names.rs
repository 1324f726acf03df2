//! Names of columns and rows, made of codes: in LP text, conflicts and logs.
//!
//! A name reads `word(code,code,…)`, where the word is a column's or a family's. Measures append the
//! number of their objective in the policy, from 1: `coverage_floor#1(513332)`.
//!
//! *Rule of escaping:* in a code, every character but ASCII letters, digits, `_` and `.` is written
//! as `~`, its number in Unicode (hexadecimal), `~`: `soe-01` becomes `soe~2d~01`. So a name holds only
//! characters that the LP format allows, and different codes keep different names.

use crate::program::{ColumnId, ColumnKind, Program, RowFamily, RowId, RowKey};
use jiedui_domain::{Case, HelperId, Measure, RecipientId};
use jiedui_graph::{ArcId, CandidateGraph};
use std::fmt::Write;

impl Program {
    /// The name of a column, e.g. `help(h017,513332,health)`.
    pub fn name_of_column(&self, case: &Case, graph: &CandidateGraph, column: ColumnId) -> String {
        let sectors = &case.policy.sectors;
        match self.columns[column].kind {
            ColumnKind::Pair(arc) => named("pair", &arc_codes(case, graph, arc)),
            ColumnKind::Help(arc, sector) => {
                let [helper, recipient] = arc_codes(case, graph, arc);
                named("help", &[helper, recipient, &sectors[sector].code])
            }
            ColumnKind::Unmet(recipient, sector) => named(
                "unmet",
                &[case.recipient_code(recipient), &sectors[sector].code],
            ),
            ColumnKind::Extreme(objective) => measure_word(case, objective),
            ColumnKind::EquitySegment(objective, recipient, segment) => named(
                &measure_word(case, objective),
                &[case.recipient_code(recipient), &(segment + 1).to_string()],
            ),
        }
    }

    /// The name of a row, e.g. `need_balance(513332,health)`.
    pub fn name_of_row(&self, case: &Case, graph: &CandidateGraph, row: RowId) -> String {
        let row = &self.rows[row];
        let word = match row.family {
            RowFamily::Rule(family) => family.code(),
            RowFamily::Measure(measure) => measure.code(),
        };
        let recipient = |id: RecipientId| case.recipient_code(id);
        let helper = |id: HelperId| case.helpers[id].code.as_str();
        let sectors = &case.policy.sectors;
        let tracks = &case.policy.tracks;
        match row.key {
            RowKey::RecipientSector(of, sector) => {
                named(word, &[recipient(of), &sectors[sector].code])
            }
            RowKey::HelperSector(of, sector) => named(word, &[helper(of), &sectors[sector].code]),
            RowKey::Helper(of) => named(word, &[helper(of)]),
            RowKey::ArcSector(arc, sector) => {
                let [helper, recipient] = arc_codes(case, graph, arc);
                named(word, &[helper, recipient, &sectors[sector].code])
            }
            RowKey::Arc(arc) => named(word, &arc_codes(case, graph, arc)),
            RowKey::RecipientTrack(of, track) => named(word, &[recipient(of), &tracks[track].code]),
            RowKey::Track(track) => named(word, &[&tracks[track].code]),
            RowKey::HelperRecipient(from, to) => named(word, &[helper(from), recipient(to)]),
            RowKey::ObjectiveRecipient(objective, of) => {
                named(&measure_word(case, objective), &[recipient(of)])
            }
            RowKey::ObjectiveHelper(objective, of) => {
                named(&measure_word(case, objective), &[helper(of)])
            }
        }
    }
}

fn arc_codes<'c>(case: &'c Case, graph: &CandidateGraph, arc: ArcId) -> [&'c str; 2] {
    let candidate = &graph.arcs()[arc];
    [
        &case.helpers[candidate.helper].code,
        case.recipient_code(candidate.recipient),
    ]
}

/// The measure and the number of its objective in the policy, from 1.
fn measure_word(case: &Case, objective: usize) -> String {
    let measure = case.policy.objectives.get(objective);
    let word = measure.map_or("objective", |of| Measure::code(of.measure));
    format!("{word}#{}", objective + 1)
}

fn named(word: &str, codes: &[&str]) -> String {
    let mut name = String::with_capacity(48);
    name.push_str(word);
    name.push('(');
    for (position, code) in codes.iter().enumerate() {
        if position > 0 {
            name.push(',');
        }
        push_escaped(code, &mut name);
    }
    name.push(')');
    name
}

fn push_escaped(code: &str, name: &mut String) {
    for character in code.chars() {
        if character.is_ascii_alphanumeric() || matches!(character, '_' | '.') {
            name.push(character);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(name, "~{:x}~", u32::from(character));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_escapes_what_lp_text_does_not_allow() {
        for (code, name) in [
            ("h017", "pair(h017)"),
            ("a_b.c", "pair(a_b.c)"),
            ("soe-01", "pair(soe~2d~01)"),
            ("a~2d~b", "pair(a~7e~2d~7e~b)"),
            ("甲 1", "pair(~7532~~20~1)"),
            ("a,b)", "pair(a~2c~b~29~)"),
        ] {
            assert_eq!(named("pair", &[code]), name);
        }
    }
}
