//! The first sheet: what was found, and what the other sheets hold.

use super::alternatives::alternatives_note;
use super::column::{Cell, Kind};
use super::style::Styles;
use super::table::{for_paper, height_of, lines_of, of_text, write_cell, write_paragraph};
use crate::Answers;
use crate::phrase::{
    data_warning, given_up, measure_name, score_sentences, tier_name, tier_proof, tier_value,
    verdict,
};
use crate::wording::{Wording, unit_key};
use jiedui_explain::dossier::UnitOfMeasure;
use rust_xlsxwriter::{Url, Worksheet, XlsxError};

/// Widths of the columns, in characters.
///
/// Together no more than can be printed on A4 landscape in the size that it has on the screen.
const WIDTHS: [f64; 8] = [22.0, 30.0, 14.0, 26.0, 16.0, 9.0, 9.0, 9.0];

/// The title of the workbook.
pub(super) fn title(wording: Wording<'_>) -> String {
    let run = &wording.dossier.run;
    wording.text(
        "wb-title",
        &[
            ("policy", &wording.title(&run.policy_title)),
            ("year", &run.year.to_string()),
        ],
    )
}

pub(super) fn overview(
    wording: Wording<'_>,
    answers: &Answers,
    styles: &Styles,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(wording.word("wb-sheet-overview"))?;
    for (index, width) in (0_u16..).zip(WIDTHS) {
        sheet.set_column_width(index, width)?;
    }
    let title = title(wording);
    sheet.write_string_with_format(0, 0, &title, &of_text(&styles.title, &title))?;
    sheet.set_row_height(0, 30.0)?;
    let mut page = Page {
        sheet,
        row: 1,
        wording,
        styles,
    };
    page.lead()?;
    page.tiers()?;
    page.measures()?;
    page.tracks()?;
    page.contents(answers)?;
    let mut sheet = page.sheet;
    sheet.set_screen_gridlines(false);
    for_paper(&mut sheet, wording.lang);
    sheet.set_active(true);
    Ok(sheet)
}

/// The sheet, and the row to be written next.
struct Page<'a> {
    sheet: Worksheet,
    row: u32,
    wording: Wording<'a>,
    styles: &'a Styles,
}

impl Page<'_> {
    fn lead(&mut self) -> Result<(), XlsxError> {
        let wording = self.wording;
        let dossier = wording.dossier;
        let run = &dossier.run;
        let case = wording.text(
            "wb-case",
            &[
                ("title", &wording.own(&run.case_title)),
                ("name", &wording.own(&run.case_name)),
            ],
        );
        self.paragraph(&case, false)?;
        self.paragraph(&wording.word("wb-draft"), true)?;
        if let Some(warning) = data_warning(wording) {
            self.paragraph(&warning, true)?;
        }
        self.section("wb-section-result")?;
        for sentence in verdict(wording) {
            self.paragraph(&sentence, false)?;
        }
        Ok(())
    }

    fn tiers(&mut self) -> Result<(), XlsxError> {
        let wording = self.wording;
        self.section("wb-section-tiers")?;
        self.heads(&[
            "rep-head-priority",
            "rep-head-objective",
            "rep-head-reached",
            "rep-head-proof",
            "rep-head-given-up",
        ])?;
        for tier in &wording.dossier.tiers {
            self.cells(&[
                (Cell::Number(f64::from(tier.priority)), Kind::Number),
                (Cell::Text(tier_name(wording, tier)), Kind::Wrapped),
                (Cell::Text(tier_value(wording, tier)), Kind::Wrapped),
                (Cell::Text(tier_proof(wording, tier)), Kind::Wrapped),
                (
                    Cell::Text(given_up(wording, tier).unwrap_or_default()),
                    Kind::Wrapped,
                ),
            ])?;
        }
        for tier in &wording.dossier.tiers {
            for sentence in score_sentences(wording, tier) {
                self.paragraph(&sentence, false)?;
            }
        }
        Ok(())
    }

    fn measures(&mut self) -> Result<(), XlsxError> {
        let wording = self.wording;
        self.section("wb-section-measures")?;
        self.heads(&[
            "rep-head-measure",
            "rep-head-value-of",
            "wb-head-unit",
            "rep-head-sense",
        ])?;
        let measures = wording.dossier.measures.iter();
        for entry in measures.filter(|entry| wording.is_told(entry.measure)) {
            let value = entry.value.as_ref();
            let value = value.map_or_else(
                || Cell::Text(wording.word("rep-undefined")),
                |value| Cell::Number(value.value),
            );
            let (kind, unit) = shown(entry.unit);
            let sense = if entry.maximise {
                "rep-more-is-better"
            } else {
                "rep-less-is-better"
            };
            self.cells(&[
                (
                    Cell::Text(measure_name(wording, entry.measure)),
                    Kind::Wrapped,
                ),
                (value, kind),
                (Cell::Text(wording.word(unit)), Kind::Text),
                (Cell::Text(wording.word(sense)), Kind::Text),
            ])?;
        }
        Ok(())
    }

    fn tracks(&mut self) -> Result<(), XlsxError> {
        let wording = self.wording;
        self.section("wb-section-tracks")?;
        let mut heads = vec![
            "rep-head-track",
            "rep-head-clause",
            "rep-head-pairs",
            "rep-head-helpers",
            "rep-head-kept",
            "rep-head-new",
            "rep-head-ended",
        ];
        let value_place = 4;
        if wording.tells_amounts() {
            heads.insert(value_place, "rep-head-value");
        }
        self.heads(&heads)?;
        for track in &wording.dossier.tracks {
            let clauses: Vec<String> = track.clause.iter().cloned().collect();
            let whole = |count: usize| (Cell::Number(count as f64), Kind::Whole);
            let mut cells = vec![
                (Cell::Text(wording.title(&track.title)), Kind::Wrapped),
                (
                    Cell::Text(crate::phrase::clause_list(wording, &clauses)),
                    Kind::Wrapped,
                ),
                whole(track.pairs),
                (
                    Cell::Text(format!("{}/{}", track.helpers_used, track.helpers)),
                    Kind::Centred,
                ),
                whole(track.kept),
                whole(track.pairs.saturating_sub(track.kept)),
                whole(track.ended),
            ];
            if wording.tells_amounts() {
                let value = (Cell::Number(track.value_wan), Kind::Money);
                cells.insert(value_place, value);
            }
            self.cells(&cells)?;
        }
        if let Some(meant) = crate::phrase::document_meant(wording) {
            self.paragraph(&meant, false)?;
        }
        Ok(())
    }

    /// The sheets, each with a link and what it holds.
    fn contents(&mut self, answers: &Answers) -> Result<(), XlsxError> {
        self.section("wb-section-sheets")?;
        let last = last_column();
        let told = |key, bare| self.wording.with_amounts(key, bare);
        let mut sheets = vec![
            (
                "wb-sheet-pairs",
                told("wb-note-pairs", "wb-note-pairs-bare"),
            ),
            ("wb-sheet-amounts", "wb-note-amounts"),
            ("wb-sheet-limits", "wb-note-limits"),
            (
                "wb-sheet-coverage",
                told("wb-note-coverage", "wb-note-coverage-bare"),
            ),
            ("wb-sheet-balance", "wb-note-balance"),
            ("wb-sheet-load", told("wb-note-load", "wb-note-load-bare")),
            ("wb-sheet-supply", "wb-note-supply"),
            (
                "wb-sheet-alternatives",
                alternatives_note(self.wording.dossier),
            ),
            ("wb-sheet-excluded", "wb-note-excluded"),
            ("wb-sheet-decisions", "wb-note-decisions"),
            ("wb-sheet-ended", "wb-note-ended"),
            ("wb-sheet-inputs", "wb-note-inputs"),
        ];
        if !answers.pairs.is_empty() {
            let place = sheets.len() - 2;
            sheets.insert(place, ("wb-sheet-answers", "wb-note-answers"));
        }
        let of_amounts = ["wb-sheet-amounts", "wb-sheet-balance", "wb-sheet-supply"];
        let amounts = self.wording.tells_amounts();
        sheets.retain(|(name, _)| amounts || !of_amounts.contains(name));
        for (name, note) in sheets {
            let name = self.wording.word(name);
            let note = self.wording.word(note);
            let link = Url::new(format!("internal:'{name}'!A1")).set_text(&name);
            self.sheet
                .write_url_with_format(self.row, 0, link, &self.styles.link)?;
            let width: f64 = WIDTHS.iter().skip(1).sum();
            let height = height_of(lines_of(&note, width));
            self.sheet.set_row_height(self.row, height)?;
            let format = of_text(&self.styles.cell(Kind::Wrapped), &note);
            self.sheet
                .merge_range(self.row, 1, self.row, last, &note, &format)?;
            self.row += 1;
        }
        Ok(())
    }

    fn section(&mut self, key: &str) -> Result<(), XlsxError> {
        self.row += 1;
        let words = self.wording.word(key);
        self.sheet
            .write_string_with_format(self.row, 0, words, &self.styles.section)?;
        self.sheet.set_row_height(self.row, 22.0)?;
        self.row += 1;
        Ok(())
    }

    fn paragraph(&mut self, text: &str, warns: bool) -> Result<(), XlsxError> {
        let format = if warns {
            &self.styles.warning
        } else {
            &self.styles.note
        };
        let width = WIDTHS.iter().sum();
        write_paragraph(
            &mut self.sheet,
            self.row,
            last_column(),
            width,
            text,
            format,
        )?;
        self.row += 1;
        Ok(())
    }

    fn heads(&mut self, keys: &[&str]) -> Result<(), XlsxError> {
        for (index, key) in (0_u16..).zip(keys) {
            let words = self.wording.word(key);
            self.sheet
                .write_string_with_format(self.row, index, words, &self.styles.head)?;
        }
        self.row += 1;
        Ok(())
    }

    fn cells(&mut self, cells: &[(Cell, Kind)]) -> Result<(), XlsxError> {
        let mut lines = 1.0_f64;
        for ((index, (cell, kind)), width) in (0_u16..).zip(cells).zip(WIDTHS) {
            if let (Kind::Wrapped, Cell::Text(text)) = (kind, cell) {
                lines = lines.max(lines_of(text, width));
            }
            let format = self.styles.cell(*kind);
            write_cell(&mut self.sheet, self.row, index, cell, &format)?;
        }
        self.sheet.set_row_height(self.row, height_of(lines))?;
        self.row += 1;
        Ok(())
    }
}

fn last_column() -> u16 {
    u16::try_from(WIDTHS.len() - 1).unwrap_or(u16::MAX)
}

/// How a measure is shown, and the name of its unit.
fn shown(unit: UnitOfMeasure) -> (Kind, &'static str) {
    let kind = match unit {
        UnitOfMeasure::Km | UnitOfMeasure::WanKm => Kind::Km,
        UnitOfMeasure::Wan | UnitOfMeasure::Load => Kind::Money,
        UnitOfMeasure::Share => Kind::Percent,
        UnitOfMeasure::Person
        | UnitOfMeasure::Steps
        | UnitOfMeasure::StepPersons
        | UnitOfMeasure::Years
        | UnitOfMeasure::Pairs => Kind::Whole,
        UnitOfMeasure::Plain => Kind::Fit,
    };
    (kind, unit_key(unit))
}
