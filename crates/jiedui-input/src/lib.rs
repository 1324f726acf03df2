//! Reads a case and a policy from CSV and TOML, merges overlays, validates, keeps provenance.
