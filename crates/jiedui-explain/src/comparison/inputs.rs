//! Given values that differ, and the files that do.

use super::{FileChange, GivenValue, InputChange, InputKind, Worth};
use crate::dossier::{Dossier, Fact, HelperEntry, RecipientEntry};
use jiedui_domain::undistinguished;
use std::collections::{BTreeMap, BTreeSet};

/// What a given value is about; the order of the fields is the order of telling.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct About {
    kind: InputKind,
    key: Option<String>,
    recipient: Option<String>,
    helper: Option<String>,
    track: Option<String>,
    sector: Option<String>,
}

impl About {
    fn new(kind: InputKind) -> Self {
        Self {
            kind,
            key: None,
            recipient: None,
            helper: None,
            track: None,
            sector: None,
        }
    }

    fn recipient(kind: InputKind, code: &str) -> Self {
        Self {
            recipient: Some(code.to_owned()),
            ..Self::new(kind)
        }
    }

    fn helper(kind: InputKind, code: &str) -> Self {
        Self {
            helper: Some(code.to_owned()),
            ..Self::new(kind)
        }
    }

    fn pair(kind: InputKind, helper: &str, recipient: &str) -> Self {
        Self {
            helper: Some(helper.to_owned()),
            recipient: Some(recipient.to_owned()),
            ..Self::new(kind)
        }
    }
}

/// The given values of one run.
#[derive(Default)]
struct Values(BTreeMap<About, GivenValue>);

impl Values {
    fn add(&mut self, about: About, value: Worth, file: &str, row: u32) {
        let file = file.to_owned();
        self.0.insert(about, GivenValue { value, file, row });
    }

    fn bare(&mut self, about: About, value: Worth) {
        self.add(about, value, "", 0);
    }

    fn fact(&mut self, about: About, value: Worth, fact: &Fact) {
        self.add(about, value, &fact.file, fact.row);
    }
}

fn text(value: &str) -> Worth {
    Worth::Text(value.to_owned())
}

fn limit<T: Into<f64>>(value: Option<T>) -> Worth {
    value.map_or(Worth::NoLimit, |value| Worth::Number(value.into()))
}

/// Given values that are not the same on both sides.
pub(super) fn changes(before: &Dossier, after: &Dossier) -> Vec<InputChange> {
    // What only one of the dossiers carries is not compared.
    let given = before.given.is_some() && after.given.is_some();
    let (mut then, mut now) = (values(before, given), values(after, given));
    let all: BTreeSet<About> = then.0.keys().chain(now.0.keys()).cloned().collect();
    let party_of = |dossier: &Dossier, about: &About| {
        let recipient = about.recipient.as_deref();
        let helper = about.helper.as_deref();
        recipient.is_none_or(|code| dossier.recipient(code).is_some())
            && helper.is_none_or(|code| dossier.helper(code).is_some())
    };
    all.into_iter()
        .filter_map(|about| {
            let (then, now) = (then.0.remove(&about), now.0.remove(&about));
            let value = |side: &Option<GivenValue>| side.as_ref().map(|given| given.value.clone());
            if value(&then) == value(&now) || follows(&about, &then, &now, before, after) {
                return None;
            }
            // That a party comes or goes says all about its own rows.
            let comes_or_goes = matches!(about.kind, InputKind::Recipient | InputKind::Helper);
            let there = party_of(before, &about) && party_of(after, &about);
            let told_anyway = comes_or_goes || about.kind == InputKind::PreviousPair;
            (there || told_anyway).then_some(InputChange {
                kind: about.kind,
                key: about.key,
                helper: about.helper,
                recipient: about.recipient,
                track: about.track,
                sector: about.sector,
                before: then,
                after: now,
            })
        })
        .collect()
}

/// Whether a quota differs only because its track's does, or is not shown on one side.
fn follows(
    about: &About,
    then: &Option<GivenValue>,
    now: &Option<GivenValue>,
    before: &Dossier,
    after: &Dossier,
) -> bool {
    let name = match about.kind {
        InputKind::QuotaMin => "pairs_per_recipient.min",
        InputKind::QuotaMax => "pairs_per_recipient.max",
        InputKind::HelperMin => "pairs_per_helper.min",
        InputKind::HelperMax => "pairs_per_helper.max",
        _ => return false,
    };
    let (Some(then), Some(now)) = (then, now) else {
        // A recipient without candidates of a track does not show its quota.
        return about.recipient.is_some();
    };
    let helper = about.helper.as_deref();
    let track = match helper.and_then(|code| after.helper(code)) {
        Some(helper) => Some(&helper.track),
        None => about.track.as_ref(),
    };
    let Some(track) = track else { return false };
    let key = format!("tracks.{track}.{name}");
    let policy = |dossier: &Dossier| {
        let values = dossier.given.as_ref()?.policy.iter();
        let found = values.clone().find(|value| value.key == key);
        Some(found.map(|value| value.value.clone()))
    };
    let (Some(from), Some(to)) = (policy(before), policy(after)) else {
        return false;
    };
    let same = |given: &GivenValue, policy: &Option<String>| match (&given.value, policy) {
        (Worth::Number(number), Some(text)) => text.parse() == Ok(*number),
        (Worth::NoLimit, None) => true,
        _ => false,
    };
    from != to && same(then, &from) && same(now, &to)
}

fn values(dossier: &Dossier, given: bool) -> Values {
    let mut values = Values::default();
    let year = Worth::Number(f64::from(dossier.run.year));
    values.bare(About::new(InputKind::Year), year);
    for entry in &dossier.recipients {
        recipient_values(&mut values, entry);
    }
    for entry in &dossier.helpers {
        helper_values(&mut values, entry);
    }
    previous_pairs(&mut values, dossier);
    if let Some(given) = dossier.given.as_ref().filter(|_| given) {
        for policy in &given.policy {
            let about = About {
                key: Some(policy.key.clone()),
                ..About::new(InputKind::Policy)
            };
            values.bare(about, text(&policy.value));
        }
        for row in &given.decisions {
            let kind = match row.action.as_str() {
                "lock" => InputKind::Lock,
                _ => InputKind::Forbid,
            };
            let about = About::pair(kind, &row.helper, &row.recipient);
            values.fact(about, text(&row.decision.reason), &row.decision.fact);
        }
        for row in &given.pairs {
            let figures = [
                (InputKind::GivenDistance, row.distance_km),
                (InputKind::GivenFit, row.fit),
                (InputKind::GivenLoad, row.load),
            ];
            for (kind, figure) in figures {
                if let Some(figure) = figure {
                    let about = About::pair(kind, &row.helper, &row.recipient);
                    values.add(about, Worth::Number(figure), &row.file, row.row);
                }
            }
        }
    }
    values
}

fn recipient_values(values: &mut Values, entry: &RecipientEntry) {
    let about = |kind| About::recipient(kind, &entry.code);
    // That a namesake comes or goes is no change of a name.
    let name = undistinguished(&entry.name, &entry.code, &entry.prefecture);
    values.bare(about(InputKind::Recipient), text(name));
    values.bare(about(InputKind::Weight), Worth::Number(entry.weight));
    let class = Worth::Number(f64::from(entry.hardship_class));
    values.bare(about(InputKind::HardshipClass), class);
    for balance in &entry.sectors {
        let about = About {
            sector: Some(balance.sector.clone()),
            ..about(InputKind::Need)
        };
        values.fact(about, Worth::Number(balance.need), &balance.fact);
    }
    for track in &entry.tracks {
        let quota = |kind| About {
            track: Some(track.track.clone()),
            ..about(kind)
        };
        let least = Worth::Number(f64::from(track.min));
        values.bare(quota(InputKind::QuotaMin), least);
        values.bare(quota(InputKind::QuotaMax), limit(track.max));
    }
}

fn helper_values(values: &mut Values, entry: &HelperEntry) {
    let about = |kind| About::helper(kind, &entry.code);
    let place = entry.place_name.as_deref().unwrap_or_default();
    let name = undistinguished(&entry.name, &entry.code, place);
    values.bare(about(InputKind::Helper), text(name));
    values.bare(about(InputKind::HelperTrack), text(&entry.track));
    if let Some(place) = &entry.place_name {
        values.bare(about(InputKind::HelperPlace), text(place));
    }
    let budget = limit(entry.budget_wan);
    match entry.budget_facts.first() {
        Some(fact) => values.fact(about(InputKind::Budget), budget, fact),
        None => values.bare(about(InputKind::Budget), budget),
    }
    let least = Worth::Number(f64::from(entry.min_pairs));
    values.bare(about(InputKind::HelperMin), least);
    values.bare(about(InputKind::HelperMax), limit(entry.max_pairs));
    values.bare(about(InputKind::MaxLoad), limit(entry.max_load));
    for supply in &entry.supply {
        let about = About {
            sector: Some(supply.sector.clone()),
            ..about(InputKind::Supply)
        };
        values.fact(about, Worth::Number(supply.supply), &supply.fact);
    }
}

fn previous_pairs(values: &mut Values, dossier: &Dossier) {
    let kept = dossier.pairs.iter().filter_map(|pair| {
        let since = pair.kept_since?;
        Some((&pair.helper, &pair.recipient, since))
    });
    let ended = dossier.ended.iter();
    let ended = ended.map(|pair| (&pair.helper, &pair.recipient, pair.since));
    for (helper, recipient, since) in kept.chain(ended) {
        let about = About::pair(InputKind::PreviousPair, helper, recipient);
        values.bare(about, Worth::Number(f64::from(since)));
    }
}

/// What a run that starts from another reads of it: the program's own file, no input of people.
const STARTED_FROM: &str = "knowledge.json";

/// Input files whose bytes differ, or that only one side read.
pub(super) fn files(before: &Dossier, after: &Dossier) -> Vec<FileChange> {
    let digests = |dossier: &Dossier| -> BTreeMap<String, String> {
        let all = dossier.run.digests.iter();
        all.filter(|file| file.name != STARTED_FROM)
            .map(|file| (file.name.clone(), file.digest.clone()))
            .collect()
    };
    let (then, now) = (digests(before), digests(after));
    let names: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    names
        .into_iter()
        .filter(|name| then.get(*name) != now.get(*name))
        .map(|name| FileChange {
            name: name.clone(),
            before: then.contains_key(name),
            after: now.contains_key(name),
        })
        .collect()
}
