//! Concave curves in pieces: what equity measures, wherever it is valued.

/// Height of a concave curve given by segments (length, slope).
pub(crate) fn along(segments: &[(f64, f64)], mut position: f64) -> f64 {
    let mut height = 0.0;
    for (length, slope) in segments {
        let part = position.min(*length).max(0.0);
        height += part * slope;
        position -= part;
    }
    height
}
