//! Given values that differ, one sentence each.

use super::Told;
use crate::block::Block;
use crate::number;
use jiedui_explain::comparison::{FileChange, GivenValue, InputChange, InputKind, Worth};
use jiedui_explain::dossier::UnitOfMeasure;

impl Told<'_> {
    /// The section on inputs.
    pub(super) fn inputs(&self) -> Vec<Block> {
        let comparison = self.compared.comparison;
        let mut blocks = vec![Block::Heading(2, self.word("cmp-section-inputs"))];
        if comparison.inputs.is_empty() {
            let key = if comparison.inputs_known {
                "cmp-inputs-none"
            } else {
                "cmp-inputs-none-known"
            };
            blocks.push(Block::Paragraph(self.word(key)));
        }
        // A long list of one kind must not hide the others.
        let kinds = comparison.inputs.chunk_by(|a, b| a.kind == b.kind);
        let items = kinds.flat_map(|changes| {
            let items = changes.iter().map(|change| self.input(change));
            self.cut(items.collect())
        });
        blocks.extend(Block::bullets(items.collect()));
        let files: Vec<String> = comparison
            .files
            .iter()
            .map(|file| self.file(file))
            .collect();
        if !files.is_empty() {
            let list = self.after.list(&self.cut(files));
            // A folder and a workbook with the same tables differ as files.
            let key = match (comparison.inputs_known, comparison.inputs.is_empty()) {
                (true, true) => "cmp-files-same-data",
                (true, false) => "cmp-files-known",
                (false, _) => "cmp-files",
            };
            blocks.push(Block::Paragraph(self.text(key, &[("list", &list)])));
        }
        blocks
    }

    fn file(&self, file: &FileChange) -> String {
        let name = self.after.own(&file.name);
        let key = match (file.before, file.after) {
            (true, false) => "cmp-file-before",
            (false, true) => "cmp-file-after",
            _ => return name,
        };
        self.text(key, &[("file", &name)])
    }

    fn input(&self, change: &InputChange) -> String {
        let named = |code: &Option<String>, name: &dyn Fn(&str) -> String| {
            code.as_deref().map(name).unwrap_or_default()
        };
        let recipient = named(&change.recipient, &|code| self.recipient(code));
        let helper = named(&change.helper, &|code| self.helper(code));
        let track = named(&change.track, &|code| self.track(code));
        let sector = named(&change.sector, &|code| self.sector(code).sector(code));
        let key = named(&change.key, &|key| self.after.own(key));
        let sentence = self.text(
            &sentence_key(change),
            &[
                ("recipient", &recipient),
                ("helper", &helper),
                ("track", &track),
                ("sector", &sector),
                ("key", &key),
                ("before", &self.value(change, change.before.as_ref())),
                ("after", &self.value(change, change.after.as_ref())),
            ],
        );
        match self.cell(change) {
            Some(cell) => self.text(
                "cmp-input-with-cell",
                &[("sentence", &sentence), ("cell", &cell)],
            ),
            None => sentence,
        }
    }

    /// The cell that states the new value, or the old one where there is no new one.
    fn cell(&self, change: &InputChange) -> Option<String> {
        let given = change.after.as_ref().or(change.before.as_ref())?;
        if given.file.is_empty() || given.row == 0 {
            return None;
        }
        let (file, row) = (self.after.own(&given.file), given.row.to_string());
        Some(self.text("cmp-cell", &[("file", &file), ("row", &row)]))
    }

    fn value(&self, change: &InputChange, given: Option<&GivenValue>) -> String {
        match given.map(|given| &given.value) {
            None => self.word("cmp-absent"),
            Some(Worth::NoLimit) => self.word("cmp-no-limit"),
            Some(Worth::Text(text)) if change.kind == InputKind::HelperTrack => self.track(text),
            Some(Worth::Text(text)) => self.after.own(text),
            Some(Worth::Number(number)) => self.number(change, *number),
        }
    }

    fn number(&self, change: &InputChange, number: f64) -> String {
        let unit = match change.kind {
            InputKind::Need | InputKind::Supply => {
                let sector = change.sector.as_deref().unwrap_or_default();
                return self.sector(sector).sector_amount(sector, number);
            }
            InputKind::Year | InputKind::PreviousPair => return number.to_string(),
            InputKind::Budget => UnitOfMeasure::Wan,
            InputKind::GivenDistance => UnitOfMeasure::Km,
            InputKind::HelperMin
            | InputKind::HelperMax
            | InputKind::QuotaMin
            | InputKind::QuotaMax => UnitOfMeasure::Pairs,
            InputKind::GivenFit => return number::fit(number),
            _ => return number::quantity(number),
        };
        self.after.with_unit(number, unit)
    }
}

/// The sentence for a change; for what comes, goes or is changed there are three.
fn sentence_key(change: &InputChange) -> String {
    let kind = match change.kind {
        InputKind::Year => return "cmp-input-year".to_owned(),
        InputKind::Policy => return "cmp-input-policy".to_owned(),
        InputKind::Weight => return "cmp-input-weight".to_owned(),
        InputKind::HardshipClass => return "cmp-input-hardship-class".to_owned(),
        InputKind::Need => return "cmp-input-need".to_owned(),
        InputKind::HelperTrack => return "cmp-input-helper-track".to_owned(),
        InputKind::HelperPlace => return "cmp-input-helper-place".to_owned(),
        InputKind::Budget => return "cmp-input-budget".to_owned(),
        InputKind::HelperMin => return "cmp-input-helper-min".to_owned(),
        InputKind::HelperMax => return "cmp-input-helper-max".to_owned(),
        InputKind::MaxLoad => return "cmp-input-max-load".to_owned(),
        InputKind::Supply => return "cmp-input-supply".to_owned(),
        InputKind::QuotaMin => return "cmp-input-quota-min".to_owned(),
        InputKind::QuotaMax => return "cmp-input-quota-max".to_owned(),
        InputKind::GivenDistance => return "cmp-input-given-distance".to_owned(),
        InputKind::GivenFit => return "cmp-input-given-fit".to_owned(),
        InputKind::GivenLoad => return "cmp-input-given-load".to_owned(),
        InputKind::Recipient => "recipient",
        InputKind::Helper => "helper",
        InputKind::Lock => "lock",
        InputKind::Forbid => "forbid",
        InputKind::PreviousPair => "previous",
    };
    let how = match (&change.before, &change.after) {
        (None, _) => "new",
        (_, None) => "gone",
        _ => "changed",
    };
    format!("cmp-input-{kind}-{how}")
}
