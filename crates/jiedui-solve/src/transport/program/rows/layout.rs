//! Limits on help laid out as the nodes and arcs of a network.

use super::{NotTransport, Reader, Reading};
use crate::transport::network::{FlowArc, LARGEST_AMOUNT, Network, Terminal};

impl Reader<'_> {
    /// Nodes: needs, then supplies, then budgets, then one source for help that nothing else limits.
    pub(super) fn finish(mut self) -> Result<Reading, NotTransport> {
        self.merge_budgets_of_one_supply();
        let first_supply = self.needs.len();
        let first_budget = first_supply + self.supplies.len();
        let unlimited = first_budget + self.budgets.len();
        let mut terminals: Vec<Terminal> = self
            .needs
            .iter()
            .map(|need| Terminal {
                least: -need.most,
                most: -need.least,
                price: 0,
            })
            .collect();
        terminals.extend(self.supplies.iter().map(|limit| Terminal::supply(*limit)));
        terminals.extend(self.budgets.iter().map(|limit| Terminal::supply(*limit)));
        let mut arcs = Vec::with_capacity(self.help.len() + self.supplies.len());
        let mut unlimited_steps = 0_i64;
        let mut budget_of_supply = vec![None; self.supplies.len()];
        for help in &mut self.help {
            let source = match (help.supply, help.budget) {
                (Some(supply), budget) => {
                    budget_of_supply[supply] = budget;
                    first_supply + supply
                }
                (None, Some(budget)) => first_budget + budget,
                (None, None) => {
                    unlimited_steps += help.most;
                    unlimited
                }
            };
            // Help in a sector that nobody needs has no capacity and so no column.
            let Some(need) = help.need else {
                return Err(NotTransport::OpenColumn(help.column));
            };
            help.arc = arcs.len();
            arcs.push(FlowArc {
                source: index(source)?,
                target: index(need)?,
                least: help.least,
                most: help.most,
                cost: 0,
            });
        }
        for (supply, budget) in budget_of_supply.into_iter().enumerate() {
            if let Some(budget) = budget {
                terminals[first_supply + supply] = Terminal::THROUGH;
                self.supply_rows[supply].above = Some(first_budget + budget);
                arcs.push(FlowArc {
                    source: index(first_budget + budget)?,
                    target: index(first_supply + supply)?,
                    least: 0,
                    most: self.supplies[supply],
                    cost: 0,
                });
            }
        }
        if unlimited_steps > 0 {
            terminals.push(Terminal::supply(unlimited_steps.min(LARGEST_AMOUNT)));
        } else if arcs.iter().any(|arc| arc.source as usize == unlimited) {
            terminals.push(Terminal::THROUGH);
        }
        let rows = [self.need_rows, self.supply_rows, self.budget_rows].concat();
        Ok(Reading {
            network: Network { terminals, arcs },
            rows,
            steps: self.needs.iter().map(|need| need.most as f64).sum(),
            help: self.help,
            unmet: self.unmet,
        })
    }

    /// A budget over the arcs of one supply only is a second limit on that supply.
    fn merge_budgets_of_one_supply(&mut self) {
        let mut only: Vec<Option<Option<usize>>> = vec![None; self.budgets.len()];
        let mut is_mixed = vec![false; self.budgets.len()];
        for help in &self.help {
            if let Some(budget) = help.budget {
                let known = only[budget].get_or_insert(help.supply);
                is_mixed[budget] |= *known != help.supply || help.supply.is_none();
            }
        }
        for help in &mut self.help {
            if let (Some(budget), Some(supply)) = (help.budget, help.supply)
                && !is_mixed[budget]
            {
                if self.budgets[budget] < self.supplies[supply] {
                    self.supplies[supply] = self.budgets[budget];
                    self.supply_rows[supply] = self.budget_rows[budget];
                }
                help.budget = None;
            }
        }
    }
}

fn index(node: usize) -> Result<u32, NotTransport> {
    u32::try_from(node).map_err(|_| NotTransport::TooLarge)
}
