//! Whether a page read here has the tree that html5ever gives it: looked at in programs built with debug assertions.

use html5ever::Namespace;

use crate::audit::dom::{Document, Kind, NodeId};

impl Document {
    /// Lines of texts are not compared: nobody asks for them.
    pub(in crate::audit) fn assert_same(&self, other: &Self) {
        let of = |document: &Self, node: NodeId| {
            let links = document.node(node);
            let line = if document.is_element(node) { links.line } else { 0 };
            let attributes: Vec<(String, Namespace, String)> = document
                .attribute_slice(node)
                .iter()
                .map(|attribute| {
                    (
                        attribute.name.to_string(),
                        attribute.namespace.clone(),
                        document.value(attribute).to_owned(),
                    )
                })
                .collect();
            let position = match links.kind {
                Kind::Element { position, contents, .. } => (position, contents),
                _ => (0, 0),
            };
            let name = document.name(node).cloned();
            let text = document.text(node).map(str::to_owned);
            let around =
                [links.parent, links.first, links.last, links.previous, links.next, links.depth, line];
            (name, text, attributes, position, around)
        };
        assert_eq!(self.len(), other.len());
        for number in 0..self.nodes.len() as u32 {
            assert_eq!(of(self, NodeId(number)), of(other, NodeId(number)));
        }
        assert_eq!((self.html, self.limits), (other.html, other.limits));
        assert!(self.ids().eq(other.ids()));
    }
}
