//! Tells whether something that was looked at stands outside a part of a page.
//!
//! Whoever begins at a node of a part and goes down stays inside. Ways out are up, beside its root, and whatever asks the
//! whole page: all of them lead through here.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::dom::NodeId;

/// Belongs to a page; one thread judges it, so the order of what it holds is its own.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// The root of the part; 0 as long as nobody wants to know.
    root: AtomicU32,
    looked_out: AtomicBool,
}

impl Watch {
    pub(super) fn begin(&self, root: NodeId) {
        self.root.store(root.0, Ordering::Relaxed);
    }

    pub(super) fn end(&self) {
        self.begin(NodeId(0));
    }

    /// Whether something outside was looked at since this was asked last.
    pub(super) fn take(&self) -> bool {
        self.looked_out.swap(false, Ordering::Relaxed)
    }

    fn root(&self) -> u32 {
        self.root.load(Ordering::Relaxed)
    }

    /// Something that every element of the page may change.
    pub(super) fn look_out(&self) {
        if self.root() != 0 {
            self.looked_out.store(true, Ordering::Relaxed);
        }
    }

    /// A node that was reached from inside by going up.
    pub(super) fn look_at(&self, node: NodeId) {
        if node.0 < self.root() {
            self.looked_out.store(true, Ordering::Relaxed);
        }
    }

    /// What stands before or after a node.
    pub(super) fn look_beside(&self, node: NodeId) {
        if node.0 <= self.root() {
            self.look_out();
        }
    }
}
