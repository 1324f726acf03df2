//! The spanning tree of the basis, in flat vectors and in preorder.
//!
//! Every node but the root hangs on its parent by one basic arc. What can still be sent over that arc,
//! upwards and downwards, is stored with the node, so that walking a cycle touches one record per node.
//! The tree is *strongly feasible*: something can be sent upwards over every arc.

/// Room of arcs that nothing limits; above any sum of amounts.
pub(super) const UNLIMITED: i64 = 1 << 61;

/// A node and the basic arc to its parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Branch {
    pub(super) parent: u32,
    /// Nodes of the subtree, this one included.
    pub(super) size: u32,
    pub(super) arc: u32,
    /// The arc points to the parent.
    pub(super) is_upward: bool,
    /// What can be sent to the parent.
    pub(super) up: i64,
    /// What can be sent from the parent.
    pub(super) down: i64,
}

impl Branch {
    /// Flow above the lower end of the arc's range.
    pub(super) fn flow(&self) -> i64 {
        if self.is_upward { self.down } else { self.up }
    }
}

/// Where the entering arc closes its cycle and what leaves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Blocking {
    /// What can be sent around the cycle.
    pub(super) amount: i64,
    /// The node whose arc to its parent leaves; `None`: the entering arc blocks itself.
    pub(super) leaving: Option<Leaving>,
    join: usize,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Leaving {
    pub(super) node: usize,
    /// The node is on the side where the cycle runs down from the join.
    pub(super) on_way_down: bool,
}

pub(super) struct SpanningTree {
    branches: Vec<Branch>,
    /// Preorder, closed to a ring.
    next: Vec<u32>,
    previous: Vec<u32>,
    /// Last node of the subtree in preorder.
    last: Vec<u32>,
    /// Path from the new root of a moved subtree to its old one; kept to spare allocation.
    stem: Vec<u32>,
}

impl SpanningTree {
    /// The tree in which every node but the last, the root, hangs on the parent given.
    pub(super) fn new(mut branches: Vec<Branch>) -> Self {
        let count = branches.len();
        let root = count - 1;
        // Children of each node, by counting sort.
        let mut start = vec![0_u32; count + 1];
        for branch in &branches[..root] {
            start[branch.parent as usize + 1] += 1;
        }
        for node in 0..count {
            start[node + 1] += start[node];
        }
        let mut children = vec![0_u32; root];
        let mut free = start.clone();
        for (node, branch) in branches[..root].iter().enumerate() {
            let slot = &mut free[branch.parent as usize];
            children[*slot as usize] = node as u32;
            *slot += 1;
        }
        let mut order = Vec::with_capacity(count);
        let mut open = vec![root as u32];
        while let Some(node) = open.pop() {
            order.push(node);
            let node = node as usize;
            let own = &children[start[node] as usize..start[node + 1] as usize];
            open.extend(own.iter().rev());
        }
        let (mut next, mut previous) = (vec![0; count], vec![0; count]);
        let mut last: Vec<u32> = (0..count as u32).collect();
        for branch in &mut branches {
            branch.size = 1;
        }
        for (place, node) in order.iter().enumerate() {
            let follower = order[(place + 1) % order.len()];
            next[*node as usize] = follower;
            previous[follower as usize] = *node;
        }
        for node in order.iter().rev().map(|node| *node as usize) {
            if node == root {
                continue;
            }
            let parent = branches[node].parent as usize;
            branches[parent].size += branches[node].size;
            // Children come in reverse preorder: the first one seen is the parent's last.
            if last[parent] as usize == parent {
                last[parent] = last[node];
            }
        }
        Self {
            branches,
            next,
            previous,
            last,
            stem: Vec::new(),
        }
    }

    /// All nodes but the root, by index.
    pub(super) fn branches(&self) -> &[Branch] {
        &self.branches[..self.branches.len() - 1]
    }

    /// Follows the tree in preorder from a node, for as many nodes as its subtree has.
    pub(super) fn subtree(&self, node: usize) -> impl Iterator<Item = usize> {
        let mut place = node;
        (0..self.branches[node].size).map(move |_| {
            let here = place;
            place = self.next[here] as usize;
            here
        })
    }

    /// The nodes outside the subtree of a node, in preorder; the ground is among them.
    pub(super) fn outside(&self, node: usize) -> impl Iterator<Item = usize> {
        let mut place = self.last[node] as usize;
        (self.size_of(node)..self.branches.len()).map(move |_| {
            place = self.next[place] as usize;
            place
        })
    }

    /// Nodes of the subtree, the node itself included.
    pub(super) fn size_of(&self, node: usize) -> usize {
        self.branches[node].size as usize
    }

    /// What blocks the cycle that runs from the join down to `tail`, over the entering arc to `head`, and
    /// up to the join.
    ///
    /// Of several blocking arcs the last one on the way round leaves; that keeps the tree strongly feasible.
    pub(super) fn blocking(&self, tail: usize, head: usize, room: i64) -> Blocking {
        let mut amount = room;
        let (mut below_tail, mut below_head) = (usize::MAX, usize::MAX);
        let (mut down, mut up) = (tail, head);
        while down != up {
            // The smaller subtree is not the join; of two equal ones neither is.
            let (at_down, at_up) = (&self.branches[down], &self.branches[up]);
            if at_down.size < at_up.size {
                if at_down.down < amount {
                    amount = at_down.down;
                    below_tail = down;
                    below_head = usize::MAX;
                }
                down = at_down.parent as usize;
            } else {
                if at_up.up <= amount {
                    // An equal one on the way down comes earlier on the way round.
                    amount = at_up.up;
                    below_head = up;
                }
                up = at_up.parent as usize;
            }
        }
        let leaving = if below_head != usize::MAX {
            Some((below_head, false))
        } else if below_tail != usize::MAX {
            Some((below_tail, true))
        } else {
            None
        };
        Blocking {
            amount,
            leaving: leaving.map(|(node, on_way_down)| Leaving { node, on_way_down }),
            join: down,
        }
    }

    /// Sends flow around the cycle.
    pub(super) fn send(&mut self, tail: usize, head: usize, blocking: &Blocking) {
        let amount = blocking.amount;
        if amount == 0 {
            return;
        }
        let mut node = tail;
        while node != blocking.join {
            let branch = &mut self.branches[node];
            branch.down -= amount;
            branch.up += amount;
            node = branch.parent as usize;
        }
        node = head;
        while node != blocking.join {
            let branch = &mut self.branches[node];
            branch.up -= amount;
            branch.down += amount;
            node = branch.parent as usize;
        }
    }

    /// Cuts off the subtree at `cut`, turns it so that `new_root` (a node of it) is on top, and hangs
    /// it on `entering.parent` by the entering arc. The arc that left.
    ///
    /// `entering.size` is ignored.
    pub(super) fn exchange(
        &mut self,
        cut: usize,
        new_root: usize,
        entering: Branch,
        blocking: &Blocking,
    ) -> Branch {
        let left = self.branches[cut];
        let moved = left.size;
        self.detach(cut, blocking.join);
        let end = self.turn(cut, new_root, entering);
        self.attach(new_root, end, moved, blocking.join);
        left
    }

    fn detach(&mut self, cut: usize, join: usize) {
        let Branch {
            parent,
            size: moved,
            ..
        } = self.branches[cut];
        let end = self.last[cut];
        let before = self.previous[cut];
        let after = self.next[end as usize];
        self.next[before as usize] = after;
        self.previous[after as usize] = before;
        let mut node = parent as usize;
        let root = self.branches.len() - 1;
        while self.last[node] == end {
            self.last[node] = before;
            if node == root {
                break;
            }
            node = self.branches[node].parent as usize;
        }
        node = parent as usize;
        while node != join {
            let branch = &mut self.branches[node];
            branch.size -= moved;
            node = branch.parent as usize;
        }
    }

    /// Reverses the path from `new_root` to `cut`; the last node of the turned subtree in preorder.
    ///
    /// The new preorder is the subtree of `new_root`, then what remains of its former parent's subtree,
    /// and so on up to `cut`. What remains of a subtree without one child's are two pieces of the old
    /// preorder: before that child, and after its last node.
    fn turn(&mut self, cut: usize, new_root: usize, entering: Branch) -> u32 {
        self.stem.clear();
        let mut node = new_root;
        while node != cut {
            self.stem.push(node as u32);
            node = self.branches[node].parent as usize;
        }
        self.stem.push(cut as u32);

        let mut end = self.last[new_root];
        // All three as they were before anything was relinked.
        let mut child = new_root;
        let mut child_last = end;
        let mut after_child = self.next[end as usize];
        let mut before_child = self.previous[new_root];
        for place in 1..self.stem.len() {
            let node = self.stem[place] as usize;
            let node_last = self.last[node];
            let before_node = self.previous[node];
            self.next[end as usize] = node as u32;
            self.previous[node] = end;
            end = before_child;
            if node_last != child_last {
                self.next[end as usize] = after_child;
                self.previous[after_child as usize] = end;
                end = node_last;
                after_child = self.next[end as usize];
                child_last = node_last;
            }
            before_child = before_node;
            child = node;
        }
        debug_assert_eq!(child, cut);

        // The arcs change sides: what hung below its parent now hangs above it.
        let total = self.branches[cut].size;
        let mut hanging = Branch {
            size: total,
            ..entering
        };
        for place in 0..self.stem.len() {
            let node = self.stem[place] as usize;
            let old = std::mem::replace(&mut self.branches[node], hanging);
            self.last[node] = end;
            hanging = Branch {
                parent: node as u32,
                size: total - old.size,
                arc: old.arc,
                is_upward: !old.is_upward,
                up: old.down,
                down: old.up,
            };
        }
        end
    }

    fn attach(&mut self, top: usize, end: u32, moved: u32, join: usize) {
        let parent = self.branches[top].parent as usize;
        let after = self.next[parent];
        self.next[parent] = top as u32;
        self.previous[top] = parent as u32;
        self.next[end as usize] = after;
        self.previous[after as usize] = end;
        let mut node = parent;
        let root = self.branches.len() - 1;
        while self.last[node] as usize == parent {
            self.last[node] = end;
            if node == root {
                break;
            }
            node = self.branches[node].parent as usize;
        }
        node = parent;
        while node != join {
            let branch = &mut self.branches[node];
            branch.size += moved;
            node = branch.parent as usize;
        }
    }
}

#[cfg(test)]
mod tests;
