use crate::catalogue::{EN, ZH};
use crate::{Catalogue, Lang, catalogue, grouped};
use fluent_bundle::FluentResource;
use std::collections::BTreeSet;

/// Keys of one file, read off the lines that start an entry.
fn keys(file: &str) -> BTreeSet<&str> {
    file.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim()))
        .collect()
}

#[test]
fn every_key_stands_in_both_languages() {
    for (zh, en) in ZH.iter().zip(EN.iter()) {
        let (zh, en) = (keys(zh), keys(en));
        let only_one: Vec<_> = zh.symmetric_difference(&en).collect();
        assert!(only_one.is_empty(), "in one language only: {only_one:?}");
    }
}

#[test]
fn every_file_parses_and_no_key_stands_twice() {
    for files in [ZH, EN] {
        let mut seen = BTreeSet::new();
        for file in files {
            assert!(
                FluentResource::try_new(file.to_owned()).is_ok(),
                "{}",
                &file[..file.len().min(40)]
            );
            for key in keys(file) {
                assert!(seen.insert(key), "{key} stands twice");
            }
        }
    }
}

#[test]
fn text_unknown_key_is_shown() {
    assert_eq!(
        catalogue(Lang::Zh).text("no-such-key", &[]),
        "⟨no-such-key⟩"
    );
}

#[test]
fn catalogue_is_shared_between_threads() {
    fn shared<T: Sync + Send>() {}
    shared::<Catalogue>();
}

#[test]
fn one_is_told_apart_and_other_numbers_stay_as_they_are_written() {
    let english = |n: &str| catalogue(Lang::En).text("rep-unit-pairs", &[("n", n)]);
    assert_eq!(english("1"), "1 pair");
    assert_eq!(english("0"), "0 pairs");
    assert_eq!(english("1,234"), "1,234 pairs");
    let chinese = catalogue(Lang::Zh).text("rep-unit-pairs", &[("n", "1")]);
    assert_eq!(chinese, "1 对");
}

#[test]
fn thousands_are_separated_and_nothing_has_no_sign() {
    for (decimal, shown) in [
        ("8105.6", "8,105.6"),
        ("3000", "3,000"),
        ("999", "999"),
        ("-1234567.25", "-1,234,567.25"),
        ("0.01", "0.01"),
        ("-0.00", "0.00"),
        ("-0", "0"),
    ] {
        assert_eq!(grouped(decimal), shown);
    }
}
