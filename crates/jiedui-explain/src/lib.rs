//! Why this pair: contributions, criteria, alternatives, exclusions, as a serialisable dossier.
