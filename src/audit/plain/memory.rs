//! The memory of pages, used again: the next page of a thread grows in that of the last one.

use std::cell::Cell;

use crate::audit::dom::{Attribute, Node};

/// What a page is kept in.
type Memory = (Vec<Node>, Vec<Attribute>, String);

thread_local! {
    /// What the last pages of this thread were kept in: a page and the one it is compared with are there together.
    static SPARE: Cell<[Option<Memory>; 2]> = const { Cell::new([None, None]) };
}

/// Memory is kept for the next page up to this many nodes: beyond, a page is a rare one.
const SPARE_NODES: usize = 50_000;

/// The memory of an earlier page, if there is some.
pub(super) fn spare() -> Memory {
    let [first, second] = SPARE.take();
    let (found, left) = if first.is_some() { (first, second) } else { (second, None) };
    SPARE.set([left, None]);
    found.unwrap_or_default()
}

/// Takes back the memory of a page.
pub(in crate::audit) fn keep(mut nodes: Vec<Node>, mut attributes: Vec<Attribute>, mut values: String) {
    if nodes.capacity() > SPARE_NODES {
        return;
    }
    nodes.clear();
    attributes.clear();
    values.clear();
    // No place is left when the thread ends.
    let _ = SPARE.try_with(|spare| {
        let [first, second] = spare.take();
        spare.set([Some((nodes, attributes, values)), first.or(second)]);
    });
}
