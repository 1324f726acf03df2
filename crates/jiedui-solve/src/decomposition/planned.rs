//! The patterns of a known plan: with them the master has a mix from the first round, where prices of a
//! similar program alone may take long to find one.

use super::blocks::{Blocks, TrackBlock};
use super::pricing::Pattern;
use crate::matching::Degree;
use jiedui_domain::Id;

/// What each pricing problem contributes to a plan, as far as that obeys the problem's own quotas, demands and
/// bounds: a pattern that the changed case no longer allows makes the mix too good and ends the rounds early.
pub fn patterns_of(blocks: &Blocks, plan: &[f64]) -> Vec<Pattern> {
    let tracks = blocks.tracks.iter().enumerate();
    tracks
        .flat_map(|(index, track)| {
            let helpers = (0..track.portfolios.len()).map(Some);
            let whole = track.portfolios.is_empty().then_some(None);
            let problems: Vec<Option<usize>> = helpers.chain(whole).collect();
            problems
                .into_iter()
                .filter_map(move |helper| pattern_of(index, track, helper, plan))
        })
        .filter(|pattern| blocks.allows(pattern))
        .collect()
}

/// The plan's pairs of one helper, or of all; `None` where they break a quota.
fn pattern_of(
    index: usize,
    track: &TrackBlock,
    helper: Option<usize>,
    plan: &[f64],
) -> Option<Pattern> {
    let width = track.helpers.len();
    let mut in_row = vec![0_u32; track.shape.rows.len()];
    let mut in_column = vec![0_u32; width];
    let mut values = Vec::new();
    for pair in &track.pairs {
        let (row, column) = (pair.cell / width, pair.cell % width);
        let own = helper.is_none_or(|helper| track.portfolios[helper].column == column);
        if !own || plan[pair.pair.index()] < 0.5 {
            continue;
        }
        in_row[row] += 1;
        in_column[column] += 1;
        values.push((pair.pair, 1.0));
        let help = pair.help.iter().map(|cell| cell.column);
        values.extend(
            help.map(|column| (column, plan[column.index()]))
                .filter(|(_, amount)| *amount > 0.0),
        );
    }
    let within = |counts: &[u32], degrees: &[Degree], mine: &dyn Fn(usize) -> bool| {
        let both = counts.iter().zip(degrees).enumerate();
        both.filter(|(place, _)| mine(*place))
            .all(|(_, (count, degree))| (degree.min..=degree.max).contains(count))
    };
    let rows_fit = helper.is_some() || within(&in_row, &track.shape.rows, &|_| true);
    let mine =
        |column: usize| helper.is_none_or(|helper| track.portfolios[helper].column == column);
    (rows_fit && within(&in_column, &track.shape.columns, &mine)).then(|| Pattern {
        track: index,
        problem: track.first_problem + helper.unwrap_or(0),
        pairs: in_column.iter().map(|count| *count as usize).sum(),
        values,
    })
}
