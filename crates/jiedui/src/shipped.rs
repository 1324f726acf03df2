//! The Sichuan case and policy, embedded: the binary alone runs.

use jiedui_input::{CaseSource, NamedText};

macro_rules! case_files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../seeds/sichuan-2025/", $name)))),+]
    };
}

const FILES: &[(&str, &[u8])] = case_files![
    "case.toml",
    "places.csv",
    "recipients.csv",
    "helpers.csv",
    "needs.csv",
    "supply.csv",
    "pairs.csv",
    "history.csv",
];

/// The shipped case.
pub(crate) fn case() -> CaseSource {
    CaseSource::Embedded(FILES)
}

/// The shipped policy.
pub(crate) const POLICY: NamedText<'static> = NamedText {
    name: "config/sichuan.toml",
    text: include_str!("../../../config/sichuan.toml"),
};

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn every_table_of_the_shipped_case_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds/sichuan-2025");
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let is_table = name.ends_with(".csv") || name == "case.toml";
            assert!(
                !is_table || FILES.iter().any(|(known, _)| *known == name),
                "{name} is not embedded"
            );
        }
    }
}
