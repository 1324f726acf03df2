//! A number in as few characters as keep its value.

use serde::{Serialize, Serializer};

/// A number that is written without a fraction where it has none.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Figure(pub f64);

/// Whole numbers up to here are exact in floating point.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            // Whole and small enough: nothing is lost.
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn figure_drops_an_empty_fraction_only() {
        for (value, text) in [(810.0, "810"), (-3.0, "-3"), (0.0615, "0.0615")] {
            assert_eq!(serde_json::to_string(&Figure(value)).unwrap(), text);
        }
    }
}
