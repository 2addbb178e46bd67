//! What nodes of a part inherit, found out once: it depends on what stands in the part, on its styles and on what its root
//! inherits.

use super::{
    dom::{Document, NodeId},
    numbers::ByNumber,
    plain::Placed,
};

/// So many parts are kept.
const KEPT: usize = 4_000;

/// Something that each node has, by the number of the part.
#[derive(Debug)]
pub(super) struct ByPart<T>(ByNumber<u32, Known<T>>);

#[derive(Debug)]
struct Known<T> {
    /// What the root inherits.
    above: T,
    /// Numbers of the styles in all views.
    styles: Box<[u32]>,
    nodes: Box<[T]>,
}

impl<T> Default for ByPart<T> {
    fn default() -> Self {
        Self(ByNumber::default())
    }
}

impl<T: Copy + PartialEq> ByPart<T> {
    /// What the nodes of a part had, if the rest is as it was.
    pub(super) fn find(&self, part: Placed, above: T, styles: &[u32]) -> Option<&[T]> {
        let known = self.0.get(&part.number)?;
        (known.above == above && *known.styles == *styles).then_some(&known.nodes)
    }

    pub(super) fn keep(&mut self, part: Placed, above: T, styles: &[u32], nodes: &[T]) {
        if self.0.len() >= KEPT {
            self.0.clear();
        }
        self.0.insert(part.number, Known { above, styles: styles.into(), nodes: nodes.into() });
    }
}

/// The nodes of a page in its order, parts as a whole.
pub(super) enum Piece {
    Node(NodeId),
    Part(Placed),
}

/// Every node of a page below its root, or the part that begins there.
pub(super) fn pieces(document: &Document) -> impl Iterator<Item = Piece> + '_ {
    let mut parts = document.placed.iter().copied().peekable();
    let mut nodes = document.descendants(NodeId(0));
    std::iter::from_fn(move || {
        let node = nodes.next()?;
        let part = parts.next_if(|part| part.root == node);
        if part.is_some() {
            nodes.skip_below(node);
        }
        Some(part.map_or(Piece::Node(node), Piece::Part))
    })
}
