//! One fact of the dossier as one sentence.

mod chain;
mod contribution;
mod exclusion;
mod limit;
mod loss;
mod means;
mod measure;
mod moves;
mod pair;
mod quality;
mod score;
mod stability;
mod tier;
mod verdict;

pub(crate) use chain::{AskedPair, chain_sentence, move_words};
pub(crate) use contribution::{
    contribution_note, contribution_value, criterion_name, criterion_shown, place_words, ranking,
    shared_place,
};
pub(crate) use exclusion::{
    count_exclusions, exclusion_key, exclusion_name, exclusion_sentence, rule_sentence,
};
pub(crate) use limit::{limit_sentence, limit_shown};
pub(crate) use loss::{
    DemandedBy, Loss, Size, demanded_by, loss, loss_brief, loss_sentence, loss_words,
};
pub(crate) use means::{means, means_words};
pub(crate) use measure::{
    measure_name, measure_value, objective_name, short_objective_name, unknown_distances,
};
pub(crate) use moves::{move_sentences, moves_words, page_moves};
pub(crate) use pair::{
    clause_list, clauses_of_document, decision_words, document_meant, fact_basis, fact_line,
    fact_name, help_words, now_words, pair_line, quota_words, status_words,
};
pub(crate) use quality::{basis_sentence, data_warning, table_name};
pub(crate) use score::{score_changes, score_open, score_sentences};
pub(crate) use stability::{cell_weight, coming_in, survival};
pub(crate) use tier::{
    given_up, is_solvers_word, is_wide, measures_nothing, tier_name, tier_proof,
    tier_proof_with_given_up, tier_value,
};
pub(crate) use verdict::{formed_pairs, sought_among, verdict};
