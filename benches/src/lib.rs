//! Shared by the members of this package.
