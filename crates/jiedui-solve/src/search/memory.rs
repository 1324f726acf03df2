//! What was worked out before. A search comes back to the same pairs of a recipient over and over: a move that was not
//! taken is tried again, and many helpers are of one kind.

use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Answers by question, each in the one place that its hash says, where a later one takes it over. So it takes no more
/// memory with time, and what it answers is what would be worked out anew.
#[derive(Clone, Debug)]
pub struct Memory<K, V> {
    /// Empty until something is to be remembered; then a power of two.
    places: Vec<Option<(K, V)>>,
    size: usize,
}

impl<K: Hash + Eq + Clone, V: Clone> Memory<K, V> {
    /// One of so many places at least.
    pub fn new(places: usize) -> Self {
        Self {
            places: Vec::new(),
            size: places.next_power_of_two(),
        }
    }

    /// The answer to a question, worked out if it is not remembered.
    pub fn recall(&mut self, question: &K, work_out: impl FnOnce() -> V) -> V {
        if self.places.is_empty() {
            self.places.resize(self.size, None);
        }
        let mut hasher = FxHasher::default();
        question.hash(&mut hasher);
        let place = hasher.finish() as usize & (self.size - 1);
        match &self.places[place] {
            Some((known, answer)) if known == question => answer.clone(),
            _ => {
                let answer = work_out();
                self.places[place] = Some((question.clone(), answer.clone()));
                answer
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_not_worked_out_again_and_what_was_pushed_out_is() {
        let mut memory = Memory::new(1);
        let mut worked_out = Vec::new();
        for question in [3, 3, 4, 4, 3] {
            let answer = memory.recall(&question, || {
                worked_out.push(question);
                10 * question
            });
            assert_eq!(answer, 10 * question);
        }
        assert_eq!(worked_out, [3, 4, 3]);
    }
}
