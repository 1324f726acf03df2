//! The nouns of paired assistance (结对共富): places, helpers, recipients, sectors, tracks,
//! quantities with units, policy, case, plan and outcome. No input or output, no solver.
//!
//! Everything that varies from year to year is data in a [`Case`]; everything that is a rule of the
//! action is data in a [`Policy`]. Rows carry their [`Provenance`], so that any statement about
//! a result can name the cells that it rests on.

mod case;
mod csv_text;
mod ids;
mod measure;
mod outcome;
mod plan;
mod policy;
mod provenance;
mod quantity;
mod rule;
mod same_data;
mod tables;
mod track;

pub use case::{
    AssembleError, Case, Decision, Helper, Names, PairFact, Place, PreviousPair, Quota,
    QuotaOverride, Recipient, Road, SectorAmount, undistinguished,
};
pub use csv_text::{
    CsvText, RowEnd, cell_text, guarded, is_formula_start, past_blank_lines, unguarded,
};
pub use ids::{HelperId, Id, IdVec, PlaceId, RecipientId, SectorId, TrackId};
pub use measure::{Measure, MeasureScale, Sense};
pub use outcome::{Gap, MeasureValue, Proof, Termination, TierResult};
pub use plan::{Help, Plan, PlannedPair};
pub use policy::{
    Bilingual, DistanceMethod, DistanceRule, EquityCurve, FitMethod, FitRule, Objective, Policy,
    SolveMethod, SolverOptions,
};
pub use provenance::{Basis, Origin, Provenance, SourceFile};
pub use quantity::{
    Amount, Degrees, Fit, Hours, Indicator, Km, Load, Population, Quantity, QuantityError, Share,
    UnitValue, Wan, Weight, Yi,
};
pub use rule::RuleFamily;
pub use tables::{
    CaseInfo, CaseTables, DecisionAction, DecisionRow, HelperRow, HistoryRow, NeedRow, PairRow,
    PlaceRow, QuotaRow, RecipientRow, RoadRow, SupplyRow,
};
pub use track::{Sector, SectorUnit, Track};
