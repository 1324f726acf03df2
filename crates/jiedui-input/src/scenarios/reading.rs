//! From the text of a set, and of what it includes, to its groups.

use super::files::SetFiles;
use super::{Group, GroupKind, MOST_SCENARIOS, ScenarioSet, checks, random, sweep};
use crate::overlay::reading::{OVERLAY_FILE, read_changes};
use crate::overlay::{self, Change};
use crate::policy::document::{Document, Entry, Node, Spot, Value};
use crate::policy::section::Problems;
use jiedui_diagnostics::{Diagnostic, sort};
use std::collections::{BTreeMap, BTreeSet};

const TOP_KEYS: [&str; 6] = ["name", "title", "include", "scenario", "sweep", "random"];
/// What every kind of group may have.
const SHARED_KEYS: [&str; 7] = [
    "name", "title", "overlays", "change", "reason", "author", "date",
];

/// Reads a set with everything that it includes.
///
/// *Errors:* E0426–E0434, E0436, and those of overlays: every problem that shows without the case,
/// sorted by file and line.
pub fn read(files: &SetFiles, name: &str) -> Result<ScenarioSet, Vec<Diagnostic>> {
    let (set, problems) = read_what_is_sound(files, name);
    if problems.is_empty() {
        Ok(set)
    } else {
        Err(problems)
    }
}

/// As [`read`], but where there are problems with the groups that have none inside, so that these can be checked against
/// the case yet and everything is told at once. Such a set is not to be run.
pub fn read_what_is_sound(files: &SetFiles, name: &str) -> (ScenarioSet, Vec<Diagnostic>) {
    let mut reading = Reading {
        files,
        problems: Problems::new(),
        set: ScenarioSet {
            name: String::new(),
            groups: Vec::new(),
            files: Vec::new(),
        },
        open: Vec::new(),
        done: BTreeSet::new(),
    };
    reading.file(name, None);
    let Reading {
        mut problems,
        mut set,
        ..
    } = reading;
    if problems.is_empty() && set.groups.is_empty() {
        checks::check_e0436_empty(&files.shown(name), &mut problems);
    }
    check_names(&set, &mut problems);
    if !check_count(&set, &mut problems) {
        set.groups.clear();
    }
    set.groups.retain(|group| group.is_sound);
    sort(&mut problems);
    problems.dedup();
    (set, problems)
}

struct Reading<'f> {
    files: &'f SetFiles,
    problems: Problems,
    set: ScenarioSet,
    /// Sets that are being read, each included by the one before it.
    open: Vec<String>,
    /// Sets that were read.
    done: BTreeSet<String>,
}

impl Reading<'_> {
    /// The text of a file, kept for digests; read once.
    fn text(&mut self, name: &str, named_by: Option<&Node>) -> Option<String> {
        let shown = self.files.shown(name);
        if let Some((_, text)) = self.set.files.iter().find(|(known, _)| *known == shown) {
            return Some(text.clone());
        }
        match self.files.read(name) {
            Ok(text) => {
                self.set.files.push((shown, text.clone()));
                Some(text)
            }
            Err(reason) => {
                let at = named_by.map(|node| &node.at);
                let called = if at.is_some() { name } else { &shown };
                checks::check_e0429_file(at, called, reason, &mut self.problems);
                None
            }
        }
    }

    /// One set; what it includes comes first. What two sets include counts once: read each time, it would be read twice
    /// as often with every level.
    fn file(&mut self, name: &str, named_by: Option<&Node>) {
        if let (Some(start), Some(node)) =
            (self.open.iter().position(|open| open == name), named_by)
        {
            let mut chain = self.open[start..].to_vec();
            chain.push(name.to_owned());
            checks::check_e0430_cycle(&node.at, &chain, &mut self.problems);
            return;
        }
        let shown = self.files.shown(name);
        if !self.done.insert(shown.clone()) {
            return;
        }
        let Some(text) = self.text(name, named_by) else {
            return;
        };
        let document = match Document::parse_as(&shown, &text, &OVERLAY_FILE) {
            Ok(document) => document,
            Err(found) => {
                self.problems.extend(found);
                return;
            }
        };
        self.open.push(name.to_owned());
        let root = &document.root;
        unknown_keys(root, &TOP_KEYS, &mut self.problems);
        let stated = text_of(root, "name", &mut self.problems);
        text_of(root, "title", &mut self.problems);
        if named_by.is_none() {
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            if let (Some(stated), Some(node)) = (&stated, root.get("name")) {
                checks::check_e0431_name(&node.at, stated, &mut self.problems);
            }
            self.set.name = stated.unwrap_or_else(|| stem.to_owned());
        }
        for node in texts_of(root, "include", &mut self.problems) {
            let included = node.as_text().unwrap_or_default().to_owned();
            self.file(&included, Some(node));
        }
        // In the order of the file, whatever their kinds.
        let mut groups: Vec<(&str, &Node)> = Vec::new();
        for kind in ["scenario", "sweep", "random"] {
            let Some(node) = root.get(kind) else { continue };
            match &node.value {
                Value::List(nodes) => groups.extend(nodes.iter().map(|node| (kind, node))),
                _ => checks::check_e0428_value(kind, node, "tables", &mut self.problems),
            }
        }
        groups.sort_by_key(|(_, node)| node.at.line());
        for (kind, node) in groups {
            self.group(&shown, kind, node);
        }
        self.open.pop();
    }

    fn group(&mut self, file: &str, kind: &'static str, node: &Node) {
        let own: &[&str] = match kind {
            "sweep" => &["mode", "axis"],
            "random" => &["count", "seed", "vary"],
            _ => &[],
        };
        if node.as_table().is_none() {
            checks::check_e0428_value(kind, node, "tables", &mut self.problems);
            return;
        }
        let known: Vec<&str> = SHARED_KEYS.iter().chain(own).copied().collect();
        unknown_keys(node, &known, &mut self.problems);
        let name = text_of(node, "name", &mut self.problems);
        let name_at = node.get("name").map_or(&node.at, |name| &name.at).clone();
        match &name {
            Some(name) => {
                checks::check_e0431_name(&name_at, name, &mut self.problems);
            }
            None if node.get("name").is_none() => {
                checks::check_e0427_missing_key(&node.at, kind, "name", &mut self.problems);
            }
            None => {}
        }
        let title = text_of(node, "title", &mut self.problems);
        // Names hide nothing of the case; a change that cannot be read may be one that others rest on.
        let problems_before = self.problems.len();
        let (overlays, mut changes) = self.overlays(node);
        let before = changes.len();
        changes.extend(read_changes(node, &mut self.problems));
        let inline = changes.len() > before;
        let kind = match kind {
            "sweep" => sweep::read(node, &mut self.problems).map(GroupKind::Sweep),
            "random" => random::read(node, &mut self.problems),
            _ => Some(GroupKind::Single { inline }),
        };
        if let (Some(name), Some(kind)) = (name, kind) {
            self.set.groups.push(Group {
                name,
                name_at,
                title,
                file: file.to_owned(),
                overlays,
                changes,
                kind,
                is_sound: self.problems.len() == problems_before,
            });
        }
    }

    /// The overlay files of a group: their names, and all their changes in order.
    fn overlays(&mut self, node: &Node) -> (Vec<String>, Vec<Change>) {
        let (mut names, mut changes) = (Vec::new(), Vec::new());
        for named in texts_of(node, "overlays", &mut self.problems) {
            let name = named.as_text().unwrap_or_default();
            let Some(text) = self.text(name, Some(named)) else {
                continue;
            };
            let shown = self.files.shown(name);
            match overlay::read(&shown, &text) {
                Ok(overlay) => changes.extend(overlay.changes().iter().cloned()),
                Err(found) => self.problems.extend(found),
            }
            names.push(shown);
        }
        (names, changes)
    }
}

pub(super) fn unknown_keys(node: &Node, known: &[&str], problems: &mut Problems) {
    for entry in node.as_table().unwrap_or_default() {
        if !known.contains(&entry.key.as_str()) {
            checks::check_e0426_unknown_key(entry, known, problems);
        }
    }
}

/// A text that may be absent.
pub(super) fn text_of(node: &Node, key: &str, problems: &mut Problems) -> Option<String> {
    let node = node.get(key)?;
    let text = node
        .as_text()
        .filter(|text| text.chars().count() <= 200 && !text.chars().any(char::is_control));
    if text.is_none() {
        checks::check_e0428_value(key, node, "text", problems);
    }
    text.map(str::to_owned)
}

/// A list of texts that may be absent.
fn texts_of<'n>(node: &'n Node, key: &str, problems: &mut Problems) -> Vec<&'n Node> {
    let Some(node) = node.get(key) else {
        return Vec::new();
    };
    match &node.value {
        Value::List(nodes) if nodes.iter().all(|node| node.as_text().is_some()) => {
            nodes.iter().collect()
        }
        _ => {
            checks::check_e0428_value(key, node, "texts", problems);
            Vec::new()
        }
    }
}

/// The parts of a group that are lists of tables: at least one.
pub(super) fn parts<'n>(
    node: &'n Node,
    part: &str,
    key: &str,
    problems: &mut Problems,
) -> &'n [Node] {
    let Some(found) = node.get(key) else {
        checks::check_e0427_missing_key(&node.at, part, key, problems);
        return &[];
    };
    match &found.value {
        Value::List(nodes)
            if !nodes.is_empty() && nodes.iter().all(|node| node.as_table().is_some()) =>
        {
            nodes
        }
        _ => {
            checks::check_e0428_value(key, found, "tables", problems);
            &[]
        }
    }
}

/// An entry of a table, key included.
pub(super) fn entry_of<'n>(node: &'n Node, key: &str) -> Option<&'n Entry> {
    node.as_table()?.iter().find(|entry| entry.key == key)
}

/// No two groups have the same name, nor two scenarios: those of a group are numbered, and another may be
/// named like one of them.
fn check_names(set: &ScenarioSet, problems: &mut Problems) {
    let mut groups: BTreeMap<String, &Spot> = BTreeMap::new();
    let mut scenarios: BTreeMap<String, &Spot> = BTreeMap::new();
    for group in &set.groups {
        let at = &group.name_at;
        if let Some(first) = groups.get(&group.name.to_lowercase()) {
            checks::check_e0432_name_twice(at, &group.name, first, problems);
            continue;
        }
        groups.insert(group.name.to_lowercase(), at);
        for number in 0..group.count().min(MOST_SCENARIOS) {
            let name = group.scenario_name(number);
            if let Some(first) = scenarios.insert(name.to_lowercase(), at) {
                checks::check_e0432_name_twice(at, &name, first, problems);
            }
        }
    }
}

/// Whether the scenarios are not too many.
fn check_count(set: &ScenarioSet, problems: &mut Problems) -> bool {
    let mut total: u128 = 0;
    for group in &set.groups {
        total += group.count() as u128;
        if !checks::check_e0433_too_many(&group.name_at, total, problems) {
            return false;
        }
    }
    true
}
