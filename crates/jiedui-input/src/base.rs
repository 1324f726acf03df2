//! A case before its last overlays: read once, finished as often as there are scenarios.

use crate::interpret::names::{Titles, use_codes};
use crate::load::{Loaded, NamedText, drop_consequences, show_overlay_lines};
use crate::overlay::{self, Overlay, apply_knowing, apply_to_policy};
use crate::policy::{self, Document};
use crate::raw::{RawCase, RawTable};
use crate::{CaseSource, interpret, read_raw};
use jiedui_diagnostics::{Diagnostic, Severity, sort};
use jiedui_domain::Case;
use std::collections::BTreeMap;

/// The tables and the policy of a case with the overlays that belong to it, still as text.
#[derive(Clone, Debug)]
pub struct BaseInput {
    raw: RawCase,
    /// `None` where the policy is not TOML, which is among the problems.
    document: Option<Document>,
    /// The policy's file as the user named it.
    policy_name: String,
    /// What the policy calls its sectors and tracks; none where it could not be read.
    titles: Titles,
    /// The overlays that belong to the case, for showing their lines.
    texts: Vec<(String, String)>,
    /// What was found on the way here; the checks of the case come later.
    problems: Vec<Diagnostic>,
    /// Every file that was read, by name, as it was: the case's, then the policy, then the overlays.
    pub inputs: Vec<(String, Vec<u8>)>,
}

impl BaseInput {
    /// Reads case, policy and overlays and merges them. What is wrong is told by [`Self::case`].
    pub fn read(source: &CaseSource, policy: NamedText<'_>, overlays: &[NamedText<'_>]) -> Self {
        let (mut raw, mut problems) = read_raw(source);
        let mut inputs = std::mem::take(&mut raw.files);
        let texts = std::iter::once(&policy).chain(overlays);
        inputs.extend(texts.map(|file| (file.name.to_owned(), file.text.as_bytes().to_vec())));
        let mut document = Document::parse(policy.name, policy.text)
            .map_err(|found| problems.extend(found))
            .ok();
        // Before the overlays, whose conditions name codes.
        let own_policy = document.as_ref().map(policy::read_document);
        let mut titles = Titles::default();
        if let Some(Ok((policy, _))) = own_policy {
            use_codes(&mut raw, &policy);
            titles = Titles::of(&policy);
        }
        for file in overlays {
            match overlay::read(file.name, file.text) {
                Ok(overlay) => {
                    problems.extend(apply_knowing(&overlay, &mut raw.tables, &titles));
                    if let Some(document) = &mut document {
                        problems.extend(apply_to_policy(&overlay, document));
                    }
                }
                Err(found) => problems.extend(found),
            }
        }
        let named = |file: &NamedText<'_>| (file.name.to_owned(), file.text.to_owned());
        Self {
            raw,
            document,
            policy_name: policy.name.to_owned(),
            titles,
            texts: overlays.iter().map(named).collect(),
            problems,
            inputs,
        }
    }

    /// The case with one more overlay, validated as any case is, with warnings. `shown` are the files
    /// that the overlay comes from, for showing their lines.
    ///
    /// *Errors:* every problem (codes E00–E05), warnings included, sorted by file and row.
    pub fn case(
        &self,
        overlay: &Overlay,
        shown: &[(String, String)],
    ) -> Result<(Case, Vec<Diagnostic>), Vec<Diagnostic>> {
        let loaded = self.loaded(overlay, shown)?;
        Ok((loaded.case, loaded.warnings))
    }

    /// The same with where the policy's keys stand, but without the files. *Errors:* as [`Self::case`].
    pub fn loaded(
        &self,
        overlay: &Overlay,
        shown: &[(String, String)],
    ) -> Result<Loaded, Vec<Diagnostic>> {
        self.clone().with(overlay).finish(shown)
    }

    /// The case as it is. *Errors:* as [`Self::case`].
    pub(crate) fn finish(self, shown: &[(String, String)]) -> Result<Loaded, Vec<Diagnostic>> {
        let mut problems = self.problems;
        let heads = heads(&self.raw.tables);
        let policy_cells = self.document.as_ref().map(Document::cells);
        let mut keep = |found: Vec<Diagnostic>| problems.extend(found);
        let policy = match self.document.as_ref().map(policy::read_document) {
            Some(Ok((policy, warnings))) => {
                keep(warnings);
                Some(policy)
            }
            Some(Err(found)) => {
                keep(found);
                None
            }
            None => None,
        };
        let case = policy.and_then(|policy| match interpret(self.raw, &policy) {
            Ok((case, warnings)) => {
                keep(warnings);
                Some(case)
            }
            Err(mut found) => {
                name_policy(&mut found, &self.policy_name);
                keep(found);
                None
            }
        });
        let texts: Vec<NamedText<'_>> = self
            .texts
            .iter()
            .chain(shown)
            .map(|(name, text)| NamedText { name, text })
            .collect();
        show_overlay_lines(&texts, &mut problems);
        drop_consequences(&mut problems);
        sort(&mut problems);
        let rejected = problems
            .iter()
            .any(|problem| problem.severity() == Severity::Error);
        match case {
            Some(case) if !rejected => Ok(Loaded {
                case,
                warnings: problems,
                policy_cells: policy_cells.unwrap_or_default(),
                heads,
                inputs: Vec::new(),
            }),
            _ => Err(problems),
        }
    }

    /// With the changes of one more overlay.
    fn with(mut self, overlay: &Overlay) -> Self {
        self.problems
            .extend(apply_knowing(overlay, &mut self.raw.tables, &self.titles));
        if let Some(document) = &mut self.document {
            self.problems.extend(apply_to_policy(overlay, document));
        }
        self
    }

    /// The tables after an overlay; its problems are told by [`Self::case`].
    pub(crate) fn tables_after(&self, overlay: &Overlay) -> Vec<RawTable> {
        let mut tables = self.raw.tables.clone();
        apply_knowing(overlay, &mut tables, &self.titles);
        tables
    }

    /// What the policy calls its sectors and tracks.
    pub(crate) fn titles(&self) -> &Titles {
        &self.titles
    }
}

/// Where the policy lacks what a table names, another policy may be meant: says which one was read.
fn name_policy(problems: &mut [Diagnostic], file: &str) {
    let lacking = problems
        .iter_mut()
        .filter(|problem| ["E0303", "E0304"].contains(&problem.code));
    for problem in lacking {
        problem.values.push(("policy", file.to_owned()));
    }
}

/// See [`Loaded::heads`].
fn heads(tables: &[RawTable]) -> BTreeMap<(String, String), String> {
    let mut heads = BTreeMap::new();
    for table in tables {
        let columns = table.columns.iter().zip(&table.headers);
        for (column, head) in columns.filter(|(column, head)| column != head) {
            heads.insert((table.file.to_string(), column.clone()), head.clone());
        }
    }
    heads
}
