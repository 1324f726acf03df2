//! The summary fits a screen.

use super::{province, small, widest};
use crate::terminal::summary;
use jiedui_domain::Measure;
use jiedui_messages::Lang;

#[test]
fn summary_of_a_province_fits_80_columns_and_40_lines() {
    let folder = "runs/2025-01-08-sichuan-2025";
    for dossier in [small(), province()] {
        for lang in Lang::ALL {
            let text = summary(&dossier, Some(folder), lang, 80);
            assert!(widest(&text) <= 80, "{text}");
            assert!(text.lines().count() <= 40, "{text}");
            assert!(text.contains(folder));
        }
    }
}

#[test]
fn a_priority_of_some_tracks_never_reads_as_one_of_all() {
    let mut dossier = province();
    let codes: Vec<String> = dossier
        .tracks
        .iter()
        .map(|track| track.code.clone())
        .collect();
    let objective = &mut dossier.tiers[0].objectives[0];
    objective.measure = Measure::Distance;
    objective.tracks = codes;
    for (lang, name) in [(Lang::Zh, "结对距离合计（"), (Lang::En, " (")] {
        for width in [72, 80, 120] {
            let text = summary(&dossier, None, lang, width);
            assert!(widest(&text) <= width, "{text}");
            let line = text.lines().find(|line| line.starts_with("  1 ")).unwrap();
            assert!(line.contains(name), "{line}");
        }
    }
}

#[test]
fn summary_fits_with_a_very_long_folder_and_many_tracks() {
    let mut dossier = province();
    for index in 0..20 {
        let mut track = dossier.tracks[0].clone();
        track.code = format!("more{index}");
        dossier.tracks.push(track);
        dossier.tiers.push(dossier.tiers[0].clone());
    }
    let folder = "很长的文件夹名/".repeat(20);
    for lang in Lang::ALL {
        for width in [72, 80, 120] {
            let text = summary(&dossier, Some(&folder), lang, width);
            assert!(widest(&text) <= width, "{text}");
            assert!(text.lines().count() <= 40, "{text}");
        }
    }
}

#[test]
fn a_folder_in_a_command_is_one_word_of_a_shell() {
    for (folder, word) in [
        ("runs/四川-2025", "runs/四川-2025"),
        ("a b", "'a b'"),
        ("-x", "'./-x'"),
        ("$(id);`id`'s", r"'$(id);`id`'\''s'"),
    ] {
        let text = summary(&small(), Some(folder), Lang::Zh, 200);
        let command = format!("jiedui report {word} --to md");
        assert!(text.contains(&command), "{command}: {text}");
    }
}
