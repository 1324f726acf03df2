//! Connected parts.

use super::case_builder::{CaseBuilder, h, r};
use crate::{ArcId, Component};
use jiedui_domain::Id;

#[test]
fn components_split_what_no_candidate_connects() {
    // h0–B0, h1–B0, h2–B1; B2 and h3 stand alone.
    let mut builder = CaseBuilder::new();
    for index in 0..3 {
        builder = builder.recipient(&format!("B{index}"));
    }
    let kept = [(0, 0), (1, 0), (2, 1)];
    for helper in 0..4 {
        builder = builder.helper(&format!("h{helper}"));
        for recipient in 0..3 {
            if !kept.contains(&(helper, recipient)) {
                builder = builder.forbid(&format!("h{helper}"), &format!("B{recipient}"));
            }
        }
    }
    let (_, graph) = builder.graph();
    let arc = ArcId::from_index;
    let expected = vec![
        Component {
            recipients: vec![r(0)],
            helpers: vec![h(0), h(1)],
            arcs: vec![arc(0), arc(1)],
        },
        Component {
            recipients: vec![r(1)],
            helpers: vec![h(2)],
            arcs: vec![arc(2)],
        },
        Component {
            recipients: vec![r(2)],
            ..Component::default()
        },
        Component {
            helpers: vec![h(3)],
            ..Component::default()
        },
    ];
    assert_eq!(graph.components(), expected);
}

#[test]
fn components_of_a_full_graph_are_one() {
    let builder = CaseBuilder::new()
        .recipient("B0")
        .recipient("B1")
        .helper("h0")
        .helper("h1");
    let components = builder.graph().1.components();
    assert_eq!(components.len(), 1);
    assert_eq!(components[0].arcs.len(), 4);
}
