//! Coded, located diagnostics and their rendering.
