//! Changes of policy keys, merged into the policy's document before it is understood.

use super::decimal::{Factor, ScaleError, scaled};
use super::{Change, Edit, Overlay, PolicyEdit, PolicyPath, checks};
use crate::policy::Document;
use crate::policy::Spot;
use crate::policy::document::{Entry, Node, Value};
use crate::policy::keys::{Key, ROOT, Shape};
use crate::policy::section::Problems;
use jiedui_diagnostics::Diagnostic;

/// More decimals than any key of the policy keeps.
const DECIMALS: u32 = 9;

/// Applies the changes of policy keys, in their order; then read the policy with
/// [`crate::policy::read_document`], which judges the values and points into the overlay.
///
/// A change with an error changes nothing.
///
/// *Returns* errors (E0412–E0415, E0420, E0424) and warnings (W0401), in the order of the changes.
pub fn apply_to_policy(overlay: &Overlay, document: &mut Document) -> Vec<Diagnostic> {
    let mut problems = Problems::new();
    for change in &overlay.changes {
        let Edit::Policy { path, edit } = &change.edit else {
            continue;
        };
        let makes = matches!(edit, PolicyEdit::Set(_) | PolicyEdit::Add(_));
        if let Some(steps) = resolve(path, &document.root, makes, &mut problems) {
            apply(
                change,
                path,
                edit,
                &steps,
                &mut document.root,
                &mut problems,
            );
        }
    }
    problems
}

/// One step down the document.
enum Step {
    Key(String),
    Place(usize),
}

/// The steps of a path that a policy may have; otherwise the problem is reported.
///
/// `makes`: the change may bring its last step into being, e.g. a new track.
fn resolve(
    path: &PolicyPath,
    root: &Node,
    makes: bool,
    problems: &mut Problems,
) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut node = Some(root);
    let mut shape = Shape::Keys(&ROOT);
    for (number, segment) in path.segments.iter().enumerate() {
        let is_last = number + 1 == path.segments.len();
        let step = match shape {
            Shape::Keys(keys) => {
                let Some(key) = keys.iter().find(|key| key.name == segment) else {
                    checks::check_e0414_unknown_policy_key(path, segment, &names(keys), problems);
                    return None;
                };
                shape = key.shape;
                Step::Key(segment.clone())
            }
            Shape::ByCode(keys) => {
                let there = node.and_then(|node| node.get(segment)).is_some();
                let may_be_made = makes && is_last;
                if !there && !may_be_made {
                    let entries = node.and_then(Node::as_table).unwrap_or_default();
                    let codes: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
                    checks::check_e0415_not_in_policy(path, segment, &codes, problems);
                    return None;
                }
                shape = Shape::Keys(keys);
                Step::Key(segment.clone())
            }
            Shape::List(keys) => {
                shape = Shape::Keys(keys);
                Step::Place(objective(path, segment, node, problems)?)
            }
            Shape::ByYear => {
                shape = Shape::Value;
                Step::Key(segment.clone())
            }
            Shape::Value => {
                checks::check_e0414_unknown_policy_key(path, segment, &[], problems);
                return None;
            }
        };
        node = node.and_then(|node| match &step {
            Step::Key(key) => node.get(key),
            Step::Place(place) => items(node).get(*place),
        });
        steps.push(step);
    }
    Some(steps)
}

fn names(keys: &[Key]) -> Vec<&'static str> {
    keys.iter().map(|key| key.name).collect()
}

fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => &[],
    }
}

/// The place of an objective, named by its number from 1 or by its measure.
fn objective(
    path: &PolicyPath,
    segment: &str,
    list: Option<&Node>,
    problems: &mut Problems,
) -> Option<usize> {
    let items = list.map_or(&[][..], items);
    let measures: Vec<&str> = items
        .iter()
        .map(|item| item.get("measure").and_then(Node::as_text).unwrap_or(""))
        .collect();
    if let Ok(number) = segment.parse::<usize>()
        && (1..=items.len()).contains(&number)
    {
        return Some(number - 1);
    }
    let of_measure = measures.iter().filter(|measure| **measure == segment);
    match of_measure.count() {
        0 => {
            checks::check_e0415_not_in_policy(path, segment, &measures, problems);
            None
        }
        1 => measures.iter().position(|measure| *measure == segment),
        count => {
            checks::check_e0420_several_objectives(path, segment, count, problems);
            None
        }
    }
}

fn apply(
    change: &Change,
    path: &PolicyPath,
    edit: &PolicyEdit,
    steps: &[Step],
    root: &mut Node,
    problems: &mut Problems,
) {
    let effect = match edit {
        PolicyEdit::Set(value) => set(root, steps, path, value),
        PolicyEdit::Add(value) => match add(root, steps, path, value) {
            Some(effect) => effect,
            None => {
                checks::check_e0424_no_list(path, problems);
                return;
            }
        },
        PolicyEdit::Scale(factor) => match scale(root, steps, path, factor, problems) {
            Some(effect) => effect,
            None => return,
        },
        PolicyEdit::Remove => remove(root, steps),
    };
    checks::check_w0401_no_effect(&change.at, effect, problems);
}

/// Writes a value; `false` where it was there already.
fn set(root: &mut Node, steps: &[Step], path: &PolicyPath, value: &Node) -> bool {
    // Where the document has something else than a table on the way, reading the policy says so.
    let Some(slot) = find_or_make(root, steps, &path.at) else {
        return true;
    };
    let effect = *slot != *value;
    *slot = value.clone();
    effect
}

/// Adds to a list, made if absent; `None` where there is something else than a list.
fn add(root: &mut Node, steps: &[Step], path: &PolicyPath, value: &Node) -> Option<bool> {
    let slot = find_or_make(root, steps, &path.at)?;
    match &mut slot.value {
        Value::List(items) => items.push(value.clone()),
        // Fresh from `find_or_make`.
        Value::Table(entries) if entries.is_empty() => {
            slot.value = Value::List(vec![value.clone()]);
        }
        _ => return None,
    }
    Some(true)
}

/// Multiplies a number; `None` where there is none, which is reported.
fn scale(
    root: &mut Node,
    steps: &[Step],
    path: &PolicyPath,
    factor: &Factor,
    problems: &mut Problems,
) -> Option<bool> {
    let Some(slot) = find(root, steps) else {
        let missing = path.segments.last().map_or("", String::as_str);
        checks::check_e0415_not_in_policy(path, missing, &[], problems);
        return None;
    };
    let name = path.segments.join(".");
    let result = match &slot.value {
        Value::Number { text, whole } => {
            scaled(text, factor.value, DECIMALS).map(|result| (result, *whole))
        }
        _ => Err(ScaleError::NotANumber),
    };
    match result {
        Ok((text, whole)) => {
            let whole = whole && !text.contains('.');
            let value = Node {
                value: Value::Number { text, whole },
                at: factor.at.clone(),
            };
            let effect = !same_number(slot, &value);
            *slot = value;
            Some(effect)
        }
        Err(ScaleError::NotANumber) => {
            let place = slot.at.location();
            let value = slot.at.snippet();
            checks::check_e0412_not_a_number(&path.at, &name, &value, Some(place), problems);
            None
        }
        Err(ScaleError::TooLarge) => {
            checks::check_e0413_factor(&factor.at, problems);
            None
        }
    }
}

fn same_number(a: &Node, b: &Node) -> bool {
    let number = |node: &Node| match &node.value {
        Value::Number { text, .. } => text.parse::<f64>().ok(),
        _ => None,
    };
    number(a) == number(b)
}

/// Deletes a key or a list's item; `false` where it was not there.
fn remove(root: &mut Node, steps: &[Step]) -> bool {
    let Some((last, way)) = steps.split_last() else {
        return false;
    };
    let Some(parent) = find(root, way) else {
        return false;
    };
    match (&mut parent.value, last) {
        (Value::Table(entries), Step::Key(key)) => {
            let before = entries.len();
            entries.retain(|entry| entry.key != *key);
            entries.len() < before
        }
        (Value::List(items), Step::Place(place)) if *place < items.len() => {
            items.remove(*place);
            true
        }
        _ => false,
    }
}

fn find<'n>(root: &'n mut Node, steps: &[Step]) -> Option<&'n mut Node> {
    steps
        .iter()
        .try_fold(root, |node, step| match (&mut node.value, step) {
            (Value::Table(entries), Step::Key(key)) => entries
                .iter_mut()
                .find(|entry| entry.key == *key)
                .map(|entry| &mut entry.node),
            (Value::List(items), Step::Place(place)) => items.get_mut(*place),
            _ => None,
        })
}

/// The node of a path; tables on the way, and an empty one at its end, are made where absent.
fn find_or_make<'n>(root: &'n mut Node, steps: &[Step], at: &Spot) -> Option<&'n mut Node> {
    steps
        .iter()
        .try_fold(root, |node, step| match (&mut node.value, step) {
            (Value::Table(entries), Step::Key(key)) => {
                let place = entries.iter().position(|entry| entry.key == *key);
                let place = place.unwrap_or_else(|| {
                    entries.push(Entry {
                        key: key.clone(),
                        key_at: at.clone(),
                        node: Node {
                            value: Value::Table(Vec::new()),
                            at: at.clone(),
                        },
                    });
                    entries.len() - 1
                });
                entries.get_mut(place).map(|entry| &mut entry.node)
            }
            (Value::List(items), Step::Place(place)) => items.get_mut(*place),
            _ => None,
        })
}
