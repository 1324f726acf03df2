//! The language of everything that is said, chosen before the command line is parsed, because help
//! and complaints about the command line are said in it too.

use jiedui_messages::Lang;
use std::ffi::OsString;

/// `--lang`, else `LANG`, else Chinese.
pub(crate) fn choose(given: &[OsString]) -> Lang {
    asked_for(given)
        .or_else(|| std::env::var("LANG").ok())
        .and_then(|tag| Lang::from_tag(&tag))
        .unwrap_or_default()
}

fn asked_for(given: &[OsString]) -> Option<String> {
    let mut words = given.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if word == "--" {
            return None;
        }
        if word == "--lang" {
            return words.next().map(str::to_owned);
        }
        if let Some(tag) = word.strip_prefix("--lang=") {
            return Some(tag.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asked_for_finds_both_spellings_before_the_double_dash() {
        for (words, found) in [
            (&["jiedui", "--lang", "en"][..], Some("en")),
            (&["jiedui", "assign", "--lang=zh"], Some("zh")),
            (&["jiedui", "--", "--lang", "en"], None),
            (&["jiedui", "assign"], None),
        ] {
            let given: Vec<OsString> = words.iter().map(OsString::from).collect();
            assert_eq!(asked_for(&given).as_deref(), found);
        }
    }
}
