//! What a search over pairs needs to know, laid out for speed: for every pair what it could give,
//! for every tier what pairs and help bring, for every recipient the expressions behind floors and curves.

use super::few::Few;
use super::flow::{Giver, MOST_SECTORS, Sectors};
use crate::decomposition::blocks::Blocks;
use jiedui_domain::RecipientId;
use jiedui_model::{ColumnId, ColumnKind, Program, RowFamily, RowKey};
use std::collections::BTreeMap;

/// A candidate pair as the search sees it.
#[derive(Clone, Debug)]
pub struct Spot {
    /// y[a].
    pub pair: ColumnId,
    /// x[a,s] with v_s.
    pub help: Vec<(ColumnId, f64)>,
    /// Index of the track block.
    pub track: usize,
    /// Row of the track's matrix.
    pub row: usize,
    /// Column of the track's matrix.
    pub column: usize,
    /// Index of the recipient among all.
    pub recipient: usize,
    /// What the helper could give here if this were its only pair.
    pub giver: Giver,
    /// What the helper must deploy over all its pairs once it has one.
    pub effort: f64,
    /// The helper's budget for all its pairs; infinite where none.
    pub budget: f64,
    /// What the helper has of each sector, in value, for all its pairs; infinite where that never binds.
    pub supply: [f64; MOST_SECTORS],
    /// Whether the pair is demanded.
    pub demanded: bool,
    /// Per tier: what forming the pair brings.
    pub gain: Few<f64>,
    /// Per tier: what help brings, as an index into [`Landscape::rates`].
    pub rate: Few<u32>,
    /// Per expression: what forming the pair adds.
    pub expression_gain: Few<f64>,
    /// Per expression: what help adds, as an index into [`Landscape::rates`].
    pub expression_rate: Few<u32>,
    /// Entries in the rows that limit pairs only (changes allowed, loads).
    pub limits: Vec<(usize, f64)>,
}

/// How an expression enters a tier.
#[derive(Clone, Debug)]
pub enum Shaping {
    /// weight × min over recipients.
    Floor {
        /// The expression.
        expression: usize,
        /// Weight in the tier.
        weight: f64,
    },
    /// Σ over recipients of a concave curve: by recipient, (length, slope) of the segments.
    Curve {
        /// The expression.
        expression: usize,
        /// By recipient.
        segments: Vec<Vec<(f64, f64)>>,
    },
}

/// The whole landscape.
#[derive(Clone, Debug)]
pub struct Landscape {
    /// All candidate pairs.
    pub spots: Vec<Spot>,
    /// By sector of a recipient: what a unit of value given brings or adds. Pairs share what is equal, and
    /// the first brings nothing, so that all of it stays close at hand for the processor.
    pub rates: Vec<[f64; MOST_SECTORS]>,
    /// Per track: spot of each matrix cell; `u32::MAX` where none.
    pub cells: Vec<Vec<u32>>,
    /// Sectors that any recipient needs at most; what is laid out by sector is used up to here.
    pub sectors: usize,
    /// Need of each recipient by sector, in value.
    pub need: Vec<[f64; MOST_SECTORS]>,
    /// Recipient index of each row, per track.
    pub row_recipient: Vec<Vec<usize>>,
    /// Per tier.
    pub shapings: Vec<Vec<Shaping>>,
    /// Per expression: the recipients that it speaks of.
    pub speaks_of: Vec<Vec<usize>>,
    /// (lower, upper) of the rows that limit pairs only.
    pub limits: Vec<(f64, f64)>,
    /// Spots that those rows speak of.
    pub limited: Vec<usize>,
    /// Whether every objective of the first `n` tiers is seen exactly, by tier.
    pub sees: Vec<bool>,
}

impl Landscape {
    /// Lays out a program; `None` if some recipient needs more sectors than the search holds.
    pub fn new(program: &Program, blocks: &Blocks) -> Option<Self> {
        let mut recipients: Vec<RecipientId> = blocks
            .tracks
            .iter()
            .flat_map(|track| track.recipients.iter().copied())
            .collect();
        recipients.sort();
        recipients.dedup();
        let index_of = |recipient: RecipientId| recipients.binary_search(&recipient).ok();
        let sectors = sectors_by_recipient(program, &recipients)?;
        let tiers = searched_tiers(program);
        let expressions = Expressions::read(program);

        let mut limits = Vec::new();
        let mut limit_entries: BTreeMap<ColumnId, Vec<(usize, f64)>> = BTreeMap::new();
        for row in program.rows().values() {
            let pairs_only = matches!(row.family, RowFamily::Rule(_))
                && matches!(row.key, RowKey::Helper(_) | RowKey::Track(_))
                && !matches!(
                    row.family,
                    RowFamily::Rule(
                        jiedui_domain::RuleFamily::HelperQuota | jiedui_domain::RuleFamily::Budget
                    )
                );
            if pairs_only {
                for (column, coefficient) in &row.terms {
                    limit_entries
                        .entry(*column)
                        .or_default()
                        .push((limits.len(), *coefficient));
                }
                limits.push((row.lower, row.upper));
            }
        }

        let mut coefficients: Vec<BTreeMap<ColumnId, f64>> = Vec::with_capacity(tiers);
        let mut shapings = Vec::with_capacity(tiers);
        let mut sees = Vec::with_capacity(tiers);
        for tier in program.tiers().iter().take(tiers) {
            let mut linear = BTreeMap::new();
            let mut shaping = Vec::new();
            let mut curves: BTreeMap<usize, Vec<Vec<(f64, f64)>>> = BTreeMap::new();
            let mut seen = true;
            for (column, coefficient) in &tier.terms {
                let definition = program.columns()[*column];
                match definition.kind {
                    ColumnKind::Pair(_) | ColumnKind::Help(..) => {
                        linear.insert(*column, *coefficient);
                    }
                    ColumnKind::Unmet(..) => seen = false,
                    ColumnKind::Extreme(objective) => match expressions.index.get(&objective) {
                        Some(expression) if *coefficient > 0.0 => {
                            shaping.push(Shaping::Floor {
                                expression: *expression,
                                weight: *coefficient,
                            });
                        }
                        _ => seen = false,
                    },
                    ColumnKind::EquitySegment(objective, recipient, _) => {
                        let Some(at) = index_of(recipient) else {
                            seen = false;
                            continue;
                        };
                        let by_recipient = curves
                            .entry(objective)
                            .or_insert_with(|| vec![Vec::new(); recipients.len()]);
                        by_recipient[at].push((definition.upper, *coefficient));
                    }
                }
            }
            for (objective, segments) in curves {
                match expressions.index.get(&objective) {
                    Some(expression) => shaping.push(Shaping::Curve {
                        expression: *expression,
                        segments,
                    }),
                    None => seen = false,
                }
            }
            coefficients.push(linear);
            shapings.push(shaping);
            sees.push(seen);
        }

        let mut need = vec![[0.0; MOST_SECTORS]; recipients.len()];
        let mut spots = Vec::new();
        let mut rates = Rates::new();
        let mut cells = Vec::with_capacity(blocks.tracks.len());
        let mut row_recipient = Vec::with_capacity(blocks.tracks.len());
        for (track, block) in blocks.tracks.iter().enumerate() {
            let width = block.helpers.len();
            let rows: Vec<usize> = block
                .recipients
                .iter()
                .filter_map(|recipient| index_of(*recipient))
                .collect();
            let mut cell_spots = vec![u32::MAX; width * rows.len()];
            for pair in &block.pairs {
                let recipient = rows[pair.cell / width];
                let mut capacity = [0.0; MOST_SECTORS];
                let mut supply = [f64::INFINITY; MOST_SECTORS];
                let mut rate = vec![[0.0; MOST_SECTORS]; tiers];
                let mut expression_rate = vec![[0.0; MOST_SECTORS]; expressions.count()];
                for (cell, (sector, _)) in pair.help.iter().zip(&program.arcs()[pair.arc].help) {
                    let at = sectors[recipient].binary_search(sector).ok()?;
                    capacity[at] = cell.capacity * cell.value;
                    supply[at] = expressions.supply_of(cell.column) * cell.value;
                    // The need is that of the sector, whoever serves it.
                    need[recipient][at] = expressions.need_of(program, cell.column) * cell.value;
                    for (tier, known) in coefficients.iter().enumerate() {
                        rate[tier][at] =
                            known.get(&cell.column).copied().unwrap_or(0.0) / cell.value;
                    }
                    for (expression, known) in expressions.terms.iter().enumerate() {
                        expression_rate[expression][at] =
                            known.get(&cell.column).copied().unwrap_or(0.0) / cell.value;
                    }
                }
                let most = pair.most.min(capacity.iter().sum());
                cell_spots[pair.cell] = u32::try_from(spots.len()).unwrap_or(u32::MAX);
                spots.push(Spot {
                    pair: pair.pair,
                    help: pair
                        .help
                        .iter()
                        .map(|cell| (cell.column, cell.value))
                        .collect(),
                    track,
                    row: pair.cell / width,
                    column: pair.cell % width,
                    recipient,
                    giver: Giver::new(capacity, pair.least, most),
                    effort: pair.effort,
                    budget: pair.most,
                    supply,
                    demanded: program.columns()[pair.pair].lower > 0.5,
                    gain: coefficients
                        .iter()
                        .map(|known| known.get(&pair.pair).copied().unwrap_or(0.0))
                        .collect(),
                    rate: rate.iter().map(|known| rates.index_of(known)).collect(),
                    expression_gain: expressions
                        .terms
                        .iter()
                        .map(|known| known.get(&pair.pair).copied().unwrap_or(0.0))
                        .collect(),
                    expression_rate: expression_rate
                        .iter()
                        .map(|known| rates.index_of(known))
                        .collect(),
                    limits: limit_entries.get(&pair.pair).cloned().unwrap_or_default(),
                });
            }
            cells.push(cell_spots);
            row_recipient.push(rows);
        }
        let speaks_of = expressions
            .speaks_of
            .iter()
            .map(|known| {
                known
                    .iter()
                    .filter_map(|recipient| index_of(*recipient))
                    .collect()
            })
            .collect();
        let limited = (0..spots.len())
            .filter(|spot: &usize| !spots[*spot].limits.is_empty())
            .collect();
        Some(Self {
            spots,
            rates: rates.distinct,
            cells,
            sectors: sectors.iter().map(Vec::len).max().unwrap_or(0),
            need,
            row_recipient,
            shapings,
            speaks_of,
            limits,
            limited,
            sees,
        })
    }

    /// What amounts of these sectors bring at a rate of [`Self::rates`].
    pub fn by_help(&self, rate: u32, sectors: Sectors, amounts: &[f64; MOST_SECTORS]) -> f64 {
        if rate == 0 {
            return 0.0;
        }
        let rates = &self.rates[rate as usize];
        sectors.map(|sector| rates[sector] * amounts[sector]).sum()
    }
}

/// The priorities: what only breaks ties is not searched for, and comes after them. A program without any has
/// one tier at least.
fn searched_tiers(program: &Program) -> usize {
    let tiers = program.tiers();
    let priorities = tiers.iter().take_while(|tier| tier.priority.is_some());
    priorities.count().clamp(1, tiers.len().max(1))
}

/// The distinct rates, each with its index.
struct Rates {
    distinct: Vec<[f64; MOST_SECTORS]>,
    index: BTreeMap<[u64; MOST_SECTORS], u32>,
}

impl Rates {
    fn new() -> Self {
        let nothing = [0.0_f64; MOST_SECTORS];
        Self {
            distinct: vec![nothing],
            index: BTreeMap::from([(nothing.map(f64::to_bits), 0)]),
        }
    }

    fn index_of(&mut self, rate: &[f64; MOST_SECTORS]) -> u32 {
        let next = self.distinct.len() as u32;
        let index = *self.index.entry(rate.map(f64::to_bits)).or_insert(next);
        if index == next {
            self.distinct.push(*rate);
        }
        index
    }
}

fn sectors_by_recipient(
    program: &Program,
    recipients: &[RecipientId],
) -> Option<Vec<Vec<jiedui_domain::SectorId>>> {
    let mut sectors = vec![Vec::new(); recipients.len()];
    for columns in program.arcs().values() {
        if let Ok(at) = recipients.binary_search(&columns.recipient) {
            sectors[at].extend(columns.help.iter().map(|(sector, _)| *sector));
        }
    }
    for known in &mut sectors {
        known.sort();
        known.dedup();
    }
    sectors
        .iter()
        .all(|known| known.len() <= MOST_SECTORS)
        .then_some(sectors)
}

/// The linear expressions per recipient behind floors and curves, read off the measure rows.
struct Expressions {
    /// Objective → expression.
    index: BTreeMap<usize, usize>,
    /// Per expression: coefficient of each pair and help column (each belongs to one recipient).
    terms: Vec<BTreeMap<ColumnId, f64>>,
    /// Per expression: its recipients.
    speaks_of: Vec<Vec<RecipientId>>,
    /// Need balance: the need behind each help column.
    need: BTreeMap<ColumnId, f64>,
    /// Sector supply: what the helper behind each help column has, where that binds over its pairs.
    supply: BTreeMap<ColumnId, f64>,
}

impl Expressions {
    fn read(program: &Program) -> Self {
        let mut read = Self {
            index: BTreeMap::new(),
            terms: Vec::new(),
            speaks_of: Vec::new(),
            need: BTreeMap::new(),
            supply: BTreeMap::new(),
        };
        for row in program.rows().values() {
            match (row.family, row.key) {
                (RowFamily::Measure(_), RowKey::ObjectiveRecipient(objective, recipient)) => {
                    let next = read.terms.len();
                    let expression = *read.index.entry(objective).or_insert(next);
                    if expression == next {
                        read.terms.push(BTreeMap::new());
                        read.speaks_of.push(Vec::new());
                    }
                    read.speaks_of[expression].push(recipient);
                    let auxiliary = row.terms.iter().find(|(column, _)| {
                        matches!(
                            program.columns()[*column].kind,
                            ColumnKind::Extreme(_) | ColumnKind::EquitySegment(..)
                        )
                    });
                    let sign = auxiliary.map_or(1.0, |(_, coefficient)| -1.0 / coefficient);
                    for (column, coefficient) in &row.terms {
                        if matches!(
                            program.columns()[*column].kind,
                            ColumnKind::Pair(_) | ColumnKind::Help(..)
                        ) {
                            read.terms[expression].insert(*column, sign * coefficient);
                        }
                    }
                }
                (RowFamily::Rule(jiedui_domain::RuleFamily::NeedBalance), _) => {
                    for (column, _) in &row.terms {
                        read.need.insert(*column, row.upper);
                    }
                }
                (RowFamily::Rule(jiedui_domain::RuleFamily::SectorSupply), _) => {
                    for (column, _) in &row.terms {
                        read.supply.insert(*column, row.upper);
                    }
                }
                _ => {}
            }
        }
        read
    }

    fn supply_of(&self, column: ColumnId) -> f64 {
        self.supply.get(&column).copied().unwrap_or(f64::INFINITY)
    }

    fn count(&self) -> usize {
        self.terms.len()
    }

    fn need_of(&self, program: &Program, column: ColumnId) -> f64 {
        self.need
            .get(&column)
            .copied()
            .unwrap_or(program.columns()[column].upper)
    }
}
