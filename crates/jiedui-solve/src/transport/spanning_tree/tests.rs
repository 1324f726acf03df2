#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use proptest::prelude::*;

fn branch(parent: usize, arc: usize) -> Branch {
    Branch {
        parent: parent as u32,
        size: 0,
        arc: arc as u32,
        is_upward: arc.is_multiple_of(2),
        up: 10 + arc as i64,
        down: 3 * arc as i64,
    }
}

fn ancestors(tree: &SpanningTree, node: usize) -> Vec<usize> {
    let root = tree.branches.len() - 1;
    let mut path = vec![node];
    while path.last() != Some(&root) {
        let last = *path.last().unwrap();
        path.push(tree.branches[last].parent as usize);
    }
    path
}

/// Everything that the vectors say about each other.
fn assert_consistent(tree: &SpanningTree) {
    let count = tree.branches.len();
    for node in 0..count {
        let mut below: Vec<usize> = (0..count)
            .filter(|other| ancestors(tree, *other).contains(&node))
            .collect();
        let walked: Vec<usize> = tree.subtree(node).collect();
        assert_eq!(
            tree.branches[node].size as usize,
            below.len(),
            "size of {node}"
        );
        assert_eq!(
            tree.last[node] as usize,
            *walked.last().unwrap(),
            "last of {node}"
        );
        let mut sorted = walked;
        sorted.sort_unstable();
        below.sort_unstable();
        assert_eq!(sorted, below, "subtree of {node}");
        assert_eq!(tree.previous[tree.next[node] as usize] as usize, node);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn exchange_keeps_all_vectors_in_step(
        parents in prop::collection::vec(any::<prop::sample::Index>(), 1..14),
        moves in prop::collection::vec(any::<[prop::sample::Index; 3]>(), 1..12),
    ) {
        let root = parents.len();
        // A node hangs on one of higher index, so there is no cycle.
        let mut branches: Vec<Branch> = parents
            .iter()
            .enumerate()
            .map(|(node, parent)| branch(node + 1 + parent.index(root - node), node))
            .collect();
        branches.push(branch(root, root));
        let mut tree = SpanningTree::new(branches);
        assert_consistent(&tree);
        for (number, [cut, top, outer]) in moves.into_iter().enumerate() {
            let cut = cut.index(root);
            let below: Vec<usize> = tree.subtree(cut).collect();
            let top = below[top.index(below.len())];
            let outside: Vec<usize> = (0..=root).filter(|node| !below.contains(node)).collect();
            let outer = outside[outer.index(outside.len())];
            let above = ancestors(&tree, tree.branches[cut].parent as usize);
            let join = ancestors(&tree, outer)
                .into_iter()
                .find(|node| above.contains(node))
                .unwrap();
            let blocking = Blocking { amount: 0, leaving: None, join };
            let before: Vec<(usize, Branch)> = ancestors(&tree, top)
                .into_iter()
                .take_while(|node| *node != tree.branches[cut].parent as usize)
                .map(|node| (node, tree.branches[node]))
                .collect();
            let entering = branch(outer, 100 + number);
            let left = tree.exchange(cut, top, entering, &blocking);
            assert_consistent(&tree);
            prop_assert_eq!(left.arc, before.last().unwrap().1.arc);
            prop_assert_eq!(tree.branches[top].arc, entering.arc);
            prop_assert_eq!(tree.branches[top].parent as usize, outer);
            // Between them every arc of the path is turned over, with its rooms.
            for pair in before.windows(2) {
                let ((lower, old), (upper, _)) = (pair[0], pair[1]);
                let turned = tree.branches[upper];
                prop_assert_eq!(turned.parent as usize, lower);
                prop_assert_eq!(turned.arc, old.arc);
                prop_assert_eq!((turned.up, turned.down), (old.down, old.up));
                prop_assert_eq!(turned.is_upward, !old.is_upward);
            }
        }
    }
}

#[test]
fn blocking_of_several_takes_the_last_on_the_way_round() {
    // 0 and 1 hang on 2, 2 is the root; both arcs let 5 through, and so does the entering one.
    let hanging = Branch {
        up: 5,
        down: 5,
        ..branch(2, 0)
    };
    let tree = SpanningTree::new(vec![hanging, hanging, branch(2, 2)]);
    let leaving = tree.blocking(0, 1, 5).leaving.unwrap();
    assert_eq!((leaving.node, leaving.on_way_down), (1, false));
    let wide = Branch { up: 6, ..hanging };
    let tree = SpanningTree::new(vec![hanging, wide, branch(2, 2)]);
    assert!(tree.blocking(0, 1, 5).leaving.is_none());
    let leaving = tree.blocking(0, 1, 6).leaving.unwrap();
    assert_eq!((leaving.node, leaving.on_way_down), (0, true));
}
