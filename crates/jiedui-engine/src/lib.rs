//! One run from a case to a dossier: graph, program, solution, verification, explanation.
