//! A pure matching as the files of a case: one track, no sectors, facts given for each pair.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// The files of a case, by name.
#[derive(Clone, Debug)]
pub struct CaseFolder {
    /// The name of the case.
    pub name: String,
    /// Names and texts; the policy is `policy.toml`.
    pub files: Vec<(String, String)>,
}

impl CaseFolder {
    /// Writes the files into a folder, which is made where it is missing.
    ///
    /// *Errors:* those of the file system.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        for (name, text) in &self.files {
            fs::write(folder.join(name), text)?;
        }
        Ok(())
    }
}

/// What a matching is made of.
pub(super) struct Matching<'a> {
    pub(super) name: &'a str,
    pub(super) title: &'a str,
    /// Pairs of each recipient, at least and at most.
    pub(super) per_recipient: (u32, u32),
    /// Pairs of each helper, at least and (if limited) at most.
    pub(super) per_helper: (u32, Option<u32>),
    pub(super) recipients: usize,
    /// The limit on the load of each helper, or nothing.
    pub(super) helpers: &'a [Option<u32>],
    /// Columns of `pairs.csv` after helper and recipient.
    pub(super) columns: &'a str,
    /// The cells of a pair under these columns.
    pub(super) cells: &'a dyn Fn(usize, usize) -> String,
    /// Measures, one a priority.
    pub(super) objectives: &'a [&'a str],
}

impl Matching<'_> {
    /// The files of the case.
    pub(super) fn folder(&self) -> CaseFolder {
        let (recipients, helpers) = (self.recipients, self.helpers.len());
        let mut places = "code,name,prefecture\n".to_owned();
        let mut recipient_rows = "id\n".to_owned();
        let mut helper_rows = "id,name,track,max_load\n".to_owned();
        let mut pairs = format!("helper,recipient,{}\n", self.columns);
        // Writing to a text cannot fail.
        for recipient in 0..recipients {
            let code = recipient_code(recipient);
            let _ = writeln!(places, "{code},{code},{}", self.name);
            let _ = writeln!(recipient_rows, "{code}");
        }
        for (helper, max_load) in self.helpers.iter().enumerate() {
            let code = helper_code(helper);
            let limit = max_load.map_or_else(String::new, |limit| limit.to_string());
            let _ = writeln!(helper_rows, "{code},{code},{TRACK},{limit}");
        }
        for helper in 0..helpers {
            for recipient in 0..recipients {
                let (from, to) = (helper_code(helper), recipient_code(recipient));
                let cells = (self.cells)(helper, recipient);
                let _ = writeln!(pairs, "{from},{to},{cells}");
            }
        }
        let files = [
            ("case.toml", self.case_toml()),
            ("places.csv", places),
            ("recipients.csv", recipient_rows),
            ("helpers.csv", helper_rows),
            ("needs.csv", "recipient,sector,amount\n".to_owned()),
            ("supply.csv", "helper,sector,amount\n".to_owned()),
            ("pairs.csv", pairs),
            ("policy.toml", self.policy_toml()),
        ];
        CaseFolder {
            name: self.name.to_owned(),
            files: files.map(|(name, text)| (name.to_owned(), text)).to_vec(),
        }
    }

    fn case_toml(&self) -> String {
        let (name, title) = (self.name, self.title);
        format!(
            "[case]\nname = \"{name}\"\nyear = 2025\ntitle = \"{title}\"\ncurrency = \"万元\"\n"
        )
    }

    fn policy_toml(&self) -> String {
        let (name, title) = (self.name, self.title);
        let (least, most) = self.per_recipient;
        let helper_least = self.per_helper.0;
        let helper_most = match self.per_helper.1 {
            Some(most) => format!(", max = {most}"),
            None => String::new(),
        };
        let mut text = format!(
            r#"[policy]
name  = "{name}"
title = {{ zh = "{title}", en = "{title}" }}

[tracks.{TRACK}]
title               = {{ zh = "{TRACK}", en = "{TRACK}" }}
pairs_per_recipient = {{ min = {least}, max = {most} }}
pairs_per_helper    = {{ min = {helper_least}{helper_most} }}
divisible           = false
minimum_support     = 0
effort_floor        = 0.0
min_tenure_years    = 0

[distance]
method        = "great_circle"
detour_factor = 1.65

[fit]
method = "supply_need"
"#
        );
        for (index, measure) in self.objectives.iter().enumerate() {
            let priority = index + 1;
            let _ = write!(
                text,
                r#"
[[objectives]]
measure   = "{measure}"
priority  = {priority}
weight    = 1.0
tolerance = 0.0
"#
            );
        }
        text.push_str(
            r#"
[solver]
method       = "decomposition"
backend      = "highs"
effort       = 1.0
time_limit_s = 600
gap          = 0.000001
seed         = 1
threads      = 0
"#,
        );
        text
    }
}

const TRACK: &str = "place";

fn recipient_code(index: usize) -> String {
    format!("r{:03}", index + 1)
}

fn helper_code(index: usize) -> String {
    format!("h{:03}", index + 1)
}
