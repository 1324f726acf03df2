//! The summary after a run: at most 40 lines of `width` columns.

use super::render::block_lines;
use crate::block::Block;
use crate::clean::Medium;
use crate::number;
use crate::phrase::{
    data_warning, measure_name, measure_value, score_open, tier_name, tier_proof_with_given_up,
    tier_value, unknown_distances, verdict,
};
use crate::story::{OF_TRACKS, told_columns};
use crate::tier_figure::tier_name as short_tier_name;
use crate::wording::Wording;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{MeasureEntry, RecipientEntry, Tier, TrackInfo};
use jiedui_messages::{Lang, columns, cut, wrap};

/// The fewest columns that the summary is set in.
const NARROWEST: usize = 72;
/// Tracks shown one by one; more are added up in a last row.
const MOST_TRACKS: usize = 10;
/// Tiers shown; more stand in the report.
const MOST_TIERS: usize = 5;
/// Worst-off recipients shown.
const WORST: usize = 5;

/// The summary of a run: status, priorities with their proof, the check, measures, tracks, the
/// worst-off recipients, how good the data are, where the files are, what to do next.
///
/// *Units:* `width` in columns; below 72 it is taken as 72.
pub fn summary(dossier: &Dossier, run_folder: Option<&str>, lang: Lang, width: usize) -> String {
    let wording = Wording {
        dossier,
        lang,
        medium: Medium::Terminal,
    };
    let width = width.max(NARROWEST);
    let mut lines = Vec::new();
    lines.extend(wrap(&title(wording), width, "", "  "));
    lines.extend(
        verdict(wording)
            .iter()
            .flat_map(|line| wrap(line, width, "", "  ")),
    );
    lines.push(wording.word("rep-summary-tiers"));
    lines.extend(tiers(wording, width));
    lines.push(wording.word("rep-summary-measures"));
    lines.extend(measures(wording, width));
    lines.extend(tracks(wording, width));
    lines.extend(worst(wording, width));
    if let Some(warning) = data_warning(wording) {
        lines.extend(limited(&warning, width, 2));
    }
    lines.extend(next(wording, run_folder, width));
    let mut out = lines.join("\n");
    out.push('\n');
    out
}

fn title(wording: Wording<'_>) -> String {
    let run = &wording.dossier.run;
    wording.text(
        "rep-summary-title",
        &[
            ("policy", &wording.title(&run.policy_title)),
            ("case", &wording.own(&run.case_title)),
            ("year", &run.year.to_string()),
        ],
    )
}

fn tiers(wording: Wording<'_>, width: usize) -> Vec<String> {
    let shown = wording.dossier.tiers.iter().take(MOST_TIERS);
    // One score is explained; the others are in the report.
    let mut is_explained = false;
    shown
        .flat_map(|tier| {
            let proof = tier_proof_with_given_up(wording, tier);
            let value = tier_value(wording, tier);
            let texts = [
                ("priority", tier.priority.to_string()),
                ("value", value),
                ("proof", proof),
            ];
            let mut values: Vec<(&str, &str)> = texts
                .iter()
                .map(|(name, text)| (*name, text.as_str()))
                .collect();
            // The value and the proof must be seen: a long name gives way to a short one, which is told whole.
            let empty = wording.text("rep-summary-tier", &[&values[..], &[("name", "")]].concat());
            let room = width.saturating_sub(columns(&empty) + 2);
            let name = fitted_name(wording, tier, room);
            values.push(("name", &name));
            let mut lines = wrap(
                &wording.text("rep-summary-tier", &values),
                width,
                "  ",
                "    ",
            );
            if !is_explained && let Some(open) = score_open(wording, tier) {
                is_explained = true;
                lines.extend(wrap(&open, width, "    ", "    "));
            }
            lines
        })
        .collect()
}

/// Columns of the names of tracks below which they tell nothing.
const LEAST_OF_TRACKS: usize = 12;

/// What a tier is about, short enough where it can be. Of some tracks it is another quantity than over all, which may
/// stand below: that is never left out.
fn fitted_name(wording: Wording<'_>, tier: &Tier, room: usize) -> String {
    let full = tier_name(wording, tier);
    if columns(&full) <= room {
        return full;
    }
    let short = short_tier_name(wording.lang, tier);
    let tracks = match tier.objectives.as_slice() {
        [one] if !one.tracks.is_empty() => &one.tracks,
        _ => return short,
    };
    let in_tracks = |tracks: &str| {
        let values = [("measure", short.as_str()), ("tracks", tracks)];
        wording.text("rep-measure-in-tracks", &values)
    };
    let left = room.saturating_sub(columns(&in_tracks("")));
    if left >= LEAST_OF_TRACKS {
        let names: Vec<String> = tracks.iter().map(|track| wording.track(track)).collect();
        return in_tracks(&cut(&wording.list(&names), left));
    }
    let n = tracks.len().to_string();
    wording.text(
        "rep-measure-in-some-tracks",
        &[("measure", &short), ("n", &n)],
    )
}

/// Measures that no tier shows already, or not with all that has to be said of them, as many to a line as fit.
fn measures(wording: Wording<'_>, width: usize) -> Vec<String> {
    let shown = |entry: &&MeasureEntry| {
        let in_tier = wording.dossier.tiers.iter().any(|tier| {
            matches!(
                tier.objectives.as_slice(),
                [only] if only.measure == entry.measure && only.tracks.is_empty() && !only.by_age
            )
        });
        let is_told = entry.value.is_some() && wording.is_told(entry.measure);
        is_told && (!in_tier || unknown_distances(wording, entry.measure, &[]) > 0)
    };
    let items: Vec<String> = wording
        .dossier
        .measures
        .iter()
        .filter(shown)
        .map(|entry| {
            wording.text(
                "rep-summary-measure",
                &[
                    ("name", &measure_name(wording, entry.measure)),
                    ("value", &measure_value(wording, entry)),
                ],
            )
        })
        .collect();
    limited(&wording.list(&items), width, 5)
}

fn tracks(wording: Wording<'_>, width: usize) -> Vec<String> {
    let tracks = &wording.dossier.tracks;
    let alone = if tracks.len() > MOST_TRACKS {
        MOST_TRACKS - 1
    } else {
        tracks.len()
    };
    let mut rows: Vec<Vec<String>> = tracks
        .iter()
        .take(alone)
        .map(|track| track_row(&wording.title(&track.title), &[track]))
        .collect();
    let rest: Vec<&TrackInfo> = tracks.iter().skip(alone).collect();
    if !rest.is_empty() {
        let name = wording.text(
            "rep-summary-other-tracks",
            &[("n", &rest.len().to_string())],
        );
        rows.push(track_row(&name, &rest));
    }
    let (heads, mut rows) = told_columns(wording, &OF_TRACKS, rows);
    // The figures must be seen on one line: the name gives way.
    let figures: usize = (1..heads.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            let widest = cells.map(|cell| columns(cell)).max().unwrap_or(0);
            widest.max(columns(&heads[column].0)) + 2
        })
        .sum();
    let room = width.saturating_sub(figures + 2).max(8);
    for name in rows.iter_mut().filter_map(|row| row.first_mut()) {
        *name = cut(name, room);
    }
    Block::table(heads, rows)
        .iter()
        .flat_map(|table| block_lines(table, width))
        .collect()
}

fn track_row(name: &str, tracks: &[&TrackInfo]) -> Vec<String> {
    let total = |figure: fn(&TrackInfo) -> usize| tracks.iter().map(|track| figure(track)).sum();
    let pairs: usize = total(|track| track.pairs);
    let kept: usize = total(|track| track.kept);
    vec![
        name.to_owned(),
        number::count(pairs),
        number::count(kept),
        number::count(pairs.saturating_sub(kept)),
        number::count(total(|track| track.ended)),
        format!(
            "{}/{}",
            number::count(total(|track| track.helpers_used)),
            number::count(total(|track| track.helpers))
        ),
        number::money(tracks.iter().map(|track| track.value_wan).sum()),
    ]
}

/// The recipients with the least coverage.
fn worst(wording: Wording<'_>, width: usize) -> Vec<String> {
    let mut entries: Vec<(&RecipientEntry, f64)> = wording
        .dossier
        .recipients
        .iter()
        .filter_map(|entry| Some((entry, entry.coverage.as_ref()?.value)))
        .collect();
    entries.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.code.cmp(&b.0.code)));
    let items: Vec<String> = entries
        .iter()
        .take(WORST)
        .map(|(entry, coverage)| {
            wording.text(
                "rep-summary-worst-one",
                &[
                    ("name", &cut(&wording.own(&entry.name), 24)),
                    ("coverage", &number::percent(*coverage)),
                ],
            )
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    let text = wording.text("rep-summary-worst", &[("list", &wording.list(&items))]);
    limited(&text, width, 3)
}

fn next(wording: Wording<'_>, run_folder: Option<&str>, width: usize) -> Vec<String> {
    let Some(folder) = run_folder else {
        return Vec::new();
    };
    let folder = wording.own(folder);
    let mut lines = limited(
        &wording.text("rep-summary-files", &[("folder", &folder)]),
        width,
        2,
    );
    let recipient = wording
        .dossier
        .recipients
        .first()
        .map_or("", |entry| entry.code.as_str());
    let recipient = wording.own(recipient);
    for key in ["rep-summary-next-explain", "rep-summary-next-report"] {
        let line =
            |folder: &str| wording.text(key, &[("folder", folder), ("recipient", &recipient)]);
        let full = line(&word_of_shell(&folder));
        // A command must be whole to be copied: a long path gives way to a word.
        let text = if columns(&full) + 2 <= width {
            full
        } else {
            line(&wording.word("rep-summary-folder-word"))
        };
        lines.push(cut(&format!("  {text}"), width));
    }
    lines
}

/// A path as one word of a command that is copied into a shell: in quotation marks where a shell would read anything
/// else than a name.
fn word_of_shell(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/:._-+=@%".contains(letter);
    if path.chars().all(is_plain) && !path.starts_with('-') {
        return path.to_owned();
    }
    let quoted = path.replace('\'', r"'\''");
    let here = if path.starts_with('-') { "./" } else { "" };
    format!("'{here}{quoted}'")
}

/// Wrapped, and cut after so many lines.
fn limited(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, width, "  ", "  ");
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last}……"), width);
        }
    }
    lines
}
