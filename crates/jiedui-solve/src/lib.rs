//! Solves the program: decomposition, monolithic cross-check, lexicographic driver.
