//! A first set of pairs to search from.

use jiedui_solve::decomposition::blocks::Blocks;
use jiedui_solve::search::aim::Start;
use jiedui_solve::search::landscape::Landscape;

/// In every track, for each recipient as many pairs as it must have, with the first helpers that are free.
pub fn first_fitting(landscape: &Landscape, blocks: &Blocks) -> Start {
    let mut formed = Vec::new();
    for (track, block) in blocks.tracks.iter().enumerate() {
        let mut free: Vec<u32> = block.shape.columns.iter().map(|quota| quota.max).collect();
        let spots = landscape.spots.iter().enumerate();
        let mut lacking: Vec<u32> = block.shape.rows.iter().map(|quota| quota.min).collect();
        for (index, spot) in spots.filter(|(_, spot)| spot.track == track) {
            if lacking[spot.row] > 0 && free[spot.column] > 0 {
                lacking[spot.row] -= 1;
                free[spot.column] -= 1;
                formed.push(index);
            }
        }
        assert!(lacking.iter().all(|count| *count == 0), "track {track}");
    }
    formed.sort_unstable();
    let helper = |spot: usize| (landscape.spots[spot].track, landscape.spots[spot].column);
    let share = |spot: usize| {
        let pairs = formed
            .iter()
            .filter(|other| helper(**other) == helper(spot));
        1.0 / pairs.count() as f64
    };
    formed.iter().map(|spot| (*spot, share(*spot))).collect()
}
