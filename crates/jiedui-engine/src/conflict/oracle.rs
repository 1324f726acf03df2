//! Answers whether elements can hold together, and remembers what it answered.

use super::element::{Element, without};
use crate::feasibility::{CaseFeasibility, is_feasible};
use crate::{EngineError, EngineWatch};
use jiedui_domain::{Case, SolverOptions};
use std::collections::BTreeMap;

/// A set of elements, as ascending positions.
pub(crate) type Set = Vec<usize>;

pub(crate) struct Oracle<'a> {
    case: &'a Case,
    elements: Vec<Element>,
    options: SolverOptions,
    watch: &'a dyn EngineWatch,
    known: BTreeMap<Set, CaseFeasibility>,
    checks: usize,
    unsettled: usize,
}

impl<'a> Oracle<'a> {
    pub fn new(
        case: &'a Case,
        elements: Vec<Element>,
        options: SolverOptions,
        watch: &'a dyn EngineWatch,
    ) -> Self {
        Self {
            case,
            elements,
            options,
            watch,
            known: BTreeMap::new(),
            checks: 0,
            unsettled: 0,
        }
    }

    /// The elements, by position.
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The case.
    pub fn case(&self) -> &'a Case {
        self.case
    }

    /// Questions answered anew.
    pub fn checks(&self) -> usize {
        self.checks
    }

    /// Questions that could not be settled.
    pub fn unsettled(&self) -> usize {
        self.unsettled
    }

    /// Whether somebody asks to stop.
    pub fn stopped(&self) -> bool {
        self.watch.stop().is_some()
    }

    /// Takes over what is known already.
    pub fn remember(&mut self, on: Set, answer: CaseFeasibility) {
        self.known.insert(on, answer);
    }

    /// Whether these elements, and no others, can hold together. `on` is ascending.
    pub fn ask(&mut self, on: &[usize]) -> Result<CaseFeasibility, EngineError> {
        if let Some(known) = self.known.get(on) {
            return Ok(*known);
        }
        let case = self.case_with(on);
        let answer = self.ask_about(&case)?;
        self.known.insert(on.to_vec(), answer);
        Ok(answer)
    }

    /// Whether a case has a plan.
    pub fn ask_about(&mut self, case: &Case) -> Result<CaseFeasibility, EngineError> {
        self.checks += 1;
        let answer = is_feasible(case, &self.options, self.watch)?;
        self.unsettled += usize::from(answer == CaseFeasibility::Unknown);
        Ok(answer)
    }

    /// The case with these elements in force and no others. `on` is ascending.
    pub fn case_with(&self, on: &[usize]) -> Case {
        let off = (0..self.elements.len()).filter(|index| on.binary_search(index).is_err());
        without(self.case, off.map(|index| self.elements[index]))
    }
}
