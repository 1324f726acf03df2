use super::*;
use proptest::prelude::*;

/// Best weight over all subsets of cells, by enumeration.
fn enumerate(shape: &Shape, weights: &[i64]) -> Option<i64> {
    let width = shape.columns.len();
    let cells: Vec<usize> = (0..weights.len())
        .filter(|cell| weights[*cell] != NO_PAIR)
        .collect();
    let mut best = None;
    for subset in 0..(1_u32 << cells.len()) {
        let chosen: Vec<usize> = (0..cells.len())
            .filter(|bit| subset >> bit & 1 == 1)
            .map(|bit| cells[bit])
            .collect();
        let within = |count: usize, quota: Degree| {
            count >= quota.min as usize && count <= quota.max as usize
        };
        let rows_hold = (0..shape.rows.len()).all(|row| {
            within(
                chosen.iter().filter(|cell| **cell / width == row).count(),
                shape.rows[row],
            )
        });
        let columns_hold = (0..width).all(|column| {
            within(
                chosen
                    .iter()
                    .filter(|cell| **cell % width == column)
                    .count(),
                shape.columns[column],
            )
        });
        let demands_hold = shape
            .demanded
            .iter()
            .all(|(r, c)| chosen.contains(&(r * width + c)));
        if rows_hold && columns_hold && demands_hold {
            let weight: i64 = chosen.iter().map(|cell| weights[*cell]).sum();
            best = Some(best.map_or(weight, |known: i64| known.max(weight)));
        }
    }
    best
}

fn quotas(count: usize) -> impl Strategy<Value = Vec<Degree>> {
    proptest::collection::vec((0_u32..3, 0_u32..3), count).prop_map(|pairs| {
        pairs
            .into_iter()
            .map(|(min, more)| Degree {
                min,
                max: min + more,
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn best_matching_agrees_with_enumeration(
        rows in quotas(3),
        columns in quotas(4),
        cells in proptest::collection::vec(prop_oneof![3 => (-20_i64..20).prop_map(Some), 1 => Just(None)], 12),
        demand in proptest::option::of((0_usize..3, 0_usize..4)),
    ) {
        let weights: Vec<i64> = cells.iter().map(|cell| cell.unwrap_or(NO_PAIR)).collect();
        let shape = Shape { rows, columns, demanded: demand.into_iter().collect() };
        let found = best_matching(&shape, &weights).map(|matching| matching.weight);
        prop_assert_eq!(found, enumerate(&shape, &weights));
    }
}

/// What potentials prove: no matching that meets quotas and demands weighs more.
fn proven(shape: &Shape, weights: &[i64]) -> i64 {
    let (rows, columns) = proving_potentials(shape, weights);
    let width = shape.columns.len();
    let mut bound = 0;
    let candidates = |cells: &mut dyn Iterator<Item = usize>| {
        cells.filter(|cell| weights[*cell] != NO_PAIR).count() as i64
    };
    for (cell, weight) in weights.iter().enumerate() {
        let (row, column) = (cell / width, cell % width);
        if *weight != NO_PAIR {
            let left = weight - rows[row] - columns[column];
            let is_demanded = shape.demanded.contains(&(row, column));
            bound += if is_demanded { left } else { left.max(0) };
        }
    }
    let end = |potential: i64, degree: Degree, candidates: i64| {
        let number = if potential > 0 {
            i64::from(degree.max).min(candidates)
        } else {
            i64::from(degree.min)
        };
        potential * number
    };
    for (row, degree) in shape.rows.iter().enumerate() {
        let count = candidates(&mut (row * width..(row + 1) * width));
        bound += end(rows[row], *degree, count);
    }
    for (column, degree) in shape.columns.iter().enumerate() {
        let count = candidates(&mut (column..weights.len()).step_by(width));
        bound += end(columns[column], *degree, count);
    }
    bound
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn potentials_prove_the_matching_or_that_there_is_none(
        rows in quotas(3),
        columns in quotas(4),
        cells in proptest::collection::vec(prop_oneof![3 => (-20_i64..20).prop_map(Some), 1 => Just(None)], 12),
        demand in proptest::option::of((0_usize..3, 0_usize..4)),
    ) {
        let weights: Vec<i64> = cells.iter().map(|cell| cell.unwrap_or(NO_PAIR)).collect();
        // A demand for what is no candidate is told before any matching.
        let demanded: Vec<_> = demand.into_iter().filter(|(r, c)| weights[r * 4 + c] != NO_PAIR).collect();
        let shape = Shape { rows, columns, demanded };
        match enumerate(&shape, &weights) {
            Some(weight) => prop_assert_eq!(proven(&shape, &weights), weight),
            None => {
                // A shortage is proven with weights of 0: every matching would weigh exactly that.
                let zeros: Vec<i64> = weights.iter().map(|weight| if *weight == NO_PAIR { NO_PAIR } else { 0 }).collect();
                prop_assert!(proven(&shape, &zeros) < 0);
            }
        }
    }
}

#[test]
fn potentials_of_a_best_matching_are_told_only_where_there_is_one() {
    let shape = |least: u32| Shape {
        rows: vec![Degree { min: least, max: 1 }; 2],
        columns: vec![Degree { min: 0, max: 1 }; 2],
        demanded: Vec::new(),
    };
    // Both rows want the one column that they share.
    let weights = [3, NO_PAIR, 5, NO_PAIR];
    assert_eq!(best_potentials(&shape(1), &weights), None);
    let proven = best_potentials(&shape(0), &weights).map(|(rows, columns)| {
        let pairs = (0..2).map(|row| (weights[2 * row] - rows[row] - columns[0]).max(0));
        let quotas = rows.iter().chain(&columns);
        pairs.sum::<i64>() + quotas.map(|potential| (*potential).max(0)).sum::<i64>()
    });
    assert_eq!(proven, Some(5));
}
